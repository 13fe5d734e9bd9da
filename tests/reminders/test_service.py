"""The reminders at work, from due to shown to answered, with parts that do as the test says."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.reminders.memory import Memory
from desktop.reminders.schedule import Hold
from desktop.reminders.service import Offer, start_label
from desktop.reminders.showing import Answer
from routines.reminders.model import Reminder, Style
from tests.reminders.life import Life, plan
from tests.reminders.world import CALM, LONG, MOVE, POSTURE, at, every

Begin = Callable[..., Life]

NOTIFIED = replace(POSTURE, style=Style.NOTIFICATION)
QUIET = replace(POSTURE, style=Style.QUIET)
MINUTE, TWO_MINUTES = 60_000, 120_000


@pytest.fixture
def begin(qapp: QCoreApplication) -> Iterator[Begin]:
    """Begins a life with these reminders; all are over when the test is."""
    assert qapp is not None
    lives: list[Life] = []

    def begin(
        *reminders: Reminder, memory: Memory | None = None, offers: dict[str, Offer] | None = None
    ) -> Life:
        life = Life(*(reminders or (POSTURE,)), offers=offers)
        lives.append(life)
        life.service.begin(memory)
        return life

    yield begin
    for life in lives:
        life.service.end()
        life.service.deleteLater()


# ---------------------------------------------------------------- from due to shown


def test_nothing_is_asked_before_something_is_due(begin: Begin) -> None:
    life = begin()
    life.stay(59)
    assert (life.holds.asked, life.shown, len(life.idle.watches)) == (0, "", 2)
    assert life.rings == "10:00"


def test_what_is_due_asks_once_whether_it_may_disturb(begin: Begin) -> None:
    life = begin()
    life.holds.slow = True
    life.stay(60)
    life.alarm.rang.emit()
    life.alarm.clock_changed.emit()
    assert life.holds.asked == 1
    life.holds.tell()
    life.alarm.rang.emit()
    assert life.holds.asked == 1


def test_a_hold_keeps_it_waiting_and_looks_again_in_a_minute(begin: Begin) -> None:
    life = begin()
    life.holds.reasons = frozenset({Hold.FULL_SCREEN})
    life.stay(60)
    assert life.service.held_by == {Hold.FULL_SCREEN}
    assert (life.holds.asked, life.rings) == (1, "10:01")
    life.stay(2)
    assert (life.holds.asked, life.shown) == (3, "")
    life.holds.reasons = frozenset()
    life.until_shown(1)
    assert (life.shown, life.time, life.service.held_by) == ("posture", "10:03", frozenset())


def test_it_comes_in_a_pause_of_typing(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    assert life.note.shown == 0
    life.idle.untouched(2.9)
    assert life.note.shown == 0
    life.idle.untouched(3.0)
    assert life.note.showing is not None
    assert (life.note.showing.title, life.note.showing.text) == ("posture", "A")
    assert (life.rings, len(life.idle.watches)) == ("", 2)


def test_it_comes_after_a_minute_of_typing_at_the_latest(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    life.let_end(MINUTE)
    assert (life.shown, len(life.idle.watches)) == ("posture", 2)
    assert MINUTE not in [each.interval() for each in life.timers()]


def test_where_typing_cannot_be_known_it_comes_at_once(begin: Begin) -> None:
    life = begin()
    life.idle.here = False
    life.stay(60)
    assert (life.shown, life.time) == ("posture", "10:00")


def test_who_is_away_from_the_keys_for_a_minute_is_not_shown_anything(begin: Begin) -> None:
    life = begin()
    life.stay(59)
    life.idle.untouched(60.0)
    life.stay(1)
    assert (life.service.held_by, life.shown, life.rings) == (frozenset({Hold.AWAY}), "", "10:01")
    life.idle.touch()
    life.pause_in_typing()
    assert life.shown == "posture"


def test_a_locked_screen_holds_it_though_it_is_locked_only_now(begin: Begin) -> None:
    life = begin()
    life.session.is_locked = True
    life.stay(60)
    assert (life.service.held_by, life.shown) == (frozenset({Hold.LOCKED}), "")


def test_nothing_comes_if_the_screen_is_locked_in_the_minute_of_typing(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    life.session.lock()
    life.let_end(MINUTE)
    assert life.shown == ""


def test_nothing_comes_if_a_routine_begins_in_the_minute_of_typing(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    life.service.set_playing(True)
    life.let_end(MINUTE)
    assert (life.shown, life.rings) == ("", "10:01")


def test_a_routine_that_plays_holds_it_and_its_end_is_a_break(begin: Begin) -> None:
    life = begin()
    life.stay(59)
    life.service.set_playing(True)
    life.stay(1)
    assert (life.service.held_by, life.shown) == (frozenset({Hold.PLAYING}), "")
    life.service.set_playing(False)
    assert (life.service.held_by, life.rings) == (frozenset(), "10:15")
    coming = life.service.coming()
    assert coming is not None
    assert coming.seconds == 3600


def test_five_minutes_away_begin_the_interval_anew(begin: Begin) -> None:
    life = begin()
    life.stay(50)
    life.idle.untouched(300.0)
    assert life.rings == ""
    life.idle.touch()
    life.stay(59)
    assert (life.holds.asked, life.rings) == (0, "10:50")


def test_a_long_lock_begins_the_interval_anew(begin: Begin) -> None:
    life = begin()
    life.stay(50)
    life.session.lock()
    life.stay(10)
    life.session.unlock()
    life.stay(59)
    assert (life.holds.asked, life.rings) == (0, "11:00")


def test_waking_is_noticed_at_once(begin: Begin) -> None:
    life = begin()
    life.stay(55)
    life.clock.set_wall(3600)
    life.session.woke.emit()
    assert life.rings == "11:10"
    coming = life.service.coming()
    assert coming is not None
    assert coming.seconds == 3600


def test_a_clock_that_is_set_is_noticed_at_once(begin: Begin) -> None:
    life = begin(at("tea", "15:00"))
    life.clock.set_wall(5 * 3600 + 50 * 60)
    life.alarm.clock_changed.emit()
    assert life.rings == "15:00"


def test_a_meeting_brings_its_reminder(begin: Begin) -> None:
    life = begin(CALM)
    assert life.service.coming() is None
    life.service.meetings((life.clock.now() + timedelta(minutes=30),))
    life.until_shown(25)
    assert (life.shown, life.time) == ("calm", "09:25")


# ---------------------------------------------------------------- calls


def test_a_call_that_was_waited_for_brings_the_reminder_for_after_it(begin: Begin) -> None:
    life = begin(LONG, POSTURE)
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(60 + 35)
    life.holds.reasons = frozenset()
    life.until_shown(1)
    assert life.shown == "long"


def test_a_short_call_brings_only_what_waited_for_its_end(begin: Begin) -> None:
    life = begin(LONG, POSTURE)
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(60 + 20)
    life.holds.reasons = frozenset()
    life.until_shown(1)
    assert life.shown == "posture"


def test_two_short_calls_are_no_long_one(begin: Begin) -> None:
    life = begin(LONG, POSTURE)
    for reasons in ({Hold.CALL}, {Hold.CAMERA}, {Hold.CALL}):
        life.holds.reasons = frozenset(reasons)
        life.stay(60 if life.time == "09:00" else 20)
    life.holds.reasons = frozenset()
    life.until_shown(1)
    assert life.shown == "posture"


def test_others_may_tell_of_the_end_of_a_call(begin: Begin) -> None:
    life = begin(LONG)
    life.stay(5)
    life.service.call_ended(1799.0)
    assert life.holds.asked == 0
    life.service.call_ended(1800.0)
    life.pause_in_typing()
    assert life.shown == "long"


# ---------------------------------------------------------------- answers


def test_start_wants_the_offered_routine(begin: Begin) -> None:
    life = begin(offers={"posture": Offer("chest", start_label("2 min"))})
    life.until_shown()
    assert life.note.showing is not None
    assert life.note.showing.offer_name == "Start · 2 min"
    life.note.press(Answer.START)
    assert (life.started, life.answers) == (["chest"], [("posture", Answer.START)])
    assert life.shown == ""


def test_without_an_offer_there_is_nothing_to_start(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    assert life.note.showing is not None
    assert life.note.showing.offer_name == ""
    life.note.press(Answer.START)
    assert life.started == []


def test_later_comes_again_in_so_many_minutes(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.note.press(Answer.LATER, 15)
    assert (life.shown, life.rings) == ("", "10:15")
    life.until_shown(15)
    assert life.shown == "posture"


@pytest.mark.parametrize("answer", [Answer.SKIP, Answer.IGNORED, Answer.START])
def test_every_other_answer_lets_it_rest_for_its_interval(begin: Begin, answer: Answer) -> None:
    life = begin()
    life.until_shown()
    life.note.press(answer)
    assert life.answers == [("posture", answer)]
    life.stay(59)
    assert (life.holds.asked, life.rings) == (1, "11:00")


def test_not_today_is_until_tomorrow(begin: Begin) -> None:
    life = begin(at("tea", "10:30", "15:00"))
    life.until_shown(90)
    life.note.press(Answer.NOT_TODAY)
    life.stay(24 * 60 - 1)
    assert life.holds.asked == 1
    life.until_shown(1)
    assert life.time == "10:30"


def test_an_answer_to_something_else_means_nothing(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.note.answered.emit("move", Answer.SKIP, 0)
    life.note.vanished.emit("move")
    assert (life.shown, life.answers) == ("posture", [])


def test_an_answer_from_elsewhere_takes_the_note_away(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    assert life.service.answer(Answer.LATER, 5)
    assert (life.note.showing, life.shown, life.rings) == (None, "", "10:05")
    assert not life.service.answer(Answer.SKIP)
    assert life.answers == [("posture", Answer.LATER)]


def test_all_its_sentences_come_before_any_comes_again(begin: Begin) -> None:
    life = begin(replace(POSTURE, notes=("A", "B", "C", "D", "E")))
    told = set()
    for _ in range(5):
        life.until_shown()
        assert life.note.showing is not None
        told.add(life.note.showing.text)
        life.note.press(Answer.SKIP)
    assert told == {"A", "B", "C", "D", "E"}


# ---------------------------------------------------------------- styles


def test_a_notification_that_vanishes_becomes_a_note(begin: Begin) -> None:
    life = begin(NOTIFIED)
    life.until_shown()
    showing = life.notification.showing
    assert (life.note.shown, life.answers) == (0, [])
    life.notification.vanish()
    assert showing is not None
    assert life.note.showing == showing
    assert life.answers == []
    life.note.press(Answer.SKIP)
    assert life.answers == [("posture", Answer.SKIP)]


def test_a_note_that_vanishes_was_ignored(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.note.vanish()
    assert (life.shown, life.answers) == ("", [("posture", Answer.IGNORED)])


def test_a_quiet_one_shows_nothing_and_is_ignored_after_two_minutes(begin: Begin) -> None:
    life = begin(QUIET)
    life.until_shown()
    assert (life.note.shown, life.notification.shown, life.answers) == (0, 0, [])
    life.let_end(TWO_MINUTES)
    assert (life.shown, life.answers) == ("", [("posture", Answer.IGNORED)])


def test_a_quiet_one_that_is_answered_is_not_ignored_afterwards(begin: Begin) -> None:
    life = begin(QUIET)
    life.until_shown()
    life.service.answer(Answer.SKIP)
    assert TWO_MINUTES not in [each.interval() for each in life.timers()]


def test_one_to_try_comes_at_once_in_the_place_of_what_is_shown(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.service.show_now(replace(MOVE, style=Style.NOTIFICATION))
    assert (life.shown, life.note.showing) == ("move", None)
    assert life.notification.showing is not None


def test_what_comes_takes_the_place_of_one_that_is_tried(begin: Begin) -> None:
    life = begin()
    life.stay(59)
    life.service.show_now(replace(MOVE, style=Style.NOTIFICATION))
    life.until_shown(1)
    assert (life.shown, life.notification.showing) == ("posture", None)


def test_a_note_is_not_ignored_in_the_name_of_a_quiet_one_before_it(begin: Begin) -> None:
    life = begin()
    life.stay(59)
    life.service.show_now(replace(MOVE, style=Style.QUIET))
    life.until_shown(1)
    assert TWO_MINUTES not in [each.interval() for each in life.timers()]


# ---------------------------------------------------------------- the person's wishes


def test_a_pause_takes_away_what_is_shown_and_lets_nothing_come(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    until = life.clock.now() + timedelta(hours=3)
    life.service.pause(until)
    assert (life.note.showing, life.shown, life.service.paused_until) == (None, "", until)
    assert life.answers == []
    life.stay(179)
    assert life.holds.asked == 1
    life.until_shown(1)
    assert life.time == "13:00"


def test_a_pause_ends_the_wait_for_a_pause_in_typing(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    life.service.pause(life.clock.now() + timedelta(hours=1))
    assert len(life.idle.watches) == 2
    assert MINUTE not in [each.interval() for each in life.timers()]


def test_whoever_resumes_gets_what_is_due(begin: Begin) -> None:
    life = begin()
    life.service.pause(life.clock.now() + timedelta(hours=8))
    life.stay(120)
    assert life.holds.asked == 0
    life.service.resume()
    assert life.service.paused_until is None
    life.pause_in_typing()
    assert (life.shown, life.time) == ("posture", "11:00")


def test_a_plan_without_what_is_shown_takes_it_away(begin: Begin) -> None:
    life = begin(POSTURE, every("water", 90))
    life.until_shown()
    life.service.use(plan(every("water", 90)))
    assert (life.note.showing, life.shown, life.rings) == (None, "", "10:15")
    life.until_shown(30)
    assert life.shown == "water"


def test_a_plan_with_what_is_shown_leaves_it(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.service.use(plan(POSTURE, MOVE))
    assert (life.shown, life.note.shown, life.answers) == ("posture", 1, [])
    assert life.note.showing is not None


def test_a_plan_without_what_waits_for_a_pause_in_typing_ends_the_wait(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    life.service.use(plan(every("water", 90)))
    life.pause_in_typing()
    assert (life.shown, len(life.idle.watches)) == ("", 2)


# ---------------------------------------------------------------- kept, recalled, and over


def test_what_is_kept_goes_on_at_the_next_start(begin: Begin) -> None:
    first = begin()
    first.stay(50)
    first.service.end()
    memory = replace(first.kept[-1], at=first.kept[-1].at - timedelta(minutes=50))
    second = begin(memory=memory)
    second.stay(9)
    assert second.holds.asked == 0
    second.until_shown(1)
    assert second.time == "09:10"


def test_a_restart_in_the_middle_of_a_pause_is_no_end_of_it(begin: Begin) -> None:
    first = begin()
    until = first.clock.now() + timedelta(hours=2)
    first.service.pause(until)
    assert first.kept[-1].paused_until == until
    assert begin(memory=first.kept[-1]).service.paused_until == until
    first.service.resume()
    assert first.kept[-1].paused_until is None


def test_it_is_kept_at_each_moment_that_a_kill_must_not_lose(begin: Begin) -> None:
    life = begin()
    happenings: list[Callable[[], object]] = [
        life.until_shown,
        lambda: life.note.press(Answer.SKIP),
        life.session.going_to_sleep.emit,
        life.session.lock,
        lambda: life.idle.untouched(300.0),
        lambda: life.let_end(240_000),
    ]
    for number, happen in enumerate(happenings):
        before = len(life.kept)
        happen()
        assert len(life.kept) > before, number


def test_the_end_stops_every_timer_and_watch(begin: Begin) -> None:
    life = begin(QUIET)
    life.until_shown()
    assert len(life.timers()) == 2
    life.service.end()
    assert (life.timers(), life.idle.watches, life.rings) == ([], [], "")


def test_the_end_sets_no_alarm(begin: Begin) -> None:
    life = begin()
    life.stay(50)
    assert life.rings == "10:00"
    life.service.end()
    assert life.rings == ""


def test_the_end_takes_away_what_is_shown(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.service.end()
    assert (life.note.showing, life.answers) == (None, [])


def test_the_end_ends_the_wait_for_a_pause_in_typing(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    assert len(life.idle.watches) == 3
    life.service.end()
    assert (life.timers(), life.idle.watches) == ([], [])


@pytest.mark.parametrize("reasons", [frozenset(), frozenset({Hold.CALL})])
def test_nothing_begins_again_behind_the_end(begin: Begin, reasons: frozenset[Hold]) -> None:
    life = begin()
    life.holds.slow, life.holds.reasons = True, reasons
    life.stay(60)
    life.service.end()
    life.holds.tell()
    life.session.woke.emit()
    life.alarm.clock_changed.emit()
    assert (life.timers(), life.idle.watches, life.rings, life.holds.asked) == ([], [], "", 1)


def test_whoever_shows_the_state_is_told_that_something_waits(begin: Begin) -> None:
    life = begin()
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(59)
    before = life.changes
    life.stay(1)
    assert life.changes > before


def test_whoever_shows_the_state_is_told_when_it_changes(begin: Begin) -> None:
    life = begin()
    happenings: list[Callable[[], object]] = [
        life.until_shown,
        lambda: life.note.press(Answer.SKIP),
        lambda: life.service.pause(life.clock.now() + timedelta(hours=1)),
        life.service.resume,
        lambda: life.service.use(plan(MOVE)),
    ]
    for number, happen in enumerate(happenings):
        before = life.changes
        happen()
        assert life.changes > before, number
