"""Ratings over time: one point a day and scale, on one axis from 0 to 10."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean

MOST = 10


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating on a local day."""

    day: date
    scale: str
    value: int


@dataclass(frozen=True, slots=True)
class Point:
    """The mean of a day's ratings, and how many there were."""

    day: date
    value: float
    count: int


def series(ratings: Iterable[Rated], scale: str) -> tuple[Point, ...]:
    """The days on which ``scale`` was rated, in order. Days between are gaps, not zeroes."""
    days: dict[date, list[int]] = {}
    for rating in ratings:
        if rating.scale == scale:
            days.setdefault(rating.day, []).append(rating.value)
    return tuple(Point(day, fmean(days[day]), len(days[day])) for day in sorted(days))
