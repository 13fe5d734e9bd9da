"""Hours and weekdays in words, and as the settings keep them ("09:00-12:30"). Without Qt."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from desktop.language import QT_TRANSLATE_NOOP, translate
from routines.reminders.model import EVERY_DAY, Hours, Weekday
from routines.reminders.times import read_hours

_DAYS = {
    Weekday.MON: QT_TRANSLATE_NOOP("hours", "Monday"),
    Weekday.TUE: QT_TRANSLATE_NOOP("hours", "Tuesday"),
    Weekday.WED: QT_TRANSLATE_NOOP("hours", "Wednesday"),
    Weekday.THU: QT_TRANSLATE_NOOP("hours", "Thursday"),
    Weekday.FRI: QT_TRANSLATE_NOOP("hours", "Friday"),
    Weekday.SAT: QT_TRANSLATE_NOOP("hours", "Saturday"),
    Weekday.SUN: QT_TRANSLATE_NOOP("hours", "Sunday"),
}
_SHORT = {
    Weekday.MON: QT_TRANSLATE_NOOP("hours", "Mon"),
    Weekday.TUE: QT_TRANSLATE_NOOP("hours", "Tue"),
    Weekday.WED: QT_TRANSLATE_NOOP("hours", "Wed"),
    Weekday.THU: QT_TRANSLATE_NOOP("hours", "Thu"),
    Weekday.FRI: QT_TRANSLATE_NOOP("hours", "Fri"),
    Weekday.SAT: QT_TRANSLATE_NOOP("hours", "Sat"),
    Weekday.SUN: QT_TRANSLATE_NOOP("hours", "Sun"),
}
WORKDAYS = EVERY_DAY[:5]
_USUAL = Hours(time(9), time(17))
_NEXT = timedelta(hours=3)
_BREAK = timedelta(hours=1)


def day_label(day: Weekday) -> str:
    return translate("hours", _DAYS[day])


def short_day(day: Weekday) -> str:
    return translate("hours", _SHORT[day])


def hours_from(texts: Iterable[str]) -> tuple[Hours, ...]:
    """The ranges among ``texts``; what is none is left out."""
    read = map(read_hours, texts)
    return tuple(each for each in read if isinstance(each, Hours))


def hours_kept(hours: Hours) -> str:
    """A range as it is kept, and as it would be typed in a file."""
    return f"{hours.begin:%H:%M}-{_end(hours)}"


def hours_label(hours: Hours) -> str:
    return f"{hours.begin:%H:%M}–{_end(hours)}"


def is_empty(hours: Hours) -> bool:
    """Whether it ends where it begins; midnight to midnight is the whole day."""
    return hours.begin == hours.end != time(0)


def crosses_midnight(hours: Hours) -> bool:
    """Whether it ends on the day after."""
    return hours.end < hours.begin and hours.end != time(0)


def another(ranges: Sequence[Hours]) -> Hours:
    """A likely range to add: a working day, or some hours after the last one's end."""
    if not ranges:
        return _USUAL
    last = datetime.combine(datetime.min, max(each.end for each in ranges))
    begin = last + _BREAK
    end = begin + _NEXT
    if end.date() != last.date():
        return Hours(begin.time(), time(0)) if begin.date() == last.date() else _USUAL
    return Hours(begin.time(), end.time())


def days_label(days: Sequence[Weekday]) -> str:
    """Weekdays in as few words as will do."""
    ordered = tuple(day for day in Weekday if day in days)
    if ordered == EVERY_DAY:
        return translate("hours", "every day")
    if ordered == WORKDAYS:
        return translate("hours", "Monday to Friday")
    if ordered == EVERY_DAY[5:]:
        return translate("hours", "at the weekend")
    return ", ".join(map(short_day, ordered))


def when_label(days: Sequence[Weekday], ranges: Sequence[Hours]) -> str:
    """On which days and in which hours something may come."""
    hours = ", ".join(map(_hours_and_day, ranges)) or translate("hours", "all day")
    return f"{days_label(days)}, {hours}"


def _hours_and_day(hours: Hours) -> str:
    if not crosses_midnight(hours):
        return hours_label(hours)
    return translate("hours", "{hours} over midnight").format(hours=hours_label(hours))


def _end(hours: Hours) -> str:
    return "24:00" if hours.end == time(0) else f"{hours.end:%H:%M}"
