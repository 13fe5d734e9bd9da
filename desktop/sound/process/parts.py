"""What sounds at the moment, as parts that a mixer adds up, and gains that never leap."""

from typing import Protocol

import numpy as np

from desktop.sound.process.pcm import RATE, Pcm, pcm

FADE = 0.03
"""Seconds in which a part that is stopped fades away."""


class Ramp:
    """A gain that goes to its aim in a straight line."""

    def __init__(self, value: float, seconds: float) -> None:
        """``seconds`` is how long it takes from 0 to 1."""
        self._value = self._aim = value
        self._slope = 1.0 / (seconds * RATE)

    @property
    def is_zero(self) -> bool:
        return self._value == self._aim == 0.0

    def aim(self, value: float) -> None:
        self._aim = value

    def take(self, count: int) -> Pcm | float:
        """The gain for the next ``count`` samples: one number where it stands still."""
        if self._value == self._aim:
            return self._value
        way = self._slope * np.arange(1, count + 1, dtype=np.float32)
        if self._aim > self._value:
            found = np.minimum(self._value + way, self._aim)
        else:
            found = np.maximum(self._value - way, self._aim)
        self._value = self._aim if found[-1] == np.float32(self._aim) else float(found[-1])
        return pcm(found)


class Source(Protocol):
    """Something that sounds."""

    def take(self, moment: float, count: int) -> Pcm:
        """The next samples, the first of which is heard at ``moment``."""
        ...

    def is_over(self, moment: float) -> bool: ...


class Recording:
    """Samples that are played once, after a delay of ``delay`` samples."""

    def __init__(self, samples: Pcm, delay: int) -> None:
        self._samples = samples
        self._place = -delay

    def take(self, moment: float, count: int) -> Pcm:  # noqa: ARG002 - it goes on by itself
        found = np.zeros(count, dtype=np.float32)
        begin = max(0, -self._place)
        if begin < count:
            part = self._samples[self._place + begin : self._place + count]
            found[begin : begin + len(part)] = part
        self._place += count
        return found

    def is_over(self, moment: float) -> bool:  # noqa: ARG002
        return self._place >= len(self._samples)


class Part:
    """A source that can be faded away. ``number`` is the piece that it belongs to."""

    def __init__(self, source: Source, number: int | None) -> None:
        self.number = number
        self._source = source
        self._gain = Ramp(1.0, FADE)

    def fade(self) -> None:
        self._gain.aim(0.0)

    def take(self, moment: float, count: int) -> Pcm:
        return pcm(self._source.take(moment, count) * self._gain.take(count))

    def is_over(self, moment: float) -> bool:
        return self._gain.is_zero or self._source.is_over(moment)


KNEE = 0.7


def limited(samples: Pcm) -> Pcm:
    """The samples with what is louder than `KNEE` bent, so that nothing is over full scale."""
    size = np.abs(samples)
    if not len(size) or size.max() <= KNEE:
        return samples
    over = np.maximum(size - KNEE, 0.0) / (1.0 - KNEE)
    bent = np.where(size > KNEE, KNEE + (1.0 - KNEE) * np.tanh(over), size)
    return pcm(np.sign(samples) * np.minimum(bent, 0.999))
