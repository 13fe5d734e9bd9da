"""The area that a long page scrolls in, set up in one place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inner: QWidget) -> QScrollArea:
    """``inner`` in an area that scrolls up and down only: what is too wide has to wrap.

    Qt brings what gets the keyboard into sight by itself, and scrolls by the keys that this does
    not want. The area is no stop of its own on the way by Tab, so something in it has to be one.
    """
    inner.setProperty("role", "bare")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
