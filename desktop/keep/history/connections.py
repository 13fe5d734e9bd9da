"""Connections as all of ours are, and what their errors mean."""

import errno
import sqlite3
from pathlib import Path

from desktop.keep.history.schema import migrate
from desktop.language import translate

PATIENCE = 150  # ms that a lock is waited for: the window stands still meanwhile
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_LEAVE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def connect(path: Path, how: str = "rw", patience: int = PATIENCE) -> sqlite3.Connection:
    """``how`` is ``rw`` or ``ro``, ``patience`` the milliseconds that a lock is waited for. What is
    deleted is overwritten in the file.
    """
    uri = f"{path.absolute().as_uri()}?mode={how}"
    connection = sqlite3.connect(uri, uri=True, timeout=patience / 1000, isolation_level=None)
    connection.text_factory = decoded
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def in_memory() -> sqlite3.Connection:
    """An empty history that ends with the program."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.text_factory = decoded
    migrate(connection)
    return connection


def decoded(text: bytes) -> str:
    """What is not UTF-8 any more comes out marked: sqlite3's own error for it would quote it."""
    return text.decode("utf-8", "replace")


def copy_into(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """All of ``source``; an error at once if it is locked, where sqlite3 would try for ever."""
    source.backup(copy, progress=_give_up)


def _give_up(status: int, _remaining: int, _total: int) -> None:
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise _Locked


class _Locked(sqlite3.OperationalError):
    sqlite_errorcode = sqlite3.SQLITE_BUSY


def is_damage(error: BaseException) -> bool:
    return _code(error) in _DAMAGE


def is_lock(error: BaseException) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def trouble(path: Path, reason: str) -> str:
    """One line on what is not being kept, and why."""
    return f"{_held()} {path}: {reason}"


def without_held(problem: str) -> str:
    """The file and the reason alone, for whoever wanted something else of it than to keep."""
    return problem.removeprefix(_held()).strip()


def _held() -> str:
    return translate("history", "What you do now is held in memory only.")


def reason_of(error: BaseException) -> str:
    """What ``error`` means, without any text of the person's."""
    if is_lock(error):
        return translate("history", "another program has locked it")
    if is_damage(error):
        return translate("history", "it is damaged")
    if _code(error) == sqlite3.SQLITE_FULL:
        return translate("history", "the disk is full")
    if _code(error) in _NO_LEAVE:
        return translate("history", "it cannot be written")
    if isinstance(error, OSError):
        if error.errno == errno.ENOSPC:
            return translate("history", "the disk is full")
        return error.strerror or translate("history", "it cannot be written")
    # SQLite says no more of it, when there is no room for the file it shares with others.
    return translate("history", "the disk is full or reports an error")


def _code(error: BaseException) -> int:
    """SQLite's primary code; 0 if it is no error of SQLite's."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
