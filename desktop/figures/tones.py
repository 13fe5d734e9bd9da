"""What a figure is painted in: brushes from the colour roles, made once for each ground."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QBrush, QColor

from desktop.figures.body import Tone
from desktop.look.colors import Colors

_SHADOW = QColor(0, 0, 0, 76)
_SEEN = 3.05  # the contrast of what one must tell apart; WCAG 2 asks for 3


@dataclass(frozen=True, slots=True)
class Tones:
    """``body`` for its layers; ``ground`` is what lies behind it, and shows in the gaps.

    ``frame`` is what props are drawn in, ``thing`` fills the broad ones, ``wall`` a wide surface
    behind the body, ``band`` is the resistance band.
    """

    body: dict[Tone, QBrush]
    ground: QColor
    shadow: QColor
    thing: QBrush
    frame: QBrush
    wall: QBrush
    band: QColor


@lru_cache(maxsize=32)
def tones_of(colors: Colors, ground: str = "") -> Tones:
    """The tones on ``ground``, which is the paper unless told."""
    behind = ground or colors.paper
    return _tones(
        colors.sage, colors.far, behind, colors.line, (colors.edge, colors.ink), colors.clay
    )


@lru_cache(maxsize=8)
def note_tones_of(colors: Colors) -> Tones:
    """The tones on a note."""
    far = mixed(colors.note_ink, colors.note, 0.45).name()
    line = mixed(colors.note, colors.note_ink, 0.18).name()
    inks = (colors.note_ink, colors.note_text)
    return _tones(colors.note_ink, far, colors.note, line, inks, colors.note_ink)


def _tones(near: str, far: str, ground: str, line: str, inks: tuple[str, str], band: str) -> Tones:
    frame = _seen_on(ground, line, *inks)
    return Tones(
        body={
            Tone.FAR: QBrush(QColor(far)),
            Tone.NEAR: QBrush(QColor(near)),
            Tone.HAIR: QBrush(_darker(near, 0.28)),
            Tone.SOFT: QBrush(mixed(near, far, 0.45)),
        },
        ground=QColor(ground),
        shadow=_SHADOW,
        thing=QBrush(mixed(ground, frame, 0.30)),
        frame=QBrush(QColor(frame)),
        wall=QBrush(mixed(ground, line, 0.45)),
        band=QColor(_seen_on(ground, band, band, inks[1])),
    )


def _seen_on(ground: str, *inks: str) -> str:
    """The first colour on the way from one ink to the next that is clearly seen on ``ground``."""
    for one, other in pairwise(inks):
        for step in range(21):
            found = mixed(one, other, step / 20).name()
            if contrast(found, ground) >= _SEEN:
                return found
    return inks[-1]


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it: from 1, the same, to 21, black and white."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    shares = (color.redF(), color.greenF(), color.blueF())
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _darker(color: str, share: float) -> QColor:
    """``color`` with a share of its light taken away."""
    full, left = QColor(color), 1 - share
    return QColor.fromRgbF(full.redF() * left, full.greenF() * left, full.blueF() * left)


def mixed(one: str, other: str, share: float) -> QColor:
    """``one`` with a share of ``other`` in it."""
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )
