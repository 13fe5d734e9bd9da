"""Where the reminders of the reference stand."""

from dataclasses import dataclass, field
from datetime import date, datetime

from routines.reminders.model import After, AtTimes, Before, Event, Every, Reminder

CALL = "after a call"


@dataclass
class Turn:
    since: datetime
    ends: datetime
    name: str


@dataclass
class Place:
    """Where one reminder stands. ``snooze`` are the minutes left of it, or overdue if negative."""

    worked: int = 0
    turn: Turn | None = None
    snooze: int | None = None
    snoozes: int = 0
    over: int = 0
    rests_on: date | None = None
    had: set[str] = field(default_factory=set)

    def forget(self) -> None:
        self.turn = self.snooze = None


def importance(reminder: Reminder) -> float:
    """Meeting, call, bedtime, clock time, and then intervals by their length."""
    match reminder.rhythm:
        case Before(Event.MEETING, _):
            return 10**9
        case After():
            return 10**8
        case Before():
            return 10**7
        case AtTimes():
            return 10**6
        case Every(seconds):
            return seconds
