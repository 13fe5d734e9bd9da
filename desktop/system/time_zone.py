"""Tells when the system's time zone becomes another one, and makes Python follow it."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

FILE = Path("/etc/localtime")


class TimeZone(QObject):
    """Watches the folder, as the file is replaced rather than written; wakes up for no more."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None
        # With TZ set, it holds whatever the system says.
        if "TZ" in os.environ or not FILE.exists():
            return
        self._before = _which()
        self._watcher = QFileSystemWatcher([str(FILE.parent)], self)
        self._watcher.directoryChanged.connect(self._look)

    def close(self) -> None:
        if self._watcher is not None:
            self._watcher.removePath(str(FILE.parent))
            self._watcher.deleteLater()
            self._watcher = None

    def _look(self) -> None:
        now = _which()
        # While it is being replaced there may be none.
        if now is not None and now != self._before:
            self._before = now
            time.tzset()  # for the whole process: who turns a moment into local time needs it
            self.changed.emit()


def _which() -> tuple[str, int, int] | None:
    """What tells one zone's file from another's: where the link leads, and which file it is."""
    try:
        file = FILE.stat()
        return str(FILE.resolve()), file.st_ino, file.st_mtime_ns
    except OSError:
        return None
