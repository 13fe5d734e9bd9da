"""Painting the things beside a body, as calm flat shapes.

The painter counts in body units, y up.
"""

import math
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.figures.tones import Tones
from routines.figures.model import Box, Facing, Point, Pose, PropKind, PropNow, View

_Paint = Callable[[QPainter, PropNow, Pose, Box, Tones], None]


def paint_props(painter: QPainter, pose: Pose, room: Box, tones: Tones) -> None:
    """All that stands behind or below the body."""
    for prop in sorted(pose.props, key=lambda each: _ORDER.index(each.kind)):
        paint = _PAINT.get(prop.kind)
        if paint is not None and prop.ends:
            paint(painter, prop, pose, room, tones)


def paint_bands(painter: QPainter, pose: Pose, tones: Tones) -> None:
    """The bands: a line that gets thinner the farther it is stretched."""
    for prop in pose.props:
        if prop.kind is PropKind.BAND and len(prop.ends) > 1:
            long = sum(math.dist(one, other) for one, other in pairwise(prop.ends))
            pen = QPen(tones.band, band_breadth(long))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            path = QPainterPath(QPointF(*prop.ends[0]))
            for end in prop.ends[1:]:
                path.lineTo(*end)
            painter.strokePath(path, pen)


def band_breadth(long: float) -> float:
    """How broad a band of this length is drawn, in body units."""
    return min(0.020, max(0.007, 0.0075 / max(long, 0.05)))


def _ends(prop: PropNow) -> tuple[float, float, float]:
    """Left, right, and the height of both."""
    xs = [end.x for end in prop.ends]
    left, right = min(xs), max(xs)
    if right - left < 0.05:
        left, right = left - 0.2, right + 0.2
    return left, right, min(end.y for end in prop.ends)


def _slab(painter: QPainter, left: float, right: float, top: float, thick: float) -> None:
    """A flat thing with round corners, from ``top`` down."""
    corner = min(0.018, thick / 2)
    painter.drawRoundedRect(QRectF(left, top - thick, right - left, thick), corner, corner)


def _mat(painter: QPainter, prop: PropNow, _pose: Pose, _room: Box, tones: Tones) -> None:
    left, right, top = _ends(prop)
    painter.setBrush(tones.thing)
    _slab(painter, left, right, top, 0.030)


def _floor(painter: QPainter, prop: PropNow, _pose: Pose, room: Box, tones: Tones) -> None:
    left, right, top = _ends(prop) if len(prop.ends) > 1 else (room.left, room.right, 0.0)
    painter.setBrush(tones.thing)
    _slab(painter, left, right, top, 0.012)


def _wall(painter: QPainter, prop: PropNow, pose: Pose, room: Box, tones: Tones) -> None:
    if pose.view is not View.SIDE:
        painter.setBrush(tones.wall)
        area = QRectF(room.left, 0.0, room.right - room.left, room.top)
        painter.drawRoundedRect(area, 0.03, 0.03)
        return
    face, away = prop.ends[0].x, _away(prop.ends[0], pose)
    painter.setBrush(tones.thing)
    painter.drawRect(QRectF(min(face, face + 0.045 * away), 0.0, 0.045, max(room.top, 1.0)))


def _chair(painter: QPainter, prop: PropNow, pose: Pose, _room: Box, tones: Tones) -> None:
    """Seat, four legs and, from the side, a back that reaches below the shoulder blades."""
    x, top = prop.ends[0]
    painter.setBrush(tones.frame)
    half = 0.135
    for leg in (x - half + 0.018, x + half - 0.018):
        _post(painter, leg, 0.0, top - 0.02, 0.020)
    if pose.view is View.SIDE:
        back = 1.0 if pose.facing is Facing.LEFT else -1.0
        post = QPainterPath(QPointF(x + back * (half - 0.012), top - 0.02))
        post.lineTo(x + back * (half + 0.030), top + 0.27)
        pen = QPen(tones.frame, 0.024)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(post, pen)
    elif pose.view is View.FRONT:
        painter.drawRoundedRect(QRectF(x - half, top, half * 2, 0.27), 0.03, 0.03)
    painter.setBrush(tones.frame)
    _slab(painter, x - half - 0.01, x + half + 0.01, top, 0.032)


def _doorway(painter: QPainter, prop: PropNow, _pose: Pose, room: Box, tones: Tones) -> None:
    xs = sorted(end.x for end in prop.ends)
    top = max(room.top, 1.12)
    painter.setBrush(tones.thing)
    if xs[-1] - xs[0] < 0.2:
        _post(painter, xs[0], 0.0, top, 0.045)
        return
    for x in (xs[0], xs[-1]):
        _post(painter, x, 0.0, top, 0.045)
    painter.drawRect(QRectF(xs[0] - 0.0225, top - 0.045, xs[-1] - xs[0] + 0.045, 0.045))


def _desk(painter: QPainter, prop: PropNow, pose: Pose, _room: Box, tones: Tones) -> None:
    edge = prop.ends[0]
    away = _away(edge, pose)
    far = edge.x + away * 0.42
    painter.setBrush(tones.frame)
    for x in (edge.x + away * 0.10, far - away * 0.05):
        _post(painter, x, 0.0, edge.y - 0.01, 0.022)
    _slab(painter, min(edge.x, far), max(edge.x, far), edge.y, 0.026)


def _cushion(painter: QPainter, prop: PropNow, _pose: Pose, _room: Box, tones: Tones) -> None:
    left, right, low = _ends(prop)
    high = min(0.065, (right - left) * 0.4)
    painter.setBrush(tones.frame)
    painter.drawRoundedRect(QRectF(left, low, right - left, high), high * 0.45, high * 0.45)


def _bed(painter: QPainter, prop: PropNow, _pose: Pose, _room: Box, tones: Tones) -> None:
    left, right, top = _ends(prop)
    painter.setBrush(tones.frame)
    thick = min(0.11, max(0.04, top))
    if top - thick > 0.03:
        for x in (left + 0.06, right - 0.06):
            _post(painter, x, 0.0, top - thick / 2, 0.026)
    painter.setBrush(tones.thing)
    _slab(painter, left, right, top, thick)


def _post(painter: QPainter, x: float, low: float, high: float, broad: float) -> None:
    painter.drawRect(QRectF(x - broad / 2, low, broad, max(0.0, high - low)))


def _away(point: Point, pose: Pose) -> float:
    """1 if what stands at ``point`` reaches to the right, away from the body, else -1."""
    return 1.0 if point.x >= pose.joints["hip"].x else -1.0


_PAINT: dict[PropKind, _Paint] = {
    PropKind.MAT: _mat,
    PropKind.FLOOR: _floor,
    PropKind.WALL: _wall,
    PropKind.CHAIR: _chair,
    PropKind.DOORWAY: _doorway,
    PropKind.DESK: _desk,
    PropKind.CUSHION: _cushion,
    PropKind.BED: _bed,
}
_ORDER = (
    PropKind.WALL,
    PropKind.DOORWAY,
    PropKind.FLOOR,
    PropKind.MAT,
    PropKind.BED,
    PropKind.CUSHION,
    PropKind.CHAIR,
    PropKind.DESK,
    PropKind.BAND,
)
"""From the back to the front."""
