"""The desk itself: a test that stands on it must be able to believe it."""

import os
import sys
from pathlib import Path

import pytest

from tests.desk import Desk, DeskError, wait_for

# A window that prints each key it gets and each click.
PROBE = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
class Probe(QLineEdit):
    def keyPressEvent(self, event): super().keyPressEvent(event); print("text", self.text())
    def mousePressEvent(self, event): print("clicked")
app = QApplication(sys.argv)
probe = Probe(); probe.setWindowTitle("probe"); probe.resize(400, 300); probe.move(100, 100)
probe.show(); app.exec()
"""


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_program_gets_keys_text_and_clicks_and_is_seen(tmp_path: Path) -> None:
    with Desk() as desk:
        probe = desk.start([sys.executable, "-c", PROBE])
        window = desk.window("^probe$")
        desk.run("xdotool", "windowfocus", "--sync", str(window))
        desk.type("hallo")
        desk.keys("BackSpace")
        desk.wait_for(lambda: "text hall\n" in desk.log(probe).split("text hallo\n")[-1])
        desk.click(300, 250)
        desk.wait_for(lambda: "clicked" in desk.log(probe))
        picture = desk.screenshot(tmp_path / "screen.png")
        size = desk.run("identify", "-format", "%w %h %k", str(picture)).split()
    assert size[:2] == ["1280", "800"]
    assert int(size[2]) > 2, "the screen shows more than its background"


def test_leaving_ends_every_program_and_its_children_and_removes_the_folder() -> None:
    with Desk() as desk:
        parent = desk.start(["sh", "-c", "sleep 1000 & echo $!; wait"])
        child = int(wait_for(lambda: desk.log(parent)))
        started = [program.process.pid for program in desk._programs]
        assert len(started) == 4
    wait_for(lambda: not any(alive(pid) for pid in [*started, child]), what="their end")
    assert not desk.folder.exists()


def test_a_program_that_will_not_end_is_made_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.desk.END_SECONDS", 0.2)
    with Desk() as desk:
        stubborn = desk.start(["sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"])
        wait_for(lambda: desk.log(stubborn))
    assert stubborn.returncode == -9


def test_a_program_gets_nothing_of_this_machines_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNBRACE_STRAY", "1")
    with Desk() as desk:
        env = desk.run("env")
        assert "UNBRACE_STRAY" not in env
        assert f"HOME={desk.folder}" in env
        listed = desk.run(
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
            "org.freedesktop.DBus.ListActivatableNames",
        )  # fmt: skip
    assert listed.count("string") == 1, "the bus would start no service but itself"


def test_a_failure_carries_the_last_lines_of_every_program() -> None:
    with pytest.raises(DeskError, match="did not come") as failure:
        fail_on_a_desk()
    assert "something went wrong" in "".join(failure.value.__notes__)


def fail_on_a_desk() -> None:
    with Desk() as desk:
        program = desk.start(["sh", "-c", "echo something went wrong"])
        assert program.wait(10) == 0
        desk.wait_for(lambda: False, seconds=0.1)


def test_a_failed_command_says_why() -> None:
    with Desk() as desk, pytest.raises(DeskError, match="cannot access"):
        desk.run("ls", "/no/such/place")


def test_two_desks_stand_side_by_side() -> None:
    with Desk() as one, Desk(size="800x600") as other:
        assert one.env["DISPLAY"] != other.env["DISPLAY"]
        assert other.run("xdotool", "getdisplaygeometry").split() == ["800", "600"]


def test_a_desk_that_cannot_start_leaves_nothing() -> None:
    desk = Desk(size="nonsense")
    with pytest.raises(DeskError, match="Xvfb"), desk:
        pass
    assert not desk.folder.exists()
