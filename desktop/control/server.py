"""The running program's side of the control channel.

Only its own user can connect. A peer that sends garbage, too much, or nothing is let go.
"""

import os
import sys
from collections.abc import Callable
from typing import IO, Protocol

from PySide6.QtCore import QObject

from desktop.control.messages import Request, Response, read_request, response_line
from desktop.control.place import channel_folder, channel_name
from desktop.language import translate

PATIENCE = 5_000
"""Milliseconds that a peer has for its request."""

MOST_PEERS = 16

Handle = Callable[[Request], Response]


class Listener(Protocol):
    """Meets whoever connects."""

    def listen(self, name: str) -> None: ...

    def close(self) -> None: ...


class ControlServer(QObject):
    """Listens, and hands each request to ``handle``. One program at a time can ``take_charge``."""

    def __init__(self, handle: Handle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handle = handle
        self._lock: IO[str] | None = None
        self._listener: Listener | None = None

    def take_charge(self) -> bool:
        """Become the one program that runs; False if another one is.

        Where there is no safe place for the channel the program runs without it.
        """
        name = channel_name()
        if name is None:
            return True
        if not self._lock_place():
            return False
        # Holding the lock, a socket that is still there is a dead program's.
        self._listener = self._make_listener()
        self._listener.listen(name)
        return True

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _lock_place(self) -> bool:
        """The lock decides between two that start at once; the system frees it at any end."""
        folder = channel_folder()
        if sys.platform == "win32" or folder is None:
            return self._listener is None
        import fcntl  # noqa: PLC0415 - not on Windows

        # Kept open on purpose: closing it gives the lock away.
        lock = os.fdopen(
            os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "w"
        )
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            return False
        self._lock = lock
        return True

    def _make_listener(self) -> Listener:
        if sys.platform == "win32":
            from desktop.control.pipes import PipeListener  # noqa: PLC0415 - not elsewhere

            return PipeListener(self._answer, PATIENCE, MOST_PEERS, self)
        from desktop.control.sockets import SocketListener  # noqa: PLC0415 - not on Windows

        return SocketListener(self._answer, PATIENCE, MOST_PEERS, self)

    def _answer(self, line: bytes) -> bytes:
        request = read_request(line)
        if request is None:
            message = translate("control", "That was not understood.")
            response = Response(done=False, message=message)
        else:
            response = self._handle(request)
        return response_line(response)
