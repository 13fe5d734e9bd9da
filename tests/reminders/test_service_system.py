"""The reminders at work: suspend, clock, restart, and the end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from routines.reminders.model import Style
from tests.reminders.life import Begin, Life, plan
from tests.reminders.world import BERLIN, CALM, MOVE, POSTURE, at, zone

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


# ---------------------------------------------------------------- zone, summer time, a set clock


class Somewhere:
    """``Plan.localize`` for somebody who travels. The clock of a life shows UTC all the same."""

    def __init__(self, tz: tzinfo) -> None:
        self.tz = tz

    def __call__(self, moment: datetime) -> datetime:
        return zone(self.tz)(moment)


def live(life: Life, hours: int) -> list[str]:
    """When something is shown, by UTC; each is skipped at once, and somebody is always there."""
    shown = []
    for _ in range(hours * 60):
        life.stay(1)
        life.pause_in_typing()
        if life.shown:
            shown.append(f"{life.time} {life.shown}")
            life.note.press(Answer.SKIP)
    return shown


def test_clock_times_follow_to_another_time_zone(begin: Begin) -> None:
    tea, here = at("tea", "15:00"), Somewhere(BERLIN)
    life = begin(tea)
    life.service.use(replace(plan(tea), localize=here))
    life.stay(5)
    here.tz = ZoneInfo("Asia/Kolkata")
    life.alarm.clock_changed.emit()
    assert live(life, 24) == ["09:30 tea"]
    here.tz = BERLIN
    life.alarm.clock_changed.emit()
    assert live(life, 24) == ["14:00 tea"]


def test_a_journey_brings_no_burst_and_loses_no_interval(begin: Begin) -> None:
    here = Somewhere(BERLIN)
    life = begin(POSTURE)
    life.service.use(replace(plan(POSTURE), localize=here))
    life.stay(30)
    here.tz = ZoneInfo("America/New_York")
    life.alarm.clock_changed.emit()
    assert live(life, 3) == ["10:00 posture", "11:00 posture", "12:00 posture"]


@pytest.mark.parametrize(
    ("eve", "comes"),
    [
        (datetime(2026, 3, 28, 22, tzinfo=UTC), "01:30 night"),  # 2:30 is skipped: 3:30 CEST
        (datetime(2026, 10, 24, 22, tzinfo=UTC), "00:30 night"),  # the first 2:30, of CEST
    ],
)
def test_a_clock_time_comes_once_when_the_clocks_change(
    begin: Begin, eve: datetime, comes: str
) -> None:
    night = at("night", "02:30")
    life = begin(night)
    life.service.use(replace(plan(night), localize=Somewhere(BERLIN)))
    life.clock.set_wall((eve - life.clock.now()).total_seconds())
    life.session.woke.emit()
    assert live(life, 20) == [comes]


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_set_by_two_days_brings_no_burst_and_loses_nothing(begin: Begin, days: int) -> None:
    life = begin(POSTURE, at("tea", "15:00"))
    assert live(life, 2) == ["10:00 posture", "11:00 posture"]
    life.clock.set_wall(days * 86400)
    life.alarm.clock_changed.emit()
    posture = [f"{hour}:00 posture" for hour in (12, 13, 14)]
    assert live(life, 4) == [*posture, "15:00 tea"]
