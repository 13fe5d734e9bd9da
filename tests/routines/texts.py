"""Reading routine texts that stand in a test, and telling what was found in them."""

from pathlib import Path
from textwrap import dedent

from routines.lookup import Folders
from routines.model import Item, Open, Repeat, Routine, Timed
from routines.problems import Level, Message
from routines.reader import Reader, Reading

Places = list[tuple[int, int, Message]]

NO_LIBRARY = Folders(library=Path(__file__).parent / "no such folder")


def plain(text: str) -> str:
    """A text as it stands in a test, without the indent and the line break it has there."""
    return dedent(text).removeprefix("\n")


def read(text: str, folders: Folders = NO_LIBRARY, path: Path | None = None) -> Reading:
    return Reader(folders).read_text(plain(text), path.stem if path else "this", path)


def places(reading: Reading, level: Level | None = None) -> Places:
    """Line, column and message of each problem, in the order in which they are given."""
    return [
        (each.line, each.column, each.message)
        for each in reading.problems
        if level is None or each.level is level
    ]


def errors(text: str) -> Places:
    """The errors in ``text``, which has at least one and so is no routine."""
    reading = read(text)
    assert reading.routine is None
    return places(reading, Level.ERROR)


def warnings(text: str) -> Places:
    """The warnings of ``text``, which has no errors and so is a routine all the same."""
    reading = read(text)
    assert places(reading, Level.ERROR) == []
    assert reading.routine is not None
    return places(reading)


def routine(text: str, folders: Folders = NO_LIBRARY) -> Routine:
    """The routine in ``text``, which has neither errors nor warnings."""
    reading = read(text, folders)
    assert places(reading) == []
    assert reading.routine is not None
    return reading.routine


def steps(text: str, head: str = "") -> tuple[Item, ...]:
    """The steps of a list of steps; ``head`` is what else stands in the file."""
    return routine(f"name: x\n{plain(head)}steps:\n{plain(text)}").steps


def timed(text: str, head: str = "") -> Timed:
    """The only step of ``text``."""
    (step,) = steps(text, head)
    assert isinstance(step, Timed)
    return step


def open_step(text: str) -> Open:
    (step,) = steps(text)
    assert isinstance(step, Open)
    return step


def repeat(text: str, head: str = "") -> Repeat:
    (step,) = steps(text, head)
    assert isinstance(step, Repeat)
    return step
