"""The middle of the player where no figure has it: the breath, the body map, or a ring for the
time left.
"""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.body_map.paint import paint_body_map, places
from desktop.look.colors import Colors
from desktop.player.paint.breath import (
    between,
    full_radius,
    paint_breath,
    paint_breath_backdrop,
    paint_still_breath,
)
from desktop.player.paint.breath_words import StageFonts, draw_line, paint_breath_words, scaled
from desktop.player.scene import Scene
from routines.timeline import SegmentKind

_FILL = 0.88
_DISK = 0.86
_LEAST_DISK = 0.36
_RING = 0.034
"""Shares: of the area that the ring fills, of the ring's radius that the disk of a movement fills
when it is there, of that disk when it is back, and half the breadth of the ring."""

_TOLD_ALONE = 0.8  # of the size of the number in a ring

_MAP_RING = 0.115
_MAP_RING_ALONE = 0.056
_MAP_NUMBER = 1.2
_LEAST_MAP_RING = 24.0
"""The radius of the ring beside a body map in heights of a body, between two of them and beside
one, how much larger its number is than in a ring of that size elsewhere, and the pixels that its
radius has beside a small body."""


def backdrop_of(scene: Scene, *, still: bool) -> Hashable:
    """What of a scene the backdrop depends on, besides its size and colours."""
    if scene.glow:
        return "map"
    if scene.breath is not None:
        return "still breath" if still else ("breath", scene.breath.walked is not None)
    return ("ring", scene.extent is not None)


def paint_backdrop(
    painter: QPainter, area: QRectF, scene: Scene, colors: Colors, *, still: bool = False
) -> None:
    """What stands still behind a scene: the paper, tracks, and room for the disk."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, QColor(colors.paper))
    center, radius = area.center(), stage_radius(area)
    if scene.glow or (scene.breath is not None and still):
        return
    if scene.breath is not None:
        paint_breath_backdrop(painter, center, radius, scene.breath, colors)
        if scene.breath.walked is not None:
            return
    elif scene.extent is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tint))
        painter.drawEllipse(center, radius * _DISK, radius * _DISK)
    _paint_track(painter, center, radius, colors)


def paint_stage(
    painter: QPainter,
    area: QRectF,
    scene: Scene,
    colors: Colors,
    fonts: StageFonts,
    *,
    still: bool = False,
    spoken: bool = True,
) -> None:
    """Draw what moves of ``scene`` onto its backdrop in ``area``.

    ``still`` is for those who want nothing to grow or move fast. Without ``spoken``, the words of
    a breath stand elsewhere.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.glow:
        _paint_map(painter, area, scene, colors, fonts)
    elif scene.breath is not None:
        _paint_breath(painter, area, scene, colors, fonts, still=still, spoken=spoken)
    else:
        _paint_movement(painter, area, scene, colors, fonts)


def has_phase(scene: Scene) -> bool:
    """Whether a pacer has a phase and a count to tell, or just the seconds before it begins."""
    on_stage = scene.breath is not None and scene.shown is None and not scene.glow
    return on_stage and bool(scene.breath and scene.breath.word) and not scene.returning


def _paint_map(
    painter: QPainter, area: QRectF, scene: Scene, colors: Colors, fonts: StageFonts
) -> None:
    paint_body_map(painter, area, dict(scene.glow), colors)
    if scene.ring is None:
        return
    stand = places(area)
    height, floor = stand[0].height, stand[0].foot.y()
    if len(stand) > 1:
        radius, x = height * _MAP_RING, area.center().x()
    else:
        radius = max(height * _MAP_RING_ALONE, min(_LEAST_MAP_RING, height * _MAP_RING))
        x = area.center().x() + height * 0.112 + radius
    center = QPointF(x, floor - radius)
    _paint_track(painter, center, radius, colors)
    _paint_ring(painter, center, radius, scene.ring, _ring_color(scene, colors))
    _paint_number(painter, center, radius, scene, colors, fonts, larger=_MAP_NUMBER)


