"""A slider that the wheel moves only while the keyboard is on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

_STEPS_A_PAGE = 4


class Slider(QSlider):
    """From left to right. ``valueChanged`` comes once a drag is over, and with each key."""

    def __init__(self, lowest: int, highest: int, step: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setPageStep(step * _STEPS_A_PAGE)
        self.setTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel on its way over the page
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # it is meant for the page
