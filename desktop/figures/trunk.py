"""The shape of the trunk: from the side along the spine, from the front or behind as one outline.

No Qt. Sizes are in body units.
"""

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from desktop.figures.shape import (
    XY,
    Curve,
    aside,
    between,
    closed,
    on_curve,
    smooth,
    soft,
    unit,
)
from routines.figures.model import LEFT, RIGHT, Pose, View

Joints = Mapping[str, XY]


class _Slice(NamedTuple):
    """How deep the trunk is at a place on its spine.

    ``at`` is the share of the spine's bone that lies below, or a distance before its start.
    ``breath`` and ``belly`` are what they add in front when they are full.
    """

    bone: int
    at: float
    front: float
    back: float
    breath: float = 0.0
    belly: float = 0.0


_SLICES = (
    _Slice(0, -0.062, 0.010, 0.030),
    _Slice(0, -0.045, 0.036, 0.060),
    _Slice(0, -0.006, 0.050, 0.071, 0.0, 0.006),
    _Slice(0, 0.50, 0.056, 0.056, 0.002, 0.042),
    _Slice(1, 0.00, 0.053, 0.046, 0.004, 0.050),
    _Slice(1, 0.50, 0.057, 0.052, 0.006, 0.022),
    _Slice(2, 0.00, 0.065, 0.062, 0.008, 0.002),
    _Slice(2, 0.42, 0.061, 0.062, 0.006),
    _Slice(2, 0.75, 0.046, 0.053, 0.003),
    _Slice(3, 0.00, 0.031, 0.041),
    _Slice(3, 0.45, 0.027, 0.031),
    _Slice(3, 1.00, 0.026, 0.029),
)
"""Buttocks, the hollow of the back, the rib cage, the slope of the shoulders and the neck, along
the bones hip to waist, to chest, to neck, to skull."""

_SHOULDER = 0.037  # half the breadth of a shoulder with what covers it
_MOST_DRAWN = 0.03  # the most that a shoulder draws the trunk's outline with it

_SPANS, _NARROW = (0.12, 0.20), 0.80
"""Between the shoulders of a chest that is turned and of one that is not; what is left of it."""

_PELVIS = 0.050  # from the middle to where a thigh begins


def trunk_from_side(pose: Pose, skull: XY, handed: float) -> Curve:
    """The outline of trunk and neck around the spine, which runs smoothly through its joints.

    ``skull`` is where the spine ends.
    """
    joints = pose.joints
    spine = smooth([*(joints[name] for name in ("hip", "waist", "chest", "neck")), skull])
    front, back = [], []
    for each in _SLICES:
        start = spine[each.bone][-2:]
        point, along = on_curve((start[0], start[1]), spine[each.bone + 1], each.at)
        ahead = each.front + each.breath * pose.breath + each.belly * pose.belly
        ahead, behind = _holding(joints.get("shoulder"), point, along, handed, ahead, each.back)
        middle, more = (ahead + behind) / 2, (ahead - behind) / 2 * handed
        # Pointing up the spine, the front of a body that looks to the left is on the left.
        front.append(aside(point, along, 0.0, middle + more))
        back.append(aside(point, along, 0.0, more - middle))
    return closed([*front, *back[::-1]])


def _holding(
    shoulder: XY | None, point: XY, along: XY, handed: float, front: float, back: float
) -> tuple[float, float]:
    """How deep a slice is in front and behind where a shoulder is drawn out of the trunk."""
    if shoulder is None:
        return front, back
    x, y = shoulder[0] - point[0], shoulder[1] - point[1]
    up, ahead = x * along[0] + y * along[1], (y * along[0] - x * along[1]) * handed
    half = math.sqrt(max(0.0, _SHOULDER * _SHOULDER - up * up))
    if half == 0.0:
        return front, back
    most = _MOST_DRAWN
    return (
        front + min(most, max(0.0, ahead + half - front)),
        back + min(most, max(0.0, half - ahead - back)),
    )


def pelvis_of(joints: Joints, side: str, view: View) -> XY:
    """Where a thigh begins: seen from the side at the hip, unless that is given."""
    given = joints.get(f"{side}pelvis")
    if given is not None:
        return given
    if view is View.SIDE:
        return joints["hip"]
    up = unit(joints["hip"], joints["waist"])
    outward = _PELVIS if (side == LEFT) is (view is View.BACK) else -_PELVIS
    return aside(joints["hip"], up, 0.0, outward)


def trunk_ahead(pose: Pose) -> Curve:
    """The outline from the shoulders over ribs and waist to the pelvis, seen from front or back."""
    one, other = (LEFT, RIGHT) if pose.view is View.BACK else (RIGHT, LEFT)
    first = _flank(pose, one, 1.0)
    second = _flank(pose, other, -1.0)
    hip = pose.joints["hip"]
    crotch = aside(hip, unit(hip, pose.joints["waist"]), -0.050, 0.0)
    return closed([crotch, *first, *second[::-1]])


