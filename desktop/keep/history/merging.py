"""Records of a file from elsewhere, and how they are merged with those that are here.

Nobody vouches for such a file: every value is looked at before the first one is written.
"""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.keep.history.model import (
    DayOff,
    Did,
    Ending,
    Entry,
    Kind,
    Off,
    Record,
    Run,
    StepDone,
    When,
)
from desktop.keep.history.rows import (
    MOST_LIST,
    PUT_STEPS,
    TABLES,
    Row,
    checked,
    steps_of,
    steps_text,
)
from desktop.language import translate

FORMAT = 1
HEAD = b'{"program": "unbrace"'
"""How every export begins."""
MOST_BYTES = 200_000_000
_MOST_PARTS = 20_000_000  # commas and brackets: each becomes a value in memory
_LOOKED_AT = 0.5  # of the whole work; the rest is writing
_EVERY = 500  # records
Found = list[tuple[Record, Row]]
Told = Callable[[float], None]
"""Is told how much is done, from 0 to 1. What it raises ends the work, and leaves nothing of it."""


def to_nobody(_share: float) -> None:
    """For whoever does not care how much is done."""


def read_export(path: Path, told: Told = to_nobody) -> Found | str:
    """Every record of the file with its row, or what is wrong with it."""
    try:
        data = _read(path)
    except OSError as error:
        return error.strerror or str(error)
    if isinstance(data, str):
        return data
    value, version = _parsed(data)
    if not version and data.startswith(HEAD):
        return translate("history", "it is damaged or cut off")
    if not version:
        return translate("history", "it is not what Unbrace exports")
    if version > FORMAT:
        return translate("history", "it is of a newer version of Unbrace")
    return _records_of(value, told)


def _read(path: Path) -> bytes | str:
    """What is in the file, or why it had better not be read."""
    if not path.exists():
        return translate("history", "there is no such file")
    if not path.is_file():
        return translate("history", "it is not a file")
    if path.stat().st_size > MOST_BYTES:
        return translate("history", "it is too large")
    data = path.read_bytes()
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > _MOST_PARTS:
        return translate("history", "it is too large")
    return data


def _parsed(data: bytes) -> tuple[dict[str, Any], int]:
    """What is in it and its format; 0 if it is not ours."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}, 0
    if not isinstance(value, dict) or value.get("program") != "unbrace":
        return {}, 0
    version = value.get("format")
    return value, version if type(version) is int and version > 0 else 0


def _records_of(value: dict[str, Any], told: Told = to_nobody) -> Found | str:
    found: Found = []
    lists = (value.get(table.name) for table in TABLES.values())
    whole = sum(len(each) for each in lists if isinstance(each, list))
    for kind, table in TABLES.items():
        items = value.get(table.name, [])
        for number, item in enumerate(items if isinstance(items, list) else [items], 1):
            if number % _EVERY == 0:
                told(_LOOKED_AT * len(found) / whole)
            try:
                record = _record(kind, item)
                found.append((record, checked(record)))
            except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
                line = translate("history", "number {number} of “{table}” makes no sense")
                return line.format(number=number, table=table.name)
    return found


def _record(kind: type[Record], item: dict[str, Any]) -> Record:
    """What is missing is as the record has it by itself; ``checked`` looks at the rest."""
    given = {
        each.name: _READ.get(each.name, _as_it_is)(item[each.name])
        for each in fields(kind)
        if each.name in item
    }
    return kind(**given)


def _as_it_is(value: Any) -> Any:
    return value


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _name(value: str) -> str:
    """An id of a routine or a reminder becomes part of a path when it is looked up."""
    if any(sign in value for sign in "/\\\0"):
        raise ValueError
    return value


def _list(value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list) or len(value) > MOST_LIST:
        raise TypeError
    return tuple(value)


def _steps(value: Any) -> tuple[StepDone, ...]:
    steps = tuple(StepDone(title, seconds, skipped) for title, seconds, skipped in _list(value))
    if steps_of(steps_text(steps)) != steps:
        raise ValueError
    return steps


_READ: dict[str, Callable[[Any], Any]] = {
    "at": _moment,
    "began": _moment,
    "changed": _moment,
    "routine": _name,
    "reminder": _name,
    "tags": _list,
    "areas": _list,
    "answers": _list,
    "steps": _steps,
    "ending": Ending,
    "when": When,
    "kind": Kind,
    "did": Did,
    "why": DayOff,
}


def merge(connection: sqlite3.Connection, found: Found, told: Told = to_nobody) -> int:
    """How many were new or newer."""
    count = 0
    for number, (record, row) in enumerate(found):
        if number % _EVERY == 0:
            told(_LOOKED_AT + (1 - _LOOKED_AT) * number / len(found))
        table = TABLES[type(record)]
        if isinstance(record, Off) and _is_off(connection, record):
            continue
        wins = _WINS.get(type(record), "0")
        taken = connection.execute(f"{table.upsert} WHERE {wins}", row).rowcount
        if taken and isinstance(record, Run):
            connection.execute(PUT_STEPS, (record.id, steps_text(record.steps)))
        count += taken
    return count


_WINS: dict[type[Record], str] = {
    Entry: "excluded.changed > entry.changed",
    Run: "run.ending = 'open' AND (excluded.ending <> 'open' OR excluded.done > run.done)",
}
"""When one that is there already gives way."""


def _is_off(connection: sqlite3.Connection, off: Off) -> bool:
    """Two computers may each know of the same day off, by ids of their own."""
    return connection.execute("SELECT 1 FROM off WHERE day = ?", (off.day,)).fetchone() is not None
