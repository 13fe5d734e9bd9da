"""Idle time on Wayland, where the compositor speaks ext-idle-notify-v1 (KDE, Sway, Hyprland, ...).

The few messages of the protocol are packed here, on a connection of our own: Qt does not offer
them. https://wayland.app/protocols/ext-idle-notify-v1 and the wire format in
https://wayland.freedesktop.org/docs/html/ch04.html
"""

import os
import socket
import struct
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from desktop.language import translate
from desktop.system.idle import CameBack, IdleWatch, Watches, WentIdle
from desktop.system.works import Works
from routines.clock import Clock

ROUND_TRIP = 1.0
"""Seconds that the compositor has to say what it offers, once, at the start."""

NOTIFIER = "ext_idle_notifier_v1"
_DISPLAY, _REGISTRY, _SYNC, _NOTIFIER, _SEAT, _FIRST_FREE = range(1, 7)
_ERROR, _DELETE_ID = 0, 1
_IDLED, _RESUMED = 0, 1
_HEAD = 8


class WaylandIdle(QObject):
    """See the module. Raises OSError where nobody answers, or nobody who speaks it."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches = Watches(clock)
        self._by_id: dict[int, IdleWatch] = {}
        self._free: list[int] = []
        self._next = _FIRST_FREE
        self._buffer = b""
        self._offers: dict[str, tuple[int, int]] = {}
        self._line: socket.socket | None = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._version = self._begin(self._line)
        except BaseException:
            self._line.close()
            raise
        self._notifier = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._readable)

    def watch(self, seconds: float, went: WentIdle, back: CameBack = lambda: None) -> IdleWatch:
        watch = IdleWatch(seconds, went, back, self._stop)
        self._watches.list.append(watch)
        if self._line is not None:
            # Numbers must be handed out in order, and only those given back may come again.
            number = self._free.pop() if self._free else self._next
            self._next = max(self._next, number + 1)
            self._by_id[number] = watch
            # Version 2 can leave out whatever keeps the screen awake, such as a film.
            request = 2 if self._version >= 2 else 1
            self._send(_NOTIFIER, request, struct.pack("=III", number, _ms(seconds), _SEAT))
        return watch

    def seconds(self) -> float | None:
        return self._watches.seconds()

    def works(self) -> Works:
        if self._line is None:
            return Works(here=False, how=translate("idle", "The Wayland compositor is gone."))
        return Works(here=True, how=translate("idle", "The Wayland compositor tells it."))

    def close(self) -> None:
        for watch in list(self._watches.list):
            watch.stop()
        self._hang_up()

    # Inside

    def _begin(self, line: socket.socket) -> int:
        """Connect and bind; gives the notifier's version."""
        line.settimeout(ROUND_TRIP)
        line.connect(_address())
        self._send(_DISPLAY, 1, struct.pack("=I", _REGISTRY))
        self._send(_DISPLAY, 0, struct.pack("=I", _SYNC))
        try:
            while not self._take_offers(line.recv(65536)):
                pass
        except struct.error as error:
            raise ConnectionError("not the Wayland protocol") from error
        if NOTIFIER not in self._offers or "wl_seat" not in self._offers:
            raise OSError(f"the compositor does not offer {NOTIFIER}")
        version = min(2, self._offers[NOTIFIER][1])
        self._bind(NOTIFIER, version, _NOTIFIER)
        self._bind("wl_seat", 1, _SEAT)
        line.setblocking(False)
        return version

    def _take_offers(self, data: bytes) -> bool:
        """Read what is offered; True at the end of the list."""
        if not data:
            raise ConnectionError("the compositor hung up")
        for sender, code, body in self._messages(data):
            if sender == _REGISTRY and code == 0:
                number, length = struct.unpack_from("=II", body)
                name = body[8 : 8 + length - 1].decode("utf-8", "replace")
                (version,) = struct.unpack_from("=I", body, 8 + length + -length % 4)
                self._offers.setdefault(name, (number, version))
            elif sender == _SYNC:
                return True
            elif sender == _DISPLAY and code == _ERROR:
                raise ConnectionError("the compositor reports an error")
        return False

    def _bind(self, interface: str, version: int, number: int) -> None:
        name = interface.encode() + b"\0"
        text = struct.pack("=I", len(name)) + name + bytes(-len(name) % 4)
        offer = struct.pack("=I", self._offers[interface][0])
        self._send(_REGISTRY, 0, offer + text + struct.pack("=II", version, number))

    def _send(self, receiver: int, code: int, body: bytes = b"") -> None:
        if self._line is None:
            return
        size = _HEAD + len(body)
        try:
            self._line.sendall(struct.pack("=II", receiver, size << 16 | code) + body)
        except OSError:
            if self._line.gettimeout():
                raise  # at the start, where the caller takes another way
            self._lost()

    def _messages(self, data: bytes) -> list[tuple[int, int, bytes]]:
        """The whole messages that have arrived: sender, code, body. Raises OSError."""
        self._buffer += data
        found = []
        while len(self._buffer) >= _HEAD:
            sender, word = struct.unpack_from("=II", self._buffer)
            size, code = word >> 16, word & 0xFFFF
            if size < _HEAD:
                raise ConnectionError("not the Wayland protocol")
            if len(self._buffer) < size:
                break
            found.append((sender, code, self._buffer[_HEAD:size]))
            self._buffer = self._buffer[size:]
        return found

    def _readable(self) -> None:
        if self._line is None:
            return
        try:
            data = self._line.recv(65536)
            if not data:
                raise ConnectionError("the compositor hung up")
            for message in self._messages(data):
                self._take(*message)
        except BlockingIOError:
            return
        except (OSError, struct.error):
            self._lost()

    def _take(self, sender: int, code: int, body: bytes) -> None:
        if sender == _DISPLAY and code == _ERROR:
            raise ConnectionError("the compositor reports an error")
        if sender == _DISPLAY and code == _DELETE_ID:
            (number,) = struct.unpack_from("=I", body)
            if number >= _FIRST_FREE:
                self._free.append(number)
        watch = self._by_id.get(sender)
        if watch is not None and code == _IDLED:
            self._watches.tell_idle(watch, watch.seconds)
        elif watch is not None and code == _RESUMED:
            watch.set_back()

    def _stop(self, watch: IdleWatch) -> None:
        if watch in self._watches.list:
            self._watches.list.remove(watch)
        for number in [each for each, its in self._by_id.items() if its is watch]:
            del self._by_id[number]
            self._send(number, 0)

    def _lost(self) -> None:
        """Nobody will tell of a return any more, so nobody is away any more."""
        self._hang_up()
        self._by_id.clear()
        for watch in list(self._watches.list):
            watch.set_back()

    def _hang_up(self) -> None:
        if self._line is not None:
            self._notifier.setEnabled(False)
            self._line.close()
            self._line = None


def _address() -> str:
    # An absolute name stands for itself: `/` drops what is before it.
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", "/"))
    return str(folder / os.environ.get("WAYLAND_DISPLAY", "wayland-0"))


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
