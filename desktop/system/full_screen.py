"""Whether the window that the person works in fills the screen. Asked when a reminder is due."""

import os
import struct
import sys
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from desktop.language import translate
from desktop.system.asking import Answered, once, unknown
from desktop.system.bus import Bus
from desktop.system.inhibitors import ask_session_manager
from desktop.system.works import Works
from desktop.system.x11 import NoServerError, XConnection

INTERN_ATOM, GET_PROPERTY = 16, 20
"""Requests of the X protocol itself."""

_ONLY_IF_EXISTS = 1
_ANY_TYPE = 0
_MOST_WORDS = 64


class FullScreen(Protocol):
    """Asks about the window in front."""

    def ask(self, answered: Answered) -> None:
        """Call ``answered`` once, within two seconds; None where it cannot be known."""
        ...

    def works(self) -> Works: ...


class X11FullScreen(QObject):
    """By the properties that every window manager keeps (Extended Window Manager Hints).

    A window of our own is none: the person is with us then.
    """

    def ask(self, answered: Answered) -> None:
        QTimer.singleShot(0, self, lambda: answered(self._look()))

    def works(self) -> Works:
        if self._look() is None:
            how = translate("full_screen", "The window manager does not tell which window is used.")
            return Works(here=False, how=how)
        return Works(here=True, how=translate("full_screen", "The window manager tells it."))

    def _look(self) -> bool | None:
        try:
            x = XConnection()
        except NoServerError:
            return None
        try:
            return _front_is_full(x)
        except NoServerError:
            return None
        finally:
            x.close()


def _front_is_full(x: XConnection) -> bool | None:
    if not _property(x, x.root, "_NET_SUPPORTING_WM_CHECK"):
        return None  # no window manager that would keep the rest
    active = _property(x, x.root, "_NET_ACTIVE_WINDOW")
    window = active[0] if active else 0
    if not window or _property(x, window, "_NET_WM_PID") == (os.getpid(),):
        return False
    return _atom(x, "_NET_WM_STATE_FULLSCREEN") in (_property(x, window, "_NET_WM_STATE") or ())


def _atom(x: XConnection, name: str) -> int:
    """The number of a name; 0 if nobody has ever used it here."""
    body = struct.pack("=HH", len(name), 0) + name.encode("ascii")
    reply = x.ask(INTERN_ATOM, body, detail=_ONLY_IF_EXISTS)
    return int(struct.unpack_from("=I", reply, 8)[0]) if reply else 0


def _property(x: XConnection, window: int, name: str) -> tuple[int, ...] | None:
    """The property's numbers; None if there is no such property, or no such window any more."""
    atom = _atom(x, name)
    if not atom:
        return None
    reply = x.ask(GET_PROPERTY, struct.pack("=5I", window, atom, _ANY_TYPE, 0, _MOST_WORDS))
    if not reply or reply[1] != 32:
        return None
    (count,) = struct.unpack_from("=I", reply, 16)
    return struct.unpack_from(f"={count}I", reply, 32)


class WaylandFullScreen(QObject):
    """Wayland tells no program about another's windows. GNOME tells of those that keep it awake.

    Films and slides do, so that is taken for a yes; anything else is not known.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._told = False

    def ask(self, answered: Answered) -> None:
        def found(value: bool | None) -> None:
            self._told = value is not None
            answered(value or None)

        ask_session_manager(self, self._bus, once(self, found, unknown))

    def works(self) -> Works:
        if self._told:
            how = translate("full_screen", "On Wayland, only what keeps the screen awake is seen.")
            return Works(here=True, how=how)
        how = translate("full_screen", "Wayland does not tell whether a window fills the screen.")
        return Works(here=False, how=how)


class NoFullScreen(QObject):
    """Sees no windows."""

    def ask(self, answered: Answered) -> None:
        once(self, answered, unknown, within=0.0)

    def works(self) -> Works:
        how = translate("full_screen", "Full screen cannot be seen on this system.")
        return Works(here=False, how=how)


def find_full_screen(bus: Bus) -> FullScreen:
    """The one that works here. ``bus`` is the session's."""
    if sys.platform in ("win32", "darwin"):
        return NoFullScreen()
    if os.environ.get("WAYLAND_DISPLAY"):
        return WaylandFullScreen(bus)
    return X11FullScreen() if os.environ.get("DISPLAY") else NoFullScreen()
