"""A combo box and a check box that draw their own small signs, in the colours of the theme."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton

from desktop.look.theme import Theme


class ChoiceBox(QComboBox):
    """A combo box with a chevron; as wide as its longest entry."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def minimumSizeHint(self) -> QSize:
        """In a narrow window its text is cut rather than the page."""
        return QSize(self._theme.sizes.gap(20), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = self._theme.sizes.unit
        at = QPointF(self.width() - 4.5 * unit, self.height() / 2)
        points = (QPointF(-1.2, -0.6), QPointF(0, 0.6), QPointF(1.2, -0.6))
        _draw_line(self, [at + point * unit for point in points], self._theme.colors.sage)


class CheckBox(QCheckBox):
    """A check box whose tick is drawn over the box of the style sheet."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(part, option, self)
        center, unit = QPointF(box.center()) + QPointF(0.5, 0.5), box.width() / 8
        points = (QPointF(-2, 0.1), QPointF(-0.5, 1.6), QPointF(2.1, -1.5))
        _draw_line(self, [center + point * unit for point in points], self._theme.colors.on_sage)


def _draw_line(widget: QComboBox | QCheckBox, points: list[QPointF], color: str) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.end()
