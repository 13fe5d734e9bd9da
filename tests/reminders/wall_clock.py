"""What the clock on the wall shows, read minute by minute, for the reference."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from desktop.reminders.plan import Plan
from routines.reminders.model import Hours, Reminder

MINUTE = timedelta(minutes=1)


class WallClock:
    """A clock at ``utc``, in the zone and with the person's days of ``plan``."""

    def __init__(self, plan: Plan, utc: datetime, zone: tzinfo) -> None:
        self.plan = plan
        self.utc = utc.astimezone(UTC)
        self.zone = zone

    def local(self, utc: datetime) -> datetime:
        """What the wall clock shows, without an offset."""
        return utc.astimezone(self.zone).replace(tzinfo=None)

    def clocks(self, utc: datetime) -> tuple[time, ...]:
        return clocks_shown(utc, self.zone)

    def day(self, utc: datetime) -> date:
        start = self.plan.day_start
        return (self.local(utc) - timedelta(hours=start.hour, minutes=start.minute)).date()

    def end_of_day(self, utc: datetime) -> datetime:
        day, later = self.day(utc), utc
        while self.day(later + timedelta(hours=1)) == day:
            later += timedelta(hours=1)
        while self.day(later) == day:
            later += MINUTE
        return later

    def within(self, ranges: Iterable[Hours]) -> bool:
        now = minutes_of(self.local(self.utc).time())
        for hours in ranges:
            begin, end = minutes_of(hours.begin), minutes_of(hours.end)
            if (now - begin) % 1440 < ((end - begin) % 1440 or 1440):
                return True
        return False

    def is_day(self, reminder: Reminder, utc: datetime) -> bool:
        return f"{self.day(utc):%a}".lower() in [day.value for day in reminder.days]


@lru_cache(maxsize=5000)
def clocks_shown(utc: datetime, zone: tzinfo) -> tuple[time, ...]:
    """The clock times that are now: none the second time that an hour comes, and after a skipped
    hour the skipped ones, too.
    """
    shown = utc.astimezone(zone)
    if shown.fold:
        return ()
    gap = offset(utc, zone) - offset(utc - timedelta(hours=3), zone)
    if gap > timedelta(0) and offset(utc - gap, zone) != offset(utc, zone):
        return shown.time(), (shown.replace(tzinfo=None) - gap).time()
    return (shown.time(),)


def offset(utc: datetime, zone: tzinfo) -> timedelta:
    return utc.astimezone(zone).utcoffset() or timedelta(0)


def minutes_of(clock: time) -> int:
    return clock.hour * 60 + clock.minute
