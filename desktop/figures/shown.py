"""A figure as it is handed to whoever paints it. No Qt in here."""

import math
from typing import NamedTuple

from routines.figures.model import Box, Figure, Point, Pose, PropNow
from routines.figures.motion import still_pose, still_pose_at
from routines.figures.ways import room_of
from routines.timeline import Segment

_CHEST, _BELLY, _HEAD = 0.008, 0.050, 0.06
"""How far the flesh goes, in body units, when chest or belly fill and when the head turns round."""


class ShownFigure(NamedTuple):
    """A body at a moment, and the room that its figure takes in all its moments."""

    pose: Pose
    room: Box


def still(figure: Figure) -> ShownFigure:
    """The figure in the posture that says most."""
    return ShownFigure(still_pose(figure), room_of(figure))


def still_at(figure: Figure, segment: Segment, offset: float) -> ShownFigure:
    """The figure standing still in what a segment says at a moment."""
    return ShownFigure(still_pose_at(figure, segment, offset), room_of(figure))


def moved(before: ShownFigure, after: ShownFigure) -> float:
    """How far what moved farthest has moved, in body units; without end for another figure."""
    one, other = before.pose, after.pose
    if (
        before.room != after.room
        or (one.view, one.facing) != (other.view, other.facing)
        or list(one.joints) != list(other.joints)
        or list(map(_shape, one.props)) != list(map(_shape, other.props))
    ):
        return math.inf
    most = 0.0
    for (x, y), (x2, y2) in zip(_points(one), _points(other), strict=True):
        most = max(most, abs(x - x2), abs(y - y2))
    return (
        max(most, _HEAD * abs(one.turn - other.turn))
        + _CHEST * abs(one.breath - other.breath)
        + _BELLY * abs(one.belly - other.belly)
    )


def _points(pose: Pose) -> list[Point]:
    return [*pose.joints.values(), *(end for prop in pose.props for end in prop.ends)]


def _shape(prop: PropNow) -> tuple[object, int]:
    return prop.kind, len(prop.ends)
