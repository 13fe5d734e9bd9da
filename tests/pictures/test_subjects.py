"""What there is to take pictures of, and that each face is the one it is called after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.pictures.faces import MOMENTS, NARROW, start
from desktop.pictures.studio import Studio
from desktop.pictures.subjects import Picture, chosen, pictures
from desktop.player.scene import Face, Scene
from routines.lookup import LIBRARY
from routines.model import PhaseName
from routines.timeline import SegmentKind


def names(found: list[Picture]) -> list[str]:
    return [each.name for each in found]


def test_every_picture_has_a_name_of_its_own() -> None:
    found = names(pictures(extra=True))
    assert len(set(found)) == len(found)


def test_every_figure_of_the_library_is_there_light_and_dark_and_dense() -> None:
    found = names(pictures(extra=False))
    for path in (LIBRARY / "figures").glob("*.yaml"):
        for look in ("light", "dark", "light@2x", "dark@2x"):
            assert f"figure-{path.stem}-{look}" in found


def test_a_name_stands_for_all_that_begin_with_its_words() -> None:
    assert names(chosen(["routines-light"], extra=False)) == ["routines-light"]
    assert names(chosen(["player-rest"], extra=False)) == [
        f"player-rest-{look}" for look in ("light", "light@2x", "dark", "dark@2x")
    ]
    assert names(chosen(["player-rest-dark@2x.png"], extra=False)) == ["player-rest-dark@2x"]
    faces = {each.subject.name for each in chosen(["player"], extra=False)}
    assert len(faces) == len(MOMENTS) + len(NARROW)
    assert len(chosen(["note", "note-later"], extra=False)) == len(chosen(["note"], extra=False))


def test_contrast_and_large_text_come_where_all_are_wanted_or_by_name() -> None:
    few, more = (names(chosen(["routines"], extra=extra)) for extra in (False, True))
    assert "routines-large-light" not in few
    assert {"routines-large-light", "routines-contrast-dark@2x"} <= set(more)
    assert names(chosen(["routines-large-light"], extra=False)) == ["routines-large-light"]


@pytest.fixture
def studio(qapp: QApplication, tmp_path: Path) -> Iterator[Studio]:
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(before)
    flash, style = qapp.cursorFlashTime(), qapp.styleSheet()
    found = Studio(qapp, tmp_path)
    yield found
    qInstallMessageHandler(before)
    found.theme.deleteLater()
    qapp.setCursorFlashTime(flash)
    qapp.setStyleSheet(style)


FACES = {
    "exercise": Face.EXERCISE,
    "exercise-ring": Face.EXERCISE,
    "breath": Face.BREATH,
    "breath-hold": Face.BREATH,
    "breath-box": Face.BREATH,
    "notice": Face.NOTICE,
    "words": Face.WORDS,
    "rest": Face.REST,
    "write": Face.WRITE,
    "rate": Face.RATE,
    "choose": Face.CHOOSE,
    "check": Face.CHECK,
    "wait": Face.WAIT,
}


def scene_at(studio: Studio, name: str) -> Scene:
    with studio.window(QSize(1120, 760)) as there:
        start(there, MOMENTS[name])
        scene = there.app.player.scene()
        assert scene is not None
        return scene


def test_each_face_is_shown_in_the_middle_of_what_it_does(studio: Studio) -> None:
    scenes = {name: scene_at(studio, name) for name in (*FACES, "lead-in", "switch", "dim")}
    assert {name: scenes[name].face for name in FACES} == FACES
    assert scenes["lead-in"].kind is SegmentKind.LEAD_IN
    assert scenes["switch"].kind is SegmentKind.SWITCH
    assert scenes["dim"].dim
    assert scenes["dim"].glow
    assert scenes["notice"].glow
    assert scenes["exercise"].shown is not None
    assert scenes["exercise-ring"].shown is None
    for name in ("breath-hold", "breath-box"):
        moment = scenes[name].moment
        assert moment is not None
        assert moment.phase.name is PhaseName.HOLD


def test_a_window_is_gone_after_its_picture(studio: Studio) -> None:
    before = set(QApplication.topLevelWidgets())
    scene_at(studio, "exercise")
    assert set(QApplication.topLevelWidgets()) <= before
