"""Idle time on Windows and macOS, which only answer when asked. Written from their documentation.

It was never tried there; only the counting is tested.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.language import translate
from desktop.system.idle import CameBack, IdleWatch, Watches, WentIdle
from desktop.system.works import Works
from routines.clock import Clock

LONGEST_LOOK = 60.0
"""Seconds between looks, at the most and, while a watch is far from its time, at the least."""

SHORTEST_LOOK = 1.0
"""Seconds between looks for a watch whose time is near: those last only as long as it does."""

Ask = Callable[[], float | None]
"""Seconds since the last touch."""


class PolledIdle(QObject):
    """Looks when the next watch could be due. Back is noticed with the next look."""

    def __init__(self, clock: Clock, ask: Ask | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches = Watches(clock)
        self._ask = ask or _system_seconds
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def watch(self, seconds: float, went: WentIdle, back: CameBack = lambda: None) -> IdleWatch:
        watch = IdleWatch(seconds, went, back, self._stop)
        self._watches.list.append(watch)
        self._timer.start(0)
        return watch

    def seconds(self) -> float | None:
        return self._ask()

    def works(self) -> Works:
        if self._ask() is None:
            how = translate("idle", "This system does not tell how long nothing was touched.")
            return Works(here=False, how=how)
        how = translate("idle", "The system is asked once a minute (not tried on this system yet).")
        return Works(here=True, how=how)

    def close(self) -> None:
        for watch in list(self._watches.list):
            watch.stop()
        self._timer.stop()

    def look(self) -> None:
        """Ask now, tell what is new, and settle when to ask next."""
        idle = self._ask()
        if idle is None:
            return
        for watch in list(self._watches.list):
            if idle < watch.seconds:
                watch.set_back()
            else:
                self._watches.tell_idle(watch, idle)
        left = [each.seconds - idle for each in self._watches.list if each.since is None]
        wait = min([LONGEST_LOOK, *(max(SHORTEST_LOOK, each) for each in left)])
        if self._watches.list:
            self._timer.start(round(wait * 1000))

    def _stop(self, watch: IdleWatch) -> None:
        if watch in self._watches.list:
            self._watches.list.remove(watch)
        if not self._watches.list:
            self._timer.stop()


def _system_seconds() -> float | None:
    try:
        if sys.platform == "win32":
            return _windows_seconds()
        if sys.platform == "darwin":
            return _mac_seconds()
    except (OSError, AttributeError):
        pass
    return None


def _windows_seconds() -> float | None:
    """GetLastInputInfo, in milliseconds since the start, which run over after 49 days."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        info = (ctypes.c_uint * 2)(8, 0)
        if ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)):
            now = ctypes.windll.kernel32.GetTickCount() & 0xFFFFFFFF
            return float((now - info[1]) & 0xFFFFFFFF) / 1000
    return None


def _mac_seconds() -> float | None:
    """CGEventSourceSecondsSinceLastEventType, of the whole session and any kind of input."""
    if sys.platform == "darwin":
        import ctypes  # noqa: PLC0415 - macOS only

        place = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
        ask = ctypes.CDLL(place).CGEventSourceSecondsSinceLastEventType
        ask.restype, ask.argtypes = ctypes.c_double, [ctypes.c_int32, ctypes.c_uint32]
        return float(ask(0, 0xFFFFFFFF))
    return None
