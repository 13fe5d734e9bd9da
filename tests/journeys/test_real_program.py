"""The real program on a real display: keys, mouse, signals, what it leaves and what it prints."""

import json
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.look.colors import LIGHT
from routines.lookup import LIBRARY, is_file
from tests.desk import Desk, Process

PROGRAM = [sys.executable, "-m", "desktop"]
DOT = 52  # pixels across: the dot in the emblem of the end, the one disk of that colour there is


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture(autouse=True)
def fresh(desk: Desk) -> None:
    """Every program starts as for a newcomer who has no wish to be asked anything."""
    unfinished(desk).unlink(missing_ok=True)
    folder = desk.home / "config" / "unbrace"
    folder.mkdir(parents=True, exist_ok=True)
    # Here nothing can be heard, and a word about that may lie on the page at any moment.
    settings = {"version": 1, "mute": True, "ask_ratings": False, "safety_seen": True}
    (folder / "settings.json").write_text(json.dumps(settings), "utf-8")


def unfinished(desk: Desk) -> Path:
    return desk.home / "data" / "unbrace" / "unfinished.json"


def start(desk: Desk, *arguments: str) -> Process:
    """Starts the program and waits until its window is there and has the keyboard.

    Qt keeps the letters that it has painted, and paints a large one a shade differently when it
    comes from there: without that, the same page is the same picture.
    """
    program = desk.start([*PROGRAM, *arguments], QT_NO_FT_CACHE="1")
    window = desk.window("^Unbrace$")
    desk.run("xdotool", "windowfocus", "--sync", str(window))
    return program


def left_nothing_but(desk: Desk, program: Process, code: int = 0) -> None:
    """The program has ended by itself, has said nothing, and its window is gone."""
    desk.wait_for(lambda: program.poll() is not None, what="its end")
    assert program.returncode == code
    assert desk.log(program) == ""
    assert desk.windows("^Unbrace$") == []


# ---------------------------------------------------------------- what is on the screen


def screen(desk: Desk) -> QImage:
    image = QImage(str(desk.screenshot(desk.folder / "screen.png")))
    return image.convertToFormat(QImage.Format.Format_RGB32)


