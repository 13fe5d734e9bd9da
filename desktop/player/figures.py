"""Which figure a step shows, and its pose at a moment. No Qt in here."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from desktop.figures.shown import ShownFigure, moved, still_at
from desktop.player.attention import glow_at
from routines.figures.model import Figure
from routines.figures.motion import pose_at
from routines.figures.shelf import Shelf
from routines.figures.ways import room_of
from routines.model import Verb
from routines.phases import ease
from routines.playback import Playback
from routines.timeline import Segment

Figures = Callable[[Segment, float], ShownFigure | None]
"""What is shown so many seconds into a segment; None where there is no figure."""


def no_figures(_segment: Segment, _offset: float) -> ShownFigure | None:
    return None


class Leaving(NamedTuple):
    """The figure that gives way to another, and the share of that which is over, from 0 to 1."""

    shown: ShownFigure
    share: float


_ALIKE = 0.01  # body units; that a body moves so little nobody sees


def leaving_at(
    playback: Playback, figures: Figures, shown: ShownFigure | None, change: float
) -> Leaving | None:
    """What ``shown`` takes the place of in the first ``change`` seconds of its segment.

    Nothing where the one goes on from where the other ends: nothing jumps there.
    """
    before, into = playback.came_from, playback.place.offset
    if shown is None or before is None or into >= change or glow_at(playback.timeline, before):
        return None
    left = figures(playback.timeline.segments[before.index], before.offset)
    begun = figures(playback.segment, 0.0)
    if left is None or begun is None or moved(left, begun) < _ALIKE:
        return None
    return Leaving(left, ease(into / change))


class FiguresOnShelf:
    """The figures of one routine, whose file lies in the folder ``beside``.

    Each is looked for once, and again after ``look_again``. One that is broken or gone by then
    stays as it was last. While ``moves`` says no, a figure stands in the posture that says most
    at that moment, and none breathes.
    """

    def __init__(
        self, shelf: Shelf, beside: Path | None, moves: Callable[[], bool] = lambda: True
    ) -> None:
        self._shelf = shelf
        self._beside = beside
        self._moves = moves
        self._found: dict[str, Figure | None] = {}

    def look_again(self) -> bool:
        """Follow files that were changed meanwhile; whether any figure looks different now."""
        before = dict(self._found)
        for name, figure in before.items():
            self._found[name] = self._shelf.figure(name, self._beside) or figure
        return self._found != before

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
            # A breath that stands still guides nobody; its number and its bar do.
            breathes = segment.step.verb is Verb.BREATHE
            return None if breathes else still_at(figure, segment, offset)
        return ShownFigure(pose_at(figure, segment, offset), room_of(figure))
