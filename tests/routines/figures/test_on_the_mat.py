"""What a teacher looks for in the figures that kneel and lie."""

from routines.figures.model import Figure
from routines.figures.motion import pose_at, still_pose
from routines.figures.reader import read_figure_file
from routines.lookup import LIBRARY
from tests.routines.figures.bodies import timeline


def figure(name: str) -> Figure:
    found = read_figure_file(LIBRARY / "figures" / f"{name}.yaml").figure
    assert found is not None
    return found


def test_the_threaded_arm_goes_under_the_chest_to_the_other_side() -> None:
    posture = figure("thread-the-needle").loop.ways
    held = next(iter(posture.values()))[-1]
    joints = held.joints
    assert held.depths["far-hand"] < -0.2, "towards us, from the far side"
    assert joints["far-hand"].y < 0.04
    assert joints["far-shoulder"].y < 0.1
    assert joints["head"].y < 0.08
    assert abs(joints["hip"].x - joints["knee"].x) < 0.02, "the hips stay over the knees"


def test_in_the_childs_pose_the_forehead_rests_and_the_back_breathes() -> None:
    child = figure("childs-pose")
    joints = still_pose(child).joints
    assert joints["face"].y < joints["head"].y - 0.08, "the face looks down"
    assert joints["hip"].x > joints["knee"].x + 0.2, "the hips are on the heels"
    segment = next(each for each in timeline("hold: A, for: 30s").segments if each.seconds == 30)
    low, high = (pose_at(child, segment, at).joints["chest"].y for at in (10.0, 15.0))
    assert high - low > 0.015


def test_the_hand_on_the_belly_rises_and_the_one_on_the_chest_hardly() -> None:
    postures = figure("belly-breathing").postures
    before, after = postures["out"].joints, postures["in"].joints
    assert after["hand"].y - before["hand"].y > 0.03
    assert abs(after["far-hand"].y - before["far-hand"].y) < 0.01


def test_far_knees_and_feet_are_on_the_floor_with_the_near_ones() -> None:
    for name in ("cat-cow", "childs-pose", "thread-the-needle", "sphinx"):
        for posture in figure(name).postures.values():
            for joint in ("knee", "ankle", "toe"):
                assert posture.joints[f"far-{joint}"].y == posture.joints[joint].y, name
