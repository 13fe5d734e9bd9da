"""Time at the desk, breaks, and everything that makes a note wait."""

import pytest

from desktop.reminders.plan import Plan
from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from tests.reminders.days import IGNORED, LATER, SKIP, UNANSWERED, Day
from tests.reminders.scripts import Reply
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
    day.hold()
    day.stay(6)
    day.happen("unlock")
    assert day.stay(5) == ["11:28 tea"]


def test_outside_its_hours_it_waits_for_them() -> None:
    day = Day(every("eyes", 25, between=[hours("09:00-12:30"), hours("13:30-18:00")]))
    day.until("12:00")
    assert day.until("13:40") == ["12:20 eyes", "13:30 eyes"]


# ---------------------------------------------------------------- answers


def test_an_ignored_note_comes_again_after_its_interval_and_does_not_nag() -> None:
    assert Day(POSTURE, replies=[IGNORED]).stay(125) == ["10:00 posture", "11:00 posture"]


@pytest.mark.parametrize("minutes", [5, 15, 30])
def test_later_is_when_it_was_said(minutes: int) -> None:
    day = Day(POSTURE, replies=[Reply(1, Answer.LATER, minutes), SKIP])
    assert day.stay(100) == ["10:00 posture", f"10:{minutes + 1:02} posture"]


def test_snoozed_three_times_it_rests_until_its_next_interval() -> None:
    notes = Day(POSTURE, replies=[LATER]).stay(170)
    assert notes == [f"{clock} posture" for clock in ("10:00", "10:15", "10:30", "10:45", "11:45")]


def test_a_note_knows_whether_it_may_be_snoozed() -> None:
    day = Day(POSTURE, replies=[UNANSWERED])
    assert not day.schedule.may_snooze
    may = []
    for _ in range(4):
        day.stay(60)
        may.append(day.schedule.may_snooze)
        day.answer(Answer.LATER, 15)
    assert may == [True, True, True, False]


def test_another_answer_gives_all_three_snoozes_back() -> None:
    notes = Day(POSTURE, replies=[LATER, LATER, SKIP]).stay(205)
    assert notes[:4] == ["10:00 posture", "10:15 posture", "10:30 posture", "11:30 posture"]
    assert notes[4:] == ["11:45 posture", "12:00 posture"]


def test_later_is_said_to_what_leads_and_the_others_have_had_their_turn() -> None:
    day = Day(POSTURE, at("tea", "10:00"), replies=[LATER, SKIP])
    assert day.until("11:01") == ["10:00 tea+posture", "10:15 tea", "11:00 posture"]


def test_a_break_is_what_a_snoozed_interval_asked_for() -> None:
    day = Day(POSTURE, replies=[Reply(0, Answer.LATER, 30)])
    day.stay(60)
    day.happen("lock")
    day.stay(6)
    day.happen("unlock")
    assert day.stay(59) == []
    assert day.stay(1) == ["11:06 posture"]


def test_a_snoozed_clock_time_outlives_a_short_break_but_no_night() -> None:
    short = Day(TEA, replies=[LATER, SKIP])
    short.until("10:40")
    short.happen("sleep", 20)
    assert short.stay(10) == ["11:02 tea"]
    night = Day(TEA, replies=[LATER, SKIP])
    night.until("10:31")
    night.happen("sleep", 60 * 22)
    assert night.until("10:00") == []


def test_a_newer_clock_time_takes_the_place_of_a_snoozed_one() -> None:
    day = Day(TEA, replies=[Reply(0, Answer.LATER, 30), SKIP])
    assert day.until("16:00") == ["10:30 tea", "11:00 tea", "15:00 tea", "15:20 tea"]


def test_not_today_is_until_the_day_begins_at_four() -> None:
    day = Day(POSTURE, replies=[Reply(0, Answer.NOT_TODAY)])
    assert day.until("10:30") == ["10:00 posture"]
    assert day.until("2026-03-03 03:59") == []
    assert day.until("05:30") == ["04:00 posture"]


def test_not_today_is_said_to_one_reminder_only() -> None:
    day = Day(POSTURE, MOVE, replies=[Reply(0, Answer.NOT_TODAY), SKIP])
    assert day.stay(190) == ["10:00 posture+move", "11:00 move", "12:00 move"]


def test_a_second_answer_means_nothing() -> None:
    day = Day(POSTURE, replies=[SKIP])
    day.stay(61)
    day.answer(Answer.NOT_TODAY)
    day.answer(Answer.LATER, 5)
    assert day.stay(60) == ["11:00 posture"]


# ---------------------------------------------------------------- pause


@pytest.mark.parametrize(("minutes", "comes"), [(30, "10:20"), (60, "10:50")])
def test_a_pause_lasts_as_long_as_it_was_said_to(minutes: int, comes: str) -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("pause", minutes)
    assert day.stay(80) == [f"{comes} posture"]


def test_a_pause_until_tomorrow_ends_as_the_day_begins() -> None:
    day = Day(POSTURE)
    day.happen("pause", 0)
    assert day.until("2026-03-03 03:59") == []
    assert day.until("04:01") == ["04:00 posture"]
    assert day.schedule.paused_until is None


def test_a_pause_until_a_date_keeps_it() -> None:
    day = Day(TEA)
    day.happen("pause", 3 * 24 * 60)
    assert day.until("2026-03-05 08:59") == []
    assert day.until("11:00") == ["10:30 tea"]


def test_a_pause_may_end_early() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("pause", 60)
    assert day.stay(20) == []
    assert day.happen("resume") == ["10:10 posture"]
    assert day.schedule.paused_until is None


def test_a_pause_takes_the_note_away() -> None:
    day = Day(POSTURE, replies=[UNANSWERED])
    day.stay(60)
    day.happen("pause", 30)
    assert day.schedule.shown == ()
    day.answer(Answer.NOT_TODAY)
    assert day.stay(61) == ["11:00 posture"]


def test_a_pause_for_an_hour_stays_one_of_an_hour_when_the_clock_is_set_back() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("pause", 60)
    day.happen("set", -2 * 24 * 60)
    assert day.stay(59) == []
    assert day.stay(1) == ["10:50 posture"]


def test_a_pause_until_a_date_is_by_the_calendar_when_the_clock_is_set_back() -> None:
    day = Day(POSTURE)
    day.happen("pause", 3 * 24 * 60)
    until = day.schedule.paused_until
    day.happen("set", -24 * 60)
    assert day.schedule.paused_until == until


def test_without_reminders_nothing_has_to_be_looked_at() -> None:
    day = Day(plan=Plan())
    assert day.schedule.next_look(day.world.now) is None
    assert day.schedule.coming(day.world.now) is None
