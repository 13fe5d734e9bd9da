"""Keeps the screen awake while a routine plays, and lets it sleep again afterwards.

Whatever is asked for hangs on a connection of ours: if the program dies, the system takes it back
by itself.
"""

import os
import struct
import sys
from typing import Protocol

from jeepney import DBusAddress
from PySide6.QtCore import QObject

from desktop.language import translate
from desktop.system.bus import Bus, Reply
from desktop.system.works import Works
from desktop.system.x11 import NoServerError, XConnection

OUR_NAME = "Unbrace"
"""Who asks: shown by the desktop, and how `inhibitors` tells ours from others'."""

SERVICE = "org.freedesktop.ScreenSaver"
SCREEN_SAVER = DBusAddress("/org/freedesktop/ScreenSaver", SERVICE, SERVICE)


class KeepAwake(Protocol):
    """The one way to keep the screen awake here."""

    def keep(self, reason: str) -> None:
        """Keep it awake until ``let_go``. ``reason`` may be shown by the desktop."""
        ...

    def let_go(self) -> None:
        """Let it sleep again. Harmless when nothing is kept."""
        ...

    @property
    def is_kept(self) -> bool: ...

    def works(self) -> Works: ...


class LinuxKeepAwake(QObject):
    """The screen saver's service on the session bus or, where there is none, the X server.

    A service that comes late, or comes back, is asked again.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._reason = ""
        self._has_service = False
        self._ticket: int | None = None
        self._asked = 0
        """Counts the times that the service was asked: an answer to an older one is void."""
        self._screen = _XScreen(self)
        bus.watch_owner(SERVICE, self._service_is)

    @property
    def is_kept(self) -> bool:
        """Whether somebody has said yes."""
        return self._ticket is not None or self._screen.is_kept

    def keep(self, reason: str) -> None:
        if self._reason:
            return
        self._reason = reason or OUR_NAME
        self._begin()

    def let_go(self) -> None:
        self._reason = ""
        self._asked += 1
        self._screen.let_go()
        if self._ticket is not None:
            self._give_back(self._ticket)
            self._ticket = None

    def works(self) -> Works:
        if self._has_service:
            return Works(
                here=True, how=translate("keep_awake", "The desktop's screen saver waits.")
            )
        if self._screen.can_keep:
            return Works(
                here=True, how=translate("keep_awake", "The X server's screen saver waits.")
            )
        return Works(
            here=False,
            how=translate(
                "keep_awake",
                "This desktop offers no way to keep the screen awake "
                "(it lacks org.freedesktop.ScreenSaver).",
            ),
        )

    # Inside

    def _begin(self) -> None:
        if not self._has_service:
            self._screen.keep()
            return
        self._asked += 1
        asked = self._asked

        def answered(reply: Reply) -> None:
            granted = bool(reply.body) and not reply.error and isinstance(reply.body[0], int)
            if granted and asked == self._asked and self._reason:
                self._ticket = reply.body[0]
            elif granted:
                self._give_back(reply.body[0])
            elif asked == self._asked and self._reason:
                self._screen.keep()

        self._bus.method(SCREEN_SAVER, "Inhibit", "ss", (OUR_NAME, self._reason), answered)

    def _give_back(self, ticket: int) -> None:
        if self._bus.is_open:
            self._bus.method(SCREEN_SAVER, "UnInhibit", "u", (ticket,))

    def _service_is(self, here: bool) -> None:
        self._has_service = here
        self._ticket = None
        self._asked += 1
        if self._reason:
            self._screen.let_go()
            self._begin()


class _XScreen:
    """The X server's own screen saver and power saving (MIT-SCREEN-SAVER 1.1, Suspend).

    The connection is there only while something is kept.
    """

    _SUSPEND = 5

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._connection: XConnection | None = None

    @property
    def is_kept(self) -> bool:
        return self._connection is not None

    @property
    def can_keep(self) -> bool:
        """Whether there is an X server that shows this desktop: not one inside of Wayland."""
        return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")

    def keep(self) -> None:
        if not self.can_keep or self.is_kept:
            return
        try:
            connection = XConnection(self._owner)
        except NoServerError:
            return
        saver = connection.extension("MIT-SCREEN-SAVER")
        if saver is None:
            connection.close()
            return
        connection.lost.connect(self.let_go)
        connection.listen()
        connection.send(self._SUSPEND, struct.pack("=I", 1), saver)
        self._connection = connection

    def let_go(self) -> None:
        """Closing the connection is all it takes: the server counts by connections."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
            connection.deleteLater()


class NoKeepAwake:
    """Keeps nothing awake."""

    is_kept = False

    def keep(self, reason: str) -> None:
        pass

    def let_go(self) -> None:
        pass

    def works(self) -> Works:
        how = translate("keep_awake", "This system offers no way to keep the screen awake.")
        return Works(here=False, how=how)


def find_keep_awake(bus: Bus) -> KeepAwake:
    """The way that works here. ``bus`` is the session's."""
    if sys.platform in ("win32", "darwin"):
        from desktop.system.keep_awake_elsewhere import OtherKeepAwake  # noqa: PLC0415

        return OtherKeepAwake()
    return LinuxKeepAwake(bus)
