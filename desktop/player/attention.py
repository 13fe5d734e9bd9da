"""Where the attention is on the body map, and how it goes over from one area to the next. No Qt."""

from routines.model import Timed, Verb
from routines.phases import ease
from routines.timeline import Place, Segment, Timeline

HAND_OVER = 1.5
"""Seconds until an area shines in place of the one before; fewer if it has no more."""

Glow = tuple[tuple[str, float], ...]
"""Areas, and how much each of them shines, from 0 to 1."""


def glow_at(timeline: Timeline, place: Place) -> Glow:
    """What shines at ``place``; nothing where the step does not turn to an area.

    The first area comes out of the dark; each that follows at once takes over from the one before.
    """
    segment = timeline.segments[place.index]
    area = _area(segment)
    if not area:
        return ()
    first = last = place.index
    while first > 0 and timeline.segments[first - 1].stop == segment.stop:
        first -= 1
    while last + 1 < len(timeline.segments) and timeline.segments[last + 1].stop == segment.stop:
        last += 1
    begin, end = timeline.segments[first].start, timeline.segments[last].end
    before = _area(timeline.segments[first - 1]) if first > 0 else ""
    if before == area or end <= begin:
        return ((area, 1.0),)
    share = ease((timeline.time_at(place) - begin) / min(HAND_OVER, end - begin))
    if not before or share >= 1:
        return ((area, share),)
    return ((before, 1.0 - share), (area, share))


def _area(segment: Segment) -> str:
    step = segment.step
    return step.area if isinstance(step, Timed) and step.verb is Verb.NOTICE else ""
