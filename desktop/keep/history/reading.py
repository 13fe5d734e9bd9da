"""Reading back what was kept, as the same values. Sums over many of them are in ``queries``."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime

from desktop.keep.history.days import moment_of
from desktop.keep.history.model import (
    Answered,
    Ending,
    Entry,
    Noted,
    Off,
    Outcome,
    Rating,
    Run,
)
from desktop.keep.history.rows import TABLES, R, Row, clean, records


class Reading(ABC):
    """Lists are oldest first unless said otherwise, from ``since`` on and before ``until``."""

    @abstractmethod
    def read(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Rows of what is kept and what waits; none if they cannot be read now."""

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
        """Their steps only if asked for."""
        clause, values = _between(since, until)
        return self._runs(f"{clause} ORDER BY at, run.id", values, steps=steps)

    def ratings(
        self, scale: str = "", since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Rating, ...]:
        """Of every scale if none is named."""
        clause, values = _between(since, until)
        if scale:
            clause, values = f"{clause} AND scale = ?", (*values, scale)
        return self._records(Rating, f"{clause} ORDER BY at, id", values)

    def entries(
        self, search: str = "", limit: int = 100, before: datetime | None = None
    ) -> tuple[Entry, ...]:
        """Newest first, written before ``before``; those that hold ``search`` in text or prompt."""
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
        """Of every routine if none is named."""
        clause, values = _between(since, until)
        if routine:
            clause, values = f"{clause} AND routine = ?", (*values, clean(routine))
        return self._records(Answered, f"{clause} ORDER BY at, id", values)

    def outcomes(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Outcome, ...]:
        clause, values = _between(since, until)
        return self._records(Outcome, f"{clause} ORDER BY at, id", values)

    def noted(self, question: str = "") -> tuple[Noted, ...]:
        """Answers to every question if none is named."""
        clause = "WHERE question = ?" if question else ""
        values = (question,) if question else ()
        return self._records(Noted, f"{clause} ORDER BY at, id", values)

    def newest(self) -> datetime | None:
        """When the newest run or rating was, by the clock of that time."""
        found = self.read(
            'SELECT at, "offset" FROM (SELECT at, "offset" FROM run UNION ALL '
            'SELECT at, "offset" FROM rating) ORDER BY at DESC LIMIT 1'
        )
        return moment_of(*found[0]) if found else None

    def off_days(self) -> tuple[Off, ...]:
        return self._records(Off, "ORDER BY day, id", ())

    def _records(self, kind: type[R], clause: str, values: Sequence[object]) -> tuple[R, ...]:
        return records(kind, self.read(f"{TABLES[kind].select} {clause}", values))

    def _runs(self, clause: str, values: Sequence[object], *, steps: bool) -> tuple[Run, ...]:
        if not steps:
            return self._records(Run, clause, values)
        columns = ", ".join(f"run.{name}" for name in TABLES[Run].columns)
        joined = f"SELECT {columns}, steps FROM run LEFT JOIN steps ON steps.id = run.id {clause}"
        return records(Run, self.read(joined, values))


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
    return clean(text)
