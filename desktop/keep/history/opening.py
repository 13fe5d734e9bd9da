"""Opening the file: made if there is none, checked, brought to this version.

A file that is damaged is set aside and never written to again; what can be read of it goes into a
new one. One that is locked, read-only or of a newer version is left as it is.
"""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.keep.files import set_aside
from desktop.keep.history import backups
from desktop.keep.history.connections import (
    PATIENCE,
    connect,
    is_damage,
    is_lock,
    reason_of,
    trouble,
)
from desktop.keep.history.rescue import rescue
from desktop.keep.history.schema import VERSION, migrate, version_of
from desktop.language import translate

_LEAST_BYTES = 512  # SQLite takes less for an empty file, and writes over it


@dataclass(frozen=True, slots=True)
class Opened:
    """``connection`` is None if there is none to be had now; only then, or with one that may just
    be read, does ``problem`` say why. ``loss`` is what happened to what was kept before.
    """

    connection: sqlite3.Connection | None
    problem: str = ""
    loss: str = ""
    reading_only: bool = False
    for_good: bool = False
    """Trying again would change nothing."""
    file: tuple[int, int] = (0, 0)
    """Device and number of the file, as ``stat`` tells them."""


def open_history(path: Path, patience: int = PATIENCE) -> Opened:
    """The history in ``path``. A lock is waited for as long as ``patience``, in milliseconds."""
    try:
        if path.is_dir():
            return Opened(None, trouble(path, translate("history", "it is a folder")))
        loss = _make_room(path)
        if 0 < path.stat().st_size < _LEAST_BYTES:
            return begin_anew(path)
        connection = connect(path, patience=patience)
    except (OSError, sqlite3.Error) as error:
        return _without_writing(path, error)
    try:
        whole = _whole(connection)
        if whole:
            return replace(_prepared(connection, path), loss=loss)
    except (OSError, sqlite3.Error) as error:
        if not is_damage(error):
            connection.close()
            return _without_writing(path, error)
    # Closed before, it would still write its log into the damaged file.
    opened = begin_anew(path)
    connection.close()
    return opened


def _make_room(path: Path) -> str:
    """The folder and an empty file that only their owner may read. What happened, in one line, if
    there should have been a file but there was none.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > 0:
        with suppress(OSError):  # not ours, or on a disk without rights
            if path.stat().st_mode & 0o077:
                path.chmod(0o600)
        return ""
    missed = False
    for file in _beside(path):  # SQLite would throw it away, or take it for the new one's
        if file.exists() and file.stat().st_size > 0:
            missed = set_aside(file) is not None
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if not missed and not backups.all_of(path):
        return ""
    line = translate("history", "The history was missing: a new one begins. {copies}")
    return line.format(copies=_where_copies_are(path))


def _whole(connection: sqlite3.Connection) -> bool:
    """Whether it can be read; a newer version is not ours to judge."""
    if version_of(connection) > VERSION:
        return True
    found: tuple[object, ...] = connection.execute("PRAGMA quick_check(1)").fetchone()
    return found == ("ok",)


def _prepared(connection: sqlite3.Connection, path: Path) -> Opened:
    """Brought to this version, with a copy of how it was before."""
    version = version_of(connection)
    if version > VERSION:
        reason = translate("history", "it is of a newer version of Unbrace, and only read")
        return Opened(connection, trouble(path, reason), reading_only=True, for_good=True)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    if 0 < version < VERSION:
        backups.keep_before_version(connection, path, VERSION)
    migrate(connection)
    state = path.stat()
    return Opened(connection, file=(state.st_dev, state.st_ino))


def _without_writing(path: Path, error: BaseException) -> Opened:
    """Only reading, or not even that."""
    problem = trouble(path, reason_of(error))
    if is_lock(error):
        return Opened(None, problem)
    for how in ("ro", "ro&immutable=1"):  # the second needs no file beside it
        try:
            connection = connect(path, how)
        except (OSError, sqlite3.Error):
            continue
        try:
            connection.execute("SELECT 1 FROM run LIMIT 1").fetchone()
        except sqlite3.Error:
            connection.close()
            continue
        return Opened(connection, problem, reading_only=True)
    return Opened(None, problem)


def begin_anew(path: Path) -> Opened:
    """Set the damaged file aside, and save what can be read of it into a new one."""
    aside = _set_aside(path)
    if aside is None:
        return Opened(None, trouble(path, translate("history", "it is damaged")), for_good=True)
    opened = open_history(path)
    if opened.connection is None or opened.reading_only:
        return opened
    return replace(opened, loss=_loss(aside, path, rescue(aside, opened.connection)))


def _set_aside(path: Path) -> Path | None:
    """Out of the way, with what lies beside it: its newest part may be there."""
    aside = set_aside(path)
    if aside is None:
        return None
    for old, new in zip(_beside(path), _beside(aside), strict=True):
        with suppress(OSError):
            old.rename(new)
    return aside


def _beside(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside ``path``."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-journal", "-shm"))


def _loss(aside: Path, path: Path, saved: int) -> str:
    if saved == 0:
        line = translate("history", "The history was damaged and nothing could be read of it.")
    else:
        line = translate("history", "The history was damaged: %n record(s) could be saved.", saved)
    where = translate("history", "The old file is {file}.").format(file=aside)
    return f"{line} {where} {_where_copies_are(path)}".rstrip()


def _where_copies_are(path: Path) -> str:
    if not backups.all_of(path):
        return ""
    folder = backups.folder_of(path)
    return translate("history", "Copies of earlier days are in {folder}.").format(folder=folder)
