"""The words on the breath's disk: the phase, its seconds, and which breath of how many.

They stand in the same place and size in every phase, so that nothing but the disk moves.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.look.colors import Colors
from desktop.player.breath_shape import BreathShape

_LEAST = 12
"""Pixels of the smallest word; what is too long then is cut short."""

_FREE = 0.93
"""The share of the disk's width that words take at the most."""

_SMALLER = (1.0, 0.9, 0.8)
_SMALLER_IN_TWO = (0.8, 0.7, 0.6, 0.5, 0.4)
_COMMON = 0.7
"""How much smaller a word gets in one line and in two; and how much smaller the words of all
phases get for the sake of a long one, which is smaller still if it has to."""

_WORD_TALL, _TOLD_TALL, _COUNT_TALL = 1.2, 1.2, 1.35
_TOLD = 1.3
"""Heights of lines in times of their letters; and the size of the seconds in times of the count."""


@dataclass(frozen=True, slots=True)
class StageFonts:
    """The fonts of the stage, at the sizes of a stage of 400 pixels."""

    number: QFont
    word: QFont
    count: QFont

    def number_at(self, radius: float, text: str = "") -> QFont:
        """The font of a number that stands in a circle of ``radius``."""
        font = scaled(self.number, radius)
        if len(text) > 3:
            font.setPixelSize(round(font.pixelSize() * 0.72))
        return font


def paint_breath_words(
    painter: QPainter,
    middle: QPointF,
    radius: float,
    shape: BreathShape,
    colors: Colors,
    fonts: StageFonts,
    *,
    half: float,
    left: str = "",
) -> None:
    """The words in the middle of a disk with a radius of ``half``, on a stage with ``radius``.

    ``left`` is the time that the step has left, where nothing else on the stage shows it.
    """
    painter.setPen(QColor(colors.ink))
    word, count = scaled(fonts.word, radius), scaled(fonts.count, radius)
    told = QFont(count)
    told.setPixelSize(round(count.pixelSize() * _TOLD))
    below = count.pixelSize() * _COUNT_TALL
    below += told.pixelSize() * _TOLD_TALL if shape.counts else 0.0
    words = shape.words or (shape.word,)
    fits, tall = _fitted(words, word.toString(), half, below)
    pixels, lines = fits[words.index(shape.word)] if shape.word in words else (_LEAST, ())
    # No hole where a short phase tells no seconds.
    gap = 0.0 if shape.told or not shape.counts else told.pixelSize() * _TOLD_TALL
    top = middle.y() - (tall + below - gap) / 2
    word.setPixelSize(pixels)
    line = QRectF(middle.x() - half, top, half * 2, pixels * _WORD_TALL)
    line.translate(0, (tall - line.height() * len(lines)) / 2)
    for text in lines:
        _draw(painter, line, word, text)
        line.translate(0, line.height())
    line = QRectF(middle.x() - half, top + tall, half * 2, told.pixelSize() * _TOLD_TALL)
    if shape.told:
        _draw(painter, line, told, shape.told)
        line.translate(0, line.height())
    line.setHeight(count.pixelSize() * _COUNT_TALL)
    narrow = half - _chord(half, line.bottom() - middle.y()) / 2
    line.adjust(narrow, 0, -narrow, 0)
    draw_line(painter, line, count, " · ".join(filter(None, (shape.count, left))))


_Fit = tuple[int, tuple[str, ...]]
"""Pixels of a word, and its lines."""


@lru_cache(maxsize=16)
def _fitted(
    words: tuple[str, ...], font: str, half: float, below: float
) -> tuple[list[_Fit], float]:
    """How each word goes into a disk with ``below`` pixels of other lines under it, and the height
    that the highest of them takes.
    """
    whole = QFont()
    whole.fromString(font)
    alone = [_fit(word, whole, half, below) for word in words]
    common = max(round(whole.pixelSize() * _COMMON), min(pixels for pixels, _ in alone))
    fits = [(min(common, pixels), lines) for pixels, lines in alone]
    return fits, max(pixels * len(lines) * _WORD_TALL for pixels, lines in fits)


def _fit(word: str, font: QFont, half: float, below: float) -> _Fit:
    """The largest size of ``word`` in one line or two; cut short if there is none."""
    size = font.pixelSize()
    tries = [(1, share) for share in _SMALLER] + [(2, share) for share in _SMALLER_IN_TWO]
    pixels, wide = _LEAST, 0.0
    lines: tuple[str, ...] = (word,)
    metrics = _metrics(font, pixels)
    for count, share in tries:
        pixels = max(_LEAST, round(size * share))
        metrics = _metrics(font, pixels)
        lines = _halved(word, metrics) if count == 2 else (word,)
        wide = _chord(half, (pixels * _WORD_TALL * len(lines) + below) / 2)
        if max(map(metrics.horizontalAdvance, lines)) <= wide:
            return pixels, lines
    end = Qt.TextElideMode.ElideRight
    return pixels, tuple(metrics.elidedText(line, end, wide) for line in lines)


def _halved(word: str, metrics: QFontMetricsF) -> tuple[str, ...]:
    """In two lines that differ as little as they can; a single word stays one."""
    parts = word.split()
    if len(parts) < 2:
        return (word,)
    halves = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    return min(halves, key=lambda two: max(map(metrics.horizontalAdvance, two)))


def _chord(half: float, away: float) -> float:
    """How much room for words a disk has so far from its middle."""
    return 2 * math.sqrt(max(0.0, half * half - away * away)) * _FREE


def _metrics(font: QFont, pixels: int) -> QFontMetricsF:
    copy = QFont(font)
    copy.setPixelSize(pixels)
    return QFontMetricsF(copy)


def scaled(font: QFont, radius: float) -> QFont:
    """A font of a stage of 400 pixels for one of this radius."""
    copy = QFont(font)
    copy.setPixelSize(max(_LEAST, round(font.pixelSize() * radius / 200)))
    return copy


def draw_line(painter: QPainter, line: QRectF, font: QFont, text: str) -> None:
    """``text`` in the middle of ``line``; smaller, and at last cut short, if it is too long."""
    metrics = QFontMetricsF(font)
    broad = metrics.horizontalAdvance(text)
    if broad > line.width():
        font.setPixelSize(max(_LEAST, int(font.pixelSize() * line.width() / broad)))
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    _draw(painter, line, font, text)


def _draw(painter: QPainter, line: QRectF, font: QFont, text: str) -> None:
    painter.setFont(font)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
