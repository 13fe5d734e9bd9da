"""The progress strip: every segment of the routine in a row, what has passed filled."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.look.colors import Colors
from desktop.player.scene import StripPart
from routines.timeline import SegmentKind

_GAP = 4.0
_LEAST = 3.0


def part_rects(strip: tuple[StripPart, ...], width: float, height: float) -> list[QRectF]:
    """Where each part lies. Short ones keep a width that can be seen, as far as there is room."""
    count = len(strip)
    if not count:
        return []
    gap = _GAP if count * (_GAP + _LEAST) < width / 2 else min(1.0, width / count / 4)
    least = min(_LEAST if gap == _GAP else 1.0, (width - gap * (count - 1)) / count)
    least = max(height, least) if count * (height + gap) < width / 2 else least
    room = width - gap * (count - 1) - least * count
    rects, x = [], 0.0
    for part in strip:
        wide = least + room * part.share
        rects.append(QRectF(x, 0.0, wide, height))
        x += wide + gap
    return rects


def paint_strip(
    painter: QPainter,
    strip: tuple[StripPart, ...],
    rects: list[QRectF],
    here: int,
    share: float,
    colors: Colors,
) -> None:
    """Fill everything before part ``here`` and ``share`` of it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for index, (part, rect) in enumerate(zip(strip, rects, strict=True)):
        filled = 1.0 if index < here else share if index == here else 0.0
        radius = min(rect.height(), rect.width()) / 2
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(rect, radius, radius)
        if part.kind is SegmentKind.OPEN and index == here:
            filled = 1.0
        if filled > 0:
            painter.setClipRect(QRectF(rect.x(), rect.y(), rect.width() * filled, rect.height()))
            painter.setBrush(QColor(_color(part, colors)))
            painter.drawRoundedRect(rect, radius, radius)
            painter.setClipping(False)


def _color(part: StripPart, colors: Colors) -> str:
    worked = part.kind in (SegmentKind.WORK, SegmentKind.OPEN)
    return colors.sage if worked else colors.far
