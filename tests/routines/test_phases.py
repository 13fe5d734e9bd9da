"""Where in its reps or breaths a step is, and how far the breath has come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.model import Cycles, Phase, PhaseName, Unit
from routines.phases import ease, moment_at
from tests.routines.generated import cycles

BREATH = Cycles(
    Unit.BREATH,
    2,
    (Phase(PhaseName.IN, 4.0), Phase(PhaseName.HOLD, 7.0), Phase(PhaseName.OUT, 8.0)),
)
SIGH = Cycles(
    Unit.BREATH,
    3,
    (Phase(PhaseName.IN, 2.0), Phase(PhaseName.IN, 1.0), Phase(PhaseName.OUT, 6.0)),
)


@pytest.mark.parametrize(
    ("offset", "number", "name", "into", "extent"),
    [
        (0, 1, PhaseName.IN, 0, 0),
        (2, 1, PhaseName.IN, 2, 0.5),
        (4, 1, PhaseName.HOLD, 0, 1),
        (10.5, 1, PhaseName.HOLD, 6.5, 1),
        (11, 1, PhaseName.OUT, 0, 1),
        (15, 1, PhaseName.OUT, 4, 0.5),
        (19, 2, PhaseName.IN, 0, 0),
        (38, 2, PhaseName.OUT, 8, 0),
        (99, 2, PhaseName.OUT, 8, 0),
        (-1, 1, PhaseName.IN, 0, 0),
    ],
)
def test_a_breath_rises_waits_and_falls(
    offset: float, number: int, name: PhaseName, into: float, extent: float
) -> None:
    moment = moment_at(BREATH, offset)
    assert (moment.number, moment.phase.name) == (number, name)
    assert moment.into == pytest.approx(into)
    assert moment.extent() == pytest.approx(extent)


def test_two_breaths_in_share_the_way_up() -> None:
    assert moment_at(SIGH, 2).extent() == pytest.approx(2 / 3)
    assert moment_at(SIGH, 3).extent() == pytest.approx(1)
    assert moment_at(SIGH, 2).index == 1


def test_breaths_that_only_go_out_begin_full() -> None:
    only = Cycles(Unit.BREATH, 2, (Phase(PhaseName.OUT, 4.0),))
    assert moment_at(only, 0).extent() == 1
    assert moment_at(only, 3).extent() == pytest.approx(0.25)


def test_easing_bends_the_way_but_not_its_ends() -> None:
    assert moment_at(BREATH, 2).extent(lambda share: share**2) == pytest.approx(0.25)
    assert moment_at(BREATH, 4).extent(lambda share: share**2) == 1


def test_a_hair_before_the_end_of_a_phase_is_the_beginning_of_the_next() -> None:
    assert moment_at(BREATH, 4 - 1e-12).phase.name is PhaseName.HOLD
    assert moment_at(BREATH, 19 - 1e-12).number == 2


@given(cycles(Unit.BREATH) | cycles(Unit.REP), st.floats(-1, 200, allow_nan=False))
def test_every_moment_is_within_its_phase_and_its_count(length: Cycles, offset: float) -> None:
    moment = moment_at(length, offset)
    assert 1 <= moment.number <= length.count
    assert 0 <= moment.into <= moment.phase.seconds
    assert length.phases[moment.index] is moment.phase
    assert 0 <= moment.extent() <= 1
    passed = (moment.number - 1) * length.cycle_seconds + moment.into
    passed += sum(phase.seconds for phase in length.phases[: moment.index])
    assert passed == pytest.approx(min(max(offset, 0), length.seconds), abs=1e-6)


def test_easing_is_slow_at_both_ends_and_stays_within_them() -> None:
    assert [ease(share) for share in (-1, 0, 0.5, 1, 2)] == pytest.approx([0, 0, 0.5, 1, 1])
    assert ease(0.1) < 0.1
    assert ease(0.9) > 0.9
