from datetime import date, timedelta

import pytest

from desktop.past.measures import Rated
from desktop.past.watch import QUESTIONS, Advice, Reply, concern

TODAY = date(2026, 3, 31)


def rated(days: int, value: int = 6, scale: str = "pain", ago: int = 0) -> list[Rated]:
    """High on ``days`` days in a row, up to ``ago`` days ago."""
    return [Rated(TODAY - timedelta(days=ago + each), scale, value) for each in range(days)]


def replies(ago: int = 1, **answers: str) -> dict[str, Reply]:
    day = TODAY - timedelta(days=ago)
    return {name: Reply(day, answer) for name, answer in answers.items()}


def test_pain_on_most_days_of_three_weeks_is_asked_about() -> None:
    found = concern(rated(11), {}, TODAY)
    assert found is not None
    assert found.advice is Advice.ASK
    assert found.questions == QUESTIONS
    assert (found.persisting[0].scale, found.persisting[0].days) == ("pain", 11)
    assert found.persisting[0].since == TODAY - timedelta(days=10)


@pytest.mark.parametrize(
    "ratings",
    [
        rated(10),
        rated(11, value=3),
        rated(11, value=5, scale="tension"),
        rated(11, scale="anxiety", value=10),
        rated(1) * 40,
        rated(11, ago=15),
    ],
    ids=["too few days", "too low", "tension too low", "another scale", "one day", "long ago"],
)
def test_less_than_that_is_left_in_peace(ratings: list[Rated]) -> None:
    assert concern(ratings, {}, TODAY) is None


def test_a_yes_makes_it_sooner() -> None:
    found = concern(rated(15), replies(night="yes", arms="no"), TODAY)
    assert found is not None
    assert found.advice is Advice.SHOW_SOON
    assert found.questions == ("rest", "overwhelm")


def test_only_no_still_says_to_show_it_since_weeks_are_a_reason_of_their_own() -> None:
    said = replies(night="no", arms="no", rest="no", overwhelm="no")
    found = concern(rated(21), said, TODAY)
    assert found is not None
    assert found.advice is Advice.SHOW
    assert found.questions == ()


def test_overwhelm_comes_before_everything() -> None:
    found = concern(rated(15), replies(night="yes", overwhelm="yes"), TODAY)
    assert found is not None
    assert found.advice is Advice.HELP


def test_a_yes_holds_when_the_ratings_have_become_lower() -> None:
    found = concern((), replies(ago=20, arms="yes"), TODAY)
    assert found is not None
    assert (found.advice, found.questions) == (Advice.SHOW_SOON, ())
    assert concern((), replies(ago=21, arms="yes"), TODAY) is None


def test_a_question_put_off_comes_back_after_three_days_and_a_no_after_two_weeks() -> None:
    later, no = replies(ago=2, night="later"), replies(ago=13, arms="no")
    found = concern(rated(21), later | no, TODAY)
    assert found is not None
    assert found.questions == ("rest", "overwhelm")
    found = concern(rated(21), replies(ago=3, night="later") | replies(ago=14, arms="no"), TODAY)
    assert found is not None
    assert found.questions == QUESTIONS


def test_what_a_professional_has_seen_rests_for_six_weeks() -> None:
    assert concern(rated(21), replies(ago=41, seen="yes"), TODAY) is None
    assert concern(rated(21), replies(ago=42, seen="yes"), TODAY) is not None


def test_a_new_yes_after_that_is_not_overheard() -> None:
    said = replies(ago=10, seen="yes") | replies(ago=2, overwhelm="yes")
    found = concern((), said, TODAY)
    assert found is not None
    assert found.advice is Advice.HELP
    assert concern((), replies(ago=10, seen="yes", overwhelm="yes"), TODAY) is None


def test_a_rating_from_the_future_counts_for_nothing() -> None:
    assert concern(rated(21, ago=-30), {}, TODAY) is None
