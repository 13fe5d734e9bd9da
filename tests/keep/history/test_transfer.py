"""Out and in again: the same, however often; and nothing of what is no export of ours."""

import csv
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.keep.history.backups import all_of
from desktop.keep.history.merging import _records_of
from desktop.keep.history.model import DayOff, Ending, Off
from desktop.keep.history.store import History
from desktop.keep.history.transfer import Imported, export_csv, export_json, import_json
from tests.keep.history.made import (
    NOW,
    SECRET,
    a_rating,
    a_run,
    an_entry,
    everything,
    new_id,
    one_of_each,
    opened,
)


@pytest.fixture
def here(tmp_path: Path) -> History:
    return opened(tmp_path / "here" / "history.sqlite3")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return tmp_path / "export.json"


def exported(tmp_path: Path, *records: Any) -> Path:
    """What another computer's history with these records exports."""
    folder = tmp_path / new_id()
    other = opened(folder / "history.sqlite3")
    for record in records:
        other.add(record)
    assert export_json(other, folder / "export.json") == ""
    other.close()
    return folder / "export.json"


def test_what_was_exported_is_taken_in_once(here: History, tmp_path: Path) -> None:
    records = one_of_each()
    file = exported(tmp_path, *records)
    assert file.stat().st_mode & 0o077 == 0
    assert import_json(here, file) == Imported(taken=len(records))
    assert everything(here) == records
    assert here.runs()[0].began.utcoffset() == records[0].began.utcoffset()  # type: ignore[union-attr]
    assert import_json(here, file) == Imported(taken=0)
    assert everything(here) == records
    here.close()


def test_two_histories_become_one(here: History, tmp_path: Path) -> None:
    mine, theirs = a_run(), a_run(NOW + timedelta(hours=1))
    here.add(mine)
    import_json(here, exported(tmp_path, theirs))
    assert here.runs(steps=True) == (mine, theirs)
    assert len([copy for copy in all_of(here.path) if "before-import" in copy.name]) == 1
    here.close()


def test_the_newer_state_of_a_text_wins_whichever_way(here: History, tmp_path: Path) -> None:
    old = an_entry("old")
    new = replace(old, text="new", changed=NOW + timedelta(minutes=1))
    here.add(old)
    assert import_json(here, exported(tmp_path, new)).taken == 1
    assert here.entries() == (new,)
    assert import_json(here, exported(tmp_path, old)).taken == 0
    assert here.entries() == (new,)
    here.close()


def test_a_run_that_went_on_wins_over_its_beginning(here: History, tmp_path: Path) -> None:
    begun = replace(a_run(done=5.0), ending=Ending.OPEN)
    further = replace(begun, done=10.0, steps=begun.steps * 2)
    ended = replace(further, ending=Ending.FINISHED)
    here.add(begun)
    for state in (further, ended):
        assert import_json(here, exported(tmp_path, state)).taken == 1
        assert here.run(begun.id) == state
    assert import_json(here, exported(tmp_path, further)).taken == 0
    assert here.run(begun.id) == ended
    here.close()


def test_a_rating_that_is_here_stays_as_it_is(here: History, tmp_path: Path) -> None:
    mine = a_rating(3)
    here.add(mine)
    assert import_json(here, exported(tmp_path, replace(mine, value=9))).taken == 0
    assert here.ratings() == (mine,)
    here.close()


def test_the_same_day_off_is_not_taken_twice(here: History, tmp_path: Path) -> None:
    mine = Off(new_id(), "2026-03-01", DayOff.SICK)
    here.add(mine)
    import_json(here, exported(tmp_path, replace(mine, id=new_id(), why=DayOff.HOLIDAY)))
    assert here.off_days() == (mine,)
    here.close()


RUN: dict[str, Any] = {
    "id": "ab",
    "routine": "body-scan",
    "name": "Body scan",
    "began": "2026-03-02T09:00:00+01:00",
    "planned": 60.0,
}
ENTRY: dict[str, Any] = {
    "id": "ab",
    "at": "2026-03-02T09:00:00+01:00",
    "changed": "2026-03-02T09:00:00+01:00",
    "text": SECRET,
}


def of_ours(**tables: object) -> dict[str, object]:
    return {"program": "unbrace", "format": 1, **tables}


