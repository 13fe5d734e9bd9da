"""What the schedule knows of one reminder. Plain mutable state without any rule."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(slots=True)
class Track:
    """One reminder's place in its rhythm.

    ``anchor`` is the desk time, in seconds, from which its interval counts. ``waiting`` is the
    clock time that has come and is still to be shown, ``deadline`` until when that makes sense.
    ``snoozed_until`` is on the monotonic clock. ``done`` holds the clock times that have had their
    turn, as local day and time, so that none comes twice when a clock is set back.
    """

    anchor: float = 0.0
    waiting: datetime | None = None
    deadline: datetime | None = None
    snoozed_until: float | None = None
    snoozes: int = 0
    not_on: date | None = None
    done: set[str] = field(default_factory=set)

    def settle(self, desk: float) -> None:
        """It has had its turn: the interval begins anew, nothing waits."""
        self.anchor = desk
        self.waiting = None
        self.deadline = None
        self.snoozed_until = None


def slot_key(slot: datetime) -> str:
    """A clock time by the local day and time, whatever the offset from UTC was."""
    return slot.strftime("%Y-%m-%d %H:%M")
