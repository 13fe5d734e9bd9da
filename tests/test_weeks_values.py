"""What the page Weeks shows, from a small history that one can count through by hand."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.keep.history.model import DayOff, Did, Ending, Run, When
from desktop.keep.history.store import History
from desktop.pages.weeks.shown import Day, KindDone, Range, WeeksShown, kind_of
from desktop.past.measures import Point
from desktop.weeks_values import weeks_shown
from routines.clock import ManualClock
from tests.pages.weeks_past import MONDAY, NOON, TODAY, Past


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    past = Past(tmp_path / "history.sqlite3")
    yield past
    past.history.close()


def on(values: WeeksShown, days_ago: int) -> Day:
    (found,) = [each for each in values.days if each.square.day == TODAY - timedelta(days=days_ago)]
    return found


def test_nothing_kept_is_a_sheet_of_open_squares_and_nothing_else(past: Past) -> None:
    values = past.shown()
    assert values.first is None
    assert len(values.days) == 52 * 7 + 4
    assert not any(each.square.level or each.done or each.off for each in values.days)
    assert (values.kinds, values.helped, values.hours, values.practices) == ((), (), (), ())
    assert not any(each.points for each in values.series)


def test_a_day_tells_its_minutes_and_routines_in_their_order(past: Past) -> None:
    past.run(1, "Scan", 12, "relaxation")
    past.run(1, "Scan", 3, "relaxation")
    past.run(1, "Band", 6, "strength")
    past.off(1, DayOff.SICK)
    day = on(past.shown(), 1)
    assert day.square.minutes == 21
    assert day.square.level == 4
    assert day.square.is_off
    assert day.off == "sick"
    assert sorted(day.done) == [("Band", 6), ("Scan", 15)]


def test_a_routine_has_its_newest_name_everywhere(past: Past) -> None:
    past.run(3, "Scan", 5)
    past.history.add(Run("f" * 32, "scan", "Body scan", NOON, 60, 60, Ending.FINISHED))
    values = past.shown()
    assert on(values, 3).done == (("Body scan", 5),)
    assert [each.name for each in values.practices] == ["Body scan"]


def test_weeks_begin_on_monday_and_empty_ones_are_there_too(past: Past) -> None:
    past.run(0, "Scan", 10)
    past.run(3, "Scan", 20)
    past.run(4, "Scan", 5)  # the Sunday before
    weeks = past.shown(Range.FOUR_WEEKS).weeks
    assert [(each.first, each.minutes, each.days) for each in weeks] == [
        (MONDAY - timedelta(weeks=2), 0, 0),
        (MONDAY - timedelta(weeks=1), 5, 1),
        (MONDAY, 30, 2),
    ]
    past.run(20, "Scan", 1)
    weeks = past.shown(Range.FOUR_WEEKS).weeks
    assert [each.minutes for each in weeks] == [1, 0, 5, 30]


def test_kinds_add_up_to_all_minutes(past: Past) -> None:
    past.run(0, "Yoga", 10, "morning", "yoga", "mobility")
    past.run(1, "Yoga", 10, "morning", "yoga", "mobility")
    past.run(1, "Scan", 30, "evening", "relaxation")
    past.run(2, "Desk", 2, "desk")
    assert past.shown().kinds == (
        KindDone("relaxation", 30, 1),
        KindDone("yoga", 20, 2),
        KindDone("", 2, 1),
    )


def test_a_tag_of_the_persons_own_is_a_kind_unless_we_know_one(past: Past) -> None:
    assert past.shown().kinds == ()
    assert kind_of(("pilates", "evening")) == "pilates"
    assert kind_of(("pilates", "strength")) == "strength"
    assert kind_of(("desk", "morning")) == ""


def test_what_is_before_the_range_counts_only_for_the_year(past: Past) -> None:
    past.run(60, "Scan", 10)
    past.rate(60, "tension", 7)
    past.run(0, "Scan", 3)
    values = past.shown(Range.FOUR_WEEKS)
    assert values.since == MONDAY - timedelta(weeks=3)
    assert [each.minutes for each in values.kinds] == [3]
    assert not any(each.points for each in values.series)
    assert on(values, 60).square.minutes == 10
    assert values.practices[0].strength.days == 2
    assert past.shown(Range.THREE_MONTHS).kinds[0].minutes == 13


def test_a_young_history_has_an_axis_of_two_weeks_at_least(past: Past) -> None:
    past.rate(0, "tension", 6)
    values = past.shown(Range.YEAR)
    assert values.since == MONDAY - timedelta(weeks=2)
    assert not values.by_week
    assert values.series[0].points == (Point(TODAY, 6, 1),)


def test_a_year_of_ratings_has_a_point_a_week_that_weighs_each_rating_alike(past: Past) -> None:
    past.rate(300, "tension", 2)
    for days_ago, value in ((1, 3), (1, 4), (2, 8)):
        past.rate(days_ago, "tension", value)
    values = past.shown(Range.YEAR)
    assert values.by_week
    tension, anxiety, *_ = values.series
    assert (tension.scale, anxiety.scale) == ("tension", "anxiety")
    assert tension.points[1:] == (Point(MONDAY, 5, 3),)
    assert anxiety.points == ()


def test_before_and_after_come_with_the_third_run_on_a_third_day(past: Past) -> None:
    for days_ago in (1, 1, 2):
        run = past.run(days_ago, "Scan", 5)
        past.rate(days_ago, "tension", 6, When.BEFORE, run)
        past.rate(days_ago, "tension", 4, When.AFTER, run)
    assert past.shown().helped == ()
    run = past.run(3, "Scan", 5)
    past.rate(3, "tension", 8, When.BEFORE, run)
    past.rate(3, "tension", 4, When.AFTER, run)
    (found,) = past.shown().helped
    assert (found.name, found.scale, found.before, found.after, found.times) == (
        "Scan",
        "tension",
        6,
        4,
        4,
    )


def test_reminders_are_counted_in_the_hour_in_which_they_came(past: Past) -> None:
    for did in (Did.STARTED, Did.STARTED, Did.IGNORED):
        past.reminder(10, did)
    past.reminder(9, Did.LATER)
    nine, ten = past.shown().hours
    assert (nine.hour, nine.counts) == (9, (0, 1, 0, 0, 0))
    assert (ten.hour, ten.counts, ten.came) == (10, (2, 0, 0, 0, 1), 3)


def test_days_off_leave_the_strength_as_it_is_and_a_missed_day_dents_it(past: Past) -> None:
    for days_ago in range(9, 40):
        past.run(days_ago, "Scan", 5)
    missed = past.shown().practices[0].strength.share
    for days_ago in range(1, 9):
        past.off(days_ago, DayOff.HOLIDAY)
    rested = past.shown().practices[0].strength.share
    assert 0.3 < missed < rested < 1


def test_a_history_that_cannot_be_read_shows_an_empty_page(tmp_path: Path) -> None:
    history = History(tmp_path, ManualClock(NOON))
    assert history.problem
    assert weeks_shown(history, TODAY, Range.YEAR).first is None
    history.close()
