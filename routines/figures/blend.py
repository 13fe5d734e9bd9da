"""The body on its way between two postures: joints turn, bones keep their length.

*Angles.* The bones of the trunk, upper arms and thighs turn the shortest way. Forearms and shanks
turn against the bone above them and always through the straight limb, never through the folded
one, as elbows and knees do; who wants a longer way draws a posture in between. Lengths change
evenly from the one posture's to the other's; a bone that points away from us or towards us is
drawn as much shorter as its depth tells, which changes evenly too. Shoulders, blades and the face
move with the bone that carries them.

*What stands still stays.* A joint that is in the same place in both postures is planted. With a
planted hip the hip is where everything hangs from; else the body stands on its planted ankles
(or toes), else its knees, else it hangs from its hands; with nothing planted the hip moves on a
straight line. A limb whose end is planted is solved as two bones that bend to the side the
postures bend to. Where such a limb would not reach in between, the hip moves and the trunk turns a
little until it does. Only where there is no such place a limb is stretched: hands and feet do not
slide.
"""

import math
from cmath import phase, rect
from collections.abc import Callable, Mapping
from typing import NamedTuple

from routines.figures.body import SPINE, Limb, limbs_of
from routines.figures.bones import Joints, Line, Still, bone_between, line_between, still, unit
from routines.figures.model import ARM, FAR, Point, Posture, View

PLANTED = 1e-3
"""How far apart a joint may be in two postures and still be the same place, in body units."""

_ROUNDS = 12
_MISS = 2e-5  # body units
_TURNS = 9.0  # how readily the trunk turns, against the hip moving: about 1 / (its length squared)
_STRAIGHT = 0.004  # body units; an elbow that stands out less than this may go to either side
_FLAT = 0.25  # of the bend; where the bend changes sides it passes through the straight limb

At = Callable[[float], complex]


def blend(before: Posture, after: Posture, view: View) -> Callable[[float], Mapping[str, Point]]:
    """All joints at a share of the way, from 0 to 1. Making it is dear, calling it cheap."""
    if before.joints == after.joints:  # only the belly moves: what is painted of the rest is kept
        return lambda _: before.joints
    between = _Between(still(before), still(after), view)

    def at(share: float) -> Mapping[str, Point]:
        if share <= 0.0:
            return before.joints
        if share >= 1.0:
            return after.joints
        return {name: Point(z.real, z.imag) for name, z in between.at(share).items()}

    return at


class _Carried(NamedTuple):
    """A joint that moves with the bone ``frame``, or only along with ``parent`` if None."""

    name: str
    parent: str
    frame: int | None
    line: Line


class _Reach(NamedTuple):
    """Where a limb's base has to be: so far from a planted place, at the least and at the most."""

    along: complex
    aside: complex
    anchor: complex
    least: float
    most: float


class _Between:
    """Two postures, taken apart once."""

    def __init__(self, before: Still, after: Still, view: View) -> None:
        a, b = before.joints, after.joints
        self._spine = [bone_between(before, after, *each) for each in SPINE]
        self._carried = [_carry(a, b, *each) for each in _carriers(a, view)]
        self._limbs = [_LimbBetween(before, after, limb) for limb in limbs_of(a, view)]
        self._hip = line_between(a, b, "hip")
        self._hip_planted = _planted(a, b, "hip")
        self._roots = [] if self._hip_planted else _roots(self._limbs)
        self._bound = [limb for limb in self._limbs if limb.anchored or limb.mid_planted]

    def at(self, share: float) -> Joints:
        along, aside = self._trunk(share)
        hip = self._hip.at(share)
        if self._roots:
            places = [
                limb.base_from_below(share) - along[limb.base] - aside.get(limb.base, 0)
                for limb in self._roots
            ]
            hip = sum(places) / len(places)
        turned = 1 + 0j
        if self._bound:
            reaches = [limb.reach(share, along, aside) for limb in self._bound]
            hip, turned = _within_reach(hip, reaches, moves=not self._hip_planted)
        joints = {name: hip + turned * z + aside.get(name, 0) for name, z in along.items()}
        for limb in self._limbs:
            limb.place(share, joints)
        return joints

    def _trunk(self, share: float) -> tuple[Joints, Joints]:
        """Seen from the hip: what turns with the trunk, and what is only drawn aside of it."""
        along: Joints = {"hip": 0j}
        aside: Joints = {}
        at, bones = 0j, [bone.at(share) for bone in self._spine]
        for (_, name), bone in zip(SPINE, bones, strict=True):
            at += bone
            along[name] = at
        for name, parent, frame, line in self._carried:
            if frame is None:
                along[name], aside[name] = along[parent], line.at(share)
            else:
                bone = bones[frame]
                along[name] = along[parent] + line.at(share) * bone / abs(bone)
        return along, aside


