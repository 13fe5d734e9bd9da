"""Meetings, calls, restarts, changes of the plan, and what is said to come next."""

from datetime import timedelta

import pytest

from desktop.reminders.plan import Now
from desktop.reminders.schedule import LONGEST_LOOK, Hold
from desktop.reminders.showing import Answer
from routines.reminders.model import After, Before, Event
from tests.reminders.days import LATER, SKIP, UNANSWERED, Day
from tests.reminders.scripts import Reply
from tests.reminders.world import POSTURE, TEA, every, hours, reminder

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
    assert day.hold() == []
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
    assert day.hold() == []
    assert day.until("12:00") == comes


def test_a_meeting_cancelled_while_its_reminder_is_snoozed() -> None:
    day = Day(reminder("calm", Before(Event.MEETING, 3600.0)), replies=[LATER, SKIP])
    day.meet("11:00")
    assert day.until("10:10") == ["10:00 calm"]
    day.meet()
    assert day.until("12:00") == []


def test_a_meeting_cancelled_while_snoozed_on_a_clock_that_was_set_back() -> None:
    day = Day(reminder("calm", Before(Event.MEETING, 3600.0)), replies=[LATER, SKIP])
    day.meet("11:00")
    assert day.until("10:05") == ["10:00 calm"]
    day.happen("set", -30)
    day.meet()
    assert day.until("12:00") == []


def test_an_earlier_meeting_learnt_of_late_takes_nothing_from_a_later_one() -> None:
    day = Day(CALM)
    day.hold(Hold.CALL)
    day.meet("10:30")
    day.until("10:26")
    day.meet("10:28", "10:30")
    day.until("10:29")
    assert day.hold() == ["10:29 calm"]


def test_a_snooze_does_not_outlast_the_beginning_of_the_meeting() -> None:
    day = Day(CALM, replies=[Reply(1, Answer.LATER, 5), SKIP])
    day.meet("10:00", "10:30")
    assert day.until("11:00") == ["09:55 calm", "10:25 calm"]


def test_later_is_said_to_the_newer_meeting_too() -> None:
    day = Day(CALM, replies=[UNANSWERED])
    day.meet("10:00", "10:30")
    assert day.until("10:26") == ["09:55 calm"]
    day.answer(Answer.LATER, 2)
    assert day.stay(20) == ["10:28 calm"]


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
    assert day.hold() == []
    assert day.happen("call", 45) == ["09:45 long"]
    assert day.stay(120) == []


@pytest.mark.parametrize(("minutes", "comes"), [(29, []), (30, ["09:10 long"])])
def test_a_short_call_is_no_long_one(minutes: int, comes: list[str]) -> None:
    day = Day(LONG)
    day.stay(10)
    assert day.happen("call", minutes) == comes
    assert day.stay(30) == []


def test_another_call_does_not_wait_for_the_snooze_of_the_last() -> None:
    day = Day(LONG, replies=[Reply(0, Answer.LATER, 30), SKIP])
    day.stay(40)
    assert day.happen("call", 40) == ["09:40 long"]
    day.stay(10)
    assert day.happen("call", 31) == ["09:50 long"]
    assert day.stay(60) == []


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
    assert day.hold() == []
    assert day.stay(3) == ["23:42 long"]


def test_a_clock_set_back_after_a_call_gives_it_no_more_time() -> None:
    day = Day(LONG)
    day.stay(40)
    day.hold(Hold.CAMERA)
    day.happen("call", 40)
    day.happen("set", -600)
    day.stay(15)
    assert day.hold() == []


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


def test_who_is_away_would_have_two_quiet_minutes_first() -> None:
    day = Day(POSTURE)
    day.stay(59)
    day.happen("lock")
    day.stay(4)
    coming = day.schedule.coming(day.world.now)
    assert coming is not None
    assert coming.seconds == 120.0


def test_a_suspend_that_nobody_told_of_is_seen_at_the_next_look() -> None:
    day = Day(POSTURE)
    day.stay(55)
    then = day.world.now
    late = Now(then.monotonic + 300.0, then.wall + timedelta(hours=3))
    assert day.schedule.decide(late, frozenset()) == ()
    coming = day.schedule.coming(late)
    assert coming is not None
    assert coming.seconds == 3600.0
