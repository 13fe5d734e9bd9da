"""When nothing comes, whatever is due: just back, just shown, or paused."""

from datetime import datetime, timedelta

from desktop.reminders.plan import ONE_DAY, SETTLE, Now


class Quiet:
    """``shown_at`` is the monotonic time of the last note."""

    def __init__(self, monotonic: float) -> None:
        self.shown_at: float | None = None
        self._settles_at = monotonic
        self._paused_until: datetime | None = None
        self.settle(monotonic)

    def settle(self, monotonic: float) -> None:
        """Somebody has come back, or the clock has changed."""
        self._settles_at = monotonic + SETTLE

    def pause(self, until: datetime | None) -> None:
        """Nothing before ``until``, on the wall clock; None ends a pause."""
        self._paused_until = until

    def paused_until(self, wall: datetime) -> datetime | None:
        """Until when reminders are paused; None if they are not at ``wall``."""
        until = self._paused_until
        return until if until is not None and until > wall else None

    def set_back(self, wall: datetime, back: timedelta) -> None:
        """The wall clock was set back to ``wall``.

        A pause for an hour stays one of an hour. One that ends on another day, farther than a
        day ahead, was meant by the calendar and keeps its end.
        """
        until = self._paused_until
        if until is not None and until - (wall + back) < ONE_DAY:
            self._paused_until = until - back

    def seconds(self, now: Now, spacing: float, *, absent: bool) -> float:
        """Seconds from ``now`` on in which nothing comes. Who is absent has yet to settle."""
        waits = [self._settles_at - now.monotonic, SETTLE if absent else 0.0]
        if self.shown_at is not None:
            waits.append(self.shown_at + spacing - now.monotonic)
        if self._paused_until is not None:
            waits.append((self._paused_until - now.wall).total_seconds())
        return max(0.0, *waits)
