"""The mixer: what is heard when, over what, and how loud. Time is what each block says it is."""

import math
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop.sound.messages import Heard, News, Piece, Trouble, Unheard, What
from desktop.sound.model import Bell, Event, Ring, Say, Swell, Wishes
from desktop.sound.process.bells import Bells
from desktop.sound.process.mixer import AHEAD, DUCKED, Mixer
from desktop.sound.process.pcm import RATE, Pcm
from routines.model import Phase, PhaseName

START = 1000.0
BLOCK = 700  # no part of anything else
LOUD = Wishes(bells=1.0, swell=1.0, voice_volume=1.0)


class FakeVoice:
    """Says each text as a constant level for as many tenths of a second as it has letters."""

    def __init__(self, *, at_once: bool = True, level: float = 0.25) -> None:
        self.asked: list[tuple[str, Future[Pcm]]] = []
        self._at_once = at_once
        self._level = level

    def prepare(self, text: str, language: str = "en") -> Future[Pcm]:  # noqa: ARG002
        future: Future[Pcm] = Future()
        self.asked.append((text, future))
        if self._at_once:
            self.finish(text)
        return future

    def finish(self, text: str) -> None:
        for asked, future in self.asked:
            if asked == text and not future.done():
                future.set_result(np.full(len(text) * RATE // 10, self._level, dtype=np.float32))

    def texts(self) -> list[str]:
        return [text for text, _ in self.asked]


class Played:
    """A mixer that is played from `START` on; what it gave so far, and what it told."""

    def __init__(self, voice: FakeVoice | None = None, wishes: Wishes = LOUD) -> None:
        self.told: list[News] = []
        self.mixer = Mixer(Bells(), self.told.append)
        self.mixer.wish(wishes)
        self.mixer.use_voice(voice)
        self.moment = START - 1.0
        self.sound: Pcm = np.zeros(0, dtype=np.float32)
        self.run(-0.9)  # the volumes have settled
        self.begin = self.moment
        self.sound = np.zeros(0, dtype=np.float32)

    def add(self, *events: Event, number: int = 1, speed: float = 1.0, at: float = 0.0) -> None:
        self.mixer.add(Piece(number, events, START + at, speed))

    def run(self, until: float) -> Pcm:
        """All that was played, once `until` seconds after `START` are reached."""
        blocks = [self.sound]
        while self.moment < START + until:
            blocks.append(self.mixer.mix(self.moment, BLOCK))
            self.moment += BLOCK / RATE
        self.sound = np.concatenate(blocks)
        return self.sound

    def between(self, begin: float, end: float) -> Pcm:
        """What was played between two seconds after `START`."""
        first = START - self.begin
        return self.sound[round((first + begin) * RATE) : round((first + end) * RATE)]

    def heard(self, what: What) -> list[tuple[str, float]]:
        found = [each for each in self.told if isinstance(each, Heard) and each.what is what]
        return [(each.text, round(each.at - START, 3)) for each in found]


def rms(sound: Pcm) -> float:
    return float(np.sqrt((sound**2).mean())) if len(sound) else 0.0


def breath(at: float = 0.0) -> Swell:
    return Swell(at, (Phase(PhaseName.IN, 4.0), Phase(PhaseName.OUT, 4.0)), 5, is_breath=True)


# ---------------------------------------------------------------- bells


@pytest.mark.parametrize("at", [0.0, 0.5, 1.234])
def test_a_bell_begins_at_its_sample(at: float) -> None:
    played = Played()
    played.add(Ring(at, Bell.TICK))
    played.run(at + 0.5)
    expected = Bells().get(Bell.TICK)
    heard = played.between(at, at + len(expected) / RATE)
    assert np.abs(heard - expected).max() < 1e-3
    assert played.between(-0.5, at - 0.001).max(initial=0.0) == 0.0
    assert played.heard(What.BELL) == [("tick", at)]


def test_a_bell_that_comes_a_little_late_is_heard_and_an_old_one_is_not() -> None:
    played = Played()
    played.run(2.0)
    played.add(Ring(0.5, Bell.NEXT), Ring(1.7, Bell.BEGIN), Ring(1.7, Bell.TICK))
    played.run(2.5)
    assert [text for text, _ in played.heard(What.BELL)] == ["begin"]


def test_twice_the_speed_brings_a_bell_in_half_of_the_time() -> None:
    played = Played()
    played.add(Ring(3.0, Bell.TICK), speed=2.0)
    played.run(2.0)
    assert played.heard(What.BELL) == [("tick", 1.5)]


def test_a_piece_that_comes_again_takes_its_own_place() -> None:
    played = Played()
    played.add(Ring(1.0, Bell.TICK))
    played.add(Ring(1.0, Bell.END), number=2)
    played.add(Ring(1.5, Bell.BEGIN))
    played.run(2.0)
    assert played.heard(What.BELL) == [("end", 1.0), ("begin", 1.5)]


def test_damaged_bells_are_told_once_and_the_rest_goes_on(tmp_path: Path) -> None:
    told: list[News] = []
    mixer = Mixer(Bells(tmp_path), told.append)
    mixer.use_voice(FakeVoice())
    score = (Ring(0.0, Bell.TICK), Ring(0.1, Bell.TICK), Say(0.1, "Rest", math.inf))
    mixer.add(Piece(1, score, START))
    heard = np.concatenate([mixer.mix(START + each / 10, RATE // 10) for each in range(5)])
    assert told.count(Unheard(Trouble.NO_BELLS)) == 1
    assert rms(heard) > 0.05


# ---------------------------------------------------------------- clear, mute, volumes


def test_clear_fades_all_within_thirty_milliseconds_and_nothing_comes_after() -> None:
    played = Played(FakeVoice())
    played.add(Ring(0.0, Bell.CLOSE), breath(), Say(0.3, "Breathe", math.inf))
    played.add(Ring(2.0, Bell.CLOSE), number=2)
    played.run(0.8)
    assert rms(played.between(0.7, 0.79)) > 0.05
    cleared = played.moment - START
    played.mixer.clear()
    played.run(3.0)
    assert rms(played.between(cleared + 0.032, 3.0)) == 0.0
    fade = played.between(cleared - 0.01, cleared + 0.04)
    assert np.abs(np.diff(fade)).max() < 0.05
    assert played.mixer.next_sound() is None


def test_mute_is_silence_in_which_time_goes_on() -> None:
    played = Played()
    played.mixer.wish(Wishes(mute=True))
    played.add(Ring(0.5, Bell.BEGIN), Ring(3.0, Bell.END))
    played.run(1.0)
    assert rms(played.sound) == 0.0
    assert played.mixer.next_sound() is None
    played.mixer.wish(LOUD)
    played.run(4.0)
    assert rms(played.between(3.1, 4.0)) > 0.03
    assert np.abs(np.diff(played.sound)).max() < 0.05


@pytest.mark.parametrize("bus", ["bells", "swell", "voice_volume"])
def test_each_volume_is_for_itself(bus: str) -> None:
    levels = []
    for volume in (1.0, 0.5, 0.0):
        silent = Wishes(bells=0.0, swell=0.0, voice_volume=0.0)
        played = Played(FakeVoice(), replace(silent, **{bus: volume}))  # type: ignore[arg-type]
        played.add(Ring(0.0, Bell.BEGIN), breath(), Say(3.0, "Breathe", math.inf))
        levels.append(rms(played.run(6.0)))
    assert levels[0] > 0.005
    assert levels[1] == pytest.approx(levels[0] / 4, rel=0.01)
    assert levels[2] == 0.0


def test_however_much_sounds_nothing_is_over_full_scale() -> None:
    played = Played(FakeVoice(level=1.0))
    played.add(*(Ring(each / 20, Bell.BEGIN) for each in range(40)), breath())
    played.add(Say(1.0, "Breathe", math.inf), number=2)
    sound = played.run(4.0)
    assert 0.9 < np.abs(sound).max() < 1.0


def test_what_is_quiet_is_not_touched_by_the_limit() -> None:
    played = Played(FakeVoice(level=0.6))
    played.add(Say(0.0, "Rest", math.inf))
    played.run(1.0)
    assert played.between(0.1, 0.3) == pytest.approx(0.6)


# ---------------------------------------------------------------- the voice


def test_a_sentence_is_made_as_soon_as_its_piece_comes_and_said_at_its_time() -> None:
    voice = FakeVoice()
    played = Played(voice)
    played.add(Say(2.0, "Breathe", math.inf))
    assert voice.texts() == ["Breathe"]
    played.run(3.0)
    assert played.heard(What.VOICE) == [("Breathe", 2.0)]
    assert rms(played.between(0.0, 1.999)) == 0.0
    assert rms(played.between(2.0, 2.7)) == pytest.approx(0.25, rel=0.01)
    assert rms(played.between(2.71, 2.99)) == 0.0


def test_a_sentence_that_is_far_away_is_not_made_yet() -> None:
    voice = FakeVoice()
    played = Played(voice)
    played.add(Say(AHEAD + 5.0, "Breathe", math.inf))
    assert voice.texts() == []
    played.run(5.1)
    assert voice.texts() == ["Breathe"]


def test_a_sentence_that_would_last_too_long_is_said_shorter_or_left_out() -> None:
    voice = FakeVoice()
    played = Played(voice)
    played.add(
        Say(0.0, "twenty letters, long", 1.0, ("fourteen long.", "eight on")),
        Say(2.0, "much too long for this", 2.5, ("too long",)),
    )
    played.run(4.0)
    assert played.heard(What.VOICE) == [("eight on", 0.0)]
    assert played.heard(What.LEFT_OUT) == [("too long", 2.0)]
    assert rms(played.between(0.9, 3.9)) == 0.0


def test_a_sentence_that_is_made_too_late_is_left_out() -> None:
    for late, count in ((0.5, 1), (0.8, 0)):
        voice = FakeVoice(at_once=False)
        played = Played(voice)
        played.add(Say(0.0, "Breathe", 2.8))
        played.run(late)
        voice.finish("Breathe")
        played.run(3.0)
        assert len(played.heard(What.VOICE)) == count
        assert len(played.heard(What.LEFT_OUT)) == 1 - count
        assert (rms(played.between(0.8, 1.1)) > 0.1) is bool(count)


@pytest.mark.parametrize(
    ("until", "late", "is_said"), [(12.0, 2.5, True), (12.0, 3.2, False), (4.0, 1.2, False)]
)
def test_one_that_has_much_time_may_be_later(until: float, late: float, *, is_said: bool) -> None:
    voice = FakeVoice(at_once=False)
    played = Played(voice)
    played.add(Say(0.0, "First: Lean", until))
    played.run(late)
    voice.finish("First: Lean")
    played.run(late + 1.0)
    assert len(played.heard(What.VOICE)) == is_said


def test_one_that_comes_late_is_said_as_short_as_is_needed_then() -> None:
    voice = FakeVoice(at_once=False)
    played = Played(voice)
    played.add(Say(0.0, "Lean. Far.", 1.3, ("Lean.",)))
    played.run(0.5)
    voice.finish("Lean. Far.")
    played.run(0.6)
    voice.finish("Lean.")
    played.run(1.6)
    assert [text for text, _ in played.heard(What.VOICE)] == ["Lean."]


def test_a_late_sentence_has_to_be_over_in_time_all_the_same() -> None:
    voice = FakeVoice(at_once=False)
    played = Played(voice)
    played.add(Say(0.0, "Breathe", 1.0))
    played.run(0.5)
    voice.finish("Breathe")
    played.run(2.0)
    assert played.heard(What.VOICE) == []


def test_two_sentences_are_never_over_each_other() -> None:
    played = Played(FakeVoice())
    played.add(Say(0.0, "a very long sentence that ends much later", math.inf))
    played.add(Say(1.0, "Rest", math.inf), number=2)
    sound = played.run(4.0)
    assert np.abs(sound).max() == pytest.approx(0.25, rel=0.01)
    assert rms(played.between(1.05, 1.4)) == pytest.approx(0.25, rel=0.01)
    assert rms(played.between(1.5, 3.9)) == 0.0


def test_the_newer_of_two_sentences_that_wait_is_said() -> None:
    voice = FakeVoice(at_once=False)
    played = Played(voice)
    played.add(Say(0.0, "older", math.inf), Say(0.3, "newer", math.inf))
    played.run(0.4)
    voice.finish("newer")
    played.run(0.5)
    voice.finish("older")
    played.run(2.0)
    assert [text for text, _ in played.heard(What.VOICE)] == ["newer"]
    assert [text for text, _ in played.heard(What.LEFT_OUT)] == ["older"]


def test_a_sentence_that_cannot_be_made_is_left_out_and_the_next_is_said() -> None:
    voice = FakeVoice(at_once=False)
    played = Played(voice)
    played.add(Say(0.0, "one", math.inf), Say(1.0, "two", math.inf))
    voice.asked[0][1].set_exception(RuntimeError("no such voice"))
    voice.finish("two")
    played.run(2.0)
    assert played.heard(What.VOICE) == [("two", 1.0)]


def test_clear_ends_the_making_of_sentences() -> None:
    voice = FakeVoice(at_once=False)
    played = Played(voice)
    played.add(Say(0.0, "one", math.inf))
    played.mixer.clear()
    assert voice.asked[0][1].cancelled()


def test_another_voice_makes_again_what_was_not_begun() -> None:
    played = Played(FakeVoice(level=0.5))
    played.add(Say(1.0, "Rest", math.inf))
    other = FakeVoice(level=0.1)
    played.mixer.use_voice(other)
    played.run(2.0)
    assert rms(played.between(1.05, 1.35)) == pytest.approx(0.1, rel=0.01)


def test_without_a_voice_the_bells_go_on() -> None:
    played = Played(None)
    played.add(Say(0.0, "Rest", math.inf), Ring(1.0, Bell.TICK))
    played.run(2.0)
    assert played.heard(What.LEFT_OUT) == [("Rest", 0.0)]
    assert played.heard(What.BELL) == [("tick", 1.0)]
    played.run(3.0)
    assert played.mixer.next_sound() is None


def test_bells_give_way_under_the_voice() -> None:
    def bell_alone(voice: FakeVoice) -> Played:
        played = Played(voice)
        played.add(Ring(0.0, Bell.CLOSE), Say(2.0, "a sentence", math.inf))
        played.run(5.0)
        return played

    plain, ducked = bell_alone(FakeVoice(at_once=False)), bell_alone(FakeVoice(level=0.0))
    ratios = [
        rms(ducked.between(at, at + 0.1)) / rms(plain.between(at, at + 0.1))
        for at in (1.5, 2.1, 2.8, 3.5)
    ]
    assert ratios == pytest.approx([1.0, DUCKED, DUCKED, 1.0], abs=0.02)
    assert np.abs(np.diff(ducked.sound)).max() < 0.05


# ---------------------------------------------------------------- while nothing can be heard


def test_what_was_due_while_there_was_no_loudspeaker_does_not_come_all_at_once() -> None:
    played = Played(FakeVoice())
    played.add(*(Ring(float(each), Bell.NEXT) for each in range(20)), Say(5.0, "Rest", math.inf))
    played.add(breath(2.0), number=2)
    for second in range(12):
        played.mixer.pass_over(START + second)
    played.moment = START + 12.5
    played.run(14.5)
    assert [text for text, _ in played.heard(What.BELL)] == ["next", "next", "next"]
    assert played.heard(What.VOICE) == []
    assert played.heard(What.SWELL) == [("", 12.5)]


def test_it_is_known_when_something_is_to_be_heard_next() -> None:
    played = Played(FakeVoice())
    assert played.mixer.next_sound() is None
    played.add(Ring(100.0, Bell.TICK), Say(200.0, "Rest", math.inf))
    assert played.mixer.next_sound() == START + 100.0
    played.add(Ring(0.0, Bell.BEGIN), number=2)
    played.run(0.5)
    assert played.mixer.next_sound() == -math.inf
    played.run(6.0)
    assert played.mixer.next_sound() == START + 100.0


def test_a_tried_sentence_takes_the_place_of_the_one_before() -> None:
    voice = FakeVoice(at_once=False)
    played = Played(voice)
    played.mixer.say("first", played.moment)
    played.mixer.say("second", played.moment)
    played.run(3.0)
    voice.finish("second")
    played.run(4.0)
    assert [text for text, _ in played.heard(What.VOICE)] == ["second"]
