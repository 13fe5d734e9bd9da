"""What the history keeps, as frozen values.

Every record has an ``id`` of its own (32 hexadecimal digits), so that two computers' histories can
be merged, and a moment with its offset from UTC. Which day that belongs to is asked of ``days``.
What the person wrote is left out of a record's ``repr``: no log can hold it by accident.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

SCALES = ("tension", "anxiety", "pain", "mood", "sleep")
"""What can be rated, each from 0 to 10. A higher number is more of it: better for the last two."""


class Ending(Enum):
    """How a run ended. The value is what the file holds."""

    FINISHED = "finished"
    ENDED = "ended"
    """Left before its end by the person: it counts as part-done."""
    OPEN = "open"
    """Under way, or cut off: the program died, or was closed with its place kept."""


class When(Enum):
    """Where a rating stands to a run."""

    BEFORE = "before"
    AFTER = "after"
    ALONE = "alone"


class Kind(Enum):
    """What an answer within a routine answers."""

    CHOICE = "choice"
    CHECK = "check"


class Did(Enum):
    """What became of a reminder that came."""

    STARTED = "started"
    LATER = "later"
    SKIPPED = "skipped"
    NOT_TODAY = "not-today"
    IGNORED = "ignored"


class DayOff(Enum):
    """Why a day asks for nothing."""

    SICK = "sick"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step or side of a run, practised for so many ``seconds``, or ``skipped``."""

    title: str
    seconds: float
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One routine as it was played. ``planned`` and ``done`` are seconds; ``minutes`` is what it
    was fitted to, 0 as written; ``tags`` are the routine's at that time, for kinds of practice.
    """

    id: str
    routine: str
    name: str
    began: datetime
    planned: float
    done: float = 0.0
    ending: Ending = Ending.OPEN
    steps: tuple[StepDone, ...] = ()
    minutes: float = 0.0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rating:
    """``value`` is 0 to 10 on ``scale``; ``run`` is the id of its run, empty if it stands alone.

    ``areas`` are those of the routine format, where the person said where it is.
    """

    id: str
    at: datetime
    scale: str
    value: int
    when: When = When.ALONE
    run: str = ""
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something written down. ``prompt`` is what was asked, ``routine`` the id of its routine."""

    id: str
    at: datetime
    changed: datetime
    text: str = field(repr=False)
    prompt: str = ""
    routine: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was chosen or ticked in a routine, in the routine's own words at that time."""

    id: str
    at: datetime
    kind: Kind
    prompt: str
    answers: tuple[str, ...] = field(repr=False)
    routine: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A reminder that came, and what was done with it."""

    id: str
    at: datetime
    reminder: str
    did: Did


@dataclass(frozen=True, slots=True)
class Noted:
    """The person's own answer to one of the questions about when to see someone.

    ``question`` is its id; ``answer`` is ``"yes"``, ``"no"`` or ``"later"``.
    """

    id: str
    at: datetime
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Off:
    """A day that asks for nothing; ``day`` is the local day as ``YYYY-MM-DD``."""

    id: str
    day: str
    why: DayOff


Record = Run | Rating | Entry | Answered | Outcome | Noted | Off
