"""Texts in the form in which they are spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.words.speech import LONGEST, dose_said, seconds_said, sentences, spoken
from routines.model import Cycles, Phase, PhaseName, Side, Span, Timed, Unit, Verb


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Hold for 30s.", "Hold for 30 seconds."),
        ("1 s, 1 min, 2 h", "1 second, 1 minute, 2 hours"),
        ("Do 8x or 8×.", "Do 8 times or 8 times."),
        ("30–45s", "30 to 45 seconds"),
        ("Turn 45° left", "Turn 45 degrees left"),
        ("It's the 1990s; 3 hands", "It's the 1990s; 3 hands"),
        ("**Gently** and _slowly_, `now`", "Gently and slowly, now"),
        ("# Head\n- one\n- two", "Head. one. two"),
        ("See [the page](https://example.org/a) or https://example.org.", "See the page or"),
        ("<speak>Hello <break/>you</speak>", "Hello you"),
        ("Neck &amp; back", "Neck and back"),
        ("[[h@'loU]] you", "h@'loU you"),
        ("Well done 😀👍🏽 👩‍👩‍👧!", "Well done!"),
        ("Breathe — softly", "Breathe, softly"),
        ("Salt & water", "Salt and water"),
        ("Child's pose, half-way", "Child's pose, half-way"),
        ("Höher, Schultern! 呼吸。", "Höher, Schultern! 呼吸。"),
        ("😀", ""),
        ("--- ...", ""),
        ("a\x00b\x07\u202ec", "a b c"),
    ],
)
def test_what_is_typed_is_said(typed: str, said: str) -> None:
    assert spoken(typed) == said


def test_a_text_is_split_where_its_sentences_end() -> None:
    assert sentences("One. Two! “Three?” Four…") == ("One.", "Two!", "“Three?", "Four…")
    assert sentences("一。二！") == ("一。", "二！")


def test_a_very_long_text_ends_with_a_sentence() -> None:
    said = spoken("This is a sentence of some length. " * 150)
    assert len(said) <= LONGEST
    assert said.endswith("length.")


def test_a_very_long_sentence_ends_with_a_word() -> None:
    said = spoken("word " * 1000)
    assert len(said) <= LONGEST
    assert said.endswith("word…")
    assert len(spoken("x" * 5000)) <= LONGEST + 1


@given(st.text(max_size=300))
def test_whatever_is_typed_is_said_on_one_line_without_signs_that_mean_something(text: str) -> None:
    said = spoken(text)
    assert not set("<>[]{}|\\`*_~#^\n\r\0") & set(said)
    assert said == said.strip()


def test_an_amount_is_told_in_words() -> None:
    breath = Cycles(Unit.BREATH, 6, (Phase(PhaseName.IN, 4.0),))
    assert dose_said(Timed(line=1, verb=Verb.BREATHE, length=breath)) == "6 breaths."
    sides = (Side.LEFT, Side.RIGHT)
    step = Timed(line=1, verb=Verb.HOLD, length=Span(90.0), sides=sides)
    assert dose_said(step) == "1 minute and 30 seconds, each side."
    assert seconds_said(120) == "2 minutes"
