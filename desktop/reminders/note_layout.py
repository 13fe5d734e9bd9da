"""Where everything lies on the note's sheet: sums from words, fonts and the room there is."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.look.sizes import Sizes
from desktop.look.theme import Theme

SHADOW = 32
"""Pixels around the sheet for its shadow."""

_WIDTH, _LEAST_HEIGHT, _PAD, _BUTTON, _NARROWEST = 308, 168, 20, 34, 28
_FIGURE = QSizeF(84, 122)
_LARGE_LINES = 5
_MOST_LINES = 16
_LEADING = 1.12
"""Pixels at 1x; lines that are set large, and lines in all, after which the text is cut; and what
the lines stand further apart than the font asks.
"""

_AROUND_LABEL = (3.0, 2.5, 2.0, 1.5, 1.0)
"""Units on each side of a button's label: the widest with which a set of them is one row."""


@dataclass(frozen=True, slots=True)
class NoteLayout:
    """A sheet from (0, 0), before it is laid crooked. ``cut`` is whether words had to go, and
    ``from_right`` whether they are of a script that runs from right to left.
    """

    sheet: QRectF
    words: QRectF
    lines: tuple[str, ...]
    font: QFont
    figure: QRectF | None
    answers: tuple[QRectF, ...]
    choices: tuple[QRectF, ...]
    cut: bool
    from_right: bool = False

    @property
    def line_height(self) -> float:
        return line_height(self.font)


def lay_out(
    text: str,
    answers: Sequence[str],
    choices: Sequence[str],
    room: QSizeF,
    theme: Theme,
    *,
    with_figure: bool,
) -> NoteLayout:
    """Lay out a note for a monitor with ``room``: as small as its words allow, and never larger.

    ``answers`` and ``choices`` are the labels of the two sets of buttons, of which one is shown.
    """
    sizes = theme.sizes
    pad = sizes.scaled(_PAD)
    inner = min(sizes.scaled(_WIDTH), room.width()) - 2 * pad
    font = button_font(theme)
    sets = [_row(labels, font, inner, sizes) for labels in (answers, choices)]
    buttons = max((rects[-1].bottom() for rects in sets if rects), default=0.0)
    most = room.height() - 2 * pad - buttons - sizes.gap(4)
    lines, words_font, cut, figure = _set_words(text, inner, most, theme, with_figure=with_figure)

    words_height = len(lines) * line_height(words_font)
    body = max(words_height, sizes.scaled(_FIGURE.height()) if figure else 0.0)
    least = sizes.scaled(_LEAST_HEIGHT) - 2 * pad - buttons - sizes.gap(4)
    body = max(body, min(least, most))
    top = pad + body + sizes.gap(4)
    beside = _figure_width(sizes) if figure else 0.0
    answers_at, choices_at = (_at_bottom(rects, pad, top, buttons) for rects in sets)
    return NoteLayout(
        sheet=QRectF(0, 0, inner + 2 * pad, top + buttons + pad),
        words=QRectF(pad, pad + (body - words_height) / 2, inner - beside, words_height),
        lines=lines,
        font=words_font,
        figure=_figure_place(inner + pad, pad, body, sizes) if figure else None,
        answers=answers_at,
        choices=choices_at,
        cut=cut,
        from_right=runs_from_right(text),
    )


def runs_from_right(text: str) -> bool:
    """Whether a text runs from right to left: its first letter that has a direction decides, as
    in the Unicode bidirectional algorithm (rules P2 and P3).
    """
    directions = (unicodedata.bidirectional(each) for each in text)
    return next((each for each in directions if each in ("L", "R", "AL")), "L") != "L"


def line_height(font: QFont) -> float:
    return QFontMetricsF(font).lineSpacing() * _LEADING


def button_font(theme: Theme) -> QFont:
    return theme.font(theme.sizes.body, QFont.Weight.DemiBold)


def wrapped(text: str, font: QFont, width: float, most: int) -> tuple[tuple[str, ...], bool]:
    """``text`` in lines of at most ``width``, at most ``most`` of them, and whether it was cut."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    # Qt counts in UTF-16, Python in characters.
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [*starts[1:], len(units) // 2]
    pieces = [
        units[2 * start : 2 * end].decode("utf-16-le", "replace")
        for start, end in zip(starts, ends, strict=True)
    ]
    if len(pieces) <= most:
        return tuple(piece.rstrip() for piece in pieces), False
    rest = "".join(pieces[most - 1 :]).rstrip()
    while rest and QFontMetricsF(font).horizontalAdvance(rest + "…") > width:
        rest = rest[:-1].rstrip()
    return (*(piece.rstrip() for piece in pieces[: most - 1]), rest + "…"), True


def _set_words(
    text: str, inner: float, most: float, theme: Theme, *, with_figure: bool
) -> tuple[tuple[str, ...], QFont, bool, bool]:
    """The words large beside the figure; else large without it; else smaller, and cut at last."""
    sizes = theme.sizes
    large = theme.font(sizes.lead, QFont.Weight.DemiBold)
    small = theme.font(sizes.body, QFont.Weight.Medium)
    tries = [(large, True)] if with_figure else []
    for font, figure in (*tries, (large, False)):
        if figure and sizes.scaled(_FIGURE.height()) > most:
            continue
        width = inner - (_figure_width(sizes) if figure else 0.0)
        lines, cut = wrapped(text, font, width, _LARGE_LINES)
        if not cut and len(lines) * line_height(font) <= most:
            return lines, font, False, figure
    fit = int(most / line_height(small))
    lines, cut = wrapped(text, small, inner, max(1, min(_MOST_LINES, fit)))
    return lines, small, cut, False


def _figure_width(sizes: Sizes) -> float:
    return sizes.scaled(_FIGURE.width()) + sizes.gap(3)


def _figure_place(right: float, pad: float, body: float, sizes: Sizes) -> QRectF:
    width, height = sizes.scaled(_FIGURE.width()), sizes.scaled(_FIGURE.height())
    return QRectF(right - width, pad + body - height, width, height)


def _at_bottom(
    rects: Sequence[QRectF], left: float, top: float, height: float
) -> tuple[QRectF, ...]:
    """A set of buttons at the foot of the room that the higher one of the two has."""
    above = height - rects[-1].bottom() if rects else 0.0
    return tuple(rect.translated(left, top + above) for rect in rects)


def _row(labels: Sequence[str], font: QFont, inner: float, sizes: Sizes) -> tuple[QRectF, ...]:
    """The buttons in one row, closer together if that helps; else in more than one."""
    metrics = QFontMetricsF(font)
    rects: tuple[QRectF, ...] = ()
    for units in _AROUND_LABEL:
        widths = [metrics.horizontalAdvance(label) + 2 * sizes.gap(units) for label in labels]
        rects = _flow(widths, inner, sizes)
        if not rects or rects[-1].top() == 0:
            break
    return rects


def _flow(widths: Sequence[float], inner: float, sizes: Sizes) -> tuple[QRectF, ...]:
    """Buttons beside each other, and in the next row where there is no more room."""
    height, gap = sizes.scaled(_BUTTON), sizes.gap(1)
    rects: list[QRectF] = []
    at = QPointF(0, 0)
    for wanted in widths:
        width = min(max(wanted, sizes.scaled(_NARROWEST)), inner)
        if at.x() and at.x() + width > inner:
            at = QPointF(0, at.y() + height + gap)
        rects.append(QRectF(at, QSizeF(width, height)))
        at += QPointF(width + gap, 0)
    return tuple(rects)
