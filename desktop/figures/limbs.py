"""The shape of arms and legs, hands and feet, around their bones. No Qt.

Sizes are in body units and follow measured breadths of adults, a little fuller where a small
picture would lose them. ``handed`` tells on which side of a bone its front lies: 1 for a body that
looks to the left, -1 for one that looks to the right, between while it turns round, and 0 where it
is seen from the front.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.figures.shape import (
    XY,
    Curve,
    aside,
    circle,
    closed,
    sides,
    sleeve,
    smooth,
    tail,
    turned,
    unit,
)

_KEPT = 32  # limbs: those that stand still need not be made anew sixty times a second


class Flesh(NamedTuple):
    """Outlines to fill, and the lines along which they stand out from what lies behind."""

    outlines: list[Curve]
    edges: list[Curve]


class Build(NamedTuple):
    """Where the front of a limb is, and how big its flesh is drawn: less for what is far."""

    handed: float
    size: float = 1.0


_UPPER_ARM = ((0.0, 0.034, 0.034), (0.35, 0.032, 0.031), (0.7, 0.027, 0.027), (1.0, 0.0245, 0.0245))
_FOREARM = ((0.0, 0.0245, 0.0245), (0.28, 0.0245, 0.024), (0.65, 0.020, 0.020), (1.0, 0.016, 0.016))
_HAND = (
    (-0.50, 0.0090),
    (-0.22, 0.0160),
    (0.05, 0.0190),
    (0.45, 0.0185),
    (0.85, 0.0120),
    (1.0, 0.006),
)
_HAND_LONG = 0.058
_THIGH = ((0.0, 0.052, 0.056), (0.35, 0.051, 0.049), (0.7, 0.041, 0.039), (1.0, 0.034, 0.033))
_THIGH_AHEAD = ((0.0, 0.054, 0.050), (0.35, 0.050, 0.047), (0.7, 0.040, 0.038), (1.0, 0.033, 0.033))
_SHANK = ((0.0, 0.033, 0.033), (0.28, 0.029, 0.042), (0.62, 0.023, 0.030), (1.0, 0.019, 0.020))
_SHANK_AHEAD = (
    (0.0, 0.033, 0.033),
    (0.28, 0.037, 0.036),
    (0.62, 0.027, 0.027),
    (1.0, 0.021, 0.021),
)
"""Along each bone: the share of its length, its half breadth to the front and to the back."""

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


def halves(front: float, back: float, handed: float) -> tuple[float, float]:
    """What lies to the left and to the right of a bone that points down the body."""
    middle, more = (front + back) / 2, (front - back) / 2 * handed
    return middle - more, middle + more


def bone(
    a: XY, b: XY, table: Sequence[tuple[float, float, float]], build: Build
) -> tuple[Curve, Curve]:
    """The outer lines of the flesh around a bone: there on its left, and back on its right."""
    side, size = build
    left, right = sides(
        a, b, ((at, *halves(front * size, back * size, side)) for at, front, back in table)
    )
    return smooth(left), smooth(right[::-1])


@lru_cache(maxsize=_KEPT)
def arm(shoulder: XY, elbow: XY, hand: XY, build: Build) -> Flesh:
    """An arm. Its edges leave out the shoulder, where it grows out of the trunk."""
    size = build.size
    upper, fore = bone(shoulder, elbow, _UPPER_ARM, build), bone(elbow, hand, _FOREARM, build)
    joint, palm = circle(elbow, 0.0245 * size), _palm(elbow, hand, build)
    return Flesh(
        [circle(shoulder, 0.034 * size), sleeve(*upper), joint, sleeve(*fore), palm],
        [tail(upper[0]), upper[1][:-1], joint, *fore, palm],
    )


def _palm(elbow: XY, hand: XY, build: Build) -> Curve:
    along = _along_floor(unit(elbow, hand, (0.0, -1.0)), hand, build.handed)
    size = build.size
    knots = [aside(hand, along, at * _HAND_LONG, half * size) for at, half in _HAND]
    knots += [aside(hand, along, at * _HAND_LONG, -half * size) for at, half in _HAND[::-1]]
    return closed(knots)


def _along_floor(along: XY, hand: XY, handed: float) -> XY:
    """Where the fingers point: on with the forearm, but never into the floor."""
    low = max(-1.0, min(1.0, (0.010 - hand[1]) / _HAND_LONG))
    if along[1] >= low:
        return along
    ahead = along[0] if abs(along[0]) > 0.25 else -handed or along[0]
    return math.copysign(math.sqrt(1 - low * low), ahead), low


@lru_cache(maxsize=_KEPT)
def leg(hip: XY, knee: XY, ankle: XY, toe: XY, build: Build) -> Flesh:
    """A leg. Its edges leave out the upper half of the thigh, which grows out of the trunk."""
    handed, size = build
    ahead = handed == 0.0
    thigh = bone(hip, knee, _THIGH_AHEAD if ahead else _THIGH, build)
    shank = bone(knee, ankle, _SHANK_AHEAD if ahead else _SHANK, build)
    foot = _foot_ahead(ankle, toe) if ahead else _foot(ankle, toe, handed)
    joint, heel = circle(knee, 0.0335 * size), circle(ankle, 0.0195 * size)
    return Flesh(
        [circle(hip, 0.052 * size), sleeve(*thigh), joint, sleeve(*shank), heel, foot],
        [tail(thigh[0]), thigh[1][:-1], joint, *shank, foot],
    )


def _foot(ankle: XY, toe: XY, handed: float) -> Curve:
    """A foot from the side: heel, sole and toes in one piece, turned so that its toe is there."""
    side = math.copysign(1.0, handed)
    long = math.dist(ankle, toe)
    dip = math.asin(min(1.0, _TOE_LOW / long)) if long > 1e-9 else 0.0
    sole = turned(unit(ankle, toe, (-side, 0.0)), -dip * side)
    stretch = math.sqrt(max(0.0, long * long - _TOE_LOW * _TOE_LOW)) / _FOOT_LONG
    stretch = min(1.2, max(0.35, stretch))
    knots = [aside(ankle, sole, along * stretch, -up * side) for along, up in _FOOT]
    return closed(knots if side < 0 else knots[::-1])


def _foot_ahead(ankle: XY, toe: XY) -> Curve:
    """A foot from the front or from behind: it broadens towards the toes."""
    tip = aside(toe, unit(ankle, toe, (0.0, -1.0)), 0.006, 0.0)
    table = ((-0.15, 0.020), (0.25, 0.024), (0.7, 0.031), (0.95, 0.030), (1.0, 0.018))
    left, right = sides(ankle, tip, ((at, half, half) for at, half in table))
    return closed([*left, *right[::-1]])
