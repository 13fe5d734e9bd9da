"""Earlier answers in sight on later steps."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.player.faces.earlier import EarlierView, shortened

LONG = "I keep thinking of the call and what they said about the plan. " * 12


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(theme, QEvent.Type.DeferredDelete)


def shown(qtbot: QtBot, theme: Theme, *earlier: tuple[str, str]) -> tuple[QWidget, EarlierView]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    view = EarlierView(theme, earlier)
    column.addWidget(view)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    window.resize(480, 600)
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    return window, view


def texts(view: EarlierView) -> list[str]:
    return [each.text() for each in view.findChildren(QLabel) if each.isVisible()]


def test_lines_are_shortened_at_a_word() -> None:
    def by_ten(text: str) -> int:
        return -(-len(text) // 10)

    assert shortened("short", 3, by_ten) == "short"
    short = shortened("one two three four five six seven eight", 2, by_ten)
    assert short == "one two three …"
    assert by_ten(short) <= 2


def test_answers_stand_in_their_order_with_what_was_asked(qtbot: QtBot, theme: Theme) -> None:
    _, view = shown(
        qtbot, theme, ("The thought", "They laugh."), ("Why?", " <b>x</b> "), ("No", " ")
    )
    assert texts(view) == ["So far", "The thought: They laugh.", "Why? <b>x</b>"]
    labels = view.findChildren(QLabel)
    assert {each.textFormat() for each in labels} == {Qt.TextFormat.PlainText}


def test_there_is_nothing_to_see_without_answers(qtbot: QtBot, theme: Theme) -> None:
    window, view = shown(qtbot, theme)
    assert not view.isVisible()
    view.show_earlier((("The thought", "They laugh."),))
    assert view.isVisible()
    view.show_earlier(())
    assert not view.isVisible()
    assert window.isVisible()


def test_a_long_answer_takes_three_lines_until_more_is_wanted(qtbot: QtBot, theme: Theme) -> None:
    window, view = shown(qtbot, theme, ("The thought", LONG))
    (label,) = [each for each in view.findChildren(QLabel) if each.text().startswith("The thought")]
    assert label.text().endswith("…")
    assert label.height() <= 3.5 * label.fontMetrics().lineSpacing()
    assert label.accessibleName() == f"The thought: {LONG.strip()}"
    (field,) = window.findChildren(QLineEdit)
    field.setFocus()
    (more,) = view.findChildren(QPushButton)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert label.text() == f"The thought: {LONG.strip()}"
    assert more.text() == "Less"
    assert field.hasFocus()  # one goes on writing
    assert view.height() < 300  # the rest scrolls


def test_more_can_be_had_by_keys(qtbot: QtBot, theme: Theme) -> None:
    _, view = shown(qtbot, theme, ("The thought", LONG))
    (more,) = view.findChildren(QPushButton)
    assert more.accessibleName() == "All of: The thought"
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert more.isChecked()
