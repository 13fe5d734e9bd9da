"""The values of reminder files: clock times, hours, and what a reminder stands before or after."""

import re
from datetime import time

from routines.problems import Flaw, Message, nearest
from routines.reminders.model import After, Before, Event, Every, Hours
from routines.values import read_duration

LEAST_EVERY = 5 * 60.0
"""Seconds; anything more often would not be kind."""

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_DASH = re.compile(r"\s*[-\u2013\u2014]\s*")


def read_clock(text: str) -> time | Flaw:
    """A time of day from 0:00 to 23:59, as in ``7:30`` or ``07:30``."""
    if found := _CLOCK.fullmatch(text):
        return time(int(found[1]), int(found[2]))
    return Flaw(Message.BAD_CLOCK, {"value": text}, _clock_guess(text))


def _clock_guess(text: str) -> str:
    """``7.30``, ``0730``, ``7``, ``7am`` and ``7:30 pm`` as their writers meant them."""
    found = re.fullmatch(
        r"([0-9]{1,2})(?:[:.h]?([0-9]{2}))?\s*(am|pm)?", text.strip(), re.IGNORECASE
    )
    if not found:
        return ""
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if hours == 24 and not minutes:
        return "00:00"
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else ""


def read_hours(text: str) -> Hours | Flaw:
    """A range such as ``09:00-12:30``; ``24:00`` may stand for midnight at its end.

    ``00:00-24:00`` is all day; any other range that ends where it begins means nothing.
    """
    parts = _DASH.split(text.strip())
    if len(parts) != 2:
        return Flaw(Message.BAD_HOURS, {"value": text})
    begin = read_clock(parts[0])
    end = time(0) if parts[1] == "24:00" else read_clock(parts[1])
    is_something = begin != end or parts[1] == "24:00"
    if isinstance(begin, time) and isinstance(end, time) and is_something:
        if "-" in text:
            return Hours(begin, end)
        return Flaw(Message.BAD_HOURS, {"value": text}, f"{parts[0]}-{parts[1]}")
    guesses = [f"{each:%H:%M}" if isinstance(each, time) else each.instead for each in (begin, end)]
    if re.fullmatch("[0-9]|1[01]", parts[1]) and guesses[1] < guesses[0] < "12:00":
        guesses[1] = f"{int(parts[1]) + 12}:00"  # from 9 to 5 is a day's work, not a night's
    instead = "-".join(guesses) if all(guesses) and guesses[0] != guesses[1] else ""
    return Flaw(Message.BAD_HOURS, {"value": text}, instead)


def read_every(text: str) -> Every | Flaw:
    """An interval of time at the desk, five minutes at least."""
    seconds = read_duration(text)
    if isinstance(seconds, Flaw):
        return seconds
    if seconds < LEAST_EVERY:
        return Flaw(Message.TOO_OFTEN, {"value": text, "least": f"{LEAST_EVERY / 60:g}m"})
    return Every(seconds)


def read_before(text: str) -> Before | Flaw:
    """``bedtime 1h`` or ``meeting 5m``."""
    found = _event(text, "before", (Event.BEDTIME, Event.MEETING))
    return found if isinstance(found, Flaw) else Before(*found)


def read_after(text: str) -> After | Flaw:
    """``call 30m``: after a call of at least that length."""
    found = _event(text, "after", (Event.CALL,))
    return found if isinstance(found, Flaw) else After(*found)


def _event(text: str, key: str, events: tuple[Event, ...]) -> tuple[Event, float] | Flaw:
    known = [event.value for event in events]
    word, _, length = text.strip().partition(" ")
    guess = nearest(word, known)
    if not length:
        values = {"key": key, "value": text, "example": f"{guess or known[0]} 30m"}
        return Flaw(Message.BAD_EVENT, values)
    if word not in known:
        values = {"key": key, "value": word, "known": ", ".join(known)}
        return Flaw(Message.BAD_VALUE, values, guess)
    seconds = read_duration(length.strip())
    return seconds if isinstance(seconds, Flaw) else (Event(word), seconds)
