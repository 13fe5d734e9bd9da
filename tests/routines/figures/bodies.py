"""Bodies, figures and segments to test with: anatomy is kept, everything else is random."""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from routines.figures.body import limbs_of
from routines.figures.model import Figure, Point, Posture, View
from routines.figures.reader import read_figure
from routines.lookup import Folders
from routines.reader import Reader
from routines.timeline import Segment, Timeline, timeline_of

SPINE = (("waist", 0.09), ("chest", 0.12), ("neck", 0.10), ("head", 0.09))
ARM = (("elbow", 0.186), ("hand", 0.17))
LEG = (("knee", 0.245), ("ankle", 0.246), ("toe", 0.12))


def _away(point: Point, angle: float, length: float) -> Point:
    return Point(point.x + length * math.cos(angle), point.y + length * math.sin(angle))


def _limb(joints: dict[str, Point], base: str, side: str, bones: tuple, angles: list) -> None:  # type: ignore[type-arg]
    at = joints[base]
    for (name, length), angle in zip(bones, angles, strict=True):
        at = joints[side + name] = _away(at, angle, length)


def random_posture(random: Random, name: str = "a") -> Posture:
    """A body seen from the side, its joints bent as they can be."""
    up = math.pi / 2 + random.uniform(-1.2, 1.2)
    hip = Point(random.uniform(-0.2, 0.2), random.uniform(0.3, 0.6))
    joints = {"hip": hip, "far-pelvis": Point(hip.x + 0.03, hip.y + 0.01)}
    at = hip
    for part, length in SPINE:
        at = joints[part] = _away(at, up + random.uniform(-0.25, 0.25), length)
    joints["shoulder"] = _away(joints["neck"], up + math.pi, 0.05)
    joints["far-shoulder"] = Point(joints["shoulder"].x + 0.03, joints["shoulder"].y + 0.01)
    joints["face"] = _away(joints["head"], up + math.pi / 2, 0.08)
    for side, base in (("", "hip"), ("far-", "far-pelvis")):
        thigh = -math.pi / 2 - random.uniform(-0.3, 1.6)
        shank = thigh + random.uniform(0.1, 2.0)
        _limb(joints, base, side, LEG, [thigh, shank, shank - 1.4])
    for side in ("", "far-"):
        upper = -math.pi / 2 - random.uniform(-0.8, 1.5)
        _limb(joints, side + "shoulder", side, ARM, [upper, upper - random.uniform(0.1, 1.8)])
    return Posture(name, joints, random.random())


def lengths(
    joints: Mapping[str, Point], view: View = View.SIDE, depths: Mapping[str, float] | None = None
) -> dict[tuple[str, str], float]:
    """How long every bone is, its depth counted in, fingers and toes left aside."""
    spine = [("hip", "waist"), ("waist", "chest"), ("chest", "neck"), ("neck", "head")]
    limbs = [bone for limb in limbs_of(joints, view) for bone in limb.bones]
    deep = {name: (depths or {}).get(name, 0.0) for name in joints}
    places = {name: (*point, deep[name]) for name, point in joints.items()}
    return {bone: math.dist(places[bone[0]], places[bone[1]]) for bone in [*spine, *limbs]}


def farthest(before: Mapping[str, Point], after: Mapping[str, Point]) -> float:
    """How far the joint has gone that has gone the farthest."""
    assert before.keys() == after.keys()
    return max(math.dist(before[name], after[name]) for name in before)


STANDING = """
    head: [0, 0.93]
    neck: [0.01, 0.85]
    chest: [0.01, 0.75]
    waist: [0, 0.62]
    hip: [0, 0.53]
    shoulder: [0, 0.81]
    elbow: [0.01, 0.624]
    hand: [-0.01, 0.455]
    knee: [-0.01, 0.285]
    ankle: [0, 0.04]
    toe: [-0.12, 0.01]
"""
FRONT = """
    head: [0, 0.93]
    neck: [0, 0.85]
    chest: [0, 0.75]
    waist: [0, 0.62]
    hip: [0, 0.53]
    left-shoulder: [{0}0.13, 0.81]
    left-elbow: [{0}0.16, 0.626]
    left-hand: [{0}0.17, 0.456]
    left-knee: [{0}0.08, 0.285]
    left-ankle: [{0}0.08, 0.04]
    left-toe: [{0}0.10, 0.01]
    right-shoulder: [{1}0.13, 0.81]
    right-elbow: [{1}0.16, 0.626]
    right-hand: [{1}0.17, 0.456]
    right-knee: [{1}0.08, 0.285]
    right-ankle: [{1}0.08, 0.04]
    right-toe: [{1}0.10, 0.01]
"""


def side_source(*more: str, loop: str = "{start: a, in: b, out: a}") -> str:
    """A standing body ``a``, and ``b``, which raises the near arm and fills the belly."""
    raised = "    like: a\n    elbow: [-0.18, 0.85]\n    hand: [-0.25, 1.005]\n    belly: 1\n"
    postures = f"postures:\n  a:{STANDING}  b:\n{raised}"
    return "\n".join(["name: A", "view: side", *more, postures + f"loop: {loop}", ""])


def front_source(*more: str, view: str = "front", loop: str = "{there: b, back: a}") -> str:
    """A standing body ``a``, and ``b``, which raises its left arm."""
    signs = ("", "-") if view == "front" else ("-", "")
    left = f"left-elbow: [{signs[0]}0.31, 0.85], left-hand: [{signs[0]}0.40, 0.995]"
    postures = f"postures:\n  a:{FRONT.format(*signs)}  b: {{like: a, {left}}}\n"
    return "\n".join(["name: A", f"view: {view}", *more, postures + f"loop: {loop}", ""])


def figure_of(source: str) -> Figure:
    """The figure in ``source``, in which nothing is wrong."""
    reading = read_figure(source, "this")
    assert reading.problems == ()
    assert reading.figure is not None
    return reading.figure


def timeline(*steps: str) -> Timeline:
    """The timeline of a routine with these steps, one on a line in braces."""
    source = "name: A\nsteps:\n" + "".join(f"  - {{{step}}}\n" for step in steps)
    routine = Reader(Folders(library=Path("/nowhere"))).read_text(source, "this").routine
    assert routine is not None
    return timeline_of(routine)


def every(segment: Segment, seconds: float) -> Iterator[float]:
    """Offsets from the segment's beginning to its end."""
    steps = max(1, math.ceil(segment.seconds / seconds))
    return (segment.seconds * step / steps for step in range(steps + 1))
