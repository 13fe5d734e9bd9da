"""The shape of a whole body in a pose, as layers from the back to the front. No Qt.

Neither colours nor pixels: a layer says what tone it wears, and where a thin gap sets it off from
the layers behind it.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from desktop.figures.head import head_ahead, head_from_side
from desktop.figures.limbs import Build, Flesh, arm, leg
from desktop.figures.shape import XY, Curve, between
from desktop.figures.trunk import blades, pelvis_of, spine_line, trunk_ahead, trunk_from_side
from routines.figures.model import ARM, FAR, LEFT, LEG, NEAR, RIGHT, Facing, Pose, View


class Tone(Enum):
    """What a layer is painted in."""

    FAR = auto()
    NEAR = auto()
    HAIR = auto()
    SOFT = auto()


class Part(Enum):
    """Which part of the body a layer is."""

    ARM = auto()
    LEG = auto()
    TRUNK = auto()
    HEAD = auto()
    BLADES = auto()


class Layer(NamedTuple):
    """Outlines to fill together, and lines along which to leave a gap before."""

    part: Part
    tone: Tone
    outlines: list[Curve]
    edges: list[Curve]


Joints = Mapping[str, XY]

_FAR_SIZE = 0.88
_FAR_BASE = 0.4  # how much of the way from the near shoulder or hip to the far one is drawn


def body_layers(pose: Pose) -> list[Layer]:
    """The body in ``pose``, what lies behind first. Limbs without all their joints are left out."""
    if pose.view is View.SIDE:
        return _from_side(pose)
    return _ahead(pose)


def handed(pose: Pose) -> float:
    """1 for a body that looks to the left, -1 to the right, between while it turns round."""
    if pose.view is not View.SIDE:
        return 0.0
    turn = max(-1.0, min(1.0, pose.turn))
    return turn if pose.facing is Facing.LEFT else -turn


def _from_side(pose: Pose) -> list[Layer]:
    joints, hand = pose.joints, handed(pose) or 1e-3
    head = head_from_side(joints, hand)
    trunk = trunk_from_side(pose, head.skull, hand)
    near, far, behind = Build(hand), Build(hand, _FAR_SIZE), _drawn_in(joints)
    return [
        *_arm(behind, FAR, far, Tone.FAR),
        *_leg(behind, FAR, far, Tone.FAR),
        Layer(Part.TRUNK, Tone.NEAR, [trunk], []),
        Layer(Part.HEAD, Tone.NEAR, [head.outline], []),
        Layer(Part.HEAD, Tone.HAIR, [head.hair], []),
        *_leg(joints, NEAR, near, Tone.NEAR),
        *_arm(joints, NEAR, near, Tone.NEAR),
    ]


def _drawn_in(joints: Joints) -> Joints:
    """With the far shoulder and hip drawn in, so that they do not stand out behind the trunk."""
    drawn = dict(joints)
    for near, far in (("shoulder", "far-shoulder"), ("hip", "far-pelvis")):
        if near in joints and far in joints:
            drawn[far] = between(joints[near], joints[far], _FAR_BASE)
    return drawn


def _ahead(pose: Pose) -> list[Layer]:
    joints, behind, view = pose.joints, pose.view is View.BACK, pose.view
    neck, head, face = head_ahead(joints, behind=behind)
    build = Build(0.0)
    arms = [arm for side in (LEFT, RIGHT) for arm in _arm(joints, side, build, Tone.NEAR)]
    legs = [leg for side in (LEFT, RIGHT) for leg in _leg(joints, side, build, Tone.NEAR, view)]
    trunk = Layer(Part.TRUNK, Tone.NEAR, [trunk_ahead(pose), *neck], [])
    hair = Layer(Part.HEAD, Tone.HAIR, [head], [])
    if behind:
        marks = [*blades(joints), spine_line(joints)]
        return [*arms, *legs, trunk, Layer(Part.BLADES, Tone.SOFT, marks, []), hair]
    return [*legs, trunk, hair, Layer(Part.HEAD, Tone.NEAR, [face], []), *arms]


def _arm(joints: Joints, side: str, build: Build, tone: Tone) -> list[Layer]:
    shoulder, elbow, wrist = (joints.get(f"{side}{name}") for name in ARM)
    if shoulder is None or elbow is None or wrist is None:
        return []
    return [_layer(Part.ARM, tone, arm(shoulder, elbow, wrist, build))]


def _leg(
    joints: Joints, side: str, build: Build, tone: Tone, view: View = View.SIDE
) -> list[Layer]:
    knee, ankle, toe = (joints.get(f"{side}{name}") for name in LEG)
    if knee is None or ankle is None or toe is None:
        return []
    hip = pelvis_of(joints, side, view)
    return [_layer(Part.LEG, tone, leg(hip, knee, ankle, toe, build))]


def _layer(part: Part, tone: Tone, flesh: Flesh) -> Layer:
    edges = [] if tone is Tone.FAR else flesh.edges
    return Layer(part, tone, flesh.outlines, edges)
