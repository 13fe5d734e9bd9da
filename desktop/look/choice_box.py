"""What one chooses from: boxes that draw their own small signs in the colours of the theme, and
buttons and boxes whose words wrap, as the words of a file may be long.
"""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
)

from desktop.look.labels import plain_label
from desktop.look.regrow import keep_width
from desktop.look.theme import Theme

_MOST_DIGIT = 9


class ChoiceBox(QComboBox):
    """A combo box with a chevron; as wide as its longest entry."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel on its way over the page
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own does not read the style sheet

    def minimumSizeHint(self) -> QSize:
        """In a narrow window its text is cut rather than the page."""
        return QSize(self._theme.sizes.gap(20), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is meant for the page; nobody chooses by accident

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = self._theme.sizes.unit
        at = QPointF(self.width() - 4.5 * unit, self.height() / 2)
        points = (QPointF(-1.2, -0.6), QPointF(0, 0.6), QPointF(1.2, -0.6))
        _draw_line(self, [at + point * unit for point in points], self._theme.colors.sage)


class OptionButton(QPushButton):
    """One of a few numbered answers, as wide as there is room."""

    def __init__(self, number: int, text: str, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "option")
        self.setCheckable(True)
        row = _write_on(self, text, theme, around=3)
        row.insertWidget(0, plain_label(str(number), "lead", wrap=False))
        row.insertSpacing(1, theme.sizes.gap(3))


class CheckBox(QCheckBox):
    """A check box whose tick is drawn over the box of the style sheet. Its words tick it too.

    A ``number`` is the digit that ticks it; there are none above 9. A ``flush`` one begins where
    the text above and below it begins, as a setting does; its words are in ``role``.
    """

    def __init__(
        self, text: str, theme: Theme, number: int = 0, *, flush: bool = False, role: str = "lead"
    ) -> None:
        super().__init__()
        self._theme = theme
        if flush:
            self.setProperty("role", "flush")
        row = _write_on(self, text, theme, around=2, role=role)
        row.insertSpacing(0, theme.sizes.gap(4 if flush else 6.5))
        if number:
            digit = plain_label(str(number) if number <= _MOST_DIGIT else "", "soft", wrap=False)
            keep_width(digit, theme.sizes, least=5)
            row.insertWidget(1, digit)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

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


def _write_on(
    button: QAbstractButton, text: str, theme: Theme, around: float, role: str = "lead"
) -> QHBoxLayout:
    """Put ``text`` on ``button`` as a label, which can wrap and takes an "&" for what it is."""
    side, above = theme.sizes.gap(around + 2), theme.sizes.gap(around)
    label = plain_label(text, role)
    # A button is as high as one line of its own text; this one is as high as the label.
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    # Beside its box or number, also where the words run from right to left and the window not.
    right = QApplication.isRightToLeft()
    beside = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(beside | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    row = QHBoxLayout(button)
    row.setContentsMargins(side, above, side, above)
    row.setSpacing(0)
    row.addWidget(label, 1)
    button.setAccessibleName(text)
    return row


def _draw_line(widget: QComboBox | QCheckBox, points: list[QPointF], color: str) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.end()
