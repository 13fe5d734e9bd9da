"""The day of a moment: one, the same for ever, and the same in Python as in the file."""

import sqlite3
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.keep.history.days import day_of, day_sql, hour_sql, moment_of, stamp

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Apia",  # skipped a whole day
    "Africa/Casablanca",
    "UTC",
)
starts = st.times(max_value=time(12)).map(lambda at: at.replace(second=0, microsecond=0))
moments = st.datetimes(
    datetime(1960, 1, 1),
    datetime(2099, 1, 1),
    timezones=st.sampled_from(ZONES).map(ZoneInfo),
)


def asked(expression: str, moment: datetime) -> int:
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE TABLE it (at REAL, "offset" INTEGER)')
    connection.execute("INSERT INTO it VALUES (?, ?)", stamp(moment))
    (found,) = connection.execute(f"SELECT {expression} FROM it").fetchone()
    connection.close()
    assert isinstance(found, int)
    return found


@pytest.mark.parametrize(
    ("at", "day"),
    [("03:59:59.999999", 1), ("04:00:00", 2), ("00:00:00", 1), ("23:59:59.999999", 2)],
)
def test_the_day_begins_at_four_on_the_wall(at: str, day: int) -> None:
    moment = datetime.fromisoformat(f"2026-03-02T{at}+05:45")
    assert day_of(moment) == date(2026, 3, day)
    assert date.fromordinal(asked(day_sql(time(4)), moment)) == date(2026, 3, day)


@example(datetime(1965, 3, 2, 3, 59, 59, 500_000, tzinfo=ZoneInfo("UTC")), time(4))
@example(datetime(2026, 3, 2, 3, 59, 59, 999_999, tzinfo=ZoneInfo("UTC")), time(4))
@given(moments, starts)
def test_the_file_and_the_program_agree_on_every_day(moment: datetime, start: time) -> None:
    assert date.fromordinal(asked(day_sql(start), moment)) == day_of(moment, start)


@given(moments)
def test_the_file_and_the_program_agree_on_every_hour(moment: datetime) -> None:
    assert asked(hour_sql(), moment) == moment.hour


@given(moments, starts)
def test_a_moment_that_is_kept_has_the_same_day_wherever_it_is_read(
    moment: datetime, start: time
) -> None:
    kept = moment_of(*stamp(moment))
    assert kept == moment.astimezone(UTC)
    assert kept.utcoffset() == moment.utcoffset()
    assert day_of(kept, start) == day_of(moment, start)


@given(moments, starts)
def test_every_moment_lies_within_the_one_day_it_belongs_to(moment: datetime, start: time) -> None:
    wall = moment.replace(tzinfo=None)
    begin = datetime.combine(day_of(moment, start), start)
    assert begin <= wall < begin + timedelta(days=1)


@given(st.lists(st.floats(0, 4e9), min_size=2).map(sorted), st.integers(-50_000, 50_000), starts)
def test_at_one_offset_days_follow_their_moments(
    times: list[float], offset: int, start: time
) -> None:
    days = [day_of(moment_of(at, offset), start) for at in times]
    assert days == sorted(days)


@given(moments, st.integers(0, 90_000), st.sampled_from(["Europe/Berlin", "America/New_York"]))
def test_days_follow_their_moments_over_a_change_of_the_clocks(
    moment: datetime, seconds: int, zone: str
) -> None:
    """There the clocks change before four, so no day begins twice."""
    begin = moment.astimezone(UTC)
    later = begin + timedelta(seconds=seconds)
    there = [day_of(each.astimezone(ZoneInfo(zone))) for each in (begin, later)]
    assert there == sorted(there)


def test_the_hour_that_comes_twice_is_one_night() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    again = first.replace(fold=1)
    assert stamp(again)[0] - stamp(first)[0] == 3600
    assert day_of(first) == day_of(again) == date(2026, 10, 24)


def test_a_flight_may_bring_a_day_twice() -> None:
    evening = datetime(2026, 3, 2, 20, tzinfo=timezone(timedelta(hours=14)))
    assert day_of(evening) == day_of(
        (evening + timedelta(hours=20)).astimezone(UTC).astimezone(timezone(timedelta(hours=-10)))
    )
