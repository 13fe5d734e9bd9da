"""The reminders at work: what holds them back, and what begins an interval anew."""

from desktop.reminders.schedule import Hold
from tests.reminders.life import MINUTE, Begin


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
