"""What is heard in a segment: its bells, its breath, and what the voice says when.

A routine can be followed by this alone, with the eyes closed: what comes and on which side, when
it begins, what to do, half way, the last of the reps, a change, and the end.
"""

from dataclasses import replace

from desktop.sound.model import Bell, Event, Ring, Say, Score, Swell, Talk, Wishes
from desktop.sound.telling import Telling, is_first, is_other_side, seconds_of
from routines.cues import SignalKind, signals_of
from routines.model import Cycles, Span, Timed, Unit, Verb
from routines.timeline import Segment, SegmentKind, Timeline

TICKS = 3
_TICKED_BREAK = 5.0
_TICKED_WORK = 15.0
"""Seconds that a break, or work by the clock, lasts at least to have ticks before its end."""

_CUT_SHORT = 0.05
"""Seconds; what should have begun longer ago than this is over."""

_LATEST_BEGIN = 1.0
"""... but the bell of the beginning, as late as the mixer has it rung."""

_TICKED_VERBS = (Verb.HOLD, Verb.MOVE)


def score_of(segment: Segment, following: Segment | None, wishes: Wishes) -> Score:
    """What is heard from the start of ``segment`` on, by the time at which it begins.

    ``following`` is the segment behind it; behind the last there is none, and the whole closes.
    """
    events: list[Event] = [*_bells(segment, following, wishes), *_swells(segment)]
    if wishes.talk is not Talk.NOTHING:
        events += Telling(segment, following, wishes).all()
    return tuple(sorted(events, key=lambda each: each.at))


def score_of_routine(timeline: Timeline, wishes: Wishes, *, open_seconds: float = 0.0) -> Score:
    """The whole of a routine. Each open step is given ``open_seconds`` of silence to answer in;
    without any only its bell is heard.
    """
    found: list[Event] = []
    waited = 0.0
    for index, segment in enumerate(timeline.segments):
        start = segment.start + waited
        room = open_seconds if segment.is_open else segment.seconds
        for event in score_of(segment, _behind(timeline, index), wishes):
            if isinstance(event, Say):
                until = min(event.until, room)
                if until > event.at:
                    found.append(replace(event, at=start + event.at, until=start + until))
            elif event.at >= segment.seconds and segment.is_open and event.at > 0:
                found.append(replace(event, at=start + room))
            else:
                found.append(replace(event, at=start + event.at))
        waited += room - segment.seconds
    return tuple(sorted(found, key=lambda each: each.at))


def _behind(timeline: Timeline, index: int) -> Segment | None:
    return timeline.segments[index + 1] if index + 1 < len(timeline.segments) else None


def from_here(score: Score, offset: float, wishes: Wishes, *, is_begun: bool = True) -> Score:
    """What is left of a score ``offset`` seconds into it.

    A sentence that was broken off is said again, as half of it would mean nothing; a swell is
    joined on its way. Where it ``is_begun`` the bell of the beginning has been heard; else it may
    still come, a little late: so it does while the sound is being started.
    """
    found: list[Event] = []
    for event in score:
        if isinstance(event, Ring):
            is_awaited = event.bell is Bell.BEGIN and not is_begun
            if event.at >= offset - (_LATEST_BEGIN if is_awaited else _CUT_SHORT):
                found.append(event)
        elif isinstance(event, Swell):
            if event.at + event.seconds > offset:
                found.append(event)
        elif event.at >= offset - _CUT_SHORT:
            found.append(event)
        elif event.at + seconds_of(event.text, wishes) > offset:
            found.append(replace(event, at=offset))
    return tuple(found)


def bells_only(score: Score) -> Score:
    """The bells of a score, for a preview that is too fast for words and breaths."""
    return tuple(event for event in score if isinstance(event, Ring))


# Bells


def _bells(segment: Segment, following: Segment | None, wishes: Wishes) -> list[Event]:
    found: list[Event] = []
    opening = Bell.BEGIN if is_first(segment) else _opening_bell(segment, wishes)
    if opening is not None:
        found.append(Ring(0.0, opening))
    found += [
        Ring(signal.offset, Bell.HALFWAY)
        for signal in signals_of(segment)
        if signal.kind is SignalKind.HALFWAY
    ]
    if _is_ticked(segment):
        found += [Ring(segment.seconds - left, Bell.TICK) for left in range(TICKS, 0, -1)]
    if following is None:
        if not segment.is_open:  # its end is the person's
            found.append(Ring(segment.seconds, Bell.CLOSE))
    elif _has_end(segment) and _opening_bell(following, wishes) is None:
        found.append(Ring(segment.seconds, Bell.END))
    return found


def _opening_bell(segment: Segment, wishes: Wishes) -> Bell | None:
    """What tells that a segment begins. Words that are spoken need no bell before them."""
    if segment.kind is SegmentKind.SWITCH:
        return Bell.SWITCH
    if segment.kind is SegmentKind.OPEN:
        return Bell.NEXT
    if segment.kind is not SegmentKind.WORK:
        return None
    step = segment.step
    if step.verb is Verb.SAY and wishes.talk is not Talk.NOTHING:
        return None
    if isinstance(step, Timed) and step.switch == 0 and is_other_side(segment):
        return Bell.SWITCH
    return Bell.NEXT


def _has_end(segment: Segment) -> bool:
    return segment.kind is SegmentKind.WORK and segment.step.verb is not Verb.SAY


def _is_ticked(segment: Segment) -> bool:
    if segment.kind in (SegmentKind.LEAD_IN, SegmentKind.SWITCH, SegmentKind.REST):
        return segment.seconds >= _TICKED_BREAK
    step = segment.step
    if not isinstance(step, Timed) or not isinstance(step.length, Span):
        return False  # breaths and reps are heard coming to their end
    return step.verb in _TICKED_VERBS and segment.seconds >= _TICKED_WORK


# Breaths and reps


def _swells(segment: Segment) -> list[Event]:
    step = segment.step
    if segment.kind is not SegmentKind.WORK or not isinstance(step, Timed):
        return []
    length = step.length
    if not isinstance(length, Cycles):
        return []
    return [Swell(0.0, length.phases, length.count, is_breath=length.unit is Unit.BREATH)]
