"""How large the player's words can be: as large as there is room for, and never cut.

Sizes follow from the room and the texts alone, never from what the layout made of them before:
a font that depends on a scroll bar, which depends on the font, would never come to rest.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.look.theme import Theme

_FACTORS = (2.0, 1.75, 1.5, 1.25, 1.0, 0.85, 0.75, 0.65, 0.55)
_USUAL_WIDTH = 540  # pixels at 1x: half of a usual window
_TITLE_SHARES = (1.0, 0.75, 0.55, 0.4)
_MOST_TITLE_LINES = 2
_PLAIN_TITLE = 1.25  # times the text; the last thing that gives way
_LEAST = 13  # pixels at 1x
BEFORE_NEXT = 5  # quarters of a gap above what is next


@dataclass(frozen=True, slots=True)
class Texts:
    """What has to find room at the longest moment of a step."""

    kicker: str = ""
    title: str = ""
    words: str = ""
    text: str = ""
    easier: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Pixels:
    """Font sizes by role, the height that the text is given, and that of all of it."""

    kicker: int
    title: int
    words: int
    text: int
    easier: int
    label: int
    next: int
    text_height: int
    height: int = 0


def fit_words(texts: Texts, width: int, height: int, theme: Theme) -> Pixels:
    """The largest sizes at which ``texts`` fit into ``width`` by ``height`` pixels."""
    most = max(1.0, width / theme.sizes.scaled(_USUAL_WIDTH))
    pixels = None
    for factor in _FACTORS:
        if factor <= most:
            pixels = _pixels(texts, width, factor, theme)
            whole = _height(texts, width, pixels, theme)
            pixels = replace(pixels, height=whole)
            if whole <= height:
                return pixels
    assert pixels is not None, "the last factor is below one"
    pixels = replace(pixels, title=min(pixels.title, round(pixels.text * _PLAIN_TITLE)))
    return replace(pixels, height=_height(texts, width, pixels, theme))


def _pixels(texts: Texts, width: int, factor: float, theme: Theme) -> Pixels:
    sizes = theme.sizes

    def size(base: float) -> int:
        return max(sizes.scaled(_LEAST), round(base * factor))

    text = size(sizes.lead * 1.25)
    return Pixels(
        kicker=size(sizes.lead * 1.1),
        title=_title(texts.title, width, sizes.display * factor, theme),
        words=size(sizes.title * 1.2),
        text=text,
        easier=size(sizes.body),
        label=size(sizes.body),
        next=size(sizes.lead * 1.1),
        text_height=_wrapped(texts.text, width, theme.font(text)),
    )


def _title(title: str, width: int, largest: float, theme: Theme) -> int:
    """The largest size at which a title takes two lines and no word is wider than one."""
    pixels = round(largest)
    for share in _TITLE_SHARES:
        pixels = max(theme.sizes.scaled(_LEAST), round(largest * share))
        font = theme.font(pixels, QFont.Weight.Bold)
        metrics = QFontMetrics(font)
        widest = max((metrics.horizontalAdvance(word) for word in title.split()), default=0)
        lines = _wrapped(title, width, font) / metrics.lineSpacing()
        if widest <= width and lines <= _MOST_TITLE_LINES + 0.5:
            break
    return pixels


def _height(texts: Texts, width: int, pixels: Pixels, theme: Theme) -> int:
    bold = QFont.Weight.Bold
    blocks = (
        (texts.kicker or " ", theme.font(pixels.kicker)),
        (texts.title, theme.font(pixels.title, bold)),
        (texts.words, theme.font(pixels.words)),
        (texts.text, theme.font(pixels.text)),
        (texts.easier, theme.font(pixels.easier)),
        (texts.next and " ", theme.font(pixels.label)),
        (texts.next, theme.font(pixels.next, QFont.Weight.DemiBold)),
    )
    shown = [(text, font) for text, font in blocks if text]
    gaps = theme.sizes.gap(2) * (len(shown) + 3) + theme.sizes.gap(BEFORE_NEXT if texts.next else 0)
    return sum(_wrapped(text, width, font) for text, font in shown) + gaps


def _wrapped(text: str, width: int, font: QFont) -> int:
    """How high ``text`` is in lines of ``width`` pixels."""
    if not text:
        return 0
    room = QRect(0, 0, max(1, width), 1_000_000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
