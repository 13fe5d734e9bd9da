"""What the window and the sound process tell each other: pure values, which `lines` writes.

Times are seconds of `Clock.monotonic`, which is one and the same for all processes of a machine.
"""

from dataclasses import dataclass, field
from enum import Enum

from desktop.sound.model import Bell, Score, Wishes

# ---------------------------------------------------------------- from the window


@dataclass(frozen=True, slots=True)
class Begin:
    """The first line, and again whenever the wishes change."""

    wishes: Wishes


@dataclass(frozen=True, slots=True)
class Piece:
    """A score to play: its second 0 is at the moment ``start``, and may be past.

    ``speed`` 2 plays it in half of its time. ``number`` names it; a piece whose number is known
    takes the other's place. ``language`` is the tag of what is said in it, such as "pt-BR".
    """

    number: int
    score: Score
    start: float
    speed: float = 1.0
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Clear:
    """All pieces are over, what sounds fades away at once."""


@dataclass(frozen=True, slots=True)
class TryBell:
    """Strike a bell now, for the settings page."""

    bell: Bell


@dataclass(frozen=True, slots=True)
class TryVoice:
    """Say a text now, in place of what is being said."""

    text: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class AskDevices:
    """Answered by `Devices`."""


@dataclass(frozen=True, slots=True)
class AskVoices:
    """Answered by `Voices`."""


@dataclass(frozen=True, slots=True)
class AskAlive:
    """Answered by `Alive` with the same number."""

    number: int


@dataclass(frozen=True, slots=True)
class Quit:
    """The process ends. It also does when its input ends."""


Order = Begin | Piece | Clear | TryBell | TryVoice | AskDevices | AskVoices | AskAlive | Quit


# ---------------------------------------------------------------- from the sound process


class Trouble(Enum):
    """Why something is not heard. The words stand in `desktop.words.hearing`."""

    NO_LIBRARY = "no-library"  # values: package
    NO_OUTPUT = "no-output"  # no sound server and no device
    OUTPUT_LOST = "output-lost"  # the chosen device went; the usual one goes on. values: device
    NO_BELLS = "no-bells"  # our own files are damaged or missing
    NO_VOICE = "no-voice"  # no engine is there. values: package
    NO_LANGUAGE = "no-language"  # no voice here speaks it, the usual one does. values: language
    VOICE_FAILED = "voice-failed"  # values: engine
    VOICE_HANGS = "voice-hangs"  # values: engine
    RESTARTED = "restarted"  # told by the window's side: the process had to be started again
    SILENT = "silent"  # ... and after that did so again, and is left alone


@dataclass(frozen=True, slots=True)
class Unheard:
    """Something is not heard, told once."""

    trouble: Trouble
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alive:
    """``is_sounding`` is whether anything sounds or waits for its time."""

    number: int
    is_sounding: bool


class What(Enum):
    """What a `Heard` tells of."""

    BELL = "bell"
    SWELL = "swell"
    VOICE = "voice"
    LEFT_OUT = "left-out"  # a sentence that did not fit or came too late


@dataclass(frozen=True, slots=True)
class Heard:
    """``text`` (a bell's word, a sentence) comes out of the loudspeaker at the moment ``at``."""

    what: What
    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Device:
    """A loudspeaker or the like. ``id`` is the same the next time."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Devices:
    """All that can be chosen; none where there is no sound server."""

    devices: tuple[Device, ...]


@dataclass(frozen=True, slots=True)
class EngineVoice:
    """A voice of an engine. ``language`` is a tag such as "en-GB", empty if not known."""

    id: str
    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to speak. Where it is not ``here``, ``package`` would bring it."""

    id: str
    name: str
    here: bool
    package: str = ""
    voices: tuple[EngineVoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """All engines that we know, the best first."""

    engines: tuple[Engine, ...]


News = Unheard | Alive | Heard | Devices | Voices
