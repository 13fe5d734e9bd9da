"""A low window with large text, and the keyboard somewhere beside the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QStyle

from desktop.look.appearance import Appearance
from desktop.look.keys_sheet import KeysSheet
from desktop.look.notice import Notice
from desktop.look.theme import Theme
from desktop.pages.routines.card_list import CardList
from desktop.window import MainWindow
from tests.pages.whole import Whole, look

Key = Qt.Key
SILENT = "Nothing is heard: there is no sound device. Everything can be seen as usual."


@pytest.fixture
def whole(qapp: QApplication) -> Iterator[Whole]:
    whole = Whole(qapp)
    whole.go_to("Routines")
    yield whole
    whole.quit()


@pytest.fixture
def large(whole: Whole) -> Whole:
    whole.front.app.theme.choose(Appearance(text_scale=2.0))
    whole.window.resize(900, 500)
    look()
    return whole


def in_sight(whole: Whole, widget: QLabel | QLineEdit) -> bool:
    at = QRect(widget.mapTo(whole.window, QPoint(0, 0)), widget.size())
    return whole.window.rect().contains(at) and not widget.visibleRegion().isEmpty()


# ---------------------------------------------------------------- Esc on a routine's page


@pytest.mark.parametrize("place", ["Routines", "Reminders", "Settings"])
def test_escape_leads_back_from_a_routine_with_the_keyboard_at_the_side_too(
    whole: Whole, place: str
) -> None:
    whole.keys(Key.Key_Space)
    whole.one(QPushButton, place).setFocus()
    whole.keys(Key.Key_Escape)
    assert whole.front.app.routines.isVisible()
    assert whole.focus == "Routines", "the keyboard is back with the cards"


def test_escape_puts_the_sheet_of_keys_away_before_it_leads_back(whole: Whole) -> None:
    whole.keys(Key.Key_Space)
    whole.one(QPushButton, "Reminders").setFocus()
    whole.window.show_keys()
    look()
    whole.keys(Key.Key_Escape)
    assert not any(each.isVisible() for each in whole.window.findChildren(KeysSheet))
    assert whole.front.app.detail.isVisible()
    whole.keys(Key.Key_Escape)
    assert whole.front.app.routines.isVisible()


# ---------------------------------------------------------------- the first card


def test_large_text_in_a_low_window_begins_at_the_head(large: Whole) -> None:
    page = large.front.app.routines
    for _ in range(2):
        heading = next(each for each in page.findChildren(QLabel) if each.text() == "Routines")
        assert in_sight(large, heading)
        assert in_sight(large, large.one(QLineEdit, "Search the routines"))
        large.keys(Key.Key_Space)  # its page, and back
        large.keys(Key.Key_Escape)


def test_a_card_further_down_is_brought_into_sight_there_nonetheless(large: Whole) -> None:
    (area,) = large.front.app.routines.findChildren(QScrollArea)
    cards = large.window.findChildren(CardList)[0]
    large.keys(Key.Key_Down, Key.Key_Down)
    assert cards.currentIndex().row() > 0
    assert area.verticalScrollBar().value() > 0
    large.keys(Key.Key_Up, Key.Key_Up)
    assert cards.currentIndex().row() == 0
    top = cards.visualRect(cards.currentIndex()).topLeft()
    at = cards.viewport().mapTo(area.viewport(), top).y()
    assert 0 <= at < area.viewport().height(), "somebody went to it: it is to be seen"


def test_down_from_the_search_brings_the_first_card_into_sight(large: Whole) -> None:
    (area,) = large.front.app.routines.findChildren(QScrollArea)
    large.keys(Key.Key_Slash, Key.Key_Down)
    assert area.verticalScrollBar().value() > 0


# ---------------------------------------------------------------- a notice


def notice_text(whole: Whole) -> QLabel:
    bar = whole.window.findChildren(Notice)[0]
    return next(each for each in bar.findChildren(QLabel) if each.isVisible())


def test_a_notice_takes_one_line_of_a_low_window_and_is_whole_in_its_tip(large: Whole) -> None:
    large.window.say(SILENT)
    look()
    label = notice_text(large)
    assert large.window.findChildren(Notice)[0].height() < large.window.height() / 6
    assert label.text().endswith("…")
    assert SILENT in label.toolTip()
    assert label.accessibleName() == SILENT
    large.window.take_back(SILENT)
    assert not label.isVisible()


def test_the_notice_of_a_low_window_is_whole_for_who_goes_there_and_where_there_is_room(
    large: Whole,
) -> None:
    large.window.say(SILENT)
    look()
    label = notice_text(large)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    look()
    assert label.text() == SILENT, "it is to be selected as a whole"
    large.window.side.setFocus()
    label.clearFocus()
    look()
    assert label.text().endswith("…")
    large.front.app.theme.choose(Appearance(text_scale=1.0))
    large.window.resize(900, 700)
    look()
    assert label.text() == SILENT
    assert label.toolTip() == ""


# ---------------------------------------------------------------- a low screen


class LowScreen:
    """A screen as of a small netbook; none is here."""

    def availableSize(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(860, 420)


def test_no_size_of_text_makes_the_window_higher_or_wider_than_the_screen(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole.window, "screen", LowScreen)
    for scale in (2.0, 1.0):
        whole.front.app.theme.choose(Appearance(text_scale=scale))
        look()
        least = whole.window.minimumSize()
        frame = whole.window.frameGeometry().size() - whole.window.size()
        assert frame.height() > 0
        assert least.height() <= 420 - frame.height(), "the title bar has to be seen too"
        assert least.width() <= 860 - frame.width()


def test_a_window_that_has_no_title_bar_yet_leaves_room_for_one(qapp: QApplication) -> None:
    theme = Theme(qapp)
    window = MainWindow(theme)
    bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    assert bar > 0
    assert window.room().height() == qapp.primaryScreen().availableSize().height() - bar
    window.deleteLater()
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
