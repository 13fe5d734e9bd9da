"""The pages of when to see someone where there is little room, large text or high contrast."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.appearance import Appearance, Contrast, Movement, Scheme
from desktop.look.keys_sheet import KeyLine
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.pages.journal.page import KEY_LINES as JOURNAL_KEYS
from desktop.pages.reminders.page import KEY_LINES as REMINDER_KEYS
from desktop.pages.safety.along import AlongPage
from desktop.pages.safety.card import ConcernCard
from desktop.pages.safety.first import FirstPage
from desktop.pages.safety.page import SafetyPage
from desktop.pages.safety.shown import Help
from desktop.pages.settings.page import KEY_LINES as SETTINGS_KEYS
from desktop.pages.today.page import KEY_LINES as TODAY_KEYS
from desktop.pages.weeks.page import KEY_LINES as WEEKS_KEYS
from desktop.past.watch import QUESTIONS, Advice, Concern, Persisting
from desktop.words.help_lines import help_lines

HELP = Help(help_lines("CH"), "CH", "Dr Ahmed, 020 7946 0123, every day from eight to six")
DAY = date(2026, 3, 2)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    font = QFont(qapp.font())
    theme = Theme(qapp)
    yield theme
    theme.choose(Appearance())
    theme.deleteLater()
    qapp.setFont(font)


def safety(theme: Theme) -> QWidget:
    page = SafetyPage(theme)
    page.show_help(HELP)
    return page


def first(theme: Theme) -> QWidget:
    page = FirstPage(theme)
    page.show_help(HELP)
    return page


def along(theme: Theme) -> QWidget:
    page = AlongPage(theme)
    page.say("Saved as /a/rather/long/path/to/a/folder/unbrace-2026-03-02.pdf")
    return page


def card(theme: Theme) -> QWidget:
    inner = QWidget()
    column = QVBoxLayout(inner)
    found = ConcernCard(theme)
    column.addWidget(found)
    column.addStretch(1)
    page = scrolling(inner)
    found.show_concern(Concern((Persisting("pain", 14, DAY),), QUESTIONS, Advice.ASK))
    return page


def cut(page: QWidget) -> list[str]:
    """The words that are not all there: too low for their lines, or out of the page."""
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.height()
        right = label.mapTo(page, QPoint(label.width(), 0)).x()
        if label.height() < needed or right > page.width():
            found.append(label.text())
    for button in page.findChildren(QPushButton):
        right = button.mapTo(page, QPoint(button.width(), 0)).x()
        if button.isVisible() and right > page.width():
            found.append(button.text())
    return found


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    # A window is never as narrow as a phone with text twice as large.
    [(1120, 760, 1.0), (480, 860, 1.0), (1120, 760, 2.0), (900, 480, 2.0)],
)
@pytest.mark.parametrize("make", [safety, first, along, card])
def test_no_word_is_cut(
    qtbot: QtBot,
    theme: Theme,
    make: Callable[[Theme], QWidget],
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.choose(Appearance(Scheme.DARK, Contrast.HIGH, scale, Movement.FULL))
    page = make(theme)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    for _ in range(5):
        QApplication.processEvents()
    assert cut(page) == []
    (area, *_) = [page] if isinstance(page, QScrollArea) else page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_text_that_grows_while_the_page_is_seen_is_not_cut(qtbot: QtBot, theme: Theme) -> None:
    page = safety(theme)
    qtbot.addWidget(page)
    page.resize(1120, 760)
    page.show()
    theme.choose(Appearance(text_scale=2.0))
    for _ in range(5):
        QApplication.processEvents()
    assert cut(page) == []


def test_the_check_for_cut_words_can_fail(qtbot: QtBot, theme: Theme) -> None:
    page = safety(theme)
    qtbot.addWidget(page)
    page.resize(1120, 760)
    page.show()
    label = next(each for each in page.findChildren(QLabel) if each.isVisible())
    label.setFixedHeight(5)
    QApplication.processEvents()
    assert cut(page) == [label.text()]


@pytest.mark.parametrize(
    "lines", [TODAY_KEYS, REMINDER_KEYS, JOURNAL_KEYS, WEEKS_KEYS, SETTINGS_KEYS]
)
def test_the_keys_of_each_page_name_the_one_for_help(lines: tuple[KeyLine, ...]) -> None:
    assert "F1" in {line.key for line in lines}
