"""The reminders at work: calls, and the end of long ones."""

from datetime import timedelta

import pytest

from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from tests.reminders.life import Begin, Life, plan
from tests.reminders.world import LONG, POSTURE, every


def test_a_call_that_was_waited_for_brings_the_reminder_for_after_it(begin: Begin) -> None:
    life = begin(LONG, POSTURE)
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(60 + 35)
    life.holds.reasons = frozenset()
    life.until_shown(1)
    assert life.shown == "long"


def test_a_short_call_brings_only_what_waited_for_its_end(begin: Begin) -> None:
    life = begin(LONG, POSTURE)
    life.stay(50)
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(10 + 15)
    life.holds.reasons = frozenset()
    life.until_shown(1)
    assert life.shown == "posture"


def test_two_short_calls_are_no_long_one(begin: Begin) -> None:
    life = begin(LONG, POSTURE)
    life.stay(45)
    for reasons in ({Hold.CALL}, {Hold.CAMERA}, {Hold.CALL}):
        life.holds.reasons = frozenset(reasons)
        life.stay(20)
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


# ---------------------------------------------------------------- looking at the microphone


def call(life: Life, minutes: float) -> None:
    """The person is in a call for so long, and then no more."""
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(minutes)
    life.holds.reasons = frozenset()


def test_without_the_reminder_nobody_looks_at_the_microphone(begin: Begin) -> None:
    life = begin(every("water", 240))
    rings = life.stay(180)
    assert (life.holds.looks_at_call, life.holds.asked) == (0, 0)
    assert rings == 12, "no more than the quarters of an hour"


def test_with_it_somebody_looks_every_five_minutes(begin: Begin) -> None:
    life = begin(LONG)
    rings = life.stay(60)
    assert (life.holds.looks_at_call, rings, life.holds.asked) == (12, 12, 0)


def test_a_long_call_in_which_nothing_was_due_is_noticed_too(begin: Begin) -> None:
    life = begin(LONG)
    life.stay(12)
    call(life, 40)
    life.until_shown(5)
    assert life.shown == "long"


def test_the_end_of_a_call_is_told_once(begin: Begin) -> None:
    life = begin(LONG)
    call(life, 40)
    life.until_shown(5)
    life.note.press(Answer.SKIP)
    life.stay(120)
    assert (life.shown, life.answers) == ("", [("long", Answer.SKIP)])


@pytest.mark.parametrize("leave", ["lock", "sleep", "sleep unheard"])
def test_a_lock_or_a_suspend_is_no_part_of_a_call(begin: Begin, leave: str) -> None:
    life = begin(LONG)
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(20)
    if leave == "lock":
        life.session.lock()
        life.stay(60)
        assert life.holds.looks_at_call == 4, "nobody looks while it is locked"
        life.session.unlock()
    else:
        life.clock.set_wall(8 * 3600)
        if leave == "sleep":
            life.session.woke.emit()
    life.stay(20)
    life.holds.reasons = frozenset()
    life.stay(10)
    life.pause_in_typing()
    assert life.shown == ""


def test_whoever_listens_without_a_touch_is_in_the_call_all_the_same(begin: Begin) -> None:
    life = begin(LONG)
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(5)
    life.idle.untouched(300.0)
    life.stay(45)
    assert life.holds.looks_at_call == 1, "nobody looks while nobody is there"
    life.idle.touch()
    assert life.holds.looks_at_call == 2
    life.holds.reasons = frozenset()
    life.until_shown(5)
    assert life.shown == "long"


def test_who_went_away_after_a_call_is_not_told_that_it_was_long(begin: Begin) -> None:
    life = begin(LONG)
    call(life, 5)
    life.idle.untouched(300.0)
    life.stay(60)
    life.idle.touch()
    life.stay(5)
    life.pause_in_typing()
    assert (life.shown, life.service.coming()) == ("", None)


def test_nobody_looks_while_reminders_are_paused(begin: Begin) -> None:
    life = begin(LONG)
    life.service.pause(life.clock.now() + timedelta(hours=2))
    life.stay(110)
    assert life.holds.looks_at_call == 0
    life.service.resume()
    assert life.holds.looks_at_call == 1


def test_a_reminder_that_is_switched_on_or_off_begins_or_ends_the_looking(begin: Begin) -> None:
    life = begin(every("water", 240))
    life.stay(20)
    life.service.use(plan(LONG))
    life.stay(5)
    assert life.holds.looks_at_call == 1
    life.holds.reasons = frozenset({Hold.CALL})
    life.stay(5)
    life.service.use(plan(every("water", 240)))
    life.stay(60)
    life.service.use(plan(LONG))
    assert life.holds.looks_at_call == 2
    life.holds.reasons = frozenset()
    life.stay(15)
    life.pause_in_typing()
    assert life.shown == "", "what nobody wanted to know is not known"


def test_a_look_that_is_answered_behind_the_end_begins_nothing(begin: Begin) -> None:
    life = begin(LONG)
    call(life, 40)
    life.holds.slow = True
    life.stay(5)
    life.service.end()
    before = life.changes
    life.holds.tell()
    assert (life.rings, life.timers(), life.changes) == ("", [], before)
