"""What every engine can do, and how one fails."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.sound.messages import EngineVoice, Trouble
from desktop.sound.model import Wishes
from desktop.sound.process.pcm import Pcm, Voice
from desktop.sound.tongue import base_of

SECONDS = 3.0
"""How long an engine may take for a sentence."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Samples of one channel as an engine gives them, ``rate`` a second."""

    samples: Pcm
    rate: int


class EngineError(Exception):
    """An engine has failed. ``trouble`` says how, for the person."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


_OTHER_NAMES = {"zh": "cmn", "no": "nb", "nn": "nb", "iw": "he", "in": "id"}


def best_for(language: str, voices: Sequence[EngineVoice]) -> str | None:
    """The voice of just that tag, else of the language as such, else of one of its kinds."""
    wanted = language.replace("_", "-").casefold()
    base = base_of(wanted)
    known = [(each.language.replace("_", "-").casefold(), each.id) for each in voices]
    for sought in (wanted, base, _OTHER_NAMES.get(base, base)):
        if (found := next((id_ for tag, id_ in known if tag == sought), None)) is not None:
            return found
    return next((id_ for tag, id_ in known if base_of(tag) == base), None)


class LiveVoice(Voice, Protocol):
    """The mixer's voice, with what the process tells it while it sounds."""

    def use(self, wishes: Wishes) -> None:
        """Speak as is wished from now on."""
        ...

    def begin(self, text: str) -> None:
        """``text`` is heard from now on: for those who give no samples and speak by themselves."""
        ...

    def stop(self) -> None:
        """All is cleared: be silent at once."""
        ...

    def close(self) -> None:
        """The voice is over: what waits is given up, a program that runs is ended."""
        ...


class SpeechEngine(Protocol):
    """A way to speak. Nothing of it is loaded or started before `speak` is called."""

    id: str
    name: str
    package: str
    """What to install where it is missing."""

    def is_here(self) -> bool:
        """Whether it is installed; whether it works is known once it has spoken."""
        ...

    def voices(self) -> tuple[EngineVoice, ...]:
        """What it can speak with; none where it cannot tell."""
        ...

    def voice_for(self, language: str) -> str | None:
        """The id of its voice for a tag such as "de" or "pt-BR", empty for its usual one; None
        if it does not speak that.
        """
        ...

    def speak(self, text: str, voice: str, rate: float) -> Speech:
        """``text``, spoken by ``voice`` (empty for its usual one) at ``rate``, 1 as usual.

        Takes as long as it takes, `SECONDS` at most. Raises `EngineError`.
        """
        ...

    def stop(self) -> None:
        """Give up what is being spoken, from any thread: the program ends."""
        ...
