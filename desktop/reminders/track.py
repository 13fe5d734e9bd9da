"""What the schedule knows of one reminder. Plain state; the rules stand in ``schedule``."""

from dataclasses import dataclass, field
from datetime import date, datetime

MOST_DONE = 200
"""Turns that are known to have been had: more than half a day has, which is what counts."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A clock time, or an event, that a reminder comes for.

    It comes from ``at`` on and makes no sense any more from ``until`` on. ``key`` tells it from
    others of the same reminder; it is empty for what does not stand on the clock, such as the
    end of a call.
    """

    at: datetime
    until: datetime
    key: str = ""


@dataclass(slots=True)
class Track:
    """One reminder's place in its rhythm.

    ``anchor`` is the desk time, in seconds, from which its interval counts. ``waiting`` is the
    turn that has come and is still to be shown. ``snoozed_until`` is on the monotonic clock.
    ``passed_over`` counts the notes that spoke for it under another one's name. ``done`` holds
    the keys of turns that were had, so that none comes twice when a clock is set back.
    """

    anchor: float = 0.0
    waiting: Turn | None = None
    snoozed_until: float | None = None
    snoozes: int = 0
    passed_over: int = 0
    not_on: date | None = None
    done: set[str] = field(default_factory=set)

    def settle(self, desk: float) -> None:
        """It has had its turn: the interval begins anew, nothing waits."""
        self.anchor = desk
        if self.waiting is not None:
            self._had(self.waiting)
        self.forget()

    def forget(self) -> None:
        """Nothing waits any more, without having had its turn."""
        self.waiting = None
        self.snoozed_until = None

    def arm(self, turn: Turn) -> None:
        """``turn`` has come. Where another one waits, the newer of the two speaks for both."""
        waiting = self.waiting
        if turn.key in self.done or (waiting is not None and waiting.key == turn.key):
            return
        if waiting is not None and waiting.at > turn.at:
            self._had(turn)
            return
        if waiting is not None and waiting.until > turn.at:
            self._had(waiting)
        self.forget()
        self.waiting = turn
        self.snoozes = 0

    def _had(self, turn: Turn) -> None:
        if turn.key:
            self.done.add(turn.key)
        if len(self.done) > MOST_DONE:
            self.done.remove(min(self.done))
