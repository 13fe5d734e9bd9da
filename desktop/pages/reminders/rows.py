"""What a reminder's card says and offers: plain values, no Qt."""

from dataclasses import dataclass
from datetime import time

from desktop.language import translate
from desktop.words.times import length_text
from routines.reminders.model import (
    EVERY_DAY,
    After,
    AtTimes,
    Before,
    Event,
    Every,
    Hours,
    Reminder,
    Style,
    Weekday,
)

EVERY_CHOICES = ("20m", "30m", "45m", "1h", "1h30m", "2h", "3h")
_MINUTES = (20, 30, 45, 60, 90, 120, 180)
_SECONDS = {text: minutes * 60 for text, minutes in zip(EVERY_CHOICES, _MINUTES, strict=True)}


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """One reminder as the person has it now.

    ``every`` is the chosen interval as it would be typed, empty for other rhythms; ``at`` its
    clock times. ``rhythm`` says when it comes where that is not to be changed here. ``problems``
    are the errors of its file, each with its place; ``comes`` says whether a good version of it
    is still known and comes.
    """

    id: str
    name: str
    about: str = ""
    on: bool = False
    every: str = ""
    at: tuple[time, ...] = ()
    rhythm: str = ""
    days: tuple[Weekday, ...] = EVERY_DAY
    hours: tuple[Hours, ...] = ()
    style: Style = Style.NOTE
    problems: tuple[str, ...] = ()
    comes: bool = True

    def is_made_like(self, other: "ReminderRow") -> bool:
        """Whether a card for ``other`` has the same fields, so that it can show this one."""
        return _parts(self) == _parts(other)


def row_of(reminder: Reminder) -> ReminderRow:
    """A row for a reminder with the person's wishes laid over it."""
    rhythm = reminder.rhythm
    return ReminderRow(
        id=reminder.id,
        name=reminder.name,
        about=reminder.about,
        on=reminder.enabled,
        every=every_text(rhythm.seconds) if isinstance(rhythm, Every) else "",
        at=rhythm.times if isinstance(rhythm, AtTimes) else (),
        rhythm=rhythm_text(reminder),
        days=reminder.days,
        hours=reminder.between,
        style=reminder.style,
    )


def every_text(seconds: float) -> str:
    """An interval as it would be typed: the choice of that length, or seconds."""
    return next((text for text, each in _SECONDS.items() if each == seconds), f"{seconds:g}s")


def every_label(text: str) -> str:
    """How a choice of interval is shown."""
    seconds = _SECONDS.get(text)
    if seconds is None:
        seconds = int(float(text.removesuffix("s")))
    return translate("reminders", "every {length} at the desk").format(length=length_text(seconds))


def style_label(style: Style) -> str:
    return {
        Style.NOTE: translate("reminders", "as a paper note"),
        Style.NOTIFICATION: translate("reminders", "as a notification"),
        Style.QUIET: translate("reminders", "quietly, in the tray"),
    }[style]


def rhythm_text(reminder: Reminder) -> str:
    """When a reminder comes that hangs on an event; empty for the others."""
    match reminder.rhythm:
        case Before(Event.BEDTIME, seconds):
            text = translate("reminders", "{length} before bedtime")
        case Before(_, seconds):
            text = translate("reminders", "{length} before a meeting")
        case After(_, seconds):
            text = translate("reminders", "after a call of {length} or more")
        case _:
            return ""
    return text.format(length=length_text(seconds))


def _parts(row: ReminderRow) -> tuple[object, ...]:
    return (
        row.id,
        row.name,
        row.about,
        bool(row.every),
        bool(row.at),
        row.rhythm,
        row.problems,
        row.comes,
    )
