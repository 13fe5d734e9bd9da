"""The words of when to see someone: every sign there is a source for, and every number."""

import pytest

from desktop.past.watch import LEAST, QUESTIONS, SEEN, Advice, Persisting
from desktop.words import help_lines as numbers
from desktop.words.concern import advice_text, question_text, rated_text
from desktop.words.help_lines import (
    ELSEWHERE,
    EU,
    HelpLines,
    countries,
    help_lines,
    help_sentences,
    known_country,
)
from desktop.words.safety import SOURCES, Urgency, overwhelm, signs, what_to_do
from tests.past.test_watch import TODAY


def test_each_group_holds_the_signs_of_its_sources() -> None:
    now, soon, some_time = (" ".join(signs(each)) for each in Urgency)
    for word in ("chest", "accident", "both legs", "genitals", "urine", "bowel", "tearing", "jaw"):
        assert word in now
    for word in ("fever", "weight", "lump", "night", "cough", "arms", "between the shoulders"):
        assert word in soon
    for word in ("weeks", "daily life", "severe", "worried"):
        assert word in some_time


def test_what_to_do_names_the_numbers_of_the_country() -> None:
    assert "999" in what_to_do(Urgency.NOW, "999", "111")
    assert "111" in what_to_do(Urgency.SOON, "999", "111")
    assert "999" not in what_to_do(Urgency.SOON, "999", "111")
    crisis = overwhelm("999", "116 123 (Samaritans)")[0]
    assert "999" in crisis
    assert "116 123" in crisis


@pytest.mark.parametrize("urgency", Urgency)
def test_without_a_number_it_still_says_what_to_do(urgency: Urgency) -> None:
    text = what_to_do(urgency)
    assert "{" not in text
    assert text.endswith(".")
    assert "{" not in overwhelm()[0]
    assert "{" not in overwhelm("112")[0]


def test_the_numbers_that_are_known_for_certain() -> None:
    assert help_lines("GB") == HelpLines("999", "111", "116 123 (Samaritans)")
    assert help_lines("US") == HelpLines("911", "", "988")
    assert {help_lines(code).emergency for code in EU} == {"112"}
    assert len(EU) == 27


def test_every_country_with_a_number_can_be_chosen_and_the_other_way_round() -> None:
    codes = {code for code, _name in countries()}
    assert codes - {ELSEWHERE} == set(numbers._LINES) | EU
    assert countries()[-1][0] == ELSEWHERE


def test_an_unknown_country_gets_no_guess_but_a_word_about_it() -> None:
    assert known_country("", "XX") == ELSEWHERE
    assert help_lines(ELSEWHERE) == HelpLines()
    (sentence,) = help_sentences(HelpLines())
    assert "No number is known here" in sentence


@pytest.mark.parametrize(
    ("chosen", "territory", "known"),
    [
        ("", "DE", "DE"),
        ("IE", "US", "IE"),
        (ELSEWHERE, "US", ELSEWHERE),
        ("nonsense", "FR", "FR"),
        ("", "", ELSEWHERE),
    ],
)
def test_the_persons_choice_goes_before_that_of_the_computer(
    chosen: str, territory: str, known: str
) -> None:
    assert known_country(chosen, territory) == known


def test_the_official_page_is_the_first_source() -> None:
    assert SOURCES[0].startswith("https://www.nhs.uk/")
    assert all(each.startswith("https://") for each in SOURCES)


def test_the_card_has_words_for_all_that_the_watch_can_say() -> None:
    for scale in LEAST:
        assert f"{scale} {LEAST[scale]} or more on 12" in rated_text(Persisting(scale, 12, TODAY))
    assert {question_text(each) for each in (*QUESTIONS, SEEN)}.isdisjoint({*QUESTIONS, SEEN})
    assert len({advice_text(each) for each in Advice}) == len(Advice)
