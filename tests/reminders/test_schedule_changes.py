"""Clocks that are set, and journeys to other time zones."""

from zoneinfo import ZoneInfo

from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from routines.reminders.model import Before, Event
from tests.reminders.days import LATER, SKIP, Day
from tests.reminders.scripts import Reply
from tests.reminders.world import POSTURE, TEA, at, reminder

BED = reminder("bed", Before(Event.BEDTIME, 75 * 60.0))
TWO_DAYS = 2 * 24 * 60

# ---------------------------------------------------------------- clocks that are set


def test_a_clock_set_back_does_not_bring_anything_twice() -> None:
    day = Day(TEA)
    assert day.until("10:40") == ["10:30 tea"]
    day.happen("set", -60)
    assert day.coming() == "15:00 tea"
    assert day.until("11:00") == []


def test_a_clock_set_back_two_days_brings_no_burst_and_loses_no_day() -> None:
    day = Day(TEA, POSTURE, start="2026-02-27 09:00", replies=[SKIP])
    assert day.until("2026-03-02 10:40")[-2:] == ["10:00 posture", "10:30 tea"]
    day.happen("set", -TWO_DAYS)
    assert day.until("11:10") == ["11:00 posture"]
    assert day.until("2026-03-01 10:31")[-1] == "10:30 tea"


def test_what_waits_comes_at_its_time_when_the_clock_is_set_back_before_it() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("10:40")
    day.happen("set", -30)
    assert day.hold() == []
    assert day.until("11:00") == ["10:30 tea"]


def test_what_waits_and_is_not_ahead_again_goes_on_waiting() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("10:40")
    day.happen("set", -5)
    assert day.hold() == []
    assert day.until("11:00") == ["10:37 tea"]


def test_not_today_is_still_today_when_the_clock_is_set_back() -> None:
    day = Day(POSTURE, replies=[Reply(0, Answer.NOT_TODAY)])
    assert day.stay(61) == ["10:00 posture"]
    day.happen("set", -TWO_DAYS)
    assert day.stay(120) == []


def test_a_snooze_lasts_as_long_as_it_was_said_to_when_the_clock_is_set_back() -> None:
    day = Day(TEA, replies=[LATER, SKIP])
    day.until("10:31")
    day.happen("set", -TWO_DAYS)
    assert day.stay(30) == ["10:45 tea"]


def test_a_clock_set_forward_is_taken_for_a_suspend() -> None:
    day = Day(TEA, POSTURE)
    day.stay(55)
    day.happen("set", TWO_DAYS)
    assert day.stay(59) == ["10:30 tea"]
    assert day.stay(1) == ["10:55 posture"]


# ---------------------------------------------------------------- journeys


NEW_YORK, KOLKATA = 1, 2


def test_a_clock_time_comes_once_a_day_wherever_one_is() -> None:
    day = Day(TEA, replies=[SKIP])
    assert day.until("12:00") == ["10:30 tea"]
    day.happen("zone", NEW_YORK)
    assert day.world.now.wall.hour == 6
    assert day.until("15:10") == ["15:00 tea"]


def test_clock_times_are_by_the_new_zone() -> None:
    day = Day(at("tea", "14:00"))
    day.happen("zone", KOLKATA)
    assert f"{day.world.now.wall:%H:%M}" == "13:30"
    assert day.stay(60) == ["14:00 tea"]


def test_a_clock_time_of_the_last_half_hour_in_the_new_zone_still_comes() -> None:
    day = Day(at("tea", "13:15"))
    day.happen("zone", KOLKATA)
    assert day.stay(10) == ["13:32 tea"]


def test_what_waits_by_the_old_clock_waits_no_longer() -> None:
    day = Day(at("tea", "10:00"))
    day.hold(Hold.CALL)
    day.until("10:30")
    day.happen("zone", NEW_YORK)
    assert day.hold() == []
    assert day.until("09:59") == []
    assert day.stay(5) == ["10:00 tea"]


def test_a_snooze_goes_on_over_a_change_of_zone_but_not_for_ever() -> None:
    for asleep, comes in ((5, ["04:45 tea"]), (600, [])):
        day = Day(TEA, replies=[LATER, SKIP])
        day.until("10:31")
        day.happen("zone", NEW_YORK)
        day.happen("sleep", asleep)
        assert day.stay(15) == comes


def test_the_interval_goes_on_over_a_change_of_zone() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("zone", NEW_YORK)
    assert day.stay(20) == ["04:00 posture"]


def test_the_schedule_keeps_to_half_hours_of_summer_time_too() -> None:
    """Lord Howe Island goes forward by half an hour, from 2:00 to 2:30."""
    day = Day(at("night", "02:10"), start="2026-10-04 00:00", tz=ZoneInfo("Australia/Lord_Howe"))
    assert day.stay(6 * 60) == ["02:40 night"]
