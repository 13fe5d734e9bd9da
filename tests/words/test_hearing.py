"""Each trouble with sound has a sentence of its own, with its values in it."""

from desktop.sound.messages import Trouble, Unheard
from desktop.words.hearing import unheard_text


def test_each_trouble_has_a_sentence_of_its_own() -> None:
    sentences = {unheard_text(Unheard(trouble)) for trouble in Trouble}
    assert len(sentences) == len(Trouble)


def test_what_is_missing_is_named() -> None:
    said = unheard_text(Unheard(Trouble.NO_VOICE, {"package": "espeak-ng"}))
    assert said == "No voice is heard: there is none here. Install espeak-ng for one."
