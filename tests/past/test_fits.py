from datetime import datetime, timedelta, timezone

from desktop.past.fits import Candidate, Facts, Reason, suggestions

ZONE = timezone(timedelta(hours=1))
THERE = (
    Candidate("even-breath", ("breath", "desk")),
    Candidate("before-a-call", ("breath", "in-the-moment", "desk")),
    Candidate("body-scan", ("relaxation", "evening")),
    Candidate("hourly-reset", ("desk", "mobility")),
    Candidate("morning-yoga", ("morning", "yoga")),
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 5, hour, minute, tzinfo=ZONE)


def first(facts: Facts) -> tuple[str, Reason]:
    found = suggestions(facts, THERE)[0]
    return found.id, found.reason


def test_the_morning_offers_the_morning() -> None:
    assert first(Facts(at(8))) == ("morning-yoga", Reason.MORNING)


def test_a_high_rating_comes_before_the_hour_of_the_day() -> None:
    facts = Facts(at(8), rated_high=at(7, 45))
    assert first(facts) == ("before-a-call", Reason.HIGH)
    assert [each.reason for each in suggestions(facts, THERE)][1] is Reason.MORNING


def test_a_high_rating_of_an_hour_ago_is_over() -> None:
    assert first(Facts(at(8), rated_high=at(7)))[1] is Reason.MORNING


def test_a_rating_from_a_clock_that_was_set_back_is_not_just_now() -> None:
    assert first(Facts(at(8), rated_high=at(9)))[1] is Reason.MORNING


def test_after_a_long_call_something_at_the_desk_is_offered() -> None:
    assert first(Facts(at(14), call_ended=at(13, 50)))[1] is Reason.AFTER_CALL


def test_two_hours_around_bedtime_are_the_evening() -> None:
    assert first(Facts(at(21), bedtime=at(22, 30))) == ("body-scan", Reason.EVENING)
    assert first(Facts(at(18), bedtime=at(22, 30)))[1] is not Reason.EVENING


def test_what_is_for_the_hour_above_all_comes_before_what_fits_it_too() -> None:
    too, above_all = Candidate("a", ("breath", "evening")), Candidate("b", ("evening", "breath"))
    offered = suggestions(Facts(at(22)), [too, above_all])
    assert [each.id for each in offered][:1] == ["b"]


def test_without_a_bedtime_the_evening_begins_at_nine() -> None:
    assert first(Facts(at(21)))[1] is Reason.EVENING
    assert first(Facts(at(20)))[1] is not Reason.EVENING


def test_what_was_done_today_makes_room_for_what_was_not() -> None:
    facts = Facts(at(14), done_today=("even-breath", "before-a-call"))
    assert first(facts)[0] == "hourly-reset"


def test_one_of_the_persons_own_comes_before_one_of_ours() -> None:
    own = Candidate("my-morning", ("morning",), own=True)
    assert suggestions(Facts(at(8)), (*THERE, own))[0].id == "my-morning"


def test_favourites_and_the_last_one_follow_and_no_routine_comes_twice() -> None:
    facts = Facts(at(14), favourites=("body-scan", "gone"), last="body-scan")
    found = suggestions(facts, THERE)
    assert [each.id for each in found] == ["body-scan", "hourly-reset", "even-breath"]
    assert len(found) == 3


def test_without_any_routine_nothing_is_offered() -> None:
    assert suggestions(Facts(at(8)), ()) == ()
