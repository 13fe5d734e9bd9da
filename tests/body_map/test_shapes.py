"""Where the areas are: proportions, symmetry, and that each can be hit with a mouse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.body_map.body_map import TARGET
from desktop.body_map.curves import Polygon, closed, extent, holds, mirrored, smooth
from desktop.body_map.outline import hair, lines, silhouette
from desktop.body_map.shapes import PARTS, SIDES, WHOLE, area_name, hit, middle, views, where
from routines.figures.model import Point, View
from routines.grammar import AREAS

FRONT, BACK = View.FRONT, View.BACK
SMALLEST = 483.0
"""The height of a body, in pixels, that the map asks for at least."""


def widths_at(polygon: Polygon, y: float) -> list[float]:
    """How broad the parts of a body are that a level at ``y`` crosses, from left to right."""
    crossings = []
    for one, other in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (one.y > y) != (other.y > y):
            crossings.append(one.x + (y - one.y) / (other.y - one.y) * (other.x - one.x))
    crossings.sort()
    return [right - left for left, right in zip(crossings[::2], crossings[1::2], strict=True)]


@pytest.mark.parametrize("view", SIDES)
def test_the_body_keeps_to_the_proportions_of_a_standing_person(view: View) -> None:
    body = silhouette(view)
    left, bottom, right, top = extent((body,))
    assert (bottom, top) == pytest.approx((0.0, 1.0), abs=0.002)
    assert left == -right
    shoulders, head = widths_at(body, 0.80)[0], widths_at(body, 0.95)[0]
    assert shoulders == pytest.approx(0.27, abs=0.02), "0.259 between the joints"
    assert head == pytest.approx(0.09, abs=0.01)
    hips = widths_at(body, 0.53)
    assert len(hips) == 3, "an arm, the hips, an arm: the arms stand off the body"
    assert hips[1] == pytest.approx(0.191, abs=0.02)
    assert len(widths_at(body, 0.3)) == 2, "two legs"
    fingertips = min(point.y for point in body if point.x > 0.19)
    assert fingertips == pytest.approx(0.377, abs=0.015)


@pytest.mark.parametrize("view", SIDES)
def test_what_is_drawn_lies_in_the_body(view: View) -> None:
    body = silhouette(view)
    for x, y in (point for line in lines(view) for point in line):
        assert holds(body, (x, y)), (x, y)
    for x, y in hair(view):
        assert holds(body, (0.97 * x, 0.95 + 0.97 * (y - 0.95))), (x, y)


def test_every_area_of_the_file_format_has_a_place_and_a_name() -> None:
    assert {*PARTS, WHOLE} == set(AREAS)
    for area in AREAS:
        at = where(area)
        assert at.view in views(area)
        assert holds(silhouette(at.view), at.centre)
        assert area_name(area)
    assert area_name("low-back") == "low back"


def test_front_and_back_have_what_is_seen_there() -> None:
    assert views("face") == views("chest") == views("belly") == views("jaw") == (FRONT,)
    assert views("upper-back") == views("low-back") == (BACK,)
    both = set(AREAS) - {"face", "chest", "belly", "jaw", "upper-back", "low-back"}
    assert all(views(area) == SIDES for area in both)
    assert views("elsewhere") == ()


def test_areas_are_in_order_from_the_top_down() -> None:
    heights = {area: where(area).centre.y for area in PARTS}
    for chain in (
        ("face", "jaw", "chest", "belly", "hips", "thighs", "lower-legs", "feet"),
        ("neck", "upper-back", "low-back", "hips"),
        ("shoulders", "arms", "hands"),
    ):
        tall = [heights[area] for area in chain]
        assert tall == sorted(tall, reverse=True)


@pytest.mark.parametrize(
    ("view", "point", "area"),
    [
        (FRONT, (0.0, 0.94), "face"),
        (FRONT, (0.0, 0.885), "jaw"),
        (FRONT, (0.0, 0.845), "neck"),
        (BACK, (0.0, 0.87), "neck"),
        (FRONT, (0.06, 0.75), "chest"),
        (BACK, (-0.06, 0.74), "upper-back"),
        (FRONT, (0.0, 0.61), "belly"),
        (BACK, (0.0, 0.61), "low-back"),
        (FRONT, (-0.08, 0.52), "hips"),
        (BACK, (0.05, 0.50), "hips"),
        (FRONT, (0.135, 0.79), "shoulders"),
        (FRONT, (-0.165, 0.62), "arms"),
        (BACK, (0.20, 0.42), "hands"),
        (FRONT, (0.05, 0.38), "thighs"),
        (BACK, (-0.05, 0.18), "lower-legs"),
        (FRONT, (0.055, 0.02), "feet"),
        (FRONT, (0.0, 1.05), None),
        (FRONT, (0.35, 0.6), None),
    ],
)
def test_a_point_is_in_the_area_that_one_would_name(
    view: View, point: tuple[float, float], area: str | None
) -> None:
    assert hit(view, point) == area


@given(st.floats(-0.3, 0.3), st.floats(-0.1, 1.1), st.sampled_from(SIDES))
def test_left_and_right_are_the_same_area(x: float, y: float, view: View) -> None:
    assert hit(view, (x, y)) == hit(view, (-x, y))


@pytest.mark.parametrize("view", SIDES)
def test_nearly_every_point_of_the_body_is_in_an_area(view: View) -> None:
    body = silhouette(view)
    grid = [(x / 100, y / 100) for x in range(-25, 26) for y in range(101)]
    inside = [point for point in grid if holds(body, point)]
    missed = [point for point in inside if hit(view, point) is None]
    hair_of_it = [point for point in missed if point[1] > 0.89]
    assert len(inside) > 500
    assert len(missed) - len(hair_of_it) < 0.02 * len(inside)


@pytest.mark.parametrize("area", PARTS)
def test_at_the_smallest_size_every_area_has_room_for_a_target(area: str) -> None:
    reach = TARGET / SMALLEST
    offs = [reach * each for each in (-0.49, -0.25, 0.0, 0.25, 0.49)]
    for view in views(area):
        x, y = middle(area, view)
        square = [(x + across, y + up) for across in offs for up in offs]
        assert {hit(view, point, reach) for point in square} == {area}, view
        assert hit(view, (x, y)) == area, "the middle is in it"
        assert any(hit(view, (x, y + off)) == area for off in (-0.02, 0.02)), "and not at an end"


def test_without_a_reach_a_near_miss_is_a_miss() -> None:
    assert hit(FRONT, (0.065, -0.035)) is None
    assert hit(FRONT, (0.06, -0.035), 0.12) == "feet"


# ---------------------------------------------------------------- curves

SQUARE = tuple(Point(*corner) for corner in ((0, 0), (1, 0), (1, 1), (0, 1)))


def test_a_smooth_curve_runs_through_its_points() -> None:
    points = [(0.0, 0.0), (1.0, 0.1), (1.1, 1.0), (3.0, 1.2)]
    curve = smooth(points, pieces=4)
    assert len(curve) == 13
    for index, point in enumerate(points):
        assert curve[4 * index] == pytest.approx(point)


def test_a_closed_curve_ends_where_it_began() -> None:
    curve = closed(SQUARE, pieces=4)
    assert len(curve) == 16
    assert curve[0] == pytest.approx((0, 0))
    assert curve[2].y < -0.01, "it swings out between the corners"


def test_mirrored_twice_is_itself() -> None:
    assert mirrored(mirrored(SQUARE)) == SQUARE
    assert mirrored([(2, 1)]) == (Point(-2, 1),)
