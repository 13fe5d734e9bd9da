"""Fields for a time of day and for a date: Qt's own, in the colours of the theme."""

from datetime import date, time

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPointF, QSize, Qt, QTime, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QDateTimeEdit,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from desktop.language import translate
from desktop.look.theme import Theme

_MINUTES = 5
"""What one press of an arrow changes; every minute can be typed."""


class TimeBox(QTimeEdit):
    """A time of day. ``chosen`` comes when it is settled, not with each figure that is typed."""

    chosen = Signal(time)
    entered = Signal()
    """Enter was pressed: this is the time."""

    def __init__(self, at: time, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel on its way over the page
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)
        self.setWrapping(True)
        self.setAccessibleName(name)
        # The style sheet's padding does not reach the text in a field with arrows.
        self.lineEdit().setTextMargins(theme.sizes.gap(2.5), 0, 0, 0)
        self.show_time(at)
        self.timeChanged.connect(lambda _at: self.chosen.emit(self.at))

    @property
    def at(self) -> time:
        now = self.time()
        return time(now.hour(), now.minute())

    def show_time(self, at: time) -> None:
        """Show ``at`` without telling anybody."""
        blocked = self.blockSignals(True)
        self.setTime(QTime(at.hour, at.minute))
        self.blockSignals(blocked)

    # Qt's own names

    def sizeHint(self) -> QSize:
        gap, figures = self._theme.sizes.gap, self.fontMetrics().horizontalAdvance("00:00")
        return QSize(figures + gap(10), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def stepBy(self, steps: int) -> None:  # noqa: N802
        minutes = self.currentSection() is QDateTimeEdit.Section.MinuteSection
        super().stepBy(steps * _MINUTES if minutes else steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is meant for the page; nobody chooses by accident

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = self._theme.sizes.unit
        for up in (-1, 1):
            middle = QPointF(self.width() - 3.5 * unit, self.height() / 2 + up * 1.9 * unit)
            _draw_chevron(self, self._theme, middle, up)


class DateBox(QDateEdit):
    """A date, typed or picked from a calendar. Tab leaves it; arrows go from part to part."""

    chosen = Signal(date)
    entered = Signal()
    """Enter was pressed: this is the date."""

    def __init__(self, day: date, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setKeyboardTracking(False)
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self._dress()
        self.show_day(day)
        self.dateChanged.connect(lambda _day: self.chosen.emit(self.day))
        theme.changed.connect(self._dress)

    @property
    def day(self) -> date:
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show ``day`` without telling anybody."""
        blocked = self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(blocked)

    def _dress(self) -> None:
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(translate("look", "Calendar"))
        calendar.setMinimumHeight(self._theme.sizes.gap(60))  # with its frame, all six weeks
        plain, soft = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(self._theme.colors.ink))
        soft.setForeground(QColor(self._theme.colors.soft))
        soft.setBackground(QColor(self._theme.colors.card))
        calendar.setHeaderTextFormat(soft)
        # Qt would write weekends in red, as if they were a mistake.
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        for name, text, sign in (
            ("qt_calendar_prevmonth", translate("look", "Month before"), "‹"),
            ("qt_calendar_nextmonth", translate("look", "Next month"), "›"),
        ):
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setAccessibleName(text)
                button.setText(sign)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def open_calendar(self) -> None:
        """As a click on the arrow does, for Qt has no other way."""
        place = QPointF(self.width() - 3.0 * self._theme.sizes.unit, self.height() / 2)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            at = self.mapToGlobal(place)
            QCoreApplication.sendEvent(self, QMouseEvent(kind, place, at, left, left, none))

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.open_calendar()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()

    def focusNextPrevChild(self, following: bool) -> bool:
        # Qt would have three stops in each date, on the way to the button behind them.
        return QWidget.focusNextPrevChild(self, following)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle = QPointF(self.width() - 4.5 * self._theme.sizes.unit, self.height() / 2)
        _draw_chevron(self, self._theme, middle, 1)


def _draw_chevron(widget: QDateTimeEdit, theme: Theme, middle: QPointF, way: int) -> None:
    """A small arrow, up for -1 and down for 1."""
    unit, colors = theme.sizes.unit, theme.colors
    points = (QPointF(-1.1, -0.55 * way), QPointF(0, 0.55 * way), QPointF(1.1, -0.55 * way))
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colors.sage if widget.isEnabled() else colors.edge), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([middle + point * unit for point in points]))
    painter.end()
