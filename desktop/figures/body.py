"""The shape of a whole body in a pose, as layers from the back to the front. No Qt.

Neither colours nor pixels: a layer says what tone it wears, and where a thin gap sets it off from
the layers behind it.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from desktop.figures.ends import hand_of
from desktop.figures.hands import palm_of, rests_on_trunk
from desktop.figures.head import head_ahead, head_from_side
from desktop.figures.limbs import Build, Flesh, arm, leg, shank, thigh
from desktop.figures.shape import XY, Curve, between, soft, unit
from desktop.figures.trunk import blades, pelvis_of, spine_line, trunk_ahead, trunk_from_side
from routines.figures.model import (
    ARM,
    FAR,
    LEFT,
    LEG,
    NEAR,
    RIGHT,
    Facing,
    Point,
    Pose,
    PropKind,
    PropNow,
    View,
)


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
    """Outlines to fill together, and those to keep free around them before.

    ``shown`` is how much of it is seen, from 0 to 1: one that comes before the others, or goes
    behind them, does so little by little.
    """

    part: Part
    tone: Tone
    outlines: list[Curve]
    gaps: list[Curve]
    shown: float = 1.0


Joints = Mapping[str, XY]

GAP = 0.0075
"""How wide the gap is that sets a limb off from what lies behind, in body units."""

_FAR_SIZE = 0.88
_FAR_BASE = 0.4  # how much of the way from the near shoulder or hip to the far one is drawn
_PEEPS = (0.036, 0.075)  # body units; a free arm less far off is hidden, one farther off is seen
_BESIDE = (0.014, 0.026)  # body units; across a limb: what is less far off lies along it
_THREADS = (0.05, 0.10)  # body units; how far a far shoulder is before the near one
_LOOKS_ROUND = (0.025, 0.07)  # body units; how far aside one looks whose shoulder goes behind
_FOLDED = 0.5  # the cosine at the knee from which a shank goes back along its thigh
_LOW_HAND, _FREE_HAND = 0.06, 0.14  # body units over the ground; a hand that bears weight, or not


def body_layers(pose: Pose, gap: float = GAP) -> list[Layer]:
    """The body in ``pose``, what lies behind first. Limbs without all their joints are left out."""
    if pose.view is View.SIDE:
        return _from_side(pose, gap)
    return _ahead(pose, gap)


def support(props: Iterable[PropNow]) -> float:
    """How high the surface is that the body lies on, and its shadow falls on."""
    beds = [prop for prop in props if prop.kind is PropKind.BED and prop.ends]
    return min(end.y for end in beds[0].ends) if beds else 0.0


def handed(pose: Pose) -> float:
    """1 for a body that looks to the left, -1 to the right, between while it turns round."""
    if pose.view is not View.SIDE:
        return 0.0
    turn = max(-1.0, min(1.0, pose.turn))
    return turn if pose.facing is Facing.LEFT else -turn


def _from_side(pose: Pose, gap: float) -> list[Layer]:
    joints, hand = pose.joints, handed(pose) or 1e-3
    head = head_from_side(joints, hand)
    trunk = trunk_from_side(pose, head.skull, hand)
    behind = replace(pose, joints=_placed_apart(joints, support(pose.props)))
    far = Build(hand, _FAR_SIZE)
    threaded = _threaded(pose, hand, gap)
    return [
        *([] if threaded and threaded[0].shown == 1.0 else _arm(behind, FAR, far, Tone.FAR)),
        *_leg(behind, FAR, far, Tone.FAR),
        Layer(Part.TRUNK, Tone.NEAR, [trunk], []),
        Layer(Part.HEAD, Tone.NEAR, [head.outline], []),
        Layer(Part.HEAD, Tone.HAIR, [head.hair], []),
        *_resting_hand(pose, hand, gap),
        *_leg(pose, NEAR, _leg_build(pose, hand, gap), Tone.NEAR),
        *threaded,
        *_arm(pose, NEAR, _arm_build(joints, hand, gap), Tone.NEAR),
    ]


def _resting_hand(pose: Pose, hand: float, gap: float) -> list[Layer]:
    """A far hand on the trunk of one who lies: the arm is behind, but the hand lies upon it."""
    elbow, palm = (pose.joints.get(f"{FAR}{name}") for name in ARM[1:])
    share = rests_on_trunk(pose.joints, palm, hand) if palm is not None else 0.0
    if elbow is None or palm is None or share == 0.0:
        return []
    lies = palm_of(pose, elbow, palm, hand, support(pose.props))
    outline, free = hand_of(palm, lies, 1.0), hand_of(palm, lies, 1.0, gap)
    return [Layer(Part.ARM, Tone.NEAR, [outline], [free], share)]


def _threaded(pose: Pose, hand: float, gap: float) -> list[Layer]:
    """A far arm whose shoulder comes down before the near one: it reaches out on our side."""
    joints = pose.joints
    near, far = joints.get("shoulder"), joints.get(f"{FAR}shoulder")
    if near is None or far is None:
        return []
    up = unit(joints["chest"], joints["neck"])
    before = ((far[1] - near[1]) * up[0] - (far[0] - near[0]) * up[1]) * math.copysign(1.0, hand)
    share = soft(before, *_THREADS)
    if share == 0.0:
        return []
    layers = _arm(pose, FAR, Build(hand, gap=gap), Tone.NEAR)
    return [layer._replace(shown=share) for layer in layers]


def _placed_apart(joints: Joints, ground: float) -> dict[str, Point]:
    """The joints with the far limbs clear of the near ones, or else hidden behind them.

    A far limb that peeps out a little all along looks like a seam. Legs, and arms that bear
    weight, are drawn apart; a free arm that does what the near one does is not seen.
    """
    drawn = {name: Point(*at) for name, at in joints.items()}
    hands = [joints[name][1] for name in ("hand", FAR + "hand") if name in joints]
    free = soft(min(hands, default=0.0) - ground, _LOW_HAND, _FREE_HAND)
    free = max(free, _in_line(joints, ARM))
    seen = _FAR_BASE * (1.0 - free * (1.0 - _elbows_apart(joints)))
    for near, far, share in (
        ("shoulder", "far-shoulder", seen),
        ("hip", "far-pelvis", _FAR_BASE),
    ):
        if near in joints and far in joints:
            drawn[far] = Point(*between(joints[near], joints[far], share))
    for names, share in ((("elbow", "hand"), free), (LEG, _in_line(joints, ("hip", *LEG[:2])))):
        for name in names:
            if name in joints and FAR + name in joints:
                drawn[FAR + name] = _set_apart(joints[name], joints[FAR + name], share)
    return drawn


def _in_line(joints: Joints, limb: tuple[str, ...]) -> float:
    """1 where a far limb goes along the near one, a little before or behind it, and 0 beside it."""
    most = 0.0
    for one, other in pairwise(limb):
        if one in joints and other in joints and FAR + other in joints:
            along, (x, y) = unit(joints[one], joints[other]), joints[FAR + other]
            away = x - joints[other][0], y - joints[other][1]
            most = max(most, abs(away[0] * along[1] - away[1] * along[0]))
    return 1.0 - soft(most, *_BESIDE)


def _elbows_apart(joints: Joints) -> float:
    if "elbow" not in joints or FAR + "elbow" not in joints:
        return 1.0
    return soft(math.dist(joints["elbow"], joints[FAR + "elbow"]), *_PEEPS)


def _set_apart(near: XY, far: XY, hides: float) -> Point:
    """Where a far joint is drawn: clear of the near one, or by ``hides`` rather hidden."""
    x, y = far[0] - near[0], far[1] - near[1]
    away = math.hypot(x, y)
    hidden = soft(away, *_PEEPS)
    # From where a limb would peep out by a seam it is drawn as far out as it then stays.
    clear = soft(away, 0.010, 0.030) * max(1.0, 0.044 / max(away, 1e-9))
    give = clear + (hidden - clear) * hides
    level = 0.3 + 0.7 * soft(away, 0.034, 0.06)  # on the same ground, where it is but a step off
    return Point(near[0] + x * give, near[1] + y * give * level)


def _leg_build(pose: Pose, hand: float, gap: float) -> Build:
    """On a chair the thigh lies close: no gap cuts into the seat."""
    return Build(hand, gap=gap, back=0.95 if _sits(pose) else 0.05)


def _sits(pose: Pose) -> bool:
    return any(prop.kind is PropKind.CHAIR for prop in pose.props)


def _arm_build(joints: Joints, hand: float, gap: float) -> Build:
    """Where an arm leaves the trunk: the farther from its root, the more it stands off from it."""
    shoulder, elbow = joints.get("shoulder"), joints.get("elbow")
    if shoulder is None or elbow is None:
        return Build(hand, gap=gap)
    up, along = unit(joints["chest"], joints["neck"]), unit(shoulder, elbow)
    down = -(up[0] * along[0] + up[1] * along[1])
    off, raised = 1.0 - abs(down), max(0.0, -down)
    return Build(hand, 1.0, gap, 0.22 + 0.5 * max(off, raised), 0.22 + 0.5 * raised)


def _ahead(pose: Pose, gap: float) -> list[Layer]:
    joints, behind, view = pose.joints, pose.view is View.BACK, pose.view
    head = head_ahead(joints, behind=behind, gap=gap * 0.6)
    build = Build(0.0, gap=gap)
    arms = [arm for side in (LEFT, RIGHT) for arm in _arm(pose, side, build, Tone.NEAR)]
    tone = Tone.FAR if behind and _sits(pose) else Tone.NEAR  # the legs are beyond the chair
    legs = [leg for side in (LEFT, RIGHT) for leg in _leg(pose, side, build, tone, view)]
    folded = [shank for side in (LEFT, RIGHT) for shank in _folded(pose, side)] if behind else []
    trunk = Layer(Part.TRUNK, Tone.NEAR, [trunk_ahead(pose), *head.neck], [])
    skull = Layer(Part.HEAD, Tone.NEAR, [head.outline], [] if behind else [head.gap])
    hair = Layer(Part.HEAD, Tone.HAIR, [head.hair], [])
    if behind:
        marks = [*blades(joints), spine_line(joints)]
        limbs = [*arms, *legs] if tone is Tone.NEAR and not folded else [*folded, *legs, *arms]
        return [*limbs, trunk, Layer(Part.BLADES, Tone.SOFT, marks, []), skull, hair]
    back, front = _turned_away(pose, build)
    return [*back, *legs, trunk, skull, hair, *front]


def _turned_away(pose: Pose, build: Build) -> tuple[list[Layer], list[Layer]]:
    """The arms behind a body seen from the front, and those before it.

    One who looks over a shoulder has turned that shoulder back, and its arm goes behind.
    """
    head = pose.joints["head"]
    turn = pose.joints.get("face", head)[0] - head[0]
    away, share = (LEFT if turn > 0 else RIGHT), soft(abs(turn), *_LOOKS_ROUND)
    front = [
        layer._replace(shown=1.0 - share if side == away else 1.0)
        for side in (LEFT, RIGHT)
        for layer in _arm(pose, side, build, Tone.NEAR)
    ]
    back = _arm(pose, away, build, Tone.NEAR) if share > 0.0 else []
    return back, [layer for layer in front if layer.shown > 0.0]


def _folded(pose: Pose, side: str) -> list[Layer]:
    """The shank of a leg that is crossed before who sits: seen from behind it is the far part."""
    knee, ankle, toe = (pose.joints.get(f"{side}{name}") for name in LEG)
    if knee is None or ankle is None or toe is None or not _is_folded(pose, side):
        return []
    return [Layer(Part.LEG, Tone.FAR, shank(knee, ankle, toe, Build(0.0, _FAR_SIZE)), [])]


def _is_folded(pose: Pose, side: str) -> bool:
    knee, ankle = pose.joints[f"{side}knee"], pose.joints[f"{side}ankle"]
    thigh, lower = unit(knee, pelvis_of(pose.joints, side, pose.view)), unit(knee, ankle)
    return thigh[0] * lower[0] + thigh[1] * lower[1] > _FOLDED


def _arm(pose: Pose, side: str, build: Build, tone: Tone) -> list[Layer]:
    shoulder, elbow, wrist = (pose.joints.get(f"{side}{name}") for name in ARM)
    if shoulder is None or elbow is None or wrist is None:
        return []
    palm = palm_of(pose, elbow, wrist, build.handed, support(pose.props))
    return [_layer(Part.ARM, tone, arm(shoulder, elbow, wrist, palm, build))]


def _leg(pose: Pose, side: str, build: Build, tone: Tone, view: View = View.SIDE) -> list[Layer]:
    knee, ankle, toe = (pose.joints.get(f"{side}{name}") for name in LEG)
    if knee is None or ankle is None or toe is None:
        return []
    hip = pelvis_of(pose.joints, side, view)
    if view is View.BACK and _is_folded(pose, side):
        return [_layer(Part.LEG, tone, thigh(hip, knee, build))]
    return [_layer(Part.LEG, tone, leg(hip, knee, ankle, toe, build))]


def _layer(part: Part, tone: Tone, flesh: Flesh) -> Layer:
    return Layer(part, tone, flesh.outlines, [] if tone is Tone.FAR else flesh.gaps)
