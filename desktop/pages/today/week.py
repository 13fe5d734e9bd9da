"""The last seven days as dots. A day without practice is an open one, never a broken chain."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.language import translate
from desktop.look.labels import plain_label, plain_tip
from desktop.look.theme import Theme
from desktop.pages.today.shown import DayShown, Mark, WeekShown
from desktop.past.week import DAYS

_DOT = 26  # pixels at 1x
_MARK = 0.22
"""Half the length of the bar in a day that asked for nothing, as a share of the dot."""

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -DAYS,
    Qt.Key.Key_End: DAYS,
}


class DayDot(QLabel):
    """One day. It says its words to the mouse, to a screen reader, and to whoever asks by keys."""

    asked = Signal(bool)
    """Somebody looks at this day now, or no longer."""
    step_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark = Mark.OPEN
        theme.changed.connect(self._follow)

    def show_day(self, day: DayShown) -> None:
        self._mark = day.mark
        self.setAccessibleName(day.words)
        self.setToolTip(plain_tip(day.words))
        self.update()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()

    # Qt's own names

    def sizeHint(self) -> QSize:
        side = self._theme.sizes.scaled(_DOT) + 2 * self._theme.sizes.gap(1)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.asked.emit(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.asked.emit(False)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.asked.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.asked.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            self.step_wanted.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors, sizes = self._theme.colors, self._theme.sizes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QRectF(self.rect()).center(), sizes.scaled(_DOT) / 2
        pen = QPen(QColor(colors.edge), sizes.strokes.ring)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if self._mark is Mark.DONE:
            painter.setBrush(QColor(colors.sage))
            pen.setColor(QColor(colors.sage))
        painter.setPen(pen)
        within = radius - sizes.strokes.ring / 2
        painter.drawEllipse(middle, within, within)
        if self._mark is Mark.OFF:
            half = QPointF(radius * 2 * _MARK, 0)
            painter.drawLine(middle - half, middle + half)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.ink), sizes.strokes.ring))
            around = radius + sizes.gap(1) - sizes.strokes.ring
            painter.drawEllipse(middle, around, around)
        painter.end()


class WeekCard(QFrame):
    """Seven dots, the sentence that sums them up, and the way to the weeks before."""

    weeks_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._text = plain_label(role="heading")
        self._asked = plain_label(role="small")
        self._first = plain_label(
            translate(
                "today",
                "There will be a dot here for each day. A day without practice leaves it open, "
                "and takes nothing away.",
            ),
            "soft",
        )
        self._weeks = QPushButton(translate("today", "Weeks"))
        self._weeks.setProperty("role", "link")
        self._weeks.clicked.connect(self.weeks_wanted)
        self._dots = [DayDot(theme) for _ in range(DAYS)]
        self._labels = [plain_label(role="small", wrap=False) for _ in range(DAYS)]
        for number, dot in enumerate(self._dots):
            dot.asked.connect(lambda on, dot=dot: self._tell(dot, on=on))
            dot.step_wanted.connect(lambda step, number=number: self._go(number, step))
        self._make_stop(DAYS - 1)
        self._build(theme)
        self.show_week(None)

    def show_week(self, week: WeekShown | None) -> None:
        """Show it; as long as there is none, say what will be here."""
        self._first.setVisible(week is None)
        for widget in (self._asked, self._weeks, *self._dots, *self._labels):
            widget.setVisible(week is not None)
        if week is None:
            self._text.setText(translate("today", "The last seven days"))
            return
        self._text.setText(week.text)
        for dot, label, day in zip(self._dots, self._labels, week.days, strict=True):
            dot.show_day(day)
            label.setText(day.label)
            if dot.hasFocus():
                self._asked.setText(day.words)

    def _tell(self, dot: DayDot, *, on: bool) -> None:
        focused = next((each for each in self._dots if each.hasFocus()), None)
        asked = dot if on else focused
        self._asked.setText(asked.accessibleName() if asked is not None else "")

    def _go(self, number: int, step: int) -> None:
        number = min(DAYS - 1, max(0, number + step))
        self._make_stop(number)
        self._dots[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_stop(self, number: int) -> None:
        """Tab comes to one day; the arrow keys lead to the others."""
        for each, dot in enumerate(self._dots):
            policy = Qt.FocusPolicy
            dot.setFocusPolicy(policy.TabFocus if each == number else policy.NoFocus)

    def _build(self, theme: Theme) -> None:
        gap = theme.sizes.gap
        head = QHBoxLayout()
        head.addWidget(self._text, 1)
        head.addWidget(self._weeks, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setHorizontalSpacing(gap(1))
        grid.setVerticalSpacing(0)
        for at, (dot, label) in enumerate(zip(self._dots, self._labels, strict=True)):
            grid.addWidget(dot, 0, at, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(label, 1, at, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(3))
        column.setSpacing(gap(2))
        column.addLayout(head)
        column.addWidget(self._first)
        column.addLayout(grid)
        column.addWidget(self._asked)
        column.addStretch(1)
