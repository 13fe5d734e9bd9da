"""What people do that a plain outline would get wrong: they turn the head, and lift shoulders."""

import math
from itertools import pairwise

import pytest

from desktop.figures.body import Part, Tone, body_layers
from desktop.figures.head import head_ahead, head_from_side
from desktop.figures.limbs import Build, leg
from desktop.figures.shape import Curve, area, fillet, flattened
from desktop.figures.trunk import trunk_ahead, trunk_from_side
from routines.figures.model import View
from tests.figures.poses import BEHIND, CHILD, FRONT, LYING, SITTING, STANDING, TABLE, Places, pose


def with_face(away: float) -> Curve:
    x, y = STANDING["head"]
    joints: Places = {**STANDING, "face": (x - away, y)}
    return head_from_side(pose(joints).joints, 1.0).outline


def nose(outline: Curve) -> float:
    """How far a head reaches to the left of its middle."""
    return STANDING["head"][0] - min(x for x, _ in flattened(outline))


def test_a_head_that_looks_to_a_near_point_is_turned_from_its_profile() -> None:
    assert nose(with_face(0.02)) < nose(with_face(0.08)) - 0.003
    assert with_face(0.06) == with_face(0.08)


def slope_at(outline: Curve, x: float) -> float:
    """How high the trunk is over a place beside the neck."""
    return max(y for near, y in flattened(outline, 24) if abs(near - x) < 0.004)


def test_the_slope_between_neck_and_shoulder_rises_with_the_shoulders() -> None:
    lifted = {
        name: (x, y + 0.05) if name.endswith("shoulder") else (x, y)
        for name, (x, y) in FRONT.items()
    }
    rest, shrug = (trunk_ahead(pose(each, View.FRONT)) for each in (FRONT, lifted))
    assert slope_at(shrug, 0.045) > slope_at(rest, 0.045) + 0.03
    assert slope_at(shrug, 0.045) > lifted["left-shoulder"][1] + 0.01


def test_a_shoulder_that_is_drawn_up_and_back_draws_the_back_with_it() -> None:
    x, y = STANDING["shoulder"]
    slices = []
    for at in ((x, y), (x + 0.02, y + 0.03)):
        outline = trunk_from_side(pose({**STANDING, "shoulder": at}), (0.0, 0.9), 1.0)
        slices.append([px for px, py in flattened(outline, 24) if abs(py - 0.845) < 0.01])
    rest, drawn = slices
    assert max(drawn) > max(rest) + 0.01
    assert abs(min(drawn) - min(rest)) < 0.001


def spread(joints: Places, part: Part) -> float:
    """How far the far limb reaches out behind the near one, in body units."""
    layers = [layer for layer in body_layers(pose(joints)) if layer.part is part]
    far, near = (
        max(x for layer in layers if layer.tone is tone for x in xs_of(layer.outlines))
        for tone in (Tone.FAR, Tone.NEAR)
    )
    return far - near


def xs_of(outlines: list[Curve]) -> list[float]:
    return [x for outline in outlines for x, _ in flattened(outline)]


def test_a_free_far_arm_that_does_what_the_near_one_does_is_hidden() -> None:
    for joints in (STANDING, SITTING):
        assert spread(joints, Part.ARM) < 0.0


def test_a_far_arm_that_does_something_else_is_seen() -> None:
    away: Places = {"far-elbow": (0.15, 0.66), "far-hand": (0.25, 0.52)}
    assert spread({**STANDING, **away}, Part.ARM) > 0.1


def test_far_legs_and_arms_that_bear_weight_stand_clear_of_the_near_ones() -> None:
    assert spread(STANDING, Part.LEG) > 0.03
    assert spread(TABLE, Part.ARM) > 0.03


def test_a_far_arm_on_the_ground_that_goes_along_the_near_one_is_hidden() -> None:
    flat: Places = {**CHILD, **{f"far-{name}": (CHILD[name][0] - 0.03, CHILD[name][1])
                                for name in ("elbow", "hand")}}  # fmt: skip
    layers = [layer for layer in body_layers(pose(flat)) if layer.part is Part.ARM]
    far, near = (min(xs_of(layer.outlines)) for layer in layers)
    assert far > near


def test_a_flank_goes_along_with_an_arm_that_is_raised() -> None:
    hanging, raised = (
        max(x for x, y in flattened(trunk_ahead(pose(each, View.FRONT)), 24) if 0.75 < y < 0.77)
        for each in (FRONT, {**FRONT, "left-elbow": (0.23, 0.93), "left-hand": (0.26, 1.09)})
    )
    assert raised > hanging + 0.01


