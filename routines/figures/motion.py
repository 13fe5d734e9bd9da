"""The pose of a figure at a moment of a routine: a pure function of segment and offset.

Every segment begins and ends in the loop's start posture, so that nothing jumps where one ends
and the next begins. The one exception is a hold that a change of sides follows: it is held to its
end and left in the first half of the change; in the second half the figure turns round.
"""

import math

from routines.figures.mirror import mirrored
from routines.figures.model import Figure, Pose, Posture, PropNow
from routines.figures.tracks import end_of, is_moved_by, track_of
from routines.figures.turning import turning
from routines.figures.ways import Body, Path, body_on, middle_of, path_of
from routines.model import Cycles, Phase, PhaseName, Side, Span, Timed, Unit, Verb
from routines.phases import ease, moment_at
from routines.timeline import Segment, SegmentKind

BREATH = 10.0
"""Seconds of the quiet breath that goes on by itself: five in, five out."""

INTO_HOLD = 4.0
OUT_OF_HOLD = 1.5
"""The most seconds that a figure takes into a posture that is held, and back out of it."""

INTO_BREATH = 2.0
"""Seconds until the breath moves a posture that is held as far as it can."""

_PLAIN_TEMPO = ((PhaseName.THERE, 2.0), (PhaseName.BACK, 2.0))
"""How a movement goes that has a length and no tempo: 2-0-2-0."""

_HELD = (PhaseName.HOLD, PhaseName.THERE, PhaseName.IN)
"""The way into what is held: the first of these that the loop has."""


def pose_at(figure: Figure, segment: Segment, offset: float) -> Pose:
    """The figure ``offset`` seconds into ``segment``. The segment's side decides which it shows."""
    offset = max(0.0, offset if segment.is_open else min(offset, segment.seconds))
    breath = _breath(segment, offset)
    if segment.kind is SegmentKind.SWITCH:
        return _switching(figure, segment, offset, breath)
    body = _body(figure, segment, offset, breath)
    return _pose(figure, body, breath, other=_is_other(figure, segment.side))


def still_pose(figure: Figure) -> Pose:
    """The figure in the posture that says most: what is held, or where the first way leads."""
    return _standing(figure, _says_most(figure), None)


def still_pose_at(figure: Figure, segment: Segment, offset: float) -> Pose:
    """As ``still_pose``, on the segment's side.

    Where both ways of a rep or a breath lead away from the start, as in cat-cow, it is the
    posture of the way whose turn it is, which is what the words speak of.
    """
    return _standing(figure, _whose_turn(figure, segment, offset), segment.side)


def _says_most(figure: Figure) -> Posture:
    ways = figure.loop.ways
    return next((ways[phase][-1] for phase in _HELD if phase in ways), figure.loop.start)


def _whose_turn(figure: Figure, segment: Segment, offset: float) -> Posture:
    most, step = _says_most(figure), segment.step
    if segment.kind is not SegmentKind.WORK or not isinstance(step, Timed):
        return most
    length = _cycles(figure, step)
    if length is None:
        return most
    moment = moment_at(length, max(0.0, min(offset, segment.seconds)))
    for phase in reversed(length.phases[: moment.index + 1]):
        if end := end_of(figure, phase.name):
            return most if end == figure.loop.start else end
    return most


def _standing(figure: Figure, posture: Posture, side: Side | None) -> Pose:
    body = Body(posture.joints, posture.belly)
    return _pose(figure, body, 0.0, other=_is_other(figure, side))


def _body(figure: Figure, segment: Segment, offset: float, breath: float) -> Body:
    step = segment.step
    start = figure.loop.start
    if segment.kind is SegmentKind.WORK and isinstance(step, Timed):
        length = _cycles(figure, step)
        if length is not None:
            return track_of(figure, length.phases, length.count).at(moment_at(length, offset))
        return _holding(figure, segment, step, offset, breath)
    held = figure.loop.ways.get(PhaseName.HOLD, ())
    return _breathing(figure, start, breath if start in held[-1:] else 0.0)