def _paint_breath(
    painter: QPainter,
    area: QRectF,
    scene: Scene,
    colors: Colors,
    fonts: StageFonts,
    *,
    still: bool,
    spoken: bool,
) -> None:
    shape, center, radius = scene.breath, area.center(), stage_radius(area)
    assert shape is not None, "only breaths are painted so"
    waiting = not has_phase(scene)
    # A square has taken the place of the ring; and where nothing may go round, a number says it.
    left = scene.ring_text if still or shape.walked is not None else ""
    if still and not waiting:
        paint_still_breath(painter, center, radius, shape, colors, fonts, spoken=spoken, left=left)
        return
    if not still:
        paint_breath(painter, center, radius, shape, colors)
        if scene.ring is not None and shape.walked is None:
            _paint_ring(painter, center, radius, scene.ring, _ring_color(scene, colors))
    if waiting:
        _paint_number(painter, center, radius, scene, colors, fonts)
    elif spoken:
        half = full_radius(shape, radius)
        paint_breath_words(painter, center, radius, shape, colors, fonts, half=half, left=left)
    else:
        _paint_told(painter, center, radius, shape.told, colors, fonts)


def _paint_told(
    painter: QPainter, center: QPointF, radius: float, told: str, colors: Colors, fonts: StageFonts
) -> None:
    """The seconds of the phase alone, where there is no room for more."""
    painter.setPen(QColor(colors.ink))
    box = QRectF(center.x() - radius, center.y() - radius, radius * 2, radius * 2)
    draw_line(painter, box, fonts.number_at(radius * _TOLD_ALONE), told)


def _paint_movement(
    painter: QPainter, area: QRectF, scene: Scene, colors: Colors, fonts: StageFonts
) -> None:
    center, radius = area.center(), stage_radius(area)
    if scene.extent is not None:
        size = radius * _DISK * (_LEAST_DISK + (1 - _LEAST_DISK) * scene.extent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(between(colors.tint, colors.far, 0.75))
        painter.drawEllipse(center, size, size)
    if scene.ring is not None:
        _paint_ring(painter, center, radius, scene.ring, _ring_color(scene, colors))
        _paint_number(painter, center, radius, scene, colors, fonts)


def _ring_color(scene: Scene, colors: Colors) -> str:
    worked = scene.kind in (SegmentKind.WORK, SegmentKind.OPEN) and not scene.returning
    return colors.sage if worked else colors.far


def stage_radius(area: QRectF) -> float:
    return min(area.width(), area.height()) / 2 * _FILL


def _ring_breadth(radius: float) -> float:
    return max(min(6.0, radius * 0.12), radius * _RING * 2)


def _paint_track(painter: QPainter, center: QPointF, radius: float, colors: Colors) -> None:
    broad = _ring_breadth(radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.line), broad))
    painter.drawEllipse(center, radius - broad / 2, radius - broad / 2)


def _paint_ring(
    painter: QPainter, center: QPointF, radius: float, share: float, color: str
) -> None:
    left = 1.0 - share
    if left <= 0:
        return
    broad = _ring_breadth(radius)
    reach = radius - broad / 2
    square = QRectF(center.x() - reach, center.y() - reach, reach * 2, reach * 2)
    pen = QPen(QColor(color), broad)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    # What has passed opens clockwise from the top, as on a kitchen timer.
    begin = round((90 - share * 360) * 16)
    painter.drawArc(square, begin, -round(left * 360 * 16))


def _paint_number(
    painter: QPainter,
    center: QPointF,
    radius: float,
    scene: Scene,
    colors: Colors,
    fonts: StageFonts,
    *,
    larger: float = 1.0,
) -> None:
    number, word = fonts.number_at(radius * larger, scene.ring_text), scaled(fonts.word, radius)
    painter.setPen(QColor(colors.ink))
    painter.setFont(number)
    lift = radius * 0.09 if scene.phase_word else 0.0
    box = QRectF(center.x() - radius, center.y() - radius - lift, radius * 2, radius * 2)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, scene.ring_text)
    if scene.phase_word and larger == 1.0:
        below = QRectF(
            center.x() - radius * 0.8,
            center.y() + radius * 0.16,
            radius * 1.6,
            word.pixelSize() * 1.6,
        )
        draw_line(painter, below, word, scene.phase_word)
