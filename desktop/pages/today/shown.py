"""What the page Today shows, as plain values. No Qt."""

from dataclasses import dataclass, field
from enum import Enum, auto

from desktop.figures.shown import ShownFigure

SCALES = ("tension", "anxiety", "pain", "mood", "sleep")
"""What can be rated here, the usual one first."""

WITH_A_PLACE = ("tension", "pain")
"""Those that are somewhere in the body."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine that is offered. ``line`` is its length and what it takes, ``why`` one reason."""

    id: str
    name: str
    line: str
    why: str
    shown: ShownFigure | None = field(default=None, hash=False)


class Mark(Enum):
    """How a day is drawn."""

    DONE = auto()
    OPEN = auto()
    OFF = auto()
    """It asked for nothing: the person was ill or away."""


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day of the week. ``label`` stands below its dot, ``words`` say all there is about it."""

    label: str
    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class WeekShown:
    """The last seven days, today last, and the sentence that sums them up."""

    text: str
    days: tuple[DayShown, ...]


@dataclass(frozen=True, slots=True)
class TodayShown:
    """``offers`` has the best first; ``waiting`` tells of a routine that was left, or is empty;
    ``week`` is None as long as there is nothing to look back on.
    """

    date: str
    offers: tuple[Offer, ...] = ()
    waiting: str = ""
    week: WeekShown | None = None
