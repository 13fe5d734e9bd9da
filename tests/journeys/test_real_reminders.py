"""The real program in the background: its commands, its note, its channel and its pages."""

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.look.colors import LIGHT
from tests.desk import Desk, Process

PROGRAM = [sys.executable, "-m", "desktop"]
# The entries of the side
TODAY, ROUTINES, REMINDERS, SETTINGS = (180, 124), (180, 170), (180, 216), (180, 354)
SWITCH_OF_MOVEMENT = (424, 545)  # a corner of it, filled while it is on, with the page scrolled
SEARCH = (1000, 80)
PAGE = 300  # from here on to the right: no side any more


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture
def program(desk: Desk) -> Iterator[Process]:
    """The program in the background, for a newcomer; what a test leaves of it is ended."""
    clear(desk)
    program = in_background(desk)
    yield program
    desk.end(program)


@pytest.fixture
def nobody(desk: Desk) -> Iterator[None]:
    """No program runs, nor does one that a test has started outlive it."""
    clear(desk)
    yield
    command(desk, "quit")


def clear(desk: Desk) -> None:
    for name in ("config", "data", "state"):
        shutil.rmtree(desk.home / name / "unbrace", ignore_errors=True)
    # What is said before the very first routine has a test of its own.
    settings = desk.home / "config" / "unbrace" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"version": 1, "safety_seen": True}), "utf-8")


def in_background(desk: Desk) -> Process:
    program = desk.start([*PROGRAM, "--tray"])
    desk.wait_for(lambda: command(desk, "status").returncode == 0, 20, "an answer")
    return program


def command(desk: Desk, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *words], env=desk.env, capture_output=True, text=True, timeout=15, check=False
    )


