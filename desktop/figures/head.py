"""The shape of the head: it shows where it looks. No Qt. Sizes are in body units."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.figures.shape import (
    XY,
    Curve,
    aside,
    between,
    circle,
    closed,
    sides,
    sleeve,
    smooth,
    turned,
    unit,
)

Joints = Mapping[str, XY]

_NOD = 0.23  # radians; how far the head stands forward of the neck when it looks straight ahead

_SIDEWAYS, _MOST_TURNED = 0.10, 0.85
"""From the front: how far aside the face looks to be in profile, and how much of that is shown."""

_NEAR = 0.06  # a face that looks to a point nearer than that is turned towards us, or away

_PROFILE = (
    (0.002, 0.065),
    (0.030, 0.055),
    (0.043, 0.032),
    (0.044, 0.010),
    (0.054, -0.010),
    (0.046, -0.020),
    (0.046, -0.036),
    (0.036, -0.060),
    (0.014, -0.060),
    (-0.012, -0.046),
    (-0.036, -0.038),
    (-0.052, -0.014),
    (-0.056, 0.016),
    (-0.040, 0.050),
)
"""A head from the side, from its middle: how far towards the face, how far up. Clockwise for a
face on the right."""

_HAIR = (
    (0.002, 0.067),
    (0.026, 0.059),
    (0.038, 0.042),
    (0.024, 0.030),
    (0.008, 0.022),
    (-0.004, 0.004),
    (-0.012, -0.012),
    (-0.026, -0.030),
    (-0.040, -0.036),
    (-0.054, -0.014),
    (-0.058, 0.016),
    (-0.042, 0.051),
)

_OVAL = (
    (0.000, 0.065),
    (0.026, 0.057),
    (0.043, 0.030),
    (0.045, 0.002),
    (0.037, -0.034),
    (0.018, -0.060),
    (0.000, -0.065),
)
"""Half a head from behind: how far out, how far up."""

_AHEAD = (
    (0.000, 0.065),
    (0.026, 0.057),
    (0.043, 0.030),
    (0.0455, 0.012),
    (0.045, -0.004),
    (0.0425, -0.019),
    (0.037, -0.034),
    (0.018, -0.060),
    (0.000, -0.065),
    (-0.018, -0.060),
    (-0.037, -0.034),
    (-0.045, 0.000),
    (-0.044, 0.026),
    (-0.027, 0.056),
)
"""A head from the front, each knot where that of the profile goes when it turns to the right."""

_CAP = (
    (0.000, 0.067),
    (0.027, 0.059),
    (0.044, 0.032),
    (0.0455, 0.008),
    (0.034, 0.024),
    (0.012, 0.036),
    (-0.012, 0.036),
    (-0.034, 0.024),
    (-0.0455, 0.008),
    (-0.0455, 0.018),
    (-0.044, 0.032),
    (-0.027, 0.059),
)
"""Hair from the front: from the crown to the temple, along the brow, and up again."""
_NAPE = (
    (0.000, 0.065),
    (0.026, 0.057),
    (0.043, 0.030),
    (0.045, 0.002),
    (0.039, -0.028),
    (0.026, -0.046),
    (0.000, -0.050),
)


class SideHead(NamedTuple):
    """A head from the side; ``skull`` is where the spine ends in it."""

    skull: XY
    outline: Curve
    hair: Curve


def head_from_side(joints: Joints, handed: float) -> SideHead:
    head = joints["head"]
    up = _up_from_side(joints, 1.0 if handed > 0 else -1.0, abs(handed))
    looks = handed * _in_profile(joints, abs(handed))
    skull = aside(head, up, -0.028, -0.016 * looks)
    return SideHead(skull, _placed(_PROFILE, head, up, looks), _placed(_HAIR, head, up, looks))


def _in_profile(joints: Joints, turn: float) -> float:
    """How much of its side a head shows: less where what it looks to is drawn near its middle."""
    head, face = joints["head"], joints.get("face", joints["head"])
    far = math.hypot((face[0] - head[0]) / max(turn, 0.05), face[1] - head[1])
    return min(1.0, far / _NEAR) if far > 0.0 else 1.0


def _up_from_side(joints: Joints, side: float, turn: float) -> XY:
    """Where the crown of the head is: over the face that is given, or as the neck carries it."""
    neck, head, face = joints["neck"], joints["head"], joints.get("face")
    turn = max(turn, 0.05)
    if face is not None and face != head:
        look = unit(head, ((face[0] - head[0]) / turn + head[0], face[1]))
        up = (look[1] * side, -look[0] * side)
    else:
        up = turned(
            unit((neck[0], neck[1]), ((head[0] - neck[0]) / turn + neck[0], head[1])), -_NOD * side
        )
    return unit((0.0, 0.0), (up[0] * turn, up[1]))


def _placed(shape: tuple[XY, ...], head: XY, up: XY, handed: float) -> Curve:
    """``shape`` with its face where it looks; as from the front while it turns round."""
    count = len(shape)
    ahead, away = (1 - handed) / 2, (1 + handed) / 2  # how much it looks right, and left
    knots = []
    for index, (x, y) in enumerate(shape):
        other_x, other_y = shape[-index % count]
        right = x * ahead - other_x * away
        knots.append(aside(head, up, y * ahead + other_y * away, -right))
    return closed(knots)


class HeadAhead(NamedTuple):
    """A head from the front or behind with its neck, and what is kept free around it."""

    neck: list[Curve]
    outline: Curve
    hair: Curve
    gap: Curve


def head_ahead(joints: Joints, *, behind: bool, gap: float) -> HeadAhead:
    """From the front it turns towards its profile the farther to the side the face looks."""
    neck, head, face = joints["neck"], joints["head"], joints.get("face")
    up = unit(neck, head)
    root = _neck(neck, aside(head, up, -0.030, 0.0))
    if behind:
        oval = _both(_OVAL, head, up)
        return HeadAhead(root, oval, _both(_NAPE, head, up), oval)
    x, y = (face[0] - head[0], face[1] - head[1]) if face is not None else (0.0, 0.0)
    turn = max(-_MOST_TURNED, min(_MOST_TURNED, x / _SIDEWAYS))
    skull = _turned_by(turn, _AHEAD, _PROFILE)
    brow = head[0], head[1] + max(-0.006, min(0.006, y * 0.075))
    chin = [(out * (1 + gap / 0.045), high * (1 + gap / 0.065)) for out, high in skull]
    return HeadAhead(
        root,
        _around(skull, head, up),
        _around(_turned_by(turn, _CAP, _HAIR), brow, up),
        _around(chin, head, up),
    )


def _turned_by(turn: float, ahead: Sequence[XY], profile: Sequence[XY]) -> list[XY]:
    """The shape between its front and its profile, clockwise; below 0 it turns to the left."""
    share = abs(turn)
    knots = [between(one, other, share) for one, other in zip(ahead, profile, strict=True)]
    if turn >= 0:
        return knots
    return [(-x, y) for x, y in (knots[-index] for index in range(len(knots)))]


def _around(knots: Sequence[XY], middle: XY, up: XY) -> Curve:
    return closed([aside(middle, up, high, -out) for out, high in knots])


def _both(half: tuple[XY, ...], middle: XY, up: XY) -> Curve:
    right = [aside(middle, up, high, -out) for out, high in half]
    left = [aside(middle, up, high, out) for out, high in half[-2:0:-1]]
    return closed([*right, *left])


def _neck(neck: XY, root: XY) -> list[Curve]:
    table = ((0.0, 0.034, 0.034), (0.4, 0.031, 0.031), (1.0, 0.030, 0.030))
    left, right = sides(neck, root, table)
    return [circle(neck, 0.034), sleeve(smooth(left), smooth(right[::-1]))]
