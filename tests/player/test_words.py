"""The words of the player find room, and the layout always comes to rest."""

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.player.fitting import Texts, fit_words
from desktop.player.scene import scene_of
from desktop.player.words import WordsView
from routines.clock import ManualClock
from routines.playback import Playback
from routines.reader import Reader
from routines.timeline import timeline_of

STEP = """
name: x
steps:
  - hold: Thread the needle
    for: 30s
    sides: left-right
    text: Slide the arm of this side under the other, and let that shoulder sink towards the floor.
    easier: Sit on a chair, cross your arms and turn gently. Leave it out if anything hurts.
"""
SAFETY = (
    "Go gently this morning. A stretch is fine. If anything hurts, tingles, goes numb or makes "
    "you dizzy, stop and rest."
)
MOST_RESIZES = 12  # of the words for one of their window; a layout that rests needs two or three


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


class CountedWords(WordsView):
    """Fails as soon as one change of size leads to endless others."""

    resizes = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resizes += 1
        assert self.resizes <= MOST_RESIZES, f"no rest at {self.width()} x {self.height()}"
        super().resizeEvent(event)


def test_the_layout_comes_to_rest_at_any_size(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    routine = Reader().read_text(STEP, "x").routine
    assert routine is not None
    playback = Playback(timeline_of(routine), ManualClock())
    playback.play()
    view = CountedWords(theme)
    qtbot.addWidget(view)
    view.show()
    view.show_scene(scene_of(routine, playback))
    for height in (120, 190, 250, 298, 340, 488, 700):
        for width in range(200, 900, 9):
            view.resizes = 0
            view.resize(width, height)
            qapp.processEvents()
    assert view.resizes > 0


@pytest.mark.parametrize(("width", "height"), [(540, 560), (480, 300), (320, 240), (880, 900)])
def test_safety_words_fit_without_scrolling(theme: Theme, width: int, height: int) -> None:
    texts = Texts(words=SAFETY, next="Settle")
    pixels = fit_words(texts, width, height, theme)
    line = theme.font(pixels.words)
    assert pixels.words >= theme.sizes.small
    assert line.pixelSize() * len(SAFETY) * 0.75 / width * 1.3 < height


def test_a_larger_window_has_larger_words(theme: Theme) -> None:
    texts = Texts("K", "Cat-cow", "", "Push the floor away and round.", "", "Sphinx")
    usual, large = fit_words(texts, 540, 560, theme), fit_words(texts, 1000, 900, theme)
    assert large.title > usual.title
    assert large.text > usual.text


def test_a_small_window_keeps_every_text_at_a_size_that_can_be_read(theme: Theme) -> None:
    texts = Texts("K", "Thread the needle", "", SAFETY, SAFETY, "Right side")
    pixels = fit_words(texts, 200, 100, theme)
    sizes = (pixels.kicker, pixels.text, pixels.easier, pixels.label, pixels.next)
    assert min(sizes) >= 13
