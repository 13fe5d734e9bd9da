"""What a program in the tray does not load, and that its first moments are not worse for it."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.keep.settings import SettingsFile
from desktop.library import Library
from routines.lookup import Folders
from tests.desk import Desk

# Runs the program as `unbrace --tray` does, and tells what is in memory once it has settled.
IN_THE_TRAY = """
import gc, json, linecache, sys
from desktop import lean
settle = lean.settle
def settled():
    settle()
    found = {
        "modules": sorted(sys.modules),
        "collecting": gc.isenabled(),
        "sources": [name for name in linecache.cache if "companion" in name or "tray" in name],
    }
    print(json.dumps(found), flush=True)
    import os
    os._exit(0)
lean.settle = settled
from desktop.__main__ import main
main(["--tray"])
"""

LATER = [
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "desktop.app",
    "desktop.control.pipes",
    "desktop.figures",
    "desktop.front",
    "desktop.hearing",
    "desktop.look.theme",
    "desktop.pages",
    "desktop.player",
    "desktop.reminders.note_figure",
    "desktop.reminders.note_window",
    "desktop.sound",
    "desktop.terminal.play",
    "icalendar",
    "numpy",
    "pulsectl",
    "pyqtgraph",
    "recurring_ical_events",
    "routines.catalogue",
    "routines.figures.reader",
    "routines.reader",
    "routines.timeline",
    "sqlite3",
]
"""With the window, a note, a call or a calendar: each is megabytes that most hours do not need."""

ROUTINE = "name: {name}\nsteps:\n  - rest: 5s\n"


@pytest.fixture(scope="module")
def in_the_tray() -> dict[str, object]:
    with Desk() as desk:
        done = subprocess.run(
            [sys.executable, "-c", IN_THE_TRAY],
            env=desk.env,
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.stdout, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", LATER)
def test_the_tray_does_without(in_the_tray: dict[str, list[str]], name: str) -> None:
    assert "desktop.companion" in in_the_tray["modules"]
    assert name not in in_the_tray["modules"]


def test_the_collector_works_again_after_the_start(in_the_tray: dict[str, object]) -> None:
    assert in_the_tray["collecting"]


def test_the_source_of_our_modules_is_not_kept(in_the_tray: dict[str, object]) -> None:
    assert in_the_tray["sources"] == []


def test_a_command_in_the_first_moment_is_answered() -> None:
    with Desk() as desk:
        program = desk.start([sys.executable, "-m", "desktop", "--tray"])
        path = f"{desk.env['XDG_RUNTIME_DIR']}/unbrace/control"
        desk.wait_for(lambda: Path(path).exists(), what="the channel")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
            channel.settimeout(20.0)
            desk.wait_for(lambda: channel.connect_ex(path) == 0, what="a connection")
            channel.sendall(b'{"command": "status"}\n')
            with channel.makefile("rb") as answer:
                values = json.loads(answer.readline())
        assert values["done"], desk.log(program)
        assert values["values"]["next"] is not None


# The library reads one routine alone while nobody wants them all


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(Folders(user=tmp_path), SettingsFile(tmp_path / "settings.json"))


def test_a_routine_alone_is_the_same_as_among_all(library: Library, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(ROUTINE.format(name="Own"), "utf-8")
    (tmp_path / "before-a-call.yaml").write_text(ROUTINE.format(name="Mine"), "utf-8")
    (tmp_path / "broken.yaml").write_text("name: [", "utf-8")
    (tmp_path / "Two words.yaml").write_text(ROUTINE.format(name="Spaced"), "utf-8")
    ids = ["own", "before-a-call", "broken", "Two words", "even-breath", "nothing", "../own", ""]
    alone = [library.entry(each) for each in ids]
    assert alone == [library.catalogue.get(each) for each in ids]
    assert [each.name for each in alone if each is not None][:2] == ["Own", "Mine"]


def test_what_can_be_played_is_known_without_reading_ours(library: Library, tmp_path: Path) -> None:
    assert library.can_play("before-a-call")
    assert not library._single
    assert not library.can_play("nothing")
    assert not library.can_play("../routines/library/before-a-call")
    (tmp_path / "before-a-call.yaml").write_text("name: [", "utf-8")
    assert not library.can_play("before-a-call")


def test_reading_again_forgets_what_was_read_alone(library: Library, tmp_path: Path) -> None:
    assert library.entry("own") is None
    (tmp_path / "own.yaml").write_text(ROUTINE.format(name="Own"), "utf-8")
    assert library.reload_if_changed()
    assert library.entry("own") is not None
