"""Which figure a step shows, and its pose at a moment. No Qt in here."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from routines.figures.model import Box, Figure, Pose
from routines.figures.motion import pose_at, still_pose
from routines.figures.shelf import Shelf
from routines.figures.ways import room_of
from routines.timeline import Segment


class ShownFigure(NamedTuple):
    """A body at a moment, and the room that its figure takes in all its moments."""

    pose: Pose
    room: Box


Figures = Callable[[Segment, float], ShownFigure | None]
"""What is shown so many seconds into a segment; None where there is no figure."""


def no_figures(_segment: Segment, _offset: float) -> ShownFigure | None:
    return None


class FiguresOnShelf:
    """The figures of one routine, whose file lies in the folder ``beside``.

    Each is looked for once: a file that changes meanwhile is followed the next time it is played.
    While ``moves`` says no, a figure stands in the posture that says most.
    """

    def __init__(
        self, shelf: Shelf, beside: Path | None, moves: Callable[[], bool] = lambda: True
    ) -> None:
        self._shelf = shelf
        self._beside = beside
        self._moves = moves
        self._found: dict[str, Figure | None] = {}

    def __call__(self, segment: Segment, offset: float) -> ShownFigure | None:
        name = segment.step.figure
        if not name:
            return None
        if name not in self._found:
            self._found[name] = self._shelf.figure(name, self._beside)
        figure = self._found[name]
        if figure is None:
            return None
        pose = pose_at(figure, segment, offset) if self._moves() else still_pose(figure)
        return ShownFigure(pose, room_of(figure))
