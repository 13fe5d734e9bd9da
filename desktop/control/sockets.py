"""The channel over a Unix socket, in Qt's event loop.

Qt has local sockets of its own, but with them comes its whole network library: 3 MB and a few
milliseconds for a program that waits in the tray.
"""

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from desktop.control.messages import MOST_BYTES

_OWNER_ONLY = 0o600


class SocketListener(QObject):
    """Hands each line that comes to ``answer``, and sends back what that gives.

    A peer that sends too much, or nothing for ``patience`` ms, is let go; so is one for whom there
    is no room beside ``most_peers`` others.
    """

    def __init__(
        self,
        answer: Callable[[bytes], bytes],
        patience: int,
        most_peers: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._patience = patience
        self._most_peers = most_peers
        self._path: Path | None = None
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._peers: set[_Peer] = set()

    def listen(self, name: str) -> None:
        """Take the place of whatever lies at ``name``. Silent where that cannot be done."""
        path = Path(name)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listening.setblocking(False)
        try:
            path.unlink(missing_ok=True)
            listening.bind(name)
            path.chmod(_OWNER_ONLY)
            listening.listen(self._most_peers)
        except OSError:
            listening.close()
            return
        self._path, self._socket = path, listening
        self._notifier = _watch(listening, self, self._meet)

    def close(self) -> None:
        """Let everybody go. Nothing is left behind in the folder."""
        for peer in list(self._peers):
            peer.close()
        if self._notifier is not None:
            _unwatch(self._notifier)
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()
            self._path = None

    def _meet(self) -> None:
        while self._socket is not None:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # there is nobody more, or whoever came has gone
                return
            if len(self._peers) >= self._most_peers:
                connection.close()
                continue
            peer = _Peer(connection, self._answer, self._peers.discard, self)
            self._peers.add(peer)
            QTimer.singleShot(self._patience, peer, peer.close)


class _Peer(QObject):
    """One who has connected: a line is read, answered, and that is all."""

    def __init__(
        self,
        connection: socket.socket,
        answer: Callable[[bytes], bytes],
        gone: Callable[["_Peer"], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._connection.setblocking(False)
        self._answer = answer
        self._gone = gone
        self._received = bytearray()
        self._notifier = _watch(connection, self, self._read)

    def close(self) -> None:
        if self._connection.fileno() < 0:
            return
        _unwatch(self._notifier)
        self._connection.close()
        self._gone(self)
        self.deleteLater()

    def _read(self) -> None:
        try:
            data = self._connection.recv(MOST_BYTES + 1)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self._received += data
        line, end, _ = bytes(self._received).partition(b"\n")
        if end:
            self._reply(line + end)
        elif not data or len(self._received) > MOST_BYTES:
            self.close()

    def _reply(self, line: bytes) -> None:
        """An answer is far smaller than what the system takes at once from a new connection."""
        self._notifier.setEnabled(False)  # what is done for the answer may run an event loop
        answer = self._answer(line)
        with suppress(OSError):
            self._connection.sendall(answer)
        self.close()


def _watch(
    connection: socket.socket, parent: QObject, readable: Callable[[], None]
) -> QSocketNotifier:
    notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, parent)
    notifier.activated.connect(readable)
    return notifier


def _unwatch(notifier: QSocketNotifier) -> None:
    # Before its socket is closed: the number may be another's right after.
    notifier.setEnabled(False)
    notifier.deleteLater()
