"""A figure on the stage, sixty times a second: painting again only what is seen to have changed."""

from collections.abc import Hashable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.figures.paint import paint_things, scale_of, things_of
from desktop.figures.shown import ShownFigure, moved
from desktop.figures.tones import tones_of
from desktop.look.colors import Colors

_SEEN = 1.0  # device pixels
_CALM, _HURRIED = 1.2, 3.0  # device pixels a frame, at the screen's pace and at half of it


class Pace:
    """Whether a figure has moved so far that it is worth painting again.

    The longer ago it was painted, the less it takes: what moves fast goes at the screen's pace,
    a quiet breath in fewer, evenly spaced steps that are too small to see.
    """

    def __init__(self) -> None:
        self._painted: ShownFigure | None = None
        self._waited = 0
        self.calm = False
        """Whether it moves so slowly that half of the screen's frames are enough."""

    def is_due(self, shown: ShownFigure, area: QRectF, ratio: float) -> bool:
        """Whether to paint ``shown`` now, in an ``area`` of logical pixels. Asked every frame."""
        self._waited += 1
        if self._painted is not None:
            pixels = moved(self._painted, shown) * scale_of(area, shown.room) * ratio
            self.calm = pixels / self._waited < (_HURRIED if self.calm else _CALM)
            if pixels * self._waited < _SEEN:
                return False
        self._painted, self._waited = shown, 0
        return True

    def begin_anew(self) -> None:
        """Something else has been painted meanwhile."""
        self._painted, self.calm = None, False


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
