"""When samples are heard, by how many were asked for."""

import random
from itertools import pairwise

import pytest

from desktop.sound.process.pcm import RATE
from desktop.sound.process.stream_clock import StreamClock

BLOCK = 960


def asked(blocks: int, rate: float = RATE, jitter: float = 0.0, ahead: int = 2) -> list[float]:
    """When a sound card that plays `rate` samples a second asks for each block."""
    shake = random.Random(1)
    moments = [100.0 + max(0, each - ahead) * BLOCK / rate for each in range(blocks)]
    return [each + shake.uniform(0.0, jitter) for each in moments]


def heard(moments: list[float]) -> list[float]:
    clock = StreamClock()
    return [clock.heard_at(each, BLOCK) for each in moments]


def test_blocks_follow_each_other_without_a_gap_though_they_are_asked_for_unevenly() -> None:
    found = heard(asked(2000, jitter=0.008))
    steps = [after - before for before, after in pairwise(found[50:])]
    assert max(steps) - min(steps) < 0.001
    assert found[-1] - found[50] == pytest.approx(1949 * BLOCK / RATE, abs=0.01)


@pytest.mark.parametrize("error", [-300e-6, 300e-6])
def test_a_sound_card_whose_clock_is_wrong_does_not_lead_away(error: float) -> None:
    rate = RATE * (1 + error)
    found = heard(asked(60_000, rate))  # twenty minutes
    truth = [100.0 + each * BLOCK / rate for each in range(60_000)]
    assert abs(found[-1] - truth[-1]) < 0.005


def test_while_the_sound_system_fills_what_it_holds_nothing_moves() -> None:
    found = heard(asked(500, ahead=8))
    truth = [100.0 + each * BLOCK / RATE for each in range(500)]
    assert max(abs(at - moment) for at, moment in zip(found, truth, strict=True)) < 0.002


def test_after_a_gap_it_is_right_again_at_once() -> None:
    moments = asked(500)
    later = [each + 1.3 for each in asked(1000)[500:]]
    found = heard(moments + later)
    assert found[510] - found[490] == pytest.approx(20 * BLOCK / RATE + 1.3, abs=0.03)


def test_what_is_heard_is_never_past() -> None:
    moments = asked(3000, jitter=0.01)
    found = heard(moments)
    assert all(at >= moment - 0.005 for at, moment in zip(found, moments, strict=True))
