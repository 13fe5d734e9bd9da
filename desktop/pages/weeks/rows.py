"""Rows of a name, a few words and a bar: kinds, strengths, and before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Row:
    """``share`` of a bar is filled; or, with ``after``, two marks stand on it, open and full."""

    name: str
    words: str
    share: float
    after: float | None = None


class RowsView(QWidget):
    """Rows under each other, each as wide as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{row.name}: {row.words}" for row in rows))
        self._renew()

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        sizes = self._theme.sizes
        return self._theme.font(sizes.body), self._theme.font(sizes.small)

    def _heights(self) -> tuple[float, float]:
        """Of the words, and of a whole row."""
        metrics = QFontMetricsF(self._fonts()[0])
        return metrics.height(), metrics.height() + self._theme.sizes.gap(6)

    def _paint_row(self, painter: QPainter, row: Row, top: float) -> None:
        colors, gap = self._theme.colors, self._theme.sizes.gap
        high, _ = self._heights()
        line = QRectF(0, top, self.width(), high)
        name_font, words_font = self._fonts()
        words_wide = QFontMetricsF(words_font).horizontalAdvance(row.words)
        painter.setFont(words_font)
        painter.setPen(colors.soft)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, row.words)
        painter.setFont(name_font)
        painter.setPen(colors.ink)
        left = max(0.0, self.width() - words_wide - gap(3))
        metrics = QFontMetricsF(name_font)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, left)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        bar = QRectF(0, top + high + gap(1), self.width(), gap(2))
        if row.after is None:
            self._paint_bar(painter, bar, row.share)
        else:
            self._paint_marks(painter, bar, row.share, row.after)

    def _paint_bar(self, painter: QPainter, bar: QRectF, share: float) -> None:
        colors, strokes, half = self._theme.colors, self._theme.sizes.strokes, bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tint))
        if strokes.clear:
            painter.setPen(QPen(QColor(colors.line), strokes.edge))
        painter.drawRoundedRect(bar, half, half)
        filled = QRectF(bar)
        filled.setWidth(max(bar.height(), bar.width() * min(1.0, share)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sage))
        painter.drawRoundedRect(filled, half, half)

    def _paint_marks(self, painter: QPainter, bar: QRectF, before: float, after: float) -> None:
        """An open ring where it was before, a full disk where it was after."""
        colors, sizes = self._theme.colors, self._theme.sizes
        radius, middle = bar.height() * 0.7, bar.center().y()
        track = bar.adjusted(radius, 0, -radius, 0)
        painter.setPen(QPen(QColor(colors.line), sizes.strokes.ring))
        painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
        one, other = (track.left() + track.width() * share for share in (before, after))
        painter.setPen(QPen(QColor(colors.sage), sizes.strokes.ring))
        painter.drawLine(QPointF(one, middle), QPointF(other, middle))
        painter.setBrush(QColor(colors.card))
        painter.drawEllipse(QPointF(one, middle), radius, radius)
        painter.setBrush(QColor(colors.sage))
        smaller = radius * 0.6
        painter.drawEllipse(QPointF(other, middle), smaller, smaller)

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(self._theme.sizes.gap(60), round(self._heights()[1] * len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, row, number * self._heights()[1])
        painter.end()