class _LimbBetween:
    """An arm or a leg between two postures."""

    def __init__(self, before: Still, after: Still, limb: Limb) -> None:
        a, b = before.joints, after.joints
        self.base, self.mid, self.end, self.tip = limb
        self._upper = bone_between(before, after, limb.base, limb.mid)
        self._lower = bone_between(before, after, limb.mid, limb.end)
        self._bend = _bend(a, b, limb)
        self._foot = bone_between(before, after, limb.end, limb.tip) if limb.tip else None
        self._mid_at = line_between(a, b, limb.mid)
        self._end_at = line_between(a, b, limb.end)
        self._tip_at = line_between(a, b, limb.tip) if limb.tip else None
        self.mid_planted = _planted(a, b, limb.mid)
        self.end_planted = _planted(a, b, limb.end)
        self._tip_planted = bool(limb.tip) and _planted(a, b, limb.tip)
        self.anchored = self.end_planted or (self._tip_planted and not self.mid_planted)
        self._height = (_height(a, limb), _height(b, limb))

    def anchor(self, share: float) -> complex:
        """Where the end is that does not hang from the body: planted, or above a planted toe."""
        if self.end_planted or self._foot is None or self._tip_at is None:
            return self._end_at.at(share)
        return self._tip_at.at(share) - self._foot.at(share)

    def base_from_below(self, share: float) -> complex:
        """Where the limb's base comes to be if the limb turns about its planted end."""
        upper = self._upper.at(share)
        if self.mid_planted:
            return self._mid_at.at(share) - upper
        return self.anchor(share) - self._bent(share, upper) - upper

    def _bent(self, share: float, upper: complex) -> complex:
        """The lower bone, as it goes on from the upper one."""
        return upper * rect(self._lower.long(share) / abs(upper), self._bend.at(share).real)

    def reach(self, share: float, along: Joints, aside: Joints) -> _Reach:
        upper, lower = self._upper.long(share), self._lower.long(share)
        places = along[self.base], aside.get(self.base, 0j)
        if self.mid_planted:
            return _Reach(*places, self._mid_at.at(share), upper, upper)
        return _Reach(*places, self.anchor(share), abs(upper - lower), upper + lower)

    def place(self, share: float, joints: Joints) -> None:
        """Add the limb's joints; its base is there already."""
        base = joints[self.base]
        if self.mid_planted:
            mid = self._mid_at.at(share)
            end = self.anchor(share) if self.anchored else mid + self._bent(share, mid - base)
        elif self.anchored:
            end = self.anchor(share)
            mid = self._solved(share, base, end)
        else:
            upper = self._upper.at(share)
            mid = base + upper
            end = mid + self._bent(share, upper)
        joints[self.mid], joints[self.end] = mid, end
        if self._foot is not None and self._tip_at is not None:
            planted = self._tip_planted and self.anchored
            joints[self.tip] = self._tip_at.at(share) if planted else end + self._foot.at(share)

    def _solved(self, share: float, base: complex, end: complex) -> complex:
        """Where elbow or knee is, between two places that are given."""
        upper, lower = self._upper.long(share), self._lower.long(share)
        way = end - base
        far = abs(way)
        if far < PLANTED:
            return base + self._upper.at(share)
        if far >= upper + lower:
            return base + way * (upper / (upper + lower))
        along = (far * far + upper * upper - lower * lower) / (2 * far)
        height = math.sqrt(max(0.0, upper * upper - along * along))
        return base + way / far * complex(along, height * self._side(share))

    def _side(self, share: float) -> float:
        """To which side it bends: 1 or -1, and in between where the postures do not agree."""
        first, second = self._height
        if first * second >= 0.0 or min(abs(first), abs(second)) < _STRAIGHT:
            return 1.0 if first + second >= 0.0 else -1.0
        now = first + share * (second - first)
        return min(1.0, max(-1.0, now / (_FLAT * max(abs(first), abs(second)))))


