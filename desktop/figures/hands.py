"""Where a hand lies: flat on what it touches, else on with its forearm. No Qt."""

import math
from collections.abc import Mapping
from itertools import pairwise

from desktop.figures.ends import HAND_LONG, Palm
from desktop.figures.shape import XY, aside, between, soft, turned, unit
from routines.figures.model import Pose, PropKind, PropNow, View

_TOUCH, _OFF = 0.030, 0.075  # body units; how near a surface a hand lies on it, and no longer
_ON_HEAD, _OFF_HEAD = 0.095, 0.140  # from the middle of the head
_WRAPS, _SKULL = 1.0, 0.060  # radians that it reaches on round the back of it, and how far out
_SPINE = ("hip", "waist", "chest", "neck")
_FINGERS = 0.008  # how high the tips of the fingers are over what the palm lies on


def palm_of(pose: Pose, elbow: XY, hand: XY, handed: float, ground: float) -> Palm:
    """The palm of a hand whose surface to lie on is at ``ground``, or something else near it."""
    along = unit(elbow, hand, (0.0, -1.0))
    if pose.view is not View.SIDE:
        return Palm(_not_below(along, hand, 0.0, ground), thumb=_thumb(pose, along, hand))
    for prop in pose.props:
        found = _on_prop(prop, along, hand)
        if found is not None:
            return found
    on_head = _on_head(pose.joints, along, hand, handed)
    if on_head is not None:
        return on_head
    on_trunk = _on_trunk(pose.joints, along, hand, handed)
    if on_trunk is not None:
        return on_trunk
    low = _not_below(along, hand, handed, ground)
    flat = 1.0 - soft(hand[1] - ground, _TOUCH, _OFF)
    # The palm faces down: to the left of fingers that point to the left.
    side = 1.0 if low[0] < 0 or flat == 0.0 else -1.0
    return Palm(low, side, flat, -0.8 * handed * (1 - flat) * _hangs(along))


def _hangs(along: XY) -> float:
    return soft(-along[1], 0.2, 0.7)


def _thumb(pose: Pose, along: XY, hand: XY) -> float:
    """Of a hand that is raised, seen from the front or behind: towards the head."""
    middle = pose.joints["neck"][0]
    return soft(along[1], 0.0, 0.6) * (1.0 if hand[0] > middle else -1.0)


def _not_below(along: XY, hand: XY, handed: float, ground: float) -> XY:
    """Where the fingers point: on with the forearm, but never into what is below."""
    low = max(-1.0, min(1.0, (ground + _FINGERS - hand[1]) / HAND_LONG))
    if along[1] >= low:
        return along
    ahead = along[0] if abs(along[0]) > 0.5 else -handed or along[0]
    return math.copysign(math.sqrt(1 - low * low), ahead), low


def _on_prop(prop: PropNow, along: XY, hand: XY) -> Palm | None:
    """A hand against a wall or a door post, or on a desk, seen from the side."""
    if prop.kind is PropKind.DESK and prop.ends:
        return _on_desk(prop, along, hand)
    if prop.kind not in (PropKind.WALL, PropKind.DOORWAY):
        return None
    for x, _ in prop.ends:
        near = 1.0 - soft(abs(x - hand[0]), 0.035, 0.08)
        if near > 0.0:
            up = 1.0 if along[1] > -0.6 else -1.0
            side = 1.0 if (x < hand[0]) is (up > 0) else -1.0
            return Palm(_towards(along, (0.0, up), near), side, near)
    return None


def _on_desk(desk: PropNow, along: XY, hand: XY) -> Palm | None:
    (x, top), side = desk.ends[0], math.copysign(1.0, along[0])
    over = soft((hand[0] - x) * side, -0.10, -0.03)
    near = over * (1.0 - soft(abs(hand[1] - top), 0.035, 0.07))
    if near == 0.0:
        return None
    return Palm(_towards(along, (side, 0.0), near), -side, near)


def _on_head(joints: Mapping[str, XY], along: XY, hand: XY, handed: float) -> Palm | None:
    """A hand at the back of the head lies along it, its fingers up."""
    head = joints["head"]
    near = 1.0 - soft(math.dist(head, hand), _ON_HEAD, _OFF_HEAD)
    out = unit(head, hand)
    if near == 0.0 or out[0] * handed < -0.2:  # in front of it: a hand at the face, or the chin
        return None
    tips = aside(head, turned(out, _WRAPS * math.copysign(1.0, handed)), _SKULL, 0.0)
    wraps = _towards(along, unit(hand, tips, along), 0.8 * near)  # a wrist bends only so far
    return Palm(wraps, handed, near)


def _on_trunk(joints: Mapping[str, XY], along: XY, hand: XY, handed: float) -> Palm | None:
    """A hand on the chest or the belly of one who lies on the back goes along it."""
    share, way = _rest(joints, hand, handed)
    if share == 0.0:
        return None
    ahead = 1.0 if way[0] * along[0] + way[1] * along[1] > 0 else -1.0
    rests = way[0] * ahead, way[1] * ahead
    return Palm(_towards(along, rests, share), -ahead * math.copysign(1.0, handed), share)


def rests_on_trunk(joints: Mapping[str, XY], hand: XY, handed: float) -> float:
    """1 for a hand on the front of one who lies on the back, 0 for one that is off it."""
    return _rest(joints, hand, handed)[0]


def _rest(joints: Mapping[str, XY], hand: XY, handed: float) -> tuple[float, XY]:
    """How far a hand rests on the trunk, and where the spine below it goes."""
    up = unit(joints["hip"], joints["neck"])
    lies = soft(abs(up[0]), 0.7, 0.9)
    if lies == 0.0:
        return 0.0, up
    # The front of a body that looks to the left is to the left of its spine, from the hip up.
    near = min(pairwise(_SPINE), key=lambda bone: _from_middle(joints, bone, hand))
    low, high = joints[near[0]], joints[near[1]]
    way = unit(low, high)
    x, y = hand[0] - low[0], hand[1] - low[1]
    out = (x * -way[1] + y * way[0]) * math.copysign(1.0, handed)
    return lies * soft(out, 0.03, 0.05) * (1.0 - soft(out, 0.13, 0.16)), way


def _from_middle(joints: Mapping[str, XY], bone: tuple[str, str], hand: XY) -> float:
    return math.dist(between(joints[bone[0]], joints[bone[1]], 0.5), hand)


def _towards(one: XY, other: XY, share: float) -> XY:
    """The direction a share of the way from one to another."""
    return unit((0.0, 0.0), between(one, other, share), other)
