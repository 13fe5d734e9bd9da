"""When the next reminder comes, in words."""

from datetime import UTC, datetime, time, timedelta

import pytest

from desktop.reminders.schedule import Coming
from desktop.words.reminding import coming_text
from routines.reminders.model import AtTimes, Reminder

SOON = Reminder(id="soon", name="Soon", rhythm=AtTimes((time(19, 16),)), notes=("A",))
NOW = datetime(2026, 3, 2, 19, 15, 14, tzinfo=UTC)


@pytest.mark.parametrize("late", [0.0, 0.000_3, 0.04])
def test_a_clock_time_is_told_as_it_stands_in_the_file(late: float) -> None:
    """The seconds until then are counted a moment after the clock was read."""
    seconds = (NOW.replace(minute=16, second=0) - NOW - timedelta(seconds=late)).total_seconds()
    assert coming_text(Coming(SOON, seconds), NOW) == "Soon at 19:16"


def test_a_moment_past_the_minute_is_still_that_minute() -> None:
    assert coming_text(Coming(SOON, 100.0), NOW) == "Soon at 19:16"


def test_another_day_is_told_with_its_date() -> None:
    assert coming_text(Coming(SOON, 86_446.0), NOW) == "Soon on 2026-03-03 at 19:16"
