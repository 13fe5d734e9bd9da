"""Kills, damage, locks, full disks: each costs little, says so in one line, and works on."""

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.keep.history.connections import PATIENCE, copy_into, is_lock
from desktop.keep.history.rows import checked, write
from desktop.keep.history.store import History
from tests.keep.history.made import NOW, SECRET, a_run, an_entry, everything, one_of_each, opened

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def filled(path: Path, runs: int = 40) -> set[str]:
    """A closed file with so many runs and texts; their ids."""
    ids: set[str] = set()

    def fill(file: sqlite3.Connection) -> None:
        for number in range(runs):
            at = NOW + timedelta(hours=number)
            for record in (a_run(at), an_entry(f"{SECRET} " * 20, at)):
                write(file, record, checked(record))
                ids.add(record.id)

    history = opened(path)
    assert history.change(fill)
    history.close()
    return ids


def ids_in(history: History) -> set[str]:
    return {run.id for run in history.runs()} | {each.id for each in history.entries(limit=10_000)}


# ---------------------------------------------------------------- kills


def test_a_kill_at_any_moment_costs_at_most_the_write_under_way(path: Path) -> None:
    seed = random.randrange(10**6)
    done = subprocess.run(
        [sys.executable, "-m", "tests.keep.history.killed", str(path), str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = json.loads(done.stdout)
    assert len(found) == 50
    for heard, seconds, words in found:
        assert 5.0 * heard <= seconds <= 5.0 * (heard + 1), f"seed {seed}"
        assert words == ""
    assert sum(heard for heard, _, _ in found) > 500  # the children did write


# ---------------------------------------------------------------- damage


def assert_set_aside(path: Path, damaged: bytes, history: History) -> None:
    """It says so, the old file is as it was, and the new one can be used."""
    aside = path.with_name("history.sqlite3.damaged-1")
    assert str(aside) in history.loss
    assert "\n" not in history.loss
    assert SECRET not in history.loss
    assert aside.read_bytes() == damaged
    assert history.problem == ""
    assert history.add(a_run())


def test_a_file_cut_off_at_any_page_gives_what_is_left_of_it(path: Path) -> None:
    ids = filled(path)
    whole = path.read_bytes()
    shutil.rmtree(path.parent / "backups")
    pages = len(whole) // 4096
    assert pages > 20
    saved = []
    for page in range(1, pages):
        for extra in (0, 1000):
            for old in path.parent.iterdir():
                old.unlink() if old.is_file() else shutil.rmtree(old)
            path.write_bytes(whole[: page * 4096 + extra])
            history = opened(path)
            saved.append(len(ids_in(history)))
            assert ids_in(history) <= ids
            assert_set_aside(path, whole[: page * 4096 + extra], history)
            history.close()
    assert saved[0] == 0
    assert saved[-1] > len(ids) / 2
    assert saved == sorted(saved) or max(saved) == saved[-1]


def test_what_lies_between_two_damaged_pages_is_saved(path: Path) -> None:
    filled(path, 400)
    data = bytearray(path.read_bytes())
    leaves = [  # pages of the runs themselves, not of an index
        place
        for place in range(0, len(data), 4096)
        if data[place] == 0x0D and b"Body scan" in data[place : place + 4096]
    ]
    assert len(leaves) > 6
    for place in (leaves[1], leaves[-2]):
        data[place : place + 8] = b"\xff" * 8
    path.write_bytes(data)
    history = opened(path)
    assert len(history.runs()) > 400 * (len(leaves) - 3) / len(leaves)
    history.close()


def test_flipped_bits_never_stop_it_and_lose_only_what_they_hit(path: Path) -> None:
    ids = filled(path)
    whole = path.read_bytes()
    chance = random.Random(6)
    damaged = 0
    for _ in range(150):
        for old in path.parent.iterdir():
            old.unlink() if old.is_file() else shutil.rmtree(old)
        data = bytearray(whole)
        page = chance.randrange(len(whole) // 4096) * 4096
        for _ in range(chance.choice([1, 1, 1, 8])):
            # Often in the page's head, as most of the rest is text that no check knows.
            place = chance.randrange(chance.choice([16, 100, 4096]))
            data[page + place] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        history = opened(path)
        found = len(ids_in(history) & ids)
        if history.loss:
            damaged += 1
            assert_set_aside(path, bytes(data), history)
        elif not history.problem:
            assert found > len(ids) * 0.7
            assert history.add(a_run())
        else:  # the bit says that the file is of a newer version
            assert not history.add(a_run())
            assert path.read_bytes()[:100] == bytes(data)[:100]
        history.close()
    assert damaged > 20


@pytest.mark.parametrize(
    "content", [b"no database" * 1000, b"\0" * 8192, b"SQLite format 3\0", b"x"]
)
def test_what_is_no_database_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    history = opened(path)
    assert_set_aside(path, content, history)
    assert "nothing could be read" in history.loss
    history.close()


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(path: Path) -> None:
    for number in (1, 2):
        path.write_bytes(b"x" * number)
        opened(path).close()
    assert path.with_name("history.sqlite3.damaged-1").read_bytes() == b"x"
    assert path.with_name("history.sqlite3.damaged-2").read_bytes() == b"xx"


def test_what_was_not_yet_in_the_file_itself_is_saved_too(path: Path) -> None:
    filled(path)
    history = opened(path)
    newest = a_run(NOW + timedelta(days=365))
    history.add(newest)
    other = path.parent / "other"
    other.mkdir()
    for each in path.parent.glob("history.sqlite3*"):  # as a kill leaves them
        shutil.copyfile(each, other / each.name)
    history.close()
    file = other / path.name
    log = other / f"{path.name}-wal"
    assert log.stat().st_size > 0
    file.write_bytes(file.read_bytes()[: 12 * 4096])
    history = opened(file)
    assert "damaged" in history.loss
    assert (other / "history.sqlite3.damaged-1-wal").stat().st_size > 0
    assert newest.id in ids_in(history)
    history.close()


def test_damage_while_it_is_open_is_met_at_the_next_reading(path: Path) -> None:
    filled(path)
    history = opened(path)
    with path.open("r+b") as file:
        file.write(b"\xff" * path.stat().st_size)
    connection = history._file
    assert connection is not None
    connection.execute("PRAGMA shrink_memory")  # it still knew the pages
    assert history.add(a_run())
    assert "damaged" in history.loss
    assert history.add(a_run())
    assert len(history.runs()) >= 2
    history.close()


def test_a_file_that_vanished_is_missed_where_there_are_copies_of_it(path: Path) -> None:
    filled(path)
    path.unlink()
    history = opened(path)
    assert history.loss.startswith("The history was missing: a new one begins")
    assert str(path.parent / "backups") in history.loss
    history.close()


def test_a_file_deleted_while_it_is_open_is_begun_anew(path: Path) -> None:
    history = opened(path)
    history.add(a_run())
    path.unlink()
    run = a_run()
    assert history.add(run)
    history.close()
    history = opened(path)
    assert [each.id for each in history.runs()] == [run.id]
    history.close()


# ---------------------------------------------------------------- no leave to write


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_while_another_program_writes_everything_is_held_and_seen(path: Path) -> None:
    history = opened(path)
    records = one_of_each()
    history.add(records[0])
    with locked(path):
        assert not any(history.add(record) for record in records[1:])
        assert "another program has locked it" in history.problem
        assert str(path) in history.problem
        assert everything(history) == records
        assert not history.remove(records[-1])
        assert everything(history) == records[:-1]
        assert not history.flush()
        with closing(sqlite3.connect(path)) as beside:
            assert beside.execute("SELECT count(*) FROM entry").fetchone() == (0,)
    assert history.flush()
    assert history.problem == ""
    history.close()
    history = opened(path)
    assert everything(history) == records[:-1]
    history.close()


def test_a_lock_makes_the_window_wait_once_and_for_a_blink(path: Path) -> None:
    assert PATIENCE <= 200
    history = opened(path)
    file = history._file
    assert file is not None
    with locked(path):
        history.add(a_run())
        assert file.execute("PRAGMA busy_timeout").fetchone() == (0,)
    history.add(a_run())
    assert file.execute("PRAGMA busy_timeout").fetchone() == (PATIENCE,)
    history.close()


def test_a_file_that_nobody_may_even_read_is_waited_for(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        history = opened(path)
        assert "another program has locked it" in history.problem
        run = a_run()
        assert not history.add(run)
        assert history.runs(steps=True) == (run,)
        assert history.loss == ""
        other.execute("ROLLBACK")
    assert history.flush()
    assert len(history.runs()) == 41
    history.close()


def test_a_copy_of_a_locked_file_is_given_up_at_once(path: Path) -> None:
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as other,
        closing(sqlite3.connect(path, timeout=0)) as source,
        closing(sqlite3.connect(":memory:")) as copy,
    ):
        other.execute("CREATE TABLE it (a)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError) as caught:
            copy_into(source, copy)
        assert is_lock(caught.value)


def test_a_folder_in_its_place_is_named_and_it_works_in_memory(path: Path) -> None:
    path.mkdir()
    history = opened(path)
    assert history.problem == (f"What you do now is held in memory only. {path}: it is a folder")
    records = one_of_each()
    assert not any(history.add(record) for record in records)
    assert everything(history) == records
    path.rmdir()
    assert history.flush()
    assert history.problem == ""
    assert everything(history) == records
    history.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    history = opened(tmp_path / "file" / "history.sqlite3")
    assert "What you do now is held in memory only" in history.problem
    assert not history.add(a_run())
    assert len(history.runs()) == 1
    history.close()


@contextmanager
def as_somebody_else(folder: Path) -> Iterator[None]:
    """Whom the rights of files mean something to: they mean nothing to root."""
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    folder.chmod(0o755)
    for file in folder.iterdir():
        file.chmod(0o644)
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_in_a_folder_that_is_only_to_be_read_the_past_can_be_seen() -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "history.sqlite3"
    filled(path, 3)
    with as_somebody_else(folder):
        history = opened(path)
        assert "it cannot be written" in history.problem
        assert len(history.runs()) == 3
        run = a_run()
        assert not history.add(run)
        assert len(history.runs()) == 4
        assert history.run(run.id) == run
        history.close()
    shutil.rmtree(folder)


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """No file may grow beyond ``room`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_file_that_may_not_grow_loses_nothing(path: Path) -> None:
    filled(path)
    history = opened(path)
    with full_disk(2_000):
        entries = [an_entry(f"{number} " * 3000) for number in range(20)]
        assert {history.add(entry) for entry in entries} >= {False}
        assert "held in memory only" in history.problem
        assert len(history.entries(limit=1000)) == 60
    assert history.flush()
    assert history.problem == ""
    history.close()
    history = opened(path)
    assert len(history.entries(limit=1000)) == 60
    assert history.loss == ""
    history.close()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no leave to mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill_up(folder: Path) -> Path:
    """A file that leaves no room for another byte."""
    filler = folder / "filler"
    handle = os.open(filler, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while os.write(handle, b"x" * 512):
            pass
    os.close(handle)
    return filler


def test_a_full_disk_is_said_and_loses_nothing(tiny_disk: Path) -> None:
    path = tiny_disk / "history.sqlite3"
    history = opened(path)
    assert history.add(a_run())
    filler = fill_up(tiny_disk)
    entries = [an_entry(f"{number} " * 3000) for number in range(20)]
    assert {history.add(entry) for entry in entries} >= {False}
    assert "the disk is full" in history.problem
    assert len(history.entries()) == 20
    assert len(history.runs()) == 1
    filler.unlink()
    assert history.flush()
    history.close()
    history = opened(path)
    assert len(history.entries()) == 20
    history.close()


def test_on_a_full_disk_a_damaged_file_stays_as_it_is(tiny_disk: Path) -> None:
    path = tiny_disk / "history.sqlite3"
    filled(path, 100)
    path.write_bytes(path.read_bytes()[:-4096])
    data = path.read_bytes()
    filler = fill_up(tiny_disk)
    history = opened(path)
    assert not history.add(a_run())
    assert "the disk is full" in history.problem
    assert path.read_bytes() == data
    filler.unlink()
    assert history.add(a_run())
    assert path.with_name("history.sqlite3.damaged-1").read_bytes() == data
    assert len(history.runs()) > 90
    history.close()
