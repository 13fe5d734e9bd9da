"""Renders the bells into desktop/sound/sounds: `python tools/make_sounds.py [FOLDER]`.

The committed files are what this makes; change a sound here, run it, and commit both. It makes
the same samples each time.

A singing bowl's partials are not harmonic: they stand about as 1 : 2.8 : 5.2 : 8.2 : 11.6, die
away the sooner the higher they are, and each is a pair, since no bowl is quite round; the pairs
beat slowly. That is what makes it warm and unlike a beep.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 24_000
"""Samples a second: nothing in here is higher than 10 kHz, and the files are half as large."""

FOLDER = Path(__file__).parent.parent / "desktop" / "sound" / "sounds"

Samples = NDArray[np.float64]

BOWL = ((1.0, 1.0), (2.77, 0.42), (5.18, 0.16), (8.16, 0.05), (11.6, 0.018))
"""Each partial's place over the lowest, and its strength."""


def decibels(level: float) -> float:
    return float(10 ** (level / 20))


def times(seconds: float) -> Samples:
    return np.arange(round(seconds * RATE)) / RATE


def bowl(pitch: float, seconds: float, ring: float, beat: float, mallet: float = 0.03) -> Samples:
    """A struck bowl. ``ring`` is in how many seconds its lowest partial falls to a third.

    ``beat`` is how often a second the lowest partial swells, ``mallet`` the felt's soft thud.
    """
    t = times(seconds)
    sound = np.zeros_like(t)
    for number, (ratio, strength) in enumerate(BOWL):
        fall = np.exp(-t / (ring / ratio**0.75))
        apart = beat * (1 + 0.35 * number) / 2
        turn = 2 * np.pi * t
        pair = np.sin(turn * (pitch * ratio - apart)) + 0.55 * np.sin(
            turn * (pitch * ratio + apart)
        )
        # The higher partials are there at once, the lowest take a moment, as in a real bowl.
        rise = 1 - np.exp(-t / (0.012 / ratio))
        sound += strength * fall * rise * pair
    thud = low_noise(len(t), 900.0, seed=round(pitch)) * np.exp(-t / 0.012)
    return sound + mallet * thud / np.abs(thud).max()


def low_noise(count: int, cut: float, seed: int, floor: float = 0.0) -> Samples:
    """Noise between ``floor`` and ``cut`` Hz, with soft borders."""
    random = np.random.default_rng(seed)
    spectrum = np.fft.rfft(random.standard_normal(count))
    pitch = np.fft.rfftfreq(count, 1 / RATE)
    shape = 1 / (1 + (pitch / cut) ** 4)
    if floor:
        shape = shape * (1 - 1 / (1 + (pitch / floor) ** 4))
    return np.fft.irfft(spectrum * shape, count)


def mellow(pitch: float, seconds: float, ring: float) -> Samples:
    """A soft wooden bar with a tube under it: nearly a sine, with a touch of its fourth."""
    t = times(seconds)
    turn = 2 * np.pi * pitch * t
    body = np.sin(turn) * np.exp(-t / ring) + 0.12 * np.sin(3.98 * turn) * np.exp(-t / (ring / 5))
    return body * (1 - np.exp(-t / 0.004))


def late(sound: Samples, seconds: float, whole: float) -> Samples:
    """The sound after a silence of ``seconds``, in a length of ``whole`` seconds."""
    found = np.zeros(round(whole * RATE))
    begin = round(seconds * RATE)
    part = sound[: len(found) - begin]
    found[begin : begin + len(part)] = part
    return found


def finished(sound: Samples, peak: float) -> Samples:
    """With its greatest level at ``peak`` decibels, from nothing and to nothing."""
    rise = round(0.002 * RATE)
    fall = len(sound) // 5
    sound[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    sound[-fall:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(1, fall + 1) / fall)
    return sound * (decibels(peak) / float(np.abs(sound).max()))


def begin() -> Samples:
    return finished(bowl(196.0, 4.8, ring=1.9, beat=0.9), -9.0)


def following() -> Samples:
    return finished(bowl(440.0, 2.0, ring=0.75, beat=1.3), -13.0)


def end() -> Samples:
    high = bowl(349.2, 3.4, ring=0.8, beat=1.1)
    low = bowl(261.6, 3.0, ring=0.95, beat=0.8)
    return finished(late(high, 0.0, 3.6) + late(low, 0.5, 3.6), -10.0)


def halfway() -> Samples:
    return finished(bowl(554.4, 1.6, ring=0.55, beat=1.6, mallet=0.0), -20.0)


def tick() -> Samples:
    t = times(0.06)
    wood = np.sin(2 * np.pi * 540 * t) * np.exp(-t / 0.011)
    wood += 0.35 * np.sin(2 * np.pi * 1310 * t) * np.exp(-t / 0.006)
    knock = low_noise(len(t), 1800.0, seed=5) * np.exp(-t / 0.003)
    return finished(wood + 0.2 * knock / np.abs(knock).max(), -17.0)


def switch() -> Samples:
    low, high = mellow(293.7, 1.0, 0.22), mellow(440.0, 1.1, 0.28)
    return finished(late(low, 0.0, 1.3) + late(high, 0.24, 1.3), -14.0)


def close() -> Samples:
    return finished(bowl(138.6, 8.0, ring=3.0, beat=0.55), -9.0)


def note() -> Samples:
    """Paper that is laid down: a slide of many small creases, and a soft landing."""
    t = times(0.4)
    random = np.random.default_rng(11)
    creases = np.zeros_like(t)
    for moment in np.sort(random.uniform(0.0, 0.3, 26)):
        since = t - moment
        creases += random.uniform(0.2, 1.0) * np.where(since > 0, np.exp(-since / 0.006), 0.0)
    slide = low_noise(len(t), 5200.0, seed=12, floor=900.0) * (0.25 + creases)
    slide = slide * np.sin(np.pi * np.minimum(1.0, (t + 0.08) / 0.48)) ** 0.7
    return finished(slide, -23.0)


SOUNDS: dict[str, Callable[[], Samples]] = {
    "begin": begin,
    "next": following,
    "end": end,
    "halfway": halfway,
    "tick": tick,
    "switch": switch,
    "close": close,
    "note": note,
}


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SOUNDS.items():
        soundfile.write(folder / f"{name}.flac", make(), RATE, subtype="PCM_16")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
