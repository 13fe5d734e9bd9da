import pytest

from desktop.player.scene import scene_of
from desktop.terminal.pacing import FASTEST, SLOWEST, next_change
from routines.clock import ManualClock
from tests.terminal.playing import playback, routine

HOLD = "- hold: A\n  for: 30s\n  lead_in: 0s\n  cues: {10.4s: Breathe}\n"


def change(text: str, seconds: float, speed: float = 1.0) -> float | None:
    clock = ManualClock()
    playing = playback(text, clock, speed)
    playing.play()
    for _ in range(2):  # at once it would look like a suspend
        clock.advance(seconds / 2)
        playing.tick()
    return next_change(playing, scene_of(routine(text), playing), speed)


def test_the_next_second_is_the_next_change() -> None:
    assert change(HOLD, 3.25) == pytest.approx(0.75, abs=0.01)
    assert change(HOLD, 3.0) == pytest.approx(1.0, abs=0.01)


def test_a_cue_between_two_seconds_is_not_missed() -> None:
    assert change(HOLD, 10.125) == pytest.approx(0.275, abs=0.01)
    assert change(HOLD, 10.5) == pytest.approx(0.5, abs=0.01)


def test_speed_brings_it_nearer_but_not_too_near() -> None:
    assert change(HOLD, 0.5, 2.0) == pytest.approx(0.5, abs=0.01)
    assert change(HOLD, 0.1, 60.0) == FASTEST


def test_slowness_never_looks_like_a_suspend() -> None:
    assert change(HOLD, 1.0, 0.1) == SLOWEST


def test_a_breath_moves_all_the_time() -> None:
    assert change("- breathe: A\n  breaths: 3\n  lead_in: 0s\n", 1.0) == FASTEST


def test_an_open_step_moves_only_while_its_suggestion_lasts() -> None:
    assert change("- wait: For it\n", 1.0) is None
    suggested = "- write: A\n  for: 5s\n"
    assert change(suggested, 1.75) == pytest.approx(0.25, abs=0.01)
    assert change(suggested, 6.0) is None


def test_nothing_moves_in_a_pause_and_the_return_counts_down() -> None:
    clock = ManualClock()
    playing = playback(HOLD, clock)
    playing.play()
    clock.advance(4.0)
    playing.pause()
    shown = scene_of(routine(HOLD), playing)
    assert next_change(playing, shown, 1.0) is None
    playing.play()
    clock.advance(0.5)
    playing.tick()
    assert next_change(playing, shown, 1.0) == pytest.approx(0.5, abs=0.01)
