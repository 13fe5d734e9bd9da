"""The channel over a named pipe of Windows, by Qt's local sockets. Untested so far."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.control.messages import MOST_BYTES


class PipeListener(QObject):
    """As ``SocketListener``."""

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
        self._peers: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(most_peers)
        self._server.newConnection.connect(self._meet)

    def listen(self, name: str) -> None:
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        self._server.close()
        for peer in list(self._peers):
            peer.abort()

    def _meet(self) -> None:
        while (peer := self._server.nextPendingConnection()) is not None:
            if len(self._peers) >= self._most_peers:
                peer.abort()
                peer.deleteLater()
                continue
            self._peers.add(peer)
            peer.setReadBufferSize(MOST_BYTES + 1)
            peer.readyRead.connect(lambda peer=peer: self._read(peer))
            peer.disconnected.connect(lambda peer=peer: self._forget(peer))
            QTimer.singleShot(self._patience, peer, peer.abort)
            self._read(peer)

    def _read(self, peer: QLocalSocket) -> None:
        if peer.canReadLine():
            line = bytes(peer.readLine(MOST_BYTES + 1).data())
            peer.readyRead.disconnect()
            peer.write(self._answer(line))
            peer.flush()
            peer.disconnectFromServer()
        elif peer.bytesAvailable() > MOST_BYTES:
            peer.abort()

    def _forget(self, peer: QLocalSocket) -> None:
        self._peers.discard(peer)
        peer.deleteLater()
