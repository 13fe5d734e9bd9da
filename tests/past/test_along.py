from datetime import date, timedelta

from desktop.past.along import Done, Place, Usual, done, places, usual
from desktop.past.helped import Helped
from desktop.past.measures import Rated

DAY = date(2026, 3, 2)


def days_ago(days: int) -> date:
    return DAY - timedelta(days=days)


def test_a_usual_day_is_the_middle_one_of_the_days_not_of_the_ratings() -> None:
    ratings = [
        *(Rated(days_ago(2), "pain", 9) for _ in range(10)),
        Rated(days_ago(1), "pain", 2),
        Rated(DAY, "pain", 3),
        Rated(DAY, "pain", 4),
    ]
    assert usual(ratings, ("tension", "pain")) == (Usual("pain", 3, days_ago(2), DAY, 3.5, 9),)


def test_scales_stand_in_the_order_asked_for_and_others_not_at_all() -> None:
    ratings = [Rated(DAY, "mood", 5), Rated(DAY, "tension", 5), Rated(DAY, "sleep", 1)]
    assert [each.scale for each in usual(ratings, ("tension", "sleep"))] == ["tension", "sleep"]


def test_a_place_counts_once_a_day() -> None:
    named = [(DAY, "neck"), (DAY, "neck"), (DAY, "jaw"), (days_ago(1), "jaw"), (DAY, "arms")]
    assert places(named) == (Place("jaw", 2), Place("arms", 1), Place("neck", 1))


def test_what_was_done_is_counted_in_days_and_has_what_was_rated_beside_it() -> None:
    rated = Helped("scan", "Scan", "tension", 6, 4, ())
    days = {"call": {DAY}, "scan": {days_ago(3), DAY}, "gone": {DAY}}
    names = {"scan": "Body scan", "call": "Before a call"}
    assert done(days, names, (rated,)) == (
        Done("Body scan", 2, (rated,)),
        Done("Before a call", 1),
        Done("gone", 1),
    )
