"""Commands for the program that runs: they are handed over, and its answer is printed."""

import re
from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.control.client import ask
from desktop.control.messages import Command, Request
from desktop.language import translate
from desktop.terminal.cells import printable
from desktop.terminal.output import note, say_json
from desktop.terminal.refused import Refused

if TYPE_CHECKING:
    from routines.catalogue import Entry

_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}  # seconds
_LENGTH = r"([0-9]+(?:\.[0-9]+)?)([dhms])"
_COMMANDS = {command.value: command for command in Command}


def run_remote(given: Namespace) -> int:
    """Hand one command over; gives the code to end with."""
    response = ask(request_of(given))
    if response is None:
        raise Refused(translate("remote", "Unbrace does not run: start it with `unbrace`."))
    if getattr(given, "json", False):
        say_json(response.values)
        return 0
    if not response.done:
        raise Refused(response.message)
    print(response.message)
    return 0


def request_of(given: Namespace) -> Request:
    """What is handed over for the words on the command line."""
    command = _COMMANDS[given.command]
    match command:
        case Command.PAUSE:
            return Request(command, _until(given.length))
        case Command.REMIND | Command.RESUME:
            return Request(command, {"name": given.name})
        case Command.ANSWER:
            minutes = 5.0 if given.minutes is None else given.minutes
            return Request(command, {"answer": given.answer, "minutes": minutes})
        case _:
            return Request(command)


def _until(length: str) -> dict[str, str | float]:
    """How long to pause: a length such as 30m or 1d, "tomorrow", or a date."""
    if length == "tomorrow":
        return {"until": length}
    if length[:4].isdecimal() and length[4:5] == "-":
        return {"until": _date(length)}
    seconds = _seconds(length)
    if seconds is None:
        text = translate(
            "remote",
            "`{length}` is neither a length of time nor a date: "
            "write 30m, 1h, 2d, tomorrow or 2026-12-28.",
        )
        raise Refused(text.format(length=length))
    return {"seconds": seconds}


def _date(typed: str) -> str:
    try:
        datetime.fromisoformat(typed)
    except ValueError:
        text = translate("remote", "`{typed}` is no date of the calendar: write it as 2026-12-28.")
        raise Refused(text.format(typed=typed)) from None
    return typed


def _seconds(length: str) -> float | None:
    """Seconds in ``1d``, ``1h30m`` or ``45S``; a day has 24 hours. None for anything else."""
    if not re.fullmatch(rf"(?:{_LENGTH})+", length, re.IGNORECASE | re.ASCII):
        return None
    parts = re.findall(_LENGTH, length, re.IGNORECASE | re.ASCII)
    return sum(float(number) * _UNITS[unit.lower()] for number, unit in parts)


def hand_over(
    start: "Entry | None", minutes: float | None, speed: float, *, hidden: bool = False
) -> bool:
    """Let the program that runs show its window, or play; whether one runs that did."""
    if hidden:
        request = Request(Command.STATUS)  # it is there: nothing else is wanted
    elif start is None:
        request = Request(Command.SHOW)
    else:
        values: dict[str, str | float] = {"path": str(start.path.absolute()), "speed": speed}
        request = Request(Command.PLAY, values | ({} if minutes is None else {"minutes": minutes}))
    response = ask(request)
    if response is not None and not response.done:
        raise Refused(response.message)
    if response is not None and request.command is Command.PLAY and response.message:
        note(printable(response.message))
    return response is not None
