"""What the reminders run by: the files with the person's settings laid over them. Pure values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from routines.reminders.model import (
    After,
    AtTimes,
    Before,
    Event,
    Every,
    Reminder,
)

AWAY_AFTER = 300.0
"""Seconds away that count as a break of one's own."""

SETTLE = 120.0
"""Seconds after coming back in which nothing comes."""

SPACING = 300.0
"""Least seconds between two notes."""

STALE_AFTER = 1800.0
"""A clock time that passed longer ago than this, while nobody was there, does not come any more."""


@dataclass(frozen=True, slots=True)
class Now:
    """One reading of the clock: seconds that never go back, and the local wall clock."""

    monotonic: float
    wall: datetime


@dataclass(frozen=True, slots=True)
class Absence:
    """Planned days away, both ends included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def _system_zone(naive: datetime) -> datetime:
    return naive.astimezone()


@dataclass(frozen=True, slots=True)
class Plan:
    """All reminders that are switched on, and what they share.

    ``localize`` gives a local wall-clock time its offset from UTC; where the clock skips an hour
    a time in it moves behind, and where an hour comes twice the first is meant.
    """

    reminders: tuple[Reminder, ...] = ()
    bedtime: time | None = None
    day_start: time = time(4)
    absences: tuple[Absence, ...] = ()
    spacing: float = SPACING
    localize: Callable[[datetime], datetime] = field(default=_system_zone)

    def day_of(self, wall: datetime) -> date:
        """The person's day: before ``day_start`` it is still the day before."""
        day = wall.date()
        return day if wall.time() >= self.day_start else day - timedelta(days=1)

    def is_absent(self, wall: datetime) -> bool:
        return any(absence.holds(self.day_of(wall)) for absence in self.absences)

    def slots(self, reminder: Reminder, day: date) -> list[datetime]:
        """The moments of a calendar day at which a reminder with clock times is due."""
        match reminder.rhythm:
            case AtTimes(times):
                naive = [datetime.combine(day, at) for at in times]
            case Before(Event.BEDTIME, seconds) if self.bedtime is not None:
                naive = [self._bedtime_of(day, self.bedtime) - timedelta(seconds=seconds)]
            case _:
                naive = []
        return [self.localize(each) for each in naive if self._is_day(reminder, each)]

    def _bedtime_of(self, day: date, bedtime: time) -> datetime:
        """A bedtime before the day begins belongs to the evening before it."""
        late = bedtime < self.day_start
        return datetime.combine(day + timedelta(days=1) if late else day, bedtime)

    def _is_day(self, reminder: Reminder, at: datetime) -> bool:
        return any(weekday.number == self.day_of(at).weekday() for weekday in reminder.days)

    def may_come(self, reminder: Reminder, wall: datetime) -> bool:
        """Whether ``reminder`` may come at this time of this day at all."""
        if self.is_absent(wall) or not self._is_day(reminder, wall):
            return False
        return not reminder.between or any(hours.holds(wall.time()) for hours in reminder.between)

    def opens_at(self, reminder: Reminder, wall: datetime) -> datetime | None:
        """When ``reminder`` may come next after ``wall``, within eight days; None if never.

        Where it may come already that is ``wall`` itself.
        """
        if self.may_come(reminder, wall):
            return wall
        begins = [hours.begin for hours in reminder.between] or [self.day_start, time(0)]
        for days in range(9):
            day = wall.date() + timedelta(days=days)
            for begin in sorted({*begins, self.day_start}):
                at = self.localize(datetime.combine(day, begin))
                if at > wall and self.may_come(reminder, at):
                    return at
        return None


def is_counted(reminder: Reminder) -> bool:
    """Whether it counts time at the desk, so that a break starts it anew."""
    return isinstance(reminder.rhythm, Every)


def is_after_call(reminder: Reminder) -> bool:
    return isinstance(reminder.rhythm, After)
