"""Where in its reps or breaths a step is, and how far the movement or breath has come."""

import math
from dataclasses import dataclass

from routines.model import Cycles, Phase, PhaseName

_RISING = (PhaseName.IN, PhaseName.THERE)
_FALLING = (PhaseName.OUT, PhaseName.BACK)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment within a number of reps or breaths.

    ``number`` counts the reps or breaths from 1. ``into`` is how many seconds of the phase have
    passed. ``extent`` runs from 0 (breathed out, at rest) to 1 (breathed in, fully there) and
    is linear within a phase; easing is up to whoever draws it.
    """

    number: int
    phase: Phase
    index: int
    into: float
    extent: float


def moment_at(length: Cycles, offset: float) -> Moment:
    """The moment ``offset`` seconds after the first rep or breath began."""
    cycle = length.cycle_seconds
    offset = min(max(0.0, offset), length.seconds)
    # A hair ahead: 2.9999999 seconds into a three-second phase is the beginning of the next.
    done = min(length.count - 1, math.floor(offset / cycle + 1e-9))
    into = max(0.0, offset - done * cycle)
    for index, phase in enumerate(length.phases):
        last = index == len(length.phases) - 1
        if into < phase.seconds - 1e-9 or last:
            into = min(max(0.0, into), phase.seconds)
            return Moment(done + 1, phase, index, into, _extent(length.phases, index, into))
        into -= phase.seconds
    raise AssertionError("a cycle has at least one phase")


def _extent(phases: tuple[Phase, ...], index: int, into: float) -> float:
    """How full the breath is: in-phases share the way up, out-phases the way down."""
    start = _start_extent(phases, index)
    share = _share(phases, index) * into / phases[index].seconds
    return min(1.0, max(0.0, start + share))


def _start_extent(phases: tuple[Phase, ...], index: int) -> float:
    empty = 0.0 if any(phase.name in _RISING for phase in phases) else 1.0
    return empty + sum(_share(phases, each) for each in range(index))


def _share(phases: tuple[Phase, ...], index: int) -> float:
    """How much of the whole way phase ``index`` goes; negative on the way down."""
    name = phases[index].name
    for group, sign in ((_RISING, 1.0), (_FALLING, -1.0)):
        if name in group:
            whole = sum(phase.seconds for phase in phases if phase.name in group)
            return sign * phases[index].seconds / whole
    return 0.0
