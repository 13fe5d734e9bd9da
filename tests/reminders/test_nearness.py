"""How near the next reminder is: seldom another picture, and never a full ring too soon."""

from datetime import time
from itertools import pairwise

import pytest

from desktop.reminders.nearness import share_to
from desktop.reminders.schedule import Coming
from routines.reminders.model import AtTimes, Every, Reminder, Rhythm


def coming(rhythm: Rhythm, minutes: float) -> Coming:
    return Coming(Reminder(id="a", name="A", rhythm=rhythm, notes=("A",)), minutes * 60)


def test_without_a_reminder_there_is_no_arc() -> None:
    assert share_to(None) is None


@pytest.mark.parametrize(
    ("minutes", "share"), [(60, 0.0), (53, 0.0), (52, 0.125), (30, 0.5), (1, 0.875), (0, 1.0)]
)
def test_it_grows_with_the_time_that_has_gone(minutes: float, share: float) -> None:
    assert share_to(coming(Every(3600), minutes)) == share


@pytest.mark.parametrize("minutes", [5, 20, 45, 60, 180, 1440])
def test_it_changes_eight_times_an_hour_at_the_most(minutes: int) -> None:
    rhythm = Every(minutes * 60)
    shares = [share_to(coming(rhythm, left)) for left in range(minutes, -1, -1)]
    changes = sum(a != b for a, b in pairwise(shares))
    assert 1 <= changes <= max(1, 8 * minutes / 60)


def test_a_clock_time_is_near_in_its_last_hour() -> None:
    rhythm = AtTimes((time(15),))
    assert share_to(coming(rhythm, 300)) == 0
    assert share_to(coming(rhythm, 30)) == 0.5
