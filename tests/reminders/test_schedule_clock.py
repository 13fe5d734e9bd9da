"""Clock times, hours, days, bedtime, and clocks that change."""

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from desktop.reminders.plan import Plan
from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from routines.reminders.model import AtTimes, Before, Event, Weekday
from tests.reminders.days import LATER, SKIP, Day, days_away
from tests.reminders.scripts import Reply
from tests.reminders.world import NIGHT, POSTURE, TEA, at, every, hours, reminder

BED = reminder("bed", Before(Event.BEDTIME, 75 * 60.0))
TWO_DAYS = 2 * 24 * 60

# ---------------------------------------------------------------- clock times


def test_it_comes_at_its_clock_times_each_day() -> None:
    day = Day(TEA, replies=[SKIP])
    assert day.until("2026-03-03 11:00") == ["10:30 tea", "15:00 tea", "15:20 tea", "10:30 tea"]


def test_a_clock_time_that_passed_in_a_short_absence_comes_after_it() -> None:
    day = Day(TEA)
    day.until("10:20")
    day.happen("sleep", 30)
    assert day.stay(5) == ["10:52 tea"]


def test_a_clock_time_that_passed_long_ago_while_nobody_was_there_does_not_come() -> None:
    day = Day(TEA)
    day.until("10:20")
    day.happen("sleep", 50)
    assert day.stay(60) == []


def test_idle_and_then_locked_is_one_absence() -> None:
    day = Day(TEA)
    day.until("10:25")
    day.happen("idle")
    day.until("10:50")
    day.happen("lock")
    day.until("11:05")
    day.happen("unlock")
    day.happen("back")
    assert day.stay(60) == []


def test_after_a_night_there_is_no_burst() -> None:
    day = Day(TEA, NIGHT, POSTURE)
    day.happen("sleep", 24 * 60)
    assert day.stay(59) == []


def test_two_clock_times_that_wait_are_one_note() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("15:40")
    assert day.hold() == ["15:40 tea"]
    assert day.stay(60) == []


def test_a_clock_time_waits_no_longer_than_its_day() -> None:
    day = Day(TEA)
    day.hold(Hold.DO_NOT_DISTURB)
    day.until("2026-03-03 04:01")
    day.hold()
    assert day.stay(30) == []


def test_on_its_weekdays_only() -> None:
    weekly = reminder("weekly", AtTimes((time(9, 30),)), days=[Weekday.TUE, Weekday.FRI])
    day = Day(weekly)
    assert day.until("2026-03-02 12:00") == []
    assert day.until("2026-03-03 12:00") == ["09:30 weekly"]
    assert day.until("2026-03-06 12:00") == ["09:30 weekly"]


def test_after_midnight_it_is_still_the_weekday_before() -> None:
    late = reminder("late", AtTimes((time(1),)), days=[Weekday.MON])
    day = Day(late)
    assert day.until("2026-03-03 02:00") == ["01:00 late"]


# ---------------------------------------------------------------- hours


def test_several_hours_a_day() -> None:
    day = Day(every("eyes", 60, between=[hours("10:30-11:15"), hours("14:00-14:30")]))
    assert day.until("18:00") == ["10:30 eyes", "14:00 eyes"]


def test_hours_past_midnight() -> None:
    day = Day(every("eyes", 60, between=[hours("23:30-01:00")]))
    assert day.until("2026-03-03 06:00") == ["23:30 eyes", "00:30 eyes"]


def test_the_persons_week_holds_for_all_reminders() -> None:
    week = {0: (hours("10:15-11:00"),), 1: ()}
    day = Day(plan=Plan((POSTURE,), week=week))
    assert day.until("2026-03-04 03:59") == ["10:15 posture"]
    assert day.until("04:30") == ["04:00 posture"]


