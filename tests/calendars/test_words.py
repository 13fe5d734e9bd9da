"""The sentences about what could not be read."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.calendars.places import located
from desktop.calendars.report import (
    DONE,
    Problem,
    Report,
    Seen,
    Trouble,
    problem_line,
    read_report,
    seen_line,
    start_line,
)
from desktop.calendars.words import (
    MOST_SENTENCES,
    TEXTS,
    sentence,
    words_for,
    words_for_place,
)
from tests.calendars.texts import NOW


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_a_sentence_with_all_its_values(trouble: Trouble) -> None:
    text = sentence(Problem(trouble, "/calendars/{0}/50%n.ics", 2, "{why}"))
    assert text.endswith(".")
    assert not {"{path}", "{detail}", "{files}", "{hours}"} & set(text.split())
    needed = {"{path}": "/calendars/{0}/50%n.ics", "{detail}": "{why}", "%n": "2"}
    for key, value in needed.items():
        assert (value in text) == (key in TEXTS[trouble])


def test_one_event_is_not_called_events() -> None:
    assert sentence(Problem(Trouble.UNCLEAR_EVENTS, "/a", 1)).startswith("1 event in /a")
    assert sentence(Problem(Trouble.UNCLEAR_EVENTS, "/a", 2)).startswith("2 events in /a")


def test_limits_are_named() -> None:
    assert "10 MB" in sentence(Problem(Trouble.TOO_LARGE, "/a"))
    assert "200 calendar files" in sentence(Problem(Trouble.TOO_MANY_FILES, count=3))
    assert "5000 meetings" in sentence(Problem(Trouble.TOO_MANY_MEETINGS, count=5000))
    assert "48 hours" in sentence(Problem(Trouble.TOO_MANY_MEETINGS, count=5000))


def test_a_place_at_home_is_named_shortly(own_home: Path) -> None:
    assert sentence(Problem(Trouble.EMPTY, f"{own_home}/a.ics")) == "~/a.ics is empty."
    assert sentence(Problem(Trouble.EMPTY, f"{own_home}x")) == f"{own_home}x is empty."


def test_a_name_that_is_no_text_can_be_shown() -> None:
    assert sentence(Problem(Trouble.EMPTY, "/\udcff")) == "/? is empty."


def test_if_all_is_well_there_is_nothing_to_say() -> None:
    assert words_for(Report(complete=True)) == ""


def test_a_reading_without_end_is_told_first() -> None:
    problems = (Problem(Trouble.EMPTY, "/a"),)
    assert words_for(Report(problems=problems)).startswith("Reading the calendars took too long")
    assert words_for(Report(problems=problems)).endswith(" /a is empty.")


def test_nobody_has_to_read_two_hundred_sentences() -> None:
    many = tuple(Problem(Trouble.EMPTY, f"/{number}") for number in range(200))
    text = words_for(Report(problems=many, complete=True))
    assert text.count("is empty.") == MOST_SENTENCES
    assert text.endswith("And 197 more problems.")
    one_more = words_for(Report(problems=many[: MOST_SENTENCES + 1], complete=True))
    assert one_more.endswith("/2 is empty. And 1 more problem.")
    exactly = words_for(Report(problems=many[:MOST_SENTENCES], complete=True))
    assert exactly.endswith("/2 is empty.")


def test_each_place_says_how_many_meetings_it_has_or_what_is_wrong_with_it() -> None:
    report = read_report(
        [
            seen_line(Seen("/good", None)),
            seen_line(Seen("/good/a.ics", None)),
            start_line(NOW),
            start_line(NOW + timedelta(hours=1)),
            seen_line(Seen("/goods.ics", None)),
            start_line(NOW),
            problem_line(Problem(Trouble.MISSING, "/gone.ics")),
            DONE,
        ]
    )
    assert words_for_place("/good", report) == ("2 meetings in the next 48 hours.", True)
    assert words_for_place("/good/a.ics", report)[0].startswith("2 ")
    none = ("0 meetings in the next 48 hours.", True)
    assert words_for_place("/goods.ics", report) == none, "that one was counted before"
    assert words_for_place("/gone.ics", report) == ("/gone.ics is not there.", False)
    assert words_for_place("/good", None) == ("It is being read.", True)


@pytest.mark.parametrize("place", ["http://a.org/b.ics", "webcal://a.org/b", "file:///b.ics"])
def test_an_address_is_not_read_and_says_so(place: str) -> None:
    assert located(place) is None
    text, good = words_for_place(place, None)
    assert text == f"{place} is an address: only files on this computer are read. Save it as one."
    assert not good


def test_a_place_without_a_folder_is_in_the_home_folder(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert located("a.ics") == located("~/a.ics") == own_home / "a.ics"
    assert located("/b/a.ics") == Path("/b/a.ics")
    assert located("C:a.ics") == own_home / "C:a.ics"
    problems = (Problem(Trouble.EMPTY, str(own_home / "a.ics")),)
    assert words_for_place("a.ics", Report(problems=problems)) == ("~/a.ics is empty.", False)
