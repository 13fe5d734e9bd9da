"""Where the note lies: a corner of a monitor and how far from it. Pure sums, without Qt.

All lengths are Qt's device-independent pixels. A place is kept as monitor and distance from the
nearest corner, so that it still means the same after the resolution or a panel has changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

MARGIN = 4
"""Pixels between the note's shadow and the edges of the monitor, until it is dragged elsewhere."""


class Corner(Enum):
    """A corner of a monitor; the value is the word that settings keep."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"

    @property
    def is_right(self) -> bool:
        return self in (Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT)

    @property
    def is_bottom(self) -> bool:
        return self in (Corner.BOTTOM_LEFT, Corner.BOTTOM_RIGHT)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the desk."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.y + self.height

    def holds(self, x: int, y: int) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Monitor:
    """A monitor's name and the part of it that no panel covers."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Place:
    """A corner of a monitor, and the distance of the note's same corner from it, inwards.

    A monitor that is not there, or no name, stands for the first one there is.
    """

    monitor: str = ""
    corner: Corner = Corner.BOTTOM_RIGHT
    dx: int = MARGIN
    dy: int = MARGIN


def box_at(place: Place, width: int, height: int, monitors: Sequence[Monitor]) -> Box:
    """Where a note of this size lies: always whole on one monitor, as far as that is large enough.

    ``monitors`` has at least one, the first being the main one.
    """
    found = next((each for each in monitors if each.name == place.monitor), monitors[0])
    box = found.box
    x = box.right - width - place.dx if place.corner.is_right else box.x + place.dx
    y = box.bottom - height - place.dy if place.corner.is_bottom else box.y + place.dy
    return within(Box(x, y, width, height), box)


def place_of(note: Box, monitors: Sequence[Monitor]) -> Place:
    """The place of a note that lies at ``note``: on the monitor that holds the most of it."""
    found = max(monitors, key=lambda each: _overlap(note, each.box))
    box = found.box
    is_right = note.x + note.right > box.x + box.right
    is_bottom = note.y + note.bottom > box.y + box.bottom
    corner = next(
        each for each in Corner if each.is_right is is_right and each.is_bottom is is_bottom
    )
    dx = box.right - note.right if is_right else note.x - box.x
    dy = box.bottom - note.bottom if is_bottom else note.y - box.y
    return Place(found.name, corner, max(0, dx), max(0, dy))


def within(note: Box, box: Box) -> Box:
    """``note`` moved so that it lies in ``box``; its top left corner at least."""
    x = max(box.x, min(note.x, box.right - note.width))
    y = max(box.y, min(note.y, box.bottom - note.height))
    return Box(x, y, note.width, note.height)


def _overlap(one: Box, other: Box) -> int:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0, width) * max(0, height)
