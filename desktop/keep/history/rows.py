"""Records as rows of their tables, and back.

What comes back is checked as if a stranger had written it: a damaged file or a hostile import
gives no record rather than a wrong one.
"""

import json
import math
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from desktop.keep.history.days import moment_of, stamp
from desktop.keep.history.model import (
    SCALES,
    Answered,
    DayOff,
    Did,
    Ending,
    Entry,
    Kind,
    Noted,
    Off,
    Outcome,
    Rating,
    Record,
    Run,
    StepDone,
    When,
)

Row = tuple[Any, ...]
R = TypeVar("R", Run, Rating, Entry, Answered, Outcome, Noted, Off)

MOST_TEXT = 10_000_000  # characters of one text
MOST_LIST = 2_000
MOST_SECONDS = 1e7


@dataclass(frozen=True, slots=True)
class Table:
    """Where one kind of record lies. ``put`` gives its row, ``get`` the record of a row."""

    name: str
    columns: tuple[str, ...]
    put: Callable[[Any], Row]
    get: Callable[[Row], Any]

    @property
    def select(self) -> str:
        return f"SELECT {', '.join(self.columns)} FROM {self.name}"

    @property
    def upsert(self) -> str:
        marks = ", ".join("?" * len(self.columns))
        fresh = ", ".join(f"{name} = excluded.{name}" for name in self.columns[1:])
        return (
            f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({marks})"
            f" ON CONFLICT (id) DO UPDATE SET {fresh}"
        )


def records(kind: type[R], rows: Iterable[Row]) -> tuple[R, ...]:
    """The records of ``rows``; those that make no sense are left out."""
    get = TABLES[kind].get
    found = (_or_none(get, row) for row in rows)
    return tuple(each for each in found if each is not None)


def checked(record: Record) -> Row:
    """The row of ``record``; ValueError if it could not be read back. It names no text of it."""
    table = TABLES[type(record)]
    try:
        row = table.put(record)
    except (ValueError, TypeError, OverflowError, AttributeError):
        row = ()
    if not row or _or_none(table.get, row) is None:
        raise ValueError(f"not a {type(record).__name__} that can be kept")
    return row


def sensible(table: Table, row: Row) -> bool:
    """Whether there is a record in ``row``."""
    return _or_none(table.get, row) is not None


def steps_text(steps: Iterable[StepDone]) -> str:
    return json.dumps([[step.title, step.seconds, int(step.skipped)] for step in steps])


def steps_of(text: str) -> tuple[StepDone, ...]:
    """The steps of a run; none if the text makes no sense."""
    try:
        values = json.loads(text)
        return tuple(
            StepDone(_text(title), _seconds(seconds), bool(skipped))
            for title, seconds, skipped in values[:MOST_LIST]
        )
    except (ValueError, TypeError, RecursionError):
        return ()


def _or_none(get: Callable[[Row], Any], row: Row) -> Any:
    try:
        return get(row)
    except (ValueError, TypeError, OverflowError, OSError, RecursionError):
        return None


# ---------------------------------------------------------------- single values


def clean(text: str) -> str:
    """A file's name may hold what UTF-8 cannot, and so may a routine's id."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise ValueError
    return value


def _id(value: object) -> str:
    text = _text(value)
    if not text or len(text) > 64 or not text.isascii() or not text.isalnum():
        raise ValueError
    return text


def _link(value: object) -> str:
    return _id(value) if value != "" else ""


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError
    if not math.isfinite(value) or not 0 <= value <= MOST_SECONDS:
        raise ValueError
    return float(value)


def _moment(at: object, offset: object) -> datetime:
    if isinstance(at, bool) or not isinstance(at, (int, float)) or type(offset) is not int:
        raise TypeError
    return moment_of(at, offset)


def _texts(value: object) -> tuple[str, ...]:
    found = json.loads(_text(value))
    if not isinstance(found, list) or len(found) > MOST_LIST:
        raise TypeError
    return tuple(_text(each) for each in found)


def _list(texts: tuple[str, ...]) -> str:
    return json.dumps([_text(each) for each in texts])


# ---------------------------------------------------------------- the tables


def _put_run(run: Run) -> Row:
    return (
        run.id,
        *stamp(run.began),
        clean(run.routine),
        clean(run.name),
        run.planned,
        run.done,
        run.ending.value,
        run.minutes,
        _list(run.tags),
    )


def _get_run(row: Row) -> Run:
    """With its steps, if they are the row's last value."""
    return Run(
        id=_id(row[0]),
        began=_moment(row[1], row[2]),
        routine=_text(row[3]),
        name=_text(row[4]),
        planned=_seconds(row[5]),
        done=_seconds(row[6]),
        ending=Ending(row[7]),
        minutes=_seconds(row[8]),
        tags=_texts(row[9]),
        steps=steps_of(row[10]) if len(row) > 10 and row[10] else (),
    )


