"""The signals that have come due and that nobody has fetched yet."""

from bisect import bisect_right

from routines.cues import Signal, signals_of
from routines.timeline import Segment

HAIR = 1e-9
"""Seconds; sums of decimals miss by so little."""


class DueSignals:
    """Gathers signals as time passes. ``late`` says that time passed unseen since the last."""

    def __init__(self) -> None:
        self.late = False
        self._due: list[Signal] = []
        self._segment: Segment | None = None
        self._here: tuple[Signal, ...] = ()

    def enter(self, segment: Segment) -> None:
        """A segment begins."""
        self._due.extend(each for each in self._signals_of(segment) if each.offset == 0)

    def pass_through(self, segment: Segment, before: float, after: float) -> None:
        """Time passes within a segment, from one offset to another, in seconds."""
        signals = self._signals_of(segment)
        first = bisect_right(signals, before + HAIR, key=_offset)
        self._due.extend(signals[first : bisect_right(signals, after + HAIR, key=_offset)])

    def clear(self) -> None:
        self._due.clear()

    def fetch(self) -> tuple[Signal, ...]:
        """All since the last time; after a late look those of the newest moment only."""
        due, self._due = self._due, []
        late, self.late = self.late, False
        if late and due:
            newest = due[-1]
            due = [each for each in due if _same_moment(each, newest)]
        return tuple(due)

    def _signals_of(self, segment: Segment) -> tuple[Signal, ...]:
        if segment is not self._segment:
            self._segment, self._here = segment, signals_of(segment)
        return self._here


def _same_moment(one: Signal, other: Signal) -> bool:
    return abs(_moment(one) - _moment(other)) < HAIR * 10


def _offset(signal: Signal) -> float:
    return signal.offset


def _moment(signal: Signal) -> float:
    return signal.segment.start + signal.offset
