"""Sizes: a few type sizes far apart, and the space between things. All in pixels at 1x.

Everything grows with the font that the person chose for the system, so large text needs no
setting of our own.
"""

from dataclasses import dataclass

_TALL = 1.2
_USUAL_FONT = 13.0  # pixels of a desktop's font where nobody changed it


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes from the largest to the smallest, and ``unit``, a quarter of a gap."""

    number: int
    display: int
    title: int
    lead: int
    body: int
    small: int
    unit: int
    scale: float = 1.0

    def scaled(self, pixels: float) -> int:
        """A measure that grows with the text, from its size at 1x."""
        return round(pixels * self.scale)

    def stacked(self, width: int, height: int, below: int) -> bool:
        """Whether two halves go under each other: there is less width than ``below``, at 1x,
        and more height than width to make up for it.
        """
        return width < self.scaled(below) and width < height * _TALL

    def gap(self, quarters: float) -> int:
        """A space of so many units."""
        return round(self.unit * quarters)


def sizes_for(font_pixels: float) -> Sizes:
    """The sizes that go with a system font of ``font_pixels``; never smaller than our own."""
    scale = max(1.0, font_pixels / _USUAL_FONT)
    return Sizes(
        number=round(96 * scale),
        display=round(58 * scale),
        title=round(28 * scale),
        lead=round(20 * scale),
        body=round(15 * scale),
        small=round(13 * scale),
        unit=round(4 * scale),
        scale=scale,
    )
