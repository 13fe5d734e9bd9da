"""One figure takes the place of another, little by little."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.figures.shown import ShownFigure
from desktop.look.theme import Theme
from desktop.player.figures import FiguresOnShelf
from desktop.player.scene import Scene, scene_of
from desktop.player.stage import StageView
from routines.figures.model import Figure, Pose
from routines.figures.motion import still_pose
from routines.figures.shelf import Shelf
from routines.figures.ways import room_of
from tests.player.nodding import NOD
from tests.player.scenes import Showing

CHANGE = 0.2
BOW = NOD.replace("name: Nod", "name: Bow").replace("chest: [0.012", "chest: [0.052")
NODS = """
  - move: One
    reps: 1
    tempo: 2-0-2-0
    figure: nod
  - {second}
"""


def change_to(shelf: Shelf, second: str, seconds: float, change: float = CHANGE) -> Scene:
    """The scene so many seconds after the first step, which ends at nine."""
    showing = Showing(NODS.format(second=second))
    showing.at(8.9)
    showing.at(9.0 + seconds)
    return scene_of(showing.routine, showing.playback, FiguresOnShelf(shelf, None), change)


@pytest.fixture
def two(shelf: Shelf, tmp_path: Path) -> Shelf:
    (tmp_path / "figures" / "bow.yaml").write_text(BOW, encoding="utf-8")
    return shelf


TO_BOW = "{move: Two, reps: 3, tempo: 2-0-2-0, figure: bow, lead_in: 0s}"


def test_a_figure_gives_way_to_another_little_by_little(two: Shelf) -> None:
    shares = []
    for seconds in (0.0, 0.05, 0.1, 0.15):
        leaving = change_to(two, TO_BOW, seconds).leaving
        assert leaving is not None
        nod = two.figure("nod")
        assert nod is not None
        assert leaving.shown == ShownFigure(still_start(nod), room_of(nod))
        shares.append(leaving.share)
    assert shares[0] == 0.0
    assert shares == sorted(set(shares))
    assert shares[-1] < 1.0
    assert change_to(two, TO_BOW, CHANGE + 0.01).leaving is None


def still_start(figure: Figure) -> Pose:
    return still_pose(replace(figure, loop=replace(figure.loop, ways={})))


def test_one_who_wants_stillness_sees_the_other_figure_at_once(two: Shelf) -> None:
    assert change_to(two, TO_BOW, 0.0, change=0.0).leaving is None


@pytest.mark.parametrize("second", ["rest: 20s", TO_BOW.replace("bow", "nod")])
def test_nothing_fades_where_nothing_jumps(two: Shelf, second: str) -> None:
    assert change_to(two, second, 0.1).leaving is None


def test_a_figure_that_looked_the_other_way_fades_where_the_next_step_has_no_sides(
    shelf: Shelf,
) -> None:
    sided = "  - {move: One, reps: 1, sides: left-right, figure: nod, lead_in: 0s}\n"
    showing = Showing(f"\n{sided}  - {TO_BOW.replace('bow', 'nod')}\n")
    showing.at(8.0)
    figures = FiguresOnShelf(shelf, None)
    fading: set[str] = set()
    for _ in range(120):
        showing.wait(0.1)
        scene = scene_of(showing.routine, showing.playback, figures, CHANGE)
        if scene.leaving is not None:
            fading.add(scene.title)
    assert fading == {"Two"}


def test_whoever_jumps_sees_the_figure_fade_that_they_left(two: Shelf) -> None:
    showing = Showing(NODS.format(second=TO_BOW))
    figures = FiguresOnShelf(two, None)
    showing.at(6.5)
    before = scene_of(showing.routine, showing.playback, figures).shown
    showing.playback.next()
    scene = scene_of(showing.routine, showing.playback, figures, CHANGE)
    assert scene.leaving == (before, 0.0)


def test_a_jump_in_a_pause_shows_the_new_figure_at_once_and_for_good(two: Shelf) -> None:
    showing = Showing(NODS.format(second=TO_BOW))
    showing.at(6.5)
    showing.playback.pause()
    showing.playback.next()
    for _ in range(20):
        scene = scene_of(showing.routine, showing.playback, FiguresOnShelf(two, None), CHANGE)
        assert scene.leaving is None
        showing.playback.play()
        showing.wait(0.2)


def test_the_stage_shows_both_figures_while_one_becomes_the_other(
    two: Shelf, qtbot: QtBot, theme: Theme
) -> None:
    stage = StageView(theme)
    qtbot.addWidget(stage)
    stage.resize(300, 300)
    scene = change_to(two, TO_BOW, 0.1)
    assert scene.leaving is not None

    def seen(scene: Scene) -> QImage:
        stage.show_scene(scene, theme.colors)
        return stage.grab().toImage()

    new = seen(replace(scene, leaving=None))
    old = seen(replace(scene, leaving=None, shown=scene.leaving.shown))
    assert seen(replace(scene, leaving=scene.leaving._replace(share=0.0))) == old
    assert seen(replace(scene, leaving=scene.leaving._replace(share=1.0))) == new
    assert seen(scene) not in (old, new)
