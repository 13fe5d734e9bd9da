"""What a reminder's card says and offers, and the clock times that may be typed into it."""

from dataclasses import replace
from datetime import time

import pytest

from desktop.pages.reminders.rows import (
    EVERY_CHOICES,
    ReminderRow,
    every_label,
    every_text,
    row_of,
    style_label,
    times_of,
)
from routines.reminders.model import (
    After,
    AtTimes,
    Before,
    Event,
    Every,
    Reminder,
    Rhythm,
    Style,
)
from routines.reminders.times import read_every


def reminder(rhythm: Rhythm) -> Reminder:
    return Reminder(id="tea", name="Tea", about="A cup.", rhythm=rhythm, notes=("Drink.",))


# ---------------------------------------------------------------- rows


def test_a_row_for_an_interval_has_it_as_it_would_be_typed() -> None:
    assert row_of(reminder(Every(3600.0))) == ReminderRow(
        id="tea", name="Tea", about="A cup.", on=True, every="1h"
    )


def test_a_row_for_clock_times_has_them_with_commas() -> None:
    row = row_of(reminder(AtTimes((time(9, 5), time(15)))))
    assert (row.every, row.at, row.rhythm) == ("", "09:05, 15:00", "")


@pytest.mark.parametrize(
    ("rhythm", "text"),
    [
        (Before(Event.BEDTIME, 4500.0), "1 h 15 min before bedtime"),
        (Before(Event.MEETING, 300.0), "5 min before a meeting"),
        (After(Event.CALL, 1800.0), "after a call of 30 min or more"),
    ],
)
def test_a_row_for_an_event_says_when_it_comes_and_has_nothing_to_type(
    rhythm: Rhythm, text: str
) -> None:
    row = row_of(reminder(rhythm))
    assert (row.rhythm, row.every, row.at) == (text, "", None)


def test_a_row_has_the_switch_and_the_style_that_are_in_force() -> None:
    row = row_of(replace(reminder(Every(3600.0)), enabled=False, style=Style.QUIET))
    assert (row.on, row.style) == (False, Style.QUIET)


def test_the_styles_are_called_by_what_one_sees() -> None:
    assert [style_label(each) for each in Style] == [
        "as a paper note",
        "as a notification",
        "quietly, in the tray",
    ]


# ---------------------------------------------------------------- intervals


@pytest.mark.parametrize("text", EVERY_CHOICES)
def test_every_choice_is_an_interval_that_a_file_could_have(text: str) -> None:
    every = read_every(text)
    assert isinstance(every, Every)
    assert every_text(every.seconds) == text


@pytest.mark.parametrize("seconds", [300.0, 2400.0, 5000.5, 14400.0])
def test_an_interval_that_is_no_choice_is_kept_as_it_is(seconds: float) -> None:
    assert every_text(seconds) not in EVERY_CHOICES
    assert read_every(every_text(seconds)) == Every(seconds)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("20m", "every 20 min at the desk"),
        ("1h30m", "every 1 h 30 min at the desk"),
        ("2400s", "every 40 min at the desk"),
        ("450.5s", "every 7½ min at the desk"),
    ],
)
def test_an_interval_is_shown_in_words(text: str, label: str) -> None:
    assert every_label(text) == label


# ---------------------------------------------------------------- clock times


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("10:30", ("10:30",)),
        ("9:05,15:00", ("09:05", "15:00")),
        (" 9:05 ;  15:00 ,", ("09:05", "15:00")),
        ("0:00", ("00:00",)),
    ],
)
def test_clock_times_are_taken_as_they_are_kept(typed: str, times: tuple[str, ...]) -> None:
    assert times_of(typed) == times


@pytest.mark.parametrize("word", ["half ten", "24:00", "10.30", "10:60", "10:30 15:00"])
def test_a_word_that_is_no_time_is_named(word: str) -> None:
    refusal = f"“{word}” is no time of day. Write 10:30, 15:00."
    assert times_of(f"9:00, {word}, 15:00") == refusal


@pytest.mark.parametrize("typed", ["", "  ", ", ;"])
def test_at_least_one_time_must_be_there(typed: str) -> None:
    assert times_of(typed) == "At least one time of day, as in 10:30."
