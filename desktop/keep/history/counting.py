"""How much is kept, as numbers alone."""

from desktop.keep.history.clearing import EVERYTHING, What, where
from desktop.keep.history.model import Record
from desktop.keep.history.rows import TABLES
from desktop.keep.history.store import History

Counts = dict[type[Record], int]


def counts(history: History, what: What = EVERYTHING) -> Counts:
    """How many records of each kind are among ``what``."""
    found = {}
    for kind, table in TABLES.items():
        asked = where(kind, what, history.day_start)
        rows = (
            history.read(f"SELECT count(*) FROM {table.name} {asked[0]}", asked[1]) if asked else ()
        )
        found[kind] = sum(number for (number,) in rows)
    return found
