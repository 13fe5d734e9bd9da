"""What is to be heard and when: plain values, shared by window, sound process and rendering.

A *score* is a tuple of events whose times are seconds from the start of what is scored: a segment,
or a whole routine. Nothing in here knows an engine, a device or Qt.
"""

from dataclasses import dataclass
from enum import Enum

from routines.model import Phase


class Bell(Enum):
    """A short sound of our own. The value is its file's name in ``desktop/sound/sounds``."""

    BEGIN = "begin"  # the routine begins, a bowl
    NEXT = "next"  # a step's work begins, a softer bowl
    END = "end"  # a step's work is done
    HALFWAY = "halfway"
    TICK = "tick"  # the last three seconds before a change
    SWITCH = "switch"  # change sides
    CLOSE = "close"  # the whole routine is over
    NOTE = "note"  # a paper note comes


class Talk(Enum):
    """How much the voice says. The value is the settings file's word."""

    EVERYTHING = "everything"
    NAMES = "names"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Ring:
    """``bell`` is struck ``at`` seconds."""

    at: float
    bell: Bell


@dataclass(frozen=True, slots=True)
class Say:
    """The voice begins ``text`` ``at`` seconds and has to be silent ``until``.

    ``shorter`` are texts to say in its place, longest first, where it would last too long; where
    none fits, nothing is said. ``until`` is infinite where nothing follows.
    """

    at: float
    text: str
    until: float
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Swell:
    """The sound of breaths or reps: ``count`` times ``phases``, the first beginning ``at`` seconds.

    ``is_breath`` tells the swell of a breath from the softer there-and-back of a rep.
    """

    at: float
    phases: tuple[Phase, ...]
    count: int
    is_breath: bool

    @property
    def seconds(self) -> float:
        return self.count * sum(phase.seconds for phase in self.phases)


Event = Ring | Say | Swell
Score = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How it should sound. Volumes are from 0 to 1; ``rate`` is the voice's speed, 1 as usual.

    ``engine``, ``voice`` and ``device`` are ids, empty for the best there is. ``count_reps`` has
    the voice count reps aloud.
    """

    mute: bool = False
    bells: float = 0.7
    swell: float = 0.4
    voice_volume: float = 0.9
    talk: Talk = Talk.EVERYTHING
    rate: float = 1.0
    engine: str = ""
    voice: str = ""
    device: str = ""
    count_reps: bool = False
