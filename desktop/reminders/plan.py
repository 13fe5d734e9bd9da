"""What the reminders run by: the files with the person's settings laid over them. Pure values.

Here stands what is allowed when: days, hours, absences. What comes when is the business of
``clock_times``, ``waits`` and ``schedule``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from routines.reminders.model import EVERY_DAY, Hours, Reminder

AWAY_AFTER = 300.0
"""Seconds away that count as a break of one's own."""

SETTLE = 120.0
"""Seconds after coming back in which nothing comes."""

SPACING = 300.0
"""Least seconds between two notes."""

STALE_AFTER = 1800.0
"""Seconds that a clock time may wait while nobody is there; then it does not come any more."""

ONE_DAY = timedelta(days=1)
_ORDINARY_DAYS = 9  # each weekday comes within them, from any hour on
_FARTHEST = 1100  # days that are looked through when all of them are planned absences


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


def system_zone(moment: datetime) -> datetime:
    """``moment`` on this computer's wall clock."""
    return moment.astimezone()


@dataclass(frozen=True, slots=True)
class Plan:
    """All reminders that are switched on, and what they share.

    ``localize`` gives a moment its place on the local wall clock, with a fixed offset from UTC,
    so that moments can be subtracted. It takes any moment, and also a wall-clock time without
    an offset: where the clock skips an hour a time in it moves behind, and where an hour comes
    twice the first is meant.
    """

    reminders: tuple[Reminder, ...] = ()
    bedtime: time | None = None
    day_start: time = time(4)
    absences: tuple[Absence, ...] = ()
    spacing: float = SPACING
    week: Mapping[int, tuple[Hours, ...]] = field(default_factory=dict)
    """The person's hours for all reminders, by weekday; a day that is not in it has no limits."""
    localize: Callable[[datetime], datetime] = field(default=system_zone)

    def day_of(self, moment: datetime) -> date:
        """The person's day: before ``day_start`` it is still the day before."""
        local = self.localize(moment)
        return local.date() if local.time() >= self.day_start else local.date() - ONE_DAY

    def next_day(self, moment: datetime) -> datetime:
        """When the person's next day begins: the end of a pause "until tomorrow"."""
        return self.day_begin(self.day_of(moment) + ONE_DAY)

    def day_begin(self, day: date) -> datetime:
        """When the person's ``day`` begins."""
        return self.localize(datetime.combine(day, self.day_start))

    def is_absent(self, day: date) -> bool:
        return any(absence.holds(day) for absence in self.absences)

    def is_day_of(self, reminder: Reminder, moment: datetime) -> bool:
        """Whether ``moment`` lies on one of the reminder's weekdays."""
        if len(reminder.days) == len(EVERY_DAY):
            return True
        weekday = self.day_of(moment).weekday()
        return any(each.number == weekday for each in reminder.days)

    def may_come(self, reminder: Reminder, moment: datetime, not_on: date | None = None) -> bool:
        """Whether ``reminder`` may come at ``moment`` at all. ``not_on`` is a day it rests on."""
        day = self.day_of(moment)
        if day == not_on or self.is_absent(day) or not self.is_day_of(reminder, moment):
            return False
        clock = self.localize(moment).time()
        return all(
            any(hours.holds(clock) for hours in limits) for limits in self._limits(reminder, day)
        )

    def _limits(self, reminder: Reminder, day: date) -> list[tuple[Hours, ...]]:
        """The hours that hold on a day: the reminder's own, and the person's for all of them."""
        own = [reminder.between] if reminder.between else []
        week = self.week.get(day.weekday())
        return own if week is None else [*own, week]

    def opens_at(
        self, reminder: Reminder, moment: datetime, not_on: date | None = None
    ) -> datetime | None:
        """The first time from ``moment`` on at which ``reminder`` may come.

        None if there is none before the planned absences end, nor in the week after.
        """
        if self.may_come(reminder, moment, not_on):
            return moment
        first, ordinary = self.localize(moment).date(), 0
        for number in range(_FARTHEST):
            day = first + number * ONE_DAY
            if self.is_absent(day) and self.is_absent(day - ONE_DAY):
                continue
            for begin in self._openings(reminder, day):
                if begin > moment and self.may_come(reminder, begin, not_on):
                    return begin
            ordinary += 1
            if ordinary > _ORDINARY_DAYS:
                break
        return None

    def _openings(self, reminder: Reminder, day: date) -> list[datetime]:
        """The moments of a calendar day at which hours or days may begin, in order.

        Where the clock is set forward, hours that begin in the skipped hour begin behind it; and
        where it is set back, hours may begin twice.
        """
        ranges = [reminder.between, *self.week.values()]
        clocks = {self.day_start, *(hours.begin for each in ranges for hours in each)}
        both = [clock.replace(fold=fold) for clock in clocks for fold in (0, 1)]
        naive = [datetime.combine(day, clock) for clock in both]
        return sorted([*map(self.localize, naive), *self._changes(day)])

    def _changes(self, day: date) -> Iterator[datetime]:
        """The moment about ``day`` at which the offset from UTC changes, if there is one."""
        before, behind = (
            self.localize(datetime.combine(day + away * ONE_DAY, time(12))).astimezone(UTC)
            for away in (-1, 1)
        )
        old, new = self._offset(before), self._offset(behind)
        if old == new:
            return
        while behind - before > timedelta(seconds=1):
            middle = before + (behind - before) // 2
            before, behind = (middle, behind) if self._offset(middle) == old else (before, middle)
        yield self.localize(behind.replace(microsecond=0))

    def _offset(self, moment: datetime) -> timedelta | None:
        return self.localize(moment).utcoffset()
