"""How a document looks that is printed as well as shown: letters and their colours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """``size`` is in points on paper, else in pixels; no ``family`` is the system's own font.

    As it is made, it is for paper: black, and two greys that a copier keeps.
    """

    family: str = ""
    size: float = 10.5
    on_paper: bool = True
    text: str = "#000000"
    soft: str = "#444444"
    line: str = "#888888"
