"""The breath pacer as plain values: how full it is, what is held, how far round its square. No Qt.

All of it follows from the moment, so that it is exact at the borders of the phases whatever the
screen's pace.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from desktop.language import translate
from desktop.words.steps import phase_text
from desktop.words.times import countdown
from routines.model import Cycles, Phase, PhaseName
from routines.phases import Moment, ease, moment_at

SQUARE = (PhaseName.IN, PhaseName.HOLD, PhaseName.OUT, PhaseName.HOLD)
"""The phases of a breath that walks round a square, a side each."""

_COUNTED = 3.0
"""Seconds from which on a phase is counted down: in less, numbers would only flicker."""

ROUNDING = 0.36
"""The radius of the square's corners; half its side is 1."""


_PIECES = 24
"""Straight pieces that a side, with its halves of corners, is drawn in."""


class Spot(NamedTuple):
    """A place on the square, from -1 to 1 each way, y up."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class BreathShape:
    """The pacer at one moment.

    ``fill`` is how full the breath is, eased, from 0 to 1. ``held`` is the share of a hold that
    has passed, None where nothing is held. ``walked`` is how many sides of the square lie behind,
    from 0 to 4, None for a breath that has no four sides. ``levels`` are the fills at which a
    breath in that is taken in several goes stops on its way. ``share`` is how much of the phase
    has passed, evenly, and ``left`` how many seconds of it are still to come, in words, as is
    ``count``: which breath of how many. While one gets ready ``word``, ``left`` and ``count`` are
    empty. ``words`` are those of all phases, in their order, and ``told`` is ``left`` where that
    is calm enough to be counted down beside them: in phases of three seconds or more. ``counts``
    is whether there are any.
    """

    fill: float
    held: float | None = None
    walked: float | None = None
    levels: tuple[float, ...] = ()
    share: float = 0.0
    left: str = ""
    word: str = ""
    count: str = ""
    words: tuple[str, ...] = ()
    told: str = ""
    counts: bool = False


def breath_shape(length: Cycles, moment: Moment) -> BreathShape:
    """The pacer at ``moment`` of the breaths of ``length``."""
    phase = moment.phase
    left = countdown(phase.seconds - moment.into)
    count = translate("player", "{number} of {count}")
    return BreathShape(
        fill=moment.extent(ease),
        held=moment.share if phase.name is PhaseName.HOLD else None,
        walked=moment.index + moment.share if _is_square(length.phases) else None,
        levels=_levels(length),
        share=moment.share,
        left=left,
        word=phase_text(phase),
        count=count.format(number=moment.number, count=length.count),
        words=_words(length),
        told=left if phase.seconds >= _COUNTED else "",
        counts=any(each.seconds >= _COUNTED for each in length.phases),
    )


def ready_shape(length: Cycles) -> BreathShape:
    """The pacer before the first breath, where that will begin."""
    first = moment_at(length, 0.0)
    walked = 0.0 if _is_square(length.phases) else None
    return BreathShape(fill=first.extent_before, walked=walked, levels=_levels(length))


def spot_at(walked: float) -> Spot:
    """Where one is on the rounded square after so many of its sides.

    It begins at the bottom left and goes up with the breath in, so that height is breath; a
    whole number is the middle of a corner. Every side is walked evenly.
    """
    side = min(3, max(0, math.floor(walked)))
    along, across = _on_side(min(1.0, max(0.0, walked - side)))
    # Each side is the first one turned by so many right angles, clockwise.
    turned = ((-across, along), (along, across), (across, -along), (-along, -across))
    return Spot(*turned[side])


def way(begin: float, end: float) -> tuple[Spot, ...]:
    """The way on the square from one number of sides walked to another; nothing if it is none."""
    if end <= begin:
        return ()
    first, last = math.floor(begin * _PIECES) + 1, math.ceil(end * _PIECES)
    return (spot_at(begin), *_stops()[first:last], spot_at(end))


@cache
def _stops() -> tuple[Spot, ...]:
    """The places on the way that a line goes through, from the first to the last."""
    return tuple(spot_at(number / _PIECES) for number in range(4 * _PIECES + 1))


def _on_side(share: float) -> tuple[float, float]:
    """Along a side from -1 to 1, and how far out from the middle: 1, less in the corners."""
    bend = ROUNDING * math.pi / 4
    straight = 2 - 2 * ROUNDING
    gone = share * (straight + 2 * bend)
    if gone < bend:
        angle = math.pi / 4 - gone / ROUNDING
        return ROUNDING - 1 - ROUNDING * math.sin(angle), 1 - ROUNDING * (1 - math.cos(angle))
    if gone > bend + straight:
        angle = (gone - bend - straight) / ROUNDING
        return 1 - ROUNDING + ROUNDING * math.sin(angle), 1 - ROUNDING * (1 - math.cos(angle))
    return ROUNDING - 1 + gone - bend, 1.0


def _words(length: Cycles) -> tuple[str, ...]:
    return tuple(phase_text(phase) for phase in length.phases)


def _is_square(phases: tuple[Phase, ...]) -> bool:
    return tuple(phase.name for phase in phases) == SQUARE


def _levels(length: Cycles) -> tuple[float, ...]:
    """Where one breath in ends and another goes on."""
    before, levels = 0.0, []
    whole = sum(phase.seconds for phase in length.phases if phase.name is PhaseName.IN)
    for phase in length.phases:
        if phase.name is PhaseName.IN:
            before += phase.seconds / whole
            levels.append(before)
    return tuple(levels[:-1])
