"""Where a figure is painted: it turns body units, y up, into the painter's own.

Paths are mapped here and not by the painter: Qt cuts a curve whose numbers are small into far too
many pieces, and then takes ten times as long to fill it.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform


class Board:
    """A painter, and the scale and place of a body on it: ``scale`` is the height of a person."""

    def __init__(self, painter: QPainter, left: float, floor: float, scale: float) -> None:
        self.painter = painter
        self.scale = scale
        self._left, self._floor = left, floor
        self._transform = QTransform(scale, 0.0, 0.0, -scale, left, floor)

    def path(self, path: QPainterPath) -> QPainterPath:
        return self._transform.map(path)

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(self._left + x * self.scale, self._floor - y * self.scale)

    def rect(self, left: float, right: float, low: float, high: float) -> QRectF:
        return QRectF(self.point(left, high), self.point(right, low))

    def slab(self, left: float, right: float, low: float, high: float, corner: float) -> None:
        """A rectangle with round corners in the brush that is set."""
        radius = min(corner, abs(high - low) / 2) * self.scale
        self.painter.drawRoundedRect(self.rect(left, right, low, high), radius, radius)
