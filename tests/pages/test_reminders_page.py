"""The reminders page: each wish by keys and mouse, broken files, the pauses, the way back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QScrollArea,
    QWidget,
)

from desktop.look.theme import Theme
from desktop.look.time_box import TimeBox
from desktop.pages.reminders.page import RemindersPage
from desktop.pages.reminders.rows import ReminderRow
from desktop.tray.state import PauseFor
from routines.reminders.model import EVERY_DAY, Hours, Style, Weekday

Key = Qt.Key
MOVE = ReminderRow("move", "Movement & more", "Two minutes on your feet.", on=True, every="1h")
TEA = ReminderRow(
    "tea",
    "Tea",
    on=True,
    at=(time(10, 30), time(15)),
    days=EVERY_DAY[:5],
    hours=(Hours(time(9), time(12)),),
)
BROKEN = ReminderRow(
    "bad", "Bad", problems=("bad.yaml:2:8  No.", "bad.yaml:3:1  No either."), comes=False
)


class Page:
    """The page as a person has it: shown, with what it has told."""

    def __init__(self, theme: Theme) -> None:
        self.widget = RemindersPage(theme)
        self.told: list[Any] = []
        self.widget.wished.connect(lambda *wish: self.told.append(wish))
        self.widget.pause_wanted.connect(lambda length: self.told.append((length,)))
        self.widget.resume_wanted.connect(lambda: self.told.append(("resume",)))
        self.widget.open_wanted.connect(lambda name: self.told.append(("open", name)))
        self.widget.undo_wanted.connect(lambda: self.told.append(("undo",)))
        self.widget.show_rows((MOVE, TEA, BROKEN))
        self.widget.show_next("Movement in 38 min", paused=False)
        self.widget.resize(860, 900)
        self.widget.show()
        self.widget.activateWindow()
        QApplication.processEvents()

    def named(self, kind: type[QWidget], name: str) -> QWidget:
        found = [each for each in self.widget.findChildren(kind) if each.isVisible()]
        (one,) = [each for each in found if said(each) == name]
        return one

    def press(self, name: str) -> None:
        button = self.named(QAbstractButton, name)
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        QApplication.processEvents()

    @property
    def texts(self) -> list[str]:
        labels = [each for each in self.widget.findChildren(QLabel) if each.isVisible()]
        return [each.text() for each in labels]


def said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()


@pytest.fixture
def page(theme: Theme) -> Iterator[Page]:
    page = Page(theme)
    yield page
    page.widget.close()
    page.widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_reminder_is_switched_off(page: Page) -> None:
    page.press("Movement & more")
    assert page.told == [("move", "on", False)]
    assert "Movement & more" in page.texts, "as it was typed"


def test_the_interval_and_the_style_are_chosen(page: Page) -> None:
    for name, wish, value in (
        ("How often Movement & more comes", "every", "1h30m"),
        ("How Movement & more shows itself", "style", "notification"),
    ):
        QTest.keyClick(page.named(QComboBox, name), Key.Key_Down)
        assert page.told[-1] == ("move", wish, value)


def test_times_of_day_are_changed_added_and_removed_to_the_last(page: Page) -> None:
    box = page.named(TimeBox, "Tea at")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(box, "1145")
    QTest.keyClick(box, Key.Key_Return)
    assert page.told[-1] == ("tea", "at", ("11:45", "15:00"))
    page.press("Add a time: Tea")
    assert page.told[-1] == ("tea", "at", ("11:45", "15:00", "17:00"))
    page.press("Remove 15:00: Tea (2)")
    page.press("Remove 11:45: Tea")
    assert page.told[-1] == ("tea", "at", ("17:00",))
    crosses = [each for each in page.widget.findChildren(QAbstractButton) if each.text() == "×"]
    assert not any(each.isVisible() for each in crosses), "one stays"


def test_days_and_hours_unfold_and_are_changed(page: Page) -> None:
    page.press("Days and hours of Tea: Monday to Friday, 09:00–12:00")
    page.press("Tea: Wednesday")
    assert page.told[-1] == ("tea", "days", ("mon", "tue", "thu", "fri"))
    page.press("Remove 09:00–12:00: Tea")
    assert page.told[-1] == ("tea", "between", ())
    page.named(QAbstractButton, "Days and hours of Tea: Mon, Tue, Thu, Fri, all day")


def test_one_day_at_least_stays(page: Page) -> None:
    page.widget.show_rows((MOVE, replace(TEA, days=(Weekday.WED,)), BROKEN))
    page.press("Days and hours of Tea: Wed, 09:00–12:00")
    page.press("Tea: Wednesday")
    assert page.told == []
    assert "One day at least. To have none, switch the reminder off." in page.texts


def test_a_broken_file_has_no_switch_but_says_what_is_wrong_and_where(page: Page) -> None:
    assert set(BROKEN.problems) <= set(page.texts)
    page.press("Open the file of Bad")
    assert page.told == [("open", "bad")]
    names = [said(each) for each in page.widget.findChildren(QAbstractButton) if each.isVisible()]
    assert [name for name in names if "Bad" in name] == ["Open the file of Bad"]


def test_a_file_that_breaks_keeps_its_switch_and_says_what_is_wrong(page: Page) -> None:
    page.widget.show_rows((replace(MOVE, problems=("move.yaml:4:1  No.",)), TEA, BROKEN))
    QApplication.processEvents()
    assert "move.yaml:4:1  No." in page.texts
    assert "Its file needs a look. The last good version comes." in page.texts
    page.press("Open the file of Movement & more")
    page.press("Movement & more")
    assert page.told == [("open", "move"), ("move", "on", False)]


def test_another_state_is_shown_without_taking_the_keyboard(page: Page) -> None:
    page.press("Movement & more")
    focus = QApplication.focusWidget()
    page.widget.show_rows((replace(MOVE, on=False, style=Style.QUIET), TEA, BROKEN))
    assert QApplication.focusWidget() is focus
    style = page.named(QComboBox, "How Movement & more shows itself")
    assert isinstance(style, QComboBox)
    assert style.currentData() == "quiet"
    assert page.told == [("move", "on", False)], "showing tells nothing"


def test_a_mended_file_gets_its_switch_in_its_place(page: Page) -> None:
    page.widget.show_rows((replace(BROKEN, problems=(), comes=True, every="1h"), MOVE))
    QApplication.processEvents()
    tops = [
        page.named(QAbstractButton, name).mapTo(page.widget, QPoint()).y()
        for name in ("Bad", "Movement & more")
    ]
    assert tops == sorted(tops)
    assert "Tea" not in page.texts


def test_the_pauses_are_in_a_menu_and_so_is_their_end(page: Page) -> None:
    menu = page.widget.findChild(QMenu)
    assert isinstance(menu, QMenu)
    for action in menu.actions():
        action.trigger()
    assert page.told == [(PauseFor.HALF_HOUR,), (PauseFor.HOUR,), (PauseFor.TOMORROW,)]
    page.widget.show_next("Paused until 15:00", paused=True)
    menu.actions()[-1].trigger()
    assert page.told[-1] == ("resume",)


def test_a_change_can_be_taken_back(page: Page) -> None:
    page.widget.show_change("Tea")
    page.press("Undo: Tea")
    assert page.told == [("undo",)]


def test_the_search_of_the_settings_can_lead_to_one(page: Page) -> None:
    page.widget.go_to("tea")
    assert QApplication.focusWidget() is page.named(QAbstractButton, "Tea")


@pytest.mark.parametrize("width", [480, 860])
def test_nothing_is_cut_off_at_the_side(page: Page, width: int) -> None:
    page.press("Days and hours of Tea: Monday to Friday, 09:00–12:00")
    page.widget.resize(width, 700)
    QApplication.processEvents()
    (area,) = page.widget.findChildren(QScrollArea)
    inner = area.widget()
    assert inner is not None
    assert page.widget.width() == width
    assert inner.width() <= area.viewport().width()
