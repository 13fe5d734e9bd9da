"""The breath pacer's values: exact at the borders of phases, still in holds, round its square."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.player.breath_shape import BreathShape, breath_shape, ready_shape, spot_at, way
from desktop.player.scene import Scene
from routines.model import Cycles, Phase, PhaseName, Unit
from routines.phases import moment_at
from tests.player.scenes import Showing

IN, HOLD, OUT = PhaseName.IN, PhaseName.HOLD, PhaseName.OUT
NO_LEAD = "defaults: {lead_in: 0s}\n"


def breaths(*phases: tuple[PhaseName, float], count: int = 19) -> Cycles:
    return Cycles(Unit.BREATH, count, tuple(Phase(name, seconds) for name, seconds in phases))


EVEN = breaths((IN, 5), (OUT, 5))
BOX = breaths((IN, 4), (HOLD, 4), (OUT, 4), (HOLD, 4))
RELAXING = breaths((IN, 4), (HOLD, 7), (OUT, 8), count=4)
SIGH = breaths((IN, 2), (IN, 1), (OUT, 6), count=3)


def at(length: Cycles, seconds: float) -> BreathShape:
    return breath_shape(length, moment_at(length, seconds))


# ---------------------------------------------------------------- filling


@pytest.mark.parametrize("breath", range(4))
def test_at_the_borders_of_phases_the_fill_is_exact(breath: int) -> None:
    for length, fills in (
        (EVEN, {0: 0, 5: 1}),
        (BOX, {0: 0, 4: 1, 8: 1, 12: 0}),
        (RELAXING, {0: 0, 4: 1, 11: 1}),
    ):
        for second, fill in fills.items():
            assert at(length, breath * length.cycle_seconds + second).fill == fill
    assert at(EVEN, EVEN.seconds).fill == 0


def test_a_breath_eases_in_and_out_of_its_turns() -> None:
    steps = [at(EVEN, second / 10).fill for second in range(51)]
    grown = [after - before for before, after in pairwise(steps)]
    assert min(grown) > 0
    assert grown.index(max(grown)) in {24, 25}
    assert grown[0] < 0.1 * max(grown) > grown[-1]
    assert at(EVEN, 2.5).fill == pytest.approx(0.5)


@pytest.mark.parametrize(("begin", "end", "fill"), [(4, 8, 1.0), (12, 16, 0.0)])
def test_a_hold_stands_still_while_its_seconds_are_counted(
    begin: float, end: float, fill: float
) -> None:
    seconds = [begin + (end - begin) * share / 20 for share in range(20)]
    shapes = [at(BOX, second) for second in seconds]
    assert {shape.fill for shape in shapes} == {fill}
    held = [shape.held for shape in shapes]
    assert held == pytest.approx([share / 20 for share in range(20)])
    assert at(BOX, begin - 0.01).held is None


def test_the_second_sip_of_a_sigh_is_a_second_step_up() -> None:
    assert at(SIGH, 0).levels == pytest.approx((2 / 3,))
    assert at(SIGH, 2).fill == pytest.approx(2 / 3)
    slow = [at(SIGH, 2 + off).fill - at(SIGH, 2 + off - 0.1).fill for off in (0.0, 0.1)]
    fast = [at(SIGH, begin + 0.1).fill - at(SIGH, begin).fill for begin in (0.95, 2.45)]
    assert max(slow) < min(fast) / 2, "it comes to rest between the two"
    assert at(SIGH, 3).fill == 1
    assert at(EVEN, 1).levels == ()


# ---------------------------------------------------------------- the square


def test_only_a_breath_of_four_parts_walks_a_square() -> None:
    assert at(BOX, 1).walked == pytest.approx(0.25)
    assert at(breaths((IN, 4), (HOLD, 2), (OUT, 6), (HOLD, 2)), 7).walked == pytest.approx(
        2 + 1 / 6
    )
    assert [at(length, 1).walked for length in (EVEN, RELAXING, SIGH)] == [None] * 3


@pytest.mark.parametrize(
    ("second", "corner"),
    [(0, (-1, -1)), (4, (-1, 1)), (8, (1, 1)), (12, (1, -1)), (16, (-1, -1))],
)
def test_at_the_borders_of_phases_the_dot_is_at_a_corner(
    second: float, corner: tuple[int, int]
) -> None:
    walked = at(BOX, second).walked
    assert walked is not None
    spot = spot_at(walked)
    assert spot.x == pytest.approx(spot.y * corner[0] * corner[1])
    assert (spot.x > 0, spot.y > 0) == (corner[0] > 0, corner[1] > 0)
    assert 0.85 < abs(spot.x) < 1, "as far out as a rounded corner goes"


def test_the_dot_rises_with_the_breath_in_and_crosses_the_top_in_the_hold() -> None:
    assert spot_at(0.5) == pytest.approx((-1, 0))
    assert spot_at(1.5) == pytest.approx((0, 1))
    assert spot_at(2.5) == pytest.approx((1, 0))
    assert spot_at(3.5) == pytest.approx((0, -1))
    heights = [spot_at(step / 50).y for step in range(51)]
    assert heights == sorted(heights)


@given(st.floats(0, 3.99))
def test_the_dot_walks_evenly_and_never_leaves_the_square(walked: float) -> None:
    here, there = spot_at(walked), spot_at(walked + 0.01)
    assert math.hypot(here.x, here.y) >= 1 - 1e-9
    assert max(abs(here.x), abs(here.y)) <= 1 + 1e-9
    step = math.hypot(there.x - here.x, there.y - here.y)
    assert step == pytest.approx(math.hypot(*_unlike(0.0, 0.01)), rel=0.04)


def _unlike(begin: float, end: float) -> tuple[float, float]:
    one, other = spot_at(0.5 + begin), spot_at(0.5 + end)
    return other.x - one.x, other.y - one.y


def test_a_way_leads_from_one_place_to_the_other() -> None:
    filled = way(1.0, 1.3)
    assert filled[0] == spot_at(1.0)
    assert filled[-1] == pytest.approx(spot_at(1.3))
    assert way(2.0, 2.0) == ()


# ---------------------------------------------------------------- words


def test_the_count_the_word_and_the_seconds_are_those_of_the_moment() -> None:
    shape = at(EVEN, 2 * 10 + 5.2)
    assert (shape.count, shape.word, shape.left) == ("3 of 19", "Breathing out", "5")
    assert shape.share == pytest.approx(0.04)
    assert at(EVEN, EVEN.seconds - 0.1).count == "19 of 19"
    assert at(BOX, 6.5).word == "Holding"
    assert (at(RELAXING, 4).left, at(RELAXING, 10.9).left) == ("7", "1")


def test_before_the_first_breath_it_stands_where_that_begins() -> None:
    for length in (EVEN, BOX, SIGH):
        ready, first = ready_shape(length), at(length, 0)
        assert (ready.fill, ready.walked, ready.levels) == (first.fill, first.walked, first.levels)
        assert (ready.word, ready.count, ready.held) == ("", "", None)
    assert ready_shape(breaths((OUT, 6))).fill == 1.0


def scene(steps: str, second: float, head: str = NO_LEAD) -> Scene:
    return Showing(steps, head).at(second)


def test_a_scene_has_a_pacer_where_one_goes_by_breaths() -> None:
    box = scene("- {breathe: Box, breaths: 19, pattern: 4-4-4-4}", 34)
    assert box.breath is not None
    assert box.breath.count == "3 of 19"
    assert box.breath.walked == pytest.approx(0.5)
    moved = scene("- {move: Cat-cow, breaths: 6, pattern: 4-4}", 1)
    assert moved.breath is not None
    ready = scene("- {breathe: Box, breaths: 19, pattern: 4-4-4-4}", 1, "")
    assert ready.breath is not None
    assert ready.breath.word == ""
    for step in ("{move: Row, reps: 8}", "{hold: A, for: 9s}", "{notice: A, for: 9s}"):
        assert scene(f"- {step}", 1).breath is None
