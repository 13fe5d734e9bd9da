"""The heartbeat of a playing routine: a playback, moved on by a timer at the pace that is needed.

While it is seen it beats at the screen's pace; unseen, once a second; paused, not at all.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.player.figures import Figures, no_figures
from desktop.player.scene import Scene, StripPart, scene_of, strip_of
from routines.clock import Clock
from routines.model import Routine
from routines.playback import OVER, Playback, State
from routines.tally import Progress
from routines.timeline import Timeline, timeline_of

UNSEEN_PACE = 1000
WAITING_PACE = 250
DEFAULT_PACE = 16
CALM_PACE = 34
"""Milliseconds between two beats: unseen, at an open step, on a screen of 60 Hz, and the most
while what is shown moves slowly."""


def _at_once() -> float:
    return 0.0


class Player(QObject):
    """Plays one routine at a time. Commands are its methods, what happens its signals."""

    moment_changed = Signal()
    segment_changed = Signal()
    state_changed = Signal()
    over = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._routine: Routine | None = None
        self._playback: Playback | None = None
        self._figures: Figures = no_figures
        self._change: Callable[[], float] = _at_once
        self._seen = False
        self._pace = DEFAULT_PACE
        self._calm = False
        self._shown: tuple[int, State] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # coarse ones fire early
        self._timer.timeout.connect(self.beat)

    # What is there

    @property
    def routine(self) -> Routine | None:
        return self._routine

    @property
    def state(self) -> State | None:
        return self._playback.state if self._playback else None

    @property
    def playback(self) -> Playback | None:
        """Where it is, for those who follow it; commands are the player's own."""
        return self._playback

    @property
    def playing(self) -> bool:
        """Whether a routine is under way, paused ones included."""
        return self._playback is not None and self._playback.state not in OVER

    @property
    def elapsed(self) -> float:
        return self._playback.elapsed if self._playback else 0.0

    @property
    def length(self) -> float:
        return self._playback.timeline.seconds if self._playback else 0.0

    @property
    def stop(self) -> int:
        """The number of the step or side we are at; see ``Segment.stop``."""
        return self._playback.segment.stop if self._playback else 0

    @property
    def part(self) -> int:
        """The number of the part of the strip we are in."""
        return self._playback.place.index if self._playback else 0

    @property
    def progress(self) -> Progress | None:
        return self._playback.progress if self._playback else None

    def scene(self) -> Scene | None:
        if self._routine is None or self._playback is None:
            return None
        return scene_of(self._routine, self._playback, self._figures, self._change())

    def strip(self) -> tuple[StripPart, ...]:
        return strip_of(self._playback.timeline) if self._playback else ()

    # Commands

    def load(
        self,
        routine: Routine,
        *,
        speed: float = 1.0,
        part: int = 0,
        elapsed: float = 0.0,
        figures: Figures = no_figures,
        change: Callable[[], float] = _at_once,
    ) -> None:
        """Get ``routine`` ready, ``elapsed`` seconds into it, in part number ``part``.

        ``change`` is how many seconds one of ``figures`` takes to become another.
        """
        self._figures, self._change = figures, change
        timeline: Timeline = timeline_of(routine)
        begin = timeline.place_of(part, elapsed)
        self._routine = routine
        self._playback = Playback(timeline, self._clock, speed=speed, begin=begin)
        self._shown = None
        self._after_command()

    def play(self) -> None:
        self._do(Playback.play)

    def pause(self) -> None:
        self._do(Playback.pause)

    def toggle(self) -> None:
        self._do(Playback.toggle)

    def next(self) -> None:
        self._do(Playback.next)

    def previous(self) -> None:
        self._do(Playback.previous)

    def done(self) -> None:
        self._do(Playback.done)

    def end(self) -> None:
        self._do(Playback.end)

    def seek(self, seconds: float) -> None:
        if self._playback:
            self._playback.seek(seconds)
            self._after_command()

    def go_to_part(self, part: int) -> None:
        """Jump to the step that part number ``part`` of the strip belongs to."""
        if self._playback:
            self._playback.go_to(self._playback.timeline.segments[part].stop)
            self._after_command()

    def set_seen(self, seen: bool, pace: int = DEFAULT_PACE) -> None:
        """Whether anybody can see it, and how many milliseconds a frame of that screen takes."""
        self._seen, self._pace = seen, max(4, pace)
        self._keep_pace()

    def set_calm(self, calm: bool) -> None:
        """Whether every other frame is enough, from the next beat on."""
        self._calm = calm

    def beat(self) -> None:
        """Catch up with the clock and say what changed."""
        if self._playback is None:
            return
        self._playback.tick()
        self._tell()

    def _do(self, command: Callable[[Playback], None]) -> None:
        if self._playback:
            command(self._playback)
            self._after_command()

    def _after_command(self) -> None:
        if self._playback and self._playback.state not in (State.READY, State.PAUSED):
            self._playback.tick()
        self._tell()

    def _tell(self) -> None:
        assert self._playback is not None
        shown = (self._playback.place.index, self._playback.state)
        before, self._shown = self._shown, shown
        if before is None or before[0] != shown[0]:
            self.segment_changed.emit()
        if before is None or before[1] is not shown[1]:
            self.state_changed.emit()
        self.moment_changed.emit()
        self._keep_pace()
        if shown[1] in OVER and (before is None or before[1] not in OVER):
            self.over.emit()

    def _keep_pace(self) -> None:
        pace = self._wanted_pace()
        if pace is None:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != pace:
            self._timer.start(pace)

    def _wanted_pace(self) -> int | None:
        if self._playback is None or self._playback.state not in (State.PLAYING, State.RETURNING):
            return None
        if not self._seen:
            return UNSEEN_PACE
        if self._playback.waiting:
            return WAITING_PACE
        return max(self._pace, min(2 * self._pace, CALM_PACE)) if self._calm else self._pace
