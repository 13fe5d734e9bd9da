"""An alarm at a moment of the wall clock, which also tells when that clock is set.

On Linux the kernel does both, without a wake-up in between: the alarm rings on time also after a
suspend. Elsewhere a timer looks at least once a minute.
"""

import ctypes
import errno
import os
import sys
from datetime import datetime
from typing import ClassVar, Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal, SignalInstance

from desktop.language import translate
from desktop.system.time_zone import TimeZone
from desktop.system.works import Works
from routines.clock import Clock

LONGEST_LOOK = 60.0
"""Seconds between looks where the kernel does not tell."""

LEAP = 2.0
"""Seconds that the wall clock may go apart from the steady one before it counts as set."""


class WallClock(Protocol):
    """One alarm at a time."""

    @property
    def rang(self) -> SignalInstance:
        """The moment has come or, after a suspend or a set clock, has passed."""
        ...

    @property
    def clock_changed(self) -> SignalInstance:
        """The clock was set, the computer was suspended, or the time zone is another one."""
        ...

    def set(self, when: datetime | None) -> None:
        """Ring once at ``when`` (with its offset), instead of at what was set before."""
        ...

    def works(self) -> Works: ...

    def close(self) -> None: ...


# The kernel's

_CLOCK_REALTIME = 0
_NONBLOCK_CLOEXEC = os.O_NONBLOCK | os.O_CLOEXEC if sys.platform != "win32" else 0
_ABSOLUTE, _CANCEL_ON_SET = 1, 2
_NEVER = 4_102_444_800.0  # the year 2100: an alarm must be set to be told of the clock


class _Setting(ctypes.Structure):
    """``struct itimerspec``: the interval, which stays 0, and the moment."""

    _fields_: ClassVar = [
        ("interval", ctypes.c_long * 2),
        ("seconds", ctypes.c_long),
        ("nanoseconds", ctypes.c_long),
    ]


class KernelWallClock(QObject):
    """A timerfd. Raises OSError where there is none. Python has its own only from 3.13 on."""

    rang = Signal()
    clock_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = ctypes.CDLL(None, use_errno=True)
        if not hasattr(self._library, "timerfd_create"):
            raise OSError(errno.ENOSYS, "timerfd_create")
        self._timer = self._library.timerfd_create(_CLOCK_REALTIME, _NONBLOCK_CLOEXEC)
        if self._timer < 0:
            raise OSError(ctypes.get_errno(), "timerfd_create")
        self._when = _NEVER
        self._notifier = QSocketNotifier(self._timer, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._readable)
        self._zone = TimeZone(self)
        self._zone.changed.connect(self.clock_changed)
        self._arm()

    def set(self, when: datetime | None) -> None:
        # A moment of 0 would mean no alarm at all; anything long ago rings at once.
        self._when = _NEVER if when is None else max(1.0, when.timestamp())
        if self._timer >= 0:
            self._arm()

    def works(self) -> Works:
        return Works(here=True, how=translate("wall_clock", "The kernel rings on time."))

    def close(self) -> None:
        if self._timer >= 0:
            self._zone.close()
            self._notifier.setEnabled(False)
            os.close(self._timer)
            self._timer = -1

    def _arm(self) -> None:
        seconds = int(self._when)
        setting = _Setting((0, 0), seconds, int((self._when - seconds) * 1e9))
        flags = _ABSOLUTE | _CANCEL_ON_SET
        if self._library.timerfd_settime(self._timer, flags, ctypes.byref(setting), None) == 0:
            return
        number = ctypes.get_errno()
        if number != errno.ECANCELED:
            raise OSError(number, "timerfd_settime")
        # The clock was set just now. The alarm stands all the same.
        QTimer.singleShot(0, self, self.clock_changed.emit)

    def _readable(self) -> None:
        try:
            os.read(self._timer, 8)
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno != errno.ECANCELED:
                raise
            # If the alarm was due in the leap, this read has taken it away: set it again.
            self._arm()
            self.clock_changed.emit()
            return
        self.set(None)
        self.rang.emit()


class PolledWallClock(QObject):
    """The same with looks at the clock: at the moment itself, and at least once a minute.

    Not tried on Windows or macOS, for which it is meant.
    """

    rang = Signal()
    clock_changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._when: datetime | None = None
        self._offset = self._apart()
        self._zone = clock.now().utcoffset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._wait()

    def set(self, when: datetime | None) -> None:
        self._when = when
        self._wait()

    def works(self) -> Works:
        return Works(here=True, how=translate("wall_clock", "The clock is looked at each minute."))

    def close(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock now. Also for whoever knows that the computer has just woken."""
        now = self._clock.now()
        apart, zone = self._apart(), now.utcoffset()
        changed = abs(apart - self._offset) > LEAP or zone != self._zone
        self._offset, self._zone = apart, zone
        due = self._when is not None and now >= self._when
        if due:
            self._when = None
        self._wait()
        if changed:
            self.clock_changed.emit()
        if due:
            self.rang.emit()

    def _apart(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic()

    def _wait(self) -> None:
        seconds = LONGEST_LOOK
        if self._when is not None:
            left = (self._when - self._clock.now()).total_seconds()
            seconds = min(LONGEST_LOOK, max(0.0, left))
        # A millisecond more, so that rounding does not end the wait just before.
        self._timer.start(int(seconds * 1000) + 1)


def find_wall_clock(clock: Clock) -> WallClock:
    """The one that works here."""
    if sys.platform == "linux":
        try:
            return KernelWallClock()
        except OSError:
            pass
    return PolledWallClock(clock)
