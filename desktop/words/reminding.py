"""When the next reminder comes, and why one waits, in words that do not tick."""

from datetime import datetime

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.reminders.schedule import Coming, Hold
from routines.reminders.model import Every

_HOLDS = {
    Hold.AWAY: QT_TRANSLATE_NOOP("reminding", "you are away"),
    Hold.LOCKED: QT_TRANSLATE_NOOP("reminding", "the screen is locked"),
    Hold.CALL: QT_TRANSLATE_NOOP("reminding", "the microphone is in use"),
    Hold.CAMERA: QT_TRANSLATE_NOOP("reminding", "the camera is in use"),
    Hold.SHARING: QT_TRANSLATE_NOOP("reminding", "the screen is shared"),
    Hold.DO_NOT_DISTURB: QT_TRANSLATE_NOOP("reminding", "do-not-disturb is on"),
    Hold.FULL_SCREEN: QT_TRANSLATE_NOOP("reminding", "a window fills the screen"),
    Hold.PRESENTING: QT_TRANSLATE_NOOP("reminding", "something keeps the screen awake"),
    Hold.PROGRAM: QT_TRANSLATE_NOOP("reminding", "a program of yours wants quiet"),
    Hold.PLAYING: QT_TRANSLATE_NOOP("reminding", "a routine plays"),
}
_GRACE = 0.5  # seconds
_STEP = 300  # seconds; "in about 20 minutes" changes every five


def hold_text(hold: Hold) -> str:
    return translate("reminding", _HOLDS[hold])


def coming_text(coming: Coming | None, now: datetime) -> str:
    """Such as "Posture in about 20 minutes", or its clock time; empty if nothing comes.

    Time at the desk is rounded to five minutes: a countdown would only make one nervous.
    """
    if coming is None:
        return ""
    name = coming.reminder.name
    if isinstance(coming.reminder.rhythm, Every) and coming.seconds < 3 * 3600:
        minutes = max(5, round(coming.seconds / _STEP) * 5)
        text = translate("reminding", "{name} in about {minutes} minutes")
        return text.format(name=name, minutes=minutes)
    # ``now`` was read a moment before the seconds were: without the grace 19:16 would be 19:15.
    at = datetime.fromtimestamp(now.timestamp() + coming.seconds + _GRACE, now.tzinfo)
    if at.date() == now.date():
        return translate("reminding", "{name} at {time}").format(name=name, time=f"{at:%H:%M}")
    text = translate("reminding", "{name} on {day} at {time}")
    return text.format(name=name, day=f"{at:%Y-%m-%d}", time=f"{at:%H:%M}")


def paused_text(until: datetime | None, now: datetime) -> str:
    """Until when reminders are paused; empty if they are not."""
    if until is None or until <= now:
        return ""
    until = until.astimezone(now.tzinfo)
    if until.date() == now.date():
        return translate("reminding", "Paused until {time}").format(time=f"{until:%H:%M}")
    text = translate("reminding", "Paused until {day}, {time}")
    return text.format(day=f"{until:%Y-%m-%d}", time=f"{until:%H:%M}")


def waiting_text(holds: frozenset[Hold]) -> str:
    """Why what is due waits; empty when nothing does."""
    if not holds:
        return ""
    first = min(holds, key=lambda hold: hold.value)
    return translate("reminding", "Waiting: {reason}").format(reason=hold_text(first))
