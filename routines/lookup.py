"""Finding other files by id: beside the file that names them, then the person's, then ours.

Ids are plain names (``values.read_id``), so nothing outside these folders is ever read.
"""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from routines.problems import Flaw, Message, nearest
from routines.source import MOST_BYTES
from routines.values import read_id

LIBRARY = Path(__file__).parent / "library"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where routines and figures are looked up, first match first."""

    user: Path | None = None
    library: Path = LIBRARY

    def routine(self, name: str, beside: Path | None) -> Path | None:
        """The file of the routine ``name`` as seen from a file in the folder ``beside``."""
        return self._find(f"{name}.yaml", beside)

    def figure(self, name: str, beside: Path | None) -> Path | None:
        """The file of the figure ``name``; figures live in a folder of that name."""
        return self._find(f"figures/{name}.yaml", beside)

    def no_figure(self, name: str, beside: Path | None) -> Flaw | None:
        """What to say where there is no figure ``name``; nothing where there is one."""
        if self.figure(name, beside) is not None:
            return None
        return Flaw(Message.FIGURE_NOT_FOUND, {"figure": name}, nearest(name, self._names(beside)))

    def _names(self, beside: Path | None) -> list[str]:
        folders = [each / "figures" for each in (beside, self.user, self.library) if each]
        found = {path.stem for folder in folders for path in _yaml_files(folder)}
        return sorted(name for name in found if is_id(name))

    def _find(self, relative: str, beside: Path | None) -> Path | None:
        for folder in (beside, self.user, self.library):
            if folder is not None and is_file(folder / relative):
                return folder / relative
        return None


def _yaml_files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == ".yaml"]
    except OSError:
        return []


def is_file(path: Path) -> bool:
    """Whether there is a file, as far as we may see."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_bytes(path: Path) -> bytes | Flaw:
    """The content of a routine file, at most one byte more than the reader takes."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # opening a pipe or a device may wait for ever
            is_folder = stat.S_ISDIR(mode)
            reason = os.strerror(errno.EISDIR) if is_folder else "Not a plain file"
            return Flaw(Message.CANNOT_READ, {"reason": reason})
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Flaw(Message.CANNOT_READ, {"reason": reason})


def is_id(name: str) -> bool:
    """Whether ``name`` could name a file at all."""
    return bool(name) and isinstance(read_id(name), str)
