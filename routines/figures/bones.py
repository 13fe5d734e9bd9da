"""Bones between two postures: vectors that turn, and points that move on straight lines."""

import math
from cmath import phase, rect
from typing import NamedTuple

from routines.figures.model import Posture

Joints = dict[str, complex]
"""Places in the picture: x is the real part."""


class Still(NamedTuple):
    """A posture's joints, and how deep behind the picture those lie that lie there."""

    joints: Joints
    depths: dict[str, float]

    def deep(self, first: str, second: str) -> float:
        """How far a bone points away from us."""
        return self.depths.get(second, 0.0) - self.depths.get(first, 0.0)


class Bone(NamedTuple):
    """A vector that turns and grows evenly. What it goes into the depth is not seen of it."""

    angle: float
    turn: float
    length: float
    growth: float
    deep: float = 0.0
    deepening: float = 0.0

    def at(self, share: float) -> complex:
        return rect(self.long(share), self.angle + share * self.turn)

    def long(self, share: float) -> float:
        """How long it is drawn."""
        length, deep = self.length + share * self.growth, self.deep + share * self.deepening
        return math.sqrt(length * length - deep * deep) if deep else length


class Line(NamedTuple):
    """A point, or a vector, that moves evenly on a straight line."""

    begin: complex
    way: complex

    def at(self, share: float) -> complex:
        return self.begin + share * self.way


def still(posture: Posture) -> Still:
    joints = {name: complex(*point) for name, point in posture.joints.items()}
    return Still(joints, dict(posture.depths))


def bone_between(a: Still, b: Still, first: str, second: str) -> Bone:
    """The bone from ``first`` to ``second`` on its way from ``a`` to ``b``, the shortest turn."""
    before, after = (each.joints[second] - each.joints[first] for each in (a, b))
    turn = math.remainder(phase(after) - phase(before), math.tau)
    deep, deeper = a.deep(first, second), b.deep(first, second)
    length, later = math.hypot(abs(before), deep), math.hypot(abs(after), deeper)
    return Bone(phase(before), turn, length, later - length, deep, deeper - deep)


def line_between(a: Joints, b: Joints, name: str) -> Line:
    return Line(a[name], b[name] - a[name])


def unit(z: complex) -> complex:
    return z / abs(z) if z else 1 + 0j
