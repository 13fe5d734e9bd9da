"""Ending kindly when the system asks for it: Ctrl+C, a log-out, a terminal that closes, a plain
kill.
"""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class EndSignals(QObject):
    """Calls ``asked`` in Qt's own event loop when a signal asks the program to end.

    Python runs signal handlers only between its own instructions, which may be hours apart in an
    idle program. The wake-up pipe makes Qt look at once, and costs nothing until then.
    """

    def __init__(self, asked: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._asked = asked
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        signal.set_wakeup_fd(self._write)
        for number in _asking():
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def close(self) -> None:
        """Give the signals back to Python."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        os.close(self._read)
        os.close(self._write)

    def _arrived(self) -> None:
        os.read(self._read, 64)
        self._asked()


def _asking() -> list[signal.Signals]:
    """The signals that ask to end: a hangup does not where ``nohup`` has said so."""
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    return numbers


def end_on_signals(asked: Callable[[], object], parent: QObject) -> EndSignals | None:
    """Watch for signals, where the system has them in this way: not on Windows."""
    return None if sys.platform == "win32" else EndSignals(asked, parent)