def says(desk: Desk, *words: str) -> str:
    """What a command prints that is carried out."""
    done = command(desk, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def refuses(desk: Desk, *words: str) -> str:
    """The one line with which a command is refused."""
    done = command(desk, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


def state(desk: Desk) -> dict[str, Any]:
    values = json.loads(says(desk, "status", "--json"))
    assert isinstance(values, dict)
    return values


def active(desk: Desk) -> str:
    """The window that has the keyboard; "" if none has."""
    done = subprocess.run(
        ["xdotool", "getactivewindow"],
        env=desk.env,
        capture_output=True,
        text=True,
        timeout=15,
        check=False,
    )
    return done.stdout.strip()


def ends(desk: Desk, program: Process, printed: str = "") -> None:
    """It has ended well by itself, and has said nothing else."""
    desk.wait_for(lambda: program.poll() is not None, what="its end")
    assert program.returncode == 0
    assert desk.log(program) == printed
    assert desk.windows("^Unbrace$") == []


def page_of(desk: Desk) -> QImage:
    """The page, without side and frame."""
    image = screen(desk)
    return image.copy(PAGE, 30, 1150 - PAGE, 750)


def screen(desk: Desk) -> QImage:
    image = QImage(str(desk.screenshot(desk.folder / "screen.png")))
    return image.convertToFormat(QImage.Format.Format_RGB32)


def is_marked(desk: Desk, entry: tuple[int, int]) -> bool:
    """Whether the side says that one is there: the entry is tinted behind its word."""
    x, y = entry
    return screen(desk).pixelColor(x + 60, y) == QColor(LIGHT.tint)


# ---------------------------------------------------------------- commands


def test_in_the_tray_it_runs_without_a_window_and_tells_what_comes(
    desk: Desk, program: Process
) -> None:
    assert desk.windows(".") == []
    assert says(desk, "status").startswith(("Movement in", "Posture in"))
    values = state(desk)
    assert values["next"]["reminder"] in ("posture", "move")
    assert 0 < values["next"]["seconds"] <= 3600
    assert values["shown"] is values["playing"] is values["paused_until"] is None
    assert program.poll() is None
    says(desk, "quit")
    ends(desk, program)


@pytest.mark.parametrize(
    "words",
    ["status", "status --json", "pause", "resume", "remind posture", "answer skip", "quit"],
)
@pytest.mark.usefixtures("nobody")
def test_without_a_program_a_command_says_so_in_one_line(desk: Desk, words: str) -> None:
    assert "does not run" in refuses(desk, *words.split())


def test_wrong_words_are_refused_in_one_line(desk: Desk, program: Process) -> None:
    assert "posture" in refuses(desk, "remind", "posturr"), "it says which there are"
    assert "later" in refuses(desk, "answer", "perhaps")
    assert "Nothing is shown" in refuses(desk, "answer", "skip")
    refuses(desk, "answer", "later", "nan")
    assert "pause" in refuses(desk, "paus")
    says(desk, "quit")
    ends(desk, program)


def test_a_pause_is_told_and_can_be_taken_back(desk: Desk, program: Process) -> None:
    assert says(desk, "pause", "30m") == says(desk, "status")
    soon = state(desk)["paused_until"]
    assert says(desk, "pause", "tomorrow").startswith("Paused until")
    tomorrow = state(desk)["paused_until"]
    assert soon
    assert tomorrow
    for wrong in ("25:00", "14:00", "2026-99-99", "0001-01-01", "1999-01-01", "inf", "", "0s"):
        refuses(desk, "pause", wrong)
    assert state(desk)["paused_until"] == tomorrow, "a refused pause changes nothing"
    says(desk, "resume")
    assert state(desk)["paused_until"] is None
    says(desk, "quit")
    ends(desk, program)


# ---------------------------------------------------------------- the note


def test_the_note_comes_without_the_keyboard_and_goes_with_its_answer(
    desk: Desk, program: Process
) -> None:
    says(desk)  # the window, which has the keyboard then
    window = desk.window("^Unbrace$")
    desk.run("xdotool", "windowfocus", "--sync", str(window))
    desk.wait_for(lambda: active(desk) == str(window), what="the keyboard")
    for answer in ("later", "skip"):
        says(desk, "remind", "posture")
        desk.window("^Posture$")
        assert state(desk)["shown"] == "posture"
        assert active(desk) == str(window)
        says(desk, "answer", answer)
        desk.wait_for(lambda: desk.windows("^Posture$") == [], what="the end of the note")
        assert state(desk)["shown"] is None
    says(desk, "quit")
    ends(desk, program)


def test_the_note_alone_makes_no_window_active(desk: Desk, program: Process) -> None:
    before = active(desk)
    says(desk, "remind", "posture")
    desk.window("^Posture$")
    assert active(desk) == before
    says(desk, "quit")
    ends(desk, program)
    assert desk.windows(".") == []


def test_start_plays_the_routine_that_the_note_offers(desk: Desk, program: Process) -> None:
    says(desk, "remind", "move")
    desk.window("^Movement$")
    says(desk, "answer", "start")
    desk.window("^Unbrace$")
    desk.wait_for(lambda: state(desk)["playing"] == "Hourly reset", what="the player")
    desk.wait_for(lambda: desk.windows("^Movement$") == [], what="the end of the note")
    says(desk, "quit")
    ends(desk, program)
    kept = desk.home / "data" / "unbrace" / "unfinished.json"
    assert json.loads(kept.read_text("utf-8"))["routine"] == "hourly-reset"


# ---------------------------------------------------------------- one program


def test_a_second_start_raises_the_window_and_ends(desk: Desk, program: Process) -> None:
    assert says(desk) == ""
    window = desk.window("^Unbrace$")
    desk.run("xdotool", "windowminimize", str(window))
    desk.wait_for(lambda: desk.windows("^Unbrace$") == [], what="the window's going")
    assert says(desk) == ""
    assert desk.window("^Unbrace$") == window
    assert says(desk, "--tray") == "", "this one wants nothing but that it runs"
    assert program.poll() is None
    says(desk, "quit")
    ends(desk, program)


@pytest.mark.usefixtures("nobody")
def test_of_two_that_start_at_once_one_stays(desk: Desk) -> None:
    both = [desk.start([*PROGRAM, "--tray"]) for _ in range(2)]
    ended = desk.wait_for(
        lambda: [each for each in both if each.poll() is not None], 20, "the end of one"
    )
    assert len(ended) == 1
    ends(desk, ended[0])
    stays = next(each for each in both if each is not ended[0])
    says(desk, "quit")
    ends(desk, stays)


def test_after_a_kill_it_starts_anew_with_what_it_knew(desk: Desk, program: Process) -> None:
    says(desk, "pause", "2h")
    until = state(desk)["paused_until"]
    kept = desk.home / "state" / "unbrace" / "reminders.json"
    desk.wait_for(kept.exists, what="the reminders' state")
    program.kill()
    program.wait()
    assert (desk.folder / "run" / "unbrace" / "control").exists(), "it left its socket"
    assert "does not run" in refuses(desk, "status")
    again = in_background(desk)
    assert state(desk)["paused_until"] == until
    assert isinstance(json.loads(kept.read_text("utf-8")), dict)
    says(desk, "quit")
    ends(desk, again)


# ---------------------------------------------------------------- what others send and write


@pytest.mark.usefixtures("nobody")
def test_a_broken_reminder_stops_no_other(desk: Desk) -> None:
    folder = desk.home / "data" / "unbrace" / "reminders"
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text("name: [\n\tevery: }{", "utf-8")
    (folder / "bytes.yaml").write_bytes(b"\xff\x00\xfe")
    program = in_background(desk)
    assert state(desk)["next"]["reminder"] in ("posture", "move")
    refuses(desk, "remind", "broken")
    says(desk)
    desk.window("^Unbrace$")
    desk.wait_for(lambda: is_marked(desk, TODAY), what="the page of today")
    desk.click(*REMINDERS)
    desk.wait_for(lambda: is_marked(desk, REMINDERS), what="the page")
    says(desk, "remind", "posture")
    desk.window("^Posture$")
    says(desk, "quit")
    ends(desk, program)


BAD = {
    "every: 10s\nnotes: [Breathe]": "10s",
    "every: 1h\nbetween: 25:00-3\nnotes: [Breathe]": "25:00-3",
    "every: 1h\nnotes: []": "notes",
    "every: 1h\nnotes: ['']": "empty",
    "every: 1h\nnotes: [Breathe]\noffer: [nowhere]": "nowhere",
}


@pytest.mark.usefixtures("nobody")
def test_each_bad_reminder_gets_a_word_and_stops_no_other(desk: Desk) -> None:
    folder = desk.home / "data" / "unbrace" / "reminders"
    folder.mkdir(parents=True)
    for number, (text, word) in enumerate(BAD.items()):
        file = folder / f"bad-{number}.yaml"
        file.write_text(f"name: Bad\n{text}\n", "utf-8")
        checked = command(desk, "check", str(file))
        assert checked.returncode == 1, text
        assert f"{file.name}:" in checked.stdout + checked.stderr
        assert word in checked.stdout + checked.stderr
    program = in_background(desk)
    assert state(desk)["next"]["reminder"] in ("posture", "move")
    for number in range(len(BAD)):
        refuses(desk, "remind", f"bad-{number}")
    says(desk, "remind", "posture")
    says(desk, "answer", "not-today")
    says(desk, "quit")
    ends(desk, program)


def test_a_reminder_file_is_followed_while_the_program_is_in_the_tray(
    desk: Desk, program: Process
) -> None:
    folder = desk.home / "data" / "unbrace" / "reminders"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "mine.yaml"
    file.write_text("name: Mine\nevery: 20m\nnotes: [Breathe]\n", "utf-8")
    desk.wait_for(lambda: state(desk)["next"]["reminder"] == "mine", what="the new one")
    file.write_text("name: Mine\nevery: 10s\nnotes: [Breathe]\n", "utf-8")
    (folder / "other.yaml").write_text("name: Other\nevery: 10m\nnotes: [Breathe]\n", "utf-8")
    desk.wait_for(lambda: state(desk)["next"]["reminder"] == "other", what="another one")
    says(desk, "remind", "mine")  # as it was before it broke
    desk.window("^Mine$")
    says(desk, "answer", "skip")
    file.unlink()
    desk.wait_for(lambda: command(desk, "remind", "mine").returncode == 2, what="its end")
    says(desk, "quit")
    ends(desk, program)


def test_what_cannot_be_played_is_said_to_whoever_asks(desk: Desk, program: Process) -> None:
    broken = desk.folder / "broken.yaml"
    broken.write_text("name: Broken\n", "utf-8")
    for path in ("", "/nowhere/at/all.yaml", str(broken), str(desk.folder)):
        line = json.dumps({"command": "play", "path": path}).encode() + b"\n"
        answer = json.loads(sent(desk, line))
        assert (answer["done"], answer["message"]) == (False, "There is no such routine."), path
    assert desk.windows(".") == []
    says(desk, "quit")
    ends(desk, program)


GARBAGE = [
    b"\n",
    b"\xff\x00\xfe\n",
    b"[" * 60_000 + b"\n",
    b"x" * 200_000,
    b'{"command": 7}\n',
    b'{"command": "pause", "seconds": NaN}\n',
    b'{"command": "pause", "seconds": -1e300}\n',
    b'{"command": "pause", "seconds": 1' + b"0" * 400 + b"}\n",
    b'{"command": "pause", "until": "0001-01-01"}\n',
    b'{"command": "answer", "answer": "later", "minutes": Infinity}\n',
    b'{"command": "play", "path": "\\u0000", "speed": NaN}\n',
    b'{"command": "remind", "name": ["posture"]}\n',
]


def test_garbage_on_the_channel_changes_nothing(desk: Desk, program: Process) -> None:
    before = state(desk)
    for garbage in GARBAGE:
        answer = sent(desk, garbage)
        assert not answer or isinstance(json.loads(answer), dict), garbage[:60]
    with socket.socket(socket.AF_UNIX) as silent:  # says nothing, and hinders nobody
        silent.connect(str(desk.folder / "run" / "unbrace" / "control"))
        after = state(desk)
    assert after | {"next": None} == before | {"next": None}
    says(desk, "quit")
    ends(desk, program)


def sent(desk: Desk, line: bytes) -> bytes:
    """What comes back: an answer, or nothing from a channel that was shut at once."""
    with socket.socket(socket.AF_UNIX) as channel:
        channel.settimeout(5)
        channel.connect(str(desk.folder / "run" / "unbrace" / "control"))
        try:
            channel.sendall(line)
            return channel.makefile("rb").readline()
        except (ConnectionResetError, BrokenPipeError):
            return b""


# ---------------------------------------------------------------- pages


def settings_of(desk: Desk) -> dict[str, Any]:
    file: Path = desk.home / "config" / "unbrace" / "settings.json"
    values = json.loads(file.read_text("utf-8")) if file.exists() else {}
    assert isinstance(values, dict)
    return values


def test_the_reminders_page_switches_one_off(desk: Desk, program: Process) -> None:
    says(desk)
    desk.window("^Unbrace$")
    desk.wait_for(lambda: is_marked(desk, TODAY), what="the page of today")
    routines = page_of(desk)
    desk.click(*REMINDERS)
    desk.wait_for(lambda: is_marked(desk, REMINDERS), what="the mark on the side")
    desk.wait_for(lambda: page_of(desk) != routines, what="the reminders")
    desk.run("xdotool", "mousemove", "1000", "590", "click", "--repeat", "4", "5")
    filled = QColor(LIGHT.sage)
    desk.wait_for(lambda: screen(desk).pixelColor(*SWITCH_OF_MOVEMENT) == filled, what="the switch")
    desk.click(*SWITCH_OF_MOVEMENT)
    desk.wait_for(lambda: state(desk)["next"]["reminder"] == "posture", what="the change")
    assert "move" in settings_of(desk)["reminders"], "and it stays so"
    says(desk, "quit")
    ends(desk, program)


def test_the_settings_page_finds_a_setting_and_keeps_it(desk: Desk, program: Process) -> None:
    says(desk)
    desk.window("^Unbrace$")
    desk.wait_for(lambda: is_marked(desk, TODAY), what="the page of today")
    desk.click(*SETTINGS)
    desk.wait_for(lambda: is_marked(desk, SETTINGS), what="the mark on the side")
    whole = page_of(desk)
    desk.click(*SEARCH)
    desk.type("bedtime sleep")
    desk.wait_for(lambda: page_of(desk) != whole, what="what was found")
    desk.keys("Tab", "space")
    desk.wait_for(lambda: settings_of(desk).get("bedtime") == "22:30", what="the setting")
    desk.click(*ROUTINES)
    desk.wait_for(lambda: is_marked(desk, ROUTINES), what="the way back")
    says(desk, "quit")
    ends(desk, program)
