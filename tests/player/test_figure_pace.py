"""A figure is painted as often as it is seen to move, and its props once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize

from desktop.figures.paint import scale_of
from desktop.figures.shown import ShownFigure, moved
from desktop.look.colors import DARK, LIGHT
from desktop.player.paint.figure import FigureGround, Pace
from routines.figures.model import Point, Pose, PropKind
from tests.figures.poses import SHOWN, box_of, prop

AREA = QRectF(0, 0, 600, 600)
TABLE = SHOWN["table"]
ROOM = box_of(TABLE)


def raised(by: float) -> ShownFigure:
    """Its head so many pixels higher."""
    pixel = 1 / scale_of(AREA, ROOM)
    head = TABLE.joints["head"]
    joints = {**TABLE.joints, "head": Point(head.x, head.y + by * pixel)}
    return ShownFigure(replace(TABLE, joints=joints), ROOM)


def painted(speed: float, ratio: float = 1.0) -> int:
    """How many of 600 frames are painted at this speed, in pixels a frame."""
    pace = Pace()
    return sum(pace.is_due(raised(speed * frame), AREA, ratio) for frame in range(600))


def test_what_moves_fast_is_painted_in_every_frame() -> None:
    assert painted(3.0) == 600


def test_what_stands_still_is_painted_once() -> None:
    assert painted(0.0) == 1


def test_the_slower_it_moves_the_seldomer_it_is_painted() -> None:
    counts = [painted(speed) for speed in (0.02, 0.1, 0.5, 1.0, 3.0)]
    assert counts == sorted(counts)
    assert counts[0] < 100
    assert 250 < counts[2] < 350


def test_no_step_is_larger_than_a_pixel_that_could_have_been_smaller() -> None:
    for speed in (0.02, 0.1, 0.3, 0.7):
        assert speed * 600 / painted(speed) <= 1.5


def test_on_a_finer_screen_it_is_painted_more_often() -> None:
    assert painted(0.2, ratio=2.0) > painted(0.2)


def test_what_moves_slowly_is_calm_and_what_moves_fast_is_not() -> None:
    pace, at = Pace(), 0.0
    for speed, calm in ((0.5, True), (2.0, True), (5.0, False), (2.0, False), (0.5, True)):
        for _ in range(20):
            at += speed
            pace.is_due(raised(at), AREA, 1.0)
        assert pace.calm is calm, speed
    pace.begin_anew()
    assert not pace.calm


CHANGES: dict[str, Callable[[Pose], Pose]] = {
    "breath": lambda pose: replace(pose, breath=pose.breath + 0.5),
    "belly": lambda pose: replace(pose, belly=pose.belly + 0.5),
    "turn": lambda pose: replace(pose, turn=0.5),
    "prop": lambda pose: replace(pose, props=(prop(PropKind.MAT, (0.1, 0.0), (0.6, 0.0)),)),
    "fewer joints": lambda pose: replace(
        pose, joints={name: at for name, at in pose.joints.items() if name != "hand"}
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_counts_as_moved(change: str) -> None:
    shown = ShownFigure(TABLE, ROOM)
    other = ShownFigure(CHANGES[change](TABLE), ROOM)
    assert moved(shown, shown) == 0.0
    assert moved(shown, other) > 0.001
    assert moved(shown, other) == moved(other, shown)


@pytest.mark.usefixtures("qapp")
def test_the_ground_is_painted_again_only_when_it_looks_different() -> None:
    ground, size = FigureGround(), QSize(200, 200)
    first = ground.under(raised(0.0), size, 1.0, LIGHT).cacheKey()
    assert ground.under(raised(30.0), size, 1.0, LIGHT).cacheKey() == first
    matted = replace(TABLE, props=(prop(PropKind.MAT, (0.1, 0.0), (0.6, 0.0)),))
    keys = {
        ground.under(shown, size, ratio, colors).cacheKey()
        for shown, ratio, colors in (
            (ShownFigure(matted, ROOM), 1.0, LIGHT),
            (ShownFigure(matted, ROOM), 2.0, LIGHT),
            (ShownFigure(matted, ROOM), 1.0, DARK),
        )
    }
    assert len(keys | {first}) == 4
