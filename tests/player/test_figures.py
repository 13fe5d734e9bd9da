"""Which figure the player shows, and where it leaves room for the ring."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.player.figures import FiguresOnShelf
from desktop.player.player import Player
from desktop.player.scene import scene_of
from desktop.player.view import PlayerView
from routines.clock import ManualClock
from routines.figures.motion import pose_at, still_pose
from routines.figures.shelf import Shelf
from routines.lookup import Folders
from tests.player.nodding import NOD, STEPS
from tests.player.scenes import Showing
from tests.routines.texts import plain, read


def test_a_step_shows_its_figure_at_its_moment(shelf: Shelf) -> None:
    showing = Showing(STEPS)
    showing.at(6.5)
    playback = showing.playback
    scene = scene_of(showing.routine, playback, FiguresOnShelf(shelf, None))
    figure = shelf.figure("nod")
    assert figure is not None
    assert scene.shown is not None
    assert scene.shown.pose == pose_at(figure, playback.segment, playback.place.offset)
    assert scene.shown.pose != still_pose(figure)


def test_a_step_without_a_figure_or_with_one_that_is_not_there_shows_none(shelf: Shelf) -> None:
    for steps in (STEPS.replace("    figure: nod\n", ""), STEPS.replace("nod\n", "gone\n")):
        showing = Showing(steps)
        showing.at(6.5)
        assert (
            scene_of(showing.routine, showing.playback, FiguresOnShelf(shelf, None)).shown is None
        )


@pytest.mark.parametrize("later", [NOD.replace("0.912", "0.7"), "name: [", "", None])
def test_a_run_keeps_the_figure_that_it_began_with(
    shelf: Shelf, tmp_path: Path, later: str | None
) -> None:
    showing, figures = Showing(STEPS), FiguresOnShelf(shelf, None)
    showing.at(6.5)
    before = scene_of(showing.routine, showing.playback, figures).shown
    file = tmp_path / "figures" / "nod.yaml"
    if later is None:
        file.unlink()
    else:
        file.write_text(later, encoding="utf-8")
    assert before is not None
    assert scene_of(showing.routine, showing.playback, figures).shown == before
    begun_anew = FiguresOnShelf(shelf, None)
    assert scene_of(showing.routine, showing.playback, begun_anew).shown != before


def head_now(showing: Showing, figures: FiguresOnShelf) -> float:
    shown = scene_of(showing.routine, showing.playback, figures).shown
    assert shown is not None
    return shown.pose.joints["head"].y


def test_a_figure_that_was_drawn_anew_is_seen_in_the_same_run_and_a_broken_one_is_not(
    shelf: Shelf, tmp_path: Path
) -> None:
    showing, figures = Showing(STEPS), FiguresOnShelf(shelf, None)
    showing.at(6.5)
    first = head_now(showing, figures)
    file, place = tmp_path / "figures" / "nod.yaml", showing.playback.place
    assert not figures.look_again(), "nothing has changed"
    file.write_text(NOD.replace("0.932", "0.928"), encoding="utf-8")
    assert figures.look_again()
    second = head_now(showing, figures)
    assert second != first
    for broken in ("name: [", "", None):
        file.unlink() if broken is None else file.write_text(broken, encoding="utf-8")
        assert not figures.look_again()
        assert head_now(showing, figures) == second
    assert showing.playback.place == place


def test_a_figure_stands_still_for_those_who_want_stillness(shelf: Shelf) -> None:
    showing = Showing(STEPS)
    figures = FiguresOnShelf(shelf, None, moves=lambda: False)
    poses = []
    for seconds in (6.0, 6.7, 7.9):
        showing.at(seconds)
        shown = scene_of(showing.routine, showing.playback, figures).shown
        assert shown is not None
        poses.append(shown.pose)
    assert poses[0] == poses[1] == poses[2]


def test_a_figure_that_stands_still_shows_the_side_whose_turn_it_is(shelf: Shelf) -> None:
    hold = "  - {hold: Sides, for: 10s, sides: left-right, figure: nod}"
    showing = Showing(f"\n{hold}\n")
    figures = FiguresOnShelf(shelf, None, moves=lambda: False)
    facings = []
    for seconds in (5.0, 20.0):
        showing.at(seconds)
        shown = scene_of(showing.routine, showing.playback, figures).shown
        assert shown is not None
        facings.append(shown.pose.facing)
    assert facings[0] is not facings[1]


def test_standing_still_it_shows_what_the_words_speak_of_on_both_ways(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    up = "  up: {like: tall, head: [0.02, 0.935]}\nloop: {start: tall, in: up, out: down}\n"
    text = NOD.split("loop:", maxsplit=1)[0] + up
    (tmp_path / "figures" / "nod.yaml").write_text(text, encoding="utf-8")
    shelf = Shelf(Folders(user=tmp_path, library=tmp_path / "none"))
    showing = Showing(STEPS)
    figures = FiguresOnShelf(shelf, None, moves=lambda: False)
    heads = []
    for seconds in (6.0, 8.0, 10.0):
        showing.at(seconds)
        heads.append(head_now(showing, figures))
    assert heads == [0.935, 0.912, 0.935]


@pytest.mark.parametrize(("moves", "seen"), [(True, True), (False, False)])
def test_a_figure_that_may_not_breathe_leaves_the_stage_to_the_pacer(
    shelf: Shelf, moves: bool, seen: bool
) -> None:
    showing = Showing("\n  - {breathe: Slowly, for: 1m, figure: nod}\n")
    showing.at(7.0)
    figures = FiguresOnShelf(shelf, None, moves=lambda: moves)
    scene = scene_of(showing.routine, showing.playback, figures)
    assert (scene.shown is not None) is seen
    assert scene.breath is not None


class Playing:
    """A player on the screen, some seconds into a routine with a figure."""

    def __init__(self, qtbot: QtBot, theme: Theme, shelf: Shelf) -> None:
        routine = read(f"name: Mine\nsteps:\n{plain(STEPS)}").routine
        assert routine is not None
        self.clock = ManualClock()
        self.player = Player(self.clock)
        self.view = PlayerView(self.player, theme)
        qtbot.addWidget(self.view)
        self.view.resize(1000, 700)
        self.view.show()
        self.player.load(routine, figures=FiguresOnShelf(shelf, None))
        self.view.begin({}, keeps=False)
        self.player.play()
        self.wait(7.0)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.clock.advance(1.0)
            self.player.beat()


@pytest.fixture
def playing(qtbot: QtBot, theme: Theme, shelf: Shelf) -> Playing:
    return Playing(qtbot, theme, shelf)


def test_the_figure_has_the_stage_and_the_ring_stands_below_the_words(
    playing: Playing, theme: Theme
) -> None:
    view = playing.view
    assert view._middle._ring.isVisible()
    stage, sage = view._middle.stage.grab().toImage(), QColor(theme.colors.sage).name()
    middle = range(stage.width() // 4, stage.width() * 3 // 4)
    assert any(stage.pixelColor(x, stage.height() // 2).name() == sage for x in middle)
    assert view._middle.words.geometry().bottom() < view._middle._ring.geometry().top()
    assert QRectF(view.rect()).contains(QRectF(view._middle._ring.geometry()))


def test_the_ring_is_back_on_the_stage_when_the_next_step_has_no_figure(playing: Playing) -> None:
    playing.player.next()
    playing.wait(1.0)
    assert not playing.view._middle._ring.isVisible()
    scene = playing.player.scene()
    assert scene is not None
    assert scene.shown is None


def test_what_is_next_is_said_once(playing: Playing) -> None:
    view = playing.view
    assert view._middle._ring._next.text() == "Standing"
    assert not view._middle.words._next.isVisible()


def test_the_scene_of_a_figure_without_a_clock_is_shown_too(playing: Playing) -> None:
    scene = playing.player.scene()
    assert scene is not None
    playing.view._middle.stage.show_scene(replace(scene, ring=None), playing.view._colors)
    assert not playing.view._middle.stage.grab().isNull()
