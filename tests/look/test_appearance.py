"""What the person chose comes before what the system wishes, and is read back from its words."""

import pytest

from desktop.look.appearance import (
    Appearance,
    Contrast,
    InForce,
    Movement,
    Scheme,
    SystemWish,
    in_force,
    read_contrast,
    read_movement,
    read_scheme,
    read_text_scale,
)
from desktop.look.tokens import MOTION, STILL, ease

DARK_HIGH_STILL = SystemWish(Scheme.DARK, high_contrast=True, reduced_motion=True)


def test_who_chose_nothing_gets_what_the_system_wishes() -> None:
    assert in_force(Appearance(), DARK_HIGH_STILL) == InForce(True, True, True, 1.0)
    assert in_force(Appearance(), SystemWish()) == InForce(False, False, False, 1.0)


def test_what_is_chosen_holds_against_the_system() -> None:
    chosen = Appearance(Scheme.LIGHT, Contrast.NORMAL, 1.5, Movement.FULL)
    assert in_force(chosen, DARK_HIGH_STILL) == InForce(False, False, False, 1.5)
    chosen = Appearance(Scheme.DARK, Contrast.HIGH, 2.0, Movement.REDUCED)
    assert in_force(chosen, SystemWish(Scheme.LIGHT)) == InForce(True, True, True, 2.0)


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.0, 1.0), (2.0, 2.0), (9.0, 2.0)])
def test_text_is_never_smaller_than_the_systems_nor_more_than_twice_as_large(
    asked: float, given: float
) -> None:
    assert in_force(Appearance(text_scale=asked), SystemWish()).text_scale == given


def test_a_wish_that_says_nothing_leaves_the_word_to_the_next() -> None:
    assert SystemWish().or_else(DARK_HIGH_STILL) == DARK_HIGH_STILL
    light = SystemWish(Scheme.LIGHT, reduced_motion=True)
    assert light.or_else(SystemWish(Scheme.DARK)) == light


def test_each_choice_is_read_back_from_its_word() -> None:
    assert [read_scheme(each.value) for each in Scheme] == list(Scheme)
    assert [read_contrast(each.value) for each in Contrast] == list(Contrast)
    assert [read_movement(each.value) for each in Movement] == list(Movement)
    assert read_text_scale(1.25) == 1.25
    assert read_text_scale(2) == 2.0


@pytest.mark.parametrize("word", ["", "Dark", 1, None, [], {"a": 1}, float("nan")])
def test_any_other_word_is_none(word: object) -> None:
    assert read_scheme(word) is None
    assert read_contrast(word) is None
    assert read_movement(word) is None


@pytest.mark.parametrize(
    "factor", [0.9, 2.1, True, "1.5", None, float("nan"), float("inf"), 10**400]
)
def test_a_factor_out_of_reach_is_none(factor: object) -> None:
    assert read_text_scale(factor) is None


def test_a_motion_starts_and_ends_slowly_and_never_leaves_its_way() -> None:
    places = [ease(step / 100) for step in range(-10, 111)]
    assert places == sorted(places)
    assert (places[0], places[60], places[-1]) == (0.0, 0.5, 1.0)
    assert ease(0.01) < 0.001


def test_stillness_takes_no_time() -> None:
    assert (STILL.come, STILL.leave, STILL.change, STILL.moves) == (0, 0, 0, False)
    assert MOTION.moves
