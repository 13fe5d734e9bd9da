"""The outlines of a body: closed, around its joints, and moved by the breath and the turn."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from desktop.figures.body import Part, Tone, body_layers, handed
from desktop.figures.shape import XY, Curve, area, circle, closed, flattened, smooth
from desktop.figures.trunk import trunk_ahead
from routines.figures.model import Facing, Pose, View
from tests.figures.poses import FRONT, SHOWN, STANDING, pose


def inside(point: XY, curve: Curve) -> bool:
    """Whether a ray from ``point`` to the right crosses the curve an odd number of times."""
    x, y = point
    points = flattened(curve, 12)
    crossed = 0
    for (x1, y1), (x2, y2) in pairwise([*points, points[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossed += 1
    return crossed % 2 == 1


def trunk_of(shown: Pose) -> Curve:
    return next(layer for layer in body_layers(shown) if layer.part is Part.TRUNK).outlines[0]


def test_a_circle_is_as_large_as_its_radius_says_and_runs_clockwise() -> None:
    assert area(circle((3.0, 4.0), 2.0)) == pytest.approx(-4 * 3.14159, rel=0.015)


def test_a_smooth_curve_passes_through_its_knots() -> None:
    knots = [(0.0, 0.0), (1.0, 2.0), (3.0, 2.5), (3.0, 2.5), (4.0, 0.0)]
    curve = smooth(knots)
    assert [part[-2:] for part in curve] == knots


def test_a_closed_curve_ends_where_it_begins() -> None:
    curve = closed([(0.0, 0.0), (0.0, 1.0), (1.0, 1.0)])
    assert curve[-1][-2:] == pytest.approx(curve[0])


@pytest.mark.parametrize("name", SHOWN)
def test_every_outline_is_closed_and_runs_clockwise(name: str) -> None:
    for layer in body_layers(SHOWN[name]):
        for outline in layer.outlines:
            assert outline[-1][-2:] == pytest.approx(outline[0][-2:], abs=1e-9)
            if layer.part in (Part.ARM, Part.LEG):  # these are filled as one
                assert area(outline) < 0


@pytest.mark.parametrize("name", SHOWN)
def test_the_trunk_holds_the_joints_of_the_spine(name: str) -> None:
    outline = trunk_of(SHOWN[name])
    for joint in ("hip", "waist", "chest", "neck"):
        assert inside(SHOWN[name].joints[joint], outline), joint


@pytest.mark.parametrize("name", SHOWN)
def test_the_head_holds_its_middle_and_is_as_high_as_a_head(name: str) -> None:
    head = next(layer for layer in body_layers(SHOWN[name]) if layer.part is Part.HEAD)
    assert inside(SHOWN[name].joints["head"], head.outlines[0])
    points = flattened(head.outlines[0])
    spread = max(((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 for x1, y1 in points for x2, y2 in points)
    assert 0.11 < spread < 0.15


def test_a_full_breath_widens_the_chest_to_the_front_only() -> None:
    empty, full = (flattened(trunk_of(pose(STANDING, breath=share))) for share in (0.0, 1.0))
    chest = STANDING["chest"][1]
    before = [x for x, y in empty if abs(y - chest) < 0.03]
    after = [x for x, y in full if abs(y - chest) < 0.03]
    assert 0.004 < min(before) - min(after) < 0.012
    assert max(after) == pytest.approx(max(before), abs=0.001)


def test_the_belly_comes_out_below_the_ribs() -> None:
    flat, out = (flattened(trunk_of(pose(STANDING, belly=share))) for share in (0.0, 1.0))
    waist = STANDING["waist"][1]
    before = min(x for x, y in flat if abs(y - waist) < 0.03)
    after = min(x for x, y in out if abs(y - waist) < 0.03)
    assert 0.044 < before - after < 0.054


def test_seen_from_the_front_a_breath_widens_the_ribs() -> None:
    empty = trunk_ahead(pose(FRONT, View.FRONT))
    full = trunk_ahead(pose(FRONT, View.FRONT, breath=1.0))
    assert abs(area(full)) > abs(area(empty)) * 1.01


def test_a_body_that_looks_to_the_right_is_the_mirror_image() -> None:
    mirrored = {name: (-x, y) for name, (x, y) in pose(STANDING).joints.items()}
    left = flattened(trunk_of(pose(STANDING)))
    right = flattened(trunk_of(pose(mirrored, facing=Facing.RIGHT)))
    for x, y in left:
        assert min(math.dist((-x, y), other) for other in right) < 1e-6


def test_the_front_passes_smoothly_to_the_other_side_while_it_turns() -> None:
    sides = [
        handed(replace(pose(STANDING), facing=facing, turn=turn))
        for facing, turn in (
            (Facing.LEFT, 1.0), (Facing.LEFT, 0.5), (Facing.LEFT, 0.0),
            (Facing.RIGHT, 0.0), (Facing.RIGHT, 0.5), (Facing.RIGHT, 1.0),
        )
    ]  # fmt: skip
    assert sides == [1.0, 0.5, 0.0, 0.0, -0.5, -1.0]


def test_far_limbs_are_behind_the_trunk_and_near_ones_before_it() -> None:
    layers = [(layer.part, layer.tone) for layer in body_layers(SHOWN["standing"])]
    trunk = layers.index((Part.TRUNK, Tone.NEAR))
    assert layers.index((Part.ARM, Tone.FAR)) < trunk < layers.index((Part.ARM, Tone.NEAR))
    assert layers[-1] == (Part.ARM, Tone.NEAR)


def test_the_blades_of_one_seen_from_behind_move_with_their_joints() -> None:
    def middle(name: str) -> float:
        blade = next(
            layer for layer in body_layers(SHOWN[name]) if layer.part is Part.BLADES
        ).outlines[0]
        xs = [x for x, _ in flattened(blade)]
        return sum(xs) / len(xs)

    assert abs(middle("squeezed")) < abs(middle("behind")) - 0.02


def test_a_limb_without_all_its_joints_is_left_out() -> None:
    joints = {name: at for name, at in pose(STANDING).joints.items() if name != "elbow"}
    parts = body_layers(replace(pose(STANDING), joints=joints))
    assert [layer.tone for layer in parts if layer.part is Part.ARM] == [Tone.FAR]
