"""How scales and outcomes are told apart: by line, mark and hatching, never by colour alone."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QPolygonF

from desktop.look.colors import Colors
from desktop.look.sizes import Sizes


@dataclass(frozen=True, slots=True)
class LineLook:
    """``role`` is that of a colour; ``dash`` are strokes and gaps in widths of the line."""

    role: str
    dash: tuple[float, ...]
    mark: str


LINES = {
    "tension": LineLook("sage", (), "circle"),
    "anxiety": LineLook("clay", (5.0, 2.5), "square"),
    "pain": LineLook("ink", (1.0, 2.5), "triangle"),
    "mood": LineLook("soft", (6.0, 2.5, 1.0, 2.5), "diamond"),
    "sleep": LineLook("edge", (9.0, 3.0), "cross"),
}
_SOLID, _EMPTY = Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush
_FILLS = {
    "started": ("sage", _SOLID),
    "later": ("sage", Qt.BrushStyle.BDiagPattern),
    "skipped": ("clay", Qt.BrushStyle.FDiagPattern),
    "not-today": ("soft", Qt.BrushStyle.Dense6Pattern),
    "ignored": ("soft", _EMPTY),
}


_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45)),
    "triangle": ((0, -0.58), (0.56, 0.42), (-0.56, 0.42)),
    "diamond": ((0, -0.62), (0.62, 0), (0, 0.62), (-0.62, 0)),
    "cross": (
        *((-0.18, -0.56), (0.18, -0.56), (0.18, -0.18), (0.56, -0.18), (0.56, 0.18)),
        *((0.18, 0.18), (0.18, 0.56), (-0.18, 0.56), (-0.18, 0.18), (-0.56, 0.18)),
        *((-0.56, -0.18), (-0.18, -0.18)),
    ),
}


@cache
def mark_path(mark: str) -> QPainterPath:
    """A mark about the middle, one unit across; a circle where it has no corners."""
    path = QPainterPath()
    if mark in _CORNERS:
        path.addPolygon(QPolygonF([QPointF(*corner) for corner in _CORNERS[mark]]))
        path.closeSubpath()
    else:
        path.addEllipse(QRectF(-0.5, -0.5, 1, 1))
    return path


def line_pen(scale: str, colors: Colors, sizes: Sizes) -> QPen:
    look = LINES[scale]
    pen = QPen(QColor(getattr(colors, look.role)), sizes.unit / 2)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if look.dash:
        pen.setDashPattern(list(look.dash))
    return pen


def mark_color(scale: str, colors: Colors) -> QColor:
    return QColor(getattr(colors, LINES[scale].role))


def fill_brush(outcome: str, colors: Colors) -> QBrush:
    role, style = _FILLS[outcome]
    return QBrush(QColor(getattr(colors, role)), style)


def fill_pen(outcome: str, colors: Colors, sizes: Sizes) -> QPen:
    pen = QPen(QColor(getattr(colors, _FILLS[outcome][0])), sizes.strokes.edge)
    pen.setCosmetic(True)
    return pen


def level_color(level: int, colors: Colors) -> QColor:
    """From the faintest sage to the full one."""
    tint, sage = QColor(colors.tint), QColor(colors.sage)
    share = level / 4
    parts = zip(tint.getRgbF()[:3], sage.getRgbF()[:3], strict=True)  # type: ignore[index]  # the stub knows no tuple
    return QColor.fromRgbF(*(one + (other - one) * share for one, other in parts))
