"""The pages where there is little room: small windows, large text, many places to go to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from desktop.look.appearance import Appearance
from desktop.pages.routines.card_list import CardList
from desktop.pages.weeks.page import WeeksPage
from tests.pages.whole import Whole, look

Key = Qt.Key
LATER = ("Today", "Journal", "Weeks", "When to see someone")


@pytest.fixture
def whole(qapp: QApplication) -> Iterator[Whole]:
    whole = Whole(qapp)
    yield whole
    whole.quit()


def area_of(whole: Whole) -> QScrollArea:
    """What the page that is shown scrolls in."""
    assert whole.window.page is not None
    return whole.window.page.findChildren(QScrollArea)[0]


def bar_of(whole: Whole) -> QScrollBar:
    return area_of(whole).verticalScrollBar()


def in_sight(whole: Whole, widget: QWidget) -> bool:
    """Whether all of it is inside of what scrolls, or of the window."""
    area = area_of(whole)
    around = area.viewport() if area.isAncestorOf(widget) else whole.window
    at = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
    return around.rect().contains(at)


def title(whole: Whole, text: str) -> QLabel:
    assert whole.window.page is not None
    labels = whole.window.page.findChildren(QLabel)
    return next(each for each in labels if each.text() == text and each.isVisible())


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize("page", ["Settings", "Reminders"])
def test_page_keys_scroll_the_page_while_the_keyboard_is_at_the_side(
    whole: Whole, page: str
) -> None:
    whole.go_to(page)
    whole.one(QPushButton, page).setFocus()
    bar = bar_of(whole)
    whole.keys(Key.Key_PageDown)
    assert bar.value() > 0
    whole.keys(Key.Key_PageUp)
    assert bar.value() == 0
    end = bar.maximum()  # the page may become a line longer once the sound is known
    whole.keys(Key.Key_End)
    assert bar.value() >= end > 0
    whole.keys(Key.Key_Home)
    assert bar.value() == 0
    assert whole.focus == page


def test_end_goes_to_the_end_from_a_switch_of_the_page_too(whole: Whole) -> None:
    whole.go_to("Settings")
    whole.one(QCheckBox, "Reminders on Sunday").setFocus()
    end = bar_of(whole).maximum()  # the page may become a line longer once the sound is known
    whole.keys(Key.Key_End)
    assert bar_of(whole).value() >= end > 0


def test_down_leads_from_the_search_to_the_first_setting_found(whole: Whole) -> None:
    whole.go_to("Settings")
    whole.keys(Key.Key_Slash)
    QTest.keyClicks(whole.one(QLineEdit, "Search the settings"), "contrast")
    look()
    whole.keys(Key.Key_Down)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.accessibleName() == "Contrast: As the system"
    assert in_sight(whole, focus)


# ---------------------------------------------------------------- height


@pytest.mark.parametrize("page", ["Settings", "Reminders"])
def test_the_head_scrolls_away_only_where_there_is_little_height(whole: Whole, page: str) -> None:
    for height, stays in ((900, True), (500, False), (900, True)):
        whole.window.resize(1120, height)
        look()
        whole.go_to(page)
        whole.keys(Key.Key_End)
        assert in_sight(whole, title(whole, page)) is stays


def test_the_search_keeps_the_keyboard_while_its_head_begins_to_scroll(whole: Whole) -> None:
    whole.go_to("Settings")
    whole.keys(Key.Key_Slash)
    whole.window.resize(1120, 500)
    look()
    assert whole.focus == "Search the settings"
    bar_of(whole).setValue(bar_of(whole).maximum())
    whole.keys(Key.Key_Slash)
    assert in_sight(whole, whole.one(QLineEdit, "Search the settings"))


def test_in_a_low_window_the_cards_scroll_with_their_head_and_arrows_bring_each_into_sight(
    whole: Whole,
) -> None:
    whole.go_to("Routines")
    cards = whole.window.findChildren(CardList)[0]
    for height in (900, 500):
        whole.window.resize(800, height)
        look()
        whole.keys(Key.Key_Home)
        assert in_sight(whole, title(whole, "Routines"))
        for _ in range(cards.card_model.rowCount()):
            whole.keys(Key.Key_Right)
            shown = cards.visualRect(cards.currentIndex())
            at = QRect(cards.viewport().mapTo(whole.window, shown.topLeft()), shown.size())
            assert whole.window.rect().contains(at.center())
        whole.keys(Key.Key_End)
        assert in_sight(whole, title(whole, "Routines")) is (height == 900)


def test_page_keys_scroll_the_cards_of_a_low_window_by_what_is_seen(whole: Whole) -> None:
    whole.window.resize(800, 500)
    look()
    whole.keys(Key.Key_PageDown)
    assert 0 < bar_of(whole).value() < bar_of(whole).maximum()


def test_in_a_low_window_the_line_that_takes_back_takes_room_only_while_it_is_there(
    whole: Whole,
) -> None:
    whole.window.resize(1120, 500)
    whole.go_to("Reminders")
    before = area_of(whole).height()
    switch = whole.one(QCheckBox, "After a long call")
    whole.click(switch)
    undo = whole.one(QPushButton, "Undo: After a long call")
    assert in_sight(whole, undo)
    assert area_of(whole).height() < before
    whole.click(undo)
    assert area_of(whole).height() == before


def test_large_text_leaves_a_low_window_most_of_its_height_for_the_page(whole: Whole) -> None:
    whole.front.app.theme.choose(Appearance(text_scale=2.0))
    whole.window.resize(1280, 720)
    look()
    whole.go_to("Settings")
    assert whole.window.height() == 720
    assert area_of(whole).height() > 720 * 0.6


# ---------------------------------------------------------------- places


def more(whole: Whole) -> dict[str, bool]:
    """What the menu of the flat side offers, and whether one can choose it."""
    whole.click(whole.one(QPushButton, "More places, my folder, quit"))
    (menu,) = [each for each in whole.window.findChildren(QMenu) if each.isVisible()]
    found = {each.text(): each.isEnabled() for each in menu.actions() if each.text()}
    menu.close()
    return found


def test_a_narrow_window_has_every_place_and_the_folder_in_a_row_or_a_menu(whole: Whole) -> None:
    whole.window.resize(500, 700)
    look()
    row = {each.text() for each in whole.window.side.findChildren(QPushButton) if each.isVisible()}
    offered = more(whole)
    assert {"Routines", "Reminders", "Settings", *LATER} <= row | offered.keys()
    assert not row & offered.keys()
    assert offered["My routines folder"]
    assert offered["Quit"]


def test_a_place_chosen_in_the_menu_stands_in_the_row_then(whole: Whole) -> None:
    whole.window.resize(500, 700)
    look()
    whole.click(whole.one(QPushButton, "More places, my folder, quit"))
    (menu,) = [each for each in whole.window.findChildren(QMenu) if each.isVisible()]
    next(each for each in menu.actions() if each.text() == "Weeks").trigger()
    menu.close()
    look()
    assert isinstance(whole.window.page, WeeksPage)
    assert whole.one(QPushButton, "Weeks").isChecked()


def test_what_comes_next_is_in_the_menu_where_the_window_is_low_too(whole: Whole) -> None:
    whole.window.resize(500, 700)
    look()
    assert whole.one(QPushButton, "Pause or resume the reminders").isVisible()
    assert "Pause for an hour" not in more(whole)
    whole.window.resize(500, 500)
    look()
    assert more(whole)["Pause for an hour"]


def test_beside_a_low_page_the_places_scroll_and_tab_brings_each_into_sight(whole: Whole) -> None:
    whole.window.resize(1280, 480)
    look()
    side = whole.window.side
    (area,) = side.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    whole.one(QPushButton, "Routines").setFocus()
    for _ in range(20):
        whole.keys(Key.Key_Tab)
        if whole.focus == "Quit":
            break
    button = whole.one(QPushButton, "Quit")
    at = QRect(button.mapTo(area.viewport(), QPoint(0, 0)), button.size())
    assert area.viewport().rect().contains(at)
    assert all(each.width() >= each.sizeHint().width() for each in side.findChildren(QPushButton))
