"""One's own data in words."""

from datetime import date
from pathlib import Path

import pytest

from desktop.keep.history.rows import TABLES
from desktop.words import data as words

DAY = date(2026, 3, 2)


def test_every_kind_that_is_kept_has_a_word_of_its_own() -> None:
    assert tuple(table.name for table in TABLES.values()) == words.KINDS
    assert len({words.kind_name(kind) for kind in words.KINDS}) == len(words.KINDS)


def test_numbers_are_told_one_by_one_and_nothing_of_what_there_is_none() -> None:
    assert words.numbers_text({"entry": 2, "run": 1, "off": 0}) == "1 run, 2 journal entries"
    assert words.numbers_text({"entry": 1, "answer": 3}) == "1 journal entry, 3 choices or ticks"
    assert words.kept_text({"run": 0}) == "Nothing yet."


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "1 kB"), (4096, "4 kB"), (1_370_000, "1.4 MB"), (2_000_000, "2 MB")],
)
def test_sizes(size: int, text: str) -> None:
    assert words.size_text(size) == text


@pytest.mark.parametrize("what", [DAY, *words.KINDS])
def test_of_a_day_or_a_kind_it_is_said_that_copies_still_tell(what: date | str) -> None:
    text = words.doomed_text(what, {"run": 2})
    assert text.startswith("This deletes 2 runs: all")
    assert "The last seven daily copies" in text
    assert "undone until you leave this page" in text


def test_of_everything_it_is_said_that_nothing_comes_back() -> None:
    for numbers, goes in (
        ({"run": 2}, "This deletes 2 runs, and every copy."),
        ({}, "every copy."),
    ):
        text = words.doomed_text("everything", numbers)
        assert goes in text
        assert "It cannot be undone." in text
        assert "Settings, your own routines and files that you exported stay." in text


def test_what_came_of_it() -> None:
    path = Path("/x.json")
    assert words.deleted_text(DAY, 1) == "1 record deleted: Monday, 2 March 2026."
    assert words.deleted_text("entry", 2) == "2 records deleted: Journal entries."
    assert words.imported_text(0, path) == "All of /x.json was here already."
    assert words.imported_text(1, path).startswith("1 record of /x.json was new")
    assert words.imported_text(3, path).startswith("3 records of /x.json were new")
    assert words.copies_text(0, path).endswith("There is none yet.")
    assert words.copies_text(1, path).endswith("1 file in /x.json")
