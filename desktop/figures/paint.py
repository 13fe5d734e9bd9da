"""Painting a figure: its props, its shadow and its body, at any size, in any colours."""

import math
from collections.abc import Hashable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from desktop.figures.board import Board
from desktop.figures.body import GAP, Layer, Part, Tone, body_layers, support
from desktop.figures.props import (
    FLOOR_THICK,
    away,
    paint_backrest,
    paint_bands,
    paint_props,
    paint_seat,
)
from desktop.figures.shape import Curve, soft
from desktop.figures.tones import Tones
from routines.figures.model import Box, Point, Pose, PropKind, View

_AROUND = 0.02  # air around the box, which has room for flesh already; in body units
_BELOW = 0.05  # for what the floor is made of
_LEAST_GAP = 0.8  # pixels
_FAR_OUT = 40.0  # body units; what lies farther out than that is a mistake
_LOW, _HIGH = 0.10, 0.42
_SHADOW_ON_MAT = 0.012
_SURFACES = (PropKind.MAT, PropKind.BED, PropKind.FLOOR)


def paint_figure(painter: QPainter, area: QRectF, pose: Pose, box: Box, tones: Tones) -> None:
    """Paint ``pose`` into ``area``, so that all of ``box`` has room and stands on its bottom."""
    paint_things(painter, area, pose, box, tones)
    paint_person(painter, area, pose, box, tones)


def paint_things(painter: QPainter, area: QRectF, pose: Pose, box: Box, tones: Tones) -> None:
    """The first half of ``paint_figure``: the props behind and below the body."""
    if _fits(area, pose, box):
        painter.save()
        room = Box(box.left - _AROUND, -_BELOW, box.right + _AROUND, box.top + _AROUND)
        paint_props(_prepared(painter, area, box), pose, room, tones)
        painter.restore()


def paint_person(painter: QPainter, area: QRectF, pose: Pose, box: Box, tones: Tones) -> None:
    """The second half of ``paint_figure``: the body with its shadow, and what it holds."""
    if _fits(area, pose, box):
        painter.save()
        board = _prepared(painter, area, box)
        _paint_shadow(board, pose, tones)
        _paint_body(board, pose, tones)
        painter.restore()


def things_of(pose: Pose, box: Box) -> Hashable:
    """What ``paint_things`` depends on, besides area and tones."""
    still = tuple(prop for prop in pose.props if prop.kind is not PropKind.BAND)
    return pose.view, pose.facing, box, still, tuple(away(prop, pose) for prop in still)


def _fits(area: QRectF, pose: Pose, box: Box) -> bool:
    return _paintable(pose) and all(map(math.isfinite, box)) and area.isValid()


def _prepared(painter: QPainter, area: QRectF, box: Box) -> Board:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return board_on(painter, area, box)


def _paintable(pose: Pose) -> bool:
    points = [*pose.joints.values(), *(end for prop in pose.props for end in prop.ends)]
    trunk = all(name in pose.joints for name in ("head", "neck", "chest", "waist", "hip"))
    return trunk and all(abs(x) < _FAR_OUT and abs(y) < _FAR_OUT for x, y in points)


def board_on(painter: QPainter, area: QRectF, box: Box) -> Board:
    """The board that shows ``box`` as large as ``area`` allows, standing in its middle."""
    scale = scale_of(area, box)
    slack = (area.height() - _high(box) * scale) / 2
    left = area.center().x() - (box.left + box.right) / 2 * scale
    return Board(painter, left, area.bottom() - slack - _BELOW * scale, scale)


def scale_of(area: QRectF, box: Box) -> float:
    """How many pixels a body unit takes where all of ``box`` has room in ``area``."""
    wide = max(0.2, box.right - box.left) + 2 * _AROUND
    return min(area.width() / wide, area.height() / _high(box))


def _high(box: Box) -> float:
    """From below the floor up: nothing is lower than what the floor is made of."""
    return max(0.2, box.top + _BELOW) + _AROUND


