"""Smooth outlines in the plane: what the parts of a body are made of. No Qt, no anatomy.

Points are in body units, y up. A curve is a list: where it begins as ``(x, y)``, then a line's end
``(x, y)`` or a Bézier's ``(x1, y1, x2, y2, x, y)``. Every closed outline runs clockwise, so that
those which overlap can be filled as one.
"""

import math
from collections.abc import Iterable, Sequence

XY = tuple[float, float]
Curve = list[tuple[float, ...]]

_WITHIN = 0.86  # a fillet ends within the flesh, which may get thinner towards there
_ROUND = 0.5523  # how far a quarter circle's handles reach, in radii


def unit(from_: XY, to: XY, otherwise: XY = (0.0, 1.0)) -> XY:
    """The direction from one point to another, ``otherwise`` where they are the same."""
    x, y = to[0] - from_[0], to[1] - from_[1]
    length = math.hypot(x, y)
    return (x / length, y / length) if length > 1e-9 else otherwise


def between(one: XY, other: XY, share: float) -> XY:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def aside(point: XY, direction: XY, along: float, left: float) -> XY:
    """``point`` moved forward along ``direction`` and to the left of it."""
    x, y = direction
    return point[0] + x * along - y * left, point[1] + y * along + x * left


def turned(direction: XY, angle: float) -> XY:
    """``direction`` turned to its left by ``angle``, in radians."""
    cos, sin = math.cos(angle), math.sin(angle)
    return direction[0] * cos - direction[1] * sin, direction[0] * sin + direction[1] * cos


def smooth(knots: Sequence[XY]) -> Curve:
    """An open curve through all of ``knots``."""
    if len(knots) < 2:
        return list(knots)
    return _through([knots[0], *knots, knots[-1]])


def closed(knots: Sequence[XY]) -> Curve:
    """A closed curve through all of ``knots``; it ends where it begins."""
    return _through([knots[-1], *knots, knots[0], knots[1]])


def _through(knots: Sequence[XY]) -> Curve:
    """From the second of ``knots`` to the last but one; the outer two only bend the ends."""
    curve: Curve = [knots[1]]
    (x0, y0), (x1, y1), (x2, y2) = knots[0], knots[1], knots[2]
    across_x, across_y = x2 - x0, y2 - y0
    across = math.hypot(across_x, across_y)
    for x3, y3 in knots[3:]:
        # A handle is a third of the way long: it cannot overshoot where knots lie unevenly.
        reach = math.hypot(x2 - x1, y2 - y1) / 3
        give = reach / across if across > 1e-9 else 0.0
        start_x, start_y = x1 + across_x * give, y1 + across_y * give
        across_x, across_y = x3 - x1, y3 - y1
        across = math.hypot(across_x, across_y)
        take = reach / across if across > 1e-9 else 0.0
        curve.append((start_x, start_y, x2 - across_x * take, y2 - across_y * take, x2, y2))
        x1, y1, x2, y2 = x2, y2, x3, y3
    return curve


def circle(center: XY, radius: float) -> Curve:
    x, y = center
    r, k = radius, radius * _ROUND
    return [
        (x, y + r),
        (x + k, y + r, x + r, y + k, x + r, y),
        (x + r, y - k, x + k, y - r, x, y - r),
        (x - k, y - r, x - r, y - k, x - r, y),
        (x - r, y + k, x - k, y + r, x, y + r),
    ]


Station = tuple[float, float, float]
"""A place along a bone, as a share of its length, and how far its flesh reaches to the left and
right of it."""


def sides(a: XY, b: XY, stations: Iterable[Station]) -> tuple[list[XY], list[XY]]:
    """The knots of the flesh around a bone: those on its left, those on its right, from ``a``."""
    along = unit(a, b)
    left, right = [], []
    for share, to_left, to_right in stations:
        middle = between(a, b, share)
        left.append(aside(middle, along, 0.0, to_left))
        right.append(aside(middle, along, 0.0, -to_right))
    return left, right


def sleeve(left: Curve, back: Curve) -> Curve:
    """A closed outline from the curve along its left, and that back along its right."""
    start, end = left[0], back[0]
    return [*left, (end[0], end[1]), *back[1:], (start[0], start[1])]


def fillet(bones: tuple[XY, XY, XY], half: float, reach: float) -> Curve | None:
    """What rounds the inner corner where two bones meet, at the second of three joints.

    ``half`` is how far the flesh reaches there, ``reach`` how far the round goes along it. None
    where the bones go straight on, or are folded up.
    """
    a, joint, b = bones
    one, other = unit(joint, a), unit(joint, b)
    x, y = one[0] + other[0], one[1] + other[1]
    cos = math.hypot(x, y) / 2  # of half the angle between the bones
    if cos < 0.02 or cos > 0.98:
        return None
    sin = math.sqrt(1 - cos * cos)
    from_joint = half * cos / sin
    room = min(math.dist(a, joint), math.dist(joint, b)) * 0.6 - from_joint
    if room <= 0.0:
        return None
    along = from_joint + min(reach, room)
    side = 1.0 if one[0] * other[1] - one[1] * other[0] > 0 else -1.0
    start = aside(joint, one, along, half * _WITHIN * side)
    end = aside(joint, other, along, -half * _WITHIN * side)
    corner = aside(joint, (x / cos / 2, y / cos / 2), half / sin, 0.0)
    if side > 0:
        start, end = end, start
    return [
        start,
        (*between(start, corner, 2 / 3), *between(end, corner, 2 / 3), *end),
        joint,
        start,
    ]


def soft(value: float, low: float, high: float) -> float:
    """0 up to ``low``, 1 from ``high`` on, smooth between."""
    share = min(1.0, max(0.0, (value - low) / (high - low)))
    return share * share * (3 - 2 * share)


def flattened(curve: Curve, pieces: int = 6) -> list[XY]:
    """Points along ``curve``, close enough to it for measuring."""
    x, y = curve[0][-2:]
    points = [(x, y)]
    for part in curve[1:]:
        if len(part) == 2:
            points.append((part[0], part[1]))
        else:
            start = points[-1]
            points.extend(_at(start, part, step / pieces) for step in range(1, pieces + 1))
    return points


def _at(start: XY, part: tuple[float, ...], t: float) -> XY:
    x1, y1, x2, y2, x3, y3 = part
    s = 1 - t
    a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3


def on_curve(start: XY, part: tuple[float, ...], t: float) -> tuple[XY, XY]:
    """The point at ``t`` of a Bézier and the direction there.

    Before its start it goes straight on, and ``t`` is a distance.
    """
    ahead = unit(start, _at(start, part, 0.02)) if t < 0.01 else None
    if t < 0:
        assert ahead is not None
        return aside(start, ahead, t, 0.0), ahead
    point = _at(start, part, t)
    if t > 0.99:
        return point, unit(_at(start, part, 0.98), point)
    return point, ahead or unit(_at(start, part, t - 0.01), _at(start, part, t + 0.01))


def area(curve: Curve) -> float:
    """What a closed curve encloses; negative where it runs clockwise."""
    points = flattened(curve)
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2
