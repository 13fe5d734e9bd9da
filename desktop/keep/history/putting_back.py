"""Deleting with a way back: whoever deletes holds what was there, and can put it back.

It is held in memory only, row by row as it was: on the disk it is gone at once.
"""

import sqlite3

from desktop.keep.history.clearing import What, where
from desktop.keep.history.model import Run
from desktop.keep.history.rows import TABLES, Row
from desktop.keep.history.store import History

Held = dict[str, list[Row]]
"""By table, its rows with all their columns."""


def hold(history: History, what: What) -> Held:
    """All rows that ``history.forget(what)`` would delete."""
    held: Held = {}
    for kind, table in TABLES.items():
        asked = where(kind, what, history.day_start)
        if asked is None:
            continue
        clause, values = asked
        held[table.name] = history.read(f"SELECT * FROM {table.name} {clause}", values)
        if kind is Run:
            steps = f"SELECT * FROM steps WHERE id IN (SELECT id FROM run {clause})"
            held["steps"] = history.read(steps, values)
    return held


def put_back(history: History, held: Held) -> bool:
    """False if that cannot be now; ``history.problem`` says why. What has been written anew since,
    such as the run that is under way, stays as it is.
    """
    return history.change(lambda file: _insert(file, held))


def _insert(connection: sqlite3.Connection, held: Held) -> None:
    for name, rows in held.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({marks})", rows)
