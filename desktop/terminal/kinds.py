"""What a file holds, and whether it lies where it will be found."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from routines.figures.reader import is_figure
from routines.lookup import read_bytes
from routines.problems import Flaw, Level, Message, Problem
from routines.reader import is_routine
from routines.reminders.reader import is_reminder

ROUTINES = "routines"
REMINDERS = "reminders"
FIGURES = "figures"
"""What files hold; also the folders that reminders and figures lie in."""


def kind_of(path: Path) -> str:
    """By what is in the file, where that is plain; else by its folder."""
    folder = path.absolute().parent.name
    if folder == REMINDERS:
        return folder
    source = read_bytes(path)
    if not isinstance(source, Flaw):
        if is_figure(source):
            return FIGURES
        if folder == FIGURES and is_routine(source):
            return ROUTINES
        if folder != FIGURES and is_reminder(source):
            return REMINDERS
    return FIGURES if folder == FIGURES else ROUTINES


def misplaced(path: Path, kind: str) -> Iterator[Problem]:
    """What to say of a file that lies where nobody looks for it."""
    inside = path.absolute().parent.name == FIGURES
    if inside and kind != FIGURES:
        yield _warning(Message.ROUTINE_ELSEWHERE)
    if not inside and kind == FIGURES:
        yield _warning(Message.FIGURE_ELSEWHERE)


def alike(names: Iterable[str]) -> dict[str, Problem]:
    """What to say of names that other systems cannot tell apart, each with its folders."""
    first: dict[str, str] = {}
    problems: dict[str, Problem] = {}
    for name in names:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            problems[name] = _warning(Message.SAME_BUT_CASE, name=Path(other).name)
    return problems


def _warning(message: Message, **values: str) -> Problem:
    return Problem(1, 1, 1, Level.WARNING, message, values)
