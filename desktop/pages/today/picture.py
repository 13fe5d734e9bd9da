"""The figure of what is offered, still: nothing on the page moves by itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.figures.paint import paint_figure
from desktop.figures.shown import ShownFigure
from desktop.figures.tones import tones_of
from desktop.look.theme import Theme
from desktop.look.tokens import CORNERS

_WIDTH, _HEIGHT = 208, 172  # pixels at 1x
_LEAST, _WIDEST, _HIGHEST = 96, 300, 230
_AIR = 10.0
_RINGS = ((0.42, "far"), (0.3, "far"), (0.18, "sage"))
"""A breath that goes out, for what has no figure: radii as shares of the height."""


class Picture(QWidget):
    """A figure on a faint ground. A screen reader passes it over: the words beside it say all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: ShownFigure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        theme.changed.connect(self._follow)

    def show_figure(self, shown: ShownFigure | None) -> None:
        if shown != self._shown:
            self._shown = shown
            self.update()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()

    # Qt's own names

    def sizeHint(self) -> QSize:
        sizes = self._theme.sizes
        # Larger words need the room more than it does.
        return QSize(min(sizes.scaled(_WIDTH), _WIDEST), min(sizes.scaled(_HEIGHT), _HIGHEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors, rect = self._theme.colors, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tint))
        painter.drawRoundedRect(rect, CORNERS.control, CORNERS.control)
        if self._shown is not None:
            inside = rect.adjusted(_AIR, _AIR, -_AIR, -_AIR)
            tones = tones_of(colors, colors.tint)
            paint_figure(painter, inside, self._shown.pose, self._shown.room, tones)
        else:
            self._paint_rings(painter, rect)
        painter.end()

    def _paint_rings(self, painter: QPainter, rect: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = min(rect.width(), rect.height())
        for share, role in _RINGS:
            color = getattr(self._theme.colors, role)
            painter.setPen(QPen(QColor(color), self._theme.sizes.strokes.ring))
            painter.drawEllipse(rect.center(), side * share, side * share)
