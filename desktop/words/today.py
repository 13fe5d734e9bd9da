"""What the page Today says. It suggests and counts; it neither praises nor blames."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.past.fits import Reason
from desktop.past.week import Dot, Week
from desktop.words.hours import day_label, short_day
from desktop.words.steps import area_text
from desktop.words.times import length_text
from desktop.words.weeks import month_name
from routines.reminders.model import EVERY_DAY, Weekday

_WHY = {
    Reason.AFTER_CALL: QT_TRANSLATE_NOOP("today", "After a long call"),
    Reason.MORNING: QT_TRANSLATE_NOOP("today", "It is morning"),
    Reason.EVENING: QT_TRANSLATE_NOOP("today", "It is evening"),
    Reason.FAVOURITE: QT_TRANSLATE_NOOP("today", "One of your favourites"),
    Reason.LAST: QT_TRANSLATE_NOOP("today", "What you did last"),
    Reason.DESK: QT_TRANSLATE_NOOP("today", "Can be done at the desk"),
}
_RATED_HIGH = {
    "tension": QT_TRANSLATE_NOOP("today", "You rated tension high just now"),
    "anxiety": QT_TRANSLATE_NOOP("today", "You rated anxiety high just now"),
}
_RATED = {
    "tension": QT_TRANSLATE_NOOP("today", "tension {value}"),
    "anxiety": QT_TRANSLATE_NOOP("today", "anxiety {value}"),
    "pain": QT_TRANSLATE_NOOP("today", "pain {value}"),
    "mood": QT_TRANSLATE_NOOP("today", "mood {value}"),
    "sleep": QT_TRANSLATE_NOOP("today", "sleep {value}"),
}
_OFF = {
    "sick": QT_TRANSLATE_NOOP("today", "ill"),
    "holiday": QT_TRANSLATE_NOOP("today", "away"),
}
_NOON, _EVENING = 12, 18  # hours at which one part of a day becomes another


def date_text(day: date) -> str:
    """Such as "Monday, 2 March"."""
    text = translate("today", "{weekday}, {day} {month}")
    month = month_name(day.month)
    return text.format(weekday=day_label(_weekday(day)), day=day.day, month=month)


def why_text(reason: Reason, *, scale: str = "tension", before_bed: bool = False) -> str:
    """Why a routine is offered. ``scale`` is what was rated high, ``before_bed`` is whether it is
    known when bedtime is.
    """
    if reason is Reason.HIGH:
        return translate("today", _RATED_HIGH[scale])
    if reason is Reason.EVENING and before_bed:
        return translate("today", "Before bed")
    return translate("today", _WHY[reason])


def week_text(week: Week) -> str:
    """How many days, and no word on the others."""
    if not week.count:
        return translate("today", "Nothing in the last seven days. One minute is enough.")
    text = translate("today", "{count} of the last {all} days")
    return text.format(count=week.count, all=len(week.dots))


def day_short(day: date) -> str:
    return short_day(_weekday(day))


def day_words(dot: Dot, today: date, off: str) -> str:
    """A day with what was done on it; ``off`` is why it asked for nothing."""
    name = _day_name(dot.day, today)
    parts = [length_text(dot.minutes * 60)] if dot.practised else []
    if off:
        parts.append(translate("today", _OFF.get(off, _OFF["holiday"])))
    done = ", ".join(parts) or translate("today", "no practice")
    return translate("today", "{day}: {done}").format(day=name, done=done)


def rated_text(scale: str, value: int, areas: Sequence[str] = ()) -> str:
    """Such as "tension 6, upper back and neck"."""
    rated = translate("today", _RATED[scale]).format(value=value)
    return ", ".join(part for part in (rated, areas_text(areas)) if part)


def areas_text(areas: Iterable[str]) -> str:
    """Such as "face, upper back and neck"; empty for none."""
    names = [area_text(area) for area in areas]
    if len(names) < 2:
        return "".join(names)
    text = translate("today", "{first} and {last}")
    return text.format(first=", ".join(names[:-1]), last=names[-1])


def kept_text(rated: str, before: str, *, kept: bool) -> str:
    """What has become of a rating. Where it could not be written down, it is not said to be."""
    text = translate("today", "Kept: {rated}.") if kept else translate("today", "Noted: {rated}.")
    return " ".join(part for part in (text.format(rated=rated), before) if part)


def before_text(value: int, at: datetime, now: datetime, days_ago: int) -> str:
    """What was rated before this, today or yesterday; empty where that is long ago."""
    at = at.astimezone(now.tzinfo)
    if days_ago == 1:
        return translate("today", "It was {value} yesterday.").format(value=value)
    if days_ago:
        return ""
    part = _part_of_day(at)
    if at.date() != now.date() or part == _part_of_day(now):
        text = translate("today", "It was {value} at {time}.")
        return text.format(value=value, time=f"{at:%H:%M}")
    return translate("today", part).format(value=value)


def _part_of_day(at: datetime) -> str:
    if at.hour < _NOON:
        return QT_TRANSLATE_NOOP("today", "It was {value} this morning.")
    if at.hour < _EVENING:
        return QT_TRANSLATE_NOOP("today", "It was {value} this afternoon.")
    return QT_TRANSLATE_NOOP("today", "It was {value} this evening.")


def _day_name(day: date, today: date) -> str:
    if day == today:
        return translate("today", "Today")
    if day == today - timedelta(days=1):
        return translate("today", "Yesterday")
    return date_text(day)


def _weekday(day: date) -> Weekday:
    return EVERY_DAY[day.weekday()]
