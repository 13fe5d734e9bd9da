"""Figures drawn by pyqtgraph, in our colours and sizes. Nothing else imports that library.

It is made for experts who zoom: here nothing answers to the mouse, so that a page scrolls over it.
"""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen
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


def draw(plot: QGraphicsView, figure: Figure, theme: Theme) -> None:
    """Show ``figure`` and nothing of what was there before."""
    item = plot.getPlotItem()  # type: ignore[attr-defined]  # pyqtgraph ships no types
    item.clear()
    font = theme.font(theme.sizes.small)
    _dress_axes(item, figure, font, plot.width(), theme)
    for at, _ in figure.y_ticks:
        item.addItem(pg.InfiniteLine(at, angle=0, pen=_pen(theme.colors.line, theme)))
    for bars in figure.bars:
        item.addItem(_bars(bars, theme))
    for line in figure.lines:
        item.addItem(_line(line, theme))
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
        axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=theme.sizes.gap(1.5))
        axis.setTextPen(theme.colors.soft)
    left.setPen(QPen(Qt.PenStyle.NoPen))
    bottom.setPen(_pen(theme.colors.edge, theme))


def _thinned(ticks: Ticks, room: float, metrics: QFontMetricsF) -> Ticks:
    """As many of the ticks as have room beside each other, evenly."""
    if not ticks:
        return ticks
    widest = max(metrics.horizontalAdvance(text) for _, text in ticks) * 1.4
    fitting = max(1, int(room / widest))
    return ticks[:: -(-len(ticks) // fitting)]


def _line(line: Line, theme: Theme) -> pg.PlotDataItem:
    color = mark_color(line.scale, theme.colors)
    xs, ys = (np.array(each) for each in zip(*line.points, strict=True))
    few = len(line.points) <= 60
    return pg.PlotDataItem(
        xs,
        ys,
        pen=line_pen(line.scale, theme.colors, theme.sizes),
        symbol=mark_path(LINES[line.scale].mark),
        symbolSize=theme.sizes.gap(2 if few else 1.5),
        symbolBrush=color,
        symbolPen=QPen(QColor(theme.colors.card), 1),
        antialias=True,
    )


def _bars(bars: Bars, theme: Theme) -> pg.BarGraphItem:
    return pg.BarGraphItem(
        x=list(bars.places),
        height=list(bars.heights),
        y0=list(bars.bottoms),
        width=bars.width,
        brush=fill_brush(bars.look, theme.colors),
        pen=fill_pen(bars.look, theme.colors, theme.sizes),
    )


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


def _pen(color: str, theme: Theme) -> QPen:
    pen = QPen(QColor(color), theme.sizes.strokes.edge)
    pen.setCosmetic(True)
    return pen
