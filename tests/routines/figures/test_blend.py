import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from routines.figures.blend import blend
from routines.figures.body import limbs_of
from routines.figures.model import Point, Posture, View
from routines.figures.ways import body_on
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


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("joint", ["", "hand"])
def test_an_arm_that_turns_into_the_depth_is_drawn_shorter(seed: int, joint: str) -> None:
    random = Random(seed)
    a, b = random_posture(random), random_posture(random, "b")
    away = {"elbow": -0.1, "hand": random.uniform(-0.25, 0.05), "far-hand": 0.1}
    b = replace(planted(a, b, joint) if joint else b, depths=away)
    before, after = lengths(a.joints), lengths(b.joints, depths=b.depths)
    for share in SHARES:
        body = body_on((a, b), share, View.SIDE)
        for bone, length in lengths(body.joints, depths=body.depths).items():
            even = before[bone] + share * (after[bone] - before[bone])
            assert length == pytest.approx(even, rel=0.01), (bone, share)


def test_where_only_the_belly_moves_the_joints_stay_the_very_same() -> None:
    a = random_posture(Random(7))
    full = replace(a, joints=dict(a.joints), belly=1.0)
    assert all(blend(a, full, View.SIDE)(share) is a.joints for share in SHARES)


def test_with_nothing_planted_the_hip_moves_on_a_straight_line() -> None:
    random = Random(5)
    a, b = random_posture(random), random_posture(random, "b")
    middle = blend(a, b, View.SIDE)(0.5)["hip"]
    assert middle.x == pytest.approx((a.joints["hip"].x + b.joints["hip"].x) / 2)
    assert middle.y == pytest.approx((a.joints["hip"].y + b.joints["hip"].y) / 2)


def sphinx(lift: float) -> Posture:
    """On the belly, elbows and forearms on the floor; ``lift`` bends the back, in radians."""
    joints = {"hip": Point(0.29, 0.075), "knee": Point(0.53, 0.042), "ankle": Point(0.775, 0.034)}
    at = joints["hip"]
    for number, (name, length) in enumerate((("waist", 0.09), ("chest", 0.12), ("neck", 0.1))):
        angle = math.pi - lift * (1 + 0.5 * number)
        at = Point(at.x + length * math.cos(angle), at.y + length * math.sin(angle))
        joints[name] = at
    joints |= {"head": Point(at.x - 0.05, at.y + 0.08), "face": Point(at.x - 0.12, at.y + 0.08)}
    shoulder = joints["shoulder"] = Point(at.x + 0.02, at.y - 0.02)
    reach = math.sqrt(0.186**2 - (shoulder.y - 0.03) ** 2)
    joints["elbow"] = Point(shoulder.x + reach, 0.03)
    joints |= {"toe": Point(0.88, 0.016)}
    return Posture("sphinx", joints)


def on_elbow(posture: Posture, elbow: Point) -> Posture:
    """The posture with its elbow in a given place, and its hand before it."""
    by = elbow.x - posture.joints["elbow"].x
    joints = {name: Point(x + by, y) for name, (x, y) in posture.joints.items()}
    joints["hand"] = Point(elbow.x - 0.17, 0.03)
    for name in ("shoulder", "elbow", "hand", "knee", "ankle", "toe", "hip"):
        far = "far-pelvis" if name == "hip" else "far-" + name
        joints[far] = Point(joints[name].x + 0.03, joints[name].y + 0.01)
    return Posture(posture.name, joints)


def test_the_back_lifts_over_elbows_that_stay() -> None:
    elbow = Point(0.0, 0.03)
    a, b = on_elbow(sphinx(0.05), elbow), on_elbow(sphinx(0.3), elbow)
    check_lengths(a, b)
    for share in SHARES:
        joints = blend(a, b, View.SIDE)(share)
        for name in ("elbow", "hand", "far-elbow", "far-hand"):
            assert math.dist(joints[name], a.joints[name]) < 0.002


def standing(lean: float, apart: float = 0.5) -> Posture:
    """Two straight legs apart, seen from the front; the hip swings to one side."""
    legs = 0.245 + 0.246
    left, right = Point(apart / 2, 0.04), Point(-apart / 2, 0.04)
    hip = Point(lean, 0.04 + math.sqrt(legs**2 - (apart / 2 + abs(lean)) ** 2))
    joints = {"hip": hip}
    for number, name in enumerate(("waist", "chest", "neck", "head"), 1):
        joints[name] = Point(lean, hip.y + 0.1 * number)
    for side, ankle, sign in (("left-", left, 1), ("right-", right, -1)):
        shoulder = joints[side + "shoulder"] = Point(lean + sign * 0.13, hip.y + 0.27)
        joints[side + "elbow"] = Point(shoulder.x, shoulder.y - 0.186)
        joints[side + "hand"] = Point(shoulder.x, shoulder.y - 0.356)
        way = complex(ankle.x - hip.x, ankle.y - hip.y)
        along = (abs(way) ** 2 + 0.245**2 - 0.246**2) / (2 * abs(way))
        height = math.sqrt(max(0.0, 0.245**2 - along**2)) * sign
        mid = complex(along, height) * way / abs(way)
        joints[side + "knee"] = Point(hip.x + mid.real, hip.y + mid.imag)
        joints[side + "ankle"] = ankle
        joints[side + "toe"] = Point(ankle.x + sign * 0.03, 0.01)
    return Posture("standing", joints)


def test_a_body_sways_over_both_feet_without_stretching_its_legs() -> None:
    a, b = standing(-0.12), standing(0.12)
    before, after = lengths(a.joints, View.FRONT), lengths(b.joints, View.FRONT)
    at = blend(a, b, View.FRONT)
    for share in SHARES:
        for bone, length in lengths(at(share), View.FRONT).items():
            even = before[bone] + share * (after[bone] - before[bone])
            assert length == pytest.approx(even, rel=0.01), (bone, share)
        for name in ("left-ankle", "right-ankle", "left-toe", "right-toe"):
            assert math.dist(at(share)[name], a.joints[name]) < 1e-6


