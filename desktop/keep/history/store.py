"""The history: what is written as it happens, and read back as values.

Nothing here waits longer than a blink. What cannot be written now is held in memory, is seen by all
that is read meanwhile, and is tried again with the next write; ``problem`` says so.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

from desktop.keep.history.days import DAY_START, day_of
from desktop.keep.history.model import (
    Answered,
    Ending,
    Entry,
    Noted,
    Off,
    Outcome,
    Rating,
    Record,
    Run,
)
from desktop.keep.history.opening import (
    PATIENCE,
    Opened,
    in_memory,
    is_damage,
    open_history,
    reason_of,
    trouble,
)
from desktop.keep.history.rows import TABLES, R, Row, checked, erase, records, write
from routines.clock import Clock

_Waiting = tuple[Record, Row | None]
"""A record with its row, or with None if it is to be removed."""


class History:
    """One file. ``problem`` is one line on what is not being kept or why it is only read, empty if
    all is well; ``loss`` is one line on what happened to a damaged file, empty if there was none.
    """

    def __init__(self, path: Path, clock: Clock, day_start: time = DAY_START) -> None:
        self.problem = ""
        self.loss = ""
        self.day_start = day_start
        self._path = path
        self._clock = clock
        self._waiting: dict[tuple[type[Record], str], _Waiting] = {}
        self._stand_in: sqlite3.Connection | None = None
        self._opened = Opened(None)
        self._open()

    # ------------------------------------------------------------ writing

    def add(self, record: Record) -> bool:
        """Insert, or replace by id. False if it is only held in memory for now."""
        return self._put(record, checked(record))

    def remove(self, record: Record) -> bool:
        """Forget it by its id; what is not there is no mistake."""
        return self._put(record, None)

    def flush(self) -> bool:
        """Try again to write what waits. True if nothing waits any more."""
        if not self._waiting:
            return True
        if self._file is None and not self._opened.for_good:
            self._open()
        file = self._file
        if file is None:
            return False
        try:
            _write_all(file, list(self._waiting.values()))
        except sqlite3.Error as error:
            self._failed(error)
            return False
        self._waiting.clear()
        self._drop_stand_in()
        if self.problem:
            self.problem = ""
            file.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        return True

    def close(self) -> None:
        """Write what waits, if that can be done, and let the file go."""
        self.flush()
        self._drop_stand_in()
        if self._opened.connection is not None:
            with suppress(sqlite3.Error):
                self._opened.connection.close()
        self._opened = Opened(None, for_good=True)

    # ------------------------------------------------------------ reading

    def today(self) -> date:
        return self.day(self._clock.now())

    def day(self, moment: datetime) -> date:
        """The local day of ``moment``, by the person's beginning of the day."""
        return day_of(moment, self.day_start)

    def run(self, identity: str) -> Run | None:
        """The run with its steps."""
        found = self._runs("WHERE run.id = ?", (identity,), steps=True)
        return found[0] if found else None

    def open_run(self) -> Run | None:
        """The newest run that is still open, with its steps."""
        clause = f"WHERE ending = '{Ending.OPEN.value}' ORDER BY at DESC LIMIT 1"
        found = self._runs(clause, (), steps=True)
        return found[0] if found else None

    def runs(
        self, since: datetime | None = None, until: datetime | None = None, *, steps: bool = False
    ) -> tuple[Run, ...]:
        """Oldest first, from ``since`` on and before ``until``; their steps only if asked for."""
        clause, values = _between(since, until)
        return self._runs(f"{clause} ORDER BY at, run.id", values, steps=steps)

    def ratings(
        self, scale: str = "", since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Rating, ...]:
        """Oldest first; of every scale if none is named."""
        clause, values = _between(since, until)
        if scale:
            clause, values = f"{clause} AND scale = ?", (*values, scale)
        return self._records(Rating, f"{clause} ORDER BY at, id", values)

    def entries(
        self, search: str = "", limit: int = 100, before: datetime | None = None
    ) -> tuple[Entry, ...]:
        """Newest first, those that hold ``search`` in their text or prompt, written ``before``."""
        clause, values = _between(None, before)
        if search:
            like = "LIKE ? ESCAPE '\\'"
            clause = f"{clause} AND (text {like} OR prompt {like})"
            values = (*values, *[f"%{_escaped(search)}%"] * 2)
        clause = f"{clause} ORDER BY at DESC, id LIMIT ?"
        return self._records(Entry, clause, (*values, limit))

    def answers(
        self, routine: str = "", since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Answered, ...]:
        """Oldest first; of every routine if none is named."""
        clause, values = _between(since, until)
        if routine:
            clause, values = f"{clause} AND routine = ?", (*values, routine)
        return self._records(Answered, f"{clause} ORDER BY at, id", values)

    def outcomes(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Outcome, ...]:
        clause, values = _between(since, until)
        return self._records(Outcome, f"{clause} ORDER BY at, id", values)

    def noted(self, question: str = "") -> tuple[Noted, ...]:
        """Oldest first; answers to every question if none is named."""
        clause = "WHERE question = ?" if question else ""
        values = (question,) if question else ()
        return self._records(Noted, f"{clause} ORDER BY at, id", values)

    def off_days(self) -> tuple[Off, ...]:
        return self._records(Off, "ORDER BY day, id", ())

    def read(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Rows of what is kept and what waits; none if they cannot be read now."""
        for _ in range(2):
            try:
                return self._reading().execute(sql, values).fetchall()
            except sqlite3.Error as error:
                self._failed(error)
                if not is_damage(error):
                    break
        return []

    # ------------------------------------------------------------ inside

    @property
    def _file(self) -> sqlite3.Connection | None:
        """Where it may be written."""
        return None if self._opened.reading_only else self._opened.connection

    def _open(self) -> None:
        if self._opened.connection is not None:
            with suppress(sqlite3.Error):
                self._opened.connection.close()
        self._opened = open_history(self._path)
        self.problem = self._opened.problem
        self.loss = self._opened.loss or self.loss

    def _put(self, record: Record, row: Row | None) -> bool:
        key = (type(record), record.id)
        self._waiting.pop(key, None)  # the newest is written last
        self._waiting[key] = (record, row)
        if self._stand_in is not None:
            _write_all(self._stand_in, [(record, row)])
        return self.flush()

    def _failed(self, error: sqlite3.Error) -> None:
        if is_damage(error):
            self._open()  # sets it aside, and saves what can be read
            return
        self.problem = trouble(self._path, reason_of(error))
        if self._file is not None:
            # One wait is enough: until it works again, the window stands still no more.
            with suppress(sqlite3.Error):
                self._file.execute("PRAGMA busy_timeout = 0")

    def _reading(self) -> sqlite3.Connection:
        """The file, or what stands in for it while something waits."""
        if self.flush() and self._opened.connection is not None:
            return self._opened.connection
        if self._stand_in is None:
            self._stand_in = _copy(self._opened.connection)
            _write_all(self._stand_in, list(self._waiting.values()))
        return self._stand_in

    def _drop_stand_in(self) -> None:
        if self._stand_in is not None:
            self._stand_in.close()
            self._stand_in = None

    def _records(self, kind: type[R], clause: str, values: Sequence[object]) -> tuple[R, ...]:
        return records(kind, self.read(f"{TABLES[kind].select} {clause}", values))

    def _runs(self, clause: str, values: Sequence[object], *, steps: bool) -> tuple[Run, ...]:
        if not steps:
            return self._records(Run, clause, values)
        columns = ", ".join(f"run.{name}" for name in TABLES[Run].columns)
        joined = f"SELECT {columns}, steps FROM run LEFT JOIN steps ON steps.id = run.id {clause}"
        return records(Run, self.read(joined, values))


def _write_all(connection: sqlite3.Connection, waiting: list[_Waiting]) -> None:
    """All of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for record, row in waiting:
            if row is None:
                erase(connection, type(record), record.id)
            else:
                write(connection, record, row)
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy(file: sqlite3.Connection | None) -> sqlite3.Connection:
    """All that can be read, in memory; empty if nothing can."""
    if file is None:
        return in_memory()
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.text_factory = file.text_factory

    def give_up(status: int, _remaining: int, _total: int) -> None:
        # Left alone, sqlite3 would try a locked file for ever.
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise sqlite3.OperationalError

    try:
        file.backup(copy, progress=give_up)
        copy.execute("SELECT 1 FROM run LIMIT 1")
    except sqlite3.Error:
        copy.close()
        return in_memory()
    return copy


def _between(since: datetime | None, until: datetime | None) -> tuple[str, tuple[object, ...]]:
    clauses, values = ["1"], []
    if since is not None:
        clauses.append("at >= ?")
        values.append(since.timestamp())
    if until is not None:
        clauses.append("at < ?")
        values.append(until.timestamp())
    return f"WHERE {' AND '.join(clauses)}", tuple(values)


def _escaped(text: str) -> str:
    """For LIKE: its signs stand for themselves."""
    for sign in "\\%_":
        text = text.replace(sign, f"\\{sign}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
