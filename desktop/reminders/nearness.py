"""How near the next reminder is, for the small arc in the tray. Pure."""

from math import floor

from desktop.reminders.schedule import Coming
from routines.reminders.model import Every

_HOUR = 3600.0
"""Seconds in which the arc goes round for what does not come at intervals."""

_STEPS = 8
_LEAST_STEP = _HOUR / _STEPS
"""The arc grows eight times an hour at the most: it must not draw the eye, nor wake a panel."""


def share_to(coming: Coming | None) -> float | None:
    """How much of the time to ``coming`` has gone, 0 to 1, in few steps; None if nothing comes."""
    if coming is None:
        return None
    rhythm = coming.reminder.rhythm
    whole = rhythm.seconds if isinstance(rhythm, Every) else _HOUR
    steps = max(1, min(_STEPS, int(whole // _LEAST_STEP)))
    gone = min(1.0, max(0.0, 1.0 - coming.seconds / whole))
    return floor(gone * steps) / steps
