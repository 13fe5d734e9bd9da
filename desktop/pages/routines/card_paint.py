"""Painting a card: its first figure, or else the routine's own shape as a dial, its name, and what
it takes.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.figures.paint import paint_figure
from desktop.figures.tones import tones_of
from desktop.look.colors import Colors
from desktop.look.signs import paint_star
from desktop.look.theme import Theme
from desktop.look.tokens import CORNERS, Strokes
from desktop.pages.routines.cards import Card, Slice

LEAST_WIDTH = 250  # pixels at 1x
_PICTURE = 132
_AIR = 10.0  # pixels around a figure
_STAR = 48  # the side of the square in which it takes clicks, at 1x
_STAR_RADIUS = 9  # pixels at 1x
_SMALL = 6.0  # degrees; a lead-in smaller than that is just the gap between two steps
_MANY = 60  # slices; with more, gaps would eat them


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card is met: by the keyboard, by the mouse."""

    current: bool
    focused: bool
    over: bool


@dataclass(frozen=True, slots=True)
class CardLook:
    """Fonts and measures of a card under a theme."""

    colors: Colors
    name: QFont
    line: QFont
    small: QFont
    code: QFont
    pad: int
    strokes: Strokes
    star: int
    """The side of the square in which the star takes clicks."""

    def height(self) -> int:
        name = QFontMetrics(self.name).height()
        line = QFontMetrics(self.line).height()
        small = QFontMetrics(self.small).height()
        return self.pad * 3 + self.picture() + name + 4 + line + small * 3

    def picture(self) -> int:
        return max(_PICTURE, QFontMetrics(self.name).height() * 6)


def card_look(theme: Theme) -> CardLook:
    sizes = theme.sizes
    code = theme.font(sizes.small)
    code.setFamilies(["monospace"])
    return CardLook(
        colors=theme.colors,
        name=theme.font(sizes.body + 3, QFont.Weight.DemiBold),
        line=theme.font(sizes.body),
        small=theme.font(sizes.small),
        code=code,
        pad=sizes.gap(5),
        strokes=sizes.strokes,
        star=sizes.scaled(_STAR),
    )


def star_rect(card: QRect, look: CardLook) -> QRect:
    """Where the star of a card takes clicks."""
    return QRect(card.right() - look.star, card.top(), look.star, look.star)


def paint_card(
    painter: QPainter, rect: QRect, card: Card, look: CardLook, state: CardState
) -> None:
    """Draw ``card`` into ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_frame(painter, rect, card, look, state)
    inner = rect.adjusted(look.pad, look.pad, -look.pad, -look.pad)
    if card.broken:
        _paint_broken(painter, inner, card, look)
    else:
        _paint_whole(painter, inner, card, look)
    if card.favourite or state.over or state.current:
        center = QPointF(star_rect(rect, look).center())
        radius = look.star * _STAR_RADIUS / _STAR
        paint_star(painter, center, radius, look.colors, filled=card.favourite)


def _paint_frame(
    painter: QPainter, rect: QRect, card: Card, look: CardLook, state: CardState
) -> None:
    colors, strokes = look.colors, look.strokes
    edge = colors.clay if card.broken else colors.line
    pen = QPen(QColor(edge), strokes.edge)
    if state.current:
        pen = QPen(QColor(colors.sage if state.focused else colors.far), strokes.ring)
    elif state.over:
        pen = QPen(QColor(colors.far), strokes.edge)
    painter.setPen(pen)
    painter.setBrush(QColor(colors.card))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), CORNERS.card, CORNERS.card)


def _paint_whole(painter: QPainter, inner: QRect, card: Card, look: CardLook) -> None:
    colors = look.colors
    picture = QRectF(inner.x(), inner.y(), inner.width(), look.picture())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.tint))
    painter.drawRoundedRect(picture, CORNERS.control, CORNERS.control)
    if card.shown is not None:
        tones = tones_of(colors, colors.tint)
        inside = picture.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        paint_figure(painter, inside, card.shown.pose, card.shown.room, tones)
    else:
        _paint_dial(painter, picture, card, look)
    rest = inner.adjusted(0, round(picture.height()) + look.pad, 0, 0)
    below = _text(painter, rest, _Ink(look.name, colors.ink), card.name, 2)
    two_lines = below.y() - rest.y() > QFontMetrics(look.name).height()
    rest = _text(painter, below.adjusted(0, 4, 0, 0), _Ink(look.line, colors.soft), card.line, 1)
    most = 2 if two_lines else 3
    if card.mend:
        rest = _text(painter, rest, _Ink(look.small, colors.clay_ink), card.mend, 1)
        most -= 1
    _text(painter, rest, _Ink(look.small, colors.soft), card.about, most)


def _paint_dial(painter: QPainter, picture: QRectF, card: Card, look: CardLook) -> None:
    """The routine's own shape: its steps around a clock, its length in the middle."""
    radius = picture.height() * 0.37
    center = picture.center()
    square = QRectF(center.x() - radius, center.y() - radius, radius * 2, radius * 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    gap = 2.4 if len(card.dial) <= _MANY else 0.6
    for part in card.dial:
        if not part.work and part.share * 360 < _SMALL:
            continue
        color = look.colors.sage if part.work else look.colors.far
        pen = QPen(QColor(color), radius * (0.17 if part.work else 0.1))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        begin, span = _angles(part, gap)
        painter.drawArc(square, begin, span)
    painter.setPen(QColor(look.colors.sage))
    painter.setFont(look.name)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, card.length)