def _flank(pose: Pose, side: str, left: float) -> list[XY]:
    """One side of the trunk from the thigh up to the neck."""
    joints, breath, belly, wide = pose.joints, pose.breath, pose.belly, _wide(pose.joints)
    hip, waist, chest, neck = (joints[name] for name in ("hip", "waist", "chest", "neck"))
    low, high = unit(hip, waist), unit(chest, neck)
    pelvis = pelvis_of(joints, side, pose.view)
    usual = aside(between(chest, neck, 0.75), high, 0.0, 0.115 * left)
    shoulder: XY = joints.get(f"{side}shoulder", usual)
    root = aside(neck, high, 0.028 + _lift(neck, high, shoulder), 0.032 * left)
    round_it = aside(shoulder, high, 0.0265, 0.0205 * left)  # from here the slope runs straight up
    return [
        aside(pelvis, low, -0.045, 0.036 * left),
        aside(pelvis, low, -0.012, 0.0515 * left),
        aside(pelvis, low, 0.016, 0.0500 * left),
        aside(between(hip, waist, 0.58), low, 0.0, 0.089 * left),
        aside(waist, unit(hip, chest), 0.0, (0.081 + 0.003 * breath + 0.012 * belly) * left),
        aside(between(waist, chest, 0.5), high, 0.0, (0.085 + 0.004 * breath) * left * wide),
        aside(chest, high, 0.0, (0.095 + 0.005 * breath) * left * wide),
        aside(shoulder, high, -0.050, (-0.008 + 0.020 * _raised(pose, side, high)) * left),
        aside(shoulder, high, 0.000, 0.030 * left),
        round_it,
        aside(between(round_it, root, 0.55), high, -0.002, 0.0),
        root,
    ]


def _wide(joints: Joints) -> float:
    """How broad the ribs are seen: less where the shoulders are nearer, of a chest that turns."""
    left, right = joints.get(f"{LEFT}shoulder"), joints.get(f"{RIGHT}shoulder")
    if left is None or right is None:
        return 1.0
    return _NARROW + (1.0 - _NARROW) * soft(math.dist(left, right), *_SPANS)


def _raised(pose: Pose, side: str, high: XY) -> float:
    """0 for an arm that hangs, 1 for one that is raised: it takes the flank along."""
    shoulder, elbow = pose.joints.get(f"{side}shoulder"), pose.joints.get(f"{side}elbow")
    if shoulder is None or elbow is None:
        return 0.0
    along = unit(shoulder, elbow)
    return soft(high[0] * along[0] + high[1] * along[1], -0.6, 0.4)


def _lift(neck: XY, high: XY, shoulder: XY) -> float:
    """How much higher the slope of a shoulder that is drawn up begins on the neck."""
    above = (shoulder[0] - neck[0]) * high[0] + (shoulder[1] - neck[1]) * high[1]
    return max(0.0, above + 0.033) * 0.8


_BLADE = (
    (-0.024, 0.032),
    (0.004, 0.042),
    (0.030, 0.034),
    (0.024, 0.008),
    (0.004, -0.034),
    (-0.012, -0.046),
    (-0.022, -0.026),
    (-0.026, 0.004),
)
"""A shoulder blade: how far out from the spine, how far up."""


def blades(joints: Joints) -> list[Curve]:
    """The shoulder blades that are given."""
    up = unit(joints["chest"], joints["neck"])
    drawn = []
    for side, left in ((LEFT, 1.0), (RIGHT, -1.0)):
        middle = joints.get(f"{side}blade")
        if middle is not None:
            knots = [aside(middle, up, high, out * left) for out, high in _BLADE]
            drawn.append(closed(knots if left < 0 else knots[::-1]))
    return drawn


def spine_line(joints: Joints) -> Curve:
    """The furrow of the spine, seen from behind: slim, and pointed at both ends."""
    knots = [joints[name] for name in ("hip", "waist", "chest", "neck")]
    knots[0] = between(knots[0], knots[1], 0.2)
    knots[3] = between(knots[2], knots[3], 0.7)
    ways = [unit(one, other) for one, other in pairwise([*knots, knots[-1]])]
    ways[3] = ways[2]
    half = (0.0008, 0.0034, 0.0034, 0.0008)
    left = [aside(at, way, 0.0, wide) for at, way, wide in zip(knots, ways, half, strict=True)]
    right = [aside(at, way, 0.0, -wide) for at, way, wide in zip(knots, ways, half, strict=True)]
    return closed([*left, *right[::-1]])
