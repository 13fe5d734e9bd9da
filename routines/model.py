"""What a routine is, once it has been read: frozen values without a trace of the file format.

Durations are float seconds. A routine's steps may hold ``Repeat`` groups; includes have already
been replaced by the steps they name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class PhaseName(Enum):
    """A part of one rep or one breath. The value is the word that the file format uses."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"
    THERE = "there"
    PAUSE = "pause"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a rep or a breath. ``text`` is the file's own word for it, if it has one."""

    name: PhaseName
    seconds: float
    text: str = ""


class Unit(Enum):
    """What a cycle counts."""

    REP = "rep"
    BREATH = "breath"


@dataclass(frozen=True, slots=True)
class Span:
    """A length that is a plain time."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Cycles:
    """A length that is a number of reps or breaths, each made of the same phases.

    ``most`` is the largest count that the method allows, None if it sets no limit.
    """

    unit: Unit
    count: int
    phases: tuple[Phase, ...]
    most: int | None = None

    @property
    def cycle_seconds(self) -> float:
        """How long one rep or breath takes."""
        return sum(phase.seconds for phase in self.phases)

    @property
    def seconds(self) -> float:
        return self.count * self.cycle_seconds


class Side(Enum):
    """The side of the body that works."""

    LEFT = "left"
    RIGHT = "right"


class Halfway(Enum):
    """The moment of a cue that stands at the middle of its step."""

    HALFWAY = "halfway"


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to say during a step: at a time, halfway, or whenever a phase begins."""

    when: float | Halfway | PhaseName
    text: str


class Verb(Enum):
    """What a step asks for. The value is its key in the file."""

    HOLD = "hold"
    MOVE = "move"
    BREATHE = "breathe"
    NOTICE = "notice"
    SAY = "say"
    REST = "rest"
    REPEAT = "repeat"
    INCLUDE = "include"
    WRITE = "write"
    RATE = "rate"
    CHOOSE = "choose"
    CHECK = "check"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What all steps share. ``line`` is where the step stands in its file, from 1.

    ``title`` is the words beside the verb, as typed. ``say_instead`` replaces ``text`` where it
    is spoken; None means that the text itself is. ``fixed`` steps keep their length when a
    routine is fitted to a time; ``dim`` steps darken the screen.
    """

    line: int
    verb: Verb
    title: str = ""
    text: str = ""
    say_instead: str | None = None
    cues: tuple[Cue, ...] = ()
    lead_in: float = 0.0
    halfway: bool = False
    fixed: bool = False
    dim: bool = False
    figure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(Step):
    """A step with a clock: hold, move, breathe, notice, say and rest.

    ``sides`` are done one after the other for the full length each, ``switch`` seconds apart.
    """

    length: Span | Cycles
    sides: tuple[Side, ...] = ()
    switch: float = 0.0
    area: str = ""
    easier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Step):
    """A step that waits for the person: write, rate, choose, check and wait.

    ``suggested`` is how long it might take, in seconds. ``scale`` is what a rating rates.
    ``keep`` says whether the writing belongs in the journal.
    """

    suggested: float | None = None
    keep: bool = False
    scale: str = ""
    choices: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Steps done ``count`` times, ``rest`` seconds apart."""

    line: int
    count: int
    steps: tuple["Item", ...]
    rest: float = 0.0
    fixed: bool = False


Item = Timed | Open | Repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """One routine file without errors, its includes expanded.

    ``cautions`` are those of the file and of everything it includes.
    """

    id: str
    name: str
    steps: tuple[Item, ...]
    about: str = ""
    tags: tuple[str, ...] = ()
    place: str = ""
    needs: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    ask: str = ""
    sources: tuple[str, ...] = ()


def leaves(items: tuple[Item, ...]) -> Iterator[Timed | Open]:
    """The steps themselves, each once however often it is repeated, in the file's order."""
    for item in items:
        if isinstance(item, Repeat):
            yield from leaves(item.steps)
        else:
            yield item


def played_count(items: tuple[Item, ...]) -> int:
    """How many steps are played in all, repeats counted as often as they are done."""
    return sum(
        item.count * played_count(item.steps) if isinstance(item, Repeat) else 1 for item in items
    )
