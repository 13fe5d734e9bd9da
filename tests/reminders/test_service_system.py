"""The reminders at work: suspend, clock, restart, and the end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from routines.reminders.model import Style
from tests.reminders.life import Begin, plan
from tests.reminders.world import CALM, MOVE, POSTURE, at

QUIET = replace(POSTURE, style=Style.QUIET)


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
