"""A veil over the edge of words that go on below: a line cut in half would look like a mistake."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Fade(QWidget):
    """Lies on the lower edge of ``area`` as long as there is more to scroll to."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._color = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._place)
        bar.rangeChanged.connect(self._place)
        area.viewport().installEventFilter(self)
        self.hide()

    def wear(self, color: str) -> None:
        """The colour of the ground that words fade into."""
        if self._color != QColor(color):
            self._color = QColor(color)
            self.update()

    def _place(self) -> None:
        bar, view = self._area.verticalScrollBar(), self._area.viewport().geometry()
        high = min(view.height(), round(self.fontMetrics().height() * 1.4))
        self.setGeometry(view.x(), view.bottom() + 1 - high, view.width(), high)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()

    # Qt's own names

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        clear = QColor(self._color)
        clear.setAlpha(0)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0.0, clear)
        shade.setColorAt(0.85, self._color)
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade)
        painter.end()
