"""An audio file that is written block by block, and is there whole or not at all."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop.sound.process.half_files import HalfFile, clear_away
from desktop.sound.process.pcm import RATE, Pcm
from desktop.sound.rendering import Cannot, Failed, ending_of, half_of

_KINDS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".ogg": ("OGG", "VORBIS"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
}
_MOST_WAV = 2**32 - 2**20
"""Bytes; the header of a WAV has no room for more."""

_TOLERANCE = RATE // 20
"""Samples by which a file may seem longer or shorter: a lossy one begins with some of its own."""


class RenderError(Exception):
    """There will be no file."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.why.value)
        self.failed = failed


class AudioFile:
    """Under a name of its own beside ``path`` until `finish` puts it in its place."""

    def __init__(self, path: Path, seconds: float, title: str = "") -> None:
        """Raises `RenderError`."""
        self._path = _place(path)
        self._frames = 0
        self._part = half_of(self._path, os.getpid())
        kind, coding = _kind(path, seconds)
        try:
            # Made by ourselves, for a clear reason where that fails, and with the usual rights.
            clear_away(self._path.parent)
            self._half = HalfFile(self._part)
        except OSError as error:
            raise self._failed(error) from error
        try:
            self._file = _soundfile().SoundFile(
                self._part, "w", RATE, 1, subtype=coding, format=kind
            )
            if shown := title.encode("utf-8", "replace").decode().replace("\0", ""):
                self._file.title = shown
        except RuntimeError as error:
            reason = self._reason(str(error))
            self._remove()
            raise RenderError(reason) from error

    def write(self, samples: Pcm) -> None:
        """Raises `RenderError`."""
        try:
            self._file.write(samples)
        except (RuntimeError, AssertionError) as error:  # it asserts that all was written
            raise RenderError(self._reason(str(error))) from error
        self._frames += len(samples)

    def finish(self) -> None:
        """Put it in its place. Raises `RenderError`."""
        try:
            self._file.close()
            with self._part.open("rb+") as file:
                os.fsync(file.fileno())
            found = _soundfile().info(str(self._part)).frames
            if abs(found - self._frames) > _TOLERANCE:
                raise RenderError(self._reason(f"{found} of {self._frames}"))
            self._part.replace(self._path)
            self._half.let_go()
        except RuntimeError as error:
            raise RenderError(self._reason(str(error))) from error
        except OSError as error:
            raise self._failed(error) from error

    def discard(self) -> None:
        """Leave nothing; harmless once it is finished."""
        with suppress(RuntimeError):
            self._file.close()
        self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self._part.unlink(missing_ok=True)
        self._half.let_go()

    def _reason(self, otherwise: str) -> Failed:
        """The library does not tell why it could not write; the system does, asked once more."""
        try:
            with self._part.open("ab") as file:
                file.write(bytes(2**20))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            return self._failed(error).failed
        return Failed(Cannot.WRITE, {"path": str(self._path), "reason": otherwise})

    def _failed(self, error: OSError) -> RenderError:
        reason = error.strerror or str(error)
        return RenderError(Failed(Cannot.WRITE, {"path": str(self._path), "reason": reason}))


def check_place(path: Path, seconds: float) -> None:
    """Raises `RenderError` for what can be known to fail before anything is rendered."""
    _kind(path, seconds)
    _place(path)


def _place(path: Path) -> Path:
    """Where a link leads to. Only a file may be replaced: no folder, no device."""
    try:
        place = path.resolve()
        if not stat.S_ISREG(place.stat().st_mode):
            raise RenderError(Failed(Cannot.NO_FILE, {"path": str(path)}))
    except FileNotFoundError:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a ring of links, or no path at all
        reason = getattr(error, "strerror", None) or str(error)
        values = {"path": str(path), "reason": reason}
        raise RenderError(Failed(Cannot.WRITE, values)) from error
    return place


def _kind(path: Path, seconds: float) -> tuple[str, str]:
    ending = ending_of(path)
    if ending not in _KINDS:
        raise RenderError(Failed(Cannot.ENDING, {"ending": ending}))
    kind, coding = _KINDS[ending]
    soundfile = _soundfile()
    if kind not in soundfile.available_formats() or not soundfile.check_format(kind, coding):
        raise RenderError(Failed(Cannot.ENCODER, {"ending": ending}))
    if ending == ".wav" and seconds * RATE * 2 > _MOST_WAV:
        raise RenderError(Failed(Cannot.TOO_LONG, {"ending": ending}))
    return kind, coding


def _soundfile() -> Any:
    try:
        import soundfile  # noqa: PLC0415 - a missing one is said in words
    except (ImportError, OSError) as error:  # the latter without libsndfile
        raise RenderError(Failed(Cannot.LIBRARY, {"package": "soundfile"})) from error
    return soundfile
