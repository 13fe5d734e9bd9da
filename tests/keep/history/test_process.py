"""The process that works on a whole history: a real one, spoken to as the window does."""

import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path

import pytest

from desktop.children import ROOT, Child, child_command
from desktop.keep.history.backups import all_of
from desktop.keep.history.clearing import EVERYTHING, What
from desktop.keep.history.jobs import PUT_BACK, Do, Done, Job, Share, job_line, read_job, read_told
from desktop.keep.history.model import Entry, Rating
from desktop.keep.history.rows import checked, write
from tests.keep.history.made import SECRET, a_rating, everything, one_of_each, opened

MANY = 2_000
VERY_MANY = 20_000  # more than a second's work


class Talk:
    """What is said to it, and what it tells."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.process, self._to, self._from = process, process.stdin, process.stdout
        self.shares: list[float] = []

    def say(self, line: bytes) -> None:
        self._to.write(line)
        self._to.flush()

    def done(self) -> Done | None:
        """What it ends with; None if it ends without a word."""
        for line in self._from:
            assert SECRET.encode() not in line
            told = read_told(line)
            if isinstance(told, Done):
                return told
            assert isinstance(told, Share)
            self.shares.append(told.share)
        return None

    def first_share(self) -> None:
        assert isinstance(read_told(self._from.readline()), Share)

    def cancel(self) -> int:
        """Nobody talks to it any more while it is in the middle: it is held still meanwhile."""
        self.process.send_signal(signal.SIGSTOP)
        self._to.close()
        self.process.send_signal(signal.SIGCONT)
        assert self.done() is None
        return self.process.wait(timeout=20)

    def end(self) -> int:
        self._to.close()
        return self.process.wait(timeout=20)


@contextmanager
def talk(job: Job) -> Iterator[Talk]:
    program, *arguments = child_command(Child.HISTORY)
    pipe = subprocess.PIPE
    with subprocess.Popen([program, *arguments], cwd=ROOT, stdin=pipe, stdout=pipe) as process:
        talk = Talk(process)
        talk.say(job_line(job))
        yield talk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history with one of each, closed."""
    path = tmp_path / "here" / "history.sqlite3"
    history = opened(path)
    for record in one_of_each():
        history.add(record)
    history.close()
    return path


def fill(path: Path, number: int = MANY) -> None:
    history = opened(path)

    def put(file: sqlite3.Connection) -> None:
        for _ in range(number):
            record = a_rating()
            write(file, record, checked(record))

    assert history.change(put)
    history.close()


def job(do: Do, history: Path, path: Path = Path(), what: What = EVERYTHING) -> Job:
    return Job(do, history, time(4), path, what)


def size(path: Path) -> int:
    history = opened(path)
    number = len(everything(history))
    history.close()
    return number


def test_what_it_exports_another_takes_in_once(path: Path, tmp_path: Path) -> None:
    fill(path)
    file, there = tmp_path / "export.json", tmp_path / "there" / "history.sqlite3"
    with talk(job(Do.EXPORT, path, file)) as out:
        assert out.done() == Done(count=MANY + 7)
        assert out.shares == sorted(out.shares)
        assert len(out.shares) == 4
        assert out.end() == 0
    for expected in (MANY + 7, 0):
        with talk(job(Do.IMPORT, there, file)) as taken:
            assert taken.done() == Done(count=expected)
            assert taken.shares == sorted(taken.shares)
            assert 0.4 < taken.shares[3] < 0.6
    assert size(there) == MANY + 7


def test_tables_go_into_a_folder(path: Path, tmp_path: Path) -> None:
    with talk(job(Do.TABLES, path, tmp_path / "tables")) as out:
        assert out.done() == Done(count=7)
    assert len(list((tmp_path / "tables").glob("*.csv"))) == 8


@pytest.mark.parametrize("what", [Rating, Entry])
def test_what_was_deleted_is_put_back_while_it_is_there(path: Path, what: What) -> None:
    with talk(job(Do.FORGET, path, what=what)) as deleting:
        assert deleting.done() == Done(count=1)
        assert size(path) == 6
        deleting.say(PUT_BACK)
        assert deleting.done() == Done(count=1)
        assert deleting.end() == 0
    assert size(path) == 7


def test_it_forgets_what_was_deleted_when_nobody_talks_to_it_any_more(path: Path) -> None:
    with talk(job(Do.FORGET, path, what=Entry)) as deleting:
        assert deleting.done() == Done(count=1)
        assert deleting.end() == 0
    assert size(path) == 6


def test_of_everything_nothing_is_held_and_no_copy_stays(path: Path) -> None:
    fill(path)
    large = path.stat().st_size
    with talk(job(Do.FORGET, path)) as deleting:
        assert deleting.done() == Done(count=MANY + 7)
        assert deleting.done() is None
    assert size(path) == 0
    assert all_of(path) == ()
    assert path.stat().st_size < large / 2


@pytest.mark.parametrize("do", [Do.EXPORT, Do.TABLES])
def test_an_export_that_is_cancelled_leaves_nothing(path: Path, tmp_path: Path, do: Do) -> None:
    fill(path, VERY_MANY)
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "export.json" if do is Do.EXPORT else folder
    with talk(job(do, path, target)) as out:
        out.first_share()
        assert out.cancel() == 0
    assert list(folder.iterdir()) == []


def test_an_import_that_is_cancelled_changes_nothing(path: Path, tmp_path: Path) -> None:
    fill(path, VERY_MANY)
    file, there = tmp_path / "export.json", tmp_path / "there" / "history.sqlite3"
    with talk(job(Do.EXPORT, path, file)) as out:
        out.done()
    with talk(job(Do.IMPORT, there, file)) as taking:
        taking.first_share()
        assert taking.cancel() == 0
    assert size(there) == 0


@pytest.mark.parametrize("do", [Do.EXPORT, Do.IMPORT])
def test_a_problem_is_one_line(path: Path, tmp_path: Path, do: Do) -> None:
    with talk(job(do, path, tmp_path)) as out:
        done = out.done()
        assert done is not None
        assert str(tmp_path) in done.problem
        assert "\n" not in done.problem
        assert done.count == 0


def test_a_line_of_somebody_else_is_no_job() -> None:
    for line in (b"", b"[]", b"{}", b'{"do": "sing"}', b"\xff"):
        assert read_job(line) is None
        assert read_told(line) in (None, Done())
