"""What holds of every figure of the library, through its whole loop."""

import math
from itertools import pairwise
from pathlib import Path

import pytest

from routines.figures.body import arms_of, legs_of, sides_of
from routines.figures.model import Figure, Point, View
from routines.figures.reader import read_figure_file
from routines.figures.ways import bodies_of, room_of
from routines.lookup import LIBRARY
from tests.routines.figures.bodies import lengths

FILES = sorted((LIBRARY / "figures").glob("*.yaml"))

# Parts of the standing height (Drillis and Contini 1966). The forearm goes to the middle of the
# palm, as the joint `hand` does.
ARM = (0.186, 0.17)
LEG = (0.245, 0.246)
TRUNK = 0.288

FLOOR = -0.005


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def figure(request: pytest.FixtureRequest) -> Figure:
    path: Path = request.param
    if path.read_text("utf-8").startswith("# A first drawing"):
        pytest.skip("it is to be drawn again")
    reading = read_figure_file(path)
    assert reading.problems == ()
    assert reading.figure is not None
    return reading.figure


def test_there_are_figures() -> None:
    assert FILES


def test_limbs_keep_their_length_through_the_whole_loop(figure: Figure) -> None:
    arms, legs = arms_of(figure.view), legs_of(figure.loop.start.joints, figure.view)
    bones = [bone for limb in (*arms, *legs) for bone in limb.bones[:2]]
    start = figure.loop.start
    first = lengths(start.joints, figure.view, start.depths)
    for body in bodies_of(figure):
        now = lengths(body.joints, figure.view, body.depths)
        for bone in bones:
            assert now[bone] == pytest.approx(first[bone], rel=0.01), bone


def test_nothing_is_below_the_floor(figure: Figure) -> None:
    for body in bodies_of(figure):
        below = {name: point.y for name, point in body.joints.items() if point.y < FLOOR}
        assert not below


def test_the_room_is_that_of_one_person(figure: Figure) -> None:
    room = room_of(figure)
    assert all(math.isfinite(side) for side in room)
    assert 0.2 < room.right - room.left < 3.0
    assert 0.2 < room.top - room.bottom < 2.0


def test_arms_and_legs_are_as_long_as_those_of_people(figure: Figure) -> None:
    start = figure.loop.start
    found = lengths(start.joints, figure.view, start.depths)
    arms, legs = arms_of(figure.view), legs_of(start.joints, figure.view)
    for limb, wanted in [*((arm, ARM) for arm in arms), *((leg, LEG) for leg in legs)]:
        for bone, length in zip(limb.bones[:2], wanted, strict=True):
            assert found[bone] == pytest.approx(length, rel=0.06), bone


def test_the_trunk_is_as_long_as_that_of_people(figure: Figure) -> None:
    """Along the spine up to the chest, and from there to the height of the shoulders."""
    joints = figure.loop.start.joints
    sides = [joints[side + "shoulder"] for side in sides_of(figure.view)]
    middle = Point(sum(each.x for each in sides) / 2, sum(each.y for each in sides) / 2)
    top = sides[0] if figure.view is View.SIDE else middle
    way = [joints["hip"], joints["waist"], joints["chest"], top]
    length = sum(math.dist(*pair) for pair in pairwise(way))
    assert length == pytest.approx(TRUNK, rel=0.1)
