"""The sentences of the journal. Without Qt, and without anything that a person wrote."""

from datetime import date, datetime, timedelta

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.words.hours import day_label
from routines.reminders.model import EVERY_DAY

_MONTHS = (
    QT_TRANSLATE_NOOP("journal", "January"),
    QT_TRANSLATE_NOOP("journal", "February"),
    QT_TRANSLATE_NOOP("journal", "March"),
    QT_TRANSLATE_NOOP("journal", "April"),
    QT_TRANSLATE_NOOP("journal", "May"),
    QT_TRANSLATE_NOOP("journal", "June"),
    QT_TRANSLATE_NOOP("journal", "July"),
    QT_TRANSLATE_NOOP("journal", "August"),
    QT_TRANSLATE_NOOP("journal", "September"),
    QT_TRANSLATE_NOOP("journal", "October"),
    QT_TRANSLATE_NOOP("journal", "November"),
    QT_TRANSLATE_NOOP("journal", "December"),
)


def day_heading(day: date, today: date) -> str:
    """``"Today, Monday 2 March"``; the year only where it is another one."""
    text = day_text(day) if day.year != today.year else _without_year(day)
    if day == today:
        return translate("journal", "Today, {day}").format(day=text)
    if day == today - timedelta(days=1):
        return translate("journal", "Yesterday, {day}").format(day=text)
    return text


def day_text(day: date) -> str:
    """``"Monday 2 March 2026"``."""
    return translate("journal", "{day} {year}").format(day=_without_year(day), year=day.year)


def time_text(moment: datetime) -> str:
    """``"9:42"``, by the clock that hung on the person's wall."""
    return f"{moment.hour}:{moment.minute:02}"


def entry_name(moment: datetime) -> str:
    """What an entry is called where its words may not stand."""
    return translate("journal", "entry of {time}").format(time=time_text(moment))


def changed_text(moment: datetime) -> str:
    return translate("journal", "changed on {day}").format(day=day_text(moment.date()))


def beside_line(prompt: str, answers: tuple[str, ...]) -> str:
    """One line on what was chosen or ticked."""
    line = translate("journal", "{question} → {answers}")
    return line.format(question=prompt, answers=", ".join(answers))


def deleted_text(name: str) -> str:
    """Honest about when it is gone, and what is not."""
    line = translate(
        "journal",
        "Deleted: {name}. It is gone once you leave this page; copies made earlier can still "
        "hold it: Settings says how many there are.",
    )
    return line.format(name=name)


def changed_line(name: str) -> str:
    return translate("journal", "Changed: {name}.").format(name=name)


def saved_text(file: str) -> str:
    line = translate("journal", "The journal is in {file}, readable for whoever opens it.")
    return line.format(file=file)


def _without_year(day: date) -> str:
    return translate("journal", "{weekday} {day} {month}").format(
        weekday=day_label(EVERY_DAY[day.weekday()]),
        day=day.day,
        month=translate("journal", _MONTHS[day.month - 1]),
    )
