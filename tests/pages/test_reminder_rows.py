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
)
from routines.reminders.model import (
    After,
    AtTimes,
    Before,
    Event,
    Every,
    Hours,
    Reminder,
    Rhythm,
    Style,
    Weekday,
)
from routines.reminders.times import read_every


def reminder(rhythm: Rhythm) -> Reminder:
    return Reminder(id="tea", name="Tea", about="A cup.", rhythm=rhythm, notes=("Drink.",))


# ---------------------------------------------------------------- rows


def test_a_row_for_an_interval_has_it_as_it_would_be_typed() -> None:
    assert row_of(reminder(Every(3600.0))) == ReminderRow(
        id="tea", name="Tea", about="A cup.", on=True, every="1h"
    )


def test_a_row_for_clock_times_has_them() -> None:
    row = row_of(reminder(AtTimes((time(9, 5), time(15)))))
    assert (row.every, row.at, row.rhythm) == ("", (time(9, 5), time(15)), "")


def test_a_row_has_the_days_and_hours_that_are_in_force() -> None:
    days, hours = (Weekday.MON, Weekday.SAT), (Hours(time(9), time(12)),)
    row = row_of(replace(reminder(Every(3600.0)), days=days, between=hours))
    assert (row.days, row.hours) == (days, hours)


def test_a_card_can_show_another_state_but_not_another_rhythm() -> None:
    row = row_of(reminder(Every(3600.0)))
    assert replace(row, on=False, every="2h", style=Style.QUIET, days=()).is_made_like(row)
    for other in (reminder(AtTimes((time(9),))), replace(reminder(Every(3600.0)), name="Cup")):
        assert not row_of(other).is_made_like(row)
    assert not replace(row, problems=("tea.yaml:1:1 No.",)).is_made_like(row)


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
    assert (row.rhythm, row.every, row.at) == (text, "", ())


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