def _paint_body(board: Board, pose: Pose, tones: Tones) -> None:
    gap = max(GAP, _LEAST_GAP / board.scale) if board.scale > 0 else GAP
    free = QBrush(_ground(pose, tones))
    floor = support(pose.props)
    layers = body_layers(pose, gap)
    last_arm = max((at for at, layer in enumerate(layers) if layer.part is Part.ARM), default=-1)
    seat = _seated_before(layers)
    for at, layer in enumerate(layers):
        if at == last_arm:
            paint_bands(board, pose, tones)
        if at == seat:
            paint_seat(board, pose, tones)
        flesh = path_of(layer.outlines, floor)
        board.painter.setOpacity(layer.shown)
        if layer.gaps:
            gaps = path_of(layer.gaps, floor)
            if layer.shown < 1.0:  # what is behind it shows through it, and not the gap
                gaps = gaps.subtracted(flesh.simplified())
            board.painter.fillPath(board.path(gaps), free)
        board.painter.fillPath(board.path(flesh), tones.body[layer.tone])
    board.painter.setOpacity(1.0)
    paint_backrest(board, pose, tones)


def _seated_before(layers: list[Layer]) -> int:
    """The first layer that is painted on the seat of one seen from behind, its far legs not."""
    return max((at for at, layer in enumerate(layers) if layer.tone is Tone.FAR), default=-1) + 1


def _ground(pose: Pose, tones: Tones) -> QColor:
    """What shows in the gaps: from the front it may be a wall."""
    walled = any(prop.kind is PropKind.WALL for prop in pose.props)
    return tones.wall.color() if walled and pose.view is not View.SIDE else tones.ground


def path_of(curves: Iterable[Curve], floor: float = 0.0) -> QPainterPath:
    """The path of ``curves``. Flesh lies flat on the floor: it never goes below it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for curve in curves:
        x, y = curve[0]
        path.moveTo(x, max(floor, y))
        for part in curve[1:]:
            if len(part) == 2:
                path.lineTo(part[0], max(floor, part[1]))
            else:
                x1, y1, x2, y2, x, y = part
                if y1 < floor or y2 < floor or y < floor:  # seldom, and max() takes its time
                    y1, y2, y = max(floor, y1), max(floor, y2), max(floor, y)
                path.cubicTo(x1, y1, x2, y2, x, y)
    return path


def _paint_shadow(board: Board, pose: Pose, tones: Tones) -> None:
    """On the surface of the floor, the mat or the bed: under all that is low, and softly ending."""
    ground = support(pose.props)
    left, right = shadow_span(pose.joints.values(), ground)
    left, right, deep = left - 0.06, right + 0.06, FLOOR_THICK / 2
    for prop in pose.props:
        if prop.kind in _SURFACES and len(prop.ends) > 1:
            xs = [end.x for end in prop.ends]
            left, right = max(left, min(xs) + 0.012), min(right, max(xs) - 0.012)
            deep = FLOOR_THICK if prop.kind is PropKind.FLOOR else _SHADOW_ON_MAT
    if right <= left:
        return
    area = board.rect(left, right, ground - deep, ground)
    clear = QColor(tones.shadow)
    clear.setAlpha(0)
    fall = QLinearGradient(area.topLeft(), area.topRight())
    end = min(0.5, 0.12 / (right - left))
    for at, color in ((0.0, clear), (end, tones.shadow), (1 - end, tones.shadow), (1.0, clear)):
        fall.setColorAt(at, color)
    board.painter.fillRect(area, fall)


def shadow_span(joints: Iterable[Point], ground: float) -> tuple[float, float]:
    """From where to where the shadow falls: what is higher counts for less, without a jump."""
    points = list(joints)
    weights = [1.0 - soft(y - ground, _LOW, _HIGH) for _, y in points]
    whole = sum(weights)
    if whole < 1e-6:
        middle = sum(x for x, _ in points) / max(1, len(points))
        return middle, middle
    middle = sum(x * weight for (x, _), weight in zip(points, weights, strict=True)) / whole
    spread = [
        middle + (x - middle) * weight for (x, _), weight in zip(points, weights, strict=True)
    ]
    return min(spread), max(spread)
