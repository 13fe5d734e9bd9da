"""A figure as it is handed to whoever paints it. No Qt in here."""

from typing import NamedTuple

from routines.figures.model import Box, Figure, Pose
from routines.figures.motion import still_pose
from routines.figures.ways import room_of


class ShownFigure(NamedTuple):
    """A body at a moment, and the room that its figure takes in all its moments."""

    pose: Pose
    room: Box


def still(figure: Figure) -> ShownFigure:
    """The figure in the posture that says most."""
    return ShownFigure(still_pose(figure), room_of(figure))
