"""The tray's icon, painted: the program's mark, calm, on a panel of any colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from desktop.look.colors import PANEL
from desktop.look.signs import paint_mark
from desktop.tray.state import TrayState

SIZES = (16, 22, 24, 32, 48, 64)

_MARGIN = 0.06
_STEPS = 24
"""Steps of the arc: more could not be told apart, and each is a new picture for the panel."""


@dataclass(frozen=True, slots=True)
class IconLook:
    """``step`` is how far the arc is round, of ``_STEPS``; None without an arc."""

    step: int | None = None
    paused: bool = False
    waiting: bool = False
    """A reminder waits for an answer."""


def look_of(state: TrayState) -> IconLook:
    """As the menu does, a reminder that waits comes before all else."""
    if state.shown is not None:
        return IconLook(waiting=True)
    if state.paused_text:
        return IconLook(paused=True)
    if state.share is None:
        return IconLook()
    return IconLook(step=round(min(1.0, max(0.0, state.share)) * _STEPS))


def tray_icon(look: IconLook) -> QIcon:
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(icon_pixmap(size, look))
    return icon


def icon_pixmap(size: int, look: IconLook) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # The mark keeps a margin of its own; in a panel every pixel counts.
    margin = size * _MARGIN
    square = QRectF(-margin, -margin, size + 2 * margin, size + 2 * margin)
    if look.paused:
        _paint_paused(painter, square)
    elif look.waiting:
        _paint_waiting(painter, square)
    elif look.step is not None:
        _paint_arc(painter, square, look.step / _STEPS)
    else:
        paint_mark(painter, square, PANEL)
    painter.end()
    return pixmap


def _ring(painter: QPainter, square: QRectF, color: QColor, share: float = 1.0) -> None:
    """A part of the mark's ring, clockwise from the top."""
    width = square.width() * 0.13
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(square.adjusted(width, width, -width, -width), 90 * 16, round(-5760 * share))


def _dot(painter: QPainter, square: QRectF, color: str, share: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    radius = square.width() * share
    painter.drawEllipse(square.center(), radius, radius)


def _paint_arc(painter: QPainter, square: QRectF, share: float) -> None:
    """The ring fills while the next reminder draws near."""
    track = QColor(PANEL.sage)
    track.setAlphaF(0.35)
    _ring(painter, square, track)
    if share > 0:
        _ring(painter, square, QColor(PANEL.sage), share)
    _dot(painter, square, PANEL.clay, 0.17)


def _paint_waiting(painter: QPainter, square: QRectF) -> None:
    """The dot has grown to be noticed by who looks, and by nobody else."""
    _ring(painter, square, QColor(PANEL.sage))
    # No larger: at 16 pixels a whole pixel stays free around it.
    _dot(painter, square, PANEL.clay, 0.225)


def _paint_paused(painter: QPainter, square: QRectF) -> None:
    """All grey, with the two strokes of a pause in the middle."""
    _ring(painter, square, QColor(PANEL.far))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PANEL.far))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    # On whole pixels, as blurred strokes would run into one at 16.
    size = round(square.width() / (1 + 2 * _MARGIN))
    stroke, high = max(2, round(size * 0.115)), 2 * round(size * 0.19)
    middle, top = size // 2, (size - high) // 2
    for left in (middle - stroke // 2 - stroke, middle + stroke - stroke // 2):
        painter.drawRect(left, top, stroke, high)
