"""The note on a real screen: answered by a real pointer while another window has the keyboard."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk, Process

ROOT = Path(__file__).parents[2]

# A window that prints what has been typed into it, and that shows where the keyboard is.
TYPING = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication(sys.argv)
edit = QLineEdit()
edit.textChanged.connect(lambda text: print("typed", text, flush=True))
edit.setWindowTitle("typing"); edit.setGeometry(80, 80, 500, 400)
if "large" in sys.argv: edit.showMaximized()
else: edit.show()
app.focusWindowChanged.connect(lambda window: print("focus", bool(window), flush=True))
app.exec()
"""


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


def start_typing(desk: Desk, *options: str) -> Process:
    typing = desk.start([sys.executable, "-c", TYPING, *options])
    desk.run("xdotool", "windowfocus", "--sync", str(desk.window("^typing$")))
    return typing


def show_note(desk: Desk, **wish: object) -> Process:
    """Starts the note's program and waits until the note has come."""
    command = [sys.executable, "-m", "tests.reminders.note_program", json.dumps(wish)]
    note = desk.start(command, PYTHONPATH=str(ROOT))
    desk.window("^Posture$")
    desk.wait_for(lambda: "part Skip" in desk.log(note), what="the note's buttons")
    return note


def place_of(desk: Desk, note: Process, part: str) -> tuple[int, int]:
    """Where a button of the note is, by what its program last said."""
    found = re.findall(rf"^part {re.escape(part)} at (\d+) (\d+)$", desk.log(note), re.MULTILINE)
    x, y = found[-1]
    return int(x), int(y)


def press(desk: Desk, note: Process, part: str) -> None:
    desk.click(*place_of(desk, note, part))


def says(desk: Desk, note: Process, line: str) -> None:
    desk.wait_for(lambda: line in desk.log(note).splitlines(), what=repr(line))


def typed(desk: Desk, typing: Process, text: str) -> None:
    desk.wait_for(lambda: f"typed {text}" in desk.log(typing).splitlines(), what=repr(text))


def test_one_types_on_while_a_note_comes_is_dragged_and_answered(desk: Desk) -> None:
    typing = start_typing(desk)
    desk.type("one ")
    note = show_note(desk)
    desk.type("two ")
    typed(desk, typing, "one two ")
    press(desk, note, "Later")
    desk.type("three ")
    typed(desk, typing, "one two three ")
    grip = place_of(desk, note, "Skip")
    desk.run(
        "xdotool", "mousemove", str(grip[0] + 20), str(grip[1] - 60), "mousedown", "1",
        "mousemove_relative", "--", "-80", "-50", "mousemove_relative", "--", "-120", "-50",
        "mouseup", "1",
    )  # fmt: skip
    says(desk, note, "placed screen bottom-right 204 104")
    desk.type("four ")
    typed(desk, typing, "one two three four ")
    x, y = place_of(desk, note, "Again in 15 minutes")
    answer = "answered posture-1 LATER 15"

    def answered() -> bool:
        """Pressed again while the note still takes it for the second half of a double click."""
        if answer not in desk.log(note):
            desk.click(x - 200, y - 100)
        return answer in desk.log(note)

    desk.wait_for(answered, what=answer)
    desk.type("five")
    typed(desk, typing, "one two three four five")
    assert "focus False" not in desk.log(typing), "the keyboard never left the window"
    desk.wait_for(lambda: not desk.windows("^Posture$"), what="the end of the note")


@pytest.mark.parametrize(("part", "answer"), [("Start · 1 min", "START"), ("Skip", "SKIP")])
def test_a_click_answers_over_a_maximised_window_that_keeps_the_keyboard(
    desk: Desk, part: str, answer: str
) -> None:
    typing = start_typing(desk, "large")
    note = show_note(desk, move=True, after=1000)
    press(desk, note, part)
    says(desk, note, f"answered posture-1 {answer} 0")
    desk.type("on")
    typed(desk, typing, "on")
    assert "focus False" not in desk.log(typing)


def test_it_folds_itself_away(desk: Desk) -> None:
    note = show_note(desk, seconds=0.5)
    says(desk, note, "answered posture-1 IGNORED 0")
    desk.wait_for(lambda: not desk.windows("^Posture$"), what="the end of the note")


def geometry(desk: Desk) -> tuple[int, int, int, int]:
    """The note's place and size on the screen."""
    lines = desk.run("xdotool", "getwindowgeometry", "--shell", str(desk.window("^Posture$")))
    values = dict(line.split("=") for line in lines.split())
    return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])


def test_unplugging_its_monitor_brings_it_to_another(desk: Desk) -> None:
    desk.run("xrandr", "--setmonitor", "left", "640/200x800/200+0+0", "screen")
    desk.run("xrandr", "--setmonitor", "right", "640/200x800/200+640+0", "none")
    note = show_note(desk, place=["right", "top-left"])
    desk.wait_for(lambda: geometry(desk)[:2] == (644, 4), what="the note on the right")
    desk.run("xrandr", "--delmonitor", "right")
    says(desk, note, "unplugged right")
    desk.wait_for(lambda: geometry(desk)[:2] == (4, 4), what="the note on the left")
    desk.run("xrandr", "--setmonitor", "right", "640/200x800/200+640+0", "none")
    desk.wait_for(lambda: geometry(desk)[:2] == (644, 4), what="the note back on the right")


def test_it_lies_beside_a_panel(desk: Desk) -> None:
    panel = desk.start(["trayer", "--edge", "bottom", "--SetPartialStrut", "true", "--height", "40",
                        "--widthtype", "percent", "--width", "100"])  # fmt: skip
    desk.window("^panel$")
    show_note(desk)
    _, y, _, height = geometry(desk)
    assert panel.poll() is None
    assert y + height <= 760


def colors_at(desk: Desk, folder: Path, *points: tuple[int, int]) -> list[str]:
    picture = desk.screenshot(folder / "screen.png")
    return [
        desk.run("convert", str(picture), "-format", f"%[hex:p{{{x},{y}}}]", "info:")[:6].lower()
        for x, y in points
    ]


def test_its_surroundings_are_seen_through_its_shadow(desk: Desk, tmp_path: Path) -> None:
    """With a compositor. The corner of its window is not a black corner."""
    desk.start(["picom", "--backend", "xrender", "--config", "/dev/null"])
    start_typing(desk, "large")
    ground = colors_at(desk, tmp_path, (640, 200))[0]
    show_note(desk)
    x, y, _, _ = geometry(desk)
    corner, paper = colors_at(desk, tmp_path, (x + 1, y + 1), (x + 60, y + 60))
    assert corner == ground
    assert paper != ground


def test_without_a_compositor_there_is_no_black_frame(desk: Desk, tmp_path: Path) -> None:
    start_typing(desk, "large")
    ground = colors_at(desk, tmp_path, (640, 200))[0]
    show_note(desk)
    x, y, width, height = geometry(desk)
    found = colors_at(
        desk, tmp_path, (x + 10, y + 10), (x + width - 10, y + height - 10), (x + 60, y + 60)
    )
    assert found[:2] == [ground, ground]
    assert found[2] != ground
