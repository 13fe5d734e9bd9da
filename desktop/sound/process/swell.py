"""The sound of a breath or a rep: it rises and falls with the disk, and is still on holds.

How loud it is follows from the moment alone, by the same way as the disk's size (`moment_at`,
`ease`), so that the two never part. Noise stands for the air, and with a breath a soft tone that
glides with it.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.sound.model import Swell
from desktop.sound.process.pcm import RATE, Pcm, pcm
from routines.model import Cycles, PhaseName, Unit
from routines.phases import Moment, ease, moment_at

STILL = (PhaseName.HOLD, PhaseName.PAUSE)

TO_STILL = 0.2
"""Seconds in which the sound dies away where a hold begins, and comes back after it."""

STEP = 480
"""Samples between two moments whose loudness is computed; between them it goes straight."""

BREATH_LEVEL = 0.16
REP_LEVEL = 0.09
"""The noise's root mean square at its loudest, before the person's volume."""

TONE_LEVEL = 0.035
LOW, HIGH = 165.0, 220.0
"""The tone's pitch in Hz when breathed out and breathed in, a fourth apart."""

_TABLE = 2**18  # samples of noise, five seconds: longer than an ear remembers


def level(length: Cycles, offset: float) -> float:
    """How loud it is, from 0 to 1, ``offset`` seconds after the first breath or rep began."""
    if not 0.0 <= offset <= length.seconds:
        return 0.0
    moment = moment_at(length, offset)
    share = min(1.0, TO_STILL / moment.phase.seconds)
    if moment.phase.name in STILL:
        return moment.extent_before * (1.0 - ease(moment.share / share))
    found = moment.extent(ease)
    if moment.extent_before > 0.0 and _comes_from_still(length, moment):
        found *= ease(moment.share / share)
    return found


def _comes_from_still(length: Cycles, moment: Moment) -> bool:
    """Whether nothing was heard before this phase; breaths of outs alone begin full each time."""
    return moment.index == 0 or length.phases[moment.index - 1].name in STILL


def fullness(length: Cycles, offset: float) -> float:
    """How full the breath is, from 0 to 1: the tone's height."""
    return moment_at(length, offset).extent(ease)


class SwellSound:
    """A swell that goes on as time does: asked for block after block.

    A leap of time, such as after a device that was away, comes out as a short glide.
    """

    def __init__(self, swell: Swell, start: float, speed: float) -> None:
        """Its second 0 is at the moment ``start``."""
        unit = Unit.BREATH if swell.is_breath else Unit.REP
        self._length = Cycles(unit, swell.count, swell.phases)
        self._is_breath = swell.is_breath
        self._start = start
        self._speed = speed
        self._level = 0.0
        self._pitch = LOW
        self._turn = 0.0  # the tone's phase, in radians
        self._place = 0  # in the table of noise

    @property
    def end(self) -> float:
        return self._start + self._length.seconds / self._speed

    def is_over(self, moment: float) -> bool:
        return moment > self.end and self._level == 0.0

    def take(self, moment: float, count: int) -> Pcm:
        """The next ``count`` samples, the first of which is heard at ``moment``."""
        steps = max(1, -(-count // STEP))
        ends = np.minimum(np.arange(1, steps + 1) * STEP, count)
        offsets = [(moment + float(end) / RATE - self._start) * self._speed for end in ends]
        levels = np.array([self._level, *(level(self._length, each) for each in offsets)])
        self._level = float(levels[-1])
        if not levels.any():
            self._place = (self._place + count) % _TABLE
            return np.zeros(count, dtype=np.float32)
        places = np.concatenate([np.zeros(1, dtype=np.int_), ends])
        # Sample 0 comes one after the last of the block before.
        loud = pcm(np.interp(np.arange(1, count + 1), places, levels))
        return pcm(loud * self._sound(count, places, offsets, loud))

    def _sound(self, count: int, places: NDArray[np.int_], offsets: list[float], loud: Pcm) -> Pcm:
        dark, bright = _noises()
        at = np.arange(self._place, self._place + count) % _TABLE
        self._place = (self._place + count) % _TABLE
        # Louder is brighter too, as air that goes faster is; the power stays one.
        share = 0.75 * loud
        noise = dark[at] * np.sqrt(1.0 - share) + bright[at] * np.sqrt(share)
        if not self._is_breath:
            return pcm(REP_LEVEL * noise)
        heights = [fullness(self._length, each) for each in offsets]
        pitches = [self._pitch, *(LOW * (HIGH / LOW) ** each for each in heights)]
        self._pitch = pitches[-1]
        pitch = np.interp(np.arange(1, count + 1), places, pitches)
        turns = self._turn + np.cumsum(pitch) * (2 * np.pi / RATE)
        self._turn = float(turns[-1] % (2 * np.pi))
        tone = np.sin(turns) + 0.2 * np.sin(2 * turns)
        return pcm(BREATH_LEVEL * noise + TONE_LEVEL * tone)


@cache
def _noises() -> tuple[Pcm, Pcm]:
    """Two noises of one loudness that repeat without a seam: a dark and a brighter one."""
    return _noise(90.0, 420.0, seed=1), _noise(350.0, 1300.0, seed=2)


def _noise(low: float, high: float, seed: int) -> Pcm:
    random = np.random.default_rng(seed)
    pitch = np.fft.rfftfreq(_TABLE, 1 / RATE)
    with np.errstate(divide="ignore"):
        shape = 1 / (1 + (pitch / high) ** 3) / (1 + (low / pitch) ** 3)
    size = shape * random.standard_normal(len(pitch))
    spectrum = size * np.exp(2j * np.pi * random.random(len(pitch)))
    # What is made from a spectrum is periodic by itself.
    found = np.fft.irfft(spectrum, _TABLE)
    return pcm(found / found.std())
