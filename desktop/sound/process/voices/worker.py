"""Asks an engine for one sentence after the other, in a thread of its own, and keeps what it got.

An engine that hangs or fails is left behind, told once, and the next best one speaks.
"""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future

import numpy as np

from desktop.sound.messages import Trouble, Unheard
from desktop.sound.model import Wishes
from desktop.sound.process.bells import at_our_rate
from desktop.sound.process.pcm import Pcm
from desktop.sound.process.voices.engine import EngineError, Speech, SpeechEngine
from desktop.sound.tongue import ENGLISH

MOST_WAITING = 64
"""Sentences; a routine never plans so many ahead. What waits longest is given up first."""

MOST_KEPT = 24 * 1024 * 1024
"""Bytes of sentences that are kept, about two minutes."""

_QUIET = 0.004
"""What is softer than this at both ends of a sentence is silence, of full scale 1."""

_LOUDNESS = 0.09
"""Root of the mean square while it speaks, of full scale 1: all engines are alike loud."""

_PEAK = 0.85
_EDGE = 96
"""Samples at our rate, 2 ms, over which the cut ends fade."""

_Key = tuple[str, str, float, str]
_Asked = tuple[str, str]  # text and language


class SpeakingVoice:
    """The `Voice` of the mixer. ``engines`` are those that are here, the best first.

    ``tell`` is called from the worker's thread. ``package`` is what to install if none is here.
    """

    def __init__(
        self,
        engines: Sequence[SpeechEngine],
        wishes: Wishes,
        tell: Callable[[Unheard], None],
        package: str = "",
    ) -> None:
        self._engines = list(engines)
        self._wishes = wishes
        self._tell = tell
        self._package = package
        self._told_of_none = False
        self._told_of: set[str] = set()  # languages that nobody speaks
        self._waiting: deque[tuple[_Asked, Future[Pcm]]] = deque()
        self._kept: OrderedDict[_Key, Pcm] = OrderedDict()
        self._change = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def use(self, wishes: Wishes) -> None:
        """Speak as is wished from now on. What waits is spoken the new way."""
        with self._change:
            self._wishes = wishes
            self._engines.sort(key=lambda each: each.id != wishes.engine)

    def begin(self, text: str) -> None:
        """Its samples are the mixer's: there is nothing to do."""

    def stop(self) -> None:
        """The mixer stops its samples."""

    def prepare(self, text: str, language: str = ENGLISH) -> Future[Pcm]:
        future: Future[Pcm] = Future()
        with self._change:
            if self._closed or not text.strip():
                future.cancel()
                return future
            while len(self._waiting) >= MOST_WAITING:
                self._waiting.popleft()[1].cancel()
            self._waiting.append(((text, language), future))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
                self._thread.start()
            self._change.notify()
        return future

    def close(self) -> None:
        """The voice is over: what waits is given up, a program that runs is ended."""
        with self._change:
            self._closed = True
            while self._waiting:
                self._waiting.popleft()[1].cancel()
            engines, thread = list(self._engines), self._thread
            self._change.notify()
        for engine in engines:
            engine.stop()
        if thread is not None:
            thread.join(timeout=5.0)

    # In the worker's thread

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._waiting and not self._closed:
                    self._change.wait()
                if self._closed:
                    return
                asked, future = self._waiting.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._spoken(*asked))
            except EngineError as error:
                future.set_exception(error)

    def _spoken(self, text: str, language: str) -> Pcm:
        while True:
            with self._change:
                engines, wishes = list(self._engines), self._wishes
            if not engines:
                self._tell_of_none()
                raise EngineError(Trouble.NO_VOICE)
            engine, voice = self._choice(engines, wishes, language)
            key = (engine.id, voice, wishes.rate, text)
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            try:
                pcm = levelled(_speak(engine, text, voice, wishes.rate))
            except EngineError as error:
                self._leave_behind(engine, error.trouble)
                continue
            if not len(pcm) and (other := self._after(engine)) is not None:
                # It knows the language no better than to say nothing.
                pcm = levelled(_speak(other, text, "", wishes.rate))
            self._keep(key, pcm)
            return pcm

    def _choice(
        self, engines: Sequence[SpeechEngine], wishes: Wishes, language: str
    ) -> tuple[SpeechEngine, str]:
        """Who speaks, with which voice: the person's, whatever the language, else one of it."""
        if wishes.voice and wishes.engine in ("", engines[0].id):
            return engines[0], wishes.voice
        for engine in engines:
            if (voice := engine.voice_for(language)) is not None:
                return engine, voice
        if language not in self._told_of:
            self._told_of.add(language)
            self._tell(Unheard(Trouble.NO_LANGUAGE, {"language": language}))
        return engines[0], ""

    def _after(self, engine: SpeechEngine) -> SpeechEngine | None:
        with self._change:
            return next((each for each in self._engines if each is not engine), None)

    def _leave_behind(self, engine: SpeechEngine, trouble: Trouble) -> None:
        with self._change:
            if self._closed:
                raise EngineError(trouble)
            self._engines = [each for each in self._engines if each is not engine]
            self._told_of_none = True  # this says it already
        self._tell(Unheard(trouble, {"engine": engine.name}))

    def _tell_of_none(self) -> None:
        if not self._told_of_none:
            self._told_of_none = True
            self._tell(Unheard(Trouble.NO_VOICE, {"package": self._package}))

    def _keep(self, key: _Key, pcm: Pcm) -> None:
        self._kept[key] = pcm
        while len(self._kept) > 1 and sum(each.nbytes for each in self._kept.values()) > MOST_KEPT:
            self._kept.popitem(last=False)


def _speak(engine: SpeechEngine, text: str, voice: str, rate: float) -> Speech:
    """By ``voice``, or by the usual one where that has gone."""
    try:
        return engine.speak(text, voice, rate)
    except EngineError as error:
        if not voice or error.trouble is not Trouble.VOICE_FAILED:
            raise
        return engine.speak(text, "", rate)


def levelled(speech: Speech) -> Pcm:
    """The sentence alone at our rate: no silence around it, as loud as any other, ends faded."""
    if not np.isfinite(speech.samples).all():
        raise EngineError(Trouble.VOICE_FAILED)
    pcm = at_our_rate(np.asarray(speech.samples, dtype=np.float32), speech.rate)
    loud = np.flatnonzero(np.abs(pcm) > _QUIET)
    if not len(loud):
        return np.zeros(0, dtype=np.float32)
    pcm = pcm[max(0, loud[0] - _EDGE) : loud[-1] + _EDGE].copy()
    speaking = pcm[np.abs(pcm) > _QUIET]
    gain = _LOUDNESS / float(np.sqrt(np.mean(speaking**2)))
    pcm *= min(gain, _PEAK / float(np.abs(pcm).max()))
    edge = min(_EDGE, len(pcm) // 2)
    fade = np.linspace(0.0, 1.0, edge, dtype=np.float32)
    pcm[:edge] *= fade
    pcm[len(pcm) - edge :] *= fade[::-1]
    return pcm
