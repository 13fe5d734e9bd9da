"""Where hands lie: on with the forearm, or flat on what they touch."""

import math
from itertools import pairwise

import pytest

from desktop.figures.hands import palm_of
from routines.figures.model import Facing, Pose, PropKind, View
from tests.figures.poses import LYING, STANDING, TABLE, W_ARMS, Places, mat, pose, prop

XY = tuple[float, float]


def with_arm(elbow: XY, hand: XY, *props: object, facing: Facing = Facing.LEFT) -> Pose:
    joints: Places = {**STANDING, "elbow": elbow, "hand": hand}
    return pose(joints, View.SIDE, *props, facing=facing)  # type: ignore[arg-type]


def fingers(shown: Pose, handed: float = 1.0) -> XY:
    return palm_of(shown, shown.joints["elbow"], shown.joints["hand"], handed, 0.0).along


def test_a_free_hand_goes_on_with_its_forearm() -> None:
    along = fingers(with_arm((0.0, 0.6), (-0.06, 0.44)))
    assert along == pytest.approx((-0.351, -0.936), abs=0.001)


def test_a_hand_on_the_floor_lies_flat_and_points_ahead() -> None:
    for turned, handed in ((1.0, 1.0), (-1.0, -1.0)):
        joints = {name: (x * turned, y) for name, (x, y) in TABLE.items()}
        facing = Facing.LEFT if turned > 0 else Facing.RIGHT
        shown = pose(joints, View.SIDE, mat(-0.5, 0.5), facing=facing)
        along = fingers(shown, handed)
        assert along[0] * handed < -0.95
        palm = palm_of(shown, shown.joints["elbow"], shown.joints["hand"], handed, 0.0)
        assert palm.flat == 1.0
        palm_to = (-along[1] * palm.side, along[0] * palm.side)
        assert palm_to[1] < -0.9


def test_a_hand_against_a_wall_lies_along_it() -> None:
    wall = prop(PropKind.WALL, (-0.30, 0.0))
    along = fingers(with_arm((-0.12, 0.72), (-0.28, 0.76), wall))
    assert along == pytest.approx((0.0, 1.0), abs=1e-6)
    assert fingers(with_arm((-0.02, 0.72), (-0.18, 0.76), wall))[1] < 0.3


def test_a_hand_on_a_desk_lies_along_its_top() -> None:
    desk = prop(PropKind.DESK, (-0.16, 0.60))
    along = fingers(with_arm((-0.06, 0.66), (-0.24, 0.625), desk))
    assert along == pytest.approx((-1.0, 0.0), abs=1e-6)


def test_a_hand_behind_the_head_follows_it_upwards() -> None:
    head = STANDING["head"]
    shown = with_arm((-0.12, 0.90), (head[0] + 0.062, head[1]))
    along = fingers(shown)
    assert along[1] > 0.6
    tips = shown.joints["hand"].x + along[0] * 0.062, shown.joints["hand"].y + along[1] * 0.062
    assert math.dist(tips, head) == pytest.approx(0.062, abs=0.03)


def test_the_hand_of_one_who_lies_rests_on_the_belly() -> None:
    for turned, facing in ((1.0, Facing.LEFT), (-1.0, Facing.RIGHT)):
        joints = {**LYING, "elbow": (0.25, 0.045), "hand": (0.14, 0.155)}
        shown = pose({name: (x * turned, y) for name, (x, y) in joints.items()}, facing=facing)
        elbow, hand = shown.joints["elbow"], shown.joints["hand"]
        palm = palm_of(shown, elbow, hand, turned, 0.0)
        assert palm.along[0] * turned < -0.98
        assert palm.along[0] * palm.side < 0  # the palm looks down


def test_a_hand_before_the_face_goes_on_with_its_forearm() -> None:
    head = STANDING["head"]
    shown = with_arm((-0.16, 0.78), (head[0] - 0.06, head[1] - 0.03))
    elbow, hand = shown.joints["elbow"], shown.joints["hand"]
    way = math.atan2(hand.y - elbow.y, hand.x - elbow.x)
    assert fingers(shown) == pytest.approx((math.cos(way), math.sin(way)), abs=1e-6)


def test_a_hand_turns_onto_a_wall_without_a_jump() -> None:
    wall = prop(PropKind.WALL, (-0.30, 0.0))
    ways = [fingers(with_arm((-0.12, 0.72), (-0.20 - at / 1000, 0.74), wall)) for at in range(90)]
    steps = [math.dist(*pair) for pair in pairwise(ways)]
    assert max(steps) < 0.08


def test_raised_thumbs_seen_from_the_front_point_to_the_head() -> None:
    shown = pose(W_ARMS, View.FRONT)
    for side, left in (("left", 1.0), ("right", -1.0)):
        elbow, hand = shown.joints[f"{side}-elbow"], shown.joints[f"{side}-hand"]
        assert palm_of(shown, elbow, hand, 0.0, 0.0).thumb * left > 0.5
