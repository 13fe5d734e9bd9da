"""Files that are still being written. One whose writer was killed is cleared away by the next.

Who writes holds a lock, which the system takes back when the writer is gone, however it went.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PATTERN = ".unbrace-*.part"
"""How `desktop.sound.rendering.half_of` names them."""


class HalfFile:
    """A new and empty file at ``path``, which nobody clears away before it is let go."""

    def __init__(self, path: Path) -> None:
        """Raises `OSError`."""
        path.unlink(missing_ok=True)
        self._number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        if sys.platform == "win32":
            self.let_go()  # there no file can be cleared away that is open, nor put in its place
        else:
            _lock(self._number)

    def let_go(self) -> None:
        if self._number >= 0:
            os.close(self._number)
            self._number = -1


def clear_away(folder: Path) -> None:
    """Remove what writers have left behind. What cannot be removed stays."""
    for path in folder.glob(PATTERN):
        with suppress(OSError):
            if sys.platform == "win32" or _is_left(path):
                path.unlink()


def _is_left(path: Path) -> bool:
    number = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        return _lock(number)
    finally:
        os.close(number)


def _lock(number: int) -> bool:
    """False where somebody else holds it, or where the file system knows no locks."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
