"""Hours and weekdays in words, and what is proposed for one more range."""

from datetime import time

import pytest

from desktop.words.hours import (
    another,
    day_label,
    days_label,
    hours_from,
    hours_kept,
    hours_label,
    is_empty,
    when_label,
)
from routines.reminders.model import EVERY_DAY, Hours, Weekday


@pytest.mark.parametrize(
    "text", ["09:00-12:30", "22:00-02:00", "22:00-24:00", "00:00-24:00", "00:00-07:05"]
)
def test_hours_are_kept_as_a_file_would_have_them(text: str) -> None:
    (hours,) = hours_from([text])
    assert hours_kept(hours) == text
    assert hours_label(hours) == text.replace("-", "–")


def test_what_is_no_range_is_left_out() -> None:
    assert hours_from(["9-17", "9:00-12:00", "", "9:00-9:00"]) == (Hours(time(9), time(12)),)


def test_a_range_that_ends_where_it_begins_is_empty_but_midnight_to_midnight_is_all_day() -> None:
    assert is_empty(Hours(time(9), time(9)))
    assert not is_empty(Hours(time(0), time(0)))
    assert not is_empty(Hours(time(22), time(2)))


@pytest.mark.parametrize(
    ("there", "proposed"),
    [
        ((), "09:00-17:00"),
        (("09:00-12:30",), "13:30-16:30"),
        (("13:00-15:00", "09:00-12:00"), "16:00-19:00"),
        (("09:00-21:30",), "22:30-24:00"),
        (("09:00-23:30",), "09:00-17:00"),
    ],
)
def test_one_more_range_begins_an_hour_after_the_last(
    there: tuple[str, ...], proposed: str
) -> None:
    found = another(hours_from(there))
    assert hours_kept(found) == proposed
    assert not is_empty(found)


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (EVERY_DAY, "every day"),
        (EVERY_DAY[4::-1], "Monday to Friday"),
        (EVERY_DAY[5:], "at the weekend"),
        ((Weekday.THU, Weekday.MON), "Mon, Thu"),
    ],
)
def test_weekdays_are_told_in_few_words(days: tuple[Weekday, ...], label: str) -> None:
    assert days_label(days) == label


def test_days_and_hours_are_told_in_one_line() -> None:
    assert when_label(EVERY_DAY, ()) == "every day, all day"
    hours = hours_from(["09:00-12:00", "13:00-24:00"])
    assert when_label(EVERY_DAY[:5], hours) == "Monday to Friday, 09:00–12:00, 13:00–24:00"


def test_the_days_have_their_names() -> None:
    assert [day_label(day) for day in (Weekday.MON, Weekday.SUN)] == ["Monday", "Sunday"]


def test_hours_that_end_on_the_day_after_say_so() -> None:
    days = tuple(Weekday)
    assert when_label(days, [Hours(time(18), time(17))]) == "every day, 18:00–17:00 over midnight"
    assert when_label(days, [Hours(time(18), time(0))]) == "every day, 18:00–24:00"