def _put_rating(rating: Rating) -> Row:
    how = (rating.scale, rating.value, rating.when.value, rating.run)
    return (rating.id, *stamp(rating.at), *how, _list(rating.areas))


def _get_rating(row: Row) -> Rating:
    _, at, offset, scale, value, when, run, areas = row
    if scale not in SCALES or type(value) is not int or not 0 <= value <= 10:
        raise ValueError
    link, moment = _link(run), _moment(at, offset)
    return Rating(_id(row[0]), moment, scale, value, When(when), link, _texts(areas))


def _put_entry(entry: Entry) -> Row:
    texts = (clean(entry.text), clean(entry.prompt), clean(entry.routine))
    return (entry.id, *stamp(entry.at), *stamp(entry.changed), *texts, entry.run)


def _get_entry(row: Row) -> Entry:
    text, prompt, routine = (_text(each) for each in row[5:8])
    at, changed = _moment(row[1], row[2]), _moment(row[3], row[4])
    return Entry(_id(row[0]), at, changed, text, prompt, routine, _link(row[8]))


def _put_answer(answer: Answered) -> Row:
    what = (answer.kind.value, clean(answer.prompt), _list(answer.answers))
    return (answer.id, *stamp(answer.at), *what, clean(answer.routine), answer.run)


def _get_answer(row: Row) -> Answered:
    _, at, offset, kind, prompt, answers, routine, run = row
    words = (_text(prompt), _texts(answers), _text(routine))
    return Answered(_id(row[0]), _moment(at, offset), Kind(kind), *words, _link(run))


def _put_outcome(outcome: Outcome) -> Row:
    return (outcome.id, *stamp(outcome.at), clean(outcome.reminder), outcome.did.value)


def _get_outcome(row: Row) -> Outcome:
    return Outcome(_id(row[0]), _moment(row[1], row[2]), _text(row[3]), Did(row[4]))


def _put_noted(noted: Noted) -> Row:
    return (noted.id, *stamp(noted.at), noted.question, noted.answer)


def _get_noted(row: Row) -> Noted:
    return Noted(_id(row[0]), _moment(row[1], row[2]), _text(row[3]), _text(row[4]))


def _put_off(off: Off) -> Row:
    return (off.id, off.day, off.why.value)


def _get_off(row: Row) -> Off:
    return Off(_id(row[0]), date.fromisoformat(_text(row[1])).isoformat(), DayOff(row[2]))


_MOMENT = ("id", "at", '"offset"')
TABLES: dict[type[Record], Table] = {
    Run: Table(
        "run",
        (*_MOMENT, "routine", "name", "planned", "done", "ending", "minutes", "tags"),
        _put_run,
        _get_run,
    ),
    Rating: Table(
        "rating",
        (*_MOMENT, "scale", "value", '"when"', "run", "areas"),
        _put_rating,
        _get_rating,
    ),
    Entry: Table(
        "entry",
        (*_MOMENT, "changed", "changed_offset", "text", "prompt", "routine", "run"),
        _put_entry,
        _get_entry,
    ),
    Answered: Table(
        "answer",
        (*_MOMENT, "kind", "prompt", "answers", "routine", "run"),
        _put_answer,
        _get_answer,
    ),
    Outcome: Table("outcome", (*_MOMENT, "reminder", "did"), _put_outcome, _get_outcome),
    Noted: Table("noted", (*_MOMENT, "question", "answer"), _put_noted, _get_noted),
    Off: Table("off", ("id", "day", "why"), _put_off, _get_off),
}


def write(connection: sqlite3.Connection, record: Record, row: Row) -> None:
    """Insert or replace by id. ``row`` is the checked one of ``record``."""
    connection.execute(TABLES[type(record)].upsert, row)
    if isinstance(record, Run):
        connection.execute(PUT_STEPS, (record.id, steps_text(record.steps)))


def erase(connection: sqlite3.Connection, kind: type[Record], identity: str) -> None:
    connection.execute(f"DELETE FROM {TABLES[kind].name} WHERE id = ?", (identity,))
    if kind is Run:
        connection.execute("DELETE FROM steps WHERE id = ?", (identity,))


PUT_STEPS = (
    "INSERT INTO steps (id, steps) VALUES (?, ?)"
    " ON CONFLICT (id) DO UPDATE SET steps = excluded.steps"
)
