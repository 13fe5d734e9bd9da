"""A command that cannot be carried out, with the lines that say why."""


class Refused(Exception):  # noqa: N818 - it says what happened
    """Ends a command: ``lines`` go to stderr, ``code`` is what the program ends with."""

    def __init__(self, *lines: str, code: int = 2) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.code = code
