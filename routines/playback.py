"""Where somebody is in a timeline: the one object of the stream that changes.

It is driven by ``tick`` and reads its clock; it never counts ticks. After a suspend, or when the
wall clock was set, it keeps its place and leads in again for three seconds.
"""

from enum import Enum, auto

from routines.clock import Clock
from routines.cues import Signal
from routines.due import HAIR, DueSignals
from routines.stopwatch import Stopwatch
from routines.tally import Progress, StopTally, Tally
from routines.timeline import Place, Segment, SegmentKind, Timeline

RETURN_SECONDS = 3.0
"""The lead-in after a pause, in seconds."""

BACK_RESTARTS_AFTER = 3.0
"""``previous`` this far into a step goes to the step's own beginning first."""

LATE = 1.5
"""Seconds; a player that nobody sees beats once a second, and that is in time."""

START = Place(0)


class State(Enum):
    """What a playback is doing. Waiting at an open step is part of playing."""

    READY = auto()
    RETURNING = auto()
    PLAYING = auto()
    PAUSED = auto()
    FINISHED = auto()
    ENDED = auto()


OVER = (State.FINISHED, State.ENDED)


class Playback:
    """Plays one timeline once, from ``begin`` on.

    ``speed`` 2.0 passes two seconds of the timeline in one of the clock.
    """

    def __init__(
        self, timeline: Timeline, clock: Clock, *, speed: float = 1.0, begin: Place = START
    ) -> None:
        self.timeline = timeline
        self._speed = speed
        self._state = State.READY
        self._place = begin
        self._came_from: Place | None = None
        self._return_left = 0.0
        self._due = DueSignals()
        self._waited = 0.0
        self._tally = Tally()
        self._watch = Stopwatch(clock)

    # Where we are

    @property
    def state(self) -> State:
        return self._state

    @property
    def place(self) -> Place:
        return self._place

    @property
    def came_from(self) -> Place | None:
        """Where we were before the last step or jump; None after a pause, and at the beginning."""
        return self._came_from

    @property
    def segment(self) -> Segment:
        return self.timeline.segments[self._place.index]

    @property
    def waiting(self) -> bool:
        """Whether an open step waits for the person."""
        return self.segment.is_open and self._state not in OVER

    @property
    def waited(self) -> float:
        """Seconds that the open step we are at has been shown, pauses left aside."""
        return self._waited

    @property
    def return_left(self) -> float:
        """Seconds left of the lead-in after a pause; 0 when there is none."""
        return self._return_left if self._state is State.RETURNING else 0.0

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def segment_began(self) -> float:
        """When, on the clock's monotonic reading, the segment would have begun to be here now.

        It stays the same while it plays; after a pause, a jump or a suspend it is another one.
        """
        passed = self._waited if self.segment.is_open else self._place.offset
        return self._watch.read_at + (self.return_left - passed) / self._speed

    @property
    def elapsed(self) -> float:
        """Seconds of the timeline that lie behind; all of it once finished."""
        if self._state is State.FINISHED:
            return self.timeline.seconds
        return self.timeline.time_at(self._place)

    @property
    def progress(self) -> Progress:
        return self._tally.progress(len(self.timeline.stops))

    @property
    def done_by_stop(self) -> tuple[StopTally, ...]:
        """The same, stop by stop: those that were reached."""
        return self._tally.by_stop()

    # What the person does

    def play(self) -> None:
        """Begin, or go on after a pause: then with a short lead-in, unless a step waits."""
        if self._state is State.READY:
            self._watch.read()
            self._state = State.PLAYING
            self._due.clear()
            if self._place.offset == 0:
                self._enter()
        elif self._state is State.PAUSED:
            self._watch.read()
            self._return()

    def pause(self) -> None:
        """Stop where we are, to the moment."""
        self._catch_up()
        if self._state in (State.PLAYING, State.RETURNING):
            self._state = State.PAUSED
            self._came_from = None

    def toggle(self) -> None:
        """Pause if it plays, go on if it does not."""
        if self._state in (State.PLAYING, State.RETURNING):
            self.pause()
        else:
            self.play()

    def next(self) -> None:
        """Leave this step, or this side of it, for the next one; behind the last, finish."""
        self._catch_up()
        if self._state in OVER:
            return
        self._tally.skip(self.segment.stop)
        self._go_to_stop(self.segment.stop + 1)

    def previous(self) -> None:
        """Back to the beginning of this step; from its first seconds, to the one before."""
        self._catch_up()
        if self._state in OVER:
            return
        stop = self.segment.stop
        began = self.timeline.segments[self.timeline.stops[stop]].start
        fresh = self.elapsed - began <= BACK_RESTARTS_AFTER * max(1.0, self._speed)
        self._go_to_stop(max(0, stop - 1) if fresh else stop)

    def go_to(self, stop: int) -> None:
        """Jump to the beginning of a stop; open steps in between are not waited for."""
        self._catch_up()
        if self._state not in OVER and 0 <= stop < len(self.timeline.stops):
            self._go_to_stop(stop)

    def seek(self, seconds: float) -> None:
        """Move by ``seconds``, back or forth, stopping at an open step on the way forth."""
        self._catch_up()
        if self._state in OVER:
            return
        target = self.timeline.at(self.elapsed + seconds)
        if seconds > 0:
            target = self._first_open(target)
        elif target.index > self._place.index:  # back from an open step at the very start
            target = Place(self._place.index)
        moved_on = target.index != self._place.index
        self._due.clear()
        self._move_to(target)
        if moved_on and target.offset == 0:
            self._enter()

    def done(self) -> None:
        """Say that this is done: an open step is answered, a lead-in or a rest cut short."""
        self._catch_up()
        if self._state not in OVER:
            self._leave_segment()

    def end(self) -> None:
        """Stop for good. What was done stays done."""
        self._catch_up()
        if self._state not in OVER:
            self._state = State.ENDED
            self._due.clear()

    # Time passes

    def tick(self) -> tuple[Signal, ...]:
        """Catch up with the clock; gives the signals since the last call.

        A late call gives those of the newest moment only, never a burst. While paused, or before
        it plays, there are none; what is due then comes when it goes on.
        """
        self._catch_up()
        if self._state in (State.PAUSED, State.READY):
            return ()
        return self._due.fetch()

    def _catch_up(self) -> None:
        """Let the time since the last reading pass."""
        passed = self._watch.read()
        if passed is None:
            self._due.late = True
            if self._state in (State.PLAYING, State.RETURNING):
                self._return()
            return
        self._due.late = self._due.late or passed > LATE
        passed *= self._speed
        if self._state is State.RETURNING:
            self._return_left -= passed
            if self._return_left > HAIR:
                return
            passed = -self._return_left
            self._state = State.PLAYING
        if self._state is State.PLAYING and self.segment.is_open:
            self._waited += passed
            self._tally.wait(self.segment.stop, passed)
        elif self._state is State.PLAYING:
            self._advance(passed)

    def _return(self) -> None:
        self._came_from = None
        if self.segment.is_open:
            self._state = State.PLAYING
        else:
            self._state = State.RETURNING
            self._return_left = RETURN_SECONDS

    def _advance(self, seconds: float) -> None:
        while self._state is State.PLAYING and not self.segment.is_open:
            left = self.segment.seconds - self._place.offset
            if seconds < left - HAIR:
                self._pass(seconds)
                return
            self._pass(left)
            seconds = max(0.0, seconds - left)
            self._leave_segment(seconds)

    def _pass(self, seconds: float) -> None:
        """Let time pass within the segment."""
        before = self._place.offset
        after = before + seconds
        self._due.pass_through(self.segment, before, after)
        self._place = Place(self._place.index, min(after, self.segment.seconds))
        if self.segment.kind is SegmentKind.WORK:
            self._tally.practise(self.segment.stop, seconds)

    def _leave_segment(self, ago: float = 0.0) -> None:
        """Go on to the segment behind this one, which was done so many seconds ago."""
        index = self._place.index + 1
        if index == len(self.timeline.segments):
            self._tally.finish(self.segment.stop)
            self._finish()
            return
        if self.timeline.segments[index].stop != self.segment.stop:
            self._tally.finish(self.segment.stop)
        self._move_to(Place(index))
        self._enter(ago)

    def _go_to_stop(self, stop: int) -> None:
        if stop == len(self.timeline.stops):
            self._finish()
            return
        self._due.clear()
        self._move_to(Place(self.timeline.stops[stop]))
        self._enter()

    def _move_to(self, place: Place) -> None:
        self._came_from = self._place if self._state is State.PLAYING else None
        self._place = place

    def _enter(self, ago: float = 0.0) -> None:
        self._waited = ago
        self._due.enter(self.segment)

    def _finish(self) -> None:
        self._state = State.FINISHED

    def _first_open(self, target: Place) -> Place:
        """``target``, or the first open step between here and there."""
        for index in range(self._place.index, target.index + 1):
            if self.timeline.segments[index].is_open:
                return Place(index)
        return target
