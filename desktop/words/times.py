"""Lengths of time in words and figures."""

import math

from desktop.language import translate


def clock_text(seconds: float) -> str:
    """``"6:48"`` or ``"1:02:09"``, rounded up, so that 0:00 shows only when nothing is left."""
    whole = math.ceil(max(0.0, seconds) - 1e-6)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def countdown(seconds: float) -> str:
    """What stands in the ring: plain seconds below a minute, then as ``clock_text``."""
    whole = math.ceil(max(0.0, seconds) - 1e-6)
    return str(whole) if whole < 60 else clock_text(whole)


def length_text(seconds: float) -> str:
    """A length as one says it: ``"70 s"``, ``"4½ min"``, ``"10 min"``, ``"1 h 5 min"``."""
    if seconds < 90:
        return translate("times", "{seconds} s").format(seconds=round(seconds))
    halves = round(seconds / 30)
    if halves < 20 and halves % 2:
        return translate("times", "{minutes}½ min").format(minutes=halves // 2)
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("times", "{minutes} min").format(minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    if not minutes:
        return translate("times", "{hours} h").format(hours=hours)
    return translate("times", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def exact_text(seconds: float) -> str:
    """A length to the second, for a timetable: ``"45 s"`` or ``"1 min 30 s"``."""
    whole = round(seconds)
    if whole < 60:
        return translate("times", "{seconds} s").format(seconds=whole)
    minutes, rest = divmod(whole, 60)
    if not rest:
        return translate("times", "{minutes} min").format(minutes=minutes)
    return translate("times", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
