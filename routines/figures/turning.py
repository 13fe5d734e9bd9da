"""A figure that turns round to its other side, in its start posture."""

import math
from dataclasses import replace

from routines.figures.mirror import mirrored, mirrored_posture
from routines.figures.model import Figure, Point, Pose, Posture, PropKind, PropNow, View
from routines.figures.ways import body_on, middle_of

_FLAT = (PropKind.MAT, PropKind.FLOOR, PropKind.BED)
"""Props that lie there and do not turn with the body."""

_MOST_KEPT = 256
_others: dict[int, tuple[Figure, Posture]] = {}


def turning(figure: Figure, begin: Pose, share: float) -> Pose:
    """The way from ``begin``, the start pose as it is drawn, to its mirror image.

    Seen from the side the body gets narrow and then wide again, as one that turns round. From the
    front or behind it stays, and its left and its right change places.
    """
    end = mirrored(begin, middle_of(figure))
    if figure.view is not View.SIDE:
        path = (figure.loop.start, _other_start(figure))
        joints = body_on(path, share, figure.view).joints
        props = _moved(begin.props, end.props, share)
        return replace(begin, joints=joints, props=props)
    width = math.cos(math.pi * share)
    pose = _narrowed(begin if width >= 0 else end, middle_of(figure), abs(width))
    lying = _moved(begin.props, end.props, share)
    props = tuple(
        still if still.kind in _FLAT else turned
        for still, turned in zip(lying, pose.props, strict=True)
    )
    return replace(pose, props=props)


def _other_start(figure: Figure) -> Posture:
    """The start posture of the other side; kept, so that the way to it is worked out once."""
    kept = _others.get(id(figure))
    if kept is None:
        if len(_others) >= _MOST_KEPT:
            _others.clear()
        other = mirrored_posture(figure.loop.start, middle_of(figure))
        kept = _others[id(figure)] = figure, other
    return kept[1]


def _narrowed(pose: Pose, middle: float, width: float) -> Pose:
    def narrow(point: Point) -> Point:
        return Point(middle + (point.x - middle) * width, point.y)

    return replace(
        pose,
        joints={name: narrow(point) for name, point in pose.joints.items()},
        props=tuple(PropNow(prop.kind, tuple(map(narrow, prop.ends))) for prop in pose.props),
        turn=width,
    )


def _moved(
    begin: tuple[PropNow, ...], end: tuple[PropNow, ...], share: float
) -> tuple[PropNow, ...]:
    return tuple(
        PropNow(
            before.kind,
            tuple(
                Point(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
                for a, b in zip(before.ends, after.ends, strict=True)
            ),
        )
        for before, after in zip(begin, end, strict=True)
    )
