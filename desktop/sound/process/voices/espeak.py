"""espeak-ng, as a program that writes sound: about 15 ms a sentence, a hundred languages."""

import re
import shutil
from collections.abc import Sequence

from desktop.sound.messages import EngineVoice
from desktop.sound.process.voices.engine import SECONDS, EngineError, Speech, best_for
from desktop.sound.process.voices.program import Program
from desktop.sound.process.voices.wav import speech_of_wav
from desktop.sound.tongue import ENGLISH, base_of

WORDS_A_MINUTE = 160
"""A calm pace; espeak-ng's own is 175."""

_USUAL = "en"
_NO_SERVER = {"PULSE_SERVER": "unix:/dev/null"}
"""It greets the sound server even where it plays nothing, and would hang with one that hangs."""

_VOICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]{0,62}")
_LINE = re.compile(r"\s*\d+\s+(?P<id>\S+)\s+\S+\s+(?P<name>\S+)")


class Espeak:
    """Speaks with the language or voice of an id such as "en-gb", or "en-us+f3"."""

    id = "espeak-ng"
    name = "espeak-ng"
    package = "espeak-ng"

    def __init__(self, argv: Sequence[str] = ("espeak-ng",), seconds: float = SECONDS) -> None:
        self._argv = tuple(argv)
        self._program = Program(seconds, _NO_SERVER)
        self._known: tuple[EngineVoice, ...] = ()

    def is_here(self) -> bool:
        return shutil.which(self._argv[0]) is not None

    def voices(self) -> tuple[EngineVoice, ...]:
        try:
            listed = (
                Program(env=_NO_SERVER).run([*self._argv, "--voices"]).decode("utf-8", "replace")
            )
        except EngineError:
            return ()
        found = [_LINE.match(line) for line in listed.splitlines()[1:]]
        return tuple(
            EngineVoice(each["id"], each["name"].replace("_", " "), each["id"])
            for each in found
            if each is not None
        )

    def voice_for(self, language: str) -> str | None:
        if language.casefold() == ENGLISH:
            return _USUAL
        self._known = self._known or self.voices()
        if base_of(language) == ENGLISH:  # of its kinds none is more usual than another
            return next((e.id for e in self._known if e.id == language.casefold()), _USUAL)
        return best_for(language, self._known)

    def speak(self, text: str, voice: str, rate: float) -> Speech:
        pace = min(450, max(80, round(WORDS_A_MINUTE * rate)))
        known = voice if _VOICE.fullmatch(voice) else _USUAL
        options = ["--stdin", "--stdout", "-b", "1", "-s", str(pace), "-v", known]
        # What stands in double brackets would be read as phonemes.
        return speech_of_wav(self._program.run([*self._argv, *options], text.replace("[[", "[")))

    def stop(self) -> None:
        self._program.stop()
