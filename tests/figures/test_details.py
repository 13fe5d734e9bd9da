"""What people do that a plain outline would get wrong: they turn the head, and lift shoulders."""

from desktop.figures.head import head_from_side
from desktop.figures.shape import Curve, flattened
from desktop.figures.trunk import trunk_ahead, trunk_from_side
from routines.figures.model import View
from tests.figures.poses import FRONT, STANDING, Places, pose


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
