"""Where time comes from. Everything that needs the time is handed a ``Clock``.

No other module of the program asks the system for the time; that keeps every rule about
time testable without waiting for it.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Two readings of time, for two questions."""

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back. For how long something took."""
        ...

    def now(self) -> datetime:
        """The wall clock, with its offset from UTC. For when something happened."""
        ...


class SystemClock:
    """The computer's own clock."""

    def monotonic(self) -> float:
        return time.monotonic()

    def now(self) -> datetime:
        return datetime.now().astimezone()


class ManualClock:
    """A clock that stands still until it is moved: for tests, pictures and previews."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        self._monotonic = 1000.0
        self._now = start

    def monotonic(self) -> float:
        return self._monotonic

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> None:
        """Let ``seconds`` pass on both readings, as they do while the computer is awake."""
        self._monotonic += seconds
        self._now += timedelta(seconds=seconds)

    def set_wall(self, seconds: float) -> None:
        """Move the wall clock alone by ``seconds`` (may be negative).

        That is what a suspend looks like on Linux, where the monotonic clock stands still in
        the meantime, and also what someone setting the clock looks like.
        """
        self._now += timedelta(seconds=seconds)
