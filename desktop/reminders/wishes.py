"""The person's wishes for their reminders, laid over the files. A form never rewrites a file.

Wishes are kept as they would be typed in a file ("1h", "10:30", "09:00-12:30"), so that the same
readers check both.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from desktop.reminders.plan import Absence, Plan
from routines.problems import Flaw
from routines.reminders.model import AtTimes, Every, Hours, Reminder, Rhythm, Style, Weekday
from routines.reminders.times import read_clock, read_every, read_hours


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wished for one reminder. None leaves it to the file."""

    on: bool | None = None
    every: str | None = None
    at: tuple[str, ...] | None = None
    style: str | None = None
    days: tuple[str, ...] | None = None
    between: tuple[str, ...] | None = None


Week = Mapping[str, tuple[str, ...]]
"""Hours by weekday ("mon": ("09:00-12:30",)). A day that is not in it has no limits; an empty
one has no reminders at all."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What holds for all reminders."""

    bedtime: str = ""
    day_start: str = "04:00"
    week: tuple[tuple[str, tuple[str, ...]], ...] = ()
    absences: tuple[tuple[str, str], ...] = ()


def plan_of(
    reminders: Iterable[Reminder],
    wishes: Mapping[str, Wish],
    shared: Shared,
    localize: Callable[[datetime], datetime] | None = None,
) -> Plan:
    """The plan of all reminders that are switched on."""
    wished = (with_wish(each, wishes.get(each.id, Wish())) for each in reminders)
    plan = Plan(
        reminders=tuple(each for each in wished if each.enabled),
        bedtime=_clock(shared.bedtime),
        day_start=_clock(shared.day_start) or time(4),
        absences=tuple(absences_of(shared.absences)),
        week=week_of(shared.week),
    )
    return plan if localize is None else replace(plan, localize=localize)


def with_wish(reminder: Reminder, wish: Wish) -> Reminder:
    """``reminder`` as its person wants it. A wish that makes no sense counts for nothing."""
    styles = {style.value: style for style in Style}
    return replace(
        reminder,
        enabled=reminder.enabled if wish.on is None else wish.on,
        rhythm=_rhythm(reminder.rhythm, wish),
        style=styles.get(wish.style or "", reminder.style),
        days=_days(wish.days) or reminder.days,
        between=_between(wish.between, reminder.between),
    )


def _days(days: tuple[str, ...] | None) -> tuple[Weekday, ...]:
    return tuple(day for day in Weekday if day.value in (days or ()))


def _between(wished: tuple[str, ...] | None, own: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """The wished hours, none being all day; the file's own where no wish can be read."""
    found = tuple(each for each in map(_hours, wished or ()) if each is not None)
    return found if found or wished == () else own


def _rhythm(rhythm: Rhythm, wish: Wish) -> Rhythm:
    if isinstance(rhythm, Every) and wish.every is not None:
        every = read_every(wish.every)
        return rhythm if isinstance(every, Flaw) else every
    if isinstance(rhythm, AtTimes) and wish.at is not None:
        times = sorted({at for at in map(_clock, wish.at) if at is not None})
        return AtTimes(tuple(times)) if times else rhythm
    return rhythm


def week_of(week: Iterable[tuple[str, tuple[str, ...]]]) -> dict[int, tuple[Hours, ...]]:
    """Hours by the number of the weekday, Monday being 0.

    A day of which nothing makes sense has no limits: only an empty one was meant to be empty.
    """
    numbers = {day.value: day.number for day in Weekday}
    read = {
        numbers[day]: (hours, tuple(each for each in map(_hours, hours) if each is not None))
        for day, hours in week
        if day in numbers
    }
    return {number: found for number, (typed, found) in read.items() if found or not typed}


def absences_of(absences: Iterable[tuple[str, str]]) -> Iterable[Absence]:
    for first, last in absences:
        try:
            yield Absence(date.fromisoformat(first), date.fromisoformat(last))
        except ValueError:
            continue


def _clock(text: str) -> time | None:
    at = read_clock(text)
    return at if isinstance(at, time) else None


def _hours(text: str) -> Hours | None:
    hours = read_hours(text)
    return hours if isinstance(hours, Hours) else None
