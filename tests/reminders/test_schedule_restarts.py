"""Restarts, and changes of the plan."""

import json
from dataclasses import replace

from desktop.reminders.memory import from_json, to_json
from desktop.reminders.schedule import Hold, Schedule
from desktop.reminders.showing import Answer
from tests.reminders.days import LATER, SKIP, UNANSWERED, Day
from tests.reminders.scripts import Reply
from tests.reminders.world import MOVE, POSTURE, TEA, every

# ---------------------------------------------------------------- restarts


def test_the_next_due_time_survives_a_restart() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("off", 1)
    assert day.stay(30) == ["10:01 posture"]


def test_five_minutes_switched_off_are_a_break() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.happen("off", 5)
    assert day.stay(60) == ["10:55 posture"]


def test_a_kill_loses_only_what_was_not_kept() -> None:
    day = Day(POSTURE)
    day.stay(40)
    day.subject.save()
    day.stay(4)
    day.happen("kill")
    assert day.stay(30) == ["10:04 posture"]


def test_after_a_restart_nothing_comes_in_the_first_two_minutes() -> None:
    day = Day(POSTURE)
    day.stay(59)
    day.happen("off", 0)
    assert day.stay(10) == ["10:01 posture"]


def test_a_restart_repeats_nothing() -> None:
    day = Day(TEA, POSTURE, replies=[UNANSWERED])
    assert day.until("10:31") == ["10:00 posture"]
    day.answer(Answer.SKIP)
    assert "tea" in day.schedule.shown
    day.happen("off", 1)
    assert "tea" not in day.schedule.shown
    assert day.until("11:00") == []


def test_what_was_had_before_a_restart_is_not_had_again_on_a_clock_that_is_set_back() -> None:
    day = Day(TEA, replies=[SKIP])
    assert day.until("10:31") == ["10:30 tea"]
    day.happen("off", 1)
    day.until("10:50")
    day.happen("set", -60)
    assert day.until("11:00") == []


def test_a_restart_keeps_the_distance_between_two_notes() -> None:
    day = Day(POSTURE, TEA, replies=[SKIP])
    day.happen("hold", 2)
    day.until("10:29")
    assert day.happen("hold", 2) == ["10:29 posture"]
    day.happen("off", 0)
    assert day.stay(10) == ["10:34 tea"]


def test_time_switched_off_counts_for_the_distance() -> None:
    day = Day(POSTURE, TEA, replies=[SKIP])
    day.happen("hold", 2)
    day.until("10:29")
    assert day.happen("hold", 2) == ["10:29 posture"]
    day.happen("off", 10)
    assert day.stay(10) == ["10:41 tea"]


def test_a_clock_time_that_waits_survives_a_restart() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("14:00")
    day.happen("off", 10)
    assert day.hold() == []
    assert day.stay(5) == ["14:12 tea"]


def test_a_clock_time_that_passed_while_switched_off_comes_if_it_is_fresh() -> None:
    late = Day(TEA, start="2026-03-02 10:00")
    late.happen("off", 45)
    assert late.stay(10) == ["10:47 tea"]
    stale = Day(TEA, start="2026-03-02 09:00")
    stale.happen("off", 130)
    assert stale.stay(60) == []


def test_snoozes_pause_and_not_today_survive_a_restart() -> None:
    day = Day(POSTURE, MOVE, TEA, replies=[Reply(0, Answer.NOT_TODAY), LATER, SKIP, SKIP, SKIP])
    assert day.until("10:31") == ["10:00 posture+move", "10:30 tea"]
    day.happen("off", 2)
    assert day.until("11:05") == ["10:45 tea", "11:02 move"]
    day.happen("pause", 120)
    day.happen("off", 1)
    assert day.until("13:04") == []
    assert day.stay(2) == ["13:05 move"]


def test_three_snoozes_are_three_over_a_restart() -> None:
    day = Day(POSTURE, replies=[LATER])
    day.until("10:20")
    day.happen("off", 1)
    assert day.until("11:50") == ["10:30 posture", "10:45 posture", "11:45 posture"]


def test_a_memory_from_the_future_is_a_clock_that_was_set_back() -> None:
    day = Day(POSTURE, TEA, replies=[SKIP])
    assert day.until("10:50") == ["10:00 posture", "10:30 tea"]
    day.happen("off", -2 * 24 * 60)
    assert day.until("11:10") == ["11:00 posture"]


def test_turns_in_leading_survive_a_restart() -> None:
    day = Day(POSTURE, MOVE)
    assert day.stay(61) == ["10:00 posture+move"]
    day.happen("off", 0)
    assert day.stay(60) == ["11:00 move+posture"]


def test_a_memory_of_reminders_that_are_gone_is_no_harm() -> None:
    day = Day(POSTURE, TEA)
    day.stay(50)
    memory = from_json(json.loads(json.dumps(to_json(day.schedule.remember(day.world.now)))))
    assert memory is not None
    plan = replace(day.schedule.plan, reminders=(MOVE, TEA))
    schedule = Schedule(plan, day.world.now)
    schedule.recall(memory, day.world.now)
    coming = schedule.coming(day.world.now)
    assert coming is not None
    assert coming.reminder is TEA


# ---------------------------------------------------------------- another plan


def test_reminders_that_stay_keep_their_place_and_new_ones_begin() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.use(POSTURE, MOVE)
    assert day.stay(60) == ["10:00 posture", "10:50 move"]


def test_switched_off_and_on_again_it_begins_anew() -> None:
    day = Day(POSTURE)
    day.stay(50)
    day.use()
    day.stay(50)
    day.use(POSTURE)
    assert day.stay(60) == ["11:40 posture"]


def test_another_interval_counts_on() -> None:
    day = Day(POSTURE)
    day.stay(20)
    day.use(every("posture", 45))
    assert day.stay(30) == ["09:45 posture"]


def test_what_waited_at_other_clock_times_is_forgotten() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("10:40")
    day.use(replace(TEA, rhythm=POSTURE.rhythm))
    assert day.hold() == []
    assert day.stay(60) == ["11:40 tea"]


def test_not_today_holds_whatever_the_rhythm() -> None:
    day = Day(POSTURE, replies=[Reply(0, Answer.NOT_TODAY)])
    assert day.stay(61) == ["10:00 posture"]
    day.use(replace(POSTURE, rhythm=TEA.rhythm))
    assert day.until("16:00") == []


def test_a_clock_time_that_has_just_passed_is_not_made_up_for() -> None:
    day = Day(POSTURE)
    day.until("10:31")
    day.use(TEA)
    assert day.until("14:00") == []


def test_a_reminder_that_goes_while_it_is_shown_can_still_be_answered() -> None:
    day = Day(POSTURE, replies=[UNANSWERED])
    day.stay(60)
    day.use(MOVE)
    assert day.answer(Answer.LATER, 5) == []
    assert day.stay(60) == ["11:00 move"]