def _within_reach(hip: complex, reaches: list[_Reach], *, moves: bool) -> tuple[complex, complex]:
    """Hip and turn of the trunk, both changed as little as it takes for every limb to reach."""
    weight = 1.0 if moves else 0.0
    angle, turned = 0.0, 1 + 0j
    for _ in range(_ROUNDS):
        worst = 0.0
        for along, aside, anchor, least, most in reaches:
            arm = along * turned
            way = hip + arm + aside - anchor
            far = abs(way)
            miss = far - most if far > most else far - least if far < least else 0.0
            if -1e-9 < miss < 1e-9 or far == 0.0:
                continue
            way /= far
            lever = way.imag * arm.real - way.real * arm.imag
            share = weight + _TURNS * lever * lever
            if share < 1e-6:
                continue
            worst = max(worst, abs(miss))
            hip -= weight * miss / share * way
            if lever:
                angle -= _TURNS * lever * miss / share
                turned = rect(1.0, angle)
        if worst < _MISS:
            break
    return hip, turned


def _roots(limbs: list[_LimbBetween]) -> list[_LimbBetween]:
    """The limbs that the body stands on or hangs from."""
    legs = [limb for limb in limbs if limb.tip]
    arms = [limb for limb in limbs if not limb.tip]
    choices = (
        [limb for limb in legs if limb.anchored],
        [limb for limb in legs if limb.mid_planted],
        [limb for limb in arms if limb.anchored or limb.mid_planted],
    )
    return next((choice for choice in choices if choice), [])


def _carriers(joints: Joints, view: View) -> list[tuple[str, str, int | None]]:
    """Joints that hang neither in the spine nor in a limb, with what carries them."""
    pelvis, chest, head = 0, 2, 3
    if view is View.SIDE:
        shoulder = ARM[0]
        found: list[tuple[str, str, int | None]] = [(shoulder, "neck", chest)]
        # The far side is the near one drawn a little aside: that does not turn with the body.
        found += [(FAR + shoulder, shoulder, None), ("far-pelvis", "hip", None)]
    else:
        sides = ("left-", "right-")
        found = [(side + ARM[0], "neck", chest) for side in sides]
        found += [(side + "blade", "neck", chest) for side in sides]
        found += [(side + "pelvis", "hip", pelvis) for side in sides]
    found.append(("face", "head", head))
    return [each for each in found if each[0] in joints]


def _carry(a: Joints, b: Joints, name: str, parent: str, frame: int | None) -> _Carried:
    begin, end = a[name] - a[parent], b[name] - b[parent]
    if frame is not None:
        first, second = SPINE[frame]
        begin /= unit(a[second] - a[first])
        end /= unit(b[second] - b[first])
    return _Carried(name, parent, frame, Line(begin, end - begin))


def _bend(a: Joints, b: Joints, limb: Limb) -> Line:
    """How the lower bone turns against the upper one: never through the folded limb."""
    first, second = (
        phase((each[limb.end] - each[limb.mid]) / (each[limb.mid] - each[limb.base]))
        for each in (a, b)
    )
    return Line(complex(first), complex(second - first))


def _height(joints: Joints, limb: Limb) -> float:
    """How far the elbow or knee stands out from the straight line, and to which side."""
    way = unit(joints[limb.end] - joints[limb.base])
    return ((joints[limb.mid] - joints[limb.base]) / way).imag


def _planted(a: Joints, b: Joints, name: str) -> bool:
    return abs(a[name] - b[name]) < PLANTED