HOSTILE: dict[str, object] = {
    "another program": {"app": "other", "habits": []},
    "a list": [1, 2],
    "a newer version": of_ours() | {"format": 2},
    "no version": of_ours() | {"format": "1"},
    "a version of truth": of_ours() | {"format": True},
    "a table of no records": of_ours(run=[1]),
    "a table that is none": of_ours(run="body"),
    "one bad among good": of_ours(run=[RUN, RUN | {"planned": "long"}]),
    "a path as a routine": of_ours(run=[RUN | {"routine": "../../.ssh/id"}]),
    "a path as an id": of_ours(run=[RUN | {"id": "../x"}]),
    "no id": of_ours(run=[{**RUN, "id": None}]),
    "a moment without a zone": of_ours(run=[RUN | {"began": "2026-03-02T09:00:00"}]),
    "a moment as a number": of_ours(run=[RUN | {"began": 5}]),
    "before all time": of_ours(run=[RUN | {"began": "0001-01-01T00:00:00+23:59"}]),
    "an endless run": of_ours(run=[RUN | {"planned": 1e400}]),
    "less than nothing": of_ours(run=[RUN | {"done": -5}]),
    "a huge number": of_ours(run=[RUN | {"done": 10**400}]),
    "truth for a number": of_ours(run=[RUN | {"done": True}]),
    "steps of nothing": of_ours(run=[RUN | {"steps": [[]]}]),
    "a step of lists": of_ours(run=[RUN | {"steps": [[["x"], 1, False]]}]),
    "too many steps": of_ours(run=[RUN | {"steps": [["x", 1, False]] * 5000}]),
    "another ending": of_ours(run=[RUN | {"ending": "won"}]),
    "an ending that is a list": of_ours(run=[RUN | {"ending": []}]),
    "a text that is none": of_ours(entry=[ENTRY | {"text": {"a": 1}}]),
    "a text without an end": of_ours(entry=[ENTRY | {"text": "x" * 10_000_001}]),
    "a field too few": of_ours(entry=[{"id": "ab"}]),
    "a scale of its own": of_ours(
        rating=[{"id": "ab", "at": RUN["began"], "scale": "x", "value": 1}]
    ),
    "eleven of ten": of_ours(
        rating=[{"id": "ab", "at": RUN["began"], "scale": "pain", "value": 11}]
    ),
    "no day": of_ours(off=[{"id": "ab", "day": "2026-02-30", "why": "sick"}]),
}


def assert_refused(here: History, file: Path) -> None:
    """One line, no text of the file's in it, and nothing has changed."""
    before = everything(here)
    answer = import_json(here, file)
    assert answer.problem.startswith("Nothing was taken from")
    assert "\n" not in answer.problem
    assert SECRET not in answer.problem
    assert len(answer.problem) < 300
    assert everything(here) == before
    assert here.problem == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_what_makes_no_sense_is_refused_as_a_whole(here: History, export: Path, name: str) -> None:
    here.add(a_run())
    export.write_text(json.dumps(HOSTILE[name]), "utf-8")
    assert_refused(here, export)
    here.close()


def test_the_hostile_records_are_refused_for_what_is_wrong_with_them(
    here: History, export: Path
) -> None:
    export.write_text(json.dumps(of_ours(run=[RUN], entry=[ENTRY], more=[1])), "utf-8")
    assert import_json(here, export) == Imported(taken=2)
    here.close()


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe", b"[" * 200_000, b"1" * 5000, b'{"a":' * 100_000, b"id,at\n1,2\n"],
)
def test_what_is_no_json_is_refused(here: History, export: Path, data: bytes) -> None:
    export.write_bytes(data)
    assert_refused(here, export)
    here.close()


def test_what_is_no_file_or_too_large_is_refused(here: History, export: Path) -> None:
    assert_refused(here, export)
    assert_refused(here, export.parent)
    os.mkfifo(export)
    assert_refused(here, export)
    export.unlink()
    with export.open("wb") as file:
        file.truncate(1_000_000_000)
    assert_refused(here, export)
    export.write_bytes(b"[" + b"0," * 20_000_001)
    assert_refused(here, export)
    here.close()


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists))
def test_any_value_in_any_field_is_a_record_or_a_line(value: object) -> None:
    for name in (*RUN, "done", "ending", "steps", "tags"):
        found = _records_of({"run": [RUN | {name: value}]})
        assert isinstance(found, str) or len(found) == 1


def test_a_history_that_cannot_be_written_takes_nothing(here: History, tmp_path: Path) -> None:
    file = exported(tmp_path, a_run())
    (tmp_path / "folder").mkdir()
    there = opened(tmp_path / "folder")
    assert "it is a folder" in import_json(there, file).problem or there.runs() == ()
    assert there.runs() == ()
    there.close()
    here.close()


