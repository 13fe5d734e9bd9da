"""Programs of ours that work beside the window, from source and from a frozen build."""

import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest

from desktop.calendars.report import read_report
from desktop.children import BAD_CALL, OPTION, ROOT, Child, child_command
from desktop.keep.history.jobs import Do
from desktop.keep.history.jobs import Done as HistoryDone
from desktop.keep.history.jobs import Job as HistoryJob
from desktop.keep.history.jobs import job_line as history_job_line
from desktop.keep.history.jobs import read_told as read_history_told
from desktop.sound.lines import order_line, read_news
from desktop.sound.messages import Alive, AskAlive, Begin, Piece
from desktop.sound.model import Bell, Ring, Talk, Wishes
from desktop.sound.rendering import Done, Job, job_line, read_told

SILENT = Wishes(talk=Talk.NOTHING)


@pytest.fixture(params=["from source", "frozen"])
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Arguments of this Python behind which a child's follow. A frozen program is its own Python,
    and its first argument comes right behind its name.
    """
    if request.param == "from source":
        return []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    return ["-m", "desktop"]


def answer(child: Child, start: list[str], given: bytes = b"", *arguments: str) -> bytes:
    program, *first = child_command(child)
    command = [program, *start, *first, *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write(given)
        run.stdin.flush()
        if child is Child.SOUND:
            run.stdin.close()
        # What renders ends when its input does.
        said = run.stdout.read()
    assert run.returncode == 0
    return said


def test_the_sound_process_answers(start: list[str]) -> None:
    said = answer(Child.SOUND, start, order_line(Begin(SILENT)) + order_line(AskAlive(7)))
    assert Alive(7, is_sounding=False) in [read_news(line) for line in said.splitlines()]


def test_a_file_is_rendered(start: list[str], tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    piece = Piece(1, (Ring(0.0, Bell.NEXT),), 0.0)
    given = [job_line(Job(str(path), 1.0, "x")), order_line(Begin(SILENT)), order_line(piece)]
    said = answer(Child.RENDER, start, b"".join(given) + b"\n")
    assert read_told(said.splitlines()[-1]) == Done(0)
    assert path.stat().st_size > 90_000


def test_calendars_are_read(start: list[str], tmp_path: Path) -> None:
    said = answer(Child.CALENDARS, start, b"", "--now=2026-03-02T09:00:00+00:00", str(tmp_path))
    assert [seen.path for seen in read_report(said.decode().splitlines()).seen] == [str(tmp_path)]


def test_a_history_is_exported(start: list[str], tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    line = history_job_line(HistoryJob(Do.EXPORT, tmp_path / "history.sqlite3", time(4), path))
    said = answer(Child.HISTORY, start, line)
    assert read_history_told(said) == HistoryDone(count=0)
    assert path.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux has")
def test_a_call_is_looked_for(start: list[str]) -> None:
    assert b"microphone " in answer(Child.CALL_SIGNS, start)


def test_a_child_that_nobody_knows_is_none() -> None:
    command = [sys.executable, "-m", "desktop", OPTION, "nobody"]
    assert subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode == BAD_CALL
