"""A connection to the X server of our own, for what Qt does not tell.

libxcb carries the bytes (Qt needs it anyway); requests and replies are packed here. Unlike
Xlib, it does not end the process when the server says no or goes away. Waits are for one
answer at a time, as Qt itself waits for this server.
"""

import ctypes
import struct
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint8, c_uint32, c_void_p
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class NoServerError(OSError):
    """There is no X server here, or it went away, or libxcb is missing."""


class Extension(NamedTuple):
    """An extension that the server has: its name, and the number of its first event."""

    name: str
    first_event: int


class _XcbExtension(ctypes.Structure):
    _fields_: ClassVar = [("name", c_char_p), ("global_id", c_int)]


class _Request(ctypes.Structure):
    _fields_: ClassVar = [
        ("count", c_size_t),
        ("extension", POINTER(_XcbExtension)),
        ("opcode", c_uint8),
        ("is_void", c_uint8),
    ]


class _Piece(ctypes.Structure):
    _fields_: ClassVar = [("base", c_void_p), ("length", c_size_t)]


class _Screens(ctypes.Structure):
    _fields_: ClassVar = [("screen", POINTER(c_uint32)), ("rem", c_int), ("index", c_int)]


class _Library:
    """libxcb with its types, loaded when it is first needed."""

    loaded: ctypes.CDLL | None = None
    extensions: ClassVar[dict[str, _XcbExtension]] = {}

    @classmethod
    def get(cls) -> ctypes.CDLL:
        if cls.loaded is None:
            try:
                cls.loaded = cls._typed(ctypes.CDLL("libxcb.so.1"))
            except OSError as error:
                raise NoServerError(str(error)) from error
        return cls.loaded

    @staticmethod
    def _typed(xcb: ctypes.CDLL) -> ctypes.CDLL:
        for name, result, arguments in (
            ("xcb_connect", c_void_p, [c_char_p, POINTER(c_int)]),
            ("xcb_disconnect", None, [c_void_p]),
            ("xcb_connection_has_error", c_int, [c_void_p]),
            ("xcb_get_file_descriptor", c_int, [c_void_p]),
            ("xcb_flush", c_int, [c_void_p]),
            ("xcb_generate_id", c_uint32, [c_void_p]),
            ("xcb_get_setup", c_void_p, [c_void_p]),
            ("xcb_setup_roots_iterator", _Screens, [c_void_p]),
            ("xcb_get_extension_data", POINTER(c_uint8), [c_void_p, POINTER(_XcbExtension)]),
            ("xcb_send_request", c_uint32, [c_void_p, c_int, c_void_p, POINTER(_Request)]),
            ("xcb_wait_for_reply", c_void_p, [c_void_p, c_uint32, POINTER(c_void_p)]),
            ("xcb_poll_for_event", c_void_p, [c_void_p]),
            ("free", None, [c_void_p]),  # the C library's, which libxcb allocates with
        ):
            function = getattr(xcb, name)
            function.restype, function.argtypes = result, arguments
        return xcb


_CHECKED = 1
"""libxcb's flag for: the error comes instead of the reply, not as an event."""


class XConnection(QObject):
    """One connection. ``happened`` carries each event's 32 bytes, once ``listen`` was called."""

    happened = Signal(bytes)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Raises NoServerError."""
        super().__init__(parent)
        self._xcb = _Library.get()
        self._notifier: QSocketNotifier | None = None
        self._connection: int | None = self._xcb.xcb_connect(None, None)
        if not self.is_open:
            self.close()
            raise NoServerError("the X server does not answer")
        setup = self._xcb.xcb_get_setup(self._connection)
        self.root: int = self._xcb.xcb_setup_roots_iterator(setup).screen[0]

    @property
    def is_open(self) -> bool:
        connection = self._connection
        return connection is not None and not self._xcb.xcb_connection_has_error(connection)

    def close(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def listen(self) -> None:
        """Report events from now on, in Qt's event loop."""
        descriptor = self._xcb.xcb_get_file_descriptor(self._connection)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.read_events)

    def read_events(self) -> None:
        """Report what has arrived. Needed after ``ask``, which may have taken events along."""
        while self.is_open and (event := self._xcb.xcb_poll_for_event(self._connection)):
            self.happened.emit(_taken(event, 32))
        if self._connection is not None and not self.is_open:
            self.close()
            self.lost.emit()

    def new_id(self) -> int:
        """A number for something that we are about to make in the server."""
        self._must_be_open()
        number: int = self._xcb.xcb_generate_id(self._connection)
        return number

    def extension(self, name: str) -> Extension | None:
        """The extension, if the server has it. Others must never be sent to."""
        self._must_be_open()
        found = self._xcb.xcb_get_extension_data(self._connection, byref(_extension(name)))
        return Extension(name, found[10]) if found and found[8] else None

    def send(self, opcode: int, body: bytes, extension: Extension | None = None) -> None:
        """A request without an answer. ``body`` follows the four bytes of its head."""
        self._send(opcode, 0, body, extension, is_void=True)
        self._xcb.xcb_flush(self._connection)

    def ask(
        self, opcode: int, body: bytes, extension: Extension | None = None, detail: int = 0
    ) -> bytes:
        """A request's whole answer; empty when the server says no. Raises NoServerError."""
        number = self._send(opcode, detail, body, extension, is_void=False)
        error = c_void_p()
        reply = self._xcb.xcb_wait_for_reply(self._connection, number, byref(error))
        if error.value:
            _taken(error.value, 0)
        if not reply:
            self._must_be_open()
            return b""
        length = struct.unpack_from("=I", ctypes.string_at(reply, 8), 4)[0]
        return _taken(reply, 32 + 4 * length)

    # Inside

    def _send(
        self, opcode: int, detail: int, body: bytes, extension: Extension | None, *, is_void: bool
    ) -> int:
        self._must_be_open()
        data = struct.pack("=BBH", 0, detail, 0) + body + bytes(-len(body) % 4)
        buffer = ctypes.create_string_buffer(data, len(data))
        # libxcb uses the two pieces before the first for itself.
        pieces = (_Piece * 3)()
        pieces[2] = _Piece(ctypes.addressof(buffer), len(data))
        request = _Request(1, None, opcode, is_void)
        if extension is not None:
            request.extension = ctypes.pointer(_extension(extension.name))
        first = ctypes.addressof(pieces) + 2 * ctypes.sizeof(_Piece)
        flags = 0 if is_void else _CHECKED
        number: int = self._xcb.xcb_send_request(self._connection, flags, first, byref(request))
        return number

    def _must_be_open(self) -> None:
        if not self.is_open:
            raise NoServerError("the X server is gone")


def _extension(name: str) -> _XcbExtension:
    """Libxcb numbers each of these once for the whole process, so there is one a name."""
    return _Library.extensions.setdefault(name, _XcbExtension(name.encode(), 0))


def _taken(address: int, length: int) -> bytes:
    """The bytes at an address that libxcb has allocated for us, given back to it."""
    data = ctypes.string_at(address, length)
    _Library.get().free(address)
    return data
