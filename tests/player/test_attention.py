"""How the attention comes to an area of the body and goes over to the next one."""

from itertools import pairwise

import pytest

from tests.player.scenes import Showing

SCAN = """
    - {notice: Feet, area: feet, for: 10s}
    - {notice: Belly, area: belly, for: 10s}
    - {notice: Still the belly, area: belly, for: 10s}
    - {say: Well done., for: 5s}
    - {notice: Sounds, for: 10s}
    - {notice: Jaw, area: jaw, for: 1s}
    - {notice: Neck, area: neck, for: 10s}
    """


def test_the_first_area_comes_out_of_the_dark() -> None:
    show = Showing(SCAN)
    assert show.now.glow == (("feet", 0.0),), "the map is there from the beginning"
    assert dict(show.at(0.75).glow) == pytest.approx({"feet": 0.5})
    assert show.at(1.5).glow == (("feet", 1.0),)
    assert show.at(9.9).glow == (("feet", 1.0),)


def test_an_area_hands_over_to_the_next_one_smoothly() -> None:
    show = Showing(SCAN)
    assert show.at(10.0).glow == (("feet", 1.0), ("belly", 0.0))
    shares = [dict(show.at(10 + each / 10).glow) for each in range(15)]
    coming = [each["belly"] for each in shares]
    assert coming == sorted(coming)
    assert coming[1] < 0.02, "it is eased"
    assert all(sum(each.values()) == pytest.approx(1) for each in shares)
    assert show.at(11.5).glow == (("belly", 1.0),)


def test_an_area_that_is_meant_twice_stays() -> None:
    assert Showing(SCAN).at(20.2).glow == (("belly", 1.0),)


def test_where_no_area_is_meant_nothing_shines() -> None:
    show = Showing(SCAN)
    assert show.at(32).glow == ()
    assert show.at(37).glow == ()


def test_after_something_else_an_area_comes_out_of_the_dark_again() -> None:
    assert dict(Showing(SCAN).at(45.5).glow) == pytest.approx({"jaw": 0.5})


def test_nothing_ever_shines_up_or_goes_out_at_once() -> None:
    show = Showing(SCAN)
    moments = [dict(show.at(each / 20).glow) for each in range(56 * 20)]
    between = [(one, other) for one, other in pairwise(moments) if one and other]
    assert len(between) > 600
    for one, other in between:
        for area in {*one, *other}:
            assert abs(one.get(area, 0.0) - other.get(area, 0.0)) < 0.09


def test_the_glow_follows_from_the_place_alone() -> None:
    show = Showing(SCAN)
    there = show.at(10.6).glow
    show.playback.seek(5)
    show.playback.seek(-5)
    assert show.now.glow == there
    show.playback.pause()
    assert show.wait(3600).glow == there


def test_a_lead_in_already_turns_there() -> None:
    show = Showing(
        """
        - {notice: Feet, area: feet, for: 10s}
        - {notice: Belly, area: belly, for: 10s, lead_in: 3s}
        """
    )
    assert dict(show.at(10.75).glow) == pytest.approx({"feet": 0.5, "belly": 0.5})
    assert show.at(14).glow == (("belly", 1.0),)
