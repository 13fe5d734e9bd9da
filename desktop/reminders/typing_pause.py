"""The wait for a pause in typing, before a note comes."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.system.idle import Idle, IdleWatch

PAUSE_IN_TYPING = 3.0
LONGEST_TYPING = 60_000
"""A note waits for so many seconds without a touch, and for so many milliseconds at the most."""


class TypingPause(QObject):
    """``come`` is given once for each wait, unless that is stopped."""

    come = Signal()

    def __init__(self, idle: Idle, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = idle
        self._watch: IdleWatch | None = None
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_TYPING)
        self._longest.timeout.connect(self._over)

    @property
    def is_awaited(self) -> bool:
        return self._watch is not None

    def wait(self) -> None:
        """Where typing cannot be known, there is nothing to wait for."""
        if self._idle.works().here:
            self._longest.start()
            self._watch = self._idle.watch(PAUSE_IN_TYPING, lambda _: self._over())
        else:
            self._over()

    def stop(self) -> None:
        self._longest.stop()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    def _over(self) -> None:
        self.stop()
        self.come.emit()
