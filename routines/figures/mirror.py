"""The other side of a body: a mirror image seen from the side, else left and right swapped."""

from collections.abc import Mapping
from dataclasses import replace
from typing import overload

from routines.figures.model import (
    LEFT,
    RIGHT,
    Facing,
    Figure,
    Loop,
    Point,
    Pose,
    Posture,
    Prop,
    PropKind,
    PropNow,
)
from routines.model import Side

_OTHER = {Facing.LEFT: Facing.RIGHT, Facing.RIGHT: Facing.LEFT}
_ORDERED = (PropKind.MAT, PropKind.FLOOR, PropKind.BED, PropKind.CUSHION, PropKind.DOORWAY)
"""Props whose ends are a left one and a right one."""


@overload
def mirrored(what: Pose, axis: float = 0.0) -> Pose: ...
@overload
def mirrored(what: Figure, axis: float = 0.0) -> Figure: ...
def mirrored(what: Pose | Figure, axis: float = 0.0) -> Pose | Figure:
    """The mirror image, at the upright line x = ``axis``; mirrored twice it is itself again."""
    if isinstance(what, Pose):
        return replace(
            what,
            facing=_OTHER[what.facing],
            joints=mirrored_joints(what.joints, axis),
            props=tuple(_prop_now(prop, axis) for prop in what.props),
        )
    return _figure(what, axis)


def mirrored_joints(joints: Mapping[str, Point], axis: float) -> dict[str, Point]:
    return {swapped(name): Point(2 * axis - x, y) for name, (x, y) in joints.items()}


def mirrored_posture(posture: Posture, axis: float) -> Posture:
    depths = {swapped(name): depth for name, depth in posture.depths.items()}
    return replace(posture, joints=mirrored_joints(posture.joints, axis), depths=depths)


def swapped(joint: str) -> str:
    """``left-hand`` for ``right-hand``; near and far stay what they are."""
    if joint.startswith(LEFT):
        return RIGHT + joint.removeprefix(LEFT)
    if joint.startswith(RIGHT):
        return LEFT + joint.removeprefix(RIGHT)
    return joint


def _figure(figure: Figure, axis: float) -> Figure:
    postures = {name: mirrored_posture(each, axis) for name, each in figure.postures.items()}
    ways = {
        phase: tuple(postures[each.name] for each in way) for phase, way in figure.loop.ways.items()
    }
    return replace(
        figure,
        loop=Loop(postures[figure.loop.start.name], ways),
        postures=postures,
        props=tuple(_prop(prop, axis) for prop in figure.props),
        facing=_OTHER[figure.facing],
        side=Side.RIGHT if figure.side is Side.LEFT else Side.LEFT,
    )


def _prop(prop: Prop, axis: float) -> Prop:
    ends = tuple(
        swapped(end) if isinstance(end, str) else Point(2 * axis - end.x, end.y)
        for end in prop.ends
    )
    return replace(prop, ends=ends[::-1] if prop.kind in _ORDERED else ends)


def _prop_now(prop: PropNow, axis: float) -> PropNow:
    ends = tuple(Point(2 * axis - x, y) for x, y in prop.ends)
    return PropNow(prop.kind, ends[::-1] if prop.kind in _ORDERED else ends)
