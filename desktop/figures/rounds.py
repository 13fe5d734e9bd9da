"""A few slow rounds of a figure that belongs to no step: on a note. No Qt in here."""

from routines.figures.model import Figure
from routines.model import Cycles, Phase, PhaseName, Span, Timed, Unit, Verb
from routines.timeline import Segment, SegmentKind

_ROUNDS = 2
_PACE = {
    PhaseName.IN: 4.0,
    PhaseName.OUT: 5.0,
    PhaseName.THERE: 3.0,
    PhaseName.BACK: 3.0,
}
_PAUSE = Phase(PhaseName.PAUSE, 1.0)
_HOLD = 12.0
"""Seconds."""


def rounds_of(figure: Figure) -> Segment:
    """Twice through its loop, or once into its hold and out of it: it ends where it began."""
    ways = figure.loop.ways
    held = PhaseName.HOLD in ways  # then the ways of a breath belong to the hold
    moving = [Phase(name, _PACE[name]) for name in ways if name in _PACE and not held]
    length: Span | Cycles = Span(_HOLD)
    if moving:
        breathes = any(phase.name in (PhaseName.IN, PhaseName.OUT) for phase in moving)
        unit = Unit.BREATH if breathes else Unit.REP
        phases = moving if breathes else [each for phase in moving for each in (phase, _PAUSE)]
        length = Cycles(unit, _ROUNDS, tuple(phases))
    seconds = length.seconds
    verb = Verb.MOVE if moving else Verb.HOLD
    step = Timed(line=1, verb=verb, title=figure.name, length=length)
    return Segment(0.0, seconds, SegmentKind.WORK, step, 0, None)
