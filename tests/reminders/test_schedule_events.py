"""Meetings, calls, restarts, changes of the plan, and what is said to come next."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.reminders.memory import from_json, to_json
from desktop.reminders.plan import Now
from desktop.reminders.schedule import LONGEST_LOOK, Hold, Schedule
from desktop.reminders.showing import Answer
from routines.reminders.model import After, Before, Event
from tests.reminders.days import LATER, SKIP, UNANSWERED, Day
from tests.reminders.scripts import Reply
from tests.reminders.world import MOVE, POSTURE, TEA, every, hours, reminder

CALM = reminder("calm", Before(Event.MEETING, 5 * 60.0))
LONG = reminder("long", After(Event.CALL, 30 * 60.0))

# ---------------------------------------------------------------- meetings


def test_it_comes_before_each_meeting() -> None:
    day = Day(CALM)
    day.meet("10:00", "11:30")
    assert day.until("13:00") == ["09:55 calm", "11:25 calm"]


def test_two_meetings_at_once_are_one() -> None:
    day = Day(CALM)
    day.meet("10:00", "10:00")
    assert day.until("11:00") == ["09:55 calm"]


def test_it_leads_whatever_else_is_due() -> None:
    day = Day(POSTURE, TEA, LONG, CALM)
    day.hold(Hold.DO_NOT_DISTURB)
    day.meet("10:35")
    day.until("10:31")
    day.happen("call", 40)
    assert day.hold() == ["10:31 calm+long+tea+posture"]


def test_a_meeting_learnt_of_late_is_told_at_once_unless_it_has_begun() -> None:
    day = Day(CALM)
    day.until("09:57")
    assert day.meet("10:00", "09:50") == ["09:57 calm"]
    assert day.stay(60) == []


def test_a_meeting_that_has_begun_needs_no_reminder_any_more() -> None:
    day = Day(CALM)
    day.hold(Hold.CALL)
    day.meet("10:00")
    day.until("10:01")
    day.hold()
    assert day.stay(60) == []


@pytest.mark.parametrize(("meetings", "comes"), [((), []), (("11:00",), ["10:55 calm"])])
def test_a_meeting_cancelled_or_moved_while_its_reminder_waits(
    meetings: tuple[str, ...], comes: list[str]
) -> None:
    day = Day(CALM)
    day.hold(Hold.CALL)
    day.meet("10:00")
    day.until("09:57")
    day.meet(*meetings)
    day.hold()
    assert day.until("12:00") == comes


def test_a_meeting_cancelled_while_its_reminder_is_snoozed() -> None:
    day = Day(reminder("calm", Before(Event.MEETING, 3600.0)), replies=[LATER, SKIP])
    day.meet("11:00")
    assert day.until("10:10") == ["10:00 calm"]
    day.meet()
    assert day.until("12:00") == []


def test_a_snooze_does_not_outlast_the_beginning_of_the_meeting() -> None:
    day = Day(CALM, replies=[Reply(1, Answer.LATER, 5), SKIP])
    day.meet("10:00", "10:30")
    assert day.until("11:00") == ["09:55 calm", "10:25 calm"]


def test_a_meeting_is_the_same_in_another_zone() -> None:
    day = Day(CALM, replies=[SKIP])
    day.meet("10:03")
    assert day.until("09:59") == ["09:58 calm"]
    day.happen("zone", 1)
    assert day.stay(30) == []


# ---------------------------------------------------------------- calls


def test_after_a_long_call_it_comes_once() -> None:
    day = Day(LONG, replies=[SKIP])
    day.hold(Hold.CALL)
    day.stay(45)
    day.hold()
    assert day.happen("call", 45) == ["09:45 long"]
    assert day.stay(120) == []


def test_a_short_call_is_no_long_one() -> None:
    day = Day(LONG)
    day.stay(10)
    assert day.happen("call", 29) == []
    assert day.stay(30) == []


def test_who_hurries_from_call_to_call_is_reminded_after_the_last() -> None:
    day = Day(LONG)
    day.stay(40)
    day.hold(Hold.CALL)
    day.happen("call", 40)
    day.stay(10)
    day.happen("call", 31)
    assert day.hold() == ["09:50 long"]


def test_a_quarter_of_an_hour_after_the_call_it_is_too_late() -> None:
    day = Day(LONG)
    day.stay(40)
    day.hold(Hold.FULL_SCREEN)
    day.happen("call", 40)
    day.stay(15)
    assert day.hold() == []


def test_a_snoozed_one_is_still_wanted_later() -> None:
    day = Day(LONG, replies=[Reply(0, Answer.LATER, 30), SKIP])
    day.stay(40)
    assert day.happen("call", 40) == ["09:40 long"]
    assert day.stay(60) == ["10:10 long"]


def test_a_clock_set_back_after_a_call_keeps_its_reminder() -> None:
    day = Day(LONG)
    day.stay(40)
    day.hold(Hold.CAMERA)
    day.happen("call", 40)
    day.happen("set", -600)
    day.hold()
    assert len(day.stay(3)) == 1


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


def test_a_restart_keeps_the_distance_between_two_notes() -> None:
    day = Day(POSTURE, TEA, replies=[SKIP])
    day.happen("hold", 2)
    day.until("10:29")
    assert day.happen("hold", 2) == ["10:29 posture"]
    day.happen("off", 0)
    assert day.stay(10) == ["10:34 tea"]


def test_a_clock_time_that_waits_survives_a_restart() -> None:
    day = Day(TEA)
    day.hold(Hold.CALL)
    day.until("14:00")
    day.happen("off", 10)
    day.hold()
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


# ---------------------------------------------------------------- what comes next


def test_it_is_known_what_comes_next_and_when() -> None:
    day = Day(POSTURE, TEA)
    day.stay(10)
    coming = day.schedule.coming(day.world.now)
    assert coming is not None
    assert (coming.reminder.id, coming.seconds) == ("posture", 3000.0)


def test_what_comes_next_is_after_the_pause_and_within_the_hours() -> None:
    day = Day(every("eyes", 25, between=[hours("09:00-12:30"), hours("13:30-18:00")]))
    day.until("12:10")
    day.happen("pause", 30)
    coming = day.schedule.coming(day.world.now)
    assert coming is not None
    assert coming.seconds == 80 * 60.0


def test_after_a_call_is_nothing_that_can_be_foretold() -> None:
    day = Day(LONG)
    assert day.schedule.coming(day.world.now) is None
    assert day.schedule.next_look(day.world.now) == LONGEST_LOOK


def test_while_nobody_is_there_nothing_has_to_be_looked_at() -> None:
    day = Day(POSTURE)
    day.stay(20)
    day.happen("lock")
    assert day.schedule.next_look(day.world.now) is None
    coming = day.schedule.coming(day.world.now)
    assert coming is not None
    assert coming.seconds == 40 * 60.0


def test_a_suspend_that_nobody_told_of_is_seen_at_the_next_look() -> None:
    day = Day(POSTURE)
    day.stay(55)
    then = day.world.now
    late = Now(then.monotonic + 300.0, then.wall + timedelta(hours=3))
    assert day.schedule.decide(late, frozenset()) == ()
    coming = day.schedule.coming(late)
    assert coming is not None
    assert coming.seconds == 3600.0
