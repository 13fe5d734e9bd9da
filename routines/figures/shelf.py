"""The figures that are at hand: read when first asked for, and again when their file changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from routines.figures.model import Figure
from routines.figures.reader import FigureReading, read_figure_file
from routines.lookup import Folders, is_id
from routines.problems import Level, Problem

_State = tuple[int, int]
"""When a file was changed, in nanoseconds, and its bytes."""


@dataclass(frozen=True, slots=True)
class _Kept:
    state: _State
    reading: FigureReading


@dataclass(frozen=True, slots=True)
class BrokenFigure:
    """A figure that cannot be shown, and the errors that keep it from it."""

    name: str
    path: Path
    problems: tuple[Problem, ...]


class Shelf:
    """Figures by their names, as seen from the folder ``beside`` of the file that names them.

    One that is not there, or broken, is None: the ring stands in. A person's figure takes the
    place of the library's of the same name, also while it is broken.
    """

    def __init__(self, folders: Folders | None = None) -> None:
        self._folders = folders or Folders()
        self._kept: dict[Path, _Kept] = {}

    def figure(self, name: str, beside: Path | None = None) -> Figure | None:
        reading = self._reading(name, beside)
        return reading.figure if reading else None

    def problems(self, name: str, beside: Path | None = None) -> tuple[Problem, ...]:
        """What is wrong with its file; nothing where there is none."""
        reading = self._reading(name, beside)
        return reading.problems if reading else ()

    def broken(self, names: Iterable[str], beside: Path | None = None) -> tuple[BrokenFigure, ...]:
        """Those of a person's own that are broken. The library's are sound, and are not read."""
        found = []
        for name in dict.fromkeys(names):
            path = self._folders.figure(name, beside) if is_id(name) else None
            if path is None or path.is_relative_to(self._folders.library):
                continue
            errors = [each for each in self.problems(name, beside) if each.level is Level.ERROR]
            if errors:
                found.append(BrokenFigure(name, path, tuple(errors)))
        return tuple(found)

    def _reading(self, name: str, beside: Path | None) -> FigureReading | None:
        path = self._folders.figure(name, beside) if is_id(name) else None
        if path is None:
            return None
        state = _state_of(path)
        kept = self._kept.get(path)
        if kept is None or kept.state != state:
            kept = self._kept[path] = _Kept(state, read_figure_file(path))
        return kept.reading


def _state_of(path: Path) -> _State:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
