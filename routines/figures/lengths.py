"""How long the bones of a posture are."""

import math
from collections.abc import Iterator, Mapping

from routines.figures.body import SPINE, limbs_of
from routines.figures.model import Point, Posture, View

USUAL = {"elbow": 0.186, "hand": 0.17, "knee": 0.245, "ankle": 0.246}
"""How long a bone that ends in this joint is, in parts of the standing height (Drillis and Contini
1966). The forearm goes to the middle of the palm.
"""


def usual_length(bone: tuple[str, str]) -> float:
    """How long a bone of a limb is in most people, in body units."""
    return USUAL[bone[1].rpartition("-")[2]]


def bone_length(posture: Posture, bone: tuple[str, str]) -> float:
    """How long a bone is, its depth counted in, in body units."""
    first, second = bone
    deep = posture.depths.get(first, 0.0) - posture.depths.get(second, 0.0)
    return distance(posture.joints[first], posture.joints[second], deep)


def limb_bones(joints: Mapping[str, Point], view: View) -> Iterator[tuple[str, str]]:
    """Upper arms, forearms, thighs and shanks: what never changes its length."""
    for limb in limbs_of(joints, view):
        yield from limb.bones[:2]


def all_bones(points: Mapping[str, Point], view: View) -> Iterator[tuple[str, str]]:
    """The trunk, the arms and the legs, hands and feet included."""
    yield from SPINE
    for limb in limbs_of(points, view):
        yield from limb.bones


def distance(first: Point, second: Point, deep: float = 0.0) -> float:
    """How far two points are from each other, of which one lies so much deeper."""
    return math.hypot(first.x - second.x, first.y - second.y, deep)
