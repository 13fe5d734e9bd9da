"""A figure on the stage, sixty times a second: painting again only what is seen to have changed."""

from collections.abc import Hashable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.figures.paint import paint_things, scale_of, things_of
from desktop.figures.shown import ShownFigure, moved
from desktop.figures.tones import tones_of
from desktop.look.colors import Colors
from desktop.player.paint.pace import Rhythm


class Pace:
    """Whether a figure has moved so far that it is worth painting again."""

    def __init__(self) -> None:
        self._painted: ShownFigure | None = None
        self._rhythm = Rhythm()

    @property
    def calm(self) -> bool:
        return self._rhythm.calm

    def is_due(self, shown: ShownFigure, area: QRectF, ratio: float) -> bool:
        """Whether to paint ``shown`` now, in an ``area`` of logical pixels. Asked every frame."""
        before = self._painted
        if before is not None:
            pixels = moved(before, shown) * scale_of(area, shown.room) * ratio
            if not self._rhythm.is_due(pixels):
                return False
        self._painted = shown
        return True

    def begin_anew(self) -> None:
        """Something else has been painted meanwhile."""
        self._painted = None
        self._rhythm.begin_anew()


class FigureGround:
    """The paper and the props behind a figure, painted once as long as they stay as they are."""

    def __init__(self) -> None:
        self._for: Hashable = None
        self._pixels = QPixmap()

    def under(self, shown: ShownFigure, size: QSize, ratio: float, colors: Colors) -> QPixmap:
        wanted = (size.width(), size.height(), ratio, colors, things_of(shown.pose, shown.room))
        if self._for != wanted:
            self._for = wanted
            self._pixels = QPixmap(size * ratio)
            self._pixels.setDevicePixelRatio(ratio)
            self._pixels.fill(QColor(colors.paper))
            painter = QPainter(self._pixels)
            area = QRectF(0.0, 0.0, size.width(), size.height())
            paint_things(painter, area, shown.pose, shown.room, tones_of(colors))
            painter.end()
        return self._pixels
