"""The shape of arms and legs around their bones. No Qt.

Sizes are in body units and follow measured breadths of adults, a little fuller where a small
picture would lose them. ``handed`` tells on which side of a bone its front lies: 1 for a body that
looks to the left, -1 for one that looks to the right, between while it turns round, and 0 where it
is seen from the front.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.figures.ends import Palm, foot, foot_ahead, hand_of
from desktop.figures.shape import XY, Curve, circle, fillet, sides, sleeve, smooth, soft

_KEPT = 64  # limbs: those that stand still need not be made anew sixty times a second


class Flesh(NamedTuple):
    """Outlines to fill, and those that are kept free around them, off from what lies behind."""

    outlines: list[Curve]
    gaps: list[Curve]


class Build(NamedTuple):
    """Where the front of a limb is, how big its flesh is drawn, and how wide the gap around it.

    ``front`` and ``back`` are the shares of its first bone from which the gap opens on that side:
    above it grows out of the trunk.
    """

    handed: float
    size: float = 1.0
    gap: float = 0.0
    front: float = 0.22
    back: float = 0.22


Table = Sequence[tuple[float, float, float]]
"""Along a bone: the share of its length, its half breadth to the front and to the back."""

_UPPER_ARM: Table = (
    (0.0, 0.034, 0.034),
    (0.35, 0.032, 0.031),
    (0.7, 0.027, 0.0265),
    (1.0, 0.0238, 0.0238),
)
_FOREARM: Table = (
    (0.0, 0.0238, 0.0238),
    (0.25, 0.0245, 0.0238),
    (0.65, 0.0195, 0.0195),
    (1.0, 0.0150, 0.0150),
)
_ELBOW = 0.0238
_THIGH: Table = (
    (0.0, 0.052, 0.056),
    (0.35, 0.051, 0.049),
    (0.7, 0.041, 0.039),
    (1.0, 0.034, 0.033),
)
_THIGH_AHEAD: Table = (
    (0.0, 0.054, 0.050),
    (0.35, 0.050, 0.047),
    (0.7, 0.040, 0.038),
    (1.0, 0.033, 0.033),
)
_SHANK: Table = (
    (0.0, 0.033, 0.033),
    (0.28, 0.029, 0.042),
    (0.62, 0.023, 0.030),
    (1.0, 0.019, 0.020),
)
_SHANK_AHEAD: Table = (
    (0.0, 0.033, 0.033),
    (0.28, 0.037, 0.036),
    (0.62, 0.027, 0.027),
    (1.0, 0.020, 0.020),
)
_FOOT_ACROSS: Table = ((0.0, 0.020, 0.020), (0.5, 0.023, 0.023), (1.0, 0.014, 0.014))
_KNEE, _ANKLE, _TOES = 0.0335, 0.0195, 0.014
_OPENS = 0.45  # share of a bone; the gap opens slowly, so that it ends in a point and not a stump
_UNDER = 0.005  # where it is closed it stays within the flesh, so that no hair shows
_AT = (0.0, 0.22, 0.36, 0.5, 0.7, 1.0)


def halves(front: float, back: float, handed: float) -> tuple[float, float]:
    """What lies to the left and to the right of a bone that points down the body."""
    middle, more = (front + back) / 2, (front - back) / 2 * handed
    return middle - more, middle + more


def bone(a: XY, b: XY, table: Table, build: Build, gap: float = 0.0) -> Curve:
    """The flesh around a bone, or with a ``gap`` what is kept free around it."""
    handed, size = build.handed, build.size
    left, right = sides(
        a,
        b,
        ((at, *halves(front * size + gap, back * size + gap, handed)) for at, front, back in table),
    )
    return sleeve(smooth(left), smooth(right[::-1]))


def _opening(a: XY, b: XY, table: Table, build: Build) -> Curve:
    """What is kept free around the first bone of a limb: nothing at its root."""
    wider = []
    for at in _AT:
        front, back = _breadth(table, at)
        whole = build.gap + _UNDER
        in_front = whole * soft(at, build.front, build.front + _OPENS) - _UNDER
        behind = whole * soft(at, build.back, build.back + _OPENS) - _UNDER
        wider.append((at, front * build.size + in_front, back * build.size + behind))
    return bone(a, b, wider, build._replace(size=1.0))


def _breadth(table: Table, at: float) -> tuple[float, float]:
    """The half breadths at any share of a bone."""
    low = max(index for index in range(len(table) - 1) if table[index][0] <= at)
    (start, front, back), (end, front2, back2) = table[low], table[low + 1]
    share = (at - start) / (end - start)
    return front + (front2 - front) * share, back + (back2 - back) * share


@lru_cache(maxsize=_KEPT)
def arm(shoulder: XY, elbow: XY, hand: XY, palm: Palm, build: Build) -> Flesh:
    size, gap = build.size, build.gap
    outlines = [
        circle(shoulder, 0.034 * size),
        bone(shoulder, elbow, _UPPER_ARM, build),
        circle(elbow, _ELBOW * size),
        bone(elbow, hand, _FOREARM, build),
        hand_of(hand, palm, size),
    ]
    gaps = []
    if gap:
        gaps = [
            _opening(shoulder, elbow, _UPPER_ARM, build),
            circle(elbow, _ELBOW * size + gap),
            bone(elbow, hand, _FOREARM, build, gap),
            hand_of(hand, palm, size, gap),
        ]
    return _rounded(Flesh(outlines, gaps), (shoulder, elbow, hand), _ELBOW, 0.036, build)


@lru_cache(maxsize=_KEPT)
def leg(hip: XY, knee: XY, ankle: XY, toe: XY, build: Build) -> Flesh:
    size, gap = build.size, build.gap
    ahead = build.handed == 0.0
    thigh, shank = (_THIGH_AHEAD, _SHANK_AHEAD) if ahead else (_THIGH, _SHANK)
    outlines = [
        circle(hip, 0.052 * size),
        bone(hip, knee, thigh, build),
        circle(knee, _KNEE * size),
        bone(knee, ankle, shank, build),
        circle(ankle, _ANKLE * size),
        foot_ahead(knee, ankle, toe) if ahead else foot(ankle, toe, build.handed),
    ]
    gaps = []
    if gap:
        gaps = [
            _opening(hip, knee, thigh, build),
            circle(knee, _KNEE * size + gap),
            bone(knee, ankle, shank, build, gap),
            circle(ankle, _ANKLE * size + gap),
            *([] if ahead else [foot(ankle, toe, build.handed, gap)]),
        ]
    return _rounded(Flesh(outlines, gaps), (hip, knee, ankle), 0.037, 0.045, build)


def thigh(hip: XY, knee: XY, build: Build) -> Flesh:
    """A thigh by itself, seen from the front or behind."""
    size, gap = build.size, build.gap
    outlines = [
        circle(hip, 0.052 * size),
        bone(hip, knee, _THIGH_AHEAD, build),
        circle(knee, _KNEE * size),
    ]
    gaps = [_opening(hip, knee, _THIGH_AHEAD, build), circle(knee, _KNEE * size + gap)]
    return Flesh(outlines, gaps if gap else [])


def shank(knee: XY, ankle: XY, toe: XY, build: Build) -> list[Curve]:
    """A shank with its foot that lies across, seen from the front or behind."""
    size = build.size
    return [
        circle(knee, _KNEE * size),
        bone(knee, ankle, _SHANK_AHEAD, build),
        circle(ankle, _ANKLE * size),
        bone(ankle, toe, _FOOT_ACROSS, build),
        circle(toe, _TOES * size),
    ]


def _rounded(
    flesh: Flesh, bones: tuple[XY, XY, XY], half: float, reach: float, build: Build
) -> Flesh:
    """``flesh`` with the inner corner of a bent joint rounded."""
    inner = fillet(bones, half * build.size, reach)
    if inner is None:
        return flesh
    around = fillet(bones, half * build.size + build.gap, reach) if flesh.gaps else None
    return Flesh([*flesh.outlines, inner], [*flesh.gaps, *([around] if around else [])])
