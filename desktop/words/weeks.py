"""Looking back in words: days, kinds, ratings and strengths. They tell what was, never why."""

from collections.abc import Sequence
from datetime import date

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.words.times import length_text

_DAYS = (
    QT_TRANSLATE_NOOP("hours", "Monday"),
    QT_TRANSLATE_NOOP("hours", "Tuesday"),
    QT_TRANSLATE_NOOP("hours", "Wednesday"),
    QT_TRANSLATE_NOOP("hours", "Thursday"),
    QT_TRANSLATE_NOOP("hours", "Friday"),
    QT_TRANSLATE_NOOP("hours", "Saturday"),
    QT_TRANSLATE_NOOP("hours", "Sunday"),
)
_SHORT_DAYS = (
    QT_TRANSLATE_NOOP("hours", "Mon"),
    QT_TRANSLATE_NOOP("hours", "Tue"),
    QT_TRANSLATE_NOOP("hours", "Wed"),
    QT_TRANSLATE_NOOP("hours", "Thu"),
    QT_TRANSLATE_NOOP("hours", "Fri"),
    QT_TRANSLATE_NOOP("hours", "Sat"),
    QT_TRANSLATE_NOOP("hours", "Sun"),
)
_MONTHS = (
    QT_TRANSLATE_NOOP("weeks", "January"),
    QT_TRANSLATE_NOOP("weeks", "February"),
    QT_TRANSLATE_NOOP("weeks", "March"),
    QT_TRANSLATE_NOOP("weeks", "April"),
    QT_TRANSLATE_NOOP("weeks", "May"),
    QT_TRANSLATE_NOOP("weeks", "June"),
    QT_TRANSLATE_NOOP("weeks", "July"),
    QT_TRANSLATE_NOOP("weeks", "August"),
    QT_TRANSLATE_NOOP("weeks", "September"),
    QT_TRANSLATE_NOOP("weeks", "October"),
    QT_TRANSLATE_NOOP("weeks", "November"),
    QT_TRANSLATE_NOOP("weeks", "December"),
)
_SHORT_MONTHS = (
    QT_TRANSLATE_NOOP("weeks", "Jan"),
    QT_TRANSLATE_NOOP("weeks", "Feb"),
    QT_TRANSLATE_NOOP("weeks", "Mar"),
    QT_TRANSLATE_NOOP("weeks", "Apr"),
    QT_TRANSLATE_NOOP("weeks", "May (short)"),
    QT_TRANSLATE_NOOP("weeks", "Jun"),
    QT_TRANSLATE_NOOP("weeks", "Jul"),
    QT_TRANSLATE_NOOP("weeks", "Aug"),
    QT_TRANSLATE_NOOP("weeks", "Sep"),
    QT_TRANSLATE_NOOP("weeks", "Oct"),
    QT_TRANSLATE_NOOP("weeks", "Nov"),
    QT_TRANSLATE_NOOP("weeks", "Dec"),
)
_SCALES = {
    "tension": QT_TRANSLATE_NOOP("weeks", "Tension"),
    "anxiety": QT_TRANSLATE_NOOP("weeks", "Anxiety"),
    "pain": QT_TRANSLATE_NOOP("weeks", "Pain"),
    "mood": QT_TRANSLATE_NOOP("weeks", "Mood"),
    "sleep": QT_TRANSLATE_NOOP("weeks", "Sleep"),
}
_KINDS = {
    "": QT_TRANSLATE_NOOP("weeks", "Other"),
    "yoga": QT_TRANSLATE_NOOP("weeks", "Yoga"),
    "strength": QT_TRANSLATE_NOOP("weeks", "Strength"),
    "mobility": QT_TRANSLATE_NOOP("weeks", "Mobility"),
    "breath": QT_TRANSLATE_NOOP("weeks", "Breath"),
    "relaxation": QT_TRANSLATE_NOOP("weeks", "Relaxation"),
    "mind": QT_TRANSLATE_NOOP("weeks", "Mind"),
    "check": QT_TRANSLATE_NOOP("weeks", "Looking around"),
    "writing": QT_TRANSLATE_NOOP("weeks", "Writing"),
}
_OUTCOMES = {
    "started": QT_TRANSLATE_NOOP("weeks", "Started"),
    "later": QT_TRANSLATE_NOOP("weeks", "Later"),
    "skipped": QT_TRANSLATE_NOOP("weeks", "Skipped"),
    "not-today": QT_TRANSLATE_NOOP("weeks", "Not today"),
    "ignored": QT_TRANSLATE_NOOP("weeks", "No answer"),
}
_OFF = {
    "sick": QT_TRANSLATE_NOOP("weeks", "Sick"),
    "holiday": QT_TRANSLATE_NOOP("weeks", "Holiday"),
}
_STRENGTHS = (
    (0.9, QT_TRANSLATE_NOOP("weeks", "deeply rooted")),
    (0.65, QT_TRANSLATE_NOOP("weeks", "well rooted")),
    (0.35, QT_TRANSLATE_NOOP("weeks", "taking root")),
    (0.12, QT_TRANSLATE_NOOP("weeks", "sprouting")),
    (0.0, QT_TRANSLATE_NOOP("weeks", "a seed")),
)
"""From which share on, in words that a pause does not insult."""


