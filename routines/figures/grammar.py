"""The figure format, declared once as data, in the terms of ``routines.grammar``."""

from routines.figures.model import Facing, PropKind, View
from routines.grammar import Key, Kind
from routines.model import PhaseName, Side

FIGURE = (
    Key("name", Kind.TEXT, "What the figure is called."),
    Key("about", Kind.TEXT, "One sentence on what it shows."),
    Key(
        "view",
        Kind.CHOICE,
        "From where the body is seen.",
        tuple(view.value for view in View),
    ),
    Key(
        "facing",
        Kind.CHOICE,
        "Which way the body looks that is seen from the side.",
        tuple(facing.value for facing in Facing),
    ),
    Key(
        "side",
        Kind.CHOICE,
        "The side that the postures show; the other one is their mirror image.",
        tuple(side.value for side in Side),
    ),
    Key("props", Kind.PROPS, "Things beside the body, as in [mat, {chair: [0.3, 0.26]}]."),
    Key("postures", Kind.POSTURES, "The positions of the body, by their names."),
    Key("loop", Kind.LOOP, "Which posture belongs to which phase of a step."),
)
NEEDED = ("name", "view", "postures", "loop")

LIKE, BELLY = "like", "belly"
"""What may stand in a posture besides its joints."""

START = "start"
PHASES = tuple(phase.value for phase in PhaseName)

MOST_POSTURES = 64
"""The most that a figure has, and that one phase passes through."""

MOST_PROPS = 32
FARTHEST = 10.0
"""How far from 0 a point may be, in body units."""

ENDS: dict[PropKind, tuple[int, int]] = {
    PropKind.MAT: (2, 2),
    PropKind.FLOOR: (2, 2),
    PropKind.WALL: (1, 1),
    PropKind.CHAIR: (1, 1),
    PropKind.DOORWAY: (2, 2),
    PropKind.DESK: (1, 1),
    PropKind.CUSHION: (2, 2),
    PropKind.BED: (2, 2),
    PropKind.BAND: (2, 8),
}
"""The fewest and the most ends of each prop."""
