"""How often what moves has to be painted so that it is seen to move evenly."""

import math
from collections.abc import Hashable

from PySide6.QtCore import QRectF

from desktop.player.paint.breath import disk_radius, side_of_square
from desktop.player.paint.stage import stage_radius
from desktop.player.scene import Scene

_SEEN = 1.0  # device pixels
_CALM, _HURRIED = 1.2, 3.0  # device pixels a frame, at the screen's pace and at half of it


class Rhythm:
    """Whether something has moved so far that it is worth painting again.

    The longer ago it was painted, the less it takes: what moves fast goes at the screen's pace,
    a quiet breath in fewer, evenly spaced steps that are too small to see.
    """

    def __init__(self) -> None:
        self._waited = 0
        self.calm = False
        """Whether it moves so slowly that half of the screen's frames are enough."""

    def is_due(self, pixels: float) -> bool:
        """Whether to paint what is so many device pixels from where it was painted. Asked every
        frame.
        """
        self._waited += 1
        self.calm = pixels / self._waited < (_HURRIED if self.calm else _CALM)
        if pixels * self._waited < _SEEN:
            return False
        self._waited = 0
        return True

    def painted(self) -> None:
        """It has been painted for another reason."""
        self._waited = 0

    def begin_anew(self) -> None:
        """Something else has been painted meanwhile."""
        self._waited, self.calm = 0, False


class ScenePace:
    """The same for a breath, a ring or a map: for a scene without a figure."""

    def __init__(self) -> None:
        self._painted: Scene | None = None
        self._rhythm = Rhythm()

    @property
    def calm(self) -> bool:
        return self._rhythm.calm

    def is_due(self, scene: Scene, area: QRectF, ratio: float) -> bool:
        """Whether to paint ``scene`` now, in an ``area`` of logical pixels. Asked every frame."""
        before = self._painted
        if before is None:
            self._painted = scene
            return True
        due = self._rhythm.is_due(_pixels(before, scene, stage_radius(area)) * ratio)
        if not due and _told(before) != _told(scene):
            self._rhythm.painted()
            due = True
        if due:
            self._painted = scene
        return due

    def begin_anew(self) -> None:
        self._painted = None
        self._rhythm.begin_anew()


def _told(scene: Scene) -> Hashable:
    """What is there or not, and does not move: words, numbers, what shines."""
    breath = scene.breath
    told = None
    if breath is not None:
        walked = None if breath.walked is None else int(breath.walked)
        told = (breath.word, breath.left, breath.count, breath.held is None, walked)
    kinds = (scene.kind, scene.paused, scene.returning, scene.ring is None, scene.extent is None)
    return told, kinds, scene.ring_text, scene.phase_word, scene.glow


def _pixels(one: Scene, other: Scene, radius: float) -> float:
    """How far what moved farthest has moved."""
    whole = radius * 2 * math.pi
    most = max(
        _between(one.ring, other.ring) * whole,
        _between(one.extent, other.extent) * radius,
    )
    if one.breath is None or other.breath is None:
        return most
    disks = (disk_radius(one.breath, radius), disk_radius(other.breath, radius))
    return max(
        most,
        abs(disks[0] - disks[1]),
        _between(one.breath.held, other.breath.held) * whole,
        _between(one.breath.walked, other.breath.walked) * side_of_square(radius),
    )


def _between(one: float | None, other: float | None) -> float:
    """How far apart they are; what appears or goes has not moved."""
    return 0.0 if one is None or other is None else abs(one - other)
