"""A routine that stands in a test, played on a terminal of values by a clock that is moved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import dedent

from desktop.terminal.screen import Line
from desktop.terminal.session import Event, Happening, Session
from routines.clock import ManualClock
from routines.lookup import Folders
from routines.model import Routine
from routines.playback import Playback
from routines.reader import Reader
from routines.timeline import timeline_of


def routine(text: str) -> Routine:
    """The routine whose steps stand in ``text``."""
    source = "name: A routine\nsteps:\n" + dedent(text)
    reading = Reader(Folders()).read_text(source, "this")
    assert reading.routine is not None, reading.problems
    return reading.routine


def playback(text: str, clock: ManualClock, speed: float = 1.0) -> Playback:
    return Playback(timeline_of(routine(text)), clock, speed=speed)


@dataclass
class Paper:
    """A terminal that remembers what was drawn.

    ``script`` says what happens at each wait: a number lets that many seconds pass before the
    next thing happens, None waits as long as the player wants to. Behind its end comes Escape.
    """

    clock: ManualClock
    script: list[Happening | float | None]
    columns: int = 80
    lines: int = 24
    pictures: list[list[str]] = field(default_factory=list)
    waits: list[float | None] = field(default_factory=list)
    on_suspend: Callable[[], None] = lambda: None

    def size(self) -> tuple[int, int]:
        return self.columns, self.lines

    def show(self, lines: tuple[Line, ...]) -> None:
        self.pictures.append([line.text for line in lines])

    def wait(self, seconds: float | None) -> list[Happening]:
        self.waits.append(seconds)
        happening = self.script.pop(0) if self.script else Event.TERMINATE
        if happening is None:
            assert seconds is not None, "it would wait for ever"
            self.clock.advance(seconds)
            return []
        if isinstance(happening, (int, float)):
            if seconds is not None and seconds < happening:
                self.script.insert(0, happening - seconds)
                happening = seconds
            self.clock.advance(happening)
            return []
        return [happening]

    def suspend(self) -> None:
        self.on_suspend()

    @property
    def text(self) -> str:
        """What was drawn last."""
        return "\n".join(self.pictures[-1])


def play(text: str, *script: Happening | float | None) -> Paper:
    """Play the steps in ``text`` while the script happens, and look at the paper."""
    paper, session = prepared(text, *script)
    session.run()
    return paper


def prepared(text: str, *script: Happening | float | None) -> tuple[Paper, Session]:
    clock = ManualClock()
    paper = Paper(clock, list(script))
    return paper, Session(routine(text), playback(text, clock), paper)
