"""What a plot consists of, as plain values: lines, bars, ticks. No Qt, and no plotting library.

Days are counted from the plot's first one: an SVG has too few digits for a calendar's.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from desktop.pages.weeks.shown import OUTCOMES, Hour, Series, Week, WeeksShown
from desktop.past.measures import Point
from desktop.words.weeks import (
    hour_text,
    minutes_text,
    scale_name,
    short_date,
    short_month,
    value_text,
)

LONGEST_GAP = 15
"""Days without a rating that a line still bridges; a longer silence is a gap in it."""

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3000, 6000)
_MOST_TICKS = 5

Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Points from left to right, drawn in the look of its scale."""

    scale: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that stand on ``bottoms``, filled in the look of an outcome."""

    look: str
    places: tuple[float, ...]
    heights: tuple[float, ...]
    bottoms: tuple[float, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Figure:
    """``words`` stand beside points that have too few neighbours to tell anything."""

    x_ticks: Ticks
    y_ticks: Ticks
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    lines: tuple[Line, ...] = ()
    bars: tuple[Bars, ...] = ()
    words: tuple[tuple[float, float, str], ...] = ()


def ratings_figure(values: WeeksShown, scales: Collection[str]) -> Figure:
    """The chosen scales over the days, all on one axis from 0 to 10."""
    chosen = [each for each in values.series if each.scale in scales and each.points]
    middle = 3 if values.by_week else 0  # days from a week's first to its middle
    return Figure(
        x_ticks=day_ticks(values.since, values.today),
        y_ticks=tuple((float(value), str(value)) for value in range(0, 11, 2)),
        x_range=(-0.7, (values.today - values.since).days + 0.7),
        y_range=(-0.4, 10.4),
        lines=tuple(line for each in chosen for line in _lines(each, values.since, middle)),
        words=tuple(_alone(each, values.since, middle) for each in chosen if len(each.points) == 1),
    )


def weeks_figure(weeks: Sequence[Week]) -> Figure:
    """A bar a week, its minutes."""
    most = max((week.minutes for week in weeks), default=0.0)
    step = _step(most)
    places = tuple(number * 7 + 3.0 for number in range(len(weeks)))
    ticks = tuple((float(tick), minutes_text(tick)) for tick in _upwards(most, step))
    heights = tuple(week.minutes for week in weeks)
    return Figure(
        x_ticks=_week_ticks(weeks),
        y_ticks=((0.0, "0"), *ticks[1:]),
        x_range=(places[0] - 3.5, places[-1] + 3.5),
        y_range=(0.0, max(most, ticks[-1][0]) * 1.03),
        bars=(Bars(OUTCOMES[0], places, heights, (0.0,) * len(places), 4.6),),
    )


def hours_figure(hours: Sequence[Hour]) -> Figure:
    """Reminders by the hour in which they came, what became of them one above the other."""
    first, last = hours[0].hour, hours[-1].hour
    most = max(each.came for each in hours)
    places = tuple(each.hour + 0.5 for each in hours)
    bars = []
    for number, outcome in enumerate(OUTCOMES):
        heights = tuple(float(each.counts[number]) for each in hours)
        bottoms = tuple(float(sum(each.counts[:number])) for each in hours)
        if any(heights):
            bars.append(Bars(outcome, places, heights, bottoms, 0.7))
    ticks = tuple((float(tick), str(tick)) for tick in _upwards(most, _step(most)))
    return Figure(
        x_ticks=tuple((float(hour), hour_text(hour % 24)) for hour in range(first, last + 2)),
        y_ticks=ticks,
        x_range=(first - 0.3, last + 1.3),
        y_range=(0.0, max(float(most), ticks[-1][0]) * 1.03),
        bars=tuple(bars),
    )


def day_ticks(first: date, last: date) -> Ticks:
    """Mondays in a few weeks, else the first of each month."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if len(days) <= 7 * 8:
        mondays = [day for day in days if day.weekday() == 0]
        return tuple(((day - first).days, short_date(day)) for day in mondays)
    months = [day for day in days if day.day == 1]
    return tuple(((day - first).days, short_month(day.month)) for day in months)


def _week_ticks(weeks: Sequence[Week]) -> Ticks:
    """A label under the first bar of each month, or under each where there are few."""
    places = [number * 7 + 3.0 for number in range(len(weeks))]
    if len(weeks) <= 8:
        named = [short_date(week.first) for week in weeks]
        return tuple(zip(places, named, strict=True))
    pairs = zip(places[1:], pairwise(weeks), strict=True)
    return tuple(
        (place, short_month(week.first.month))
        for place, (before, week) in pairs
        if week.first.month != before.first.month
    )


def _lines(series: Series, first: date, middle: int) -> list[Line]:
    """The pieces of a line: it does not lead over a long silence."""
    pieces: list[list[Point]] = []
    for point in series.points:
        if not pieces or (point.day - pieces[-1][-1].day).days > LONGEST_GAP:
            pieces.append([])
        pieces[-1].append(point)
    return [
        Line(series.scale, tuple(((p.day - first).days + middle, p.value) for p in piece))
        for piece in pieces
    ]


def _alone(series: Series, first: date, middle: int) -> tuple[float, float, str]:
    (point,) = series.points
    words = f"{scale_name(series.scale)} {value_text(point.value)}, {short_date(point.day)}"
    return ((point.day - first).days + middle, point.value, words)


def _step(most: float) -> int:
    return next((step for step in _STEPS if most / step <= _MOST_TICKS), _STEPS[-1])


def _upwards(most: float, step: int) -> range:
    return range(0, max(1, int(-(-most // step))) * step + 1, step)
