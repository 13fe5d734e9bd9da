"""Clock times, hours, intervals and events as people type them."""

from collections.abc import Callable
from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from routines.problems import Flaw, Message
from routines.reminders.model import After, Before, Event, Every, Hours
from routines.reminders.times import (
    read_after,
    read_before,
    read_clock,
    read_every,
    read_hours,
)


def refused(value: object) -> tuple[Message, str]:
    """The message of a flaw, and what to type instead."""
    assert isinstance(value, Flaw)
    return value.message, value.instead


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("7:30", time(7, 30)),
        ("07:30", time(7, 30)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
        ("00:05", time(0, 5)),
    ],
)
def test_a_clock_time_has_hours_and_minutes(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("24:00", "00:00"),
        ("24", "00:00"),
        ("25:00", ""),
        ("7:60", ""),
        ("7.30", "07:30"),
        ("7h30", "07:30"),
        ("0730", "07:30"),
        ("730", "07:30"),
        ("7", "07:00"),
        ("7am", "07:00"),
        ("7 PM", "19:00"),
        ("7:30 pm", "19:30"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("13pm", "13:00"),
        (" 7:30", "07:30"),
        ("7:3", ""),
        ("noon", ""),
        ("-7:30", ""),
        ("7:30:00", ""),
        ("٧:30", ""),
        ("", ""),
    ],
)
def test_what_is_no_clock_time_is_refused_with_a_hint(text: str, instead: str) -> None:
    assert refused(read_clock(text)) == (Message.BAD_CLOCK, instead)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("09:00-12:30", time(9), time(12, 30)),
        ("9:00 - 12:30", time(9), time(12, 30)),
        ("22:00-02:00", time(22), time(2)),
        ("18:00-24:00", time(18), time(0)),
        ("00:00-24:00", time(0), time(0)),
    ],
)
def test_hours_have_a_begin_and_an_end(text: str, begin: time, end: time) -> None:
    assert read_hours(text) == Hours(begin, end)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("25:00-3", ""),
        ("9-17", "09:00-17:00"),
        ("9-5", "09:00-17:00"),
        ("10-12", "10:00-12:00"),
        ("22-6", "22:00-06:00"),
        ("9am-5pm", "09:00-17:00"),
        ("09:00–12:30", "09:00-12:30"),
        ("24:00-02:00", "00:00-02:00"),
        ("09:00-09:00", ""),
        ("09:00", ""),
        ("09:00-", ""),
        ("-", ""),
        ("9-12-15", ""),
        ("", ""),
    ],
)
def test_what_are_no_hours_is_refused_with_a_hint(text: str, instead: str) -> None:
    assert refused(read_hours(text)) == (Message.BAD_HOURS, instead)


def test_hours_hold_their_begin_and_not_their_end() -> None:
    morning = Hours(time(9), time(12, 30))
    assert [morning.holds(time(*at)) for at in ((8, 59), (9, 0), (12, 29), (12, 30))] == [
        False,
        True,
        True,
        False,
    ]


def test_hours_may_go_past_midnight() -> None:
    night = Hours(time(22), time(2))
    assert night.holds(time(23))
    assert night.holds(time(0))
    assert night.holds(time(1, 59))
    assert not night.holds(time(2))
    assert not night.holds(time(12))
    assert Hours(time(18), time(0)).holds(time(23, 59))
    assert not Hours(time(18), time(0)).holds(time(0))


@given(st.times())
def test_all_day_is_all_day(at: time) -> None:
    assert Hours(time(0), time(0)).holds(at)


def test_an_interval_is_five_minutes_at_least() -> None:
    assert read_every("1h") == Every(3600.0)
    assert read_every("5m") == Every(300.0)
    assert refused(read_every("10s")) == (Message.TOO_OFTEN, "")
    assert refused(read_every("4m59s")) == (Message.TOO_OFTEN, "")
    assert refused(read_every("0s")) == (Message.ZERO, "")
    assert refused(read_every("60")) == (Message.NO_UNIT, "60s")
    assert refused(read_every("5h")) == (Message.OVER_FOUR_HOURS, "")


def test_before_and_after_name_an_event_and_a_length() -> None:
    assert read_before("bedtime 1h15m") == Before(Event.BEDTIME, 4500.0)
    assert read_before("meeting  5m ") == Before(Event.MEETING, 300.0)
    assert read_after("call 30m") == After(Event.CALL, 1800.0)


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("meeting", Message.BAD_EVENT, ""),
        ("1h", Message.BAD_EVENT, ""),
        ("meetings 5m", Message.BAD_VALUE, "meeting"),
        ("Bedtime 1h", Message.BAD_VALUE, "bedtime"),
        ("call 5m", Message.BAD_VALUE, ""),
        ("1h bedtime", Message.BAD_VALUE, ""),
        ("bedtime 1h 15m", Message.BAD_DURATION, "1h15m"),
        ("bedtime soon", Message.BAD_DURATION, ""),
        ("bedtime 0m", Message.ZERO, ""),
    ],
)
def test_what_is_no_event_is_refused_with_a_hint(text: str, message: Message, instead: str) -> None:
    assert refused(read_before(text)) == (message, instead)


def test_the_example_of_an_event_is_the_one_that_was_begun() -> None:
    flaw = read_before("meetin")
    assert isinstance(flaw, Flaw)
    assert flaw.values["example"] == "meeting 30m"


READERS: list[Callable[[str], object]] = [read_clock, read_hours, read_every, read_before]


@given(
    st.text(alphabet="0123456789:.-– hampbedtimcl24", max_size=16) | st.text(max_size=20),
    st.sampled_from(READERS),
)
@example("24:00-24:00", read_hours)
@example("12-0", read_hours)
@example("9-9", read_hours)
def test_what_is_proposed_instead_is_right(text: str, reader: Callable[[str], object]) -> None:
    value = reader(text)
    own = value.message in (Message.BAD_CLOCK, Message.BAD_HOURS) if isinstance(value, Flaw) else 0
    if isinstance(value, Flaw) and value.instead and own:
        assert not isinstance(reader(value.instead), Flaw)
