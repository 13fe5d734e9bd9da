"""The reminders at work: from due to shown, in each style."""

from dataclasses import replace

from desktop.reminders.showing import Answer
from routines.reminders.model import Style
from tests.reminders.life import MINUTE, TWO_MINUTES, Begin
from tests.reminders.world import MOVE, POSTURE

NOTIFIED = replace(POSTURE, style=Style.NOTIFICATION)
QUIET = replace(POSTURE, style=Style.QUIET)


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
