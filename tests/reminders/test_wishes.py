"""The person's wishes over the files: what they change, and what makes no sense and counts not."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from desktop.reminders.plan import Absence
from desktop.reminders.wishes import Shared, Wish, absences_of, plan_of, week_of, with_wish
from routines.reminders.model import AtTimes, Every, Rhythm, Style, Weekday
from tests.reminders.world import BED, MOVE, POSTURE, TEA, hours


def rhythm(wish: Wish) -> Rhythm:
    """Of the hourly reminder for posture, with that wish."""
    return with_wish(POSTURE, wish).rhythm


# ---------------------------------------------------------------- one reminder


def test_without_a_wish_the_file_counts() -> None:
    assert with_wish(replace(TEA, enabled=False), Wish()) == replace(TEA, enabled=False)


@pytest.mark.parametrize("in_file", [True, False])
@pytest.mark.parametrize("wished", [True, False])
def test_the_person_switches_it_on_and_off(in_file: bool, wished: bool) -> None:
    assert with_wish(replace(TEA, enabled=in_file), Wish(on=wished)).enabled is wished


def test_another_interval_is_taken() -> None:
    assert rhythm(Wish(every="1h30m")) == Every(5400.0)


@pytest.mark.parametrize("every", ["", "soon", "4m", "5h", "-1h"])
def test_an_interval_that_makes_no_sense_counts_for_nothing(every: str) -> None:
    assert rhythm(Wish(every=every)) == POSTURE.rhythm


def test_other_clock_times_are_taken_in_order_and_each_once() -> None:
    wish = Wish(at=("15:00", "9:30", "nine", "09:30"))
    assert with_wish(TEA, wish).rhythm == AtTimes((time(9, 30), time(15)))


@pytest.mark.parametrize("at", [(), ("nine",), ("25:00", "")])
def test_without_any_clock_time_those_of_the_file_stay(at: tuple[str, ...]) -> None:
    assert with_wish(TEA, Wish(at=at)).rhythm == TEA.rhythm


def test_a_wish_for_another_kind_of_rhythm_counts_for_nothing() -> None:
    assert rhythm(Wish(at=("10:30",))) == POSTURE.rhythm
    assert with_wish(TEA, Wish(every="1h")).rhythm == TEA.rhythm
    assert with_wish(BED, Wish(every="1h", at=("10:30",))).rhythm == BED.rhythm


@pytest.mark.parametrize(
    ("wished", "style"),
    [("quiet", Style.QUIET), ("note", Style.NOTE), ("loud", Style.NOTIFICATION)],
)
def test_another_style_is_taken_if_there_is_such_a_one(wished: str, style: Style) -> None:
    notified = replace(TEA, style=Style.NOTIFICATION)
    assert with_wish(notified, Wish(style=wished)).style is style


# ---------------------------------------------------------------- all of them


def test_other_days_and_hours_are_taken_and_no_hours_are_all_day() -> None:
    wished = with_wish(TEA, Wish(days=("sun", "mon"), between=("09:00-12:00", "nine")))
    assert wished.days == (Weekday.MON, Weekday.SUN)
    assert wished.between == (hours("09:00-12:00"),)
    assert with_wish(wished, Wish(between=())).between == ()


def test_days_and_hours_that_make_no_sense_leave_those_of_the_file() -> None:
    own = with_wish(TEA, Wish(days=("mon",), between=("09:00-12:00",)))
    for wish in (Wish(), Wish(days=(), between=("nine",)), Wish(days=("monday",))):
        assert with_wish(own, wish) == own


def test_the_plan_has_only_what_is_switched_on() -> None:
    off = replace(MOVE, enabled=False)
    wishes = {"posture": Wish(on=False), "move": Wish(on=True, every="2h"), "gone": Wish(on=True)}
    plan = plan_of((POSTURE, off, TEA), wishes, Shared())
    assert [(each.id, each.rhythm) for each in plan.reminders] == [
        ("move", Every(7200.0)),
        ("tea", TEA.rhythm),
    ]


def test_the_plan_has_what_holds_for_all() -> None:
    shared = Shared(
        bedtime="22:30",
        day_start="5:15",
        week=(("mon", ("09:00-12:30",)),),
        absences=(("2026-12-24", "2026-12-28"),),
    )
    plan = plan_of((), {}, shared)
    assert (plan.bedtime, plan.day_start) == (time(22, 30), time(5, 15))
    assert plan.week == {0: (hours("09:00-12:30"),)}
    assert plan.absences == (Absence(date(2026, 12, 24), date(2026, 12, 28)),)


@pytest.mark.parametrize("typed", ["", "late", "24:00"])
def test_without_a_time_there_is_no_bedtime_and_the_day_starts_at_four(typed: str) -> None:
    plan = plan_of((), {}, Shared(bedtime=typed, day_start=typed))
    assert (plan.bedtime, plan.day_start) == (None, time(4))


def test_the_day_may_start_at_midnight() -> None:
    assert plan_of((), {}, Shared(day_start="00:00")).day_start == time(0)


def test_the_plan_takes_another_way_to_know_the_zone() -> None:
    moment = datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert plan_of((), {}, Shared(), lambda _: moment).localize(moment.replace(day=3)) == moment


# ---------------------------------------------------------------- hours and absences


def test_the_week_is_counted_from_monday() -> None:
    week = (("sun", ("09:00-12:30", "13:30-18:00")), ("mon", ("22:00-24:00",)))
    assert week_of(week) == {
        6: (hours("09:00-12:30"), hours("13:30-18:00")),
        0: (hours("22:00-00:00"),),
    }


def test_an_empty_day_has_no_reminders_and_one_that_is_not_there_no_limits() -> None:
    assert week_of((("tue", ()),)) == {1: ()}


def test_of_a_day_only_what_makes_sense_counts() -> None:
    assert week_of((("tue", ("early", "09:00-12:30")),)) == {1: (hours("09:00-12:30"),)}


def test_a_day_of_which_nothing_makes_sense_has_no_limits() -> None:
    assert week_of((("tue", ("early",)), ("someday", ("09:00-12:30",)))) == {}


@pytest.mark.parametrize("broken", [("2026-02-30", "2026-03-01"), ("2026-03-01", ""), ("x", "y")])
def test_an_absence_that_makes_no_sense_costs_only_itself(broken: tuple[str, str]) -> None:
    day = date(2026, 12, 24)
    found = absences_of((broken, ("2026-12-24", "2026-12-24")))
    assert list(found) == [Absence(day, day)]
