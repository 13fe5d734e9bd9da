"""The last seven days as dots. A day without practice is an open dot, never a broken chain."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 7


@dataclass(frozen=True, slots=True)
class Dot:
    """One local day with its minutes of practice; ``is_off`` says that it asked for nothing."""

    day: date
    minutes: float
    is_off: bool = False

    @property
    def practised(self) -> bool:
        return self.minutes > 0


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, the oldest first; the last one is today."""

    dots: tuple[Dot, ...]

    @property
    def count(self) -> int:
        """On how many of them there was practice."""
        return sum(dot.practised for dot in self.dots)


def last_seven(minutes: Mapping[date, float], today: date, off: Container[date] = ()) -> Week:
    """The seven days that end with ``today``, from ``minutes`` practised by local day."""
    days = (today - timedelta(days=back) for back in reversed(range(DAYS)))
    return Week(tuple(Dot(day, minutes.get(day, 0.0), day in off) for day in days))
