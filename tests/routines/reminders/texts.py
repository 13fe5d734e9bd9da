"""Reading reminder texts that stand in a test."""

from routines.problems import Level, Message
from routines.reminders.model import Reminder, Rhythm
from routines.reminders.reader import ReminderReading, read_reminder

Places = list[tuple[int, int, Message]]
ROUTINES = ("hourly-reset", "body-scan")


def read(*lines: str) -> ReminderReading:
    return read_reminder("\n".join(lines) + "\n", "this", ROUTINES.__contains__)


def places(reading: ReminderReading, level: Level | None = None) -> Places:
    """Line, column and message of each problem."""
    found = [each for each in reading.problems if level in (None, each.level)]
    return [(each.line, each.column, each.message) for each in found]


def errors(*lines: str) -> Places:
    """The errors in a text, which has at least one and so is no reminder."""
    reading = read(*lines)
    assert reading.reminder is None
    return places(reading, Level.ERROR)


def reminder(*lines: str) -> Reminder:
    """The reminder in a text, which has neither errors nor warnings."""
    reading = read(*lines)
    assert places(reading) == []
    assert reading.reminder is not None
    return reading.reminder


def rhythm(line: str) -> Rhythm:
    return reminder("name: A", "notes: [B]", line).rhythm
