"""The pages in the whole window: what lasts and what does not, the way back, the keys."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.keep.paths import reminders_folder, settings_file
from desktop.look.keys_sheet import KeysSheet
from tests.pages.whole import Whole, look

Key = Qt.Key
Start = Callable[[], Whole]


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    """Opens the program, for a test that has set the stage."""
    opened: list[Whole] = []

    def begin() -> Whole:
        opened.append(Whole(qapp))
        return opened[-1]

    yield begin
    for each in opened:
        each.quit()


def newer_file() -> Path:
    """Settings of a version that this one does not know: they are never written over."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"version": 99}))
    return file


# ---------------------------------------------------------------- what lasts


def test_a_change_that_cannot_be_kept_says_so_where_it_is_made(start: Start) -> None:
    file = newer_file()
    whole = start()
    whole.go_to("Settings")
    whole.click(whole.one(QCheckBox, "Reminders on Sunday"))
    reason = f"It holds until you quit: {file} is of a newer version of Unbrace."
    assert f"Changed: hours of the reminders. {reason}" in whole.texts
    assert whole.one(QPushButton, "Undo: hours of the reminders").isEnabled()
    whole.go_to("Reminders")
    whole.click(whole.one(QCheckBox, "Posture"))
    assert f"Changed: Posture. {reason}" in whole.texts


def test_a_change_that_is_kept_says_no_more_than_that(start: Start) -> None:
    whole = start()
    whole.go_to("Reminders")
    whole.click(whole.one(QCheckBox, "Posture"))
    assert "Changed: Posture." in whole.texts


def test_a_switch_of_the_system_that_cannot_be_turned_has_nothing_to_take_back(
    start: Start, own_home: Path
) -> None:
    (own_home / "config" / "autostart").write_text("a file where a folder belongs")
    whole = start()
    whole.go_to("Settings")
    switch = whole.one(QCheckBox, "Start in the tray when I log in")
    whole.click(switch)
    assert not switch.isChecked()
    assert not any(text.startswith("Changed") for text in whole.texts)
    assert any(text.startswith("Starting at login could not") for text in whole.texts)


class Windows(QObject):
    """Everything that was shown as a window of its own."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.shown: list[QObject] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self.shown += [watched] if watched.isWindow() else []
        return False


@pytest.mark.parametrize("page", ["Reminders", "Settings"])
def test_no_part_of_a_page_is_a_window_for_a_moment(
    start: Start, page: str, qapp: QApplication
) -> None:
    whole = start()
    windows = Windows(qapp)
    whole.go_to(page)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


# ---------------------------------------------------------------- the way back


@pytest.mark.parametrize(
    ("page", "control", "change"),
    [
        ("Reminders", "Posture", "Posture"),
        ("Settings", "Reminders on Sunday", "hours of the reminders"),
    ],
)
def test_the_keyboard_goes_back_to_what_was_changed(
    start: Start, page: str, control: str, change: str
) -> None:
    whole = start()
    whole.go_to(page)
    switch = whole.one(QCheckBox, control)
    was_on = switch.isChecked()
    switch.setFocus()
    whole.keys(Key.Key_Space)
    whole.one(QPushButton, f"Undo: {change}").setFocus()
    whole.keys(Key.Key_Space)
    assert switch.isChecked() is was_on
    assert whole.focus == control


def test_nothing_moves_when_the_way_back_is_offered(start: Start) -> None:
    whole = start()
    whole.go_to("Reminders")
    (area,) = [each for each in whole.window.findChildren(QScrollArea) if each.isVisible()]
    before = area.geometry()
    whole.click(whole.one(QCheckBox, "After a long call"))
    assert whole.one(QPushButton, "Undo: After a long call").isVisible()
    assert area.geometry() == before


# ---------------------------------------------------------------- what was lost


def test_settings_that_could_not_be_read_are_told_of_once_with_their_path(start: Start) -> None:
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{no")
    whole = start()
    aside = file.with_name("settings.json.damaged-1")
    assert aside.exists()
    assert any(text.endswith(f"is kept as {aside}") for text in whole.texts)
    whole.click(whole.one(QPushButton, "Close"))
    whole.window.close()
    whole.front.show()
    look()
    assert not any(str(aside) in text for text in whole.texts)


# ---------------------------------------------------------------- keys and folders


@pytest.mark.parametrize(
    ("page", "has", "has_not"),
    [
        ("Routines", "start it", "take the last change back"),
        ("Reminders", "take the last change back", "start it"),
        ("Settings", "clear the search", "start it"),
    ],
)
def test_a_question_mark_lists_the_keys_of_the_page_that_is_shown(
    start: Start, page: str, has: str, has_not: str
) -> None:
    whole = start()
    whole.go_to(page)
    whole.window.show_keys()
    look()
    assert has in whole.texts
    assert has_not not in whole.texts
    (sheet,) = [each for each in whole.window.findChildren(KeysSheet) if each.isVisible()]
    (area,) = sheet.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0  # all of it is in sight


@pytest.mark.parametrize("keys", ["/", "Ctrl+F"])
def test_the_search_of_the_settings_is_reached_and_cleared_by_keys(start: Start, keys: str) -> None:
    whole = start()
    whole.go_to("Settings")
    if keys == "/":
        whole.keys(Key.Key_Slash)
    else:
        QTest.keyClick(whole.window.windowHandle(), Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert whole.focus == "Search the settings"
    search = whole.one(QLineEdit, "Search the settings")
    QTest.keyClicks(search, "dark")
    whole.keys(Key.Key_Escape)
    assert search.text() == ""
    assert whole.focus == "Search the settings"


def test_the_folder_of_the_reminders_is_made_and_its_path_is_said(start: Start) -> None:
    whole = start()
    whole.go_to("Reminders")
    whole.click(whole.one(QPushButton, "My reminders folder"))
    assert reminders_folder().is_dir()
    assert any(str(reminders_folder()) in text for text in whole.texts)


def test_a_narrow_window_says_what_is_next_and_pauses_too(start: Start) -> None:
    whole = start()
    whole.window.resize(500, 560)
    look()
    whole.click(whole.one(QPushButton, "Pause or resume the reminders"))
    assert whole.inside.companion.service.paused_until is not None
    assert any(text.startswith("Paused until") for text in whole.texts)
