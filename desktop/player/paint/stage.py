"""The middle of the player: a ring for the time left, and in it the breath or the movement.

A figure will stand here in place of the ring; the scene already says which.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.look.colors import Colors
from desktop.player.scene import Scene
from routines.timeline import SegmentKind

_FILL = 0.88
_DISK = 0.86
_LEAST_DISK = 0.36
_RING = 0.034
"""Shares: of the area that the ring fills, of the ring's radius that the disk has breathed in, of
that disk when breathed out, and half the breadth of the ring."""


@dataclass(frozen=True, slots=True)
class StageFonts:
    """The two fonts of the stage, at the sizes of a stage of 400 pixels."""

    number: QFont
    word: QFont


def paint_backdrop(painter: QPainter, area: QRectF, *, disk: bool, colors: Colors) -> None:
    """What stands still behind a scene: the paper, the ring's track, and room for the disk."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, QColor(colors.paper))
    center, radius = area.center(), _radius(area)
    if disk:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tint))
        painter.drawEllipse(center, radius * _DISK, radius * _DISK)
    broad = _ring_breadth(radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.line), broad))
    painter.drawEllipse(center, radius - broad / 2, radius - broad / 2)


def paint_stage(
    painter: QPainter, area: QRectF, scene: Scene, colors: Colors, fonts: StageFonts
) -> None:
    """Draw what moves of ``scene`` onto its backdrop in ``area``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    center, radius = area.center(), _radius(area)
    if scene.extent is not None:
        size = radius * _DISK * (_LEAST_DISK + (1 - _LEAST_DISK) * scene.extent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_between(colors.tint, colors.far, 0.75))
        painter.drawEllipse(center, size, size)
    if scene.ring is not None:
        worked = scene.kind in (SegmentKind.WORK, SegmentKind.OPEN) and not scene.returning
        _paint_ring(painter, center, radius, scene.ring, colors.sage if worked else colors.far)
        _paint_number(painter, center, radius, scene, colors, fonts)


def _radius(area: QRectF) -> float:
    return min(area.width(), area.height()) / 2 * _FILL


def _ring_breadth(radius: float) -> float:
    return max(6.0, radius * _RING * 2)


def _between(one: str, other: str, share: float) -> QColor:
    """A colour between two, opaque: blending half a million pixels a frame costs more."""
    first, second = QColor(one), QColor(other)
    pairs = zip(_rgb(first), _rgb(second), strict=True)
    return QColor(*(round(low + (high - low) * share) for low, high in pairs))


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


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
) -> None:
    number, word = _scaled(fonts.number, radius), _scaled(fonts.word, radius)
    if len(scene.ring_text) > 3:
        number.setPixelSize(round(number.pixelSize() * 0.72))
    painter.setPen(QColor(colors.ink))
    painter.setFont(number)
    lift = radius * 0.09 if scene.phase_word else 0.0
    box = QRectF(center.x() - radius, center.y() - radius - lift, radius * 2, radius * 2)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, scene.ring_text)
    if scene.phase_word:
        painter.setFont(word)
        below = QRectF(
            center.x() - radius * 0.8,
            center.y() + radius * 0.16,
            radius * 1.6,
            word.pixelSize() * 1.6,
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, scene.phase_word)


def _scaled(font: QFont, radius: float) -> QFont:
    scaled = QFont(font)
    scaled.setPixelSize(max(12, round(font.pixelSize() * radius / 200)))
    return scaled
