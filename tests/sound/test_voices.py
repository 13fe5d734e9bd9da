"""Engines of speech: the real espeak-ng, and programs that behave badly in its place."""

import shutil
import sys
import threading
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import pytest

from desktop.sound.messages import EngineVoice, Trouble, Unheard
from desktop.sound.model import Wishes
from desktop.sound.process.pcm import RATE
from desktop.sound.process.voices import dispatcher
from desktop.sound.process.voices.choose import find_voice, in_order, known_engines
from desktop.sound.process.voices.engine import EngineError, Speech
from desktop.sound.process.voices.espeak import Espeak
from desktop.sound.process.voices.wav import speech_of_wav
from desktop.sound.process.voices.worker import MOST_WAITING, SpeakingVoice, levelled
from desktop.sound.telling import seconds_of
from desktop.sound.tongue import base_of
from desktop.words.speech import sentences
from tests.sound.scores import library_timeline

SENTENCE = "Lean over, and let the shoulder sink."
real = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")


class Told(list[Unheard]):
    """What the voice has told."""

    def __call__(self, news: Unheard) -> None:
        self.append(news)


class Tone:
    """An engine in place of one that is not installed: a tone, as long as the text."""

    package = "tone"

    def __init__(
        self,
        name: str = "tone",
        *,
        here: bool = True,
        fails: bool = False,
        mute: bool = False,
        languages: tuple[str, ...] = ("en",),
    ) -> None:
        self._mute = mute
        self._languages = {each: "" if each == "en" else f"{name}-{each}" for each in languages}
        self.id = self.name = name
        self.asked: list[tuple[str, str, float]] = []
        self.gate = threading.Event()
        self.gate.set()
        self._here, self._fails = here, fails

    def is_here(self) -> bool:
        return self._here

    def voices(self) -> tuple[EngineVoice, ...]:
        return (EngineVoice("one", "One", "en"),)

    def voice_for(self, language: str) -> str | None:
        return self._languages.get(base_of(language))

    def speak(self, text: str, voice: str, rate: float) -> Speech:
        self.asked.append((text, voice, rate))
        assert self.gate.wait(20)
        if self._fails or voice == "gone":
            raise EngineError(Trouble.VOICE_FAILED)
        seconds = np.arange(0, len(text) * 0.05, 1 / 16_000)
        return Speech(np.sin(seconds * 2000 * (not self._mute)).astype(np.float32), 16_000)

    def stop(self) -> None:
        self.gate.set()


def program(folder: Path, body: str) -> Espeak:
    """An espeak-ng that is a script of ours."""
    script = folder / "engine.py"
    script.write_text(f"import sys, time, os\n{body}\n", "utf-8")
    return Espeak((sys.executable, str(script)), seconds=1.5)


# ---------------------------------------------------------------- the real one


@real
def test_the_real_voice_speaks_and_nothing_sounds_before_or_behind_it() -> None:
    told = Told()
    voice = find_voice(Wishes(engine="espeak-ng"), told)
    pcm = voice.prepare(SENTENCE).result(10)
    voice.close()
    assert 1.5 < len(pcm) / RATE < 4.0
    loud = np.abs(pcm) > 0.02
    assert loud[: RATE // 20].any()
    assert loud[-RATE // 5 :].any()
    assert np.abs(pcm).max() <= 0.86
    assert abs(pcm[0]) < 0.01
    assert told == []


@real
def test_it_takes_about_as_long_as_was_estimated() -> None:
    engine = Espeak()
    steps = library_timeline("morning-yoga").segments
    texts = {each.step.text for each in steps} | {each.step.title for each in steps}
    over = []
    for text in filter(None, texts):
        said = " ".join(sentences(text))
        seconds = len(levelled(engine.speak(said, "", 1.0))) / RATE
        over.append(seconds / seconds_of(said, Wishes()))
    assert max(over) < 1.05
    assert np.median(over) > 0.75


@real
def test_a_faster_rate_is_faster_and_a_voice_sounds_like_itself() -> None:
    engine = Espeak()
    usual = engine.speak(SENTENCE, "", 1.0)
    fast = engine.speak(SENTENCE, "", 1.6)
    assert len(fast.samples) < 0.75 * len(usual.samples)
    german = engine.speak(SENTENCE, "de", 1.0)
    assert len(german.samples) != len(usual.samples)


@real
@pytest.mark.parametrize(
    "text", ["--version", "-f /etc/passwd", "[[", "\x00\x01", "呼吸", "a" * 5000]
)
def test_no_text_is_an_option_or_breaks_it(text: str) -> None:
    said = Espeak().speak(text, "", 1.0)
    assert said.rate >= 16_000
    assert len(said.samples) > 100


@real
@pytest.mark.parametrize("name", ["no-such", "--version", "../../etc", "", "x" * 500])
def test_a_voice_that_is_not_there_gives_way_to_the_usual_one(name: str) -> None:
    told = Told()
    voice = find_voice(Wishes(engine="espeak-ng", voice=name), told)
    assert len(voice.prepare(SENTENCE).result(10)) > RATE
    voice.close()
    assert told == []


@real
def test_its_voices_are_listed_with_their_languages() -> None:
    voices = Espeak().voices()
    assert len(voices) > 50
    assert EngineVoice("de", "German", "de") in voices


@real
@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "en"),
        ("en-US", "en-us"),
        ("en-GB", "en-gb"),
        ("en-NZ", "en"),
        ("de-AT", "de"),
        ("pt_BR", "pt-br"),
        ("pt-PT", "pt"),
        ("fr", "fr-fr"),
        ("zh-CN", "cmn"),
        ("no", "nb"),
        ("tlh", None),
        ("", None),
    ],
)
def test_its_voice_for_a_language_is_of_that_language(language: str, voice: str | None) -> None:
    found = Espeak().voice_for(language)
    if language == "fr":
        assert found is not None
        assert found.startswith("fr")
    else:
        assert found == voice


