"""Deleting for good: a day, a kind of record, or everything.

The file's own pages are overwritten. Of a day or a kind, the copies of the last seven days still
tell; with everything, they go too, and so does whatever damaged file was once set aside.
"""

import sqlite3
from contextlib import suppress
from datetime import date, time
from enum import Enum, auto
from pathlib import Path

from desktop.keep.history import backups
from desktop.keep.history.days import day_of, day_sql
from desktop.keep.history.model import Off, Record, Run
from desktop.keep.history.rows import TABLES


class Everything(Enum):
    """The word for all of it."""

    EVERYTHING = auto()


EVERYTHING = Everything.EVERYTHING
What = date | type[Record] | Everything
"""A local day, a kind of record such as ``Rating``, or everything."""


def covers(what: What, record: Record, day_start: time) -> bool:
    """Whether ``record`` is among what is to be deleted."""
    if isinstance(what, Everything):
        return True
    if isinstance(what, date):
        if isinstance(record, Off):
            return record.day == what.isoformat()
        moment = record.began if isinstance(record, Run) else record.at
        return day_of(moment, day_start) == what
    return type(record) is what


def where(kind: type[Record], what: What, day_start: time) -> tuple[str, tuple[object, ...]] | None:
    """The clause, with its values, that finds what of ``kind`` is among ``what``; None if nothing
    of that kind can be.
    """
    if isinstance(what, date):
        if kind is Off:
            return "WHERE day = ?", (what.isoformat(),)
        return f"WHERE {day_sql(day_start)} = ?", (what.toordinal(),)
    return ("", ()) if isinstance(what, Everything) or kind is what else None


def delete(connection: sqlite3.Connection, what: What, day_start: time) -> None:
    """Within the caller's transaction."""
    for kind, table in TABLES.items():
        if (found := where(kind, what, day_start)) is not None:
            connection.execute(f"DELETE FROM {table.name} {found[0]}", found[1])
    connection.execute("DELETE FROM steps WHERE id NOT IN (SELECT id FROM run)")


def scrub(connection: sqlite3.Connection) -> None:
    """Let nothing deleted linger in the file's log of changes, as far as others let us."""
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def delete_copies(path: Path) -> Path | None:
    """Every copy there is beside the file; the first that could not be deleted."""
    for copy in (*backups.all_of(path), *path.parent.glob(f"{path.name}*.damaged-*")):
        try:
            copy.unlink(missing_ok=True)
        except OSError:
            return copy
    return None
