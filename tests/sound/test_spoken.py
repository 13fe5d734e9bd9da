"""Routines spoken by the real espeak-ng through the mixer: voice where it is planned, else none."""

import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from desktop.sound.messages import Heard, News, Piece, What
from desktop.sound.model import Say, Score, Wishes
from desktop.sound.process.bells import Bells
from desktop.sound.process.mixer import Mixer
from desktop.sound.process.pcm import RATE, Pcm
from desktop.sound.process.sentence import SLACK
from desktop.sound.process.voices import find_voice
from desktop.sound.score import score_of, score_of_routine
from routines.model import Verb
from tests.sound.scores import library_timeline

BLOCK = RATE // 25
FRAME = RATE // 100
VOICE_ALONE = Wishes(bells=0.0, swell=0.0, engine="espeak-ng")

pytestmark = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")


class Spoken:
    """A score that was mixed with the voice alone, and what the mixer told."""

    def __init__(self, score: Score, seconds: float) -> None:
        self.news: list[News] = []
        voice = find_voice(VOICE_ALONE, self.news.append)
        mixer = Mixer(Bells(), self.news.append)
        mixer.wish(VOICE_ALONE)
        mixer.use_voice(voice)
        mixer.add(Piece(1, score, 0.0))
        blocks = []
        for number in range(int(seconds * RATE) // BLOCK):
            moment = number * BLOCK / RATE
            mixer.wait_for_sentences(moment + 1.0, 10.0)
            blocks.append(mixer.mix(moment, BLOCK))
        voice.close()
        self.samples: Pcm = np.concatenate(blocks)

    def told(self, what: What) -> list[tuple[float, str]]:
        return [(e.at, e.text) for e in self.news if isinstance(e, Heard) and e.what is what]

    def loud(self) -> list[float]:
        """The beginnings of all hundredths of a second in which there is a voice."""
        frames = self.samples[: len(self.samples) // FRAME * FRAME].reshape(-1, FRAME)
        found = np.flatnonzero(np.sqrt((frames**2).mean(axis=1)) > 0.003)
        return [float(number) / 100 for number in found]


@pytest.fixture(scope="module", params=["morning-yoga", "body-scan"])
def planned(request: pytest.FixtureRequest) -> tuple[list[Say], Spoken]:
    timeline = library_timeline(request.param)
    score = score_of_routine(timeline, VOICE_ALONE)
    spoken = Spoken(tuple(each for each in score if isinstance(each, Say)), timeline.seconds)
    return [event for event in score if isinstance(event, Say)], spoken


def test_every_sentence_begins_at_its_time(planned: tuple[list[Say], Spoken]) -> None:
    says, spoken = planned
    loud = np.array(spoken.loud())
    late = [float(loud[loud >= say.at - 0.02][0]) - say.at for say in says]
    assert max(late) < 0.1
    assert float(np.median(late)) < 0.06


def test_there_is_no_voice_where_none_is_planned(planned: tuple[list[Say], Spoken]) -> None:
    says, spoken = planned
    spans = [(say.at - 0.02, say.until + 0.06) for say in says]
    strays = [at for at in spoken.loud() if not any(begin <= at < end for begin, end in spans)]
    assert strays == []


def test_every_sentence_is_said_in_full_and_none_over_another(
    planned: tuple[list[Say], Spoken],
) -> None:
    says, spoken = planned
    assert spoken.told(What.LEFT_OUT) == []
    said = spoken.told(What.VOICE)
    shortened = [
        (say.text, text) for say, (_, text) in zip(says, said, strict=True) if say.text != text
    ]
    assert len(shortened) <= len(says) // 20, shortened
    loud = spoken.loud()
    for before, after in pairwise(says):
        assert not [at for at in loud if before.until + 0.06 < at < after.at - 0.02]


def test_words_that_stand_alone_are_said_in_full_in_every_built_in_routine() -> None:
    voice = find_voice(VOICE_ALONE, lambda _: None)
    short = []
    for path in (Path(__file__).parents[2] / "routines" / "library").glob("*.yaml"):
        for segment in library_timeline(path.stem).segments:
            if segment.step.verb is not Verb.SAY:
                continue
            for said in score_of(segment, None, VOICE_ALONE):
                if isinstance(said, Say):
                    seconds = len(voice.prepare(said.text, "en").result(20)) / RATE
                    if said.at + seconds > segment.seconds + SLACK:
                        short.append((path.stem, said.text, said.at + seconds, segment.seconds))
    voice.close()
    assert short == []
