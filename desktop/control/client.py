"""The client's side of the control channel, without Qt: a command must answer at once."""

import socket
import sys

from desktop.control.messages import (
    MOST_BYTES,
    Request,
    Response,
    read_response,
    request_line,
)
from desktop.control.place import channel_name

ANSWER_WITHIN = 3.0
"""Seconds; a program that is busy for longer has other troubles."""


def ask(request: Request) -> Response | None:
    """Hand ``request`` to the program that runs; None if none does, or if it does not answer."""
    name = channel_name()
    if name is None:
        return None
    line = _over_pipe(name, request) if sys.platform == "win32" else _over_socket(name, request)
    return None if line is None else read_response(line)


def _over_socket(path: str, request: Request) -> bytes | None:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
            channel.settimeout(ANSWER_WITHIN)
            channel.connect(path)
            channel.sendall(request_line(request))
            with channel.makefile("rb") as answer:
                return answer.readline(MOST_BYTES + 1) or None
    except OSError:
        return None


def _over_pipe(name: str, request: Request) -> bytes | None:
    """Windows: a named pipe can be opened like a file. Untested so far."""
    try:
        with open(rf"\\.\pipe\{name}", "r+b", buffering=0) as pipe:  # noqa: PTH123 - no path
            pipe.write(request_line(request))
            return pipe.readline(MOST_BYTES + 1) or None
    except OSError:
        return None
