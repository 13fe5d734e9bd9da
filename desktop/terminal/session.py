"""Playing in a terminal: what keys do, and when to draw. The terminal itself is passed in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from desktop.player.scene import Scene, scene_of
from desktop.terminal.answers import Answer, answer_for
from desktop.terminal.keeping import Keeping
from desktop.terminal.keys import Key, Press
from desktop.terminal.pacing import next_change
from desktop.terminal.screen import BOX_SIGNS, Line, Signs, key_lines, screen_lines
from routines.model import Open, Routine
from routines.playback import OVER, Playback, State

SEEK_SECONDS = 10.0


class Event(Enum):
    """What may happen to a terminal besides keys."""

    RESIZED = auto()
    CONTINUED = auto()  # the program had been stopped and goes on
    SUSPEND = auto()  # Ctrl+Z: the person wants the shell back for a while
    INTERRUPT = auto()  # Ctrl+C
    TERMINATE = auto()  # the system asks the program to end
    CLOSED = auto()  # nobody is there any more


Happening = Press | Event

_LAST = (Event.INTERRUPT, Event.TERMINATE, Event.CLOSED)


class Terminal(Protocol):
    """A place to draw lines on, with keys."""

    def size(self) -> tuple[int, int]:
        """Columns and lines."""
        ...

    def show(self, lines: tuple[Line, ...]) -> None:
        """Draw ``lines`` in place of those before."""
        ...

    def wait(self, seconds: float | None) -> Iterable[Happening]:
        """What happened, at the latest after ``seconds``; None waits for as long as it takes."""
        ...

    def suspend(self) -> None:
        """Give the terminal back and stop; returns when the program goes on."""
        ...


@dataclass(slots=True)
class Session:
    """One routine being played. ``note`` is shown with the first step.

    What is answered is remembered by stop for as long as it plays, and by ``keeping`` for longer.
    """

    routine: Routine
    playback: Playback
    terminal: Terminal
    speed: float = 1.0
    note: str = ""
    signs: Signs = BOX_SIGNS
    keeping: Keeping | None = None
    _answers: dict[int, Answer] = field(default_factory=dict)
    _shows_keys: bool = False

    def run(self) -> Event | None:
        """Play to the end. Gives what ended it, None if that was the person or the routine."""
        self.playback.play()
        while True:
            self.playback.tick()
            if self.playback.state in OVER:
                return None
            if self.keeping is not None:
                self.keeping.beat()
            scene = scene_of(self.routine, self.playback)
            self.terminal.show(self._lines(scene))
            for happening in self.terminal.wait(next_change(self.playback, scene, self.speed)):
                if isinstance(happening, Event) and happening in _LAST:
                    self.playback.end()
                    return happening
                self._take(happening)
                if self.playback.state in OVER:
                    break

    def _lines(self, scene: Scene) -> tuple[Line, ...]:
        width, height = self.terminal.size()
        if self._shows_keys:
            return key_lines(scene, width, height, signs=self.signs)
        note = self.note if self.playback.segment.stop == 0 else ""
        answer = self._answer()
        keeps = self.keeping is not None
        return screen_lines(
            scene, width, height, answer=answer, note=note, signs=self.signs, keeps=keeps
        )

    def _answer(self) -> Answer | None:
        segment = self.playback.segment
        if not segment.is_open or not isinstance(segment.step, Open):
            return None
        return self._answers.setdefault(segment.stop, answer_for(segment.step))

    def _take(self, happening: Happening) -> None:
        if isinstance(happening, Event):
            if happening is Event.SUSPEND:
                self._suspend()
            return
        if self._shows_keys:
            self._shows_keys = False
            return
        answer = self._answer()
        changed = answer.press(happening) if answer is not None else None
        if changed is not None:
            self._answers[self.playback.segment.stop] = changed
            self._keep(changed)
        else:
            self._command(happening)

    def _keep(self, answer: Answer) -> None:
        segment = self.playback.segment
        if self.keeping is not None and isinstance(segment.step, Open):
            self.keeping.answer(segment.stop, segment.step, answer)

    def _command(self, press: Press) -> None:
        match press:
            case " ":
                self.playback.toggle()
            case Key.ENTER:
                self._done()
            case Key.RIGHT:
                self.playback.next()
            case Key.LEFT:
                self.playback.previous()
            case Key.UP:
                self.playback.seek(SEEK_SECONDS)
            case Key.DOWN:
                self.playback.seek(-SEEK_SECONDS)
            case Key.ESCAPE | "q" | "Q":
                self.playback.end()
            case "?":
                self._shows_keys = True

    def _done(self) -> None:
        """Enter also goes on after a pause: it says that the person is ready."""
        if self.playback.state is State.PAUSED and not self.playback.waiting:
            self.playback.play()
        else:
            self.playback.done()

    def _suspend(self) -> None:
        """Keep the place while the person is in their shell."""
        plays = self.playback.state in (State.PLAYING, State.RETURNING)
        self.playback.pause()
        self.terminal.suspend()
        if plays:
            self.playback.play()
