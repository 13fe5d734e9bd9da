"""A sentence on its way to the loudspeaker: made ahead of time, and as long as there is room."""

from concurrent.futures import CancelledError, Future
from enum import Enum, auto

from desktop.sound.process.pcm import RATE, Pcm, Voice

LATEST = 0.7
MOST_LATE = 3.0
_SHARE = 0.25
"""Seconds after its time at which a sentence may still begin: more where it has much time, as the
first of a routine has, of which it is this share. A call to breathe in comes soon or not at all.
"""

SLACK = 0.05
"""Seconds that it may run over its end."""


class State(Enum):
    """Where a sentence is."""

    ASLEEP = auto()  # nobody was asked to speak it yet
    WAITS = auto()  # it is being made
    READY = auto()
    OUT = auto()  # it does not fit, or could not be made


class Sentence:
    """``texts`` are what can be said, the best first, from ``at`` until ``until``.

    ``number`` is the piece that it belongs to, ``language`` the tag of what is said; ``latest`` is
    how many seconds late it may be, by itself as much as its time allows.
    """

    def __init__(
        self,
        texts: tuple[str, ...],
        at: float,
        until: float,
        number: int | None,
        language: str = "en",
        *,
        latest: float | None = None,
    ) -> None:
        self.at = at
        self.number = number
        share = _SHARE * (until - at)
        self.latest = min(MOST_LATE, max(LATEST, share)) if latest is None else latest
        self.is_left_out = False
        self._until = until
        self._language = language
        self._all = texts
        self._left = list(texts)
        self._future: Future[Pcm] | None = None
        self._state = State.ASLEEP
        self.text = texts[0]
        self.samples: Pcm | None = None

    def prepare(self, voice: Voice) -> None:
        """Have it made, from the first text on."""
        self.drop()
        self._left = list(self._all)
        self._next(voice)

    def state(self, voice: Voice | None, moment: float) -> State:
        """How it is, if it were to begin at its time, or at ``moment`` where that is past."""
        while self._state is State.WAITS and self._future is not None and self._future.done():
            self.samples = _result(self._future)
            self._state = State.OUT if self.samples is None else State.READY
            if self.samples is not None and not self.fits(moment):
                self._next(voice)
        return self._state

    def fits(self, moment: float) -> bool:
        """Whether it is over in time."""
        if self.samples is None:
            return False
        return max(moment, self.at) + len(self.samples) / RATE <= self._until + SLACK

    def shorten(self, voice: Voice | None) -> None:
        """Have the next shorter text made, if there is one."""
        self._next(voice)

    def drop(self) -> None:
        if self._future is not None:
            self._future.cancel()
        self._future = self.samples = None
        self._state = State.OUT

    def wait(self, seconds: float) -> None:
        """Until what is being made is made: for rendering, where time stands still meanwhile."""
        if self._future is not None and self._state is State.WAITS:
            try:
                self._future.exception(seconds)
            except (TimeoutError, CancelledError):
                self.drop()

    def _next(self, voice: Voice | None) -> None:
        self.samples = None
        if voice is None or not self._left:
            self._state = State.OUT
            return
        self.text = self._left.pop(0)
        self._future = voice.prepare(self.text, self._language)
        self._state = State.WAITS


def _result(future: Future[Pcm]) -> Pcm | None:
    """What was made; None where it could not be."""
    if future.cancelled() or future.exception() is not None:
        return None
    return future.result()
