"""A breath, a ring and a map are painted as often as they are seen to move."""

import pytest
from PySide6.QtCore import QRectF

from desktop.player.paint.pace import ScenePace
from tests.player.scenes import Showing

AREA = QRectF(0, 0, 600, 600)
NO_LEAD = "defaults: {lead_in: 0s}\n"
SLOW = "- {breathe: Slowly, breaths: 3, pattern: 6-6}"
QUICK = "- {move: Quickly, reps: 40, tempo: 1-0-1-0}"
BOX = "- {breathe: Box, breaths: 3, pattern: 4-4-4-4}"
RING = "- {hold: Long, for: 10m}"
FRAME = 1 / 60


def painted(steps: str, seconds: float, ratio: float = 1.0, begin: float = 0.0) -> tuple[int, bool]:
    """How many of the frames are painted, and whether it is calm at the end."""
    showing, pace = Showing(steps, NO_LEAD), ScenePace()
    frames = round(seconds / FRAME)
    times = [begin + each * FRAME for each in range(frames)]
    return sum(pace.is_due(showing.at(time), AREA, ratio) for time in times), pace.calm


def test_what_moves_fast_is_painted_in_every_frame_and_is_not_calm() -> None:
    count, calm = painted(QUICK, 0.5)
    assert count >= 26
    assert not calm
    assert not painted(BOX, 2.0)[1], "somebody walks round it"


def test_a_slow_breath_is_calm_and_painted_less_often() -> None:
    count, calm = painted(SLOW, 6.0)
    assert calm
    assert 100 < count < 330


@pytest.mark.parametrize("steps", [SLOW, RING])
def test_on_a_finer_screen_it_is_painted_more_often(steps: str) -> None:
    assert painted(steps, 3.0, ratio=2.0)[0] > painted(steps, 3.0)[0]


def test_a_number_that_changes_is_painted_at_once() -> None:
    showing, pace = Showing(RING, NO_LEAD), ScenePace()
    showing.at(3.99)
    pace.is_due(showing.now, AREA, 0.001)
    due = [pace.is_due(showing.wait(FRAME), AREA, 0.001) for _ in range(3)]
    assert sum(due) == 1, "the ring alone would not be worth it"


def test_what_stands_still_is_painted_once_and_again_after_something_else() -> None:
    showing, pace = Showing(RING, NO_LEAD), ScenePace()
    scene = showing.at(2.0)
    assert [pace.is_due(scene, AREA, 1.0) for _ in range(4)] == [True, False, False, False]
    pace.begin_anew()
    assert pace.is_due(scene, AREA, 1.0)
