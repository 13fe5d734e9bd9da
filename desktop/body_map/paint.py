"""Painting the body map: calm silhouettes, and a soft glow where the attention is."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTransform

from desktop.body_map.layers import AIR, HALF, glow_layer, line_layer, rest_layer, shown
from desktop.body_map.shapes import SIDES, shape, views, where
from desktop.look.colors import Colors
from routines.figures.model import View

_GAP = 0.05
_ROOM_BETWEEN_HEADS = 0.34
_BOTH_FROM = (4 * HALF + _GAP) / (1 + 2 * AIR)


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
    height = area.height() / (1 + 2 * AIR)
    if area.width() >= area.height() * _BOTH_FROM:
        apart = (HALF + _GAP / 2) * height
        middles = zip(SIDES, (-apart, apart), strict=True)
    else:
        height = min(height, area.width() / (2 * HALF))
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
            place = next(each for each in places(area_rect, view) if each.view is view)
            _paint_body(painter, place, glow, colors, seen)
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


def _paint_body(
    painter: QPainter, place: Place, glow: Mapping[str, float], colors: Colors, seen: float
) -> None:
    """One silhouette, ``seen`` from 0 to 1: at rest, what shines, and the lines over both."""
    ratio = painter.device().devicePixelRatio()
    height = round(place.height * ratio)
    if height < 2:
        return
    shining = [
        (min(1.0, share), glow_layer(area, place.view, height, colors.sage))
        for area, share in glow.items()
        if share > 0 and shape(area, place.view)
    ]
    layers = (
        (1.0, rest_layer(place.view, height, colors)),
        *shining,
        (1.0, line_layer(place.view, height, colors)),
    )
    left = place.foot.x() * ratio - layers[0][1].width() / 2
    top = (place.foot.y() - place.height * (1 + AIR)) * ratio
    # On whole pixels the layers keep their edges, and painting them is a copy.
    corner = QPointF(round(left) / ratio, round(top) / ratio)
    for share, image in layers:
        painter.setOpacity(share * seen)
        painter.drawImage(QRectF(corner, image.size() / ratio), image)
    painter.setOpacity(1.0)


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
        painter.drawPath(place.to_screen.map(shown(area, place.view)))


def paint_name(painter: QPainter, area: QRectF, name: str, font: QFont, colors: Colors) -> None:
    """The name of an area, between the heads."""
    height = places(area)[0].height
    room = QRectF(0, 0, height * _ROOM_BETWEEN_HEADS, height * 0.12)
    room.moveCenter(QPointF(area.center().x(), area.center().y() - height * 0.44))
    painter.setPen(QColor(colors.ink))
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, int(flags), name[:1].upper() + name[1:])
