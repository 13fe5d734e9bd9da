from datetime import UTC, date, datetime, timedelta, timezone

from desktop.words.journal import beside_line, day_heading, entry_name, time_text

TODAY = date(2026, 3, 2)


def test_days_are_named_from_today() -> None:
    assert day_heading(TODAY, TODAY) == "Today, Monday 2 March"
    assert day_heading(date(2026, 3, 1), TODAY) == "Yesterday, Sunday 1 March"
    assert day_heading(date(2026, 1, 5), TODAY) == "Monday 5 January"
    assert day_heading(date(2025, 12, 31), TODAY) == "Wednesday 31 December 2025"


def test_times_are_those_of_the_persons_wall() -> None:
    there = timezone(timedelta(hours=9))
    assert time_text(datetime(2026, 3, 2, 23, 5, tzinfo=there)) == "23:05"
    assert entry_name(datetime(2026, 3, 2, 9, 7, tzinfo=UTC)) == "entry of 9:07"


def test_choices_stand_in_one_line() -> None:
    assert beside_line("Your desk", ("Feet flat", "Lamp")) == "Your desk → Feet flat, Lamp"
