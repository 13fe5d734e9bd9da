"""Where the named areas are on the body, front and back, and which one a point is in. No Qt.

Areas are given a little larger than the silhouette that they are painted in. Left and right are
one area, as the file format has it. ``whole-body`` is the silhouette itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop.body_map.curves import Polygon, closed, extent, holds, mirrored
from desktop.body_map.outline import silhouette
from desktop.words.steps import area_text
from routines.figures.model import Point, View
from routines.grammar import AREAS

WHOLE = "whole-body"
SIDES = (View.FRONT, View.BACK)
PARTS = tuple(area for area in AREAS if area != WHOLE)
"""The areas that one can point at."""

_PIECES = 4
_Corners = tuple[tuple[float, float], ...]

# The right half of an area that lies across the middle; the left half is mirrored.
_ACROSS_FRONT: dict[str, _Corners] = {
    "face": (
        (0, 0.978),
        (0.034, 0.974),
        (0.054, 0.955),
        (0.060, 0.915),
        (0.034, 0.906),
        (0, 0.908),
    ),
    "jaw": ((0, 0.908), (0.034, 0.906), (0.060, 0.915), (0.054, 0.892), (0.034, 0.875), (0, 0.868)),
    "neck": (
        (0, 0.868),
        (0.034, 0.875),
        (0.050, 0.872),
        (0.062, 0.838),
        (0.046, 0.822),
        (0, 0.814),
    ),
    "chest": (
        *((0, 0.808), (0.046, 0.822), (0.084, 0.808), (0.104, 0.778), (0.116, 0.738)),
        *((0.118, 0.690), (0.060, 0.678), (0, 0.686)),
    ),
    "belly": (
        *((0, 0.686), (0.060, 0.678), (0.118, 0.690), (0.115, 0.640), (0.118, 0.600)),
        *((0.070, 0.552), (0, 0.530)),
    ),
    "hips": (
        *((0, 0.530), (0.070, 0.552), (0.118, 0.600), (0.135, 0.540), (0.135, 0.480)),
        *((0.070, 0.474), (0, 0.440)),
    ),
}
_ACROSS_BACK: dict[str, _Corners] = {
    "neck": (
        (0, 0.905),
        (0.055, 0.900),
        (0.050, 0.860),
        (0.062, 0.838),
        (0.040, 0.822),
        (0, 0.816),
    ),
    "upper-back": (
        *((0, 0.816), (0.040, 0.822), (0.084, 0.808), (0.104, 0.778), (0.116, 0.738)),
        *((0.118, 0.680), (0.060, 0.668), (0, 0.664)),
    ),
    "low-back": (
        *((0, 0.664), (0.060, 0.668), (0.118, 0.680), (0.115, 0.640), (0.118, 0.605)),
        *((0.060, 0.572), (0, 0.550)),
    ),
    "hips": (
        *((0, 0.550), (0.060, 0.572), (0.118, 0.605), (0.135, 0.540), (0.135, 0.480)),
        *((0.070, 0.458), (0, 0.455)),
    ),
}
# Areas that there is one of on each side.
_PAIRED: dict[str, _Corners] = {
    "shoulders": (
        *((0.062, 0.838), (0.075, 0.855), (0.120, 0.845), (0.160, 0.820), (0.175, 0.770)),
        *((0.178, 0.735), (0.116, 0.738), (0.104, 0.778), (0.084, 0.808), (0.046, 0.822)),
    ),
    "arms": (
        *((0.116, 0.738), (0.178, 0.735), (0.200, 0.660), (0.222, 0.560), (0.232, 0.474)),
        *((0.150, 0.474), (0.140, 0.540), (0.118, 0.640), (0.112, 0.700)),
    ),
    "hands": ((0.150, 0.474), (0.232, 0.474), (0.240, 0.400), (0.222, 0.345), (0.160, 0.370)),
    "thighs": (
        *((0, 0.440), (0.070, 0.474), (0.135, 0.480), (0.125, 0.400), (0.110, 0.296)),
        *((0.004, 0.296),),
    ),
    "lower-legs": ((0.004, 0.296), (0.110, 0.296), (0.105, 0.180), (0.090, 0.056), (0.010, 0.056)),
    "feet": ((0.010, 0.056), (0.090, 0.056), (0.105, 0.000), (0.080, -0.025), (0.015, -0.025)),
}

# Where the middle of the outline is not where one points.
_MIDDLES = {
    ("face", View.FRONT): Point(0.0, 0.945),
    ("jaw", View.FRONT): Point(0.0, 0.889),
    ("neck", View.FRONT): Point(0.0, 0.838),
    ("neck", View.BACK): Point(0.0, 0.862),
    ("shoulders", View.FRONT): Point(0.128, 0.788),
    ("shoulders", View.BACK): Point(0.128, 0.788),
}


@dataclass(frozen=True, slots=True)
class Where:
    """On which of the two silhouettes an area is looked for first, and its middle there."""

    view: View
    centre: Point


@cache
def shape(area: str, view: View) -> tuple[Polygon, ...]:
    """The outlines of ``area`` seen from ``view``, right one first; none if it is not seen."""
    if area == WHOLE:
        return (silhouette(view),)
    across = (_ACROSS_BACK if view is View.BACK else _ACROSS_FRONT).get(area)
    if across is not None:
        inner = across if across[-1][0] > 0 else across[:-1]
        return (closed((*across, *reversed(mirrored(inner[1:]))), _PIECES),)
    paired = _PAIRED.get(area)
    if paired is None:
        return ()
    right = closed(paired, _PIECES)
    return (right, mirrored(right))


def views(area: str) -> tuple[View, ...]:
    """From where ``area`` is seen."""
    return tuple(view for view in SIDES if shape(area, view))


@cache
def where(area: str) -> Where:
    """Where ``area`` is; of two on either side the one at the picture's right."""
    view = View.BACK if area == "neck" else views(area)[0]
    return Where(view, middle(area, view))


