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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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

    def _is_stacked(self, width: int) -> bool:
        """Whether a name and its words do not fit beside each other."""
        names, words = map(QFontMetricsF, self._fonts())
        gap = self._theme.sizes.gap(3)
        return any(
            names.horizontalAdvance(row.name) + gap + words.horizontalAdvance(row.words) > width
            for row in self._rows
        )

    def _heights(self, width: int) -> tuple[float, float]:
        """Of the texts, and of a whole row."""
        names, words = (QFontMetricsF(font).height() for font in self._fonts())
        texts = names + words if self._is_stacked(width) else names
        return texts, texts + self._theme.sizes.gap(6)

    def _paint_row(self, painter: QPainter, row: Row, top: float) -> None:
        gap, width = self._theme.sizes.gap, self.width()
        high, _ = self._heights(width)
        self._paint_texts(painter, row, QRectF(0, top, width, high))
        bar = QRectF(0, top + high + gap(1), width, gap(2))
        if row.after is None:
            self._paint_bar(painter, bar, row.share)
        else:
            self._paint_marks(painter, bar, row.share, row.after)

    def _paint_texts(self, painter: QPainter, row: Row, box: QRectF) -> None:
        """The name at the left; the words at the right, or below it."""
        colors, flag = self._theme.colors, Qt.AlignmentFlag
        stacked = self._is_stacked(self.width())
        places = (
            (flag.AlignTop, flag.AlignBottom)
            if stacked
            else (flag.AlignVCenter, flag.AlignVCenter | flag.AlignRight)
        )
        texts = zip(
            self._fonts(), (row.name, row.words), (colors.ink, colors.soft), places, strict=True
        )
        for font, text, color, place in texts:
            painter.setFont(font)
            painter.setPen(QColor(color))
            cut = Qt.TextElideMode.ElideRight
            painter.drawText(box, place, QFontMetricsF(font).elidedText(text, cut, box.width()))

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

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        high = round(self._heights(width)[1] * len(self._rows))
        return max(0, high - self._theme.sizes.gap(2))

    def sizeHint(self) -> QSize:
        width = self._theme.sizes.gap(150)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)  # its height is a matter of its width

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, row, number * self._heights(self.width())[1])
        painter.end()
