"""Time at the desk, breaks, and everything that makes a note wait."""

import pytest

from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from tests.reminders.days import UNANSWERED, Day
from tests.reminders.world import EYES, MOVE, POSTURE, TEA, at, every, hours

# ---------------------------------------------------------------- intervals and breaks


def test_it_comes_after_an_hour_at_the_desk_and_then_each_hour() -> None:
    assert Day(POSTURE).stay(190) == ["10:00 posture", "11:00 posture", "12:00 posture"]


def test_reading_for_less_than_five_minutes_is_time_at_the_desk() -> None:
    day = Day(POSTURE)
    day.stay(30)
    day.schedule.idle(day.world.now, 299.0)
    assert day.stay(40) == ["10:00 posture"]


def test_five_minutes_away_are_a_break() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("idle")
    day.stay(10)
    day.happen("back")
    assert day.stay(59) == []
    assert day.stay(1) == ["11:00 posture"]


@pytest.mark.parametrize(("minutes", "comes"), [(4, "10:04"), (5, "10:55")])
def test_a_short_lock_does_not_reset_and_a_long_one_does(minutes: int, comes: str) -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("lock")
    day.stay(minutes)
    day.happen("unlock")
    assert day.stay(60) == [f"{comes} posture"]


def test_time_that_is_locked_does_not_count() -> None:
    day = Day(POSTURE)
    for _ in range(4):
        day.stay(10)
        day.happen("lock")
        day.stay(4)
        day.happen("unlock")
    assert day.stay(21) == ["10:16 posture"]


@pytest.mark.parametrize(("minutes", "comes"), [(4, "10:04"), (5, "10:55"), (600, "20:50")])
def test_a_short_suspend_does_not_reset_and_a_long_one_does(minutes: int, comes: str) -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("sleep", minutes)
    assert day.stay(60) == [f"{comes} posture"]


def test_lock_and_suspend_together_are_one_absence() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("lock")
    day.stay(1)
    day.happen("sleep", 3)
    day.stay(1)
    day.happen("unlock")
    assert day.stay(60) == ["10:55 posture"]


def test_a_routine_is_a_break() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("play")
    assert day.stay(60) == ["10:50 posture"]


def test_after_a_routine_there_are_two_quiet_minutes() -> None:
    day = Day(TEA)
    day.hold(Hold.PLAYING)
    day.until("10:40")
    day.happen("play")
    assert day.hold() == []
    assert day.stay(3) == ["10:42 tea"]


@pytest.mark.parametrize(
    ("leave", "come"), [("lock", "unlock"), ("sleep", ""), ("set", ""), ("zone", "")]
)
def test_nothing_comes_in_the_first_two_minutes_back(leave: str, come: str) -> None:
    day = Day(POSTURE)
    day.stay(58)
    day.happen("hold", 2)
    day.stay(3)
    day.happen(leave, 1)
    day.happen("hold", 2)
    if come:
        day.happen(come)
    assert day.stay(1) == []
    assert len(day.stay(1)) == 1


def test_the_start_is_coming_back() -> None:
    assert Day(at("tea", "09:01")).stay(10) == ["09:02 tea"]


def test_nothing_comes_while_nobody_is_there() -> None:
    day = Day(TEA)
    day.happen("lock")
    assert day.until("10:45") == []
    day.happen("unlock")
    assert day.stay(5) == ["10:47 tea"]


# ---------------------------------------------------------------- several together


def test_several_that_are_due_together_are_one_note() -> None:
    assert Day(POSTURE, MOVE).stay(70) == ["10:00 posture+move"]


def test_two_hourly_reminders_take_turns_in_leading_their_note() -> None:
    notes = Day(POSTURE, MOVE).stay(245)
    assert notes == [
        "10:00 posture+move",
        "11:00 move+posture",
        "12:00 posture+move",
        "13:00 move+posture",
    ]


def test_a_clock_time_leads_an_interval_and_a_longer_interval_a_shorter_one() -> None:
    half = every("half", 30)
    assert Day(half, POSTURE, at("tea", "10:00")).until("10:01") == [
        "09:30 half",
        "10:00 tea+posture+half",
    ]


def test_there_are_five_minutes_between_two_notes() -> None:
    assert Day(POSTURE, at("tea", "10:01")).stay(70) == ["10:00 posture", "10:05 tea"]


def test_a_note_that_stands_there_lets_no_other_one_come() -> None:
    day = Day(POSTURE, EYES, replies=[UNANSWERED])
    assert day.stay(300) == ["09:25 eyes"]
    assert day.schedule.next_look(day.world.now) is None
    assert day.answer(Answer.SKIP) == ["14:00 posture+eyes"]


# ---------------------------------------------------------------- what makes it wait


@pytest.mark.parametrize("hold", Hold)
def test_it_waits_while_anything_holds_it_and_then_comes_once(hold: Hold) -> None:
    day = Day(POSTURE)
    day.hold(hold)
    assert day.stay(150) == []
    assert day.hold() == ["11:30 posture"]
    assert day.stay(10) == []


def test_what_is_held_is_looked_at_again_in_a_minute() -> None:
    day = Day(POSTURE)
    day.hold(Hold.FULL_SCREEN)
    day.stay(61)
    assert day.schedule.next_look(day.world.now) == 60.0
    assert [each.id for each in day.schedule.due(day.world.now)] == ["posture"]


def test_what_waited_in_a_call_is_not_stale_after_a_short_break() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("11:20")
    day.happen("lock")
    assert day.hold() == []
    day.stay(6)
    day.happen("unlock")
    assert day.stay(5) == ["11:28 tea"]


def test_outside_its_hours_it_waits_for_them() -> None:
    day = Day(every("eyes", 25, between=[hours("09:00-12:30"), hours("13:30-18:00")]))
    day.until("12:00")
    assert day.until("13:40") == ["12:20 eyes", "13:30 eyes"]
