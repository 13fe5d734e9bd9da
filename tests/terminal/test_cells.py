import pytest

from desktop.terminal.cells import cut, pad, plain, printable, width_of, wrap


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("漢字", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("👍", 2),
        ("ｆ", 2),
        ("a\u200db", 2),
    ],
)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(text: str, cells: int) -> None:
    assert width_of(text) == cells


def test_what_a_terminal_would_obey_becomes_a_space() -> None:
    assert plain("a\x1b[2Jb\n\tc\u202ed") == "a [2Jb c d"


def test_the_words_of_other_scripts_stay_whole() -> None:
    assert plain("می\u200cخواهم  ok") == "می\u200cخواهم ok"


def test_a_name_keeps_its_spaces_and_shows_that_something_is_odd() -> None:
    assert printable("my  file\n\x1b.yaml") == "my  file\ufffd\ufffd.yaml"


def test_a_text_is_cut_with_an_ellipsis_within_its_width() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdef", 4) == "abc…"
    assert cut("漢字漢字", 6) == "漢字…"
    assert cut("abc", 0) == ""
    assert width_of(cut("a漢字", 3)) <= 3


def test_padding_counts_cells() -> None:
    assert pad("漢", 4) == "漢  "
    assert pad("漢", 4, right=True) == "  漢"
    assert pad("abcdef", 4) == "abcdef"


def test_words_are_wrapped_and_long_ones_broken() -> None:
    assert wrap("Let the shoulder sink", 8) == ["Let the", "shoulder", "sink"]
    assert wrap("abcdefghij k", 4) == ["abcd", "efgh", "ij k"]
    assert wrap("漢字漢字漢", 4) == ["漢字", "漢字", "漢"]
    assert wrap("", 10) == []


@pytest.mark.parametrize("width", [1, 2, 3, 7])
def test_no_wrapped_line_is_too_wide_and_nothing_is_lost(width: int) -> None:
    text = "a 漢字 e\u0301e\u0301e\u0301 supercalifragilistic 👍👍👍"
    lines = wrap(text, width)
    assert max(map(width_of, lines)) <= max(2, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
