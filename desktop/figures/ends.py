"""The shape of hands and feet. No Qt. Sizes are in body units."""

import math
from typing import NamedTuple

from desktop.figures.shape import XY, Curve, aside, between, closed, turned, unit

HAND_LONG = 0.062
"""From the joint of a hand, which is in its palm, to the tips of its fingers."""

_HAND = (
    (-0.52, 0.0120, 0.0120),
    (-0.24, 0.0165, 0.0170),
    (0.02, 0.0205, 0.0195),
    (0.30, 0.0190, 0.0190),
    (0.62, 0.0145, 0.0150),
    (0.88, 0.0085, 0.0090),
    (1.0, 0.0025, 0.0030),
)
_FLAT = (
    (-0.38, 0.0070, 0.0120),
    (-0.20, 0.0140, 0.0185),
    (0.02, 0.0155, 0.0190),
    (0.30, 0.0120, 0.0190),
    (0.62, 0.0070, 0.0130),
    (0.88, 0.0040, 0.0100),
    (1.0, 0.0010, 0.0060),
)
"""A hand, as shares of its length, and how far it reaches to its back and to its palm: hanging,
and pressed onto something."""
_THUMB = (0.0, 0.10, 0.55, 1.0, 0.35, 0.0, 0.0)
_THUMB_OUT = 0.0060


class Palm(NamedTuple):
    """Where the fingers point, on which side of that the palm is (1 is left), and how flat it lies.

    ``thumb`` is how far the thumb stands off, to the left of where the fingers point or, below 0,
    to the right.
    """

    along: XY
    side: float = 1.0
    flat: float = 0.0
    thumb: float = 0.0


def hand_of(hand: XY, palm: Palm, size: float, gap: float = 0.0) -> Curve:
    left, right = [], []
    for hanging, flat, thumb in zip(_HAND, _FLAT, _THUMB, strict=True):
        at, back, front = (
            one + (other - one) * palm.flat for one, other in zip(hanging, flat, strict=True)
        )
        to_left, to_right = (front, back) if palm.side > 0 else (back, front)
        out = thumb * _THUMB_OUT * palm.thumb
        along = at * HAND_LONG * size + (gap if at > 0.9 else 0.0)
        left.append(aside(hand, palm.along, along, (to_left + max(0.0, out)) * size + gap))
        right.append(aside(hand, palm.along, along, -(to_right + max(0.0, -out)) * size - gap))
    return closed([*left, *right[::-1]])


_SOLE = 0.036
_TOE_LOW = 0.028
_FOOT = (
    (-0.020, 0.010),
    (0.000, 0.014),
    (0.018, 0.008),
    (0.046, -0.004),
    (0.085, -0.017),
    (0.110, -0.021),
    (0.118, -0.030),
    (0.106, -_SOLE),
    (0.050, -_SOLE),
    (0.006, -_SOLE),
    (-0.026, -_SOLE),
    (-0.036, -0.024),
    (-0.029, -0.006),
)
"""A foot that stands, from the ankle: how far forward along the sole, how far up. Ankle to toe is
``_FOOT_LONG`` forward."""
_FOOT_LONG = 0.108
_FOOT_MIDDLE, _FOOT_HALF = (0.041, -0.012), (0.077, 0.025)


def foot(ankle: XY, toe: XY, handed: float, gap: float = 0.0) -> Curve:
    """A foot from the side: heel, sole and toes in one piece, turned so that its toe is there."""
    side = math.copysign(1.0, handed)
    long = math.dist(ankle, toe)
    dip = math.asin(min(1.0, _TOE_LOW / long)) if long > 1e-9 else 0.0
    sole = turned(unit(ankle, toe, (-side, 0.0)), -dip * side)
    stretch = math.sqrt(max(0.0, long * long - _TOE_LOW * _TOE_LOW)) / _FOOT_LONG
    stretch = min(1.2, max(0.35, stretch))
    (ahead, high), (half_long, half_high) = _FOOT_MIDDLE, _FOOT_HALF
    wide, tall = 1 + gap / half_long, 1 + gap / half_high
    knots = [
        aside(
            ankle,
            sole,
            (ahead + (along - ahead) * wide) * stretch,
            -(high + (up - high) * tall) * side,
        )
        for along, up in _FOOT
    ]
    return closed(knots if side < 0 else knots[::-1])


_FOOT_AHEAD = (
    (-0.10, 0.0170),
    (0.15, 0.0205),
    (0.50, 0.0265),
    (0.85, 0.0345),
    (1.08, 0.0335),
    (1.20, 0.0220),
)


def foot_ahead(knee: XY, ankle: XY, toe: XY) -> Curve:
    """A foot from the front or from behind: it broadens towards the toes, and stands level."""
    down = unit(knee, ankle, (0.0, -1.0))
    left = [aside(between(ankle, toe, at), down, 0.0, half) for at, half in _FOOT_AHEAD]
    right = [aside(between(ankle, toe, at), down, 0.0, -half) for at, half in _FOOT_AHEAD]
    return closed([*left, *right[::-1]])