def _cycles(figure: Figure, step: Timed) -> Cycles | None:
    """The reps or breaths that move the figure, if there are any."""
    if isinstance(step.length, Cycles):
        return step.length if is_moved_by(figure, step.length.phases) else None
    phases = tuple(Phase(*each) for each in _PLAIN_TEMPO)
    if step.verb is not Verb.MOVE or not is_moved_by(figure, phases):
        return None
    count = max(1, math.floor(step.length.seconds / sum(seconds for _, seconds in _PLAIN_TEMPO)))
    stretched = step.length.seconds / sum(phase.seconds for phase in phases) / count
    even = tuple(Phase(phase.name, phase.seconds * stretched) for phase in phases)
    return Cycles(Unit.REP, count, even)


def _held(figure: Figure, step: Timed) -> Path:
    """The way into the posture that is held: a way of its own for it, or for a hold any way in."""
    ways = figure.loop.ways
    phases = _HELD if step.verb is Verb.HOLD else (PhaseName.HOLD,)
    way = next((ways[phase] for phase in phases if phase in ways), ())
    return path_of(figure.loop.start, *way)


def _breathing(figure: Figure, held: Posture, breath: float) -> Body:
    """A posture that is held, moved by the breath where the loop has a hold and a way in too."""
    ways = figure.loop.ways
    breathes = PhaseName.HOLD in ways and PhaseName.IN in ways
    full = ways[PhaseName.IN][-1] if breathes else held
    return body_on((held, full), breath, figure.view)


def _holding(figure: Figure, segment: Segment, step: Timed, offset: float, breath: float) -> Body:
    path = _held(figure, step)
    into = min(INTO_HOLD, segment.seconds / 4)
    out = 0.0 if _switch_follows(segment, step) else min(OUT_OF_HOLD, segment.seconds / 4)
    left = segment.seconds - offset
    share = min(offset / into if into else 1.0, left / out if out else 1.0)
    if share < 1.0:
        return body_on(path, ease(share), figure.view)
    # The breath comes in slowly when the posture is there, and is gone when it is left.
    since = min(offset - into, left - out)
    return _breathing(figure, path[-1], breath * ease(min(1.0, since / INTO_BREATH)))


def _switch_follows(segment: Segment, step: Timed) -> bool:
    return step.switch > 0 and len(step.sides) > 1 and segment.side is step.sides[0]


def _switching(figure: Figure, segment: Segment, offset: float, breath: float) -> Pose:
    half = segment.seconds / 2
    step = segment.step
    to_other = _is_other(figure, segment.side)
    held = isinstance(step, Timed) and _cycles(figure, step) is None
    if offset < half:
        path = _held(figure, step) if held and isinstance(step, Timed) else (figure.loop.start,)
        body = body_on(path, ease(1 - offset / half), figure.view)
        return _pose(figure, body, breath, other=not to_other)
    share = ease((offset - half) / half) if half else 1.0
    start = figure.loop.start
    begin = _pose(figure, Body(start.joints, start.belly), breath, other=False)
    return turning(figure, begin, share if to_other else 1 - share)


def _pose(figure: Figure, body: Body, breath: float, *, other: bool) -> Pose:
    props = tuple(
        PropNow(prop.kind, tuple(body.joints[e] if isinstance(e, str) else e for e in prop.ends))
        for prop in figure.props
    )
    pose = Pose(figure.view, figure.facing, body.joints, props, breath, body.belly)
    return mirrored(pose, middle_of(figure)) if other else pose


def _is_other(figure: Figure, side: Side | None) -> bool:
    return side is not None and side is not figure.side


def _breath(segment: Segment, offset: float) -> float:
    """How full the chest is: as the step's own breaths say, else quietly going on by itself.

    It begins and ends empty in every segment, so that it never jumps.
    """
    step = segment.step
    if segment.kind is SegmentKind.WORK and isinstance(step, Timed):
        length: Span | Cycles = step.length
        if isinstance(length, Cycles) and length.unit is Unit.BREATH:
            return moment_at(length, offset).extent(ease)
    breaths = max(1, round(segment.seconds / BREATH))
    one = segment.seconds / breaths or BREATH
    return 0.5 - 0.5 * math.cos(math.tau * offset / one)
