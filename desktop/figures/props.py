"""Painting the things beside a body, as calm flat shapes, in body units."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainterPath, QPen

from desktop.figures.board import Board
from desktop.figures.body import GAP
from desktop.figures.tones import Tones
from routines.figures.model import Box, Facing, Pose, PropKind, PropNow, View

MAT_THICK, FLOOR_THICK = 0.030, 0.010
_LOW_BACK = 0.15  # body units over the seat
_RIM, _LEAST_RIM = 0.005, 1.0  # body units, and logical pixels

_Paint = Callable[[Board, PropNow, Pose, Box, Tones], None]


def paint_props(board: Board, pose: Pose, room: Box, tones: Tones) -> None:
    """All that stands behind or below the body."""
    for prop in sorted(pose.props, key=lambda each: _ORDER.index(each.kind)):
        paint = _PAINT.get(prop.kind)
        if paint is not None and prop.ends and not _is_seat(prop, pose):
            paint(board, prop, pose, room, tones)


def paint_seat(board: Board, pose: Pose, tones: Tones) -> None:
    """What one sits on who is seen from behind: it stands before what the legs reach forward."""
    for prop in pose.props:
        if _is_seat(prop, pose) and prop.ends:
            _PAINT[prop.kind](board, prop, pose, Box(0.0, 0.0, 0.0, 0.0), tones)


def paint_backrest(board: Board, pose: Pose, tones: Tones) -> None:
    """The back of a chair seen from behind: an open frame, so low that the blades are seen."""
    for prop in pose.props:
        if prop.kind is PropKind.CHAIR and pose.view is View.BACK and prop.ends:
            x, top = prop.ends[0]
            high = top + _LOW_BACK
            corners = ((x - 0.117, top - 0.02), (x - 0.117, high), (x + 0.117, high))
            _line(board, (*corners, (x + 0.117, top - 0.02)), _frame_pen(board, tones))


def _is_seat(prop: PropNow, pose: Pose) -> bool:
    return pose.view is View.BACK and prop.kind in (PropKind.CHAIR, PropKind.CUSHION)


def paint_bands(board: Board, pose: Pose, tones: Tones) -> None:
    """The bands: a line that gets thinner the farther it is stretched."""
    for prop in pose.props:
        if prop.kind is PropKind.BAND and len(prop.ends) > 1:
            long = sum(math.dist(one, other) for one, other in pairwise(prop.ends))
            broad = band_breadth(long) * board.scale
            _line(board, prop.ends, QPen(tones.ground, broad + 2 * max(0.8, GAP * board.scale)))
            _line(board, prop.ends, QPen(tones.band, broad))


def _line(board: Board, ends: Sequence[tuple[float, float]], pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    path = QPainterPath(board.point(*ends[0]))
    for end in ends[1:]:
        path.lineTo(board.point(*end))
    board.painter.strokePath(path, pen)


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


def _mat(board: Board, prop: PropNow, _pose: Pose, _room: Box, tones: Tones) -> None:
    left, right, top = _ends(prop)
    _rimmed(board, (left, right, top - MAT_THICK, top), 0.014, tones)


def _floor(board: Board, prop: PropNow, _pose: Pose, room: Box, tones: Tones) -> None:
    left, right, top = _ends(prop) if len(prop.ends) > 1 else (room.left, room.right, 0.0)
    board.painter.setBrush(tones.frame)
    board.slab(left, right, top - FLOOR_THICK, top, FLOOR_THICK / 2)


def _wall(board: Board, prop: PropNow, pose: Pose, room: Box, tones: Tones) -> None:
    """From the side a strip behind its face; from the front or behind a surface behind the body."""
    if pose.view is not View.SIDE:
        floors = [each for each in pose.props if each.kind is PropKind.FLOOR and each.ends]
        foot = max((_ends(each)[2] for each in floors), default=0.0)  # behind who stands before it
        low = min(max(0.0, foot - FLOOR_THICK), room.top)
        _rimmed(board, (room.left, room.right, low, room.top), 0.03, tones, tones.wall)
        return
    face = prop.ends[0].x
    back = face + 0.045 * away(prop, pose)
    sides = min(face, back), max(face, back), 0.0, max(room.top, 1.0)
    _rimmed(board, sides, 0.004, tones)


def _chair(board: Board, prop: PropNow, pose: Pose, _room: Box, tones: Tones) -> None:
    """Seat, legs and a back that reaches below the shoulder blades; from behind it comes later."""
    x, top = prop.ends[0]
    half = 0.135
    board.painter.setBrush(tones.frame)
    for leg in (x - half + 0.018, x + half - 0.018):
        _post(board, leg, 0.0, top - 0.02, 0.020)
    if pose.view is View.SIDE:
        back = 1.0 if pose.facing is Facing.LEFT else -1.0
        low, high = x + back * (half - 0.012), x + back * (half + 0.030)
        _line(board, ((low, top - 0.02), (high, top + 0.27)), _frame_pen(board, tones))
    elif pose.view is View.FRONT:
        _rimmed(board, (x - half, x + half, top - 0.02, top + 0.27), 0.03, tones)
        board.painter.setBrush(tones.frame)
    board.slab(x - half - 0.01, x + half + 0.01, top - 0.032, top, 0.016)


def _frame_pen(board: Board, tones: Tones) -> QPen:
    return QPen(tones.frame, 0.024 * board.scale)


def _doorway(board: Board, prop: PropNow, _pose: Pose, room: Box, tones: Tones) -> None:
    """Two posts and what joins them; one post where only one is given, or both at one place."""
    xs = sorted(end.x for end in prop.ends)
    top = max(room.top, 1.12)
    half = 0.0225
    if xs[-1] - xs[0] < 0.2:
        _rimmed(board, (xs[0] - half, xs[0] + half, 0.0, top), 0.003, tones)
        return
    inner = (xs[0] + half, xs[-1] - half, 0.0, top - 2 * half)
    outer = (xs[0] - half, xs[-1] + half, 0.0, top)
    rim = _rim(board)
    _frame_of(board, outer, inner, tones.frame)
    _frame_of(board, _inset(outer, rim, 0.0), _inset(inner, -rim, 0.0), tones.thing)


def _desk(board: Board, prop: PropNow, pose: Pose, _room: Box, tones: Tones) -> None:
    x, top = prop.ends[0]
    side = away(prop, pose)
    far = x + side * 0.42
    board.painter.setBrush(tones.frame)
    for leg in (x + side * 0.10, far - side * 0.05):
        _post(board, leg, 0.0, top - 0.01, 0.022)
    board.slab(min(x, far), max(x, far), top - 0.026, top, 0.013)
    _screen(board, x + side * 0.27, top, side)


def _screen(board: Board, x: float, top: float, side: float) -> None:
    """A screen on a desk, from the side: its top is where the eyes are, and an arm's length off."""
    foot = x + side * 0.035
    board.slab(foot - 0.05, foot + 0.05, top, top + 0.010, 0.005)
    _post(board, foot, top, top + 0.16, 0.016)
    board.slab(min(x, foot), max(x, foot), top + 0.12, top + 0.16, 0.005)
    board.slab(x - 0.013, x + 0.013, top + 0.075, top + 0.315, 0.010)


