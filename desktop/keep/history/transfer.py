"""Taking the history along, and bringing it in: JSON for Unbrace, CSV for everything else.

What is brought in is merged by id: a text wins over an older state of itself, a run over a shorter
state of itself while it was open, and all else stays as it is here. Bringing in the same file twice
changes nothing the second time. Nobody vouches for a file from elsewhere: one record in it that
makes no sense, and none of it is taken.
"""

import csv
import errno
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from desktop.keep.history.connections import without_held
from desktop.keep.history.counting import counts
from desktop.keep.history.merging import FORMAT, Told, merge, read_export, to_nobody
from desktop.keep.history.model import (
    Off,
    Record,
    Run,
    StepDone,
)
from desktop.keep.history.rows import (
    TABLES,
    records,
)
from desktop.keep.history.store import History
from desktop.language import translate

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Imported:
    """``problem`` is one line, and then nothing was taken; else how many were new or newer."""

    problem: str = ""
    taken: int = 0


# ---------------------------------------------------------------- out


def export_json(history: History, path: Path, told: Told = to_nobody) -> str:
    """Write all of it into ``path``; the reason in one line if that could not be done."""
    if path.absolute() == history.path.absolute():
        return _not_written(path, translate("history", "the history itself is there"))
    if _is_device(path):
        return _not_written(path, translate("history", "it is not a file"))
    if reason := _unreadable(history):
        return reason
    return _write(path, lambda file: _json_into(file, history, told))


def export_csv(history: History, folder: Path, told: Told = to_nobody) -> str:
    """One file for each table, into ``folder``, which is made if need be. No file that is there
    already is written over: then, and whenever it cannot be done, the reason in one line.
    """
    names = [*(table.name for table in TABLES.values()), "steps"]
    files = {name: folder / f"{name}.csv" for name in names}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        there = next((file for file in files.values() if file.exists()), None)
    except OSError as error:
        return _not_written(folder, error.strerror or str(error))
    if there is not None:
        return _not_written(there, translate("history", "there is a file already"))
    if reason := _unreadable(history):
        return reason
    written: list[Path] = []
    problem = ""
    try:
        for name, lines in _tables(history, told):
            if problem := _write(files[name], partial(_csv_into, lines)):
                break
            written.append(files[name])
    except BaseException:
        _unlink(written)
        raise
    if problem:
        _unlink(written)
    return problem


def _is_device(path: Path) -> bool:
    """What a file put in its place would do away with."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:
        return False  # whoever writes there will say why that cannot be


def _unlink(files: Iterable[Path]) -> None:
    """Of half an export, nothing stays: it could be taken for a whole one."""
    for file in files:
        with suppress(OSError):
            file.unlink()


def _unreadable(history: History) -> str:
    reason = history.unreadable
    line = translate("history", "Nothing can be exported. {reason}")
    return line.format(reason=reason) if reason else ""


def _all(history: History, kind: type[Record]) -> tuple[Record, ...]:
    """OSError if they cannot be read: better no export than one that lacks them."""
    history.flush()
    before = history.problem
    if kind is Run:
        found: tuple[Record, ...] = history.runs(steps=True)
    else:
        order = "day" if kind is Off else "at"
        found = records(kind, history.read(f"{TABLES[kind].select} ORDER BY {order}, id"))  # type: ignore[type-var]
    if history.problem and history.problem != before:
        raise OSError(errno.EIO, without_held(history.problem))
    return found


def _tables(history: History, told: Told) -> Iterator[tuple[str, Iterator[list[object]]]]:
    """Each table's name with its lines, read only when their turn has come."""
    share = _Share(history, told)
    for kind, table in TABLES.items():
        heads = [each.name for each in fields(kind) if each.name != "steps"]
        yield table.name, _csv_lines(heads, history, kind, share)
    yield "steps", _step_lines(history)


class _Share:
    """Counts records, and tells now and then how many of all they are."""

    _EVERY = 500

    def __init__(self, history: History, told: Told) -> None:
        self._whole = max(1, sum(counts(history).values()))
        self._done = 0
        self._told = told

    def one_more(self) -> None:
        self._done += 1
        if self._done % self._EVERY == 0:
            self._told(min(1.0, self._done / self._whole))


def _json_into(file: TextIO, history: History, told: Told) -> None:
    """Record by record, since all of ten years as one text is large."""
    share = _Share(history, told)
    head = {"program": "unbrace", "format": FORMAT, "exported": history.clock.now().isoformat()}
    file.write(json.dumps(head)[:-1])
    for kind, table in TABLES.items():
        file.write(f',\n"{table.name}": [')
        for number, record in enumerate(_all(history, kind)):
            file.write(",\n" if number else "\n")
            file.write(json.dumps(_plain(record)))
            share.one_more()
        file.write("]")
    file.write("}\n")


def _plain(record: Record) -> dict[str, object]:
    """With moments as ISO 8601 texts and enums by their value."""
    return {each.name: _value(getattr(record, each.name)) for each in fields(record)}


def _value(value: Any) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, StepDone):
        return [value.title, value.seconds, value.skipped]
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return getattr(value, "value", value)


def _csv_lines(
    heads: list[str], history: History, kind: type[Record], share: _Share
) -> Iterator[list[object]]:
    yield list(heads)
    for record in _all(history, kind):
        plain = _plain(record)
        yield [plain[head] for head in heads]
        share.one_more()


def _step_lines(history: History) -> Iterator[list[object]]:
    yield ["run", "number", "title", "seconds", "skipped"]
    for run in _all(history, Run):
        assert isinstance(run, Run)
        for number, step in enumerate(run.steps, 1):
            yield [run.id, number, step.title, step.seconds, step.skipped]


def _csv_into(lines: Iterable[list[object]], file: TextIO) -> None:
    writer = csv.writer(file)
    for line in lines:
        writer.writerow([_cell(value) for value in line])


def _cell(value: object) -> object:
    """Lists in one cell. A text that a table program would run as a formula gets a mark."""
    if isinstance(value, list):
        value = "; ".join(str(each) for each in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _write(path: Path, fill: Callable[[TextIO], None]) -> str:
    """Whole or not at all, and only for its owner's eyes."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:  # also where somebody has ended it
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        return _not_written(path, error.strerror or str(error))
    return ""


def _not_written(path: Path, reason: str) -> str:
    line = translate("history", "{file} could not be written: {reason}")
    return line.format(file=path, reason=reason)


# ---------------------------------------------------------------- in


def import_json(history: History, path: Path, told: Told = to_nobody) -> Imported:
    """Merge what ``export_json`` has written, with a copy of the history made before."""
    found = read_export(path, told)
    if isinstance(found, str):
        line = translate("history", "Nothing was taken from {file}: {reason}")
        return Imported(line.format(file=path, reason=found))
    if not history.flush():
        return _not_taken(history)
    if reason := history.copy_before_import():
        line = translate("history", "Nothing was taken, as no copy could be made before: {reason}")
        return Imported(line.format(reason=reason))
    taken: list[int] = []
    if not history.change(lambda file: taken.append(merge(file, found, told))):
        return _not_taken(history)
    return Imported(taken=taken[-1])


def _not_taken(history: History) -> Imported:
    line = translate("history", "Nothing was taken. {reason}")
    return Imported(line.format(reason=without_held(history.problem)))