# Days


def month_name(month: int) -> str:
    return translate("weeks", _MONTHS[month - 1])


def short_month(month: int) -> str:
    """Three letters or so; English has a May that is as long as it is short."""
    return translate("weeks", _SHORT_MONTHS[month - 1]).removesuffix(" (short)")


def short_day_name(row: int) -> str:
    """The weekday in a row of the sheet, Monday in row 0."""
    return translate("hours", _SHORT_DAYS[row])


def date_text(day: date) -> str:
    text = translate("weeks", "{day} {month} {year}")
    return text.format(day=day.day, month=month_name(day.month), year=day.year)


def short_date(day: date) -> str:
    text = translate("weeks", "{day} {month}")
    return text.format(day=day.day, month=short_month(day.month))


def day_text(day: date) -> str:
    weekday = translate("hours", _DAYS[day.weekday()])
    return translate("weeks", "{weekday}, {date}").format(weekday=weekday, date=date_text(day))


def minutes_text(minutes: float) -> str:
    return length_text(minutes * 60)


def day_words(minutes: float, done: Sequence[tuple[str, float]], off: str) -> str:
    """What a day held: its minutes, its routines, and whether it asked for nothing."""
    parts = [off_name(off) + "."] if off else []
    if minutes > 0:
        named = ", ".join(f"{name} ({minutes_text(each)})" for name, each in done)
        parts.append(f"{minutes_text(minutes)}: {named}." if len(done) > 1 else f"{named}.")
    elif not off:
        parts.append(translate("weeks", "No practice kept."))
    return " ".join(parts)


def practised_words(minutes: float, days: int, of_days: int = 0) -> str:
    """Such as "9 h 20 min on 43 of 91 days.", or "on 43 days" where it is not said of how many."""
    if of_days <= days:
        text = translate("weeks", "{length} on %n day(s).", days)
        return text.format(length=minutes_text(minutes))
    text = translate("weeks", "{length} on {days} of {all} days.")
    return text.format(length=minutes_text(minutes), days=days, all=of_days)


# Names


def scale_name(scale: str) -> str:
    return translate("weeks", _SCALES[scale])


def kind_name(kind: str) -> str:
    """A kind of practice; a tag of the person's own is shown as they typed it."""
    return translate("weeks", _KINDS[kind]) if kind in _KINDS else kind


def outcome_name(outcome: str) -> str:
    return translate("weeks", _OUTCOMES[outcome])


def off_name(why: str) -> str:
    return translate("weeks", _OFF[why])


# Ratings


def value_text(value: float) -> str:
    """A rating or the mean of some, with one decimal where it has one."""
    return f"{value:.1f}".removesuffix(".0")


def times_text(count: int) -> str:
    return translate("weeks", "%n time(s)", count)


def rated_words(scale: str, values: Sequence[float], *, by_week: bool) -> str:
    """How often a scale was rated, and between which values."""
    count = len(values)
    least, most = value_text(min(values)), value_text(max(values))
    when = translate("weeks", "in %n week(s)" if by_week else "on %n day(s)", count)
    if least == most:
        text = translate("weeks", "{scale} {when}: {least}.")
    elif by_week:
        text = translate("weeks", "{scale} {when}: means from {least} to {most}.")
    else:
        text = translate("weeks", "{scale} {when}: from {least} to {most}.")
    return text.format(scale=scale_name(scale), when=when, least=least, most=most)


def before_after_words(before: float, after: float, times: int) -> str:
    text = translate("weeks", "before {before}, after {after} · {times}")
    return text.format(before=value_text(before), after=value_text(after), times=times_text(times))


# Reminders


def hour_text(hour: int) -> str:
    return f"{hour:02}:00"


def hour_span(hour: int) -> str:
    return f"{hour:02}:00–{(hour + 1) % 24:02}:00"


def came_words(came: int, started: int) -> str:
    text = translate("weeks", "%n reminder(s) came; {started} led to a start.", came)
    return text.format(started=started)


def best_hour_words(hour: int, started: int, came: int) -> str:
    text = translate("weeks", "Most were started from {span}: {started} of {came}.")
    return text.format(span=hour_span(hour), started=started, came=came)


# Strength


def strength_word(share: float) -> str:
    """The share of a full habit in a word or two."""
    word = next(word for least, word in _STRENGTHS if share >= least)
    return translate("weeks", word)


def strength_words(share: float, days: int) -> str:
    text = translate("weeks", "{word} · {days}")
    days_text = translate("weeks", "%n day(s)", days)
    return text.format(word=strength_word(share), days=days_text)
