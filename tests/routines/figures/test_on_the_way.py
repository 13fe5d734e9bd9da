"""What a teacher looks for in the figures that turn, rise, walk and lean on a wall."""

import pytest

from routines.figures.model import Figure, PropKind
from routines.figures.motion import still_pose
from routines.figures.reader import read_figure_file
from routines.figures.ways import bodies_of
from routines.lookup import LIBRARY


def figure(name: str) -> Figure:
    found = read_figure_file(LIBRARY / "figures" / f"{name}.yaml").figure
    assert found is not None
    return found


def test_the_arm_points_to_the_ceiling_and_the_other_hand_stays_on_the_floor() -> None:
    arm = figure("arm-to-the-ceiling")
    up = still_pose(arm).joints
    assert up["hand"].y - up["shoulder"].y > 0.34
    assert abs(up["hand"].x - up["shoulder"].x) < 0.02
    floor = arm.loop.start.joints["far-hand"]
    for body in bodies_of(arm):
        assert body.joints["far-hand"] == pytest.approx(floor, abs=1e-6)
        assert abs(body.joints["hip"].x - body.joints["knee"].x) < 0.01, "the hips stay still"


def test_in_the_seated_cat_cow_the_hands_stay_on_the_thighs() -> None:
    cat_cow = figure("cat-cow-seated")
    rest = cat_cow.loop.start.joints["hand"]
    for body in bodies_of(cat_cow):
        assert body.joints["hand"] == pytest.approx(rest, abs=1e-6)
    cow, cat = cat_cow.postures["cow"].joints, cat_cow.postures["cat"].joints
    assert cow["chest"].x < cat["chest"].x - 0.03, "the chest comes forward, then goes back"
    assert cow["face"].y > cow["head"].y
    assert cat["face"].y < cat["head"].y


def test_the_forearms_are_on_the_wall_below_the_shoulders() -> None:
    sphinx = figure("wall-sphinx")
    (wall,) = [prop for prop in still_pose(sphinx).props if prop.kind is PropKind.WALL]
    held = still_pose(sphinx).joints
    for joint in ("elbow", "hand"):
        assert 0.0 < held[joint].x - wall.ends[0].x < 0.05, joint
    assert held["elbow"].y < held["shoulder"].y
    assert held["toe"].x > wall.ends[0].x, "the feet stay before it"


def test_who_turns_on_the_chair_keeps_hips_knees_and_feet_where_they_are() -> None:
    turn = figure("seated-turn")
    rest, turned = turn.postures["rest"].joints, turn.postures["turned"].joints
    quiet = [name for name in rest if name.endswith(("hip", "pelvis", "knee", "ankle", "toe"))]
    assert len(quiet) > 6
    assert {name: rest[name] for name in quiet} == {name: turned[name] for name in quiet}
    assert turned["face"].x > turned["head"].x + 0.06, "the eyes go with it, to the left"


def test_who_stands_up_keeps_both_feet_on_the_floor_and_leans_forward_first() -> None:
    rising = figure("standing-up")
    feet = rising.loop.start.joints
    for body in bodies_of(rising):
        for joint in ("ankle", "toe"):
            assert body.joints[joint] == pytest.approx(feet[joint], abs=1e-6)
    leaning = rising.postures["leaning"].joints
    assert leaning["head"].x < feet["head"].x - 0.1
    assert rising.postures["tall"].joints["hip"].y > 0.52


def test_of_one_who_walks_a_foot_is_always_on_the_floor_and_the_arms_go_against_the_legs() -> None:
    walking = figure("walking")
    for body in bodies_of(walking):
        assert min(body.joints["toe"].y, body.joints["far-toe"].y) < 0.03
    ahead = walking.postures["near-ahead"].joints
    assert ahead["ankle"].x < ahead["far-ankle"].x
    assert ahead["hand"].x > ahead["far-hand"].x
