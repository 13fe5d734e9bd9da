"""Clock times, hours, days, bedtime, and clocks that change."""

from datetime import time

import pytest

from desktop.reminders.plan import Plan
from desktop.reminders.schedule import Hold
from routines.reminders.model import AtTimes, Before, Event, Weekday
from tests.reminders.days import SKIP, Day, days_away
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
    day.happen("set", -120)
    assert day.until("16:00") == []


def test_a_clock_time_waits_no_longer_than_its_day() -> None:
    day = Day(TEA)
    day.hold(Hold.DO_NOT_DISTURB)
    day.until("2026-03-03 04:01")
    assert day.hold() == []
    assert day.stay(30) == []


def test_on_its_weekdays_only() -> None:
    weekly = reminder("weekly", AtTimes((time(9, 30),)), days=[Weekday.TUE, Weekday.FRI])
    day = Day(weekly)
    assert day.until("2026-03-02 12:00") == []
    assert day.until("2026-03-03 12:00") == ["09:30 weekly"]
    assert day.until("2026-03-06 12:00") == ["09:30 weekly"]


def test_a_day_that_is_a_week_away_is_known() -> None:
    day = Day(reminder("weekly", POSTURE.rhythm, days=[Weekday.SUN]))
    assert day.coming() == "04:00 weekly"


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


def test_hours_in_the_hour_that_comes_twice_come_twice() -> None:
    day = Day(every("eyes", 30, between=[hours("02:10-02:14")]), start="2026-10-25 00:00")
    assert day.stay(150) == ["02:10 eyes"]
    coming = day.schedule.coming(day.world.now)
    assert coming is not None
    assert coming.seconds == 40 * 60.0
    assert day.stay(12 * 60) == ["02:10 eyes"]


def test_the_persons_week_holds_for_all_reminders() -> None:
    week = {0: (hours("10:15-11:00"),), 1: ()}
    day = Day(plan=Plan((POSTURE,), week=week))
    assert day.until("2026-03-04 03:59") == ["10:15 posture"]
    assert day.until("04:30") == ["04:00 posture"]


def test_hours_that_begin_in_the_skipped_hour_begin_behind_it() -> None:
    day = Day(every("eyes", 60, between=[hours("02:10-04:00")]), start="2026-03-28 23:00")
    day.until("2026-03-29 00:30")
    assert day.coming() == "03:00 eyes"
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
    day = Day(plan=Plan((POSTURE,), absences=(days_away("2026-03-02", "2026-03-31"),)))
    assert day.coming() == "04:00 posture"


# ---------------------------------------------------------------- bedtime


@pytest.mark.parametrize(("bedtime", "comes"), [(time(23), "21:45"), (time(0, 30), "23:15")])
def test_before_bedtime_even_if_that_is_after_midnight(bedtime: time, comes: str) -> None:
    day = Day(plan=Plan((BED,), bedtime=bedtime))
    assert day.until("2026-03-03 03:00") == [f"{comes} bed"]


def test_a_bedtime_after_midnight_belongs_to_the_evening_before() -> None:
    friday = reminder("bed", Before(Event.BEDTIME, 20 * 60.0), days=[Weekday.FRI])
    day = Day(plan=Plan((friday,), bedtime=time(0, 30)), start="2026-03-06 18:00")
    assert day.until("2026-03-07 12:00") == ["00:10 bed"]


def test_a_bedtime_of_yesterday_is_none_of_todays() -> None:
    friday = reminder("bed", Before(Event.BEDTIME, 75 * 60.0), days=[Weekday.FRI])
    plan = Plan((friday,), bedtime=time(1), day_start=time(0))
    day = Day(plan=plan, start="2026-03-05 18:00")
    assert day.until("2026-03-06 23:00") == []
    assert day.stay(60) == ["23:45 bed"]


def test_two_hours_past_bedtime_it_is_too_late() -> None:
    day = Day(plan=Plan((BED,), bedtime=time(23)))
    day.hold(Hold.PLAYING)
    day.until("2026-03-03 01:01")
    assert day.hold() == []
    assert day.stay(120) == []


def test_without_a_bedtime_nothing_comes_before_it() -> None:
    day = Day(BED)
    assert day.schedule.coming(day.world.now) is None
    assert day.stay(24 * 60) == []


# ---------------------------------------------------------------- summer time


def test_a_clock_time_in_the_skipped_hour_comes_behind_it() -> None:
    day = Day(NIGHT, start="2026-03-29 00:00")
    assert day.until("2026-03-29 12:00") == ["03:30 night"]


def test_a_clock_time_that_moves_behind_another_comes_behind_it() -> None:
    day = Day(at("night", "02:30", "03:00"), start="2026-03-29 00:00")
    assert day.coming() == "03:00 night"
    assert day.until("2026-03-29 12:00") == ["03:00 night", "03:30 night"]


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
