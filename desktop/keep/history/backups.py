"""Copies of the history beside it: at most one a day, and seven of them.

They are whole databases. To go back to one, quit the program and put it in the place of the file.
"""

import sqlite3
from datetime import date, datetime
from pathlib import Path

from desktop.keep.history.connections import copy_into, reason_of

KEPT = 7
_DAILY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


def folder_of(path: Path) -> Path:
    return path.parent / "backups"


def keep_daily(connection: sqlite3.Connection, path: Path, day: date) -> str:
    """A copy as it was when ``day`` began, unless there is one; the reason if it could not be."""
    return _keep(connection, path, f"{path.stem}-{day.isoformat()}")


def keep_before_import(connection: sqlite3.Connection, path: Path, now: datetime) -> str:
    """A copy before an import, so that it can be taken back; the reason if it could not be."""
    return _keep(connection, path, f"{path.stem}-before-import-{now:%Y-%m-%d-%H%M%S-%f}")


def keep_before_version(connection: sqlite3.Connection, path: Path, version: int) -> str:
    """A copy before the file is brought to ``version``; the reason if it could not be."""
    return _keep(connection, path, f"{path.stem}-before-version-{version}")


def all_of(path: Path) -> tuple[Path, ...]:
    """Every copy of the history, the oldest first."""
    return (*_ours(path, _DAILY), *_ours(path, "before-*"))


def _ours(path: Path, end: str) -> list[Path]:
    return sorted(folder_of(path).glob(f"{path.stem}-{end}{path.suffix}"))


def _keep(connection: sqlite3.Connection, path: Path, name: str) -> str:
    folder = folder_of(path)
    final = folder / f"{name}{path.suffix}"
    try:
        if final.exists():
            return ""
        folder.mkdir(mode=0o700, exist_ok=True)
        _write(connection, final)
        _thin_out(path, final)
    except (OSError, sqlite3.Error) as error:
        return reason_of(error)
    return ""


def _write(connection: sqlite3.Connection, final: Path) -> None:
    part = final.with_name(f".{final.name}.part")
    part.unlink(missing_ok=True)  # of a kill in the middle
    part.touch(mode=0o600)
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        # The disk is not waited for: the window would stand still, and there are six others.
        copy.execute("PRAGMA synchronous = OFF")
        copy_into(connection, copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, that can be carried about
        copy.close()
        part.rename(final)
    finally:
        copy.close()
        part.unlink(missing_ok=True)


def _thin_out(path: Path, newest: Path) -> None:
    """Seven of a kind stay. The one just made does so even if the clock has been put back."""
    for end in (_DAILY, "before-import-*"):
        found = _ours(path, end)
        if newest in found:
            found.remove(newest)
            for old in found[: max(0, len(found) - (KEPT - 1))]:
                old.unlink()
