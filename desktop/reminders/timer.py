"""A single delay that can be called off, behind a protocol: tests let time pass as they like."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer


class Timer(Protocol):
    """One delay at a time; starting it anew forgets the one before."""

    def start(self, seconds: float, then: Callable[[], None]) -> None: ...

    def stop(self) -> None: ...


class QtTimer:
    """The real one. Asleep until it is due, and without any work while it is not started."""

    def __init__(self, parent: QObject) -> None:
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)

    def start(self, seconds: float, then: Callable[[], None]) -> None:
        self._then = then
        self._timer.start(round(seconds * 1000))

    def stop(self) -> None:
        self._timer.stop()

    def _due(self) -> None:
        if self._then is not None:
            self._then()
