"""Small signs drawn by hand: the star of a favourite and the mark of the program."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from desktop.look.colors import LIGHT, PANEL, Colors

_ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
_LEAST_SHEET = 32
_SHEET = 128  # the side of the drawing, in units of its own


def star_path(center: QPointF, radius: float) -> QPainterPath:
    """A five-pointed star, its first point up."""
    path = QPainterPath()
    for point in range(10):
        reach = radius if point % 2 == 0 else radius * 0.45
        angle = math.pi * point / 5 - math.pi / 2
        at = center + QPointF(math.cos(angle) * reach, math.sin(angle) * reach)
        path.lineTo(at) if point else path.moveTo(at)
    path.closeSubpath()
    return path


def paint_star(
    painter: QPainter, center: QPointF, radius: float, colors: Colors, *, filled: bool
) -> None:
    painter.setPen(QPen(QColor(colors.clay if filled else colors.edge), 1.6))
    painter.setBrush(QColor(colors.clay) if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(star_path(center, radius))


def paint_mark(painter: QPainter, square: QRectF, colors: Colors) -> None:
    """The mark of the program: an open ring around a warm dot, between two shoulder blades."""
    width = square.width() * 0.13
    ring = square.adjusted(width, width, -width, -width)
    pen = QPen(QColor(colors.sage), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(ring, 90 * 16, -300 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.clay))
    dot = square.width() * 0.17
    painter.drawEllipse(square.center(), dot, dot)


def mark_pixmap(size: int, colors: Colors) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(0, 0, size, size), colors)
    painter.end()
    return pixmap


def app_icon() -> QIcon:
    """The program's own icon, as ``icons/unbrace.svg`` draws it for the desktop's menus."""
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(app_pixmap(size))
    return icon


def app_pixmap(size: int) -> QPixmap:
    """The mark on a sheet of paper; of few pixels, alone, for a panel of any colour."""
    if size < _LEAST_SHEET:
        return mark_pixmap(size, PANEL)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / _SHEET, size / _SHEET)
    painter.setPen(QPen(QColor(LIGHT.line), 2))
    painter.setBrush(QColor(LIGHT.paper))
    painter.drawRoundedRect(QRectF(5, 5, 118, 118), 27, 27)
    paint_mark(painter, QRectF(19, 19, 90, 90), LIGHT)
    painter.end()
    return pixmap
