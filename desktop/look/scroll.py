"""The area that a long page scrolls in, set up in one place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inner: QWidget, *, name: str = "") -> QScrollArea:
    """``inner`` in an area that scrolls up and down only: what is too wide has to wrap.

    Qt brings what gets the keyboard into sight by itself, and scrolls by the keys that this does
    not want. The area is no stop of its own on the way by Tab, so something in it has to be one;
    else give it a ``name``, and it is one.
    """
    inner.setProperty("role", "bare")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setProperty("role", "stop" if name else "")
    area.setWidget(inner)
    return area
