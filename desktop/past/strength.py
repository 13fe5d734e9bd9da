"""How much of a habit a practice has become: a missed day dents it, and never takes it to zero.

The formula is the one of Loop Habit Tracker (``Score.kt``): exponential smoothing with a half-life
of ``13 / sqrt(frequency)`` days, here over the share of the week's aim in the last seven days.
"""

from collections.abc import Collection, Container
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

AIM = 3
"""Days a week that count as a full week of a practice: enough for most, a duty for nobody."""

WINDOW = 7
_HALF_LIFE = 13.0
_ALL = (1 << WINDOW) - 1


@dataclass(frozen=True, slots=True)
class Strength:
    """``share`` is 0 to 1; ``days`` on how many days it was practised in all."""

    share: float
    days: int


def strength_of(
    practised: Collection[date], today: date, off: Container[date] = (), aim: int = AIM
) -> Strength:
    """The strength today of what was ``practised`` on these local days, ``aim`` days a week.

    Days ``off`` (sick, holiday) leave it as it is; so does today while it is not over.
    """
    days = {day for day in practised if day <= today}
    if not days:
        return Strength(0.0, 0)
    keep = 0.5 ** (sqrt(aim / WINDOW) / _HALF_LIFE)
    share, recent = 0.0, 0  # the last days that counted, one bit each
    day = min(days)
    while day <= today:
        done = day in days
        if done or (day not in off and day != today):
            recent = (recent << 1 | done) & _ALL
            share = share * keep + min(1.0, recent.bit_count() / aim) * (1 - keep)
        day += timedelta(days=1)
    return Strength(share, len(days))
