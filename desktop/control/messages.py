"""What goes over the control channel: one line of JSON there, one back. Pure values.

Whatever else arrives is answered with a word, never with a crash.
"""

import json
from dataclasses import dataclass, field
from enum import Enum
from math import isfinite

MOST_BYTES = 64 * 1024
"""No request or answer is longer; what is longer is not read to its end."""


class Command(Enum):
    """What can be asked for. The value is its word on the channel."""

    SHOW = "show"
    PLAY = "play"
    STATUS = "status"
    PAUSE = "pause"
    RESUME = "resume"
    REMIND = "remind"
    ANSWER = "answer"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Request:
    """A command with its plain texts and numbers."""

    command: Command
    values: dict[str, str | float] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """None too for what is no finite number, which JSON can well carry."""
        value = self.values.get(name)
        if not isinstance(value, (int, float)):
            return None
        try:
            number = float(value)
        except OverflowError:  # a whole number with hundreds of digits
            return None
        return number if isfinite(number) else None


@dataclass(frozen=True, slots=True)
class Response:
    """``done`` or not, a sentence for the person, and values for programs."""

    done: bool
    message: str = ""
    values: dict[str, object] = field(default_factory=dict)


def request_line(request: Request) -> bytes:
    return _line({"command": request.command.value, **request.values})


def response_line(response: Response) -> bytes:
    values = {"done": response.done, "message": response.message, "values": response.values}
    return _line(values)


def read_request(line: bytes) -> Request | None:
    """The request in ``line``; None for anything else."""
    value = _value(line)
    if value is None:
        return None
    word = value.pop("command", None)
    command = next((each for each in Command if each.value == word), None)
    if command is None:
        return None
    plain = {
        name: each
        for name, each in value.items()
        if isinstance(each, (str, int, float)) and not isinstance(each, bool)
    }
    return Request(command, plain)


def read_response(line: bytes) -> Response | None:
    value = _value(line)
    if value is None or not isinstance(value.get("done"), bool):
        return None
    values, message = value.get("values"), value.get("message")
    return Response(
        bool(value["done"]),
        message if isinstance(message, str) else "",
        values if isinstance(values, dict) else {},
    )


def _line(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode("ascii") + b"\n"


def _value(line: bytes) -> dict[str, object] | None:
    if len(line) > MOST_BYTES:
        return None
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    return {name: each for name, each in value.items() if isinstance(name, str)}
