"""Tells when one of some files or folders is another than it was: no polling, no false alarms."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.calendars.report import Seen, State, state_of

SETTLE = 500
"""Milliseconds from the first sign of a change until it is told: a sync writes many files."""

_SLOWEST = 60_000
_CALM = 120_000
"""What changes without end is told less and less often, until there was calm for so long."""


class Watch(QObject):
    """Watches what was seen, over deleting, replacing and coming back."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: dict[Path, State | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._look)
        self._watcher.directoryChanged.connect(self._look)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE)
        self._settling.timeout.connect(self._tell)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(lambda: self._settling.setInterval(SETTLE))

    def follow(self, seen: Iterable[Seen]) -> None:
        """From now on watch these and only these; what has changed since it was seen is told."""
        self._settling.stop()
        self._states = {Path(each.path): each.state for each in seen}
        self._look()

    def _look(self) -> None:
        self._renew()
        if not self._settling.isActive() and self._is_changed():
            self._settling.start()

    def _tell(self) -> None:
        # Once is enough: whoever is told looks, and says anew what is to be followed.
        self._states = {path: state_of(path) for path in self._states}
        self._settling.setInterval(min(2 * self._settling.interval(), _SLOWEST))
        self._calm.start()
        self.changed.emit()

    def _is_changed(self) -> bool:
        return any(state_of(path) != state for path, state in self._states.items())

    def _renew(self) -> None:
        """Replaced files drop out of the system's watch: put in what is missing from it."""
        wanted = {str(point) for path in self._states for point in _points(path)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))


def _points(path: Path) -> Iterable[Path]:
    """Where a change of ``path`` shows: itself; for a link, or for nothing, a folder above too."""
    is_there = state_of(path) is not None
    if is_there:
        yield path
    if not is_there or _is_link(path):
        above = (folder for folder in path.parents if state_of(folder) is not None)
        yield from islice(above, 1)


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:
        return False
