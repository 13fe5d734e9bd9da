from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.past.strength import strength_of

TODAY = date(2026, 3, 5)


def back(*days: int) -> set[date]:
    return {TODAY - timedelta(days=each) for each in days}


def test_nothing_practised_is_no_strength() -> None:
    assert strength_of((), TODAY).share == 0


def test_three_days_a_week_for_months_is_as_good_as_every_day() -> None:
    thrice = {TODAY - timedelta(days=each) for each in range(300) if each % 7 in (0, 2, 4)}
    daily = {TODAY - timedelta(days=each) for each in range(300)}
    assert strength_of(thrice, TODAY).share > 0.98
    assert abs(strength_of(daily, TODAY).share - strength_of(thrice, TODAY).share) < 0.02


def test_half_of_it_is_left_after_one_half_life_without_practice() -> None:
    full = {TODAY - timedelta(days=each) for each in range(400)}
    then = strength_of(full, TODAY).share
    # Seven days fade out of the week's share; from then on 13 / sqrt(3 / 7) days take half.
    early = strength_of(full, TODAY + timedelta(days=28)).share
    late = strength_of(full, TODAY + timedelta(days=28 + 20)).share
    assert then > 0.99
    assert 0.47 < late / early < 0.53


def test_a_missed_week_dents_and_never_zeroes() -> None:
    practised = {TODAY - timedelta(days=each) for each in range(10, 200)}
    share = strength_of(practised, TODAY).share
    assert 0.6 < share < 0.99


def test_days_off_leave_it_as_it_was() -> None:
    practised = {TODAY - timedelta(days=each) for each in range(10, 60)}
    off = back(*range(10))
    before = strength_of(practised, TODAY - timedelta(days=10)).share
    assert strength_of(practised, TODAY, off).share == before
    assert strength_of(practised, TODAY).share < before


def test_today_does_not_count_against_anybody_before_it_is_over() -> None:
    practised = back(1, 3, 5)
    yesterday = strength_of(practised, TODAY - timedelta(days=1)).share
    assert strength_of(practised, TODAY).share == yesterday


def test_days_after_today_are_those_of_a_clock_set_back_and_wait() -> None:
    future = TODAY + timedelta(days=365)
    assert strength_of({TODAY, future}, TODAY) == strength_of({TODAY}, TODAY)


@given(st.sets(st.integers(0, 200)), st.sets(st.integers(0, 200)), st.integers(0, 200))
def test_one_more_day_of_practice_never_weakens(
    practised: set[int], off: set[int], more: int
) -> None:
    less = back(*practised, 200)
    first = strength_of(less, TODAY, back(*off)).share
    second = strength_of(less | back(more), TODAY, back(*off)).share
    assert 0 <= first <= 1
    assert second >= first - 0.02  # a day off that was used counts as a day of its own
