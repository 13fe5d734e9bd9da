"""Older files are brought to this version with all that is in them; newer ones are only read."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.keep.history.backups import all_of
from desktop.keep.history.model import Ending, When
from desktop.keep.history.schema import MIGRATIONS, VERSION, migrate, version_of
from tests.keep.history.made import a_run, everything, one_of_each, opened

OLDER = sorted((Path(__file__).parent / "versions").glob("*.sql"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def from_text(path: Path, text: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.executescript(text)


def shape(path: Path) -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return set(file.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def test_every_older_version_is_here_as_text() -> None:
    assert [each.stem for each in OLDER] == [f"version-{each}" for each in range(1, VERSION)]
    assert len(MIGRATIONS) == VERSION


@pytest.mark.parametrize("older", OLDER, ids=lambda each: each.stem)
def test_an_older_file_is_brought_to_this_version_with_a_copy_before(
    path: Path, older: Path
) -> None:
    from_text(path, older.read_text("utf-8"))
    history = opened(path)
    assert (history.problem, history.loss) == ("", "")
    (run,) = history.runs(steps=True)
    assert (run.name, run.ending, run.tags) == ("Body scan", Ending.FINISHED, ("relaxation",))
    assert [step.title for step in run.steps] == ["Feet", "Shoulders"]
    assert run.began.isoformat() == "2026-03-02T10:00:00+01:00"
    before, after = history.ratings("tension")
    assert (before.value, before.when, after.value, after.when) == (6, When.BEFORE, 4, When.AFTER)
    assert before.areas == ("neck",)
    (entry,) = history.entries()
    assert (entry.text, entry.changed - entry.at) == ("Heavy, then less.", timedelta(minutes=1))
    assert len(history.answers()) == len(history.outcomes()) == 1
    records = one_of_each()
    assert all(history.add(record) for record in records)
    assert set(records) <= set(everything(history))
    history.close()
    (copy,) = [each for each in all_of(path) if "before-version" in each.name]
    with closing(sqlite3.connect(copy)) as file:
        assert version_of(file) == int(older.stem.rpartition("-")[2])
        assert file.execute("SELECT count(*) FROM entry").fetchone() == (1,)


@pytest.mark.parametrize("older", OLDER, ids=lambda each: each.stem)
def test_an_older_file_ends_up_like_one_made_now(tmp_path: Path, older: Path) -> None:
    from_text(tmp_path / "old", older.read_text("utf-8"))
    for name in ("old", "new"):
        opened(tmp_path / name).close()
    assert shape(tmp_path / "old") == shape(tmp_path / "new")


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    from_text(path, OLDER[0].read_text("utf-8") + "CREATE TABLE off (mine);")
    before = shape(path)
    history = opened(path)
    assert "held in memory only" in history.problem
    assert len(history.runs()) == 1
    assert not history.add(a_run())
    history.close()
    assert shape(path) == before


def test_two_programs_may_migrate_at_once(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        migrate(file)
        migrate(file)
        assert version_of(file) == VERSION


def test_a_file_of_a_newer_version_is_read_and_left_alone(path: Path) -> None:
    history = opened(path)
    old = a_run()
    history.add(old)
    history.change(lambda file: file.execute("ALTER TABLE run ADD COLUMN mood TEXT"))
    history.change(lambda file: file.execute(f"PRAGMA user_version = {VERSION + 1}"))
    history.close()
    before = path.read_bytes()
    history = opened(path)
    assert "it is of a newer version of Unbrace, and only read" in history.problem
    assert history.runs(steps=True) == (old,)
    run = a_run()
    assert not history.add(run)
    assert len(history.runs()) == 2
    assert not history.forget(type(run))
    assert len(history.runs()) == 1
    history.close()
    assert path.read_bytes() == before


def test_a_newer_version_that_cannot_be_understood_reads_as_nothing(path: Path) -> None:
    from_text(path, f"CREATE TABLE practice (a); PRAGMA user_version = {VERSION + 7};")
    history = opened(path)
    assert "newer version" in history.problem
    assert everything(history) == ()
    history.add(a_run())
    assert len(history.runs()) == 1
    assert "newer version" in history.problem
    history.close()
