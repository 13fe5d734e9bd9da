"""How long calls take, from looks at the microphone now and then. Pure.

Somebody who is reminded only after a long call is not in its way during the call, so nothing else
would ever look. Whoever does not want that reminder is not looked after at all.
"""

from desktop.reminders.plan import Now, Plan
from desktop.reminders.schedule import JUMP
from routines.reminders.model import After

LOOK_EVERY = 300.0
"""Seconds between looks: a call's length is known about as well as that."""


class LongCalls:
    """Told what is seen; tells when a call has ended, and how long it was."""

    def __init__(self, plan: Plan, now: Now) -> None:
        self._wanted = _is_wanted(plan)
        self._looked_at = now.monotonic
        self._since: float | None = None
        self._seen = now

    def use(self, plan: Plan, now: Now) -> None:
        wanted = _is_wanted(plan)
        if wanted is not self._wanted:
            self._wanted, self._looked_at = wanted, now.monotonic
            self.forget()

    def forget(self) -> None:
        """The screen was locked, or the computer slept: what was going on is over."""
        self._since = None

    def next_look(self, now: Now) -> float | None:
        """Seconds until it is time for a look; None if nobody wants one."""
        if not self._wanted:
            return None
        return max(0.0, self._looked_at + LOOK_EVERY - now.monotonic)

    def looking(self, now: Now) -> None:
        """A look has begun; its answer may take a moment."""
        self._looked_at = now.monotonic

    def see(self, now: Now, *, in_call: bool) -> float | None:
        """Take what was seen at ``now``: the seconds of a call that has ended since, or None.

        Where nobody has looked for long, its end is not known, and it was not the last thing
        that the person did.
        """
        if not self._wanted:
            return None
        unseen = now.monotonic - self._seen.monotonic
        slept = (now.wall - self._seen.wall).total_seconds() - unseen
        if abs(slept) > JUMP:
            self.forget()
        self._looked_at, self._seen = now.monotonic, now
        if in_call:
            self._since = now.monotonic if self._since is None else self._since
            return None
        since, self._since = self._since, None
        if since is None or unseen > 2 * LOOK_EVERY:
            return None
        return now.monotonic - since


def _is_wanted(plan: Plan) -> bool:
    return any(isinstance(each.rhythm, After) for each in plan.reminders)
