"""The running program's side of the control channel.

Only its own user can connect. A peer that sends garbage, too much, or nothing is let go.
"""

import os
import sys
from collections.abc import Callable
from typing import IO

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.control.messages import (
    MOST_BYTES,
    Request,
    Response,
    read_request,
    response_line,
)
from desktop.control.place import channel_folder, channel_name
from desktop.language import translate

PATIENCE = 5_000
"""Milliseconds that a peer has for its request."""

MOST_PEERS = 16

Handle = Callable[[Request], Response]


class ControlServer(QObject):
    """Listens, and hands each request to ``handle``. One program at a time can ``take_charge``."""

    def __init__(self, handle: Handle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handle = handle
        self._lock: IO[str] | None = None
        self._peers: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_PEERS)
        self._server.newConnection.connect(self._meet)

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
        QLocalServer.removeServer(name)
        self._server.listen(name)
        return True

    def close(self) -> None:
        self._server.close()
        for peer in list(self._peers):
            peer.abort()
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _lock_place(self) -> bool:
        """The lock decides between two that start at once; the system frees it at any end."""
        folder = channel_folder()
        if sys.platform == "win32" or folder is None:
            return not self._server.isListening()
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

    def _meet(self) -> None:
        while (peer := self._server.nextPendingConnection()) is not None:
            if len(self._peers) >= MOST_PEERS:
                peer.abort()
                peer.deleteLater()
                continue
            self._peers.add(peer)
            peer.setReadBufferSize(MOST_BYTES + 1)
            peer.readyRead.connect(lambda peer=peer: self._read(peer))
            peer.disconnected.connect(lambda peer=peer: self._forget(peer))
            QTimer.singleShot(PATIENCE, peer, peer.abort)
            self._read(peer)

    def _read(self, peer: QLocalSocket) -> None:
        if peer.canReadLine():
            line = bytes(peer.readLine(MOST_BYTES + 1).data())
            peer.readyRead.disconnect()
            self._answer(peer, read_request(line))
        elif peer.bytesAvailable() > MOST_BYTES:
            peer.abort()

    def _answer(self, peer: QLocalSocket, request: Request | None) -> None:
        if request is None:
            message = translate("control", "That was not understood.")
            response = Response(done=False, message=message)
        else:
            response = self._handle(request)
        peer.write(response_line(response))
        peer.flush()
        peer.disconnectFromServer()

    def _forget(self, peer: QLocalSocket) -> None:
        self._peers.discard(peer)
        peer.deleteLater()
