"""The reminder format, declared once as data, in the terms of ``routines.grammar``."""

from routines.grammar import Key, Kind
from routines.reminders.model import Style, Weekday

RHYTHMS = ("every", "at", "before", "after")
"""A reminder has exactly one of these."""

REMINDER = (
    Key("name", Kind.TEXT, "What the reminder is called."),
    Key("about", Kind.TEXT, "One sentence on what it is for."),
    Key("every", Kind.EVERY, "After this much time at the desk since the last break, as in 1h."),
    Key("at", Kind.CLOCKS, "At these times of day, as in [10:30, 15:00]."),
    Key("before", Kind.BEFORE, "Before bedtime or a meeting, as in bedtime 1h or meeting 5m."),
    Key("after", Kind.AFTER, "After a long call, as in call 30m."),
    Key("between", Kind.HOURS_LIST, "Only in these hours, as in [09:00-12:30, 13:30-18:00]."),
    Key(
        "days",
        Kind.CHOICES,
        "Only on these days of the week.",
        tuple(day.value for day in Weekday),
    ),
    Key("notes", Kind.TEXTS, "What it says, one note at a time; all come before any comes again."),
    Key("offer", Kind.IDS, "Routines to start from it, by their ids, the first one first."),
    Key("figure", Kind.ID, "The moving figure on its note; else the first one of what it offers."),
    Key(
        "style",
        Kind.CHOICE,
        "How it shows itself, unless the settings say otherwise.",
        tuple(style.value for style in Style),
    ),
    Key("on", Kind.YES_NO, "Whether it is switched on, unless the settings say otherwise."),
)
NEEDED = ("name", "notes")
