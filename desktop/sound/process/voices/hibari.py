"""The neural voice of hibari-tts, the optional extra ``unbrace[voice]``: English, no network.

Only the voice that comes in its package is used, and those that are already there: it would fetch
others by itself, and we never go online.
"""

import importlib
import importlib.util
from typing import Any

from desktop.sound.messages import EngineVoice, Trouble
from desktop.sound.process.voices.engine import EngineError, Speech
from desktop.sound.tongue import ENGLISH, base_of

_MODULE = "hibari"


class Hibari:
    """Loads its model with the first sentence: about 100 MB, in this process only."""

    id = "hibari"
    name = "Hibari"
    package = "unbrace[voice]"

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def is_here(self) -> bool:
        return all(importlib.util.find_spec(each) for each in (_MODULE, "onnxruntime"))

    def voices(self) -> tuple[EngineVoice, ...]:
        if not self.is_here():
            return ()
        module = importlib.import_module(f"{_MODULE}.voices")
        return tuple(
            EngineVoice(name, name.capitalize(), "en-GB" if about.get("british") else "en-US")
            for name, about in module.VOICES.items()
            if _is_there(module, name)
        )

    def voice_for(self, language: str) -> str | None:
        return "" if base_of(language) == ENGLISH else None

    def speak(self, text: str, voice: str, rate: float) -> Speech:
        try:
            speaker = self._speaker(voice)
            found = speaker(text, speed=min(2.0, max(0.5, rate)), seed=1)
        except Exception:  # noqa: BLE001 - whatever a library of others throws costs the voice alone
            raise EngineError(Trouble.VOICE_FAILED) from None
        return Speech(found, int(speaker.sample_rate))

    def stop(self) -> None:
        """A sentence takes about 30 ms and cannot be broken off."""

    def _speaker(self, voice: str) -> Any:
        module = importlib.import_module(f"{_MODULE}.voices")
        name = voice if voice in module.VOICES and _is_there(module, voice) else module.DEFAULT
        if name not in self._loaded:
            self._loaded = {name: importlib.import_module(_MODULE).Hibari(voice=name)}
        return self._loaded[name]


def _is_there(module: Any, name: str) -> bool:
    try:
        module.voice_path(name, download_missing=False)
    except (OSError, ValueError):
        return False
    return True
