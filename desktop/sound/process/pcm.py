"""Sound as numbers, and who makes sentences of it: what mixer, bells and voices agree on."""

from concurrent.futures import Future
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Samples a second, everywhere in this process."""

Pcm = NDArray[np.float32]
"""One channel of samples at `RATE`, full scale from -1 to 1."""


def pcm(values: NDArray[Any]) -> Pcm:
    """The same numbers as samples."""
    return np.asarray(values, dtype=np.float32)


class Voice(Protocol):
    """An engine with a voice and a rate, ready to speak."""

    def prepare(self, text: str, language: str = "en") -> Future[Pcm]:
        """The spoken ``text``, later; comes back at once. ``language`` is its tag.

        What is asked for first is spoken first. A future may be cancelled while it waits. One
        that fails means that the sentence is left out; the voice has told by itself why.
        """
        ...