def test_a_far_leg_moves_out_from_behind_the_near_one_without_a_jump() -> None:
    reaches = []
    for step in range(61):
        aside = {f"far-{name}": (STANDING[name][0] + step / 500, STANDING[name][1])
                 for name in ("knee", "ankle", "toe")}  # fmt: skip
        reaches.append(spread({**STANDING, **aside}, Part.LEG))
    steps = [after - before for before, after in pairwise(reaches)]
    assert min(steps) > -0.0005
    assert max(steps) < 0.013


def test_the_gap_around_a_limb_is_closed_where_it_grows_out_of_the_trunk() -> None:
    flesh = leg((0.0, 0.5), (0.0, 0.25), (0.0, 0.04), (-0.1, 0.012), Build(1.0, gap=0.0075))
    thigh = [(x, y) for x, y in flattened(flesh.outlines[1], 24)]
    free = [(x, y) for x, y in flattened(flesh.gaps[0], 24)]

    def back(points: list[tuple[float, float]], height: float) -> float:
        return max(x for x, y in points if abs(y - height) < 0.006)

    assert back(free, 0.47) < back(thigh, 0.47)
    assert back(free, 0.26) == pytest.approx(back(thigh, 0.26) + 0.0075, abs=0.002)


def test_the_inner_corner_of_a_bent_joint_is_rounded() -> None:
    bent = fillet(((0.0, 0.2), (0.0, 0.0), (0.2, 0.0)), 0.03, 0.04)
    assert bent is not None
    assert area(bent) < 0
    nearest = min(math.dist(point, (0.0, 0.0)) for point in flattened(bent)[:7])
    assert nearest > math.hypot(0.03, 0.03) + 0.005
    assert fillet(((0.0, 0.2), (0.0, 0.0), (0.0, -0.2)), 0.03, 0.04) is None
    assert fillet(((0.0, 0.2), (0.0, 0.0), (0.001, 0.2)), 0.03, 0.04) is None


def hair_from_middle(face: float) -> float:
    """How far to the right the hair lies on a head seen from the front that looks aside."""
    x, y = FRONT["head"]
    joints = pose({**FRONT, "face": (x + face, y)}, View.FRONT).joints
    xs = xs_of([head_ahead(joints, behind=False, gap=0.0).hair])
    return (min(xs) + max(xs)) / 2 - x


def test_a_head_seen_from_the_front_turns_its_face_aside_and_its_hair_away() -> None:
    assert hair_from_middle(0.0) == pytest.approx(0.0, abs=0.002)
    assert hair_from_middle(0.09) < hair_from_middle(0.04) - 0.003 < -0.005
    assert hair_from_middle(-0.09) == pytest.approx(-hair_from_middle(0.09), abs=0.003)


def arms_of(joints: Places, view: View = View.SIDE) -> list[tuple[Tone, float]]:
    """Tone and share of the arms that are painted on the trunk."""
    layers = body_layers(pose(joints, view))
    trunk = next(at for at, layer in enumerate(layers) if layer.part is Part.TRUNK)
    return [(each.tone, each.shown) for each in layers[trunk:] if each.part is Part.ARM]


def test_the_far_hand_of_one_who_lies_is_seen_on_the_chest() -> None:
    resting: Places = {**LYING, "far-elbow": (0.2, 0.11), "far-hand": (0.266, 0.147)}
    assert arms_of(LYING) == [(Tone.NEAR, 1.0)]
    assert arms_of(resting) == [(Tone.NEAR, 1.0), (Tone.NEAR, 1.0)]


def test_a_far_arm_that_is_threaded_through_comes_before_the_body_little_by_little() -> None:
    x, y = TABLE["shoulder"]
    shares = []
    for down in (0.0, 0.06, 0.075, 0.09, 0.13):
        shown = arms_of({**TABLE, "far-shoulder": (x, y - down)})
        shares.append(shown[0][1] if len(shown) > 1 else 0.0)
    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_arm_that_one_looks_round_to_goes_behind() -> None:
    x, y = FRONT["head"]
    assert len(arms_of(FRONT, View.FRONT)) == 2
    assert len(arms_of({**FRONT, "face": (x + 0.09, y)}, View.FRONT)) == 1
    (_, left), (_, right) = arms_of({**FRONT, "face": (x + 0.045, y)}, View.FRONT)
    assert left < 1.0 == right


def test_crossed_shanks_are_the_far_part_of_one_who_sits_with_the_back_to_us() -> None:
    crossed: Places = {
        **BEHIND, "left-knee": (-0.25, 0.5), "left-ankle": (-0.03, 0.45), "left-toe": (0.07, 0.45),
    }  # fmt: skip
    layers = body_layers(pose(crossed, View.BACK))
    assert [each.part for each in layers if each.tone is Tone.FAR] == [Part.LEG]
    assert layers[0].tone is Tone.FAR
