"""Tells when the person has saved, added or removed a reminder file. Nothing is polled."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLED = 300
"""Milliseconds in which a program has done with saving: it writes, renames, and sets the time."""

_FAR = 2
"""Folders around it, of which the nearest is watched while it is not there: a newcomer has none."""


class OwnFiles(QObject):
    """Watches a folder, or, while that is not there, for its coming."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._wait)
        self._watcher.fileChanged.connect(self._wait)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED)
        self._settled.timeout.connect(self._look)
        self._watch()

    def close(self) -> None:
        self._settled.stop()
        self._watcher.deleteLater()

    def _wait(self) -> None:
        self._settled.start()

    def _look(self) -> None:
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        # A file that is replaced is not watched any more: it is another one.
        watched = {*self._watcher.directories(), *self._watcher.files()}
        wanted = {str(path) for path in self._paths()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def _paths(self) -> list[Path]:
        """The folder with its files: a file that is written in place does not change the folder."""
        try:
            return [self._folder, *(each for each in self._folder.iterdir() if each.is_file())]
        except FileNotFoundError:
            return [each for each in self._folder.parents[:_FAR] if each.is_dir()][:1]
        except OSError:
            return []
