"""What may be typed into the settings, how it is kept, and what is said to the rest."""

import pytest

from desktop.pages.settings.fields import (
    FormField,
    Refusal,
    absences_text,
    day_label,
    read_absences,
    read_day_hours,
    read_names,
    read_time,
)
from desktop.reminders.wishes import absences_of, week_of
from routines.reminders.model import Weekday

# ---------------------------------------------------------------- times of day


@pytest.mark.parametrize(
    ("typed", "kept"), [("22:30", "22:30"), (" 7:05 ", "07:05"), ("0:00", "00:00"), ("  ", "")]
)
def test_a_time_is_kept_with_two_digits_and_may_be_left_out(typed: str, kept: str) -> None:
    assert read_time(typed) == kept


@pytest.mark.parametrize(
    ("typed", "guess"),
    [("7.30", "07:30"), ("10pm", "22:00"), ("24:00", "00:00"), ("late", "22:30"), ("25", "22:30")],
)
def test_a_time_that_is_none_is_refused_with_what_was_meant(typed: str, guess: str) -> None:
    refusal = Refusal(f"“{typed}” is no time of day. Write {guess}.")
    assert read_time(f" {typed} ") == refusal


# ---------------------------------------------------------------- hours of a weekday


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("09:00-12:30", ("09:00-12:30",)),
        (" 9:00 - 12:30 , 13:30-18:00", ("09:00-12:30", "13:30-18:00")),
        ("22:00-02:00", ("22:00-02:00",)),
        ("22:00-24:00", ("22:00-24:00",)),
        ("00:00-24:00", ("00:00-24:00",)),
    ],
)
def test_hours_are_kept_as_they_would_be_typed(typed: str, kept: tuple[str, ...]) -> None:
    assert read_day_hours(typed) == kept
    assert read_day_hours(", ".join(kept)) == kept
    assert len(week_of([("mon", kept)])[0]) == len(kept), "the reminders can read them"


@pytest.mark.parametrize("typed", ["", "  "])
def test_a_day_with_nothing_typed_has_no_limits(typed: str) -> None:
    assert read_day_hours(typed) is None


@pytest.mark.parametrize("typed", ["-", " – ", "—"])
def test_a_dash_is_a_day_without_reminders(typed: str) -> None:
    assert read_day_hours(typed) == ()


@pytest.mark.parametrize(
    ("typed", "named", "guess"),
    [
        ("9-17", "9-17", "09:00-17:00"),
        ("9-5", "9-5", "09:00-17:00"),
        ("9:00-12:00, all day", "all day", "09:00-12:30"),
        ("9:00-9:00", "9:00-9:00", "09:00-12:30"),
        ("9:00-12:00,", "", "09:00-12:30"),
    ],
)
def test_hours_that_are_none_are_named_and_refused(typed: str, named: str, guess: str) -> None:
    assert read_day_hours(typed) == Refusal(f"“{named}” is no range of hours. Write {guess}.")


# ---------------------------------------------------------------- days away

DAY, DAYS = ("2026-12-24", "2026-12-24"), ("2026-12-24", "2026-12-28")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ()),
        (" , ;\n", ()),
        ("2026-12-24", (DAY,)),
        ("2026-12-24 to 2026-12-28", (DAYS,)),
        ("2026-12-24 bis 2026-12-28.", (DAYS,)),
        ("2026-12-24 – 2026-12-28", (DAYS,)),
        ("2026-12-24-2026-12-28", (DAYS,)),
        ("2026-12-24; 2026-12-24 Until 2026-12-28\n", (DAY, DAYS)),
    ],
)
def test_days_away_are_single_days_or_ranges(typed: str, kept: tuple[tuple[str, str], ...]) -> None:
    assert read_absences(typed) == kept
    assert read_absences(absences_text(kept)) == kept
    assert len(list(absences_of(kept))) == len(kept), "the reminders can read them"


def test_days_away_are_shown_as_they_would_be_typed() -> None:
    assert absences_text((DAY, DAYS)) == "2026-12-24, 2026-12-24 to 2026-12-28"


@pytest.mark.parametrize(
    "typed",
    [
        "christmas",
        "24.12.2026",
        "2026-02-30",
        "2026-12-28 to 2026-12-24",
        "2026-12-24 to",
        "2026-12-24 to 28",
        "2026-12-24 and 2026-12-28",
        "2026-12-24 2026-12-26 2026-12-28",
        "12026-12-24",
    ],
)
def test_days_that_are_not_understood_are_named_and_refused(typed: str) -> None:
    sentence = f"“{typed}” is not understood. Write 2026-12-24 to 2026-12-28."
    assert read_absences(f"2026-05-01, {typed}") == Refusal(sentence)


# ---------------------------------------------------------------- names and fields


def test_names_are_kept_once_each_and_in_order() -> None:
    assert read_names(" zoom, obs ,, zoom,My Game") == ("zoom", "obs", "My Game")
    assert read_names(" , ") == ()


def test_the_days_have_their_names() -> None:
    assert [day_label(day) for day in (Weekday.MON, Weekday.SUN)] == ["Monday", "Sunday"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], True),
        (["bed"], True),
        (["remind", "hour"], True),
        (["bed", "sound"], False),
        (["22:30"], False),
    ],
)
def test_a_search_finds_a_field_by_all_words_of_what_it_says(words: list[str], found: bool) -> None:
    field = FormField("bed", "Reminders", "Bedtime", value="22:30", hint="An HOUR before.")
    assert field.matches(words) is found
