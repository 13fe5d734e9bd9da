"""What can be wrong with a routine file, as values: never as exceptions, never as sentences.

A problem names its message and the values that belong in it; ``desktop.words.problems`` turns
both into a sentence in the person's language, for the window and the terminal alike.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Level(Enum):
    """How bad it is. Errors keep a file from playing; warnings do not."""

    ERROR = auto()
    WARNING = auto()


class Message(Enum):
    """Every message the reader can give. The comment says which values come with it."""

    # The file as a whole
    CANNOT_READ = auto()  # reason
    TOO_LARGE = auto()  # most (KiB)
    MUCH_TOO_LARGE = auto()  # most (KiB); of a figure or a reminder
    NOT_TEXT = auto()
    NOT_UTF8 = auto()
    UTF16 = auto()
    RENAME_TO_YAML = auto()  # name
    EMPTY_FILE = auto()
    NOT_A_ROUTINE = auto()
    MISSING_KEY = auto()  # key
    # The text as YAML
    TAB_INDENT = auto()
    UNPRINTABLE = auto()  # code
    NOT_YAML = auto()  # reason
    YAML_COLON = auto()
    YAML_QUOTE = auto()
    YAML_INDENT = auto()
    YAML_START = auto()  # character
    YAML_BRACKET = auto()
    TOO_DEEP = auto()
    ANCHOR = auto()  # name
    ALIAS = auto()  # name
    TAG = auto()  # tag
    SECOND_DOCUMENT = auto()
    # Keys
    UNKNOWN_KEY = auto()  # key, known
    DUPLICATE_KEY = auto()  # key, first (line)
    KEY_NOT_HERE = auto()  # key, verb
    KEY_NEEDS = auto()  # key, needed
    KEY_NOT_A_WORD = auto()
    # Values
    WANTS_TEXT = auto()  # key
    WANTS_LIST = auto()  # key
    WANTS_KEYS = auto()  # key
    EMPTY_VALUE = auto()  # key
    EMPTY_ITEM = auto()  # key, number (from 1)
    EMPTY_LIST = auto()  # key
    TOO_FEW = auto()  # key, least
    BAD_VALUE = auto()  # key, value, known
    BAD_DURATION = auto()  # value
    NO_UNIT = auto()  # value
    NEGATIVE = auto()  # value
    ZERO = auto()  # key
    OVER_FOUR_HOURS = auto()  # value
    COUNT_TOO_LARGE = auto()  # value
    BAD_COUNT = auto()  # key, value
    BAD_TEMPO = auto()  # value
    BAD_PATTERN = auto()  # value
    BAD_NAME = auto()  # value
    # Steps
    NO_VERB = auto()  # known
    TWO_VERBS = auto()  # first, second
    NO_LENGTH = auto()  # verb, lengths
    TWO_LENGTHS = auto()  # first, second
    BAD_CUE_KEY = auto()  # key
    CUE_WITHOUT_PHASE = auto()  # key
    PHASE_ONE_OF = auto()
    INCLUDE_NOT_FOUND = auto()  # id
    INCLUDE_BROKEN = auto()  # id, line
    INCLUDE_CYCLE = auto()  # chain
    TOO_NESTED = auto()  # most
    TOO_MANY_STEPS = auto()  # most
    ROUTINE_TOO_LONG = auto()  # hours
    # Reminders
    EMPTY_REMINDER = auto()
    NOT_A_REMINDER = auto()
    NO_RHYTHM = auto()  # known
    TWO_RHYTHMS = auto()  # first, second
    TOO_OFTEN = auto()  # value, least
    BAD_CLOCK = auto()  # value
    BAD_HOURS = auto()  # value
    BAD_EVENT = auto()  # key, value, example
    UNKNOWN_OFFER = auto()  # id
    NOTE_TOO_LONG = auto()  # words, most (a warning)
    # Figures
    EMPTY_FIGURE = auto()
    NOT_A_FIGURE = auto()
    TOO_MANY_POSTURES = auto()  # count, most
    TOO_MANY_PROPS = auto()  # most
    MISSING_JOINTS = auto()  # posture, joints
    JOINTS_OF_SOME = auto()  # posture, joints
    UNKNOWN_JOINT = auto()  # joint, known
    JOINT_OF_OTHER_VIEW = auto()  # joint, view, known (may be empty)
    BAD_POINT = auto()  # key
    BAD_NUMBER = auto()  # value
    TOO_FAR_OUT = auto()  # value, most
    BAD_SHARE = auto()  # key, value
    ZERO_LENGTH = auto()  # posture, first, second
    UNKNOWN_POSTURE = auto()  # posture, known
    NOT_A_POSTURE = auto()  # key
    LIKE_ITSELF = auto()  # chain
    UNKNOWN_PROP = auto()  # prop, known
    WRONG_ENDS = auto()  # prop, ends
    NOT_A_PROP = auto()
    LIMB_CHANGES = auto()  # limb, here, there, posture (a warning)
    LIMB_UNLIKELY = auto()  # limb, here, usual (a warning)
    BELOW_FLOOR = auto()  # below (a warning)
    LOOP_STAYS = auto()  # posture (a warning)
    HALF_PAIR = auto()  # key, needed (a warning)
    FIGURE_ELSEWHERE = auto()  # a warning where figures are checked
    ROUTINE_ELSEWHERE = auto()  # (a warning)
    SAME_BUT_CASE = auto()  # name (a warning)
    # Warnings
    TOO_MANY_HELD_BREATHS = auto()  # pattern, count, most
    LONG_BREATH_HOLD = auto()  # seconds, most
    TOO_MUCH_TO_SAY = auto()  # key, needed, available
    CUE_AFTER_END = auto()  # key, length
    FIGURE_NOT_FOUND = auto()  # figure
    FIGURE_BROKEN = auto()  # figure, line
    FLOOR_WITHOUT_CAUTIONS = auto()


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a single value, before anyone knows where it stands.

    ``instead`` is what the person most likely meant, ready to be typed; empty if unknown.
    """

    message: Message
    values: Mapping[str, str] = field(default_factory=dict)
    instead: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, with its place in the file. Sorts by place.

    ``line`` and ``column`` count from 1; ``width`` is how many characters are meant. ``excerpt``
    is the person's own line, cut where it is endless. ``instead`` is as in ``Flaw``.
    """

    line: int
    column: int
    width: int = field(compare=False)
    level: Level = field(compare=False)
    message: Message = field(compare=False)
    values: Mapping[str, str] = field(compare=False)
    instead: str = field(compare=False, default="")
    excerpt: str = field(compare=False, default="")


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of ``problems`` keeps the file from playing."""
    return any(problem.level is Level.ERROR for problem in problems)


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` that a person who typed ``word`` most likely meant, or ``""``.

    A difference in case or in separators alone always counts as the same word.
    """
    known = tuple(known)
    plain = {_bare(each): each for each in reversed(known)}
    close = difflib.get_close_matches(_bare(word), plain, n=1, cutoff=0.6)
    return plain[close[0]] if close else ""


def _bare(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
