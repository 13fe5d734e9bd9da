"""What is typed behind options, as values. ``argparse`` puts what is wrong into its sentence."""

from argparse import ArgumentTypeError

from desktop.language import translate
from desktop.terminal.refused import Refused
from routines.problems import nearest

SLOWEST, FASTEST = 0.1, 100.0
LONGEST_MINUTES = 240.0
LONGEST_PAUSE = 3600.0  # seconds
ANSWERS = ("start", "later", "skip", "not-today")


def read_answer(typed: str) -> str:
    if typed in ANSWERS:
        return typed
    if guess := nearest(typed, ANSWERS):
        text = translate("arguments", "There is no answer `{typed}`: did you mean `{guess}`?")
        raise Refused(text.format(typed=typed, guess=guess))
    text = translate("arguments", "There is no answer `{typed}`: write {known} or {last}.")
    *known, last = ANSWERS
    raise Refused(text.format(typed=typed, known=", ".join(known), last=last))


def read_minutes(typed: str) -> float:
    minutes = _number(typed)
    if minutes is None or not 0 < minutes <= LONGEST_MINUTES:
        text = translate("arguments", "give minutes above 0 and up to {most}, not `{typed}`")
        raise ArgumentTypeError(text.format(most=f"{LONGEST_MINUTES:g}", typed=typed))
    return minutes


def read_pause(typed: str) -> float:
    """Seconds."""
    # Every start of the program comes through this module, and only this option needs them.
    from routines.problems import Flaw  # noqa: PLC0415
    from routines.values import read_duration  # noqa: PLC0415

    seconds = read_duration(typed)
    if isinstance(seconds, Flaw) or seconds > LONGEST_PAUSE:
        text = translate("arguments", "give a length of time up to 1h, as in 30s, not `{typed}`")
        raise ArgumentTypeError(text.format(typed=typed))
    return seconds


def read_speed(typed: str) -> float:
    speed = _number(typed)
    if speed is None or not SLOWEST <= speed <= FASTEST:
        text = translate("arguments", "give a number from {least} to {most}, not `{typed}`")
        values = {"least": f"{SLOWEST:g}", "most": f"{FASTEST:g}", "typed": typed}
        raise ArgumentTypeError(text.format(**values))
    return speed


def _number(typed: str) -> float | None:
    """What was typed as a number; infinity and nan are left to the limits, which refuse them."""
    try:
        return float(typed)
    except ValueError:
        return None
