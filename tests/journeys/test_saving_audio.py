"""Save as audio: a name is given, a real child renders, the page says where it is."""

import os
import signal
from pathlib import Path

import pytest
import soundfile
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.journeys.person import Key, Person
from tests.system.mocks import need

SHORT = "name: Short\nsteps:\n  - say: Hello there.\n    for: 4s\n  - hold: Chin in\n    for: 6s\n"
LONG = "name: Long\nsteps:\n  - breathe: Slowly\n    for: 60m\n    pattern: 4-0-6-0\n"
SAVE = "Save as audio …"


@pytest.fixture
def reader(person: Person) -> Person:
    """Somebody who has opened the page of a short routine."""
    person.keep("short.yaml", SHORT)
    person.keep("long.yaml", LONG)
    person.begin()
    look_at(person, "short")
    return person


def look_at(person: Person, routine: str) -> None:
    person.app.routines.details_wanted.emit(routine)
    person.look()


def save_as(person: Person, path: Path) -> None:
    person.button(SAVE).setFocus()
    person.press(Key.Key_Space)
    (dialog,) = person.app.window.findChildren(QFileDialog)
    assert not dialog.isModal()
    assert dialog.selectedFiles()[0].endswith(".ogg")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    person.app.window.activateWindow()
    person.look()


def wait_to_see(person: Person, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: person.sees(text), timeout=20_000)


def test_it_is_saved_and_the_page_says_where(reader: Person, tmp_path: Path, qtbot: QtBot) -> None:
    need("espeak-ng", "espeak-ng")
    target = tmp_path / "short.mp3"
    save_as(reader, target)
    assert reader.sees("Saving Short as audio: 0\u00a0%")
    assert not reader.sees(SAVE), "one at a time"
    wait_to_see(reader, qtbot, f"Saved as {target}: 15 s.")
    assert not reader.sees("Rendered without voice")
    assert float(soundfile.info(target).duration) == pytest.approx(15, abs=0.05)
    assert reader.sees(SAVE)
    reader.click_button("Close")
    assert not reader.sees("Saved as")


def test_the_chosen_minutes_count(reader: Person, tmp_path: Path, qtbot: QtBot) -> None:
    look_at(reader, "body-scan")
    reader.choice.setCurrentIndex(reader.choice.findText("I have 5 min"))
    save_as(reader, tmp_path / "scan.ogg")
    wait_to_see(reader, qtbot, "scan.ogg: 5 min.")


def test_a_saving_can_be_cancelled_and_leaves_nothing(
    reader: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "audio"
    folder.mkdir()
    (folder / "long.wav").write_bytes(b"old")
    look_at(reader, "long")
    save_as(reader, folder / "long.wav")
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 2, timeout=20_000)
    assert reader.sees("Saving Long as audio")
    assert reader.focus is reader.button("Cancel")
    reader.press(Key.Key_Space)
    qtbot.waitUntil(lambda: not reader.app.saving.is_under_way, timeout=20_000)
    assert not reader.sees("Saving Long")
    assert [each.name for each in folder.iterdir()] == ["long.wav"]
    assert (folder / "long.wav").read_bytes() == b"old"
    assert reader.focus is reader.button(SAVE)
    assert reader.sees(SAVE)


def test_a_child_that_is_killed_is_told_and_leaves_nothing(
    reader: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "audio"
    folder.mkdir()
    look_at(reader, "long")
    save_as(reader, folder / "long.wav")
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 1, timeout=20_000)
    (half,) = folder.iterdir()
    os.kill(int(half.name.split("-")[1].split(".")[0]), signal.SIGKILL)
    wait_to_see(reader, qtbot, "It could not be saved: the helper has ended.")
    assert list(folder.iterdir()) == []


def test_what_cannot_be_written_is_said(reader: Person, tmp_path: Path, qtbot: QtBot) -> None:
    save_as(reader, tmp_path / "none" / "x.ogg")
    wait_to_see(reader, qtbot, "x.ogg cannot be written: No such file or directory")


def test_the_window_plays_on_meanwhile(reader: Person, tmp_path: Path, qtbot: QtBot) -> None:
    save_as(reader, tmp_path / "x.wav")
    reader.press(Key.Key_Escape)
    look_at(reader, "short")
    reader.click_button("Start")
    reader.wait(2)
    assert reader.app.player.elapsed == pytest.approx(2)
    qtbot.waitUntil(lambda: not reader.app.saving.is_under_way, timeout=20_000)


def test_a_program_that_cannot_be_started_is_told(
    reader: Person, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.saving_audio.child_command", lambda _: ("/no/such/program",))
    save_as(reader, tmp_path / "x.ogg")
    wait_to_see(reader, qtbot, "It could not be saved: the helper has ended.")
