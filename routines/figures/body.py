"""How a body hangs together: which joints each view has, and which bones join them."""

from collections.abc import Mapping
from typing import NamedTuple

from routines.figures.model import ARM, CENTRE, FAR, LEFT, LEG, NEAR, RIGHT, View

SPINE = (("hip", "waist"), ("waist", "chest"), ("chest", "neck"), ("neck", "head"))
"""The bones of the trunk, from the hip up."""

FAR_STEP = 0.03
"""How far the far limbs are drawn behind the near ones, away from where the body looks."""


class Limb(NamedTuple):
    """An arm or a leg: two bones from ``base`` over ``mid`` to ``end``. ``tip`` is a leg's toe."""

    base: str
    mid: str
    end: str
    tip: str = ""

    @property
    def bones(self) -> tuple[tuple[str, str], ...]:
        """Upper arm and forearm, or thigh, shank and foot."""
        foot = ((self.end, self.tip),) if self.tip else ()
        return ((self.base, self.mid), (self.mid, self.end), *foot)


def sides_of(view: View) -> tuple[str, str]:
    """What stands before the joints of the two sides."""
    return (NEAR, FAR) if view is View.SIDE else (LEFT, RIGHT)


def needed_joints(view: View) -> tuple[str, ...]:
    """The joints that every posture has to have; the far ones can be guessed from the near."""
    sides = (NEAR,) if view is View.SIDE else (LEFT, RIGHT)
    return (*CENTRE, *(side + joint for side in sides for joint in (*ARM, *LEG)))


def optional_joints(view: View) -> tuple[str, ...]:
    """The joints that may be given besides."""
    if view is View.SIDE:
        return ("face", *(FAR + joint for joint in (*ARM, "pelvis", *LEG)))
    blades = ("left-blade", "right-blade") if view is View.BACK else ()
    return ("face", "left-pelvis", "right-pelvis", *blades)


def known_joints(view: View) -> tuple[str, ...]:
    return (*needed_joints(view), *optional_joints(view))


def arms_of(view: View) -> tuple[Limb, ...]:
    return tuple(Limb(*(side + joint for joint in ARM)) for side in sides_of(view))


def legs_of(joints: Mapping[str, object], view: View) -> tuple[Limb, ...]:
    """The legs; each begins at its side of the pelvis where that is given, else at the hip."""
    bases = (f"{side}pelvis" for side in sides_of(view))
    return tuple(
        Limb(base if base in joints else "hip", *(side + joint for joint in LEG))
        for side, base in zip(sides_of(view), bases, strict=True)
    )


def limbs_of(joints: Mapping[str, object], view: View) -> tuple[Limb, ...]:
    """Both arms, then both legs."""
    return (*arms_of(view), *legs_of(joints, view))
