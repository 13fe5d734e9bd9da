"""Looking back in words."""

import pytest

from desktop.words.weeks import (
    before_after_words,
    best_hour_words,
    came_words,
    day_words,
    kind_name,
    practised_words,
    rated_words,
    short_month,
    strength_word,
    strength_words,
    value_text,
)


def test_a_day_tells_its_mark_and_what_was_done() -> None:
    assert day_words(0, (), "") == "No practice kept."
    assert day_words(0, (), "sick") == "Sick."
    assert day_words(12, (("Scan", 12.0),), "holiday") == "Holiday. Scan (12 min)."
    two = (("Scan", 12.0), ("{name}", 1.0))
    assert day_words(13, two, "") == "13 min: Scan (12 min), {name} (60 s)."


def test_days_are_told_of_how_many_only_where_that_says_something() -> None:
    assert practised_words(560, 43, 91) == "9 h 20 min on 43 of 91 days."
    assert practised_words(12, 1) == "12 min on 1 day."
    assert practised_words(12, 3, 3) == "12 min on 3 days."


def test_ratings_are_told_from_the_least_to_the_most() -> None:
    assert rated_words("tension", [6, 4.5, 5], by_week=False) == "Tension on 3 days: from 4.5 to 6."
    assert rated_words("sleep", [6], by_week=False) == "Sleep on 1 day: 6."
    weeks = rated_words("pain", [6, 3.25], by_week=True)
    assert weeks == "Pain in 2 weeks: means from 3.2 to 6."


@pytest.mark.parametrize(("value", "text"), [(6.0, "6"), (10.0, "10"), (5.5, "5.5"), (0.0, "0")])
def test_a_value_has_a_decimal_only_where_it_needs_one(value: float, text: str) -> None:
    assert value_text(value) == text


def test_before_and_after_names_no_cause() -> None:
    assert before_after_words(6, 4, 9) == "before 6, after 4 · 9 times"


def test_reminders_are_counted_and_the_best_hour_is_named() -> None:
    assert came_words(1, 0) == "1 reminder came; 0 led to a start."
    assert came_words(5, 2) == "5 reminders came; 2 led to a start."
    assert best_hour_words(23, 2, 5) == "Most were started from 23:00–00:00: 2 of 5."


def test_a_strength_only_grows_in_words_and_never_insults() -> None:
    words = list(dict.fromkeys(strength_word(share / 100) for share in range(101)))
    assert words == ["a seed", "sprouting", "taking root", "well rooted", "deeply rooted"]
    assert strength_words(0.5, 1) == "taking root · 1 day"


def test_a_kind_of_the_persons_own_is_shown_as_typed() -> None:
    assert kind_name("breath") == "Breath"
    assert kind_name("") == "Other"
    assert kind_name("qi gong") == "qi gong"


def test_may_is_as_short_as_it_is_long() -> None:
    assert short_month(5) == "May"
    assert short_month(9) == "Sep"