@real
def test_a_text_is_read_in_its_language_unless_the_person_has_chosen_a_voice() -> None:
    told = Told()
    text = "Lass die Schultern sinken."
    german, english = (Espeak().speak(text, each, 1.0) for each in ("de", "en"))
    voice = SpeakingVoice([Espeak()], Wishes(), told)
    for language, spoken in (("de-DE", german), ("en", english)):
        assert np.array_equal(voice.prepare(text, language).result(10), levelled(spoken))
    voice.use(Wishes(voice="en"))
    assert np.array_equal(voice.prepare(text, "de-DE").result(10), levelled(english))
    voice.close()
    assert told == []


def test_an_engine_that_speaks_the_language_goes_before_a_better_one_that_does_not() -> None:
    told, best, other = Told(), Tone("best"), Tone("other", languages=("en", "de"))
    voice = SpeakingVoice([best, other], Wishes(), told)
    for language in ("de", "en"):
        voice.prepare("Atme aus.", language).result(10)
    voice.close()
    assert [each[1:] for each in other.asked] == [("other-de", 1.0)]
    assert [each[1:] for each in best.asked] == [("", 1.0)]
    assert told == []


def test_a_language_that_nobody_speaks_is_read_by_the_usual_voice_and_told_once() -> None:
    told, tone = Told(), Tone()
    voice = SpeakingVoice([tone], Wishes(), told)
    for number in range(3):
        assert len(voice.prepare(f"Qapla' {number}", "tlh").result(10))
    voice.close()
    assert told == [Unheard(Trouble.NO_LANGUAGE, {"language": "tlh"})]


# ---------------------------------------------------------------- programs that fail


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        ("time.sleep(60)", Trouble.VOICE_HANGS),
        ("sys.stdout.write('RIFF'); sys.stdout.flush(); time.sleep(60)", Trouble.VOICE_HANGS),
        ("os.fork() or time.sleep(60); sys.exit(0)", Trouble.VOICE_HANGS),
        ("sys.exit(3)", Trouble.VOICE_FAILED),
        ("os.kill(os.getpid(), 11)", Trouble.VOICE_FAILED),
        ("print('sorry')", Trouble.VOICE_FAILED),
        ("", Trouble.VOICE_FAILED),
        ("while True: os.write(1, b'RIFFxxxxWAVE' * 5000)", Trouble.VOICE_FAILED),
    ],
    ids=[
        "sleeps",
        "stops-halfway",
        "leaves-a-child",
        "ends",
        "crashes",
        "talks",
        "silent",
        "floods",
    ],
)
def test_an_engine_that_fails_is_left_behind_told_once_and_the_next_one_speaks(
    tmp_path: Path, body: str, trouble: Trouble
) -> None:
    told, tone = Told(), Tone()
    voice = find_voice(Wishes(), told, (program(tmp_path, body), tone))
    found = [voice.prepare(f"Sentence {number}.") for number in range(3)]
    assert all(len(each.result(20)) for each in found)
    voice.close()
    assert told == [Unheard(trouble, {"engine": "espeak-ng"})]
    assert [text for text, _, _ in tone.asked] == [f"Sentence {number}." for number in range(3)]


def test_where_no_engine_is_left_every_sentence_fails_at_once_and_it_is_told_once() -> None:
    told = Told()
    voice = find_voice(Wishes(), told, (Tone(fails=True),))
    for text in "abc":
        assert isinstance(voice.prepare(text).exception(10), EngineError)
    voice.close()
    assert told == [Unheard(Trouble.VOICE_FAILED, {"engine": "tone"})]


