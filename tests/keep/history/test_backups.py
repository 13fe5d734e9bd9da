"""Copies: one a day, seven of them, each a whole history."""

import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.keep.history.backups import all_of, folder_of
from desktop.keep.history.clearing import EVERYTHING
from desktop.keep.history.model import Entry, Rating, Run
from routines.clock import ManualClock
from tests.keep.history.made import (
    NOW,
    SECRET,
    a_rating,
    a_run,
    an_entry,
    everything,
    one_of_each,
    opened,
)

DAY = 86_400.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def names(path: Path) -> list[str]:
    return [each.name for each in all_of(path)]


def runs_in(copy: Path) -> int:
    with closing(sqlite3.connect(copy)) as file:
        (count,) = file.execute("SELECT count(*) FROM run").fetchone()
        return int(count)


def test_each_day_begins_with_a_copy_and_the_last_seven_stay(path: Path) -> None:
    clock = ManualClock(NOW)
    history = opened(path, clock)
    for _ in range(10):
        history.add(a_run(clock.now()))
        history.add(a_run(clock.now()))
        clock.advance(DAY)
    assert names(path) == [f"history-2026-03-{day:02}.sqlite3" for day in range(5, 12)]
    assert [runs_in(each) for each in all_of(path)] == [6, 8, 10, 12, 14, 16, 18]
    assert {stat.S_IMODE(each.stat().st_mode) for each in all_of(path)} == {0o600}
    assert stat.S_IMODE(folder_of(path).stat().st_mode) == 0o700
    assert len(list(folder_of(path).iterdir())) == 7
    history.close()


def test_opening_and_reading_make_no_copy(path: Path) -> None:
    history = opened(path)
    everything(history)
    history.close()
    assert names(path) == []


def test_a_copy_of_today_is_not_made_again_after_a_restart(path: Path) -> None:
    for _ in range(3):
        history = opened(path)
        history.add(a_run())
        history.close()
    (copy,) = all_of(path)
    assert runs_in(copy) == 0


def test_the_night_belongs_to_the_day_before(path: Path) -> None:
    history = opened(path, ManualClock(NOW.replace(hour=3)))
    history.add(a_run())
    history.close()
    assert names(path) == ["history-2026-03-01.sqlite3"]


def test_a_clock_set_back_still_makes_a_copy(path: Path) -> None:
    clock = ManualClock(NOW)
    history = opened(path, clock)
    for _ in range(8):
        history.add(a_run())
        clock.advance(DAY)
    clock.set_wall(-365 * DAY)
    history.add(a_run())
    assert names(path)[0] == "history-2025-03-10.sqlite3"
    assert len(names(path)) == 7
    history.close()


def test_a_copy_put_in_the_place_of_the_file_is_the_history_again(path: Path) -> None:
    clock = ManualClock(NOW)
    history = opened(path, clock)
    records = one_of_each()
    for record in records:
        history.add(record)
    clock.advance(DAY)
    history.add(a_run())
    history.close()
    all_of(path)[-1].replace(path)
    history = opened(path)
    assert everything(history) == records
    history.close()


def test_what_a_kill_has_left_of_a_copy_is_no_copy(path: Path) -> None:
    folder_of(path).mkdir()
    part = folder_of(path) / ".history-2026-03-02.sqlite3.part"
    part.write_bytes(b"half")
    history = opened(path)
    assert names(path) == []
    history.add(a_run())
    assert len(names(path)) == 1
    assert not part.exists()
    history.close()


def test_without_room_for_copies_everything_else_is_kept(path: Path) -> None:
    folder_of(path).write_text("a file of somebody's", "utf-8")
    history = opened(path)
    assert history.add(a_run())
    assert history.problem == ""
    history.close()


# ---------------------------------------------------------------- deleting


def held_on_disk(path: Path) -> bytes:
    """Every byte there is beside the history and in it."""
    return b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())


def test_a_day_is_deleted_by_the_persons_own_beginning_of_it(path: Path) -> None:
    history = opened(path)
    late, early = a_run(NOW.replace(hour=3, day=3)), a_run(NOW.replace(hour=4, day=3))
    for record in (*one_of_each(), late, early, an_entry("today"), a_rating(at=early.began)):
        history.add(record)
    assert history.forget(NOW.date())
    assert {run.id for run in history.runs()} == {early.id}
    assert not (*history.entries(), *history.answers(), *history.outcomes(), *history.noted())
    assert len(history.ratings()) == len(history.off_days()) == 1
    assert history.forget(NOW.date() - timedelta(days=1))
    assert history.off_days() == ()
    assert history.read("SELECT count(*) FROM steps") == [(1,)]
    history.close()


@pytest.mark.parametrize("kind", [Run, Rating, Entry])
def test_a_kind_is_deleted_and_no_other(path: Path, kind: type[Run | Rating | Entry]) -> None:
    history = opened(path)
    records = one_of_each()
    for record in records:
        history.add(record)
    assert history.forget(kind)
    assert everything(history) == tuple(each for each in records if type(each) is not kind)
    history.close()


def test_a_deleted_text_is_nowhere_in_the_file(path: Path) -> None:
    clock = ManualClock(NOW)
    history = opened(path, clock)
    entries = [an_entry() for _ in range(50)]
    for entry in entries:
        history.add(entry)
    assert SECRET.encode() in held_on_disk(path)
    for entry in entries:
        history.remove(entry)
    assert SECRET.encode() not in held_on_disk(path)
    history.add(an_entry())
    history.forget(Entry)
    assert SECRET.encode() not in held_on_disk(path)
    history.close()


def test_everything_is_deleted_with_every_copy_and_whatever_was_set_aside(path: Path) -> None:
    path.write_bytes(SECRET.encode() * 100)
    clock = ManualClock(NOW)
    history = opened(path, clock)
    for _ in range(3):
        history.add(an_entry())
        clock.advance(DAY)
    assert history.copy_before_import() == ""
    bystander = path.with_name("settings.json")
    bystander.touch()
    assert history.forget(EVERYTHING)
    assert SECRET.encode() not in held_on_disk(path)
    assert names(path) == []
    assert everything(history) == ()
    assert bystander.exists()
    history.close()
    history = opened(path)
    assert (everything(history), history.loss) == ((), "")
    history.close()


def test_what_only_waits_in_memory_is_forgotten_too(path: Path) -> None:
    path.mkdir()
    history = opened(path)
    entry, rating = an_entry(), a_rating()
    history.add(entry)
    history.add(rating)
    assert not history.forget(Entry)
    assert everything(history) == (rating,)
    path.rmdir()
    assert history.flush()
    assert everything(history) == (rating,)
    history.close()
