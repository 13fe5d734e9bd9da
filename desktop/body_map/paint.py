"""Painting the body map: calm silhouettes, and a soft glow where the attention is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from desktop.body_map.curves import Polygon
from desktop.body_map.outline import hair, lines, silhouette
from desktop.body_map.shapes import SIDES, WHOLE, breadth, shape, views, where
from desktop.look.colors import Colors
from routines.figures.model import View

_HALF = 0.225
_AIR = 0.03
_GAP = 0.05
"""Half the breadth of a body, the air above and below it and the gap between two, in heights."""

_ROOM_BETWEEN_HEADS = 0.34
_BOTH_FROM = (4 * _HALF + _GAP) / (1 + 2 * _AIR)
_FINE_FROM = 120.0
_FACE_FROM = 260.0
"""Pixels of a body's height from which on inner lines are drawn."""

_SOFT, _SOFT_SHARE = 0.026, 0.3
"""How far an area's edge fades, in heights, and at most as a share of its breadth."""

_SHINE, _SHINE_WHOLE, _HALO = 235, 165, 0.22
"""How opaque the glow of an area and of the whole body is, of 255, and the share of its halo."""


@dataclass(frozen=True, slots=True)
class Place:
    """A silhouette on the screen: the point between its feet, and its height, in pixels."""

    view: View
    foot: QPointF
    height: float

    def to_body(self, point: QPointF) -> tuple[float, float]:
        """A point of the screen in body units."""
        return (point.x() - self.foot.x()) / self.height, (self.foot.y() - point.y()) / self.height

    @property
    def to_screen(self) -> QTransform:
        scale = self.height
        return QTransform(scale, 0, 0, -scale, self.foot.x(), self.foot.y())


def places(area: QRectF, view: View | None = None) -> tuple[Place, ...]:
    """Front and back side by side where ``area`` is broad enough, else one of them: ``view``."""
    height = area.height() / (1 + 2 * _AIR)
    if area.width() >= area.height() * _BOTH_FROM:
        apart = (_HALF + _GAP / 2) * height
        middles = zip(SIDES, (-apart, apart), strict=True)
    else:
        height = min(height, area.width() / (2 * _HALF))
        middles = zip((view or View.FRONT,), (0.0,), strict=True)
    middle, floor = area.center().x(), area.center().y() + height / 2
    return tuple(Place(each, QPointF(middle + off, floor), height) for each, off in middles)


def paint_body_map(
    painter: QPainter,
    area_rect: QRectF,
    glow: Mapping[str, float],
    colors: Colors,
    hover: str | None = None,
) -> None:
    """Draw the body with ``glow``: how much each area shines, from 0 to 1.

    Where there is room for one silhouette only, it turns from front to back with the glow.
    ``hover`` is outlined.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    turned = _turned(glow)
    both = len(places(area_rect)) > 1
    for view in SIDES:
        seen = 1.0 if both else turned if view is View.BACK else 1.0 - turned
        if seen > 0:
            painter.setOpacity(seen)
            place = next(each for each in places(area_rect, view) if each.view is view)
            paint_silhouette(painter, place, colors)
            paint_glow(painter, place, glow, colors, seen)
            paint_lines(painter, place, colors)
    painter.setOpacity(1.0)
    if hover is not None:
        for place in places(area_rect, where(hover).view):
            paint_outline(painter, place, hover, colors.sage)
    painter.restore()


def _turned(glow: Mapping[str, float]) -> float:
    """How much of the glow is at the back, from 0 to 1."""
    seen = {area: share for area, share in glow.items() if views(area)}
    whole = sum(seen.values())
    back = sum(share for area, share in seen.items() if where(area).view is View.BACK)
    return back / whole if whole > 0 else 0.0


def paint_silhouette(painter: QPainter, place: Place, colors: Colors) -> None:
    """The body at rest: what stands still whatever glows."""
    path = _body(place.view)
    to_screen = place.to_screen
    ground = QRectF(0, 0, place.height * 0.30, place.height * 0.022)
    ground.moveCenter(place.foot)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed(colors.paper, colors.line, 0.7))
    painter.drawEllipse(ground)
    painter.setBrush(_mixed(colors.tint, colors.far, 0.27))
    painter.drawPath(to_screen.map(path))
    painter.setBrush(_mixed(colors.tint, colors.far, 0.72))
    painter.drawPath(to_screen.map(_path(hair(place.view))))


def paint_glow(
    painter: QPainter, place: Place, glow: Mapping[str, float], colors: Colors, seen: float = 1.0
) -> None:
    """What shines, each area by its share."""
    ratio = painter.device().devicePixelRatio()
    if place.height * ratio < 2:
        return
    for area, share in glow.items():
        if share > 0 and shape(area, place.view):
            image = _glow_image(area, place.view, round(place.height * ratio), colors.sage)
            painter.setOpacity(min(1.0, share) * seen)
            size = QSize(image.size())
            width, height = size.width() / ratio, size.height() / ratio
            left, top = place.foot.x() - width / 2, place.foot.y() - place.height * (1 + _AIR)
            painter.drawImage(QRectF(left, top, width, height), image)
    painter.setOpacity(seen)


def paint_lines(painter: QPainter, place: Place, colors: Colors) -> None:
    """The inner lines and the outline, over the glow."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    fine = max(0.8, place.height / 480)
    ink = QColor(colors.ink)
    ink.setAlphaF(0.3)
    if place.height >= _FINE_FROM:
        pen = QPen(ink, fine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for line in lines(place.view):
            if place.height >= _FACE_FROM or line[0].y < 0.87:
                painter.drawPolyline(place.to_screen.map(QPolygonF(_corners(line))))


def paint_outline(
    painter: QPainter, place: Place, area: str, color: str, *, bold: bool = False
) -> None:
    """A line round ``area`` where it is seen."""
    if shape(area, place.view):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(color), max(2.0 if bold else 1.0, place.height / (240 if bold else 400)))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(place.to_screen.map(_shown(area, place.view)))


def paint_name(painter: QPainter, area: QRectF, name: str, font: QFont, colors: Colors) -> None:
    """The name of an area, between the heads."""
    height = places(area)[0].height
    room = QRectF(0, 0, height * _ROOM_BETWEEN_HEADS, height * 0.12)
    room.moveCenter(QPointF(area.center().x(), area.center().y() - height * 0.44))
    painter.setPen(QColor(colors.ink))
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, int(flags), name[:1].upper() + name[1:])


@lru_cache(maxsize=64)
def _glow_image(area: str, view: View, height: int, color: str) -> QImage:
    """The glow of an area as painted at its fullest, the height of a body being ``height``.

    Inside the body only the borders to other areas are soft; outside it there is a faint halo.
    """
    size = QSize(round(height * (2 * _HALF + 2 * _AIR)), round(height * (1 + 2 * _AIR)))
    onto = QTransform(height, 0, 0, -height, size.width() / 2, height * (1 + _AIR))
    whole = area == WHOLE
    soft = max(1, round(height * min(_SOFT, breadth(area, view) * _SOFT_SHARE)))
    glow = _blurred(_region(area, view), QColor(color), size, onto, soft)
    painter = QPainter(glow)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    body = QColor(0, 0, 0, _SHINE_WHOLE if whole else _SHINE)
    painter.drawImage(0, 0, _blurred(_body(view), body, size, onto, 1))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.setOpacity(_HALO)
    painter.drawImage(0, 0, _blurred(_shown(area, view), QColor(color), size, onto, soft))
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
def _shown(area: str, view: View) -> QPainterPath:
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
