"""The sound of a breath: that it goes with the disk, is still on holds, and never clicks."""

import numpy as np
import pytest

from desktop.sound.model import Swell
from desktop.sound.process.pcm import RATE, Pcm, pcm
from desktop.sound.process.swell import SwellSound, level
from routines.model import Cycles, Phase, PhaseName, Unit
from routines.phases import ease, moment_at

START = 50.0
CLICK = 0.1
"""The noise itself leaps by nearly as much from sample to sample, a cut by several times that."""
MOVING = (PhaseName.IN, PhaseName.OUT, PhaseName.THERE, PhaseName.BACK)


def phases(text: str) -> tuple[Phase, ...]:
    """The phases that a text such as `in 4, hold 2` tells."""
    pairs = (each.split() for each in text.split(","))
    return tuple(Phase(PhaseName(name), float(seconds)) for name, seconds in pairs)


def played(swell: Swell, speed: float = 1.0, block: int = 1024, from_second: float = 0.0) -> Pcm:
    sound = SwellSound(swell, START, speed)
    moment, blocks = START + from_second, []
    while not sound.is_over(moment):
        blocks.append(sound.take(moment, block))
        moment += block / RATE
    return np.concatenate(blocks)


def envelope(sound: Pcm, seconds: float = 0.1) -> Pcm:
    count = round(seconds * RATE)
    whole = len(sound) // count
    rows = sound[: whole * count].reshape(whole, count)
    return pcm(np.sqrt((rows**2).mean(axis=1)))


def planned(swell: Swell, count: int, seconds: float = 0.1, speed: float = 1.0) -> list[float]:
    """How full the disk is in the middle of each tenth of a second; nothing on holds."""
    length = Cycles(Unit.BREATH, swell.count, swell.phases)
    moments = [moment_at(length, (each + 0.5) * seconds * speed) for each in range(count)]
    return [each.extent(ease) if each.phase.name in MOVING else 0.0 for each in moments]


def breath(text: str, count: int = 3, *, is_breath: bool = True) -> Swell:
    return Swell(0.0, phases(text), count, is_breath)


@pytest.mark.parametrize(
    "text", ["in 4, out 6", "in 4, hold 4, out 4, hold 4", "in 3, in 1, out 6"]
)
@pytest.mark.parametrize("is_breath", [True, False])
def test_its_loudness_follows_the_disk(text: str, is_breath: bool) -> None:
    swell = breath(text, is_breath=is_breath)
    heard = envelope(played(swell))
    expected = planned(swell, len(heard))
    assert np.corrcoef(heard, expected)[0, 1] > 0.95


def test_reps_are_softer_than_breaths() -> None:
    loud = envelope(played(breath("in 3, out 3"))).max()
    soft = envelope(played(breath("there 3, back 3", is_breath=False))).max()
    assert soft < 0.75 * loud


def test_a_hold_is_still() -> None:
    heard = envelope(played(breath("in 4, hold 4, out 4, hold 4", count=1)))
    assert heard[5:40].max() > 0.1
    assert heard[45:79].max() == 0.0
    assert heard[121:].max(initial=0.0) == 0.0


def test_several_breaths_in_share_the_way_up() -> None:
    length = Cycles(Unit.BREATH, 1, phases("in 3, in 1, out 6"))
    assert level(length, 3.0) == pytest.approx(0.75, abs=0.01)
    assert level(length, 4.0) == pytest.approx(1.0, abs=0.01)
    assert level(length, 2.9) < level(length, 3.5) < level(length, 4.0)


def test_breaths_of_outs_alone_begin_full_and_each_is_heard() -> None:
    heard = envelope(played(breath("out 4", count=3)))
    for begin in (0, 40, 80):
        assert heard[begin + 4] > 5 * heard[begin + 36]


@pytest.mark.parametrize("text", ["in 4, hold 1, out 6", "in 0.2, out 0.2", "out 2"])
@pytest.mark.parametrize("block", [64, 960, 5000])
def test_nothing_clicks_at_a_seam(text: str, block: int) -> None:
    jumps = np.abs(np.diff(played(breath(text), block=block), prepend=0.0, append=0.0))
    assert jumps.max() < CLICK


def test_the_blocks_do_not_change_its_loudness() -> None:
    swell = breath("in 4, hold 2, out 6")
    small, large = (envelope(played(swell, block=each)) for each in (480, 4800))
    shorter = min(len(small), len(large))
    assert np.abs(small[:shorter] - large[:shorter]).max() < 0.005


def test_it_does_not_drift_in_twenty_minutes() -> None:
    swell = breath("in 4.1, out 5.9", count=120)
    heard = envelope(played(swell, from_second=1150.0))
    expected = planned(swell, 12_000)[11_500:][: len(heard)]
    assert np.corrcoef(heard[5 : len(expected)], expected[5:])[0, 1] > 0.95


def test_twice_the_speed_is_half_the_time() -> None:
    swell = breath("in 4, out 6")
    heard = envelope(played(swell, speed=2.0))
    assert len(heard) * 0.1 == pytest.approx(15.0, abs=0.2)
    assert np.corrcoef(heard, planned(swell, len(heard), speed=2.0))[0, 1] > 0.95


def test_a_leap_of_time_is_a_glide() -> None:
    sound = SwellSound(breath("in 4, out 6"), START, 1.0)
    blocks = [sound.take(START + at, 960) for at in (3.98, 8.0, 9.9, 4.0, 4.02)]
    assert np.abs(np.diff(np.concatenate(blocks))).max() < CLICK
