"""Bodies in well-known postures, placed by hand in the proportions of an adult."""

from routines.figures.model import Box, Facing, Point, Pose, PropKind, PropNow, View

Places = dict[str, tuple[float, float]]


def pose(
    joints: Places,
    view: View = View.SIDE,
    *props: PropNow,
    facing: Facing = Facing.LEFT,
    breath: float = 0.0,
    belly: float = 0.0,
    turn: float = 1.0,
) -> Pose:
    points = {name: Point(*at) for name, at in joints.items()}
    if view is View.SIDE:
        for name in ("shoulder", "elbow", "hand", "knee", "ankle", "toe"):
            x, y = points[name]
            points.setdefault(f"far-{name}", Point(x + 0.03, y + 0.01))
    return Pose(view, facing, points, props, breath, belly, turn)


def box_of(shown: Pose) -> Box:
    xs, ys = zip(*shown.joints.values(), strict=True)
    return Box(min(xs) - 0.08, min(0.0, *ys), max(xs) + 0.08, max(ys) + 0.08)


def mat(left: float, right: float) -> PropNow:
    return PropNow(PropKind.MAT, (Point(left, 0.0), Point(right, 0.0)))


def prop(kind: PropKind, *ends: tuple[float, float]) -> PropNow:
    return PropNow(kind, tuple(Point(*end) for end in ends))


STANDING: Places = {
    "head": (-0.012, 0.932), "neck": (0.005, 0.845), "chest": (0.012, 0.735),
    "waist": (-0.004, 0.625), "hip": (0.0, 0.530), "shoulder": (0.008, 0.810),
    "elbow": (0.022, 0.625), "hand": (-0.010, 0.458), "knee": (0.0, 0.285),
    "ankle": (0.012, 0.040), "toe": (-0.096, 0.012),
}  # fmt: skip
TABLE: Places = {
    "head": (-0.20, 0.425), "face": (-0.25, 0.36), "neck": (-0.105, 0.400), "chest": (0.0, 0.375),
    "waist": (0.135, 0.368), "hip": (0.24, 0.345), "shoulder": (-0.075, 0.362),
    "elbow": (-0.070, 0.185), "hand": (-0.085, 0.020), "knee": (0.235, 0.036),
    "ankle": (0.478, 0.036), "toe": (0.585, 0.016),
}  # fmt: skip
CAT: Places = {
    **TABLE, "head": (-0.185, 0.265), "face": (-0.13, 0.215), "neck": (-0.125, 0.355),
    "chest": (-0.015, 0.435), "waist": (0.130, 0.430), "hip": (0.235, 0.335),
    "shoulder": (-0.080, 0.362),
}  # fmt: skip
COW: Places = {
    **TABLE, "head": (-0.205, 0.470), "face": (-0.29, 0.50), "neck": (-0.125, 0.405),
    "chest": (-0.010, 0.350), "waist": (0.125, 0.320), "hip": (0.238, 0.352),
    "shoulder": (-0.085, 0.365),
}  # fmt: skip
SITTING: Places = {
    "head": (-0.012, 0.680), "neck": (0.006, 0.593), "chest": (0.014, 0.483),
    "waist": (0.000, 0.373), "hip": (0.006, 0.305), "shoulder": (0.008, 0.560),
    "elbow": (0.030, 0.376), "hand": (-0.120, 0.320), "knee": (-0.238, 0.300),
    "ankle": (-0.240, 0.042), "toe": (-0.348, 0.014),
}  # fmt: skip
LYING: Places = {
    "head": (0.470, 0.075), "face": (0.47, 0.2), "neck": (0.375, 0.062), "chest": (0.270, 0.068),
    "waist": (0.160, 0.065), "hip": (0.065, 0.070), "shoulder": (0.345, 0.062),
    "elbow": (0.165, 0.036), "hand": (0.000, 0.024), "knee": (-0.100, 0.250),
    "ankle": (-0.215, 0.040), "toe": (-0.323, 0.012),
}  # fmt: skip
CHILD: Places = {
    "head": (-0.175, 0.075), "face": (-0.20, 0.0), "neck": (-0.085, 0.118), "chest": (0.010, 0.160),
    "waist": (0.115, 0.190), "hip": (0.215, 0.150), "shoulder": (-0.070, 0.100),
    "elbow": (-0.245, 0.050), "hand": (-0.410, 0.020), "knee": (-0.010, 0.045),
    "ankle": (0.235, 0.036), "toe": (0.342, 0.014),
}  # fmt: skip
SPHINX: Places = {
    "head": (-0.075, 0.385), "face": (-0.16, 0.385), "neck": (-0.030, 0.300),
    "chest": (0.060, 0.205), "waist": (0.175, 0.115), "hip": (0.290, 0.075),
    "shoulder": (-0.005, 0.240),
    "elbow": (-0.010, 0.040), "hand": (-0.180, 0.020), "knee": (0.530, 0.042),
    "ankle": (0.775, 0.034), "toe": (0.882, 0.016),
}  # fmt: skip


def _both(half: Places, middle: Places, left: float) -> Places:
    """``half`` on both sides; the left one lies at ``left`` times its distance."""
    joints = dict(middle)
    for name, (x, y) in half.items():
        joints[f"left-{name}"] = (x * left, y)
        joints[f"right-{name}"] = (-x * left, y)
    return joints


_MIDDLE: Places = {
    "head": (0.0, 0.932), "neck": (0.0, 0.845), "chest": (0.0, 0.735), "waist": (0.0, 0.625),
    "hip": (0.0, 0.530),
}  # fmt: skip
_HANGING: Places = {
    "shoulder": (0.112, 0.812), "elbow": (0.140, 0.630), "hand": (0.150, 0.462),
    "knee": (0.056, 0.285), "ankle": (0.058, 0.044), "toe": (0.068, 0.010),
}  # fmt: skip
_W_ARMS: Places = {**_HANGING, "elbow": (0.235, 0.672), "hand": (0.268, 0.838)}
FRONT = _both(_HANGING, _MIDDLE, 1.0)
W_ARMS = _both(_W_ARMS, _MIDDLE, 1.0)
BEHIND = _both({**_HANGING, "blade": (0.066, 0.752)}, _MIDDLE, -1.0)
SQUEEZED = _both(
    {**_HANGING, "blade": (0.040, 0.742), "shoulder": (0.108, 0.806)}, _MIDDLE, -1.0
)  # fmt: skip

SHOWN: dict[str, Pose] = {
    "standing": pose(STANDING),
    "front": pose(FRONT, View.FRONT),
    "wall-angel": pose(W_ARMS, View.FRONT, prop(PropKind.WALL, (0.0, 0.0))),
    "behind": pose(BEHIND, View.BACK),
    "squeezed": pose(SQUEEZED, View.BACK),
    "table": pose(TABLE, View.SIDE, mat(-0.35, 0.70)),
    "cat": pose(CAT, View.SIDE, mat(-0.35, 0.70)),
    "cow": pose(COW, View.SIDE, mat(-0.35, 0.70)),
    "sitting": pose(SITTING, View.SIDE, prop(PropKind.CHAIR, (0.02, 0.245))),
    "lying": pose(
        LYING, View.SIDE, mat(-0.45, 0.62), prop(PropKind.CUSHION, (0.42, 0.0), (0.56, 0.0))
    ),
    "child": pose(CHILD, View.SIDE, mat(-0.50, 0.42)),
    "sphinx": pose(SPHINX, View.SIDE, mat(-0.32, 0.95)),
}
