from datetime import date, timedelta

from desktop.past.helped import Pair, helped
from desktop.past.measures import Rated, series

DAY = date(2026, 3, 5)


def pair(day: int, before: int, after: int, routine: str = "body-scan") -> Pair:
    return Pair(routine, "Body scan", "tension", DAY + timedelta(days=day), before, after)


def test_three_runs_on_three_days_are_shown_as_their_middle() -> None:
    (found,) = helped([pair(2, 8, 5), pair(0, 6, 4), pair(1, 5, 4)])
    assert (found.before, found.after, found.times) == (6, 4, 3)
    assert [each.day for each in found.pairs] == [DAY + timedelta(days=each) for each in range(3)]


def test_two_runs_are_not_enough() -> None:
    assert helped([pair(0, 6, 4), pair(1, 6, 4)]) == ()


def test_many_runs_on_two_days_are_not_enough() -> None:
    assert helped([pair(0, 6, 4)] * 5 + [pair(1, 6, 4)] * 5) == ()


def test_scales_and_routines_are_kept_apart() -> None:
    other = [pair(day, 3, 3, "even-breath") for day in range(3)]
    assert [each.routine for each in helped([*other, *(pair(day, 6, 4) for day in range(4))])] == [
        "body-scan",
        "even-breath",
    ]


def test_a_routine_that_made_it_worse_is_shown_as_it_is() -> None:
    (found,) = helped([pair(day, 3, 6) for day in range(3)])
    assert found.before < found.after


def test_the_days_of_a_scale_are_their_means_in_order() -> None:
    ratings = [
        Rated(DAY + timedelta(days=1), "tension", 4),
        Rated(DAY, "tension", 8),
        Rated(DAY, "tension", 5),
        Rated(DAY, "anxiety", 1),
    ]
    points = series(ratings, "tension")
    assert [(each.day, each.value, each.count) for each in points] == [
        (DAY, 6.5, 2),
        (DAY + timedelta(days=1), 4.0, 1),
    ]
