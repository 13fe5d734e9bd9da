"""What is said to a note, and pauses."""

import pytest

from desktop.reminders.plan import Plan
from desktop.reminders.showing import Answer
from tests.reminders.days import IGNORED, LATER, SKIP, UNANSWERED, Day
from tests.reminders.scripts import Reply
from tests.reminders.world import MOVE, POSTURE, TEA, at

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


def test_a_newer_clock_time_has_snoozes_of_its_own() -> None:
    day = Day(TEA, start="2026-03-02 14:30", replies=[LATER])
    quarters = ["15:00", "15:15", "15:20", "15:35", "15:50", "16:05"]
    assert day.until("17:00") == [f"{clock} tea" for clock in quarters]


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
