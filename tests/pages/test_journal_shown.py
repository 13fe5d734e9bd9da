"""Where searched words stand, and how much of a long text is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pages.journal.shown import (
    ShownCard,
    ShownDay,
    ShownJournal,
    ShownText,
    excerpt,
    holds,
    places,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "search", "found"),
    [
        ("Slow breath, slow walk", "slow", ["Slow", "slow"]),
        ("ÜBER den Dächern", "über dächern", ["ÜBER", "Dächern"]),
        ("a.b and axb", "a.b", ["a.b"]),
        ("<b>bold</b>", "<b>", ["<b>"]),
        ("nothing here", "zebra", []),
    ],
)
def test_words_are_found_as_they_are_typed_whatever_their_capitals(
    text: str, search: str, found: list[str]
) -> None:
    words = words_of(search)
    assert [text[begin:end] for begin, end in places(text, words)] == found
    assert holds(text, words) is bool(found)


def test_every_word_has_to_be_there() -> None:
    assert holds("three slow breaths", words_of("slow three"))
    assert not holds("three breaths", words_of("slow three"))
    assert holds("anything", ())


def test_a_short_text_is_shown_whole_and_a_long_one_from_its_beginning() -> None:
    assert excerpt("two\nlines") == "two\nlines"
    long = "one word after another " * 200
    short = excerpt(long)
    assert short.endswith(" …")
    assert long.startswith(short.removesuffix(" …"))
    assert excerpt("line\n" * 40).count("\n") == 11


def test_of_a_long_text_that_part_is_shown_in_which_a_word_is_found() -> None:
    long = "one word after another " * 200 + "zebra" + " and on it goes" * 200
    shown = excerpt(long, ("ZEBRA",))
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "zebra" in shown


@given(st.text(max_size=3000), st.text(max_size=5))
def test_an_excerpt_is_part_of_its_text(text: str, word: str) -> None:
    inner = excerpt(text, words_of(word)).removeprefix("… ").removesuffix(" …")
    assert inner in text
    assert len(inner) <= 1000


def test_no_value_shows_what_was_written_when_it_is_printed() -> None:
    text = ShownText("1", "entry of 9:00", "SECRET", "SECRET prompt")
    card = ShownCard("9:00", (text,), "Name", ("SECRET → yes",))
    shown = ShownJournal((ShownDay("Today", (card,)),), ("SECRET",))
    assert "SECRET" not in repr(shown)
