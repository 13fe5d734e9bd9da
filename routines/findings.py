"""Gathering the problems of one file while it is read."""

from typing import NamedTuple, Protocol

from routines.problems import Flaw, Level, Problem

MOST_PROBLEMS = 500
_LONGEST_VALUE = 80
_LONGEST_EXCERPT = 200


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


class Placed(Protocol):
    """Anything that stands somewhere in a file, such as a node."""

    @property
    def mark(self) -> Mark:
        """Where it begins."""
        ...

    @property
    def width(self) -> int:
        """How many characters of its first line it takes."""
        ...


class Findings:
    """The problems of one file, gathered while it is read."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._problems: list[Problem] = []
        self._errors = 0

    @property
    def full(self) -> bool:
        """Whether reading on would bury the person: there are more errors than anyone reads.

        Warnings do not count: a file that has nothing else is played, so it is read to its end.
        """
        return self._errors >= MOST_PROBLEMS

    def add(self, place: Placed | Mark, flaw: Flaw, level: Level = Level.ERROR) -> None:
        """Note ``flaw`` at the place of a node, or at a mark of its own."""
        mark, width = (place, 1) if isinstance(place, Mark) else (place.mark, place.width)
        values = {name: _short(value, _LONGEST_VALUE) for name, value in flaw.values.items()}
        short = len(flaw.instead) <= _LONGEST_VALUE and flaw.instead.isprintable()
        instead = flaw.instead if short else ""
        self._errors += level is Level.ERROR
        excerpt = _short(self._line(mark.line), _LONGEST_EXCERPT)
        self._problems.append(
            Problem(
                *(mark.line, mark.column, width, level),
                *(flaw.message, values, instead, excerpt),
            )
        )

    def _line(self, line: int) -> str:
        return self._lines[line - 1] if line <= len(self._lines) else ""

    def first_word(self, line: int) -> Mark:
        """The place of the first word on a line, behind indent and list dash."""
        text = self._line(line)
        return Mark(line, len(text) - len(text.lstrip(" -")) + 1)

    def sorted(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._problems))


def _short(text: str, most: int) -> str:
    """``text`` fit to be shown: no endless lines, and nothing that a terminal would obey."""
    text = text if len(text) <= most else text[: most - 1] + "…"
    return "".join(each if each.isprintable() or each == "\t" else "\ufffd" for each in text)