def test_an_elbow_that_changes_sides_goes_through_the_straight_arm() -> None:
    """The hand stays; the elbow points to the one side before, to the other one after."""
    a = figure_of(front_source()).loop.start
    shoulder, hand = a.joints["left-shoulder"], Point(0.13, 0.48)
    joints = [dict(a.joints), dict(a.joints)]
    for each, side in zip(joints, (1, -1), strict=True):
        each["left-hand"] = hand
        along = (0.33**2 + 0.186**2 - 0.17**2) / (2 * 0.33)
        height = math.sqrt(0.186**2 - along**2)
        each["left-elbow"] = Point(shoulder.x + side * height, shoulder.y - along)
    at = blend(Posture("a", joints[0]), Posture("b", joints[1]), View.FRONT)
    shares = [number / 400 for number in range(401)]
    assert max(farthest(at(s), at(t)) for s, t in pairwise(shares)) < 0.01
    assert at(0.5)["left-elbow"].x == pytest.approx(0.13, abs=1e-6)


def linkage(angle: float, hand: Point, ankle: Point) -> Posture:
    """On straight arms and straight legs, as in a plank; the legs rise by ``angle``."""
    legs, trunk, arms = 0.245 + 0.246, 0.28, 0.186 + 0.17
    hip = Point(ankle.x - legs * math.cos(angle), ankle.y + legs * math.sin(angle))
    way = complex(hand.x - hip.x, hand.y - hip.y)
    along = (abs(way) ** 2 + trunk**2 - arms**2) / (2 * abs(way))
    up = complex(along, -math.sqrt(trunk**2 - along**2)) / trunk * way / abs(way)

    def on(begin: Point, way: complex, length: float) -> Point:
        return Point(begin.x + length * way.real, begin.y + length * way.imag)

    shoulder = on(hip, up, trunk)
    leg = complex(ankle.x - hip.x, ankle.y - hip.y) / legs
    arm = complex(hand.x - shoulder.x, hand.y - shoulder.y) / arms
    joints = {
        "hip": hip,
        "waist": on(hip, up, 0.09),
        "chest": on(hip, up, 0.2),
        "neck": on(hip, up, 0.31),
        "head": on(hip, up, 0.4),
        "face": on(hip, up, 0.45),
        "shoulder": shoulder,
        "elbow": on(shoulder, arm, 0.186),
        "hand": hand,
        "knee": on(hip, leg, 0.245),
        "ankle": ankle,
        "toe": Point(ankle.x + 0.01, 0.0),
    }
    for name in ("shoulder", "elbow", "hand", "knee", "ankle", "toe", "hip"):
        far = "far-pelvis" if name == "hip" else "far-" + name
        joints[far] = Point(joints[name].x + 0.03, joints[name].y + 0.01)
    return Posture("linkage", joints)


@pytest.mark.parametrize("last", [0.5, 0.7, 0.85])
def test_the_trunk_turns_until_straight_arms_reach_the_floor(last: float) -> None:
    """Angles alone would lift the hands: the hip goes on an arc about the feet."""
    hand, ankle = Point(-0.17, 0.02), Point(0.6, 0.1)
    a, b = linkage(0.1, hand, ankle), linkage(last, hand, ankle)
    check_lengths(a, b)
    for share in SHARES:
        for name in ("hand", "ankle", "far-hand", "far-ankle"):
            assert math.dist(blend(a, b, View.SIDE)(share)[name], a.joints[name]) < 0.002


def sitting(bend: float, turn: float, elbow: Point | None = None) -> tuple[Posture, Point]:
    """On a chair at a table, the elbow on it: the back bends, the upper arm reaches the elbow."""
    joints = {"hip": Point(0.0, 0.3), "knee": Point(-0.245, 0.29), "ankle": Point(-0.24, 0.044)}
    at = joints["hip"]
    for number, (name, length) in enumerate((("waist", 0.09), ("chest", 0.12), ("neck", 0.1))):
        angle = math.pi / 2 + turn + bend * (number - 1)
        at = Point(at.x + length * math.cos(angle), at.y + length * math.sin(angle))
        joints[name] = at
    shoulder = joints["shoulder"] = Point(at.x, at.y - 0.03)
    elbow = elbow or Point(shoulder.x - 0.12, shoulder.y - math.sqrt(0.186**2 - 0.12**2))
    joints |= {"head": Point(at.x, at.y + 0.09), "face": Point(at.x - 0.08, at.y + 0.09)}
    joints |= {"elbow": elbow, "hand": Point(elbow.x - 0.17, elbow.y), "toe": Point(-0.36, 0.01)}
    for name in ("shoulder", "elbow", "hand", "knee", "ankle", "toe", "hip"):
        far = "far-pelvis" if name == "hip" else "far-" + name
        joints[far] = Point(joints[name].x + 0.03, joints[name].y + 0.01)
    return Posture("sitting", joints), elbow


def test_who_sits_with_the_elbows_on_the_table_keeps_hip_and_elbows() -> None:
    a, elbow = sitting(0.0, 0.0)
    bent = (sitting(0.7, number / 1000, elbow)[0] for number in range(100, 900))
    b = min(bent, key=lambda each: abs(math.dist(each.joints["shoulder"], elbow) - 0.186))
    check_lengths(a, b)
    for share in SHARES:
        for name in ("hip", "elbow", "hand", "ankle", "far-elbow"):
            assert math.dist(blend(a, b, View.SIDE)(share)[name], a.joints[name]) < 0.002
