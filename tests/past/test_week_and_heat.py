from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.past.heat import level_of, squares
from desktop.past.week import last_seven

TODAY = date(2026, 3, 5)  # a Thursday


def test_the_week_ends_today_and_counts_the_days_with_practice() -> None:
    minutes = {TODAY: 3.0, TODAY - timedelta(days=6): 10.0, TODAY - timedelta(days=7): 99.0}
    week = last_seven(minutes, TODAY)
    assert [dot.day for dot in week.dots][::6] == [TODAY - timedelta(days=6), TODAY]
    assert [dot.practised for dot in week.dots] == [True] + [False] * 5 + [True]
    assert week.count == 2


def test_a_day_off_is_marked_and_still_counts_where_something_was_done() -> None:
    off = {TODAY, TODAY - timedelta(days=1)}
    week = last_seven({TODAY: 1.0}, TODAY, off)
    assert [dot.is_off for dot in week.dots[-3:]] == [False, True, True]
    assert week.count == 1


def test_a_little_more_practice_never_makes_a_square_paler() -> None:
    assert [level_of(each) for each in (0, 0.5, 5, 5.1, 10.1, 20, 20.1, 300)] == [
        0,
        1,
        1,
        2,
        3,
        3,
        4,
        4,
    ]


def test_the_sheet_ends_today_in_its_own_weekday_row() -> None:
    sheet = squares({TODAY: 12.0}, TODAY, weeks=2)
    assert sheet[0].day == date(2026, 2, 23)
    assert (sheet[0].column, sheet[0].row) == (0, 0)
    assert (sheet[-1].day, sheet[-1].column, sheet[-1].row, sheet[-1].level) == (TODAY, 1, 3, 3)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 60), st.integers(0, 6))
def test_every_square_lies_in_the_row_of_its_weekday(
    today: date, weeks: int, first_weekday: int
) -> None:
    sheet = squares({}, today, weeks=weeks, first_weekday=first_weekday)
    assert all((each.day.weekday() - first_weekday) % 7 == each.row for each in sheet)
    assert sheet[-1].column == weeks - 1
    assert [each.day for each in sheet] == sorted({each.day for each in sheet})
