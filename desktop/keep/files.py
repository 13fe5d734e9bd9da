"""Reading and writing small files of our own, so that a full disk or a kill costs nothing."""

import json
import os
import re
import stat
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_STALE = 86_400  # seconds
MOST_BYTES = 4 * 1024 * 1024


def write_atomically(path: Path, content: str | bytes) -> str | None:
    """Put ``content`` into ``path`` whole or not at all; the reason if it could not be.

    Only its owner may read the file and the folder it makes.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkstemp makes the file 0600.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        return error.strerror or str(error)
    return None


def clear_leftovers(path: Path, now: datetime) -> None:
    """Remove what a kill in the middle of ``write_atomically`` has left beside ``path``.

    Only what has its name, and is older than a day: another one may be writing just now.
    """
    temporary = re.compile(rf"\.{re.escape(path.name)}\.[a-z0-9_]{{8}}")
    with suppress(OSError):
        for file in path.parent.iterdir():
            if temporary.fullmatch(file.name):
                state = file.lstat()
                if stat.S_ISREG(state.st_mode) and now.timestamp() - state.st_mtime > _STALE:
                    file.unlink()


def read_json(path: Path) -> object | None:
    """The JSON value in ``path``; None if there is no such file or nothing sensible in it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        value: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return value


def set_aside(path: Path) -> Path | None:
    """Move a damaged file out of the way, beside itself, and never over another one."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if not aside.exists():
            try:
                path.rename(aside)
            except OSError:
                return None
            return aside
    return None
