"""The theme follows the system while the program runs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.look.labels import plain_label
from desktop.look.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    usual = qapp.font()
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setFont(usual)


def font_of(pixels: int) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    return font


def test_a_larger_system_font_makes_everything_larger_at_once(
    theme: Theme, qapp: QApplication
) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(theme.sizes.body))
    label = plain_label("Words", "lead")
    before, high = theme.sizes.body, label.sizeHint().height()
    qapp.setFont(font_of(26))
    assert theme.sizes.scale == 2
    assert told == [before * 2]
    assert label.sizeHint().height() > 1.8 * high
    label.deleteLater()


def test_the_same_font_again_changes_nothing(theme: Theme, qapp: QApplication) -> None:
    qapp.setFont(font_of(20))
    told: list[int] = []
    theme.changed.connect(lambda: told.append(theme.sizes.body))
    qapp.setFont(font_of(20))
    assert told == []
