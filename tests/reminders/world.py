"""A computer with its clock, a calendar, and plans of reminders to try the schedule on."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from desktop.reminders.plan import Absence, Now, Plan
from desktop.reminders.schedule import Hold
from routines.reminders.model import (
    EVERY_DAY,
    After,
    AtTimes,
    Before,
    Event,
    Every,
    Hours,
    Reminder,
    Rhythm,
    Weekday,
)

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = (BERLIN, *map(ZoneInfo, ("America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")))


def zone(tz: tzinfo) -> Callable[[datetime], datetime]:
    """``Plan.localize`` for any time zone."""

    def localize(moment: datetime) -> datetime:
        aware = moment if moment.tzinfo else moment.replace(tzinfo=tz)
        utc = aware.astimezone(UTC)
        return utc.astimezone(timezone(utc.astimezone(tz).utcoffset() or timedelta(0)))

    return localize


def reminder(
    name: str,
    rhythm: Rhythm,
    between: Sequence[Hours] = (),
    days: Sequence[Weekday] = EVERY_DAY,
) -> Reminder:
    return Reminder(
        id=name, name=name, rhythm=rhythm, notes=("A",), between=tuple(between), days=tuple(days)
    )


def every(name: str, minutes: float, between: Sequence[Hours] = ()) -> Reminder:
    return reminder(name, Every(minutes * 60), between)


def at(name: str, *clocks: str, between: Sequence[Hours] = ()) -> Reminder:
    return reminder(name, AtTimes(tuple(sorted(map(time.fromisoformat, clocks)))), between)


def hours(text: str) -> Hours:
    begin, end = text.split("-")
    return Hours(time.fromisoformat(begin), time.fromisoformat(end))


WORK = (hours("09:00-12:30"), hours("13:30-18:00"))
POSTURE = every("posture", 60)
MOVE = every("move", 60)
EYES = every("eyes", 25, between=WORK)
TEA = at("tea", "10:30", "15:00", "15:20")
NIGHT = at("night", "02:30", "23:50")
WEEKLY = reminder(
    "weekly", AtTimes((time(9),)), (hours("12:00-14:00"),), (Weekday.MON, Weekday.THU)
)
BED = reminder("bed", Before(Event.BEDTIME, 75 * 60.0))
CALM = reminder("calm", Before(Event.MEETING, 5 * 60.0))
LONG = reminder("long", After(Event.CALL, 30 * 60.0))

NIGHTLY = hours("02:15-02:50")
WORKDAY = (POSTURE, MOVE, TEA, CALM)
ALL = (POSTURE, MOVE, EYES, TEA, NIGHT, WEEKLY, BED, CALM, LONG)
CLOCKED = (TEA, NIGHT, WEEKLY, BED)
PLANS = (
    Plan(ALL, bedtime=time(23, 30), absences=(Absence(date(2026, 12, 24), date(2026, 12, 28)),)),
    Plan(WORKDAY, absences=(Absence(date(2026, 3, 30), date(2026, 3, 30)),)),
    Plan((MOVE, LONG, BED), bedtime=time(0, 30), spacing=600.0),
    Plan(CLOCKED, bedtime=time(1), day_start=time(0)),
    Plan((every("posture", 45), TEA, EYES), day_start=time(5, 30)),
    Plan((POSTURE, EYES, NIGHT), week={0: WORK, 1: (hours("22:00-03:00"),), 5: (), 6: (NIGHTLY,)}),
)


class World:
    """What the time is, and what is going on. Minutes are whole ones."""

    def __init__(self, start: datetime, tz: tzinfo = BERLIN) -> None:
        self.mono = 5000.0
        self.asleep = 0.0
        self.utc = start.astimezone(UTC)
        self.tz = tz
        self._localize = {each: zone(each) for each in (tz, *ZONES)}
        self.holds: frozenset[Hold] = frozenset()

    @property
    def now(self) -> Now:
        return Now(self.mono, self.utc.astimezone(self.tz))

    def localize(self, moment: datetime) -> datetime:
        return self._localize[self.tz](moment)


def meetings(world: World, pattern: int) -> tuple[datetime, ...]:
    """A calendar by number: meetings on whole and half hours to come, more or fewer of them."""
    start = world.utc.replace(minute=0) - timedelta(hours=1)
    halves = [start + timedelta(minutes=30 * number) for number in range(24)]
    wanted = [(halves[number], pattern >> (number % 9) & 1) for number in range(24)]
    return tuple(moment for moment, there in wanted if there and moment > world.utc)


def pause_end(world: World, minutes: int) -> datetime:
    """In so many minutes; 0 is until tomorrow."""
    if minutes:
        return world.utc + timedelta(minutes=minutes)
    return zone(world.tz)(
        datetime.combine((world.now.wall - timedelta(hours=4)).date() + timedelta(1), time(4))
    )
