"""Trays of the old kind, which take the icon's window into theirs (the System Tray Protocol of
freedesktop.org, "XEmbed"): whether there is one, and word of its coming and going.

Qt docks the icon by itself, but tells nobody. So while there is no tray, this looks at each
message that a client is sent: a tray that comes announces itself by one. Once there is a tray, it
only waits for the end of the little window that Qt docks in it.
"""

import ctypes
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

_CLIENT_MESSAGE = 33
"""X's number for it."""

_DOCKED = "QSystemTrayIconSys"
"""The class of Qt's little window."""


class OldTray(QObject):
    """Wakes up only when something happens."""

    changed = Signal(bool)
    """Whether there is one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here = False
        self._filter = _Messages(self._look_soon)
        self._listening = False
        self._docked: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)

    @property
    def is_here(self) -> bool:
        return self._here

    def look(self) -> None:
        """Look now, and wait for what would change it."""
        on_x = QGuiApplication.platformName() == "xcb"
        here = on_x and QSystemTrayIcon.isSystemTrayAvailable()
        self._listen(on_x and not here)
        if here:
            self._follow_docked()
        if here is not self._here:
            self._here = here
            self.changed.emit(here)

    def close(self) -> None:
        """Listen to nothing any more."""
        self._soon.stop()
        self._listen(False)

    def _look_soon(self) -> None:
        self._soon.start(0)

    def _listen(self, wanted: bool) -> None:
        application = QApplication.instance()
        if application is None or wanted is self._listening:
            return
        self._listening = wanted
        if wanted:
            application.installNativeEventFilter(self._filter)
        else:
            application.removeNativeEventFilter(self._filter)

    def _follow_docked(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget.metaObject().className() == _DOCKED and widget is not self._docked:
                self._docked = widget
                widget.destroyed.connect(self._undocked)

    def _undocked(self) -> None:
        self._docked = None
        self._look_soon()


class _Messages(QAbstractNativeEventFilter):
    """Calls ``heard`` when a message for a client comes by."""

    def __init__(self, heard: Callable[[], None]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        # An event of X starts with its number, and a bit that says who sent it.
        number = ctypes.c_uint8.from_address(int(message)).value & 0x7F
        if number == _CLIENT_MESSAGE:
            self._heard()
        return False, 0
