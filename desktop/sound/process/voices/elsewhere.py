"""The system's own voice on macOS and on Windows, as programs. Written by their manuals, and not
yet heard by us.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from desktop.sound.messages import EngineVoice
from desktop.sound.process.voices.engine import EngineError, Speech, best_for
from desktop.sound.process.voices.espeak import WORDS_A_MINUTE
from desktop.sound.process.voices.program import Program
from desktop.sound.process.voices.wav import speech_of_wav

_SECONDS = 6.0  # both write a whole file first

_RATES = range(-10, 11)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCRIPT = """
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = [System.Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$text = [Console]::In.ReadToEnd()
$speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer
$speaker.Rate = {rate}
try {{
    $culture = [System.Globalization.CultureInfo]::GetCultureInfo('{language}')
    $speaker.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture)
}} catch {{}}
$sound = New-Object System.IO.MemoryStream
$speaker.SetOutputToWaveStream($sound)
$speaker.Speak($text)
$bytes = $sound.ToArray()
$out = [Console]::OpenStandardOutput()
$out.Write($bytes, 0, $bytes.Length)
$out.Flush()
"""


class MacSay:
    """``say`` of macOS, which writes a file."""

    id = "say"
    name = "macOS"
    package = ""

    def __init__(self) -> None:
        self._program = Program(_SECONDS)
        self._known: tuple[EngineVoice, ...] = ()

    def is_here(self) -> bool:
        return sys.platform == "darwin" and shutil.which("say") is not None

    def voices(self) -> tuple[EngineVoice, ...]:
        try:
            listed = Program(_SECONDS).run(["say", "-v", "?"]).decode("utf-8", "replace")
        except EngineError:
            return ()
        found = [line.split("#")[0].rsplit(maxsplit=1) for line in listed.splitlines()]
        return tuple(EngineVoice(each[0], each[0], each[1]) for each in found if len(each) == 2)

    def voice_for(self, language: str) -> str | None:
        self._known = self._known or self.voices()
        return best_for(language, self._known)

    def speak(self, text: str, voice: str, rate: float) -> Speech:
        with tempfile.TemporaryDirectory(prefix="unbrace-") as folder:
            path = Path(folder) / "said.wav"
            pace = str(round(WORDS_A_MINUTE * rate))
            chosen = ["-v", voice] if voice and not voice.startswith("-") else []
            options = ["-r", pace, "--file-format=WAVE", "--data-format=LEI16@22050"]
            self._program.run(["say", *chosen, *options, "-o", str(path), "-f", "-"], text)
            try:
                return speech_of_wav(path.read_bytes())
            except OSError:
                return speech_of_wav(b"")

    def stop(self) -> None:
        self._program.stop()


class WindowsSpeech:
    """The voices of Windows through PowerShell: one of the language, else the usual one."""

    id = "windows"
    name = "Windows"
    package = ""

    def __init__(self) -> None:
        self._program = Program(_SECONDS)

    def is_here(self) -> bool:
        return sys.platform == "win32" and shutil.which("powershell") is not None

    def voices(self) -> tuple[EngineVoice, ...]:
        return ()

    def voice_for(self, language: str) -> str | None:
        return language  # Windows takes its usual one where it has none

    def speak(self, text: str, voice: str, rate: float) -> Speech:
        language = voice if _LANGUAGE.fullmatch(voice) else ""
        script = _SCRIPT.format(rate=_windows_rate(rate), language=language)
        options = ["-NoProfile", "-NonInteractive", "-Command", script]
        return speech_of_wav(self._program.run(["powershell", *options], text))

    def stop(self) -> None:
        self._program.stop()


def _windows_rate(rate: float) -> int:
    """Its scale goes from -10 to 10, each end about three times as slow or fast."""
    return min(_RATES, key=lambda each: abs(3.0 ** (each / 10) - rate))
