"""Where in its reps or breaths a step is, and how far the movement or breath has come."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from routines.model import Cycles, Phase, PhaseName

_RISING = (PhaseName.IN, PhaseName.THERE)
_FALLING = (PhaseName.OUT, PhaseName.BACK)
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment within a number of reps or breaths.

    ``number`` counts the reps or breaths from 1. ``into`` is how many seconds of the phase have
    passed. The phase leads from one extent to another: 0 is breathed out or at rest, 1 breathed
    in or fully there.
    """

    number: int
    phase: Phase
    index: int
    into: float
    extent_before: float
    extent_after: float

    @property
    def share(self) -> float:
        """How much of the phase has passed, from 0 to 1."""
        return self.into / self.phase.seconds

    def extent(self, ease: Callable[[float], float] = lambda share: share) -> float:
        """How far it has come, from 0 to 1. ``ease`` bends the way; it leads from 0 to 1."""
        way = self.extent_after - self.extent_before
        return self.extent_before + way * ease(self.share)


def ease(share: float) -> float:
    """Slow at both ends, as a breath is: half a cosine from 0 to 1."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, share)))


def moment_at(length: Cycles, offset: float) -> Moment:
    """The moment ``offset`` seconds after the first rep or breath began."""
    cycle = length.cycle_seconds
    offset = min(max(0.0, offset), length.seconds)
    # A hair ahead: 2.9999999 seconds into a three-second phase is the beginning of the next.
    done = min(length.count - 1, math.floor(offset / cycle + _HAIR))
    into = max(0.0, offset - done * cycle)
    last = len(length.phases) - 1
    index = 0
    while index < last and into >= length.phases[index].seconds - _HAIR:
        into -= length.phases[index].seconds
        index += 1
    phase = length.phases[index]
    before = _extent_before(length.phases, index)
    after = min(1.0, max(0.0, before + _way(length.phases, index)))
    return Moment(done + 1, phase, index, min(max(0.0, into), phase.seconds), before, after)


def _extent_before(phases: tuple[Phase, ...], index: int) -> float:
    """Where phase ``index`` begins: a breath that has only an out begins full."""
    empty = 0.0 if any(phase.name in _RISING for phase in phases) else 1.0
    return min(1.0, max(0.0, empty + sum(_way(phases, each) for each in range(index))))


def _way(phases: tuple[Phase, ...], index: int) -> float:
    """How far phase ``index`` goes: several in-phases share the way up, negative is down."""
    name = phases[index].name
    for group, sign in ((_RISING, 1.0), (_FALLING, -1.0)):
        if name in group:
            whole = sum(phase.seconds for phase in phases if phase.name in group)
            return sign * phases[index].seconds / whole
    return 0.0
