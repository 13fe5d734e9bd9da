"""A year of days as a sheet of squares: a column a week, a row a weekday, deeper for more."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

STEPS = (0.0, 5.0, 10.0, 20.0)
"""Minutes above which a day is one level deeper. Any practice at all is level 1."""


@dataclass(frozen=True, slots=True)
class Square:
    """One local day in a column (week) and a row (0 is the week's first day); levels 0 to 4."""

    day: date
    column: int
    row: int
    minutes: float
    level: int
    is_off: bool = False


def level_of(minutes: float) -> int:
    """0 without practice, 1 for any, up to 4 from more than twenty minutes on."""
    return sum(minutes > step for step in STEPS)


def squares(
    minutes: Mapping[date, float],
    today: date,
    *,
    weeks: int = 53,
    first_weekday: int = 0,
    off: Container[date] = (),
) -> tuple[Square, ...]:
    """The last ``weeks`` weeks up to ``today``; ``first_weekday`` is 0 for Monday, 6 for Sunday."""
    row_today = (today.weekday() - first_weekday) % 7
    first = today - timedelta(days=row_today + 7 * (weeks - 1))
    found = []
    for number in range((today - first).days + 1):
        day = first + timedelta(days=number)
        done = minutes.get(day, 0.0)
        column, row = divmod(number, 7)
        found.append(Square(day, column, row, done, level_of(done), day in off))
    return tuple(found)
