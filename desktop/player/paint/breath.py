"""Painting the breath: a disk that fills, or a bar for those who want nothing to grow.

Sizes are shares of the radius, which is half of the stage's room.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.look.colors import Colors
from desktop.player.breath_shape import BreathShape, Spot, spot_at, way
from desktop.player.paint.breath_words import StageFonts, draw_line, scaled

_DISK = 0.80
_DISK_IN_SQUARE = 0.68
_LEAST = 0.40
_SIDE = 0.84
_TRACK = 0.034
_HOLD_GAP = 0.055
_HOLD = 0.022
"""Shares: of the radius that a full breath fills, alone and in a square; of that, what an empty
one does; half the square's side; half the breadth of its track; how far outside the disk a hold
is counted, and half the breadth of that line."""

_SHARES, _RIM, _READ = (0.75, 0.65, 0.55, 0.45, 0.35), 0.6, 4.5
"""How strong the disk's colour may be, the strongest first, how much of that its rim of a second
sip has, and the contrast that its words need."""

_BAR = 0.78
_BAR_TALL = 0.075
"""Half the breadth of the bar, and its height."""


def paint_breath_backdrop(
    painter: QPainter, middle: QPointF, radius: float, shape: BreathShape, colors: Colors
) -> None:
    """What stands still behind the disk: where it will be full, and the track of the square."""
    full = full_radius(shape, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.tint))
    painter.drawEllipse(middle, full, full)
    if shape.walked is not None:
        _draw_way(painter, middle, radius, way(0.0, 4.0), QPen(QColor(colors.line), 1.0))


def paint_breath(
    painter: QPainter,
    middle: QPointF,
    radius: float,
    shape: BreathShape,
    colors: Colors,
) -> None:
    """The disk, what is held, and the way round the square."""
    _paint_disk(painter, middle, radius, shape, colors)
    if shape.walked is not None:
        _paint_walk(painter, middle, radius, shape.walked, colors)
    elif shape.held is not None:
        _paint_hold(painter, middle, disk_radius(shape, radius), radius, shape.held, colors)


def paint_still_breath(
    painter: QPainter,
    middle: QPointF,
    radius: float,
    shape: BreathShape,
    colors: Colors,
    fonts: StageFonts,
    *,
    spoken: bool = True,
    left: str = "",
) -> None:
    """The breath for those who want stillness: the phase, its seconds, and a bar that fills."""
    half, tall = radius * _BAR, max(8.0, radius * _BAR_TALL)
    bar = QRectF(middle.x() - half, middle.y() + radius * 0.34, half * 2, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.line))
    painter.drawRoundedRect(bar, tall / 2, tall / 2)
    painter.setBrush(QColor(colors.sage))
    passed = QRectF(bar)
    passed.setWidth(max(tall, bar.width() * shape.share))
    painter.drawRoundedRect(passed, tall / 2, tall / 2)
    painter.setPen(QColor(colors.ink))
    number = (fonts.number_at(radius, shape.left), 0.0, shape.left)
    word = (scaled(fonts.word, radius), -0.44, shape.word)
    counted = " · ".join(filter(None, (shape.count, left)))
    count = (scaled(fonts.count, radius), 0.58, counted)
    for font, y, text in (word, number, count) if spoken else (number,):
        line = QRectF(middle.x() - radius, 0, radius * 2, font.pixelSize() * 1.4)
        line.moveCenter(QPointF(middle.x(), middle.y() + radius * y))
        draw_line(painter, line, font, text)


def disk_radius(shape: BreathShape, radius: float, fill: float | None = None) -> float:
    """How large the disk is at the shape's fill, or at another."""
    now = shape.fill if fill is None else fill
    return full_radius(shape, radius) * (_LEAST + (1 - _LEAST) * now)


@lru_cache(maxsize=4)
def disk_share(colors: Colors) -> float:
    """How far the disk's colour goes from ``tint`` to ``far``: as far as the ink on it is read."""
    ink = _luminance(QColor(colors.ink))
    for share in _SHARES:
        disk = _luminance(between(colors.tint, colors.far, share))
        if (max(ink, disk) + 0.05) / (min(ink, disk) + 0.05) >= _READ:
            return share
    return _SHARES[-1]


def _luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it, from 0 to 1."""
    shares = (color.redF(), color.greenF(), color.blueF())
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def between(one: str, other: str, share: float) -> QColor:
    """A colour between two, opaque: blending half a million pixels a frame costs more."""
    first, second = QColor(one), QColor(other)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def side_of_square(radius: float) -> float:
    """How long a side is that is walked."""
    return radius * _SIDE * 2


def full_radius(shape: BreathShape, radius: float) -> float:
    """How large the disk is when the breath is full."""
    return radius * (_DISK if shape.walked is None else _DISK_IN_SQUARE)


def _paint_disk(
    painter: QPainter, middle: QPointF, radius: float, shape: BreathShape, colors: Colors
) -> None:
    """The breath; what a second sip adds stands out as a lighter rim."""
    painter.setPen(Qt.PenStyle.NoPen)
    goals = (*shape.levels, 1.0)
    for index in reversed(range(len(goals))):
        if index == 0 or shape.fill > goals[index - 1]:
            size = disk_radius(shape, radius, min(shape.fill, goals[index]))
            share = disk_share(colors)
            share = share if index == 0 else share * _RIM
            painter.setBrush(between(colors.tint, colors.far, share))
            painter.drawEllipse(middle, size, size)


def _paint_hold(
    painter: QPainter,
    middle: QPointF,
    disk: float,
    radius: float,
    held: float,
    colors: Colors,
) -> None:
    """The seconds of a hold, as a line that goes once round the resting disk."""
    reach = disk + radius * _HOLD_GAP
    square = QRectF(middle.x() - reach, middle.y() - reach, reach * 2, reach * 2)
    pen = QPen(QColor(colors.line), max(2.0, radius * _HOLD * 2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawEllipse(square)
    pen.setColor(QColor(colors.sage))
    painter.setPen(pen)
    painter.drawArc(square, 90 * 16, -round(held * 360 * 16))


def _paint_walk(
    painter: QPainter, middle: QPointF, radius: float, walked: float, colors: Colors
) -> None:
    """The sides behind, the one that is being walked, and who walks."""
    side = min(3.0, float(int(walked)))
    _draw_way(painter, middle, radius, way(0.0, side), QPen(QColor(colors.far), 1.0))
    _draw_way(painter, middle, radius, way(side, walked), QPen(QColor(colors.sage), 1.0))
    dot = max(6.0, radius * _TRACK * 2.1)
    painter.setPen(QPen(QColor(colors.paper), max(2.0, dot * 0.28)))
    painter.setBrush(QColor(colors.sage))
    painter.drawEllipse(_on_screen(spot_at(walked), middle, radius), dot, dot)


def _draw_way(
    painter: QPainter, middle: QPointF, radius: float, spots: tuple[Spot, ...], pen: QPen
) -> None:
    if spots:
        pen.setWidthF(max(4.0, radius * _TRACK * 2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([_on_screen(spot, middle, radius) for spot in spots]))


def _on_screen(spot: Spot, middle: QPointF, radius: float) -> QPointF:
    reach = radius * _SIDE
    return QPointF(middle.x() + spot.x * reach, middle.y() - spot.y * reach)
