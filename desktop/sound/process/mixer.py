"""All that sounds, added up: asked for block after block, it answers with samples.

Time comes in with each block, as the moment at which its first sample is heard; so the same mixer
serves a loudspeaker, whose clock is its own, and a file.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import numpy as np

from desktop.sound.messages import Heard, News, Piece, Trouble, Unheard, What
from desktop.sound.model import Bell, Ring, Say, Swell, Wishes
from desktop.sound.process.bells import Bells, BellsError
from desktop.sound.process.parts import FADE, Part, Ramp, Recording, limited
from desktop.sound.process.pcm import RATE, Pcm, Voice, pcm
from desktop.sound.process.sentence import Sentence, State
from desktop.sound.process.swell import SwellSound

DUCKED = 0.5
"""The share of bells and swells that is left under the voice."""

DUCKING = 0.15
"""Seconds in which they give way."""

AHEAD = 60.0
"""Seconds before its time at which a sentence is made."""

_LATEST_TICK = 0.15
_LATEST_BELL = 1.0


@dataclass(frozen=True, slots=True)
class _Strike:
    at: float
    bell: Bell
    number: int | None


class Mixer:
    """Used by two threads: one that gives it work, one that takes its samples."""

    def __init__(self, bells: Bells, told: Callable[[News], None]) -> None:
        self._bells = bells
        self._told = told
        self._lock = Lock()
        self._voice: Voice | None = None
        self._moment = -math.inf
        self._strikes: list[_Strike] = []
        self._sentences: list[Sentence] = []
        self._swells: list[tuple[float, SwellSound, int]] = []
        self._ringing: list[Part] = []
        self._swelling: list[Part] = []
        self._speaking: list[Part] = []
        wishes = Wishes()
        self._master = Ramp(1.0, FADE)
        self._bell_gain = Ramp(_gain(wishes.bells), FADE)
        self._swell_gain = Ramp(_gain(wishes.swell), FADE)
        self._voice_gain = Ramp(_gain(wishes.voice_volume), FADE)
        self._duck = Ramp(1.0, DUCKING / (1.0 - DUCKED))
        self._bells_told = False

    # ------------------------------------------------------------ work

    def wish(self, wishes: Wishes) -> None:
        """Volumes and mute from now on."""
        with self._lock:
            self._master.aim(0.0 if wishes.mute else 1.0)
            self._bell_gain.aim(_gain(wishes.bells))
            self._swell_gain.aim(_gain(wishes.swell))
            self._voice_gain.aim(_gain(wishes.voice_volume))

    def use_voice(self, voice: Voice | None) -> None:
        """Who speaks from now on; what has not begun yet is made again."""
        with self._lock:
            self._voice = voice
            for each in self._sentences:
                if voice is None:
                    each.drop()
                elif each.at - self._moment <= AHEAD or math.isinf(self._moment):
                    each.prepare(voice)

    def add(self, piece: Piece) -> None:
        with self._lock:
            self._remove(piece.number)
            for event in piece.score:
                at = piece.start + event.at / piece.speed
                if isinstance(event, Ring):
                    self._strikes.append(_Strike(at, event.bell, piece.number))
                elif isinstance(event, Swell):
                    sound = SwellSound(event, at, piece.speed)
                    self._swells.append((at, sound, piece.number))
                else:
                    self._add_sentence(event, at, piece)

    def clear(self) -> None:
        """Nothing is left to come, and what sounds fades away."""
        with self._lock:
            for sentence in self._sentences:
                sentence.drop()
            for waiting in (self._strikes, self._swells, self._sentences):
                waiting.clear()
            for part in (*self._ringing, *self._swelling, *self._speaking):
                part.fade()

    def strike(self, bell: Bell, moment: float) -> None:
        with self._lock:
            self._strikes.append(_Strike(moment, bell, None))

    def say(self, text: str, moment: float, language: str = "en") -> None:
        """However long it takes to make; in place of what was to be said by `say` before."""
        with self._lock:
            for each in self._sentences:
                if each.number is None:
                    each.drop()
            sentence = Sentence((text,), moment, math.inf, None, language, latest=math.inf)
            self._sentences.append(sentence)
            if self._voice is not None:
                sentence.prepare(self._voice)

    def next_sound(self) -> float | None:
        """The moment at which something is to be heard next, None if nothing is.

        What sounds already is minus infinity.
        """
        with self._lock:
            if self._master.is_zero:
                return None
            if self._ringing or self._speaking or self._swelling:
                return -math.inf
            moments = [*(each.at for each in self._strikes), *(each.at for each in self._sentences)]
            moments += [at for at, _, _ in self._swells]
            return min(moments, default=None)

    def pass_over(self, moment: float) -> None:
        """Leave out what should have begun before ``moment``, while nothing can be heard."""
        with self._lock:
            self._moment = moment
            self._strikes = [each for each in self._strikes if not _is_late(each, moment)]
            self._swells = [each for each in self._swells if each[1].end > moment]
            for each in self._sentences:
                if moment - each.at > each.latest:
                    self._leave_out(each)
            self._forget()
            for parts in (self._ringing, self._speaking, self._swelling):
                parts.clear()

    def wait_for_sentences(self, until: float, seconds: float) -> None:
        """Until those that begin before ``until`` are made; each for at most ``seconds``."""
        with self._lock:
            for each in self._sentences:
                if each.at < until:
                    while each.state(self._voice, each.at) is State.WAITS:
                        each.wait(seconds)

    # ------------------------------------------------------------ samples

    def mix(self, moment: float, count: int) -> Pcm:
        """The next ``count`` samples, the first of which is heard at ``moment``."""
        with self._lock:
            self._moment = moment
            end = moment + count / RATE
            self._begin_bells(moment, end)
            self._begin_swells(moment, end)
            self._begin_sentences(moment, end)
            self._duck.aim(DUCKED if self._is_voice_near(end) else 1.0)
            return self._mixed(moment, count)

    def _mixed(self, moment: float, count: int) -> Pcm:
        bells = self._bell_gain.take(count) * _sum(self._ringing, moment, count)
        swells = self._swell_gain.take(count) * _sum(self._swelling, moment, count)
        voice = self._voice_gain.take(count) * _sum(self._speaking, moment, count)
        mixed = (bells + swells) * self._duck.take(count) + voice
        return limited(pcm(mixed * self._master.take(count)))

    def _begin_bells(self, moment: float, end: float) -> None:
        for each in [strike for strike in self._strikes if strike.at < end]:
            self._strikes.remove(each)
            if _is_late(each, moment):
                continue
            try:
                samples = self._bells.get(each.bell)
            except BellsError:
                self._tell_of_bells()
                continue
            delay = _samples(each.at - moment)
            self._ringing.append(Part(Recording(samples, delay), each.number))
            self._told(Heard(What.BELL, each.bell.value, moment + delay / RATE))

    def _begin_swells(self, moment: float, end: float) -> None:
        for each in [swell for swell in self._swells if swell[0] < end]:
            self._swells.remove(each)
            at, sound, number = each
            if sound.end > moment:
                self._swelling.append(Part(sound, number))
                self._told(Heard(What.SWELL, "", max(at, moment)))

    def _begin_sentences(self, moment: float, end: float) -> None:
        for each in list(self._sentences):
            state = self._look_after(each, moment)
            if state is State.OUT or moment - each.at > each.latest:
                self._leave_out(each)
            elif each.at < end and state is State.READY:
                self._speak(each, moment)
        self._forget()

    def _look_after(self, sentence: Sentence, moment: float) -> State:
        state = sentence.state(self._voice, moment)
        if state is State.ASLEEP and sentence.at - moment <= AHEAD:
            if self._voice is None:
                sentence.drop()
            else:
                sentence.prepare(self._voice)
        return sentence.state(self._voice, moment)

    def _speak(self, sentence: Sentence, moment: float) -> None:
        samples = sentence.samples
        if samples is None or not sentence.fits(moment):
            sentence.shorten(self._voice)  # it comes late
            return
        delay = _samples(sentence.at - moment)
        # The newer one counts: what is still being said, or should have begun before, is over.
        for part in self._speaking:
            part.fade()
        if self._speaking:
            delay = max(delay, _samples(FADE))
        for other in self._sentences:
            if other.at < sentence.at:
                self._leave_out(other)
        self._speaking.append(Part(Recording(samples, delay), sentence.number))
        self._told(Heard(What.VOICE, sentence.text, moment + delay / RATE))
        sentence.drop()
        self._sentences.remove(sentence)

    def _is_voice_near(self, end: float) -> bool:
        soon = end + DUCKING
        return bool(self._speaking) or any(
            each.at < soon and each.samples is not None for each in self._sentences
        )

    # ------------------------------------------------------------ order

    def _add_sentence(self, say: Say, at: float, piece: Piece) -> None:
        until = piece.start + say.until / piece.speed
        sentence = Sentence((say.text, *say.shorter), at, until, piece.number, piece.language)
        self._sentences.append(sentence)
        if self._voice is not None and at - max(self._moment, piece.start) <= AHEAD:
            sentence.prepare(self._voice)

    def _leave_out(self, sentence: Sentence) -> None:
        if sentence in self._sentences and not sentence.is_left_out:
            sentence.is_left_out = True
            sentence.drop()
            self._told(Heard(What.LEFT_OUT, sentence.text, sentence.at))

    def _forget(self) -> None:
        self._sentences = [each for each in self._sentences if not each.is_left_out]

    def _tell_of_bells(self) -> None:
        if not self._bells_told:
            self._bells_told = True
            self._told(Unheard(Trouble.NO_BELLS))

    def _remove(self, number: int | None) -> None:
        self._strikes = [each for each in self._strikes if each.number != number]
        self._swells = [each for each in self._swells if each[2] != number]
        for sentence in self._sentences:
            if sentence.number == number:
                sentence.drop()
        self._sentences = [each for each in self._sentences if each.number != number]
        for part in (*self._ringing, *self._swelling, *self._speaking):
            if part.number == number:
                part.fade()


def _gain(volume: float) -> float:
    """A volume from 0 to 1 as the ear takes it: half is about half as loud."""
    return volume * volume


def _samples(seconds: float) -> int:
    return max(0, round(seconds * RATE))


def _is_late(strike: _Strike, moment: float) -> bool:
    latest = _LATEST_TICK if strike.bell is Bell.TICK else _LATEST_BELL
    return moment - strike.at > latest


def _sum(parts: list[Part], moment: float, count: int) -> Pcm:
    found = np.zeros(count, dtype=np.float32)
    for part in parts:
        found += part.take(moment, count)
    end = moment + count / RATE
    parts[:] = [part for part in parts if not part.is_over(end)]
    return found
