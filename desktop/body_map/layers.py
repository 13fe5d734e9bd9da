"""What the body map is painted of, each a picture that is drawn once for a size and colours.

All have the same size: a body of ``height`` pixels with some air around it, its feet in the
middle. A frame then only lays them over each other.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from desktop.body_map.curves import Polygon
from desktop.body_map.outline import hair, lines, silhouette
from desktop.body_map.shapes import WHOLE, breadth, shape
from desktop.look.colors import Colors
from routines.figures.model import View

HALF = 0.225
AIR = 0.03
"""Half the breadth of a body, and the air around it, in heights."""

_FINE_FROM = 120.0
_FACE_FROM = 260.0
_CHIN = 0.87
"""Pixels of a body's height from which on inner lines are drawn, those of the face too, and where
that ends."""

_SOFT, _SOFT_SHARE = 0.026, 0.3
"""How far an area's edge fades, in heights, and at most as a share of its breadth."""

_SHINE, _SHINE_WHOLE, _HALO = 235, 165, 0.22
"""How opaque the glow of an area and of the whole body is, of 255, and the share of its halo."""


@lru_cache(maxsize=4)
def rest_layer(view: View, height: int, colors: Colors) -> QImage:
    """The body at rest: what stands still whatever shines."""
    image, painter = _blank(height)
    ground = QRectF(0, 0, 0.30, 0.022)
    ground.moveCenter(QPointF(0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed(colors.paper, colors.line, 0.7))
    painter.drawEllipse(ground)
    painter.fillPath(_body(view), _mixed(colors.tint, colors.far, 0.27))
    painter.fillPath(_path(hair(view)), _mixed(colors.tint, colors.far, 0.72))
    painter.end()
    return image


@lru_cache(maxsize=4)
def line_layer(view: View, height: int, colors: Colors) -> QImage:
    """The inner lines, over what shines; none where the body is too small for them."""
    image, painter = _blank(height)
    ink = QColor(colors.ink)
    ink.setAlphaF(0.3)
    pen = QPen(ink, max(0.8, height / 480) / height)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for line in lines(view) if height >= _FINE_FROM else ():
        if height >= _FACE_FROM or line[0].y < _CHIN:
            painter.drawPolyline(QPolygonF(_corners(line)))
    painter.end()
    return image


@lru_cache(maxsize=12)  # a few megabytes each on a large screen
def glow_layer(area: str, view: View, height: int, color: str) -> QImage:
    """The glow of an area as painted at its fullest, the height of a body being ``height``.

    Inside the body only the borders to other areas are soft; outside it there is a faint halo.
    """
    size, onto = _size(height), _onto(height)
    whole = area == WHOLE
    soft = max(1, round(height * min(_SOFT, breadth(area, view) * _SOFT_SHARE)))
    glow = _blurred(_region(area, view), QColor(color), size, onto, soft)
    painter = QPainter(glow)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    body = QColor(0, 0, 0, _SHINE_WHOLE if whole else _SHINE)
    painter.drawImage(0, 0, _blurred(_body(view), body, size, onto, 1))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.setOpacity(_HALO)
    painter.drawImage(0, 0, _blurred(shown(area, view), QColor(color), size, onto, soft))
    painter.end()
    return glow


def _blurred(path: QPainterPath, color: QColor, size: QSize, onto: QTransform, by: int) -> QImage:
    """``path`` filled, with edges that fade over some ``by`` pixels.

    It is drawn small and made larger step by step, which blurs as a Gaussian would and costs a
    tenth.
    """
    width, height = -(-size.width() // by), -(-size.height() // by)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(onto * QTransform.fromScale(width / size.width(), height / size.height()))
    painter.fillPath(path, color)
    painter.end()
    return _enlarged(image, size.width(), size.height())


def _enlarged(image: QImage, width: int, height: int) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    while image.width() * 2 < width:
        image = image.scaled(image.width() * 2, image.height() * 2, ignore, smooth)
    return image.scaled(width, height, ignore, smooth)


@lru_cache(maxsize=64)
def shown(area: str, view: View) -> QPainterPath:
    """What of an area lies within the body, in body units."""
    path = _region(area, view)
    return path if area == WHOLE else path.intersected(_body(view))


def _region(area: str, view: View) -> QPainterPath:
    path = QPainterPath()
    for polygon in shape(area, view):
        path.addPath(_path(polygon))
    return path


@lru_cache(maxsize=4)
def _body(view: View) -> QPainterPath:
    return _path(silhouette(view))


def _path(polygon: Polygon) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(_corners(polygon)))
    path.closeSubpath()
    return path


def _corners(polygon: Polygon) -> list[QPointF]:
    return [QPointF(point.x, point.y) for point in polygon]


def _mixed(one: str, other: str, share: float) -> QColor:
    first, second = QColor(one), QColor(other)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def _size(height: int) -> QSize:
    return QSize(round(height * 2 * (HALF + AIR)), round(height * (1 + 2 * AIR)))


def _onto(height: int) -> QTransform:
    """From body units to a layer."""
    return QTransform(height, 0, 0, -height, _size(height).width() / 2, height * (1 + AIR))


def _blank(height: int) -> tuple[QImage, QPainter]:
    """An empty layer, and a painter on it that takes body units."""
    image = QImage(_size(height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(_onto(height))
    return image, painter
