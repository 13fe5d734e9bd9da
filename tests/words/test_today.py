"""The sentences of the page Today."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desktop.past.fits import Reason
from desktop.past.week import Dot, last_seven
from desktop.words.today import (
    areas_text,
    before_text,
    date_text,
    day_words,
    kept_text,
    rated_text,
    week_text,
    why_text,
)

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


def test_every_reason_has_its_words() -> None:
    said = [why_text(reason) for reason in Reason]
    assert all(said)
    assert len(set(said)) == len(said)


def test_the_reason_names_what_was_rated_and_the_bedtime_if_it_is_known() -> None:
    assert why_text(Reason.HIGH, scale="anxiety") == "You rated anxiety high just now"
    assert why_text(Reason.EVENING) == "It is evening"
    assert why_text(Reason.EVENING, before_bed=True) == "Before bed"


def test_the_week_is_counted_and_never_blamed() -> None:
    four = {TODAY - timedelta(days=back): 5.0 for back in (0, 1, 3, 6)}
    assert week_text(last_seven(four, TODAY)) == "4 of the last 7 days"
    nothing = "Nothing in the last seven days. One minute is enough."
    assert week_text(last_seven({}, TODAY)) == nothing


def test_a_day_says_its_name_and_minutes() -> None:
    assert day_words(Dot(TODAY, 12), TODAY, "") == "Today: 12 min"
    assert day_words(Dot(date(2026, 3, 1), 0), TODAY, "") == "Yesterday: no practice"
    assert day_words(Dot(date(2026, 2, 27), 0, is_off=True), TODAY, "sick") == (
        "Friday, 27 February: ill"
    )
    assert day_words(Dot(TODAY, 1, is_off=True), TODAY, "holiday") == "Today: 60 s, away"


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        ((), ""),
        (("neck",), "neck"),
        (("upper-back", "neck"), "upper back and neck"),
        (("face", "jaw", "neck"), "face, jaw and neck"),
    ],
)
def test_areas_are_listed_as_one_says_them(areas: tuple[str, ...], said: str) -> None:
    assert areas_text(areas) == said


@pytest.mark.parametrize(
    ("hours_ago", "days_ago", "said"),
    [
        (10, 0, "It was 4 this morning."),
        (5, 0, "It was 4 this afternoon."),
        (1, 0, "It was 4 at 19:00."),
        (22, 1, "It was 4 yesterday."),
        (60, 2, ""),
    ],
)
def test_the_rating_before_is_told_if_it_is_not_long_ago(
    hours_ago: int, days_ago: int, said: str
) -> None:
    assert before_text(4, NOW - timedelta(hours=hours_ago), NOW, days_ago) == said


def test_a_rating_from_another_time_zone_is_told_by_the_clock_here() -> None:
    at = (NOW - timedelta(hours=1)).astimezone(timezone(timedelta(hours=9)))
    assert before_text(4, at, NOW, 0) == "It was 4 at 19:00."


def test_what_could_not_be_written_is_not_said_to_be_kept() -> None:
    rated = rated_text("tension", 6, ("upper-back", "neck"))
    assert kept_text(rated, "It was 4 this morning.", kept=True) == (
        "Kept: tension 6, upper back and neck. It was 4 this morning."
    )
    assert kept_text("pain 2", "", kept=False) == "Noted: pain 2."


def test_the_date_is_one_that_is_said() -> None:
    assert date_text(TODAY) == "Monday, 2 March"
