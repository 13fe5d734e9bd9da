"""What fits now: which routine to offer first, and why. A suggestion, never a duty."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto

HIGH = 6
"""A rating from which on tension or anxiety counts as high, on 0 to 10."""

RECENT = timedelta(minutes=30)
"""How long a high rating, or the end of a long call, is "just now"."""

MORNING = (4, 11)
EVENING_BEFORE_BED = timedelta(hours=2)
LATE = 21
"""The hour from which on it is evening where no bedtime is known."""

MOST = 3


class Reason(Enum):
    """Why it is offered. The words stand in ``desktop.words.today``."""

    HIGH = auto()
    AFTER_CALL = auto()
    MORNING = auto()
    EVENING = auto()
    FAVOURITE = auto()
    LAST = auto()
    DESK = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A routine that can play, with its file's tags. ``own`` ones are the person's."""

    id: str
    tags: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known now. Moments are None where there was none; ``done_today`` are ids."""

    now: datetime
    bedtime: datetime | None = None
    rated_high: datetime | None = None
    call_ended: datetime | None = None
    done_today: tuple[str, ...] = ()
    favourites: tuple[str, ...] = ()
    last: str = ""
    order: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A routine's id, and why it is offered."""

    id: str
    reason: Reason


_Rule = tuple[Reason, Callable[[Facts], bool], tuple[str, ...]]


def _is_recent(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and timedelta(0) <= now - moment <= RECENT


def _is_morning(facts: Facts) -> bool:
    return MORNING[0] <= facts.now.hour < MORNING[1]


def _is_evening(facts: Facts) -> bool:
    if facts.bedtime is not None:
        return -EVENING_BEFORE_BED <= facts.now - facts.bedtime <= EVENING_BEFORE_BED
    return facts.now.hour >= LATE or facts.now.hour < MORNING[0]


_RULES: tuple[_Rule, ...] = (
    (
        Reason.HIGH,
        lambda facts: _is_recent(facts.rated_high, facts.now),
        ("in-the-moment", "breath"),
    ),
    (
        Reason.AFTER_CALL,
        lambda facts: _is_recent(facts.call_ended, facts.now),
        ("after-a-call", "desk"),
    ),
    (Reason.EVENING, _is_evening, ("evening",)),
    (Reason.MORNING, _is_morning, ("morning",)),
)


def suggestions(facts: Facts, candidates: Iterable[Candidate]) -> tuple[Suggestion, ...]:
    """At most three, the best first. What was done today comes after what was not."""
    there = {each.id: each for each in candidates}
    found: dict[str, Reason] = {}
    for reason, holds, tags in _RULES:
        if holds(facts):
            for routine in _tagged(there.values(), tags, facts):
                found.setdefault(routine, reason)
                break
    others = [*((each, Reason.FAVOURITE) for each in facts.favourites), (facts.last, Reason.LAST)]
    others += [(each, Reason.DESK) for each in _tagged(there.values(), ("desk",), facts)]
    for routine, reason in others:
        if routine in there and (reason is not Reason.LAST or not _is_evening(facts)):
            found.setdefault(routine, reason)
    return tuple(Suggestion(each, found[each]) for each in list(found)[:MOST])


def _tagged(there: Iterable[Candidate], tags: tuple[str, ...], facts: Facts) -> list[str]:
    """Those with the first of ``tags`` that any has: not done today first, then favourites, own.

    After that, one comes the sooner the further in front the tag stands among its own: a file says
    with its first tag what it is for above all.
    """
    every = list(there)
    for tag in tags:
        having = [each for each in every if tag in each.tags]
        if having:
            having.sort(
                key=lambda each: (
                    each.id in facts.done_today,
                    each.id not in facts.favourites,
                    not each.own,
                    each.tags.index(tag),
                )
            )
            return [each.id for each in having]
    return []
