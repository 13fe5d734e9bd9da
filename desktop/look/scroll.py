"""The area that a long page scrolls in, set up in one place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inner: QWidget) -> QScrollArea:
    """``inner`` in an area that scrolls up and down only: what is too wide has to wrap.

    Qt brings what gets the keyboard into sight by itself.
    """
    inner.setProperty("role", "bare")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
