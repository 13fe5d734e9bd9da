"""The body on its way through one or more postures, and the room that it takes on all of them."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from routines.figures.blend import blend
from routines.figures.model import Box, Figure, Point, Posture, Prop, PropKind, View
from routines.model import PhaseName

Path = tuple[Posture, ...]
"""The postures that a movement passes through; at least one."""

BODY = 0.085
"""How far the body reaches beyond its joints: half a head, or the chest full of air."""

_SAMPLES = 8
_MOST_KEPT = 1024


class Body(NamedTuple):
    """Where the joints are, how far the belly is out, and which joints lie deeper than the rest."""

    joints: Mapping[str, Point]
    belly: float
    depths: Mapping[str, float] = {}


class _Kept(NamedTuple):
    """A blend with the postures it is made of, which it keeps alive, so that their ids stay."""

    before: Posture
    after: Posture
    at: Callable[[float], Mapping[str, Point]]


_blends: dict[tuple[int, int], _Kept] = {}
_rooms: dict[int, tuple[Figure, Box]] = {}


def body_on(path: Path, share: float, view: View) -> Body:
    """The body when this ``share`` of the path lies behind it; every part of it counts alike."""
    parts = len(path) - 1
    if parts == 0 or share <= 0.0:
        return _still(path[0])
    if share >= 1.0:
        return _still(path[-1])
    part = min(int(share * parts), parts - 1)
    before, after = path[part], path[part + 1]
    into = share * parts - part
    belly = before.belly + into * (after.belly - before.belly)
    depths = {
        name: (1 - into) * before.depths.get(name, 0.0) + into * after.depths.get(name, 0.0)
        for name in {**before.depths, **after.depths}
    }
    return Body(_blend(before, after, view)(into), belly, depths)


def _still(posture: Posture) -> Body:
    return Body(posture.joints, posture.belly, posture.depths)


def _blend(before: Posture, after: Posture, view: View) -> Callable[[float], Mapping[str, Point]]:
    key = (id(before), id(after))
    kept = _blends.get(key)
    if kept is None:
        if len(_blends) >= _MOST_KEPT:
            _blends.clear()
        kept = _blends[key] = _Kept(before, after, blend(before, after, view))
    return kept.at


_REACH = {
    PropKind.CHAIR: (0.18, 0.29),
    PropKind.DESK: (0.43, 0.33),
    PropKind.DOORWAY: (0.0, 1.13),
}
"""How far these reach to the sides of their first end, and up: a chair's back, a screen on a desk.
A doorway's height is from the floor."""


def path_of(*postures: Posture) -> Path:
    """A path without standing still: the same posture twice in a row counts once."""
    return (postures[0], *(after for before, after in pairwise(postures) if after is not before))


def paths_of(figure: Figure) -> Iterator[Path]:
    """Every way that the figure's loop can take, also those from and back to its start.

    A figure that is only held goes back the way it came.
    """
    start, ways = figure.loop.start, figure.loop.ways
    if set(ways) == {PhaseName.HOLD}:
        yield path_of(start, *ways[PhaseName.HOLD])
        return
    ends = [start, *(way[-1] for way in ways.values())]
    yield (start,)
    for way in ways.values():
        for begin in ends:
            yield path_of(begin, *way)
        yield path_of(*way, start)


def bodies_of(figure: Figure) -> Iterator[Body]:
    """The body at moments of all its ways, close enough to each other to judge the whole.

    What several ways share is looked at once: long ways that cross each other would take seconds.
    """
    parts: dict[tuple[int, int], Path] = {}
    for path in paths_of(figure):
        for before, after in pairwise((path[0], *path)):
            parts.setdefault((id(before), id(after)), path_of(before, after))
    for part in parts.values():
        steps = _SAMPLES * (len(part) - 1)
        for step in range(steps + 1):
            yield body_on(part, step / max(1, steps), figure.view)


def room_of(figure: Figure) -> Box:
    """The room that the figure takes in all its moments and on both sides, props included.

    The other side is its mirror image about the middle of this box, so it takes the same room.
    """
    kept = _rooms.get(id(figure))
    if kept is None:
        if len(_rooms) >= _MOST_KEPT:
            _rooms.clear()
        kept = _rooms[id(figure)] = figure, _room(figure)
    return kept[1]


def middle_of(figure: Figure) -> float:
    """The x of the upright line about which the figure turns to its other side."""
    room = room_of(figure)
    return (room.left + room.right) / 2


def _room(figure: Figure) -> Box:
    points = [point for body in bodies_of(figure) for point in body.joints.values()]
    ends = [end for prop in figure.props for end in _bounds(prop, figure.loop.start)]
    lefts = [*(x - BODY for x, _ in points), *(x for x, _ in ends)]
    rights = [*(x + BODY for x, _ in points), *(x for x, _ in ends)]
    bottoms = [*(y - BODY / 2 for _, y in points), *(y for _, y in ends), 0.0]
    tops = [*(y + BODY for _, y in points), *(y for _, y in ends)]
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def _bounds(prop: Prop, start: Posture) -> list[Point]:
    """The corners of a prop: its ends, and how far it reaches beyond its first one."""
    ends = [end for end in prop.ends if isinstance(end, Point)]
    if not ends or prop.kind not in _REACH:
        return ends
    (x, y), (wide, high) = ends[0], _REACH[prop.kind]
    if prop.kind is PropKind.CHAIR:
        return [*ends, Point(x - wide, y), Point(x + wide, y + high)]
    if prop.kind is PropKind.DESK:  # away from the body
        return [*ends, Point(x + (wide if x >= start.joints["hip"].x else -wide), y + high)]
    return [*ends, Point(x, max(y, high))]
