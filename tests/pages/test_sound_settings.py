"""Sound and voice on the settings page: each control, what is found, and why something is not."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSlider
from pytestqt.qtbot import QtBot

from desktop.pages.settings.values import SoundValue
from desktop.sound.messages import Devices, Engine, Trouble, Voices
from desktop.sound.model import Bell
from tests.pages.speaker import DEVICES, VOICES
from tests.pages.test_settings_page import VALUES, Key, Page, page, spoken, theme

__all__ = ["page", "theme"]  # fixtures


def show(page: Page, **sound: Any) -> None:
    page.widget.show_values(replace(VALUES, sound=SoundValue(**sound)))


def box(page: Page, name: str) -> QComboBox:
    found = page.named(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def offered(page: Page, name: str) -> list[str]:
    return [box(page, name).itemText(row) for row in range(box(page, name).count())]


# ---------------------------------------------------------------- what is set


@pytest.mark.parametrize(
    ("switch", "told"),
    [
        ("Sound while I practise", ("mute", True)),
        ("A sound of paper when a note comes", ("note_sound", True)),
        ("Music and films give way", ("pause_music", True)),
        ("Count repetitions aloud", ("count_reps", True)),
        ("How much it says: Names only", ("talk", "names")),
        ("How much it says: Nothing", ("talk", "nothing")),
    ],
)
def test_a_switch_tells_what_is_kept(page: Page, switch: str, told: tuple[str, object]) -> None:
    page.press(switch)
    assert page.told == [told]


@pytest.mark.parametrize(
    ("slider", "key", "before"),
    [
        ("Volume of the bells", "bells_volume", 70),
        ("Volume of the breath", "swell_volume", 40),
        ("Volume of the voice", "voice_volume", 90),
        ("How fast it speaks", "voice_rate", 100),
    ],
)
def test_an_arrow_moves_a_slider_by_five_and_its_number_with_it(
    page: Page, slider: str, key: str, before: int
) -> None:
    page.named(QSlider, f"{slider} in percent").setFocus()
    page.keys(Key.Key_Right)
    assert page.told == [(key, before + 5)]
    assert f"{before + 5} %" in page.texts


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_moves_a_slider_only_with_the_keyboard_on_it(page: Page, focused: bool) -> None:
    slider = page.named(QSlider, "Volume of the bells in percent")
    slider.setFocus() if focused else slider.clearFocus()
    place, none = QPointF(slider.rect().center()), Qt.KeyboardModifier.NoModifier
    turn, phase = QPoint(0, 120), Qt.ScrollPhase.NoScrollPhase
    at, button = slider.mapToGlobal(place), Qt.MouseButton.NoButton
    event = QWheelEvent(place, at, QPoint(), turn, button, none, phase, False)
    QCoreApplication.sendEvent(slider, event)
    assert bool(page.told) is focused


def test_a_slider_that_is_dragged_shows_its_number_and_tells_once(page: Page) -> None:
    slider = page.named(QSlider, "Volume of the bells in percent")
    assert isinstance(slider, QSlider)
    slider.setSliderDown(True)
    for value in (60, 33, 20):
        slider.setSliderPosition(value)
        assert f"{value} %" in page.texts
    assert page.told == []
    slider.setSliderDown(False)
    assert page.told == [("bells_volume", 20)]


# ---------------------------------------------------------------- what is tried


def test_each_bell_can_be_heard(page: Page) -> None:
    struck: list[Bell] = []
    page.widget.bell_wanted.connect(struck.append)
    names = [
        spoken(each)
        for each in page.widget.findChildren(QAbstractButton)
        if spoken(each).startswith("Hear: ")
    ]
    for name in names:
        page.press(name)
    assert set(struck) == set(Bell)
    assert len(struck) == len(Bell)


def test_the_voice_can_be_tried(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.widget.voice_wanted):
        page.press("Try the voice")


@pytest.mark.parametrize("sound", [{"mute": True}, {"here": False}])
def test_nothing_is_tried_where_nothing_would_be_heard(page: Page, sound: dict[str, bool]) -> None:
    show(page, **sound)
    assert not page.named(QAbstractButton, "Hear: Begin").isEnabled()
    assert not page.named(QAbstractButton, "Try the voice").isEnabled()
    says = "Sound is switched off above." if "mute" in sound else "There is nothing here that "
    assert any(text.startswith(says) for text in page.texts)


# ---------------------------------------------------------------- what there is


def test_devices_are_offered_once_they_are_found(page: Page) -> None:
    assert "Looking for sound devices …" in page.texts
    page.widget.show_devices(DEVICES)
    assert "Looking for sound devices …" not in page.texts
    assert offered(page, "Where it comes out") == ["As the system", "Built-in Audio", "Headphones"]
    box(page, "Where it comes out").setFocus()
    page.keys(Key.Key_Down)
    assert page.told == [("sound_device", "one")]


def test_a_device_that_was_chosen_and_is_gone_says_so(page: Page) -> None:
    show(page, sound_device="three")
    assert box(page, "Where it comes out").currentText() == "three"
    page.widget.show_devices(DEVICES)
    assert box(page, "Where it comes out").currentText() == "three, not here now"
    page.widget.show_devices(Devices(()))
    assert "No sound device is found here." in page.texts


def test_the_best_engine_is_named_and_what_is_missing_with_its_package(page: Page) -> None:
    page.widget.show_voices(VOICES)
    names = ["The best there is: espeak-ng", "espeak-ng", "The Mac's voice"]
    assert offered(page, "Who speaks") == names
    assert "Hibari is not installed: the package unbrace[voice] brings it." in page.texts
    box(page, "Who speaks").setFocus()
    page.keys(Key.Key_Down)
    assert page.told == [("voice_engine", "espeak-ng")]


def test_the_voices_are_those_of_the_engine_that_speaks_english_ones_first(page: Page) -> None:
    page.widget.show_voices(VOICES)
    voices = ["By the language of the text", "English (Great Britain) (en-GB)", "German (de)"]
    assert offered(page, "With which voice") == voices
    box(page, "With which voice").setFocus()
    page.keys(Key.Key_Down)
    assert page.told == [("voice", "en-gb")]
    show(page, voice_engine="say")
    assert offered(page, "With which voice") == voices[:1]


def test_without_any_engine_there_is_nothing_to_try_and_it_says_what_to_install(
    page: Page,
) -> None:
    engine = Engine("espeak-ng", "espeak-ng", here=False, package="espeak-ng")
    page.widget.show_voices(Voices((engine,)))
    (text,) = [each for each in page.texts if each.startswith("There is no voice here yet.")]
    assert "the package espeak-ng brings it" in text
    assert not page.named(QAbstractButton, "Try the voice").isEnabled()


@pytest.mark.parametrize("trouble", [Trouble.NO_OUTPUT, Trouble.NO_BELLS, Trouble.VOICE_HANGS])
def test_what_is_not_heard_is_said_and_taken_back(page: Page, trouble: Trouble) -> None:
    page.widget.show_unheard(trouble, "It hangs.")
    assert page.texts.count("It hangs.") == 1
    page.widget.show_unheard(None, "")
    assert "It hangs." not in page.texts


# ---------------------------------------------------------------- the search


@pytest.mark.parametrize("word", ["sound", "voice", "bell", "volume", "mute", "music"])
def test_the_search_finds_it(page: Page, word: str) -> None:
    page.search(word)
    assert {"Sound", "The voice"} & set(page.texts)
    assert "Bedtime" not in page.texts
    QApplication.processEvents()


def test_all_that_was_kept_is_shown(page: Page) -> None:
    show(page, bells_volume=5, talk="names", count_reps=True, pause_music=True)
    names = ("How much it says: Names only", "Count repetitions aloud", "Music and films give way")
    for name in names:
        switch = page.named(QAbstractButton, name)
        assert isinstance(switch, QAbstractButton)
        assert switch.isChecked()
    assert "5 %" in page.texts
    assert page.told == [], "showing is no change"