@cache
def middle(area: str, view: View) -> Point:
    """The middle of an area that is seen from ``view``, of two the one at the right."""
    if (area, view) in _MIDDLES:
        return _MIDDLES[area, view]
    left, bottom, right, top = extent(shape(area, view)[:1])
    return Point((left + right) / 2, (bottom + top) / 2)


def hit(view: View, point: tuple[float, float], reach: float = 0.0) -> str | None:
    """The area at ``point`` on the silhouette that is seen from ``view``.

    ``reach`` is how broad an area is at least to a finger or a mouse: a square round the middle
    of each is its own, whatever area its corners are in.
    """
    near = [(off, area) for area, off in _offs(view, point) if off <= reach / 2]
    if near:
        return min(near)[1]
    right = (abs(point[0]), point[1])  # both sides are one area
    for area in PARTS:
        for polygon in shape(area, view)[:1]:
            if holds(polygon, right):
                return area
    return None


def _offs(view: View, point: tuple[float, float]) -> Iterator[tuple[str, float]]:
    """How far ``point`` is from the middle of each area, as squares grow."""
    x, y = abs(point[0]), point[1]
    for area in PARTS:
        if shape(area, view):
            at = middle(area, view)
            yield area, max(abs(x - at.x), abs(y - at.y))


@cache
def breadth(area: str, view: View) -> float:
    """How broad an area is at its narrowest, roughly: what lies in it over its longer way."""
    left, bottom, right, top = extent(shape(area, view)[:1])
    polygon = shape(area, view)[0]
    return _surface(polygon) / max(right - left, top - bottom)


def area_name(area: str) -> str:
    """What an area is called: "low back"."""
    return area_text(area)


def _surface(polygon: Polygon) -> float:
    pairs = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return abs(sum(one.x * other.y - other.x * one.y for one, other in pairs)) / 2
