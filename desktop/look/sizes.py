"""Sizes: the type scale and the space between things, as they are in force. All in pixels at 1x.

Everything grows with the font that the person chose for the system, and by as much again as they
ask of the program.
"""

from dataclasses import dataclass

from desktop.look.tokens import STROKES, TYPE, UNIT, Strokes

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
    strokes: Strokes = STROKES

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


def sizes_for(font_pixels: float, text_scale: float = 1.0, strokes: Strokes = STROKES) -> Sizes:
    """The sizes that go with a system font of ``font_pixels``, ``text_scale`` times as large;
    never smaller than our own.
    """
    scale = max(1.0, font_pixels / _USUAL_FONT) * text_scale
    return Sizes(
        number=round(TYPE.number * scale),
        display=round(TYPE.display * scale),
        title=round(TYPE.title * scale),
        lead=round(TYPE.lead * scale),
        body=round(TYPE.body * scale),
        small=round(TYPE.small * scale),
        unit=round(UNIT * scale),
        scale=scale,
        strokes=strokes,
    )
