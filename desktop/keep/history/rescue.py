"""Reading a damaged file row by row, so that what is whole in it goes into a new one."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from desktop.keep.history.connections import decoded, is_damage
from desktop.keep.history.rows import PUT_STEPS, TABLES, Row, sensible

_MOST_PROBES = 200_000
_MOST_MISSED = 500  # more than on five pages of the smallest rows


def rescue(damaged: Path, into: sqlite3.Connection) -> int:
    """Copy every record that can be read of ``damaged``, and tell how many those are.

    The file itself is not touched: even to look into it would make SQLite write beside it.
    """
    for folder in (damaged.parent, None):  # a full disk may have room elsewhere
        try:
            with tempfile.TemporaryDirectory(dir=folder, prefix=".rescue-") as place:
                return _from_copy(_copied(damaged, Path(place)), into)
        except (OSError, sqlite3.Error):
            continue
    return 0


def _copied(damaged: Path, place: Path) -> Path:
    copy = place / "copy"
    shutil.copyfile(damaged, copy)
    newest = damaged.with_name(damaged.name + "-wal")
    if newest.exists():
        shutil.copyfile(newest, copy.with_name("copy-wal"))
    return copy


def _from_copy(copy: Path, into: sqlite3.Connection) -> int:
    """All of it goes into the new file, or an error and nothing."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as source:
        source.text_factory = decoded
        try:
            # Lets SQLite read a file that is shorter than its first page says.
            source.execute("PRAGMA writable_schema = ON")
        except sqlite3.Error:
            return 0
        into.execute("BEGIN IMMEDIATE")
        try:
            count = _all_tables(source, into)
            into.execute("COMMIT")
        finally:
            if into.in_transaction:
                into.execute("ROLLBACK")
    return count


def _all_tables(source: sqlite3.Connection, into: sqlite3.Connection) -> int:
    count = 0
    for table in TABLES.values():
        for row in _rows(source, table.name, table.columns):
            if sensible(table, row):
                into.execute(table.upsert, row)
                count += 1
    for row in _rows(source, "steps", ("id", "steps")):
        if isinstance(row[0], str) and isinstance(row[1], str):
            into.execute(PUT_STEPS, row)
    return count


def _rows(source: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """From the beginning and from the end up to the damage, and then between them one by one."""
    select = f"SELECT rowid, {', '.join(columns)} FROM {name} NOT INDEXED"
    first, last = 0, None
    try:
        for row in source.execute(f"{select} ORDER BY rowid"):
            first = row[0]
            yield row[1:]
    except sqlite3.Error as error:
        if not is_damage(error):
            return  # there is no such table
    else:
        return
    with suppress(sqlite3.Error):
        for row in source.execute(f"{select} WHERE rowid > ? ORDER BY rowid DESC", (first,)):
            last = row[0]
            yield row[1:]
    yield from _between(source, select, first, last)


def _between(
    source: sqlite3.Connection, select: str, first: int, last: int | None
) -> Iterator[Row]:
    """Row by row. Without a ``last`` one, until so many are missing that no more can be there."""
    end = first + _MOST_PROBES if last is None else min(last, first + _MOST_PROBES)
    missed = 0
    for number in range(first + 1, end):
        try:
            found = source.execute(f"{select} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.Error:
            found = None
        if found is not None:
            missed = 0
            yield found[1:]
        elif last is None and (missed := missed + 1) > _MOST_MISSED:
            return
