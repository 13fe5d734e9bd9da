"""Figures drawn by pyqtgraph, in our colours and sizes. Nothing else imports that library.

It is made for experts who zoom: here nothing answers to the mouse, so that a page scrolls over it.
"""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsView

from desktop.look.theme import Theme
from desktop.pages.weeks.figure import Bars, Figure, Line, Ticks
from desktop.pages.weeks.marks import (
    LINES,
    fill_brush,
    fill_pen,
    line_pen,
    mark_color,
    mark_path,
)
from desktop.pages.weeks.shown import WEEKS_FROM


def make_plot() -> QGraphicsView:
    """An empty plot that only shows."""
    plot: QGraphicsView = pg.PlotWidget(background=None, enableMenu=False)
    item = plot.getPlotItem()  # type: ignore[attr-defined]  # pyqtgraph ships no types
    item.hideButtons()
    item.setMouseEnabled(x=False, y=False)
    plot.setAntialiasing(True)  # type: ignore[attr-defined]  # of pyqtgraph
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setFrameShape(QGraphicsView.Shape.NoFrame)
    return plot


def draw(plot: QGraphicsView, figure: Figure, theme: Theme, width: int) -> None:
    """Show ``figure``, ``width`` pixels wide, and nothing of what was there before."""
    item = plot.getPlotItem()  # type: ignore[attr-defined]  # pyqtgraph ships no types
    item.clear()
    plot.setBackground(theme.colors.card)  # type: ignore[attr-defined]  # of pyqtgraph
    font = theme.font(theme.sizes.small)
    _dress_axes(item, figure, font, width, theme)
    for at, _ in figure.y_ticks:
        item.addItem(pg.InfiniteLine(at, angle=0, pen=_pen(theme.colors.line, 1)))
    for bars in figure.bars:
        item.addItem(_Bars(bars, figure, theme))
    for line in figure.lines:
        if len(line.points) > 1:
            item.addItem(_line(line, theme))
        item.addItem(_Marks(line, figure, theme))
    for x, y, words in figure.words:
        _add_words(item, x, y, words, figure, theme)
    item.setXRange(*figure.x_range, padding=0)
    item.setYRange(*figure.y_range, padding=0)


def _dress_axes(item: pg.PlotItem, figure: Figure, font: QFont, width: int, theme: Theme) -> None:
    metrics = QFontMetricsF(font)
    left, bottom = item.getAxis("left"), item.getAxis("bottom")
    wide = max(metrics.horizontalAdvance(text) for _, text in figure.y_ticks)
    left.setWidth(wide + theme.sizes.gap(3))
    bottom.setHeight(metrics.height() + theme.sizes.gap(3))
    left.setTicks([figure.y_ticks])
    room = width - wide - theme.sizes.gap(6)
    bottom.setTicks([_thinned(figure.x_ticks, room, metrics)])
    for axis in (left, bottom):
        axis.setStyle(tickFont=font, tickLength=0, tickAlpha=0, tickTextOffset=theme.sizes.gap(1.5))
        axis.setTextPen(theme.colors.soft)
    left.setPen(QPen(Qt.PenStyle.NoPen))
    bottom.setPen(_pen(theme.colors.edge, theme.sizes.strokes.edge))


def _thinned(ticks: Ticks, room: float, metrics: QFontMetricsF) -> Ticks:
    """As many of the ticks as have room beside each other, evenly."""
    if not ticks:
        return ticks
    widest = max(metrics.horizontalAdvance(text) for _, text in ticks) * 1.4
    fitting = max(1, int(room / widest))
    return ticks[:: -(-len(ticks) // fitting)]


def _line(line: Line, theme: Theme) -> pg.PlotDataItem:
    xs, ys = (np.array(each) for each in zip(*line.points, strict=True))
    pen = line_pen(line.scale, theme.colors, theme.sizes)
    return pg.PlotDataItem(xs, ys, pen=pen, antialias=True)


class _InPixels(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph ships no types
    """Painted in pixels wherever it lies on the axes: the library's own marks are blurred on a
    picture, and its hatching grows with the axes in an SVG.
    """

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        (left, right), (low, high) = figure.x_range, figure.y_range
        self._whole = QRectF(left, low, right - left, high - low)

    def draw(self, painter: QPainter, to_pixels: QTransform) -> None:
        raise NotImplementedError

    # Qt's own names

    def boundingRect(self) -> QRectF:
        return self._whole

    def paint(self, painter: QPainter, *_: object) -> None:
        to_pixels = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, to_pixels)
        painter.restore()


class _Marks(_InPixels):
    """The points of a line."""

    def __init__(self, line: Line, figure: Figure, theme: Theme) -> None:
        super().__init__(figure)
        self._points = [QPointF(*point) for point in line.points]
        self._path = mark_path(LINES[line.scale].mark)
        self._color = mark_color(line.scale, theme.colors)
        many = (self._whole.width() > WEEKS_FROM) or len(self._points) > WEEKS_FROM // 2
        self._size = theme.sizes.gap(1.6 if many else 2)

    def draw(self, painter: QPainter, to_pixels: QTransform) -> None:
        for point in self._points:
            at = to_pixels.map(point)
            place = QTransform.fromTranslate(at.x(), at.y()).scale(self._size, self._size)
            painter.fillPath(place.map(self._path), self._color)


class _Bars(_InPixels):
    """Bars that stand on whatever is below them."""

    def __init__(self, bars: Bars, figure: Figure, theme: Theme) -> None:
        super().__init__(figure)
        self._boxes = [
            QRectF(place - bars.width / 2, bottom, bars.width, height)
            for place, bottom, height in zip(bars.places, bars.bottoms, bars.heights, strict=True)
            if height > 0
        ]
        self._brush = fill_brush(bars.look, theme.colors)
        self._pen = fill_pen(bars.look, theme.colors, theme.sizes)

    def draw(self, painter: QPainter, to_pixels: QTransform) -> None:
        painter.setBrush(self._brush)
        painter.setPen(self._pen)
        for box in self._boxes:
            painter.drawRect(to_pixels.mapRect(box))


def _add_words(
    item: pg.PlotItem, x: float, y: float, words: str, figure: Figure, theme: Theme
) -> None:
    """Beside a point, on the side where there is more room."""
    right = x < sum(figure.x_range) / 2
    text = pg.TextItem(color=theme.colors.ink, anchor=(-0.05 if right else 1.05, 0.5))
    text.setPlainText(words)
    text.textItem.setFont(theme.font(theme.sizes.small))
    text.setColor(theme.colors.ink)
    item.addItem(text)
    text.setPos(x, y)


def _pen(color: str, width: float) -> QPen:
    pen = QPen(QColor(color), width)
    pen.setCosmetic(True)
    return pen
