"""What the cards about one's data show and tell, as plain values. No Qt, and nothing of the data
itself but how much of it there is.
"""

from dataclasses import dataclass
from datetime import date

EVERYTHING = "everything"
"""The word for all that is kept, where else the word of a kind stands."""

Doomed = date | str
"""What is to be deleted: a day, the word of a kind, or ``EVERYTHING``."""


@dataclass(frozen=True, slots=True)
class DataShown:
    """Sentences. ``problem`` is why something is not kept or cannot be read, if so."""

    kept: str
    place: str
    copies: str
    way_back: str
    has_copies: bool = False
    problem: str = ""
