"""A command that cannot be carried out, with the lines that say why."""


class Refused(Exception):  # noqa: N818 - it says what happened
    """Ends a command: ``lines`` go to stderr, ``code`` is what the program ends with.

    1 stands for errors in a routine, which name their own place, 2 for everything else.
    """

    def __init__(self, *lines: str, code: int = 2) -> None:
        super().__init__(*lines)
        self.lines = lines if code == 1 else tuple(f"unbrace: {line}" for line in lines)
        self.code = code
