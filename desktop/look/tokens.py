"""The measures that all pages share: type, space, corners, strokes and motion, each a frozen value.

The one place for these numbers; elsewhere they are named. Pixels are at 1x and for a system font
of the usual size. Colours stand beside this, in ``colors``.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Few sizes, far apart, in pixels: weight and space order a page, not many sizes."""

    number: int = 96
    display: int = 58
    title: int = 28
    lead: int = 20
    body: int = 15
    small: int = 13


@dataclass(frozen=True, slots=True)
class Corners:
    """Radii in pixels. They do not grow with the text: a corner is a manner, not a measure."""

    card: int = 16
    control: int = 12
    inset: int = 8
    """What lies inside a card."""
    box: int = 6
    """A box that one ticks."""
    thumb: int = 4
    """A scroll bar's handle."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """Widths of lines in pixels. ``clear`` is whether each control and card has a strong edge."""

    edge: int
    ring: int
    """Around what has the keyboard."""
    clear: bool = False


def ease(share: float) -> float:
    """A motion's place at ``share`` of its time, both from 0 to 1: slow, faster, slow again."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


@dataclass(frozen=True, slots=True)
class Motion:
    """How long things move, in milliseconds; 0 is at once. ``moves`` is False where one asked
    for stillness: then nothing travels, grows or fades by itself.
    """

    come: int
    leave: int
    change: int
    """One thing becoming another where it stands."""
    moves: bool = True
    ease: Callable[[float], float] = ease


TYPE = TypeScale()
UNIT = 4
"""A quarter of a gap: all space is counted in these."""
CORNERS = Corners()
STROKES = Strokes(edge=1, ring=2)
CLEAR_STROKES = Strokes(edge=2, ring=3, clear=True)
MOTION = Motion(come=260, leave=200, change=180)
STILL = Motion(come=0, leave=0, change=0, moves=False)