def _cushion(board: Board, prop: PropNow, _pose: Pose, _room: Box, tones: Tones) -> None:
    left, right, low = _ends(prop)
    high = min(0.065, (right - left) * 0.4)
    board.painter.setBrush(tones.frame)
    board.slab(left, right, low, low + high, high * 0.45)


def _bed(board: Board, prop: PropNow, _pose: Pose, _room: Box, tones: Tones) -> None:
    left, right, top = _ends(prop)
    thick = min(0.11, max(0.04, top))
    board.painter.setBrush(tones.frame)
    if top - thick > 0.03:
        for x in (left + 0.06, right - 0.06):
            _post(board, x, 0.0, top - thick / 2, 0.026)
    _rimmed(board, (left, right, top - thick, top), 0.02, tones)


_Sides = tuple[float, float, float, float]
"""Left, right, low and high."""


def _rim(board: Board) -> float:
    """How broad the rim of a broad thing is, in body units: a thin line at any size."""
    return max(_RIM, _LEAST_RIM / board.scale) if board.scale > 0 else _RIM


def _rimmed(
    board: Board, sides: _Sides, corner: float, tones: Tones, fill: QBrush | None = None
) -> None:
    """A broad thing: quiet in its middle, its edge clearly seen."""
    board.painter.setBrush(tones.frame)
    board.slab(*sides, corner)
    rim = _rim(board)
    board.painter.setBrush(fill or tones.thing)
    board.slab(*_inset(sides, rim, rim), max(0.0, corner - rim))


def _inset(sides: _Sides, by: float, low: float) -> _Sides:
    return sides[0] + by, sides[1] - by, sides[2] + low, sides[3] - by


def _frame_of(board: Board, outer: _Sides, inner: _Sides, brush: QBrush) -> None:
    """What is between two rectangles."""
    path = QPainterPath()
    path.addRect(board.rect(*outer))
    path.addRect(board.rect(*inner))
    board.painter.fillPath(path, brush)


def _post(board: Board, x: float, low: float, high: float, broad: float) -> None:
    board.painter.drawRect(board.rect(x - broad / 2, x + broad / 2, low, max(low, high)))


def away(prop: PropNow, pose: Pose) -> float:
    """1 if what stands there reaches to the right, away from the body, else -1."""
    hip = pose.joints.get("hip")
    return 1.0 if not prop.ends or hip is None or prop.ends[0].x >= hip.x else -1.0


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
