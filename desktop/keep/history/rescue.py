"""Reading a damaged file row by row, so that what is whole in it goes into a new one."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.keep.history.rows import TABLES, Row, sensible

_MOST_PROBES = 200_000


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many records could be read."""

    records: int = 0


def rescue(damaged: Path, into: sqlite3.Connection) -> Rescued:
    """Copy every record that can be read of ``damaged``. The file itself is not touched: even to
    look into it would make SQLite write beside it.
    """
    with tempfile.TemporaryDirectory(dir=damaged.parent, prefix=".rescue-") as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(damaged, copy)
        newest = damaged.with_name(damaged.name + "-wal")
        if newest.exists():
            shutil.copyfile(newest, copy.with_name("copy-wal"))
        with closing(sqlite3.connect(copy, isolation_level=None)) as source:
            source.text_factory = lambda text: text.decode("utf-8", "replace")
            return _all_tables(source, into)


def _all_tables(source: sqlite3.Connection, into: sqlite3.Connection) -> Rescued:
    try:
        # Lets SQLite read a file that is shorter than its first page says.
        source.execute("PRAGMA writable_schema = ON")
    except sqlite3.Error:
        return Rescued()
    count = 0
    into.execute("BEGIN IMMEDIATE")
    for table in TABLES.values():
        for row in _rows(source, table.name, table.columns):
            if sensible(table, row):
                into.execute(table.upsert, row)
                count += 1
    for row in _rows(source, "steps", ("id", "steps")):
        into.execute("INSERT OR REPLACE INTO steps (id, steps) VALUES (?, ?)", row)
    into.execute("COMMIT")
    return Rescued(count)


def _rows(source: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """From the beginning and from the end up to the damage, and then between them one by one."""
    select = f"SELECT rowid, {', '.join(columns)} FROM {name} NOT INDEXED"
    first = last = None
    seen: set[int] = set()
    for order in ("", " DESC"):
        try:
            for row in source.execute(f"{select} ORDER BY rowid{order}"):
                if row[0] in seen:
                    break
                seen.add(row[0])
                if order:
                    last = row[0]
                else:
                    first = row[0]
                yield row[1:]
            else:
                if not order:
                    return
        except sqlite3.Error:
            continue
    begin = 1 if first is None else first + 1
    end = begin + _MOST_PROBES if last is None else min(last, begin + _MOST_PROBES)
    for number in range(begin, end):
        try:
            row = source.execute(f"{select} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.Error:
            continue
        if row is not None:
            yield row[1:]
