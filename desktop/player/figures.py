"""Which figure a step shows, and its pose at a moment. No Qt in here."""

from collections.abc import Callable
from pathlib import Path

from desktop.figures.shown import ShownFigure, still
from routines.figures.model import Figure
from routines.figures.motion import pose_at
from routines.figures.shelf import Shelf
from routines.figures.ways import room_of
from routines.timeline import Segment

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
        if not self._moves():
            return still(figure)
        return ShownFigure(pose_at(figure, segment, offset), room_of(figure))