# ---------------------------------------------------------------- out


@pytest.mark.parametrize("write", [export_json, export_csv])
def test_where_nothing_can_be_written_one_line_says_so(
    here: History, tmp_path: Path, write: Callable[[History, Path], str]
) -> None:
    (tmp_path / "file").touch()
    problem = write(here, tmp_path / "file" / "export")
    assert "could not be written: Not a directory" in problem
    here.close()


def test_the_history_itself_is_not_written_over(here: History) -> None:
    here.add(a_run())
    assert "the history itself" in export_json(here, here.path)
    assert len(here.runs()) == 1
    here.close()


def test_tables_are_files_that_a_table_program_reads(here: History, tmp_path: Path) -> None:
    for record in one_of_each():
        here.add(record)
    folder = tmp_path / "tables"
    assert export_csv(here, folder) == ""
    names = {"answer", "entry", "noted", "off", "outcome", "rating", "run", "steps"}
    assert {each.stem for each in folder.iterdir()} == names
    with (folder / "steps.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["title"] for line in lines] == ["Cat and cow", "Rest"]
    with (folder / "rating.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["areas"] == "neck; jaw"
    (folder / "run.csv").write_text("mine", "utf-8")
    assert "there is a file already" in export_csv(here, folder)
    assert (folder / "run.csv").read_text("utf-8") == "mine"
    here.close()


def test_no_text_becomes_a_formula(here: History, tmp_path: Path) -> None:
    here.add(an_entry('=HYPERLINK("x")'))
    export_csv(here, tmp_path / "tables")
    with (tmp_path / "tables" / "entry.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["text"] == '\'=HYPERLINK("x")'
    here.close()


def test_what_cannot_be_read_is_not_exported_as_nothing(here: History, tmp_path: Path) -> None:
    here.close()
    here.path.unlink()
    here.path.mkdir()
    folder = opened(here.path)
    reason = f"Nothing can be exported. {here.path}: it is a folder"
    assert export_json(folder, tmp_path / "export.json") == reason
    assert export_csv(folder, tmp_path / "tables") == reason
    assert not (tmp_path / "export.json").exists()
    folder.close()


def test_half_an_export_of_tables_is_taken_away(
    here: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for record in one_of_each():
        here.add(record)
    read, folder = here.read, tmp_path / "tables"

    def fails_at_entries(sql: str, values: Any = ()) -> Any:
        if "FROM entry" in sql and "count" not in sql:
            assert (folder / "run.csv").exists()
            here.problem = "What you do now is held in memory only. /x: it is damaged"
            return []
        return read(sql, values)

    monkeypatch.setattr(here, "read", fails_at_entries)
    assert (
        export_csv(here, folder)
        == f"{folder / 'entry.csv'} could not be written: /x: it is damaged"
    )
    assert list(folder.iterdir()) == []
    here.close()


def test_an_import_that_cannot_be_written_says_so_in_one_line(
    here: History, tmp_path: Path
) -> None:
    file = exported(tmp_path, *one_of_each())
    here.close()
    here.path.unlink()
    here.path.mkdir()
    folder = opened(here.path)
    problem = import_json(folder, file).problem
    assert problem == (
        f"Nothing was taken, as no copy could be made before: {here.path}: it is a folder"
    )
    folder.close()


def test_a_device_is_not_replaced_by_an_export(here: History, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert export_json(here, pipe) == f"{pipe} could not be written: it is not a file"
    assert pipe.is_fifo()
    long = tmp_path / ("x" * 300)
    assert "File name too long" in export_json(here, long)
    here.close()


def test_what_is_wrong_with_a_file_is_said_as_it_is(here: History, tmp_path: Path) -> None:
    whole = exported(tmp_path, *one_of_each()).read_bytes()
    file = tmp_path / "given.json"
    for content, reason in (
        (whole[:-30], "it is damaged or cut off"),
        (b"", "it is not what Unbrace exports"),
        (b'{"habits": []}', "it is not what Unbrace exports"),
        (whole.replace(b'"format": 1', b'"format": 2'), "it is of a newer version of Unbrace"),
    ):
        file.write_bytes(content)
        assert import_json(here, file).problem == f"Nothing was taken from {file}: {reason}"
    gone = import_json(here, tmp_path / "gone").problem
    assert gone == f"Nothing was taken from {tmp_path / 'gone'}: there is no such file"
    folder = import_json(here, tmp_path).problem
    assert folder == f"Nothing was taken from {tmp_path}: it is not a file"
    assert everything(here) == ()
    here.close()
