import math
from collections.abc import Mapping
from itertools import pairwise
from random import Random

import pytest

from routines.figures.blend import blend
from routines.figures.body import limbs_of
from routines.figures.model import Point, Posture, View
from tests.routines.figures.bodies import farthest, figure_of, front_source, lengths, random_posture

SEEDS = range(25)
SHARES = [number / 20 for number in range(21)]


def planted(posture: Posture, other: Posture, *joints: str) -> Posture:
    """``other`` moved so that the first of ``joints`` is where ``posture`` has it."""
    here, there = posture.joints[joints[0]], other.joints[joints[0]]
    by = Point(here.x - there.x, here.y - there.y)
    moved = {name: Point(x + by.x, y + by.y) for name, (x, y) in other.joints.items()}
    return Posture(other.name, moved, other.belly)


def check_lengths(a: Posture, b: Posture) -> None:
    before, after = lengths(a.joints), lengths(b.joints)
    at = blend(a, b, View.SIDE)
    for share in SHARES:
        for bone, length in lengths(at(share)).items():
            even = before[bone] + share * (after[bone] - before[bone])
            assert length == pytest.approx(even, rel=0.01), (bone, share)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("joint", ["", "ankle", "far-ankle", "knee", "hip", "hand"])
def test_bones_keep_their_length_and_what_is_planted_stays(seed: int, joint: str) -> None:
    random = Random(seed)
    a, b = random_posture(random), random_posture(random, "b")
    if joint:
        b = planted(a, b, joint)
    check_lengths(a, b)
    at = blend(a, b, View.SIDE)
    for share in SHARES:
        if joint:
            assert math.dist(at(share)[joint], a.joints[joint]) < 0.002


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("joint", ["", "ankle", "hip", "hand"])
def test_the_ends_are_exact_and_near_them_nothing_jumps(seed: int, joint: str) -> None:
    random = Random(seed)
    a, b = random_posture(random), random_posture(random, "b")
    b = planted(a, b, joint) if joint else b
    at = blend(a, b, View.SIDE)
    assert at(0.0) == a.joints
    assert at(1.0) == b.joints
    assert farthest(at(1e-7), a.joints) < 1e-4
    assert farthest(at(1 - 1e-7), b.joints) < 1e-4
    shares = [number / 400 for number in range(401)]
    steps = [farthest(at(s), at(t)) for s, t in pairwise(shares)]
    assert max(steps) < 0.02


def on_all_fours(tilt: float, bend: float, hip: float) -> Posture:
    """Hands, knees and feet on the floor; the hip sways over the knees, the back bends."""
    joints = {"knee": Point(0.0, 0.05), "ankle": Point(0.246, 0.05), "toe": Point(0.33, 0.02)}
    at = joints["hip"] = Point(0.245 * math.sin(hip), 0.05 + 0.245 * math.cos(hip))
    for number, (name, length) in enumerate((("waist", 0.09), ("chest", 0.12), ("neck", 0.1))):
        angle = math.pi - tilt + bend * (1 - number)
        at = Point(at.x + length * math.cos(angle), at.y + length * math.sin(angle))
        joints[name] = at
    joints["head"] = Point(at.x - 0.08, at.y + bend * 0.1)
    joints["face"] = Point(at.x - 0.15, at.y + bend * 0.2)
    joints["shoulder"] = Point(at.x + 0.02, at.y - 0.02)
    hand = joints["hand"] = Point(-0.29, 0.02)
    way = complex(hand.x - joints["shoulder"].x, hand.y - joints["shoulder"].y)
    along = (abs(way) ** 2 + 0.186**2 - 0.17**2) / (2 * abs(way))
    mid = complex(along, math.sqrt(0.186**2 - along**2)) * way / abs(way)
    joints["elbow"] = Point(joints["shoulder"].x + mid.real, joints["shoulder"].y + mid.imag)
    near = dict(joints)
    for name in ("shoulder", "elbow", "hand", "knee", "ankle", "toe", "hip"):
        far = "far-pelvis" if name == "hip" else "far-" + name
        joints[far] = Point(near[name].x + 0.03, near[name].y + 0.01)
    return Posture("table", joints)


def test_hands_and_feet_stay_on_the_floor_while_the_back_moves() -> None:
    table, cat = on_all_fours(0.0, 0.0, 0.0), on_all_fours(-0.05, -0.5, 0.1)
    check_lengths(table, cat)
    at = blend(table, cat, View.SIDE)
    still = [side + name for side in ("", "far-") for name in ("hand", "knee", "ankle", "toe")]
    for share in SHARES:
        for name in still:
            assert math.dist(at(share)[name], table.joints[name]) < 0.002
        for limb in limbs_of(table.joints, View.SIDE)[:2]:
            assert bends(at(share), *limb[:3]) == bends(table.joints, *limb[:3])


def bends(joints: Mapping[str, Point], base: str, mid: str, end: str) -> bool:
    (ax, ay), (bx, by), (cx, cy) = joints[base], joints[mid], joints[end]
    return (cx - ax) * (by - ay) > (cy - ay) * (bx - ax)


def test_a_raised_heel_turns_about_its_toe() -> None:
    random = Random(3)
    a = random_posture(random)
    toe, ankle = a.joints["toe"], a.joints["ankle"]
    way = complex(ankle.x - toe.x, ankle.y - toe.y) * complex(math.cos(-0.3), math.sin(-0.3))
    up = Point(toe.x + way.real - ankle.x, toe.y + way.imag - ankle.y)
    raised = {
        name: point if name == "toe" else Point(point.x + up.x, point.y + up.y)
        for name, point in a.joints.items()
    }
    b = Posture("b", raised)
    check_lengths(a, b)
    for share in SHARES:
        assert math.dist(blend(a, b, View.SIDE)(share)["toe"], toe) < 1e-9


def test_a_forearm_goes_through_the_straight_arm() -> None:
    """The elbow bends by 150 degrees one way, and by 40 the other: it must not fold up."""
    a = figure_of(front_source()).loop.start
    folded = dict(a.joints)
    elbow, shoulder = a.joints["left-elbow"], a.joints["left-shoulder"]
    upper = complex(elbow.x - shoulder.x, elbow.y - shoulder.y)
    for degrees, posture in ((150, folded), (-40, joints := dict(a.joints))):
        turn = complex(math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
        way = upper / abs(upper) * turn * 0.17
        posture["left-hand"] = Point(elbow.x + way.real, elbow.y + way.imag)
    at = blend(Posture("a", folded), Posture("b", joints), View.FRONT)
    reach = [math.dist(at(s)["left-hand"], at(s)["left-shoulder"]) for s in SHARES]
    assert max(reach) > 0.35


def test_with_nothing_planted_the_hip_moves_on_a_straight_line() -> None:
    random = Random(5)
    a, b = random_posture(random), random_posture(random, "b")
    middle = blend(a, b, View.SIDE)(0.5)["hip"]
    assert middle.x == pytest.approx((a.joints["hip"].x + b.joints["hip"].x) / 2)
    assert middle.y == pytest.approx((a.joints["hip"].y + b.joints["hip"].y) / 2)
