"""What the page shows, as plain values. Days are local ones, a week begins on Monday. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Protocol

from desktop.past.heat import Square
from desktop.past.helped import Helped
from desktop.past.measures import Point
from desktop.past.strength import Strength

KINDS = ("yoga", "strength", "mobility", "breath", "relaxation", "mind", "check", "writing")
"""The tags that say what kind of practice a routine is, in the order in which they are asked."""

_OCCASIONS = frozenset({"morning", "evening", "bed", "desk", "call", "in-the-moment"})
"""Tags that say when, which is no kind."""

OUTCOMES = ("started", "later", "skipped", "not-today", "ignored")
"""What can become of a reminder, as in the history, from the bottom of a bar to its top."""

OFF = ("sick", "holiday")
"""Why a day asks for nothing, as in the history."""

LEAST_AXIS = 14
"""Days that an axis of days has at least: a few of them do not fill a plot."""

WEEKS_FROM = 92
"""Days beyond which a plot of ratings has a point a week."""


class Range(Enum):
    """How far back. The value is in weeks, the one under way among them."""

    FOUR_WEEKS = 4
    THREE_MONTHS = 13
    YEAR = 53


class Done(Protocol):
    """Practice of one routine, by its id, on one day."""

    @property
    def day(self) -> date: ...
    @property
    def routine(self) -> str: ...
    @property
    def seconds(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Day:
    """A square of the sheet; ``done`` are names with minutes, ``off`` one of ``OFF`` or empty."""

    square: Square
    done: tuple[tuple[str, float], ...] = ()
    off: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """The week from ``first`` on: minutes, and on how many days."""

    first: date
    minutes: float
    days: int


@dataclass(frozen=True, slots=True)
class KindDone:
    """One kind of practice, empty for what has none."""

    kind: str
    minutes: float
    days: int


@dataclass(frozen=True, slots=True)
class Series:
    """One scale over time. A point's day is its week's first where points are weeks."""

    scale: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Hour:
    """Reminders that came in this hour of the day (0 to 23), in the order of ``OUTCOMES``."""

    hour: int
    counts: tuple[int, ...]

    @property
    def came(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Practice:
    """How much of a habit one routine has become."""

    name: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class WeeksShown:
    """``days`` and ``practices`` are of the last year, all else from ``since`` on, up to today.

    ``by_week`` is whether a point of ``series`` is the mean of a week, else of a day. ``first`` is
    the first day there is anything about; None if there is nothing yet.
    """

    today: date
    range: Range
    since: date
    first: date | None
    days: tuple[Day, ...]
    weeks: tuple[Week, ...]
    kinds: tuple[KindDone, ...]
    series: tuple[Series, ...]
    by_week: bool
    helped: tuple[Helped, ...]
    hours: tuple[Hour, ...]
    practices: tuple[Practice, ...]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def since_of(span: Range, today: date) -> date:
    """The Monday that a range begins with."""
    return monday(today) - timedelta(weeks=span.value - 1)


def kind_of(tags: Iterable[str]) -> str:
    """The kind of practice that ``tags`` tell of: one that we know, else a word of the person's
    own that says no time of day.
    """
    own = [tag for tag in tags if tag not in _OCCASIONS]
    known = [kind for kind in KINDS if kind in own]
    return (known or own or [""])[0]


def minutes_by_day(done: Iterable[Done]) -> dict[date, float]:
    found: dict[date, float] = {}
    for each in done:
        found[each.day] = found.get(each.day, 0.0) + each.seconds / 60
    return found


def days_of(
    squares: Iterable[Square],
    done: Iterable[Done],
    names: Mapping[str, str],
    off: Mapping[date, str],
) -> tuple[Day, ...]:
    """Each square with what was done on its day; ``names`` are those of the routines."""
    by_day: dict[date, list[tuple[str, float]]] = {}
    for each in done:
        by_day.setdefault(each.day, []).append((names[each.routine], each.seconds / 60))
    return tuple(
        Day(each, tuple(by_day.get(each.day, ())), off.get(each.day, "")) for each in squares
    )


def weeks_of(done: Iterable[Done], since: date, today: date) -> tuple[Week, ...]:
    """Every week from that of ``since`` to that of ``today``, also those with nothing in them."""
    first = monday(since)
    number = (monday(today) - first).days // 7 + 1
    minutes, days = [0.0] * number, [set[date]() for _ in range(number)]
    for each in done:
        at = (each.day - first).days // 7
        if 0 <= at < number:
            minutes[at] += each.seconds / 60
            days[at].add(each.day)
    return tuple(
        Week(first + timedelta(weeks=at), minutes[at], len(days[at])) for at in range(number)
    )


def kinds_of(done: Iterable[Done], kinds: Mapping[str, str]) -> tuple[KindDone, ...]:
    """``kinds`` has one for each routine, so that they add up; the most minutes first."""
    minutes: dict[str, float] = {}
    days: dict[str, set[date]] = {}
    for each in done:
        kind = kinds[each.routine]
        minutes[kind] = minutes.get(kind, 0.0) + each.seconds / 60
        days.setdefault(kind, set()).add(each.day)
    found = [KindDone(kind, minutes[kind], len(days[kind])) for kind in minutes]
    return tuple(sorted(found, key=lambda each: (-each.minutes, each.kind)))


def by_week(points: Iterable[Point]) -> tuple[Point, ...]:
    """The mean of each week's ratings, on its first day."""
    sums: dict[date, tuple[float, int]] = {}
    for point in points:
        first = monday(point.day)
        total, count = sums.get(first, (0.0, 0))
        sums[first] = (total + point.value * point.count, count + point.count)
    return tuple(Point(day, total / count, count) for day, (total, count) in sorted(sums.items()))


def hours_of(counts: Iterable[tuple[int, str, int]]) -> tuple[Hour, ...]:
    """From hours, outcomes and how often, those hours in which any reminder came."""
    found: dict[int, list[int]] = {}
    for hour, outcome, count in counts:
        if outcome in OUTCOMES:
            found.setdefault(hour, [0] * len(OUTCOMES))[OUTCOMES.index(outcome)] += count
    return tuple(Hour(hour, tuple(found[hour])) for hour in sorted(found))
