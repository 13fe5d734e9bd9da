"""The page of the weeks before a real history: days off and back, what is new, pictures on disk."""

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QWidget,
)

from desktop.keep.history.model import DayOff, Ending, Off, Run
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.pages.weeks.page import WeeksPage
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.weeks_wiring import WeeksWiring
from desktop.window import MainWindow
from routines.clock import ManualClock
from routines.lookup import Folders
from tests.pages.weeks_past import NOON, TODAY


class Seen:
    """A window with the page in it."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.theme = Theme(application)
        self.window = MainWindow(self.theme)
        clock = ManualClock(NOON)
        self.remembering = Remembering(folder / "history.sqlite3", clock, lambda: time(4))
        library = Library(Folders(user=folder), SettingsFile(folder / "settings.json"))
        past = Past(self.window, self.theme, library, self.remembering, clock)
        self.wiring = WeeksWiring(past)
        self.remembering.add(Run("0" * 32, "scan", "Scan", NOON, 600, 600, Ending.FINISHED))
        self.window.resize(1120, 760)
        self.window.show()
        self.window.activateWindow()
        self.wiring.show()
        look()

    @property
    def page(self) -> WeeksPage:
        assert isinstance(self.window.page, WeeksPage)
        return self.window.page

    @property
    def texts(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]

    def press(self, name: str) -> None:
        (button,) = [
            each
            for each in self.window.findChildren(QAbstractButton)
            if each.isVisible() and name in (each.accessibleName(), each.text())
        ]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        look()

    @property
    def off(self) -> list[tuple[str, DayOff]]:
        return [(each.day, each.why) for each in self.remembering.history.off_days()]

    def close(self) -> None:
        self.remembering.close()
        for thing in (self.window, self.remembering, self.theme):
            thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def look() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def seen(qapp: QApplication, tmp_path: Path) -> Iterator[Seen]:
    style, font = qapp.styleSheet(), qapp.font()
    seen = Seen(qapp, tmp_path)
    yield seen
    seen.close()
    qapp.setStyleSheet(style)
    qapp.setFont(font)


def test_the_page_opens_with_the_keyboard_on_today(seen: Seen) -> None:
    assert seen.page.year.map.hasFocus()
    assert "Scan (10 min)." in seen.texts


def test_a_day_is_marked_changed_taken_back_and_undone(seen: Seen) -> None:
    day = TODAY - timedelta(days=1)
    seen.page.year.map.choose(day)
    words = "Wednesday, 4 March 2026"
    seen.press(f"Sick: {words}")
    assert seen.off == [("2026-03-04", DayOff.SICK)]
    seen.press(f"Holiday: {words}")
    assert seen.off == [("2026-03-04", DayOff.HOLIDAY)]
    assert "Holiday." in seen.texts
    seen.press(f"Holiday: {words}")
    assert seen.off == []
    for expected in ([DayOff.HOLIDAY], [DayOff.SICK], [], []):
        QTest.keyClick(seen.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        look()
        assert [why for _, why in seen.off] == expected


def test_two_marks_of_a_merged_history_are_taken_back_together(seen: Seen) -> None:
    for identity in ("a" * 32, "b" * 32):
        seen.remembering.add(Off(identity, TODAY.isoformat(), DayOff.SICK))
    look()
    seen.press("Sick: Thursday, 5 March 2026")
    assert seen.off == []
    seen.press("Undo: mark of 5 March 2026")
    assert len(seen.off) == 2


def test_what_is_new_is_shown_while_the_page_is_seen(seen: Seen) -> None:
    seen.remembering.add(Run("1" * 32, "band", "Band", NOON, 60, 120, Ending.FINISHED))
    look()
    assert any("Band (2 min)" in text for text in seen.texts)
    other = QWidget()
    seen.window.add_page(other)
    seen.window.show_page(other)
    page = seen.window.findChildren(WeeksPage)[0]
    shown: list[object] = []
    page.show_values = shown.append  # type: ignore[method-assign,assignment]  # to see whether it is asked
    seen.remembering.add(Run("2" * 32, "band", "Band", NOON, 60, 120, Ending.FINISHED))
    look()
    assert shown == []


def test_another_range_is_shown_and_kept(seen: Seen) -> None:
    box = seen.page._range
    QTest.keyClick(box, Qt.Key.Key_Down)
    look()
    seen.wiring.show()
    assert box.currentText() == "The last year"


@pytest.mark.parametrize("name", ["year.svg", "year.png", "year.PNG"])
def test_a_picture_is_saved_by_its_ending_and_said(seen: Seen, tmp_path: Path, name: str) -> None:
    seen.press("Save as picture: The last year, day by day")
    (dialog,) = seen.window.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("year-2026-03-05.svg")
    target = tmp_path / name
    dialog.fileSelected.emit(str(target))
    dialog.close()
    look()
    start = target.read_bytes()[:5]
    assert start == (b"<?xml" if name.endswith("svg") else b"\x89PNG\r")
    assert f"Saved: {target}" in seen.texts


@pytest.mark.parametrize("place", ["full.svg/file/name.svg", "full.svg"])
def test_a_picture_that_cannot_be_saved_is_a_clear_word(
    seen: Seen, tmp_path: Path, place: str
) -> None:
    (tmp_path / "full.svg").mkdir()
    (tmp_path / "full.svg" / "file").touch()
    seen.press("Save as picture: The last year, day by day")
    (dialog,) = seen.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / place))
    dialog.close()
    look()
    assert any(text.startswith("The picture could not be saved as") for text in seen.texts)
    assert [each.name for each in (tmp_path / "full.svg").iterdir()] == ["file"]
