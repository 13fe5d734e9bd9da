"""The rendered bells, as samples. `tools/make_sounds.py` makes the files."""

from pathlib import Path

import miniaudio
import numpy as np

from desktop.sound.model import Bell
from desktop.sound.process.pcm import RATE, Pcm

FOLDER = Path(__file__).parent.parent / "sounds"


class BellsError(Exception):
    """A file of ours is missing or damaged."""


class Bells:
    """Each is read when it is first struck, and kept."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._read: dict[Bell, Pcm] = {}

    def get(self, bell: Bell) -> Pcm:
        """The bell's samples. Raises `BellsError`."""
        if bell not in self._read:
            self._read[bell] = read(self._folder / f"{bell.value}.flac")
        return self._read[bell]


def read(path: Path) -> Pcm:
    """The samples of a FLAC file with one channel. Raises `BellsError`."""
    try:
        found = miniaudio.flac_read_f32(path.read_bytes())
    except (OSError, miniaudio.MiniaudioError) as error:
        raise BellsError(f"{path.name}: {error}") from error
    samples = np.frombuffer(found.samples, dtype=np.float32)
    return at_our_rate(samples, found.sample_rate)


def at_our_rate(samples: Pcm, rate: int) -> Pcm:
    """The same sound with `RATE` samples a second: exact, by its spectrum."""
    if rate == RATE or not len(samples):
        return samples
    # A silence behind it keeps the end from running into the beginning.
    padded = np.concatenate([samples, np.zeros(rate // 10, dtype=np.float32)])
    count = len(padded) * RATE // rate
    spectrum = np.fft.rfft(padded)
    found = np.fft.irfft(spectrum, count) * (count / len(padded))
    return found[: len(samples) * RATE // rate].astype(np.float32)
