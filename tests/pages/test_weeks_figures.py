"""What the plots draw and what their tables say are the same numbers."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.pages.weeks.figure import (
    LONGEST_GAP,
    day_ticks,
    hours_figure,
    ratings_figure,
    weeks_figure,
)
from desktop.pages.weeks.shown import OUTCOMES, Range, Week
from desktop.pages.weeks.tables import (
    days_table,
    hours_table,
    pairs_table,
    practices_table,
    ratings_table,
    weeks_table,
)
from tests.pages.weeks_past import MONDAY, TODAY, Past


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    past = Past(tmp_path / "history.sqlite3")
    yield past
    past.history.close()


def test_the_points_of_a_line_are_the_rows_of_its_table(past: Past) -> None:
    past.life()
    values = past.shown()
    figure = ratings_figure(values, {"tension"})
    drawn = {values.since + timedelta(days=x): y for line in figure.lines for x, y in line.points}
    table = ratings_table(values)
    assert table.heads == ("Day", "Tension", "Anxiety", "Sleep")
    assert len(drawn) == len([row for row in table.rows if row[1]]) == 4
    assert set(drawn.values()) == {5.0}
    assert table.rows[0] == ("4 March 2026", "5", "3", "7")


def test_a_scale_that_is_not_chosen_is_not_drawn_and_stays_in_the_table(past: Past) -> None:
    past.life()
    values = past.shown()
    assert {line.scale for line in ratings_figure(values, {"sleep"}).lines} == {"sleep"}
    assert ratings_figure(values, {"pain"}).lines == ()


def test_a_line_does_not_lead_over_a_long_silence(past: Past) -> None:
    for days_ago in (0, 5, 5 + LONGEST_GAP + 1):
        past.rate(days_ago, "pain", 3)
    lines = ratings_figure(past.shown(), {"pain"}).lines
    assert [len(line.points) for line in lines] == [1, 2]


def test_a_single_rating_is_a_dot_with_words(past: Past) -> None:
    past.rate(0, "tension", 6)
    figure = ratings_figure(past.shown(), {"tension"})
    assert [words for _, _, words in figure.words] == ["Tension 6, 5 Mar"]
    past.rate(1, "tension", 5)
    assert ratings_figure(past.shown(), {"tension"}).words == ()


@pytest.mark.parametrize("most", [0.4, 1, 7, 44, 60, 61, 700, 9000])
def test_the_axis_of_minutes_reaches_over_every_bar_with_few_labels(most: float) -> None:
    weeks = [Week(MONDAY - timedelta(weeks=n), most / (n + 1), 1) for n in range(3, -1, -1)]
    figure = weeks_figure(weeks)
    (bars,) = figure.bars
    assert max(bars.heights) == most <= figure.y_range[1]
    assert 2 <= len(figure.y_ticks) <= 8
    assert len({text for _, text in figure.y_ticks}) == len(figure.y_ticks)
    assert all(figure.x_range[0] < place < figure.x_range[1] for place in bars.places)


def test_the_bars_of_an_hour_stand_on_each_other_and_add_up(past: Past) -> None:
    past.life()
    hours = past.shown().hours
    figure = hours_figure(hours)
    assert [bars.look for bars in figure.bars] == list(OUTCOMES)
    top = {
        place: bottom + height
        for bars in figure.bars
        for place, bottom, height in zip(bars.places, bars.bottoms, bars.heights, strict=True)
    }
    assert top == {10.5: 5, 15.5: 1}
    assert hours_table(hours).rows == (
        ("10:00–11:00", "2", "1", "1", "0", "1"),
        ("15:00–16:00", "0", "0", "0", "1", "0"),
    )


def test_tables_tell_days_weeks_pairs_and_strengths(past: Past) -> None:
    past.life()
    values = past.shown()
    days = days_table(values.days)
    assert days.rows[0][:2] == ("4 March 2026", "18 min")
    assert sorted(days.rows[0][3].split(", ")) == ["Band <b>rows</b>", "Scan"]
    assert ("2 March 2026", "", "Sick", "") in days.rows
    assert weeks_table(values.weeks).rows[0] == ("2 March 2026", "30 min", "2")
    assert pairs_table(values.helped).rows[0] == ("Scan", "Tension", "4 March 2026", "6", "4")
    assert len(pairs_table(values.helped).rows) == 4
    assert [row[0] for row in practices_table(values.practices).rows] == [
        "Scan",
        "Band <b>rows</b>",
    ]


def test_every_table_has_a_head_for_each_column(past: Past) -> None:
    past.life()
    for span in Range:
        values = past.shown(span)
        for table in (ratings_table(values), days_table(values.days), hours_table(values.hours)):
            assert table.rows
            assert {len(row) for row in table.rows} == {len(table.heads)}


def test_few_weeks_have_mondays_below_and_a_year_has_months() -> None:
    few = day_ticks(MONDAY - timedelta(weeks=3), TODAY)
    assert [text for _, text in few] == ["9 Feb", "16 Feb", "23 Feb", "2 Mar"]
    assert [place for place, _ in few] == [0, 7, 14, 21]
    year = [text for _, text in day_ticks(date(2025, 3, 3), TODAY)]
    assert (year[0], year[-1], len(year)) == ("Apr", "Mar", 12)
    assert "May" in year
