"""The history: what is written as it happens, and read back as values.

Nothing here waits longer than a blink. What cannot be written now is held in memory, is seen by all
that is read meanwhile, and is tried again with the next write; ``problem`` says so.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

from desktop.keep.history import backups, clearing
from desktop.keep.history.connections import (
    PATIENCE,
    copy_into,
    decoded,
    in_memory,
    is_damage,
    reason_of,
    trouble,
    without_held,
)
from desktop.keep.history.days import DAY_START, day_of
from desktop.keep.history.model import Record
from desktop.keep.history.opening import Opened, begin_anew, open_history
from desktop.keep.history.reading import Reading
from desktop.keep.history.rows import Row, checked, erase, write
from desktop.language import translate
from routines.clock import Clock

_Waiting = tuple[Record, Row | None]
"""A record with its row, or with None if it is to be removed."""


class History(Reading):
    """One file. ``problem`` is one line on what is not being kept or why it is only read, empty if
    all is well; ``loss`` is one line on what happened to a damaged file, empty if there was none.
    ``day_start`` may change at any time.
    """

    def __init__(self, path: Path, clock: Clock, day_start: time = DAY_START) -> None:
        self.path = path
        self.clock = clock
        self.day_start = day_start
        self.problem = ""
        self.loss = ""
        self._waiting: dict[tuple[type[Record], str], _Waiting] = {}
        self._stand_in: sqlite3.Connection | None = None
        self._copied: date | None = None
        self._opened = Opened(None)
        self._open()

    def add(self, record: Record) -> bool:
        """Insert, or replace by id. False if it is only held in memory for now."""
        return self._put(record, checked(record))

    def remove(self, record: Record) -> bool:
        """Forget it by its id; what is not there is no mistake."""
        return self._put(record, None)

    def forget(self, what: clearing.What) -> bool:
        """Delete a day, a kind or everything. False, and ``problem`` says why, if it is still
        there. Of a day or a kind, the copies of the last seven days still tell.
        """
        kept = {
            key: (record, row)
            for key, (record, row) in self._waiting.items()
            if row is None or not clearing.covers(what, record, self.day_start)
        }
        self._waiting = kept
        self._drop_stand_in()
        done = self.change(lambda file: clearing.delete(file, what, self.day_start))
        if not done:
            return False
        if self._file is not None:
            clearing.scrub(self._file)
        left = clearing.delete_copies(self.path) if what is clearing.EVERYTHING else None
        if left is not None:
            line = translate("history", "A copy could not be deleted: {file}")
            self.problem = line.format(file=left)
        return left is None

    def flush(self) -> bool:
        """Try again to write what waits. True if nothing waits any more."""
        return not self._waiting or self.change(lambda _file: None)

    def change(self, work: Callable[[sqlite3.Connection], object]) -> bool:
        """Write what waits and do ``work`` in one transaction: all of it or nothing. False if that
        cannot be now; ``problem`` says why.
        """
        if self._file is None and not self._opened.for_good:
            self._open(patience=0)
        elif self._was_replaced():
            self._open()
        for _ in range(2):
            file = self._file
            if file is None:
                break
            self._keep_copy(file)
            waiting = list(self._waiting.values())
            try:
                _write_all(file, waiting, work)
            except sqlite3.Error as error:
                self._failed(error)
                if is_damage(error):
                    continue  # there is a new file now
                break
            self._all_is_well(file, waiting)
            return True
        return False

    def read(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        for _ in range(2):
            try:
                return self._reading().execute(sql, values).fetchall()
            except sqlite3.Error as error:
                self._failed(error)
                if not is_damage(error):
                    break
        return []

    def today(self) -> date:
        """The local day that it is now."""
        return self.day(self.clock.now())

    def day(self, moment: datetime) -> date:
        """The local day of ``moment``, by the person's beginning of the day."""
        return day_of(moment, self.day_start)

    @property
    def unreadable(self) -> str:
        """Why nothing of the file can be read, in one line; empty if it can be."""
        return without_held(self.problem) if self._opened.connection is None else ""

    def copy_before_import(self) -> str:
        """Make a copy that an import can be taken back with; the reason if it cannot be."""
        if self._file is None:
            return without_held(self.problem)
        return backups.keep_before_import(self._file, self.path, self.clock.now())

    def close(self) -> None:
        """Write what waits, if that can be done, and let the file go."""
        self.flush()
        self._drop_stand_in()
        self._let_go()
        self._opened = Opened(None, for_good=True)

    # ------------------------------------------------------------ inside

    @property
    def _file(self) -> sqlite3.Connection | None:
        """Where it may be written."""
        return None if self._opened.reading_only else self._opened.connection

    def _open(self, patience: int = PATIENCE) -> None:
        self._let_go()
        self._take(open_history(self.path, patience))

    def _take(self, opened: Opened) -> None:
        self._drop_stand_in()
        self._opened = opened
        self.problem = self._opened.problem
        self.loss = self._opened.loss or self.loss

    def _let_go(self) -> None:
        if self._opened.connection is not None:
            with suppress(sqlite3.Error):
                self._opened.connection.close()

    def _was_replaced(self) -> bool:
        """Whether someone has deleted the file, or put another one in its place: what is written
        into the one that we hold would vanish.
        """
        if self._file is None:
            return False
        try:
            state = self.path.stat()
        except OSError:
            return True
        return (state.st_dev, state.st_ino) != self._opened.file

    def _put(self, record: Record, row: Row | None) -> bool:
        key = (type(record), record.id)
        self._waiting.pop(key, None)  # the newest is written last
        self._waiting[key] = (record, row)
        if self._stand_in is not None:
            _write_all(self._stand_in, [(record, row)])
        return self.flush()

    def _all_is_well(self, file: sqlite3.Connection, written: list[_Waiting]) -> None:
        self._waiting.clear()
        self._drop_stand_in()
        if self.problem:
            self.problem = ""
            file.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        if any(row is None for _, row in written):
            clearing.scrub(file)

    def _failed(self, error: sqlite3.Error) -> None:
        if is_damage(error):
            anew = begin_anew(self.path)
            self._let_go()  # not before: it would write its log into the damaged file
            self._take(anew)
            return
        if not self._opened.for_good:
            self.problem = trouble(self.path, reason_of(error))
        if self._file is not None:
            # One wait is enough: until it works again, the window stands still no more.
            with suppress(sqlite3.Error):
                self._file.execute("PRAGMA busy_timeout = 0")

    def _keep_copy(self, file: sqlite3.Connection) -> None:
        """Before the first write of a day. Where it cannot be, tomorrow is another day."""
        today = self.today()
        if self._copied != today:
            self._copied = today
            backups.keep_daily(file, self.path, today)

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


def _write_all(
    connection: sqlite3.Connection,
    waiting: list[_Waiting],
    work: Callable[[sqlite3.Connection], object] = lambda _connection: None,
) -> None:
    """All of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for record, row in waiting:
            if row is None:
                erase(connection, type(record), record.id)
            else:
                write(connection, record, row)
        work(connection)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")


def _copy(file: sqlite3.Connection | None) -> sqlite3.Connection:
    """All that can be read, in memory; empty if nothing can."""
    if file is None:
        return in_memory()
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.text_factory = decoded
    try:
        copy_into(file, copy)
        copy.execute("SELECT 1 FROM run LIMIT 1")
    except sqlite3.Error:
        copy.close()
        return in_memory()
    return copy
