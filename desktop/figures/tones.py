"""What a figure is painted in: brushes from the colour roles, made once for each ground."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QBrush, QColor

from desktop.figures.body import Tone
from desktop.look.colors import Colors


@dataclass(frozen=True, slots=True)
class Tones:
    """``body`` for its layers; ``ground`` is what lies behind it, and shows in the gaps.

    ``thing`` is a prop, ``frame`` what a prop stands on, ``wall`` a wide surface behind the body,
    ``band`` the resistance band.
    """

    body: dict[Tone, QBrush]
    ground: QColor
    shadow: QBrush
    thing: QBrush
    frame: QBrush
    wall: QBrush
    band: QColor


@lru_cache(maxsize=32)
def tones_of(colors: Colors, ground: str = "") -> Tones:
    """The tones on ``ground``, which is the paper unless told."""
    behind = ground or colors.paper
    return _tones(colors.sage, colors.far, behind, colors.line, colors.edge, colors.clay)


@lru_cache(maxsize=8)
def note_tones_of(colors: Colors) -> Tones:
    """The tones on a note."""
    far = mixed(colors.note_ink, colors.note, 0.45).name()
    line = mixed(colors.note, colors.note_ink, 0.18).name()
    edge = mixed(colors.note, colors.note_ink, 0.5).name()
    return _tones(colors.note_ink, far, colors.note, line, edge, colors.note_ink)


def _tones(near: str, far: str, ground: str, line: str, edge: str, band: str) -> Tones:
    return Tones(
        body={
            Tone.FAR: QBrush(QColor(far)),
            Tone.NEAR: QBrush(QColor(near)),
            Tone.HAIR: QBrush(_darker(near, 0.28)),
            Tone.SOFT: QBrush(mixed(near, far, 0.45)),
        },
        ground=QColor(ground),
        shadow=QBrush(mixed(line, edge, 0.22)),
        thing=QBrush(mixed(line, edge, 0.08)),
        frame=QBrush(mixed(line, edge, 0.30)),
        wall=QBrush(mixed(ground, line, 0.45)),
        band=QColor(band),
    )


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
