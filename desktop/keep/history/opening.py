"""Opening the file: made if there is none, checked, brought to this version.

A file that is damaged is set aside and never written to again; what can be read of it goes into a
new one. One that is locked, read-only or of a newer version is left as it is.
"""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.keep.files import set_aside
from desktop.keep.history.rescue import Rescued, rescue
from desktop.keep.history.schema import VERSION, migrate, version_of
from desktop.language import translate

PATIENCE = 150  # ms that a lock is waited for: the window stands still meanwhile
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


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


def open_history(path: Path) -> Opened:
    """The history in ``path``."""
    try:
        _make_room(path)
        if path.is_dir():
            return Opened(None, trouble(path, translate("history", "it is a folder")))
        connection = connect(path)
    except (OSError, sqlite3.Error) as error:
        return _without_writing(path, error)
    try:
        return _prepared(connection, path)
    except sqlite3.Error as error:
        connection.close()
        if is_damage(error):
            return _begin_anew(path)
        return _without_writing(path, error)


def connect(path: Path, how: str = "rw") -> sqlite3.Connection:
    """A connection as all of ours are. Texts that are not UTF-8 any more come out marked, since
    sqlite3's own error for them would quote them.
    """
    uri = f"{path.absolute().as_uri()}?mode={how}"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE / 1000, isolation_level=None)
    connection.text_factory = _decoded
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def in_memory() -> sqlite3.Connection:
    """An empty history that ends with the program."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.text_factory = _decoded
    migrate(connection)
    return connection


def is_damage(error: BaseException) -> bool:
    return _code(error) in _DAMAGE


def is_lock(error: BaseException) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def trouble(path: Path, reason: str) -> str:
    """One line on what is not being kept, and why."""
    line = translate("history", "What you do now is held in memory only. {file}: {reason}")
    return line.format(file=path, reason=reason)


def reason_of(error: BaseException) -> str:
    """What ``error`` means, without any text of the person's."""
    if is_lock(error):
        return translate("history", "another program has locked it")
    if is_damage(error):
        return translate("history", "it is damaged")
    if _code(error) == sqlite3.SQLITE_FULL:
        return translate("history", "the disk is full")
    if _code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return translate("history", "it cannot be written")
    if isinstance(error, OSError):
        return error.strerror or translate("history", "it cannot be written")
    return translate("history", "the disk reports an error")


def beside(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside ``path``; without the first, some of it is missing."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def _code(error: BaseException) -> int:
    """SQLite's primary code; 0 if it is no error of SQLite's."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _make_room(path: Path) -> None:
    """The folder and an empty file that only their owner may read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        return
    with suppress(OSError):  # not ours, or on a disk without rights
        if path.is_file() and path.stat().st_mode & 0o077:
            path.chmod(0o600)


def _prepared(connection: sqlite3.Connection, path: Path) -> Opened:
    """Checked, and brought to this version."""
    version = version_of(connection)
    if version > VERSION:
        return Opened(connection, _newer(path), reading_only=True, for_good=True)
    damaged = connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)
    if damaged:
        connection.close()
        return _begin_anew(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    migrate(connection)
    return Opened(connection)


def _newer(path: Path) -> str:
    reason = translate("history", "it is of a newer version of Unbrace, and only read")
    return trouble(path, reason)


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


def _begin_anew(path: Path) -> Opened:
    """Set the damaged file aside, and save what can be read of it into a new one."""
    aside = _set_aside(path)
    if aside is None:
        return Opened(None, trouble(path, translate("history", "it is damaged")), for_good=True)
    opened = open_history(path)
    if opened.connection is None or opened.reading_only:
        return opened
    rescued = rescue(aside, opened.connection)
    return Opened(opened.connection, loss=_loss(aside, rescued))


def _set_aside(path: Path) -> Path | None:
    """Out of the way, with what lies beside it: its newest part may be there."""
    aside = set_aside(path)
    if aside is None:
        return None
    for old, new in zip(beside(path), beside(aside), strict=True):
        with suppress(OSError):
            if old.exists():
                old.rename(new)
    return aside


def _loss(aside: Path, rescued: Rescued) -> str:
    if rescued.records == 0:
        line = translate("history", "The history was damaged and nothing could be read of it.")
    else:
        line = translate(
            "history", "The history was damaged: %n record(s) could be saved.", rescued.records
        )
    where = translate("history", "The old file is {file}, copies of the last days are in {folder}.")
    return f"{line} {where.format(file=aside, folder=aside.parent / 'backups')}"
