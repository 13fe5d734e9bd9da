"""What happens when: a routine laid out as segments that tile its whole length.

A timeline never changes. Where somebody is in it is the business of ``playback``.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from routines.model import Item, Open, Repeat, Routine, Side, Span, Timed, Verb

_CLOSE = 0.01  # seconds


class SegmentKind(Enum):
    """What a segment is for. The value is its name in ``timetable --json``."""

    LEAD_IN = "lead_in"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Round:
    """Which round of a repeat, counted from 1, and of how many."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a timeline, from ``start`` on for ``seconds``; open segments take 0.

    ``stop`` numbers the parts one can skip between, from 0: the lead-in of a step belongs with
    its work, the switch of sides with the second side. ``round`` is that of the innermost repeat.
    """

    start: float
    seconds: float
    kind: SegmentKind
    step: Timed | Open
    stop: int
    side: Side | None = None
    round: Round | None = None

    @property
    def end(self) -> float:
        return self.start + self.seconds

    @property
    def prepares(self) -> bool:
        """Whether it only leads to the segment behind it."""
        return self.kind in (SegmentKind.LEAD_IN, SegmentKind.SWITCH)

    @property
    def is_open(self) -> bool:
        return self.kind is SegmentKind.OPEN


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a timeline: ``offset`` seconds into the segment number ``index``."""

    index: int
    offset: float = 0.0


@dataclass(frozen=True)
class Timeline:
    """The segments of a routine, without gap or overlap. There is always at least one."""

    segments: tuple[Segment, ...]

    @property
    def seconds(self) -> float:
        """The whole length; open steps count 0."""
        return self.segments[-1].end

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """The index of the first segment of each stop."""
        return tuple(
            index
            for index, segment in enumerate(self.segments)
            if index == 0 or segment.stop != self.segments[index - 1].stop
        )

    @cached_property
    def open_steps(self) -> int:
        return sum(segment.is_open for segment in self.segments)

    @cached_property
    def _starts(self) -> list[float]:
        return [segment.start for segment in self.segments]

    def at(self, seconds: float) -> Place:
        """The place ``seconds`` after the start, held between the start and the very end.

        Where an open step stands at that moment, this is the place behind it.
        """
        seconds = min(max(0.0, seconds), self.seconds)
        index = max(0, bisect_right(self._starts, seconds) - 1)
        segment = self.segments[index]
        return Place(index, min(seconds - segment.start, segment.seconds))

    def place_of(self, index: int, seconds: float) -> Place:
        """The place in segment ``index`` that lies ``seconds`` after the start of the whole.

        Unlike ``at`` this can be an open step. Where the two do not fit together the time counts.
        """
        if 0 <= index < len(self.segments):
            segment = self.segments[index]
            offset = seconds - segment.start
            if 0 <= offset < segment.seconds or (segment.is_open and abs(offset) < _CLOSE):
                return Place(index, 0.0 if segment.is_open else offset)
        return self.at(seconds)

    def time_at(self, place: Place) -> float:
        """Seconds from the start to ``place``; the inverse of ``at`` within timed segments."""
        return self.segments[place.index].start + place.offset

    def coming(self, index: int) -> Segment | None:
        """What there is to do after the segment ``index``, lead-ins and switches left aside.

        From a lead-in or a switch that is the work they lead to.
        """
        return next((each for each in self.segments[index + 1 :] if not each.prepares), None)

    def after_this(self, index: int) -> Segment | None:
        """What follows the thing that is being done, or got ready for, in segment ``index``."""
        while self.segments[index].prepares:
            index += 1
        return self.coming(index)


def timeline_of(routine: Routine) -> Timeline:
    """Lay ``routine`` out in time."""
    laid_out: list[Segment] = []
    builder = _Builder(laid_out)
    builder.items(routine.steps, None)
    return Timeline(tuple(laid_out))


class _Builder:
    """Appends one segment after the other and knows where the next one starts."""

    def __init__(self, segments: list[Segment]) -> None:
        self._segments = segments
        self._now = 0.0
        self._stop = -1

    def items(self, items: tuple[Item, ...], round_: Round | None) -> None:
        for item in items:
            if isinstance(item, Repeat):
                self._repeat(item)
            else:
                self._step(item, round_)

    def _repeat(self, repeat: Repeat) -> None:
        for number in range(1, repeat.count + 1):
            round_ = Round(number, repeat.count)
            self.items(repeat.steps, round_)
            if number < repeat.count and repeat.rest > 0:
                self._stop += 1
                rest = Timed(line=repeat.line, verb=Verb.REST, length=Span(repeat.rest))
                self._add(SegmentKind.REST, repeat.rest, rest, None, round_)

    def _step(self, step: Timed | Open, round_: Round | None) -> None:
        self._stop += 1
        if step.lead_in > 0:
            side = step.sides[0] if isinstance(step, Timed) and step.sides else None
            self._add(SegmentKind.LEAD_IN, step.lead_in, step, side, round_)
        if isinstance(step, Open):
            self._add(SegmentKind.OPEN, 0.0, step, None, round_)
            return
        kind = SegmentKind.REST if step.verb is Verb.REST else SegmentKind.WORK
        for number, side in enumerate(_sides(step)):
            if number:
                self._stop += 1
                if step.switch > 0:
                    self._add(SegmentKind.SWITCH, step.switch, step, side, round_)
            self._add(kind, step.length.seconds, step, side, round_)

    def _add(
        self,
        kind: SegmentKind,
        seconds: float,
        step: Timed | Open,
        side: Side | None,
        round_: Round | None,
    ) -> None:
        self._segments.append(Segment(self._now, seconds, kind, step, self._stop, side, round_))
        self._now += seconds


def _sides(step: Timed) -> Iterator[Side | None]:
    yield from step.sides or (None,)
