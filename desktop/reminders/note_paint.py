"""Painting the note: a sheet of paper, its shadow, what is written on it and what is pressed."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QTextOption,
)

from desktop.look.colors import Colors
from desktop.look.tokens import STROKES, Strokes
from desktop.reminders.note_layout import NoteLayout

ANGLE = -0.6
"""Degrees: a hair crooked, as a note is that a hand has stuck there."""

_ROUND, _CURL = 3.0, 16.0
_SHADE_LAYERS, _SHADE_REACH, _SHADE_ROUND = 26, 28.0, 6.0


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """How a button of the note stands just now."""

    label: str
    main: bool
    over: bool
    down: bool
    strokes: Strokes = STROKES


def sheet_path(sheet: QRectF) -> QPainterPath:
    """The outline: three square corners, and the one at the bottom right that curls up."""
    left, top, right, bottom = sheet.left(), sheet.top(), sheet.right(), sheet.bottom()
    path = QPainterPath(QPointF(left + _ROUND, top))
    path.lineTo(right - _ROUND, top)
    path.quadTo(right, top, right, top + _ROUND)
    path.lineTo(right, bottom - _CURL)
    path.quadTo(right - 1, bottom - 1, right - _CURL, bottom)
    path.lineTo(left + _ROUND, bottom)
    path.quadTo(left, bottom, left, bottom - _ROUND)
    path.lineTo(left, top + _ROUND)
    path.quadTo(left, top, left + _ROUND, top)
    return path


def paint_shadow(painter: QPainter, sheet: QRectF, colors: Colors) -> None:
    """A soft shadow: the light comes from above, and the lower edge stands off a little."""
    painter.setPen(Qt.PenStyle.NoPen)
    color = QColor(colors.shade)
    for layer in range(_SHADE_LAYERS):
        reach = _SHADE_REACH * (1 - layer / _SHADE_LAYERS) - 4
        # More of it near the paper: each layer adds a little more than the one around it.
        color.setAlphaF(0.004 + 0.017 * (layer / _SHADE_LAYERS) ** 1.5)
        painter.setBrush(color)
        grown = sheet.adjusted(3 - reach, 8 - reach, reach - 1, 6 + reach)
        radius = _SHADE_ROUND + max(0.0, reach)
        painter.drawRoundedRect(grown, radius, radius)


def paint_sheet(painter: QPainter, layout: NoteLayout, colors: Colors, strokes: Strokes) -> None:
    """The paper: a trace lighter where the light falls, a trace darker where it curls."""
    sheet = layout.sheet
    paper = QColor(colors.note)
    shine = QLinearGradient(sheet.topLeft(), sheet.bottomRight())
    shine.setColorAt(0.0, paper.lighter(102))
    shine.setColorAt(0.55, paper)
    shine.setColorAt(1.0, paper.darker(103))
    painter.setBrush(shine)
    painter.setPen(QPen(QColor(colors.note_edge), strokes.edge))
    painter.drawPath(sheet_path(sheet.adjusted(0.5, 0.5, -0.5, -0.5)))
    if not strokes.clear:
        _paint_curl(painter, sheet, paper)


def _paint_curl(painter: QPainter, sheet: QRectF, paper: QColor) -> None:
    """The corner at the bottom right bends towards us, and catches the light just before."""
    corner = sheet.bottomRight()
    bend = QLinearGradient(corner - QPointF(2 * _CURL, 2 * _CURL), corner)
    clear, light, dark = QColor(paper), paper.lighter(104), paper.darker(114)
    clear.setAlpha(0)
    bend.setColorAt(0.5, clear)
    bend.setColorAt(0.68, light)
    bend.setColorAt(0.9, dark)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bend)
    box = QPainterPath()
    box.addRect(QRectF(corner - QPointF(2 * _CURL, 2 * _CURL), corner))
    painter.drawPath(box.intersected(sheet_path(sheet.adjusted(0.5, 0.5, -0.5, -0.5))))


def paint_words(painter: QPainter, layout: NoteLayout, colors: Colors) -> None:
    painter.setFont(layout.font)
    painter.setPen(QColor(colors.note_text))
    if layout.from_right:
        _paint_words_from_right(painter, layout)
        return
    at = layout.words.topLeft() + QPointF(0, QFontMetricsF(layout.font).ascent())
    for line in layout.lines:
        painter.drawText(at, line)
        at += QPointF(0, layout.line_height)


def _paint_words_from_right(painter: QPainter, layout: NoteLayout) -> None:
    """Every line at the right, also one that begins with a foreign word."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    row = QRectF(layout.words.topLeft(), QSizeF(layout.words.width(), layout.line_height))
    for line in layout.lines:
        painter.drawText(row, line, option)
        row.translate(0, layout.line_height)


def paint_button(
    painter: QPainter, rect: QRectF, look: ButtonLook, font: QFont, colors: Colors
) -> None:
    ground = ""
    if look.main:
        ground = colors.note_over if look.over or look.down else colors.note_ink
    elif look.over or look.down:
        ground = colors.note_tint
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 4
    if ground:
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(rect, radius, radius)
    elif look.strokes.clear:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.note_ink), look.strokes.edge))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.setFont(font)
    painter.setPen(QColor(colors.on_note if look.main else colors.note_ink))
    metrics = QFontMetricsF(font)
    room = rect.width() - rect.height() / 5
    label = metrics.elidedText(look.label, Qt.TextElideMode.ElideRight, room + 1)
    if look.down:
        rect = rect.translated(0, 1)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label)
