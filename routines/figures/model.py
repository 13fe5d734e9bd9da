"""What a figure is, and a pose: one body at one moment. Frozen values, no file format, no Qt.

Points are in body units: 1 is the height of the standing person, x goes to the right, y up, and
the floor is at y = 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from routines.model import PhaseName, Side


class Point(NamedTuple):
    """A place in body units."""

    x: float
    y: float


class View(Enum):
    """From where the body is seen. The value is the file format's word."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"


class Facing(Enum):
    """Which way a body that is seen from the side looks, or would look if it stood up.

    It tells where its front is: one who lies on the back with the head on the right faces left.
    """

    LEFT = "left"
    RIGHT = "right"


CENTRE = ("head", "neck", "chest", "waist", "hip")
"""The joints that there is one of, from the top down; ``head`` is the middle of the head."""

ARM = ("shoulder", "elbow", "hand")
LEG = ("knee", "ankle", "toe")
NEAR, FAR = "", "far-"
LEFT, RIGHT = "left-", "right-"
"""What stands before a limb's joints: nothing and ``far-`` seen from the side, else the side."""

EXTRA = ("face", "blade", "pelvis")
"""Joints that may be given: the point that the face looks to, the middle of a shoulder blade
(seen from behind), and where a thigh begins: seen from the front or behind ``left-pelvis`` and
``right-pelvis``, seen from the side ``far-pelvis`` for the far one."""


class PropKind(Enum):
    """A thing beside the body. The value is the file format's word."""

    MAT = "mat"
    FLOOR = "floor"
    WALL = "wall"
    CHAIR = "chair"
    DOORWAY = "doorway"
    DESK = "desk"
    CUSHION = "cushion"
    BED = "bed"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Prop:
    """A prop and where it stands.

    ``ends`` are points, or names of joints that the prop follows: of a mat, a bed, a cushion, a
    doorway or a floor its left and right end; of a wall a point on its face; of a chair the middle
    of its seat; of a desk the edge towards the person; of a band every point it runs through.
    """

    kind: PropKind
    ends: tuple[Point | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posture:
    """The body at rest in one position.

    ``joints`` holds every joint of the figure's view. ``belly`` is how far the belly is out, from
    0 to 1. ``depths`` tells of joints that lie farther from us than the rest of their side, or
    nearer (below 0), in body units; it is not drawn, but counts for how long a bone is.
    """

    name: str
    joints: Mapping[str, Point]
    belly: float = 0.0
    depths: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loop:
    """How a step's phases move through the postures.

    ``start`` is where a rep, a breath or a hold begins. ``ways`` names for a phase the postures
    that it passes through one after the other; it ends in the last of them. A hold's ``HOLD`` is
    the posture that is held. Phases without a way stay where they are.
    """

    start: Posture
    ways: Mapping[PhaseName, tuple[Posture, ...]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A moving figure. ``side`` is the side that its postures show; the other one is mirrored."""

    id: str
    name: str
    view: View
    loop: Loop
    postures: Mapping[str, Posture]
    props: tuple[Prop, ...] = ()
    facing: Facing = Facing.LEFT
    side: Side = Side.LEFT
    about: str = ""


@dataclass(frozen=True, slots=True)
class PropNow:
    """A prop with every end in its place."""

    kind: PropKind
    ends: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Pose:
    """One body at one moment: all that painting needs to know.

    ``breath`` is how full of air the chest is, ``belly`` how far the belly is out, both from 0 to
    1. ``turn`` is 1, or less while the figure turns round to its other side: its points' distance
    from its middle is already scaled by it.
    """

    view: View
    facing: Facing
    joints: Mapping[str, Point]
    props: tuple[PropNow, ...] = ()
    breath: float = 0.0
    belly: float = 0.0
    turn: float = field(default=1.0)


class Box(NamedTuple):
    """The room that a figure takes in all its moments, in body units."""

    left: float
    bottom: float
    right: float
    top: float
