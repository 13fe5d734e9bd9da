"""When to see someone: what the ratings of three weeks can tell, and what is asked then.

It never says what something is. It asks, and with the answers says whom to show it to. The signs
are those of the safety page (see ``desktop.words.safety`` for their sources); the numbers are our
own, and careful: most days of three weeks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from desktop.past.measures import Rated

DAYS = 21
MOST_DAYS = 11
LEAST = {"pain": 4, "tension": 6}
"""From which value on a day's rating counts, by scale."""

REST_AFTER_NO = timedelta(days=14)
REST_AFTER_LATER = timedelta(days=3)

SEEN = "seen"
"""The answer that a professional has seen it: then nothing is asked for a while."""

REST_AFTER_SEEN = timedelta(days=42)

OVERWHELM = "overwhelm"
QUESTIONS = ("night", "arms", "rest", OVERWHELM)
"""Worse at night, spreading to the arms, not easing with rest, more than one can carry."""


class Advice(Enum):
    """What the quiet card says, from the least to the most."""

    ASK = auto()
    SHOW = auto()
    SHOW_SOON = auto()
    HELP = auto()


@dataclass(frozen=True, slots=True)
class Persisting:
    """A scale that was rated high on ``days`` of the last three weeks, from ``since`` on."""

    scale: str
    days: int
    since: date


@dataclass(frozen=True, slots=True)
class Reply:
    """The newest answer to a question: ``yes``, ``no`` or ``later``, and on which day."""

    day: date
    answer: str


@dataclass(frozen=True, slots=True)
class Concern:
    """What to show: what persists, the questions that are open now, and the advice."""

    persisting: tuple[Persisting, ...]
    questions: tuple[str, ...]
    advice: Advice


def persisting(ratings: Iterable[Rated], today: date) -> tuple[Persisting, ...]:
    """Pain or tension that was high on most days of the three weeks up to ``today``."""
    first = today - timedelta(days=DAYS - 1)
    days: dict[str, set[date]] = {scale: set() for scale in LEAST}
    for rating in ratings:
        if first <= rating.day <= today and rating.value >= LEAST.get(rating.scale, 99):
            days[rating.scale].add(rating.day)
    return tuple(
        Persisting(scale, len(found), min(found))
        for scale, found in days.items()
        if len(found) >= MOST_DAYS
    )


def concern(ratings: Iterable[Rated], replies: Mapping[str, Reply], today: date) -> Concern | None:
    """What deserves a quiet card today; None if nothing does.

    ``replies`` hold the newest answer to each question. What a professional has seen is asked again
    only when something new was answered with yes since.
    """
    seen = replies.get(SEEN)
    rests = seen is not None and seen.answer == "yes" and today - seen.day < REST_AFTER_SEEN
    if seen is not None and rests:
        replies = {name: each for name, each in replies.items() if each.day > seen.day}
    found = () if rests else persisting(ratings, today)
    said_yes = {name for name, reply in replies.items() if _holds(name, reply, today)}
    if not found and not said_yes:
        return None
    open_now = tuple(name for name in QUESTIONS if _is_open(replies.get(name), today))
    never_asked = not any(name in replies for name in QUESTIONS)
    return Concern(found, open_now if found else (), _advice(said_yes, asks=never_asked))


def _advice(said_yes: set[str], *, asks: bool) -> Advice:
    if OVERWHELM in said_yes:
        return Advice.HELP
    if said_yes:
        return Advice.SHOW_SOON
    return Advice.ASK if asks else Advice.SHOW


def _holds(name: str, reply: Reply, today: date) -> bool:
    """Whether a yes to a question still counts."""
    return name in QUESTIONS and reply.answer == "yes" and today - reply.day < timedelta(days=DAYS)


def _is_open(reply: Reply | None, today: date) -> bool:
    if reply is None:
        return True
    rest = REST_AFTER_LATER if reply.answer == "later" else REST_AFTER_NO
    return today - reply.day >= rest