def places(image: QImage, color: str) -> list[tuple[int, int]]:
    """Where a colour is, to the pixel."""
    wanted, width = QColor(color).rgb(), image.width()
    pixels = memoryview(bytes(image.constBits())).cast("I").tolist()
    return [(at % width, at // width) for at, pixel in enumerate(pixels) if pixel == wanted]


def shows_the_end(desk: Desk) -> bool:
    """Whether the emblem is there, by its dot: as wide as it is high, and full."""
    found = places(screen(desk), LIGHT.far)
    if not found:
        return False
    wide = max(x for x, _ in found) - min(x for x, _ in found) + 1
    high = max(y for _, y in found) - min(y for _, y in found) + 1
    return abs(wide - DOT) <= 4 and abs(high - DOT) <= 4 and len(found) > 0.7 * wide * high


def shows_the_player(desk: Desk) -> bool:
    """Whether the big button is there with no card around, as the player alone has it."""
    image = screen(desk)
    return len(places(image, LIGHT.sage)) > 3000 and not places(image, LIGHT.edge)


# ---------------------------------------------------------------- journeys


def test_enter_plays_and_closing_keeps_the_place(desk: Desk) -> None:
    program = start(desk)
    assert not shows_the_end(desk)
    desk.keys("Return")
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    desk.keys("Right", "ctrl+q")
    left_nothing_but(desk, program)
    kept = json.loads(unfinished(desk).read_text("utf-8"))
    assert is_file(LIBRARY / f"{kept['routine']}.yaml"), "one that fits the hour"
    assert kept["elapsed"] > 0


def test_morning_yoga_runs_to_its_end_at_high_speed(desk: Desk) -> None:
    program = start(desk, "play", "morning-yoga", "--speed", "100")
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    desk.wait_for(lambda: shows_the_end(desk), seconds=30, what="the end of the routine")
    assert not unfinished(desk).exists(), "what has come to its end is not offered again"
    desk.keys("Return")
    desk.wait_for(lambda: not shows_the_end(desk), what="the routines")
    desk.keys("ctrl+q")
    left_nothing_but(desk, program)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_as_a_close_would(
    desk: Desk, number: signal.Signals, request: pytest.FixtureRequest
) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may run under nohup
    request.addfinalizer(lambda: signal.signal(signal.SIGHUP, before))
    program = start(desk, "play", "morning-yoga")
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    program.send_signal(number)
    left_nothing_but(desk, program)
    assert json.loads(unfinished(desk).read_text("utf-8"))["routine"] == "morning-yoga"


def test_a_hangup_is_nothing_to_a_program_that_nohup_started(desk: Desk) -> None:
    program = desk.start(["nohup", *PROGRAM, "play", "morning-yoga"])
    desk.window("^Unbrace$")
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    program.send_signal(signal.SIGHUP)
    desk.keys("Escape")
    desk.wait_for(lambda: shows_the_end(desk), what="an answer to a key")
    desk.keys("ctrl+q")
    left_nothing_but(desk, program)


def test_the_windows_cross_pauses_and_the_next_start_shows_the_same_place(desk: Desk) -> None:
    """Reminders are on: the program goes on without its window; a second start brings it back."""
    program = start(desk, "play", "morning-yoga", "--speed", "2")
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    desk.keys("alt+F4")
    desk.wait_for(lambda: desk.windows("^Unbrace$") == [], what="the closing of the window")
    assert program.poll() is None
    before = json.loads(unfinished(desk).read_text("utf-8"))["elapsed"]
    second = desk.start(PROGRAM)
    desk.wait_for(lambda: second.poll() is not None, what="the end of the second start")
    assert second.returncode == 0
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    desk.keys("ctrl+q")
    left_nothing_but(desk, program)
    assert json.loads(unfinished(desk).read_text("utf-8"))["elapsed"] == before


def test_a_second_play_says_what_it_takes_the_place_of(desk: Desk) -> None:
    program = start(desk, "play", "morning-yoga", "--speed", "2")
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    desk.keys("space")
    second = desk.start([*PROGRAM, "play", "even-breath"])
    desk.wait_for(lambda: second.poll() is not None, what="the end of the second start")
    assert second.returncode == 0
    said = desk.log(second).strip()
    assert re.fullmatch(r"Morning yoga was playing at \d+:\d\d: its place is not kept\.", said)
    desk.keys("ctrl+q")
    left_nothing_but(desk, program)
    assert json.loads(unfinished(desk).read_text("utf-8"))["routine"] == "even-breath"


def test_a_kill_loses_five_seconds_at_the_most(desk: Desk) -> None:
    program = start(desk, "play", "morning-yoga")
    desk.wait_for(unfinished(desk).exists, what="the kept place")
    program.kill()
    program.wait()
    assert json.loads(unfinished(desk).read_text("utf-8"))["elapsed"] > 3
    assert desk.log(program) == ""


def test_shift_and_zero_is_ten_and_the_sheet_closes_with_its_own_key(desk: Desk) -> None:
    """Real keyboards type other signs with Shift, and press Shift before they do."""
    routine = desk.home / "rate.yaml"
    routine.write_text("name: Rate\nsteps:\n  - rate: How tight?\n", "utf-8")
    program = start(desk, "play", str(routine))
    desk.wait_for(lambda: shows_the_player(desk), what="the player")
    assert chosen(desk) == 0
    desk.keys("shift+0")
    ten = desk.wait_for(lambda: chosen(desk), what="a number")
    desk.keys("9")
    nine = desk.wait_for(lambda: at if (at := chosen(desk)) != ten else 0, what="another number")
    assert nine < ten, "there is none behind ten"
    before = screen(desk)
    desk.keys("question")
    desk.wait_for(lambda: screen(desk) != before, what="the sheet")
    desk.keys("question")
    desk.wait_for(lambda: screen(desk) == before, what="the player as it was")
    desk.keys("ctrl+q")
    left_nothing_but(desk, program)


def chosen(desk: Desk) -> int:
    """How far from the left the chosen number lies; 0 where none is: the others' ink is little."""
    found = [x for x, y in places(screen(desk), LIGHT.sage) if 250 < y < 550]
    return sum(found) // len(found) if len(found) > 600 else 0


def test_on_a_low_screen_the_window_is_no_higher_than_it() -> None:
    with Desk("1024x420") as low:
        low.start(PROGRAM)
        window = low.window("^Unbrace$")
        found = low.run("xdotool", "getwindowgeometry", "--shell", str(window))
        assert int(dict(line.split("=") for line in found.split())["HEIGHT"]) <= 420
