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
_LEAST, _LEAST_TITLE = 13, 15  # pixels at 1x
_TEXT_SHARE, _NEXT_SHARE = 0.88, 0.8  # of the title at the most: it has the largest words of all
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
    """Font sizes by role, the height that the text is given, and that of all of it.

    ``factor`` is how many times their usual size words have, 0 where even the title gave way.
    """

    kicker: int
    title: int
    words: int
    text: int
    easier: int
    label: int
    next: int
    text_height: int
    height: int = 0
    factor: float = 0.0


def fit_words(texts: Texts, width: int, height: int, theme: Theme) -> Pixels:
    """The largest sizes at which ``texts`` fit into ``width`` by ``height`` pixels.

    Asked for many widths whenever a step begins, so it looks at few of the sizes: what fits in
    one fits in all smaller ones.
    """
    pixels = _whole(texts, width, _FACTORS[-1], theme)
    if pixels.height > height:
        plain = min(pixels.title, round(pixels.text * _PLAIN_TITLE))
        pixels = replace(pixels, title=plain, factor=0.0)
        return replace(pixels, height=_height(texts, width, pixels, theme))
    most = max(1.0, width / theme.sizes.scaled(_USUAL_WIDTH))
    larger = [factor for factor in _FACTORS[:-1] if factor <= most]
    while larger:
        middle = len(larger) // 2
        tried = _whole(texts, width, larger[middle], theme)
        if tried.height <= height:
            pixels, larger = tried, larger[:middle]
        else:
            larger = larger[middle + 1 :]
    return pixels


def words_fit(texts: Texts, width: int, height: int, theme: Theme) -> bool:
    """Whether ``texts`` fit at all."""
    return _whole(texts, width, _FACTORS[-1], theme).height <= height


def _whole(texts: Texts, width: int, factor: float, theme: Theme) -> Pixels:
    pixels = replace(_pixels(texts, width, factor, theme), factor=factor)
    return replace(pixels, height=_height(texts, width, pixels, theme))


def _pixels(texts: Texts, width: int, factor: float, theme: Theme) -> Pixels:
    sizes = theme.sizes

    def size(base: float) -> int:
        return max(sizes.scaled(_LEAST), round(base * factor))

    title = _title(texts.title, width, sizes.display * factor, theme)
    words = size(sizes.title * 1.2)
    largest = title if texts.title else words
    text = min(size(sizes.lead * 1.25), round(largest * _TEXT_SHARE))
    most = round(largest * _NEXT_SHARE)
    return Pixels(
        kicker=min(size(sizes.lead * 1.1), most),
        title=title,
        words=words,
        text=text,
        easier=min(size(sizes.body), text),
        label=min(size(sizes.body), most),
        next=min(size(sizes.lead * 1.1), most),
        text_height=_wrapped(texts.text, width, theme.font(text)),
    )


def _title(title: str, width: int, largest: float, theme: Theme) -> int:
    """The largest size at which no word is wider than the width: in one line if a somewhat smaller
    size allows that, else in two.
    """
    tries = [(share, 1) for share in _TITLE_SHARES[:2]]
    tries += [(share, _MOST_TITLE_LINES) for share in _TITLE_SHARES]
    pixels = round(largest)
    for share, most in tries:
        pixels = max(theme.sizes.scaled(_LEAST_TITLE), round(largest * share))
        font = theme.font(pixels, QFont.Weight.Bold)
        metrics = QFontMetrics(font)
        widest = max((metrics.horizontalAdvance(word) for word in title.split()), default=0)
        lines = _wrapped(title, width, font) / metrics.lineSpacing()
        if widest <= width and lines <= most + 0.5:
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
        (texts.next and " ", theme.font(pixels.next, QFont.Weight.DemiBold)),  # cut to a line
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
