"""The side of the window in text of every size: nothing is cut, and it says where one is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from desktop.destinations import Destination
from desktop.look.appearance import Appearance, Contrast, Scheme
from desktop.look.theme import Theme
from desktop.window import MainWindow


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(theme)
    window.add_place(Destination.REMINDERS, lambda: None)
    window.add_place(Destination.SETTINGS, lambda: None)
    window.show_next("Movement in about 60 minutes", "Pause for an hour")
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [500, 900, 1280, 1900])
@pytest.mark.parametrize("contrast", [Contrast.NORMAL, Contrast.HIGH])
def test_no_entry_is_cut(
    theme: Theme, window: MainWindow, scale: float, width: int, contrast: Contrast
) -> None:
    window.resize(width, 900)
    window.show()
    theme.choose(Appearance(Scheme.LIGHT, contrast, scale))
    for place in (Destination.ROUTINES, Destination.REMINDERS, Destination.SETTINGS):
        window.side.mark_place(place)
        for button in window.side.findChildren(QPushButton):
            if not button.isVisible():
                continue
            font = QFont(button.font())
            font.setWeight(QFont.Weight.DemiBold if button.isChecked() else QFont.Weight.Normal)
            words = QFontMetrics(font).horizontalAdvance(button.text())
            icon = button.iconSize().width() if not button.icon().isNull() else 0
            around = 2 * (theme.sizes.gap(3) + theme.sizes.strokes.edge)
            assert button.width() >= words + icon + around, button.text()
            assert button.mapTo(window, button.rect().bottomRight()).x() < window.width()


def test_in_a_narrow_window_it_lies_above_the_page_and_its_line_below_it(
    theme: Theme, window: MainWindow
) -> None:
    window.show()
    for width, role in ((1280, "side"), (640, "flat"), (1280, "side")):
        window.resize(width, 700)
        image = window.side.grab().toImage()
        assert window.side.property("role") == role
        right = image.pixelColor(image.width() - 1, image.height() // 2).name()
        below = image.pixelColor(image.width() // 2, image.height() - 1).name()
        line, paper = theme.colors.line, theme.colors.paper
        assert (right, below) == ((line, paper) if role == "side" else (paper, line))


def test_larger_text_asks_for_a_wider_window_at_once(theme: Theme, window: MainWindow) -> None:
    assert window.minimumWidth() == 500
    theme.choose(Appearance(text_scale=1.5))
    assert window.minimumWidth() == 750
    theme.choose(Appearance())
    assert window.minimumWidth() == 500
