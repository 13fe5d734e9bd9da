"""Smooth curves through a few points, and questions about polygons. Body units, no Qt."""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from routines.figures.model import Point

Polygon = tuple[Point, ...]

_PIECES = 8
_HAIR = 1e-9


def smooth(points: Sequence[tuple[float, float]], pieces: int = _PIECES) -> Polygon:
    """A curve through ``points``, each stretch cut in ``pieces``.

    Centripetal Catmull-Rom splines: unlike the plain ones they neither loop nor swing out where
    points stand close beside distant ones.
    """
    if len(points) < 3:
        return tuple(Point(*point) for point in points)
    first, last = _beyond(points[1], points[0]), _beyond(points[-2], points[-1])
    path = [first, *points, last]
    curve = [Point(*points[0])]
    for index in range(len(points) - 1):
        four = path[index : index + 4]
        curve += [_between(four, step / pieces) for step in range(1, pieces + 1)]
    return tuple(curve)


def closed(points: Sequence[tuple[float, float]], pieces: int = _PIECES) -> Polygon:
    """A smooth closed curve through ``points``."""
    count = len(points)
    curve: list[Point] = []
    for index in range(count):
        four = [points[(index + each) % count] for each in (-1, 0, 1, 2)]
        curve += [_between(four, step / pieces) for step in range(pieces)]
    return tuple(curve)


def mirrored(points: Sequence[tuple[float, float]]) -> Polygon:
    """The same on the body's other side."""
    return tuple(Point(-x, y) for x, y in points)


def holds(polygon: Polygon, point: tuple[float, float]) -> bool:
    """Whether ``point`` lies inside ``polygon``."""
    x, y = point
    inside = False
    before = polygon[-1]
    for corner in polygon:
        if (corner.y > y) != (before.y > y):
            share = (y - corner.y) / (before.y - corner.y)
            if x < corner.x + share * (before.x - corner.x):
                inside = not inside
        before = corner
    return inside


@lru_cache(maxsize=256)
def extent(polygons: tuple[Polygon, ...]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of them all."""
    xs = [point.x for polygon in polygons for point in polygon]
    ys = [point.y for polygon in polygons for point in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def _beyond(inner: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    return 2 * end[0] - inner[0], 2 * end[1] - inner[1]


def _between(four: Sequence[tuple[float, float]], share: float) -> Point:
    """The point at ``share`` of the way from the second of ``four`` to the third."""
    knots = [0.0]
    for (x0, y0), (x1, y1) in pairwise(four):
        knots.append(knots[-1] + max(_HAIR, math.hypot(x1 - x0, y1 - y0) ** 0.5))
    at = knots[1] + share * (knots[2] - knots[1])
    row = [tuple(point) for point in four]
    for reach in (1, 2):
        row = [_mix(row[i], row[i + 1], knots[i], knots[i + reach], at) for i in range(4 - reach)]
    return Point(*_mix(row[0], row[1], knots[1], knots[2], at))


def _mix(
    one: tuple[float, ...], other: tuple[float, ...], begin: float, end: float, at: float
) -> tuple[float, ...]:
    share = (at - begin) / (end - begin)
    return tuple(low + (high - low) * share for low, high in zip(one, other, strict=True))
