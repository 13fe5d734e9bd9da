"""A year as a sheet of squares: a column a week, folded into bands where there is less width.

More practice makes a square fuller and deeper, so that it can be read without colours as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import translate
from desktop.look.theme import Theme
from desktop.pages.weeks.legend import Sample
from desktop.pages.weeks.marks import level_color
from desktop.pages.weeks.shown import Day
from desktop.words.weeks import day_text, day_words, short_day_name, short_month

_ROWS = 7
_SHARES = (0.0, 0.46, 0.64, 0.82, 1.0)
"""How much of its side a square fills, by level."""

_CELL = 17  # pixels at 1x that a square has at least, with the gap after it
_KEYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -_ROWS,
    Qt.Key.Key_Right: _ROWS,
    Qt.Key.Key_PageUp: -4 * _ROWS,
    Qt.Key.Key_PageDown: 4 * _ROWS,
}


@dataclass(frozen=True, slots=True)
class _Grid:
    """``columns`` weeks a band, ``cell`` pixels from square to square."""

    columns: int
    bands: int
    cell: float
    left: float
    head: float

    @property
    def band_height(self) -> float:
        return self.head + _ROWS * self.cell

    def corner(self, column: int, row: int) -> QPointF:
        band, place = divmod(column, self.columns)
        y = band * (self.band_height + self.cell * 0.5) + self.head + row * self.cell
        return QPointF(self.left + place * self.cell, y)

    @property
    def height(self) -> float:
        return self.bands * self.band_height + (self.bands - 1) * self.cell * 0.5


class HeatMap(QWidget):
    """One day is chosen at a time, by the mouse or the arrow keys; today at first."""

    day_chosen = Signal(date)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days: tuple[Day, ...] = ()
        self._by_day: dict[date, Day] = {}
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._renew)

    def show_days(self, days: Sequence[Day]) -> None:
        """Show these. The chosen day stays chosen while it is among them."""
        self._days = tuple(days)
        self._by_day = {each.square.day: each for each in days}
        if self._chosen not in self._by_day:
            self._chosen = self._days[-1].square.day if self._days else None
        self._name_it()
        self._renew()

    @property
    def chosen(self) -> Day | None:
        return self._by_day.get(self._chosen) if self._chosen is not None else None

    def choose(self, day: date) -> None:
        """Choose ``day``, or the nearest one that is shown."""
        if not self._days:
            return
        first, last = self._days[0].square.day, self._days[-1].square.day
        wanted = min(max(day, first), last)
        if wanted != self._chosen:
            self._chosen = wanted
            self._name_it()
            self.update()
            self.day_chosen.emit(wanted)

    def day_at(self, point: QPointF) -> date | None:
        """The day of the square at a point of the widget."""
        grid = self._grid(self.width())
        return next((day for day in self._by_day if self._box(day, grid).contains(point)), None)

    def box_of(self, day: date) -> QRectF:
        """Where a day that is shown lies."""
        return self._box(day, self._grid(self.width()))

    def _box(self, day: date, grid: _Grid) -> QRectF:
        square = self._by_day[day].square
        return QRectF(grid.corner(square.column, square.row), QSizeF(grid.cell, grid.cell))

    def _name_it(self) -> None:
        """A screen reader says the name anew with each day that is chosen."""
        name = translate("weeks", "The last year, day by day")
        if (day := self.chosen) is not None:
            words = day_words(day.square.minutes, day.done, day.off)
            name = f"{day_text(day.square.day)}. {words} {name}"
        self.setAccessibleName(name)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    # Laying out and painting

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(self._theme.sizes.small))

    def _grid(self, width: int) -> _Grid:
        """As few bands as the width allows, the squares as large as they get then."""
        metrics, gap = self._metrics(), self._theme.sizes.gap
        names = max(metrics.horizontalAdvance(short_day_name(row)) for row in range(_ROWS))
        left = names + gap(2)
        room = max(1.0, width - left - self._theme.sizes.strokes.ring)
        weeks = max((each.square.column for each in self._days), default=0) + 1
        fitting = max(1, int(room // self._theme.sizes.scaled(_CELL)))
        bands = ceil(weeks / fitting)
        columns = ceil(weeks / bands)
        cell = min(room / columns, self._theme.sizes.scaled(_CELL) * 1.5)
        return _Grid(columns, bands, cell, left, metrics.height() + gap(1))

    def _paint_labels(self, painter: QPainter, grid: _Grid) -> None:
        metrics = self._metrics()
        painter.setFont(self._theme.font(self._theme.sizes.small))
        painter.setPen(self._theme.colors.soft)
        every = max(1, ceil(metrics.height() * 0.9 / grid.cell))
        for band in range(grid.bands):
            for row in range(0, _ROWS, every):
                at = grid.corner(band * grid.columns, row)
                box = QRectF(0, at.y(), grid.left, grid.cell)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
                painter.drawText(box, flags, short_day_name(row))
        free, line = 0.0, -1.0
        for each in self._days:
            square = each.square
            if square.row or square.day.day > _ROWS:
                continue  # not the first week that begins in its month
            at = grid.corner(square.column, 0)
            text = short_month(square.day.month)
            if at.y() != line:
                free, line = 0.0, at.y()
            wide = metrics.horizontalAdvance(text)
            if at.x() >= free and at.x() + wide <= self.width():
                painter.drawText(QPointF(at.x(), at.y() - metrics.descent()), text)
                free = at.x() + wide + metrics.averageCharWidth()

    def _paint_day(self, painter: QPainter, grid: _Grid, day: Day) -> None:
        space = grid.cell * 0.16
        box = self._box(day.square.day, grid).adjusted(0, 0, -space, -space)
        paint_square(painter, box, day.square.level, self._theme, off=bool(day.off))
        if day.square.day == self._chosen:
            colors, strokes = self._theme.colors, self._theme.sizes.strokes
            wide = strokes.ring if self.hasFocus() else strokes.edge
            painter.setPen(QPen(QColor(colors.ink), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            out = space / 2
            painter.drawRect(box.adjusted(-out, -out, out, out))

    # Qt's own names

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._grid(width).height) + self._theme.sizes.strokes.ring

    def sizeHint(self) -> QSize:
        width = self._theme.sizes.gap(150)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.sizes.gap(30), 1)  # its height is a matter of its width

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self._grid(self.width())
        self._paint_labels(painter, grid)
        for day in self._days:
            self._paint_day(painter, grid, day)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._chosen is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.choose(self._chosen + timedelta(days=_KEYS[key]))
        elif key == Qt.Key.Key_Home:
            self.choose(self._days[0].square.day)
        elif key == Qt.Key.Key_End:
            self.choose(self._days[-1].square.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.choose(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def paint_square(painter: QPainter, box: QRectF, level: int, theme: Theme, *, off: bool) -> None:
    """A day: an open square that practice fills from its middle; a stroke across for a day off."""
    colors, strokes = theme.colors, theme.sizes.strokes
    painter.setPen(QPen(QColor(colors.line), strokes.edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    if level:
        lost = box.width() * (1 - _SHARES[level]) / 2
        painter.fillRect(box.adjusted(lost, lost, -lost, -lost), level_color(level, colors))
    if off:
        painter.setPen(QPen(QColor(colors.clay), strokes.ring))
        painter.drawLine(box.bottomLeft(), box.topRight())


def square_sample(level: int, *, off: bool = False) -> Sample:
    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        side = box.height() * 0.8
        around = (box.height() - side) / 2
        square = QRectF(box.left() + around, box.top() + around, side, side)
        paint_square(painter, square, level, theme, off=off)

    return paint