def test_hours_that_begin_in_the_skipped_hour_begin_behind_it() -> None:
    day = Day(every("eyes", 60, between=[hours("02:10-04:00")]), start="2026-03-28 23:00")
    assert day.until("2026-03-29 03:30") == ["03:00 eyes"]


# ---------------------------------------------------------------- absences


def test_nothing_comes_on_days_away() -> None:
    day = Day(
        plan=Plan((POSTURE, TEA), absences=(days_away("2026-12-24", "2026-12-28"),)),
        start="2026-12-23 18:00",
        replies=[SKIP],
    )
    assert day.until("2026-12-23 19:30") == ["19:00 posture"]
    day.happen("sleep", 9 * 60)
    assert day.until("2026-12-29 03:59") == []
    assert day.until("05:30") == ["04:00 posture", "05:00 posture"]


def test_what_comes_next_is_known_across_days_away() -> None:
    day = Day(plan=Plan((TEA,), absences=(days_away("2026-03-02", "2026-03-31"),)))
    coming = day.schedule.coming(day.world.now)
    assert coming is not None
    # 30 days, an hour and a half, and an hour less as the clock goes forward.
    assert coming.seconds == 30 * 86400 + 1.5 * 3600 - 3600


# ---------------------------------------------------------------- bedtime


@pytest.mark.parametrize(("bedtime", "comes"), [(time(23), "21:45"), (time(0, 30), "23:15")])
def test_before_bedtime_even_if_that_is_after_midnight(bedtime: time, comes: str) -> None:
    day = Day(plan=Plan((BED,), bedtime=bedtime))
    assert day.until("2026-03-03 03:00") == [f"{comes} bed"]


def test_a_bedtime_after_midnight_belongs_to_the_evening_before() -> None:
    friday = reminder("bed", Before(Event.BEDTIME, 20 * 60.0), days=[Weekday.FRI])
    day = Day(plan=Plan((friday,), bedtime=time(0, 30)), start="2026-03-06 18:00")
    assert day.until("2026-03-07 12:00") == ["00:10 bed"]


def test_two_hours_past_bedtime_it_is_too_late() -> None:
    day = Day(plan=Plan((BED,), bedtime=time(23)))
    day.hold(Hold.PLAYING)
    day.until("2026-03-03 01:01")
    day.hold()
    assert day.stay(120) == []


def test_without_a_bedtime_nothing_comes_before_it() -> None:
    day = Day(BED)
    assert day.schedule.coming(day.world.now) is None
    assert day.stay(24 * 60) == []


# ---------------------------------------------------------------- summer time


def test_a_clock_time_in_the_skipped_hour_comes_behind_it() -> None:
    day = Day(NIGHT, start="2026-03-29 00:00")
    assert day.until("2026-03-29 12:00") == ["03:30 night"]


def test_a_clock_time_in_the_hour_that_comes_twice_comes_the_first_time() -> None:
    day = Day(NIGHT, start="2026-10-25 00:00")
    assert day.stay(12 * 60) == ["02:30 night"]
    assert day.world.now.wall.hour == 11


@pytest.mark.parametrize("start", ["2026-03-29 00:30", "2026-10-25 00:30"])
def test_an_hour_at_the_desk_is_an_hour_when_the_clocks_change(start: str) -> None:
    day = Day(POSTURE, start=start)
    began = day.world.mono
    day.stay(6 * 60)
    assert [note.real - began for note in day.player.diary.notes] == [
        3600.0 * number for number in range(1, 7)
    ]


# ---------------------------------------------------------------- clocks that are set


def test_a_clock_set_back_does_not_bring_anything_twice() -> None:
    day = Day(TEA)
    assert day.until("10:40") == ["10:30 tea"]
    day.happen("set", -60)
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
    day.hold()
    assert day.until("11:00") == ["10:30 tea"]


def test_what_waits_and_is_not_ahead_again_goes_on_waiting() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("10:40")
    day.happen("set", -5)
    day.hold()
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
    day.hold()
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
