"""What a figure file can be shown with, and is hardly meant: halves of pairs, unlikely bones."""

import re

import pytest

from routines.figures.reader import read_figure
from routines.problems import Level, Message, Problem
from tests.routines.figures.bodies import front_source, side_source


def problems(source: str) -> tuple[Problem, ...]:
    reading = read_figure(source, "this")
    assert reading.figure is not None, "a warning keeps nothing from being shown"
    return reading.problems


@pytest.mark.parametrize(
    ("loop", "key", "needed"),
    [
        ("in: b, back: a", "in", "out"),
        ("there: b, out: a", "there", "back"),
        ("start: a, there: b", "there", "back"),
        ("start: a, out: b", "out", "in"),
        ("hold: b, start: a, back: b", "back", "there"),
    ],
)
def test_half_a_pair_is_a_warning_at_its_key(loop: str, key: str, needed: str) -> None:
    (problem,) = problems(side_source(loop=f"{{{loop}}}"))
    assert (problem.message, problem.level) == (Message.HALF_PAIR, Level.WARNING)
    assert problem.values == {"key": key, "needed": needed}
    assert problem.excerpt[problem.column - 1 :].startswith(f"{key}:")


@pytest.mark.parametrize(
    "loop",
    [
        "there: b, back: a",
        "in: b, out: a",
        "hold: b, start: a",
        "hold: a, in: b",
        "hold: b, start: a, there: b, back: a",
        "there: b, back: a, in: b, out: a",
        "there: b, pause: a, back: a",
    ],
)
def test_pairs_and_the_breath_in_a_hold_are_whole(loop: str) -> None:
    assert problems(side_source(loop=f"{{{loop}}}")) == ()


def test_a_bone_that_nobody_has_is_a_warning_though_it_is_the_same_in_all_postures() -> None:
    source = side_source(loop="{hold: a}")
    assert problems(source) == ()
    long = source.replace("knee: [-0.01, 0.285]", "knee: [-0.01, 0.2]")
    assert long != source
    limbs = {each.values["limb"]: each for each in problems(long)}
    assert set(limbs) == {"hip–knee", "knee–ankle"}
    assert {each.message for each in limbs.values()} == {Message.LIMB_UNLIKELY}
    assert limbs["hip–knee"].level is Level.WARNING
    assert limbs["hip–knee"].values["usual"] == "0.245"


def test_a_limb_that_points_to_us_is_as_long_as_its_depth_makes_it() -> None:
    source = front_source(loop="{hold: a}")
    assert problems(source) == ()
    (hand,) = re.findall(r"left-hand: \[([\d., ]+)\]", source)[:1]
    away = source.replace(f"left-hand: [{hand}]", "left-hand: [0.16, 0.60]")
    assert {each.message for each in problems(away)} >= {Message.LIMB_UNLIKELY}
    deep = away.replace("0.60]", "0.60, -0.168]")
    assert not [each for each in problems(deep) if each.message is Message.LIMB_UNLIKELY]
