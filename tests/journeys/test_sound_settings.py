"""Somebody sets the sound in the whole window: what is kept, what sounds, and the way back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from desktop.keep.paths import settings_file
from desktop.sound.model import Bell
from desktop.sound.speaker import Speaker
from routines.clock import SystemClock
from tests.pages.speaker import DEVICES, VOICES, RecordingSpeaker
from tests.pages.whole import Whole, look

Key = Qt.Key
ENTRY = "morning-yoga"


@pytest.fixture
def owner() -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


@pytest.fixture
def speaker(owner: QObject) -> RecordingSpeaker:
    return RecordingSpeaker(owner)


@pytest.fixture
def whole(qapp: QApplication, speaker: RecordingSpeaker) -> Iterator[Whole]:
    whole = Whole(qapp, find_speaker=lambda: speaker)
    yield whole
    whole.quit()


def kept() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(settings_file().read_text("utf-8"))
    return found


def test_devices_and_voices_are_asked_for_whenever_the_page_is_opened_and_not_before(
    whole: Whole, speaker: RecordingSpeaker
) -> None:
    assert speaker.asked == []
    whole.go_to("Settings")
    assert speaker.asked == ["devices?", "voices?"]
    whole.go_to("Reminders")
    whole.go_to("Settings")
    assert speaker.asked == ["devices?", "voices?"] * 2


def test_a_bell_is_set_softer_tried_and_set_back(whole: Whole, speaker: RecordingSpeaker) -> None:
    whole.go_to("Settings")
    whole.one(QSlider, "Volume of the bells in percent").setFocus()
    whole.keys(Key.Key_Left, Key.Key_Left)
    assert kept()["bells_volume"] == 60
    assert speaker.wishes.bells == pytest.approx(0.6)
    whole.one(QPushButton, "Hear: Half way").click()
    assert speaker.asked[-1] is Bell.HALFWAY
    whole.one(QPushButton, "Undo: volume of the bells").click()
    look()
    assert kept()["bells_volume"] == 65
    assert speaker.wishes.bells == pytest.approx(0.65)
    assert whole.one(QSlider, "Volume of the bells in percent").value() == 65


def test_another_engine_forgets_the_voice_of_the_last_and_one_undo_brings_both_back(
    whole: Whole, speaker: RecordingSpeaker
) -> None:
    whole.go_to("Settings")
    speaker.voices_found.emit(VOICES)
    speaker.devices_found.emit(DEVICES)
    whole.one(QComboBox, "With which voice").setFocus()
    whole.keys(Key.Key_Down)
    assert (kept()["voice_engine"], kept()["voice"]) == ("", "en-gb")
    whole.one(QComboBox, "Who speaks").setFocus()
    whole.keys(Key.Key_Down)
    assert (kept()["voice_engine"], kept()["voice"]) == ("espeak-ng", "")
    assert speaker.wishes.engine == "espeak-ng"
    whole.one(QPushButton, "Undo: who speaks").click()
    assert (kept()["voice_engine"], kept()["voice"]) == ("", "en-gb")


def test_the_voice_is_tried_with_a_step_of_the_routine_played_last(
    whole: Whole, speaker: RecordingSpeaker
) -> None:
    library = whole.inside.library
    entry = library.entry("body-scan")
    assert entry is not None
    library.remember(replace(library.settings, last_routine="body-scan"))
    whole.go_to("Settings")
    whole.one(QPushButton, "Try the voice").click()
    said = str(speaker.asked[-1])
    assert said.split(".", maxsplit=1)[0] in entry.path.read_text("utf-8").replace("\n", " ")


def test_a_routine_that_waits_follows_what_is_chosen_meanwhile(whole: Whole) -> None:
    entry = whole.inside.library.entry(ENTRY)
    assert entry is not None
    whole.front.play(entry, 0, 1.0)
    assert "V for a voice" in buttons(whole)
    whole.front.toggle_playing()
    whole.front._pages._settings.show()  # as from the tray: the routine stays open
    look()
    whole.one(QPushButton, "How much it says: Everything").click()
    assert "V voice on" in buttons(whole)


def buttons(whole: Whole) -> list[str]:
    return [each.text() for each in whole.window.findChildren(QAbstractButton)]


def test_the_real_sound_process_tells_which_voices_there_are(
    qapp: QApplication, owner: QObject, qtbot: QtBot
) -> None:
    speaker = Speaker(SystemClock(), owner)
    whole = Whole(qapp, find_speaker=lambda: speaker)
    try:
        assert not speaker.is_running
        whole.go_to("Settings")
        assert "Looking for voices …" in whole.texts
        qtbot.waitUntil(lambda: "Looking for voices …" not in whole.texts, timeout=15_000)
        qtbot.waitUntil(lambda: "Looking for sound devices …" not in whole.texts, timeout=15_000)
        assert whole.one(QComboBox, "Who speaks").count() >= 1
    finally:
        whole.quit()
        speaker.close()
        qtbot.waitUntil(lambda: not speaker.findChildren(QProcess), timeout=15_000)


def test_a_window_without_anything_that_sounds_says_so(qapp: QApplication) -> None:
    whole = Whole(qapp)
    try:
        whole.go_to("Settings")
        assert "There is nothing here that could sound." in whole.texts
        assert not whole.one(QPushButton, "Hear: Begin").isEnabled()
    finally:
        whole.quit()