def _angles(part: Slice, gap: float) -> tuple[int, int]:
    """A slice in Qt's sixteenths of a degree, clockwise from the top, a gap behind it."""
    span = max(0.8, part.share * 360 - gap)
    return round((90 - part.begin * 360) * 16), round(-span * 16)


def _paint_broken(painter: QPainter, inner: QRect, card: Card, look: CardLook) -> None:
    colors, half = look.colors, look.pad // 2
    beside_star = inner.adjusted(0, 0, -look.star // 2, 0)
    rest = _text(painter, beside_star, _Ink(look.name, colors.clay_ink), card.name, 2)
    rest = QRect(inner.x(), rest.y() + half, inner.width(), rest.height())
    rest = _text(painter, rest, _Ink(look.line, colors.soft), card.problem, 5)
    if not card.excerpt:
        return
    metrics = QFontMetrics(look.code)
    box = QRect(inner.x(), rest.y() + half, inner.width(), metrics.height() + look.pad)
    painter.setPen(Qt.PenStyle.NoPen)
    if look.strokes.clear:  # paper is no different from the card there
        painter.setPen(QPen(QColor(colors.line), look.strokes.edge))
    painter.setBrush(QColor(colors.paper))
    painter.drawRoundedRect(box, CORNERS.inset, CORNERS.inset)
    text = metrics.elidedText(card.excerpt, Qt.TextElideMode.ElideRight, box.width() - look.pad)
    painter.setPen(QColor(colors.ink))
    painter.setFont(look.code)
    painter.drawText(box.adjusted(half, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


@dataclass(frozen=True, slots=True)
class _Ink:
    """What a text is written with."""

    font: QFont
    color: str


def _text(painter: QPainter, area: QRect, ink: _Ink, text: str, most: int) -> QRect:
    """Write at most ``most`` lines of ``text``; gives the area below them."""
    metrics = QFontMetrics(ink.font)
    painter.setFont(ink.font)
    painter.setPen(QColor(ink.color))
    top = area.y()
    for line in elided_lines(metrics, text, area.width(), most):
        painter.drawText(area.x(), top + metrics.ascent(), line)
        top += metrics.height()
    return QRect(area.x(), top, area.width(), area.bottom() - top)


def elided_lines(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines of ``width`` pixels; what does not fit is elided."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        if len(lines) == most - 1:
            rest = " ".join(words)
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    return lines
