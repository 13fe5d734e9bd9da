"""A paper is as high as its text, at any width and size of text."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.pages.journal.paper import Paper

TEXTS = (
    "",
    "One line.",
    "Shoulders by my ears all morning; I only saw it when the kettle clicked. " * 5,
    "a\n\nb\n" * 4,
    "anunbreakablewordthatislongerthananylinecanbe" * 6,
    "日本語の長い文章は空白なしで折り返される。" * 9 + "🙂" * 40,
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    font = QFont(qapp.font())
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(theme, QEvent.Type.DeferredDelete)
    qapp.setFont(font)


def look() -> None:
    for _ in range(3):
        QApplication.processEvents()


def show(qtbot: QtBot, theme: Theme, *texts: str) -> tuple[QWidget, list[Paper]]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    papers = [Paper(theme) for _ in texts]
    for paper, text in zip(papers, texts, strict=True):
        paper.read(text)
        column.addWidget(paper)
    column.addStretch(1)
    window.resize(600, 9000)
    window.show()
    look()
    return window, papers


def all_is_seen(paper: Paper) -> bool:
    block, height = paper.document().begin(), 0.0
    while block.isValid():
        height += paper.blockBoundingRect(block).height()
        block = block.next()
    spare = paper.viewport().height() - height
    no_more = 2 * paper.fontMetrics().lineSpacing()
    return paper.verticalScrollBar().maximum() == 0 and 0 <= spare < no_more


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_of_a_text_is_seen_at_any_width(qtbot: QtBot, theme: Theme, scale: float) -> None:
    window, papers = show(qtbot, theme, *TEXTS)
    theme.choose(replace(theme.appearance, text_scale=scale))
    for width in (600, 337, 900, 338, 250):
        window.resize(width, 9000)
        look()
        assert [all_is_seen(paper) for paper in papers] == [True] * len(TEXTS), width
    theme.choose(replace(theme.appearance, text_scale=1.0))


def test_a_paper_grows_with_what_is_written_and_then_scrolls(qtbot: QtBot, theme: Theme) -> None:
    _, (paper,) = show(qtbot, theme, "short")
    low = paper.height()
    paper.write("short")
    look()
    roomy = paper.height()
    assert roomy > low
    QTest.keyClicks(paper, "x")
    for _line in range(6):
        QTest.keyClick(paper, Qt.Key.Key_Return)
    look()
    assert paper.height() > roomy
    assert paper.verticalScrollBar().maximum() == 0
    paper.write("line\n" * 400)
    look()
    assert paper.height() < 400
    assert paper.verticalScrollBar().maximum() > 0
    assert paper.verticalScrollBar().isVisible()


def test_the_wheel_is_the_pages_while_there_is_nothing_to_scroll(
    qtbot: QtBot, theme: Theme
) -> None:
    _, (paper,) = show(qtbot, theme, "short")
    place = QPointF(20, 10)
    wheel = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(paper.viewport(), wheel)
    assert not wheel.isAccepted()


def test_nothing_can_be_typed_while_it_is_read(qtbot: QtBot, theme: Theme) -> None:
    _, (paper,) = show(qtbot, theme, "as it is")
    paper.setFocus()
    QTest.keyClicks(paper, "abc")
    QTest.keyClick(paper, Qt.Key.Key_Backspace)
    QTest.keyClick(paper, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert paper.toPlainText() == "as it is"