def test_where_there_is_no_engine_the_package_is_named_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dispatcher, "is_here", lambda: False)
    told = Told()
    voice = find_voice(Wishes(), told, (Tone(here=False),))
    for text in "abc":
        assert voice.prepare(text).exception(10)
    voice.close()
    assert told == [Unheard(Trouble.NO_VOICE, {"package": "espeak-ng"})]


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"RIFF\0\0\0\0WAVEdata\0\0\0\0"]
)
def test_what_is_no_sound_is_none(data: bytes) -> None:
    with pytest.raises(EngineError):
        speech_of_wav(data)


def test_sound_that_is_no_number_is_an_engine_that_fails() -> None:
    with pytest.raises(EngineError):
        levelled(Speech(np.array([0.1, np.nan], dtype=np.float32), RATE))


def test_silence_is_no_sentence() -> None:
    assert len(levelled(Speech(np.zeros(1000, dtype=np.float32), 22_050))) == 0


def test_what_one_engine_has_no_sound_for_the_next_one_says() -> None:
    told = Told()
    mute, tone = Tone("mute", mute=True), Tone()
    voice = find_voice(Wishes(), told, (mute, tone))
    assert len(voice.prepare("呼吸").result(10))
    assert len(voice.prepare("again").result(10))
    voice.close()
    assert [len(each.asked) for each in (mute, tone)] == [2, 2], "it is not left behind for that"
    assert told == []


# ---------------------------------------------------------------- asking ahead


def test_a_sentence_is_spoken_once_and_kept_until_voice_or_rate_change() -> None:
    tone = Tone()
    voice = SpeakingVoice([tone], Wishes(), Told())
    first = voice.prepare(SENTENCE).result(10)
    assert voice.prepare(SENTENCE).result(10) is first
    assert len(tone.asked) == 1
    voice.use(Wishes(rate=1.5))
    voice.prepare(SENTENCE).result(10)
    voice.use(Wishes(voice="one"))
    voice.prepare(SENTENCE).result(10)
    voice.close()
    assert [each[1:] for each in tone.asked] == [("", 1.0), ("", 1.5), ("one", 1.0)]


def test_what_is_cancelled_while_it_waits_is_never_spoken() -> None:
    tone = Tone()
    tone.gate.clear()
    voice = SpeakingVoice([tone], Wishes(), Told())
    first, second, third = (voice.prepare(text) for text in ("one", "two", "three"))
    assert second.cancel()
    tone.gate.set()
    assert len(first.result(10))
    assert len(third.result(10))
    voice.close()
    assert [text for text, _, _ in tone.asked] == ["one", "three"]


def test_of_a_flood_only_the_newest_are_spoken() -> None:
    tone = Tone()
    tone.gate.clear()
    voice = SpeakingVoice([tone], Wishes(), Told())
    found = [voice.prepare(f"{number}") for number in range(3 * MOST_WAITING)]
    tone.gate.set()
    assert found[-1].result(10) is not None
    voice.close()
    assert len(tone.asked) <= MOST_WAITING + 1
    with pytest.raises(CancelledError):
        found[MOST_WAITING].result(0)


def test_closing_ends_the_program_that_hangs(tmp_path: Path) -> None:
    started = tmp_path / "started"
    engine = program(tmp_path, f"open({str(started)!r}, 'w').close(); time.sleep(60)")
    engine._program._seconds = 50.0
    voice = SpeakingVoice([engine], Wishes(), Told())
    asked = voice.prepare(SENTENCE)
    pause = threading.Event()
    while not started.exists():
        assert not pause.wait(0.01)
    voice.close()
    assert asked.exception(5) is not None
    assert voice._thread is not None
    assert not voice._thread.is_alive()
    assert voice.prepare("more").cancelled()


# ---------------------------------------------------------------- the choice


def test_the_best_that_is_here_speaks_but_the_persons_choice_goes_first() -> None:
    best, missing, other = Tone("best"), Tone("missing", here=False), Tone("other")
    engines = (missing, best, other)
    assert in_order(engines, Wishes()) == [best, other]
    assert in_order(engines, Wishes(engine="other")) == [other, best]
    assert in_order(engines, Wishes(engine="missing")) == [best, other]


def test_a_voice_of_one_engine_is_not_asked_of_another() -> None:
    best = Tone("best")
    voice = SpeakingVoice([best], Wishes(engine="other", voice="gone"), Told())
    assert len(voice.prepare(SENTENCE).result(10))
    voice.close()
    assert best.asked == [(SENTENCE, "", 1.0)]


def test_what_could_be_installed_is_told_with_its_package() -> None:
    found = known_engines((Tone("here"), Tone("gone", here=False))).engines
    assert [(each.id, each.here, each.package, len(each.voices)) for each in found[:-1]] == [
        ("here", True, "", 1),
        ("gone", False, "tone", 0),
    ]
