"""The page Today by keys and mouse: starting, rating, looking at days, and what stays in place."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from desktop.look.theme import Theme
from desktop.pages.today.page import TodayPage
from desktop.pages.today.shown import DayShown, Mark, Offer, TodayShown, WeekShown

Key = Qt.Key
YOGA = Offer("yoga", "Morning yoga", "10 min · floor", "It is morning")
BREATH = Offer("breath", "Even breath", "4 min · anywhere", "Can be done at the desk")
CALL = Offer("call", "Breathe before a call", "70 s", "What you did last")
DAYS = tuple(
    DayShown(label, f"{label}: 12 min", Mark.DONE if number % 2 else Mark.OPEN)
    for number, label in enumerate(("Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon"))
)
USUAL = TodayShown("Monday, 2 March", (YOGA, BREATH, CALL), "", WeekShown("3 of 7", DAYS))


class Page:
    """The page as a person has it: shown, with what it has told."""

    def __init__(self, theme: Theme) -> None:
        self.widget = TodayPage(theme)
        self.told: list[Any] = []
        page = self.widget
        page.start_wanted.connect(lambda routine: self.told.append(("start", routine)))
        page.rated.connect(lambda *rating: self.told.append(rating))
        page.undo_wanted.connect(lambda: self.told.append("undo"))
        page.go_on_wanted.connect(lambda: self.told.append("go on"))
        page.let_go_wanted.connect(lambda: self.told.append("let go"))
        page.pause_toggled.connect(lambda: self.told.append("pause"))
        page.weeks_wanted.connect(lambda: self.told.append("weeks"))
        page.show_today(USUAL)
        page.show_next("Posture at 9:42", paused=False)
        page.resize(860, 900)
        page.show()
        page.activateWindow()
        page.take_keyboard()
        QApplication.processEvents()

    def press(self, *keys: Key | str) -> None:
        """Press keys one after the other, on whatever has the keyboard."""
        for key in keys:
            focus: QWidget | None = self.widget.focusWidget()
            QTest.keyClick(focus or self.widget, key)  # type: ignore[arg-type]  # a character, too
            QApplication.processEvents()

    def one(self, name: str) -> QWidget:
        found = [each for each in self.widget.findChildren(QWidget) if each.isVisible()]
        (one,) = [each for each in found if said(each) == name]
        return one

    def click(self, name: str) -> None:
        QTest.mouseClick(self.one(name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    @property
    def focus(self) -> str:
        return said(self.widget.focusWidget())

    @property
    def texts(self) -> list[str]:
        labels = [each for each in self.widget.findChildren(QLabel) if each.isVisible()]
        return [each.text() for each in labels if each.text()]


def said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@pytest.fixture
def page(qapp: QApplication) -> Iterator[Page]:
    theme = Theme(qapp)
    page = Page(theme)
    yield page
    page.widget.close()
    page.widget.deleteLater()
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ---------------------------------------------------------------- what fits now


def test_enter_starts_what_fits_best(page: Page) -> None:
    page.press(Key.Key_Return)
    assert page.told == [("start", "yoga")]


def test_the_smaller_ones_start_by_keys_and_by_mouse(page: Page) -> None:
    page.press(Key.Key_Tab, Key.Key_Return)
    page.click("Start Breathe before a call")
    assert page.told == [("start", "breath"), ("start", "call")]


def test_a_screen_reader_hears_the_reason_and_the_length(page: Page) -> None:
    start = page.one("Start Morning yoga")
    assert start.accessibleDescription() == "It is morning. 10 min · floor"


def test_another_suggestion_takes_the_place_and_leaves_the_keyboard_where_it_is(page: Page) -> None:
    start = page.widget.focusWidget()
    page.widget.show_today(replace(USUAL, offers=(BREATH,)))
    QApplication.processEvents()
    assert page.widget.focusWidget() is start
    assert "Morning yoga" not in page.texts
    page.press(Key.Key_Return)
    assert page.told == [("start", "breath")]


def test_without_any_routine_the_page_says_so_and_enter_does_nothing(page: Page) -> None:
    page.widget.show_today(replace(USUAL, offers=()))
    QApplication.processEvents()
    assert "No routine can play now." in page.texts
    page.widget.setFocus()
    page.press(Key.Key_Return)
    assert not any(each[0] == "start" for each in page.told)


def test_a_routine_that_waits_can_be_gone_on_with_or_let_go(page: Page) -> None:
    assert "Go on" not in [
        said(each) for each in page.widget.findChildren(QPushButton) if each.isVisible()
    ]
    page.widget.show_today(replace(USUAL, waiting="Body scan is waiting for you at 3:20."))
    QApplication.processEvents()
    assert "Body scan is waiting for you at 3:20." in page.texts
    page.click("Go on")
    page.click("Let it go")
    assert page.told == ["go on", "let go"]
    page.widget.show_today(USUAL)
    assert page.focus == "Start Morning yoga"


# ---------------------------------------------------------------- how is it now


def test_a_digit_and_enter_keep_a_rating_from_anywhere(page: Page) -> None:
    page.press("6", Key.Key_Return)
    assert page.told == [("tension", 6, ())]
    assert page.focus == "Start Morning yoga"


def test_nothing_is_kept_before_the_person_says_so(page: Page) -> None:
    page.click("6 of 10")
    assert page.told == []
    page.click("Keep")
    assert page.told == [("tension", 6, ())]


def test_ten_is_one_and_nought(page: Page) -> None:
    page.press("1", "0", Key.Key_Return)
    assert page.told == [("tension", 10, ())]


def test_t_leads_to_the_numbers_and_arrows_change_them(page: Page) -> None:
    page.press(Key.Key_T)
    assert page.focus == "0 of 10"
    page.press("4", Key.Key_Right, Key.Key_Return)
    assert page.told == [("tension", 5, ())]


def test_a_digit_of_a_shortcut_rates_nothing(page: Page) -> None:
    QTest.keyClick(page.widget.focusWidget(), Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page.press(Key.Key_Return)
    assert page.told == [("start", "yoga")]


def test_escape_leaves_the_rating_and_gives_the_keyboard_back(page: Page) -> None:
    page.press("6", Key.Key_Escape)
    assert page.focus == "Start Morning yoga"
    page.press(Key.Key_Return)
    assert page.told == [("start", "yoga")]


def test_where_it_is_can_be_said_by_keys_alone(page: Page) -> None:
    page.press("6", Key.Key_Tab, Key.Key_Tab)
    while page.focus != "Where is it?":
        page.press(Key.Key_Tab)
    page.press(Key.Key_Return, Key.Key_Tab, Key.Key_Tab)
    assert isinstance(page.widget.focusWidget(), QCheckBox)  # after "Leave it"
    while page.focus != "neck":
        page.press(Key.Key_Down)
    page.press(Key.Key_Space, Key.Key_Return)
    assert page.told == [("tension", 6, ("neck",))]


def test_areas_of_one_rating_are_not_those_of_the_next(page: Page) -> None:
    page.press("6")
    page.click("Where is it?")
    QTest.keyClick(page.one("neck"), Key.Key_Space)
    page.click("Keep")
    page.press("5")
    page.click("Where is it?")
    page.click("Keep")
    assert page.told == [("tension", 6, ("neck",)), ("tension", 5, ())]


def test_another_scale_is_behind_a_small_choice_and_only_for_once(page: Page) -> None:
    page.click("Tension: choose what to rate")
    menu = next(each for each in page.widget.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text() == "Mood").trigger()
    menu.close()
    QApplication.processEvents()
    assert "How is your mood right now?" in page.texts
    page.press("7")
    assert not [
        each
        for each in page.widget.findChildren(QPushButton)
        if each.isVisible() and said(each) == "Where is it?"
    ]
    page.press(Key.Key_Return)
    assert page.told == [("mood", 7, ())]
    assert "How tense is it right now?" in page.texts


def test_what_was_kept_can_be_taken_back(page: Page) -> None:
    QTest.keyClick(page.widget, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.told == []
    page.widget.show_kept("Kept: tension 6.")
    QApplication.processEvents()
    page.click("Undo: Kept: tension 6.")
    QTest.keyClick(page.widget, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.told == ["undo", "undo"]
    page.widget.show_kept("")
    assert "Kept: tension 6." not in page.texts


def test_the_body_map_is_whole_in_a_narrow_window(page: Page) -> None:
    page.widget.resize(480, 700)
    page.press("6")
    page.click("Where is it?")
    body = page.one("Body map")
    card = body.parentWidget()
    assert isinstance(card, QFrame)
    assert body.x() >= 0
    assert body.geometry().right() <= card.width() <= 480
    assert all(
        each.parentWidget() is not body or body.rect().contains(each.geometry())
        for each in body.findChildren(QCheckBox)
    )


# ---------------------------------------------------------------- the week


def test_each_day_tells_itself_to_keyboard_mouse_and_screen_reader(page: Page) -> None:
    last = page.one("Mon: 12 min")
    assert "Mon: 12 min" in last.toolTip()
    while page.focus != "Mon: 12 min":
        page.press(Key.Key_Tab)
    assert "Mon: 12 min" in page.texts
    page.press(Key.Key_Left)
    assert page.focus == "Sun: 12 min"
    assert "Sun: 12 min" in page.texts
    page.press(Key.Key_Home, Key.Key_Left)
    assert page.focus == "Tue: 12 min"


def test_on_the_first_day_words_stand_where_the_dots_will_be(page: Page) -> None:
    page.widget.show_today(replace(USUAL, week=None))
    QApplication.processEvents()
    assert any(text.startswith("Welcome.") for text in page.texts)
    assert "3 of 7" not in page.texts
    assert "Tue" not in page.texts
    page.widget.show_today(USUAL)
    QApplication.processEvents()
    assert not any(text.startswith("Welcome.") for text in page.texts)
    page.click("Weeks")
    assert page.told == ["weeks"]


# ---------------------------------------------------------------- the rest


def test_the_next_reminder_can_be_paused_and_goes_away_where_there_is_none(page: Page) -> None:
    page.click("Reminders: Pause for an hour")
    page.widget.show_next("Paused until 10:00", paused=True)
    page.click("Reminders: Resume")
    assert page.told == ["pause", "pause"]
    page.widget.show_next("", paused=False)
    assert "Next reminder" not in page.texts


def test_trouble_is_said_as_long_as_it_lasts(page: Page) -> None:
    page.widget.show_trouble("Nothing is kept: the disk is full.")
    assert "Nothing is kept: the disk is full." in page.texts
    page.widget.show_trouble("")
    assert "Nothing is kept: the disk is full." not in page.texts


def test_a_quiet_card_has_its_place_below_what_fits_now(page: Page) -> None:
    card = QPushButton("Show this to someone")
    page.widget.show_card(card)
    QApplication.processEvents()
    below = card.mapTo(page.widget, QPoint(0, 0)).y()
    start = page.one("Start Morning yoga")
    assert start.mapTo(page.widget, QPoint(0, 0)).y() < below
    page.widget.show_card(None)
    assert not card.isVisible()
    card.deleteLater()


def test_tab_leads_through_the_page_as_it_is_seen_and_round_again(page: Page) -> None:
    way = []
    while page.focus not in way:
        way.append(page.focus)
        page.press(Key.Key_Tab)
    assert way == [
        "Start Morning yoga",
        "Start Even breath",
        "Start Breathe before a call",
        "Tension: choose what to rate",
        "0 of 10",
        "Weeks",
        "Mon: 12 min",
        "Reminders: Pause for an hour",
    ]


def test_everything_one_can_act_on_has_a_name(page: Page) -> None:
    buttons = [each for each in page.widget.findChildren(QAbstractButton) if each.isVisible()]
    assert buttons
    assert all(said(each) for each in buttons)
