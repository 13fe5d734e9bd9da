"""The small figure on the note: which one it is, that it moves a little, and then no more."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QAbstractAnimation, QVariantAnimation
from PySide6.QtGui import QImage

from desktop.figures.rounds import rounds_of
from desktop.look.colors import DARK, LIGHT
from desktop.look.theme import Theme
from desktop.reminders.note_figure import NoteFigure
from desktop.reminders.note_window import NoteWindow
from desktop.reminders.parts import Offer
from desktop.reminders.showing import Showing
from routines.figures.motion import pose_at
from routines.figures.shelf import Shelf
from routines.lookup import LIBRARY
from routines.reminders.model import Every, Reminder
from tests.reminders.life import Begin
from tests.reminders.manual import Notes

SHRUG = Showing("x", "Posture", "Your shoulders can hang.", "Start", "shrug-and-drop")
FIGURES = sorted(path.stem for path in (LIBRARY / "figures").glob("*.yaml"))


def picture(window: NoteWindow) -> QImage:
    return window.grab().toImage()


def figure_of(window: NoteWindow) -> NoteFigure:
    found = window.findChildren(NoteFigure)
    assert found
    return found[-1]


def animations(window: NoteWindow) -> list[QVariantAnimation]:
    """All that runs on the note, which keeps the program awake."""
    running = QAbstractAnimation.State.Running
    return [each for each in window.findChildren(QVariantAnimation) if each.state() is running]


def pass_time(window: NoteWindow, milliseconds: int) -> None:
    for each in animations(window):
        each.setCurrentTime(milliseconds)


@pytest.mark.parametrize(("figure", "seen"), [("sitting", True), ("unknown", False), ("", False)])
def test_a_figure_that_is_there_stands_beside_the_words(
    notes: Notes, figure: str, seen: bool
) -> None:
    window = notes.show(Showing("x", "Posture", "Drop your shoulders.", figure=figure))
    assert bool(window.findChildren(NoteFigure)) is seen
    alone = Showing("x", "Posture", "Drop your shoulders.")
    assert (picture(window) != picture(notes.show(alone))) is seen


def test_it_moves_when_the_note_has_come_and_rests_where_it_began(moving_notes: Notes) -> None:
    window = moving_notes.show(SHRUG)
    assert not figure_of(window).moves, "the note itself is still on its way"
    pass_time(window, 100_000)
    assert figure_of(window).moves
    begun = picture(window)
    pass_time(window, 3_000)
    assert picture(window) != begun
    pass_time(window, 100_000)
    assert picture(window) == begun
    assert animations(window) == []


def test_nothing_moves_for_those_who_want_stillness(notes: Notes) -> None:
    window = notes.show(SHRUG)
    assert not figure_of(window).moves
    assert animations(window) == []


def test_a_note_that_goes_takes_its_motion_with_it(moving_notes: Notes) -> None:
    window = moving_notes.show(SHRUG)
    pass_time(window, 100_000)
    assert figure_of(window).moves
    moving_notes.press("Skip")
    assert not figure_of(window).moves
    pass_time(window, 100_000)
    assert animations(window) == []


def test_the_next_note_has_its_own_figure_or_none(notes: Notes) -> None:
    window = notes.show(SHRUG)
    shrugging = picture(window)
    notes.show(Showing("y", "Posture", SHRUG.text, "Start", "sitting"))
    assert picture(window) != shrugging


def test_it_wears_the_colours_of_the_note(notes: Notes, theme: Theme) -> None:
    found = []
    for colors in (LIGHT, DARK):
        theme.use(colors)
        window = notes.show(SHRUG)
        seen = picture(window)
        area = range(seen.width() // 2, seen.width())
        tones = {seen.pixelColor(x, y).name() for x in area for y in range(20, seen.height() // 2)}
        found.append(colors.note_ink in tones)
    assert found == [True, True]


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_ends_its_rounds_where_it_began(name: str) -> None:
    figure = Shelf().figure(name)
    assert figure is not None
    rounds = rounds_of(figure)
    begin, end = pose_at(figure, rounds, 0.0), pose_at(figure, rounds, rounds.seconds)
    assert begin.joints == end.joints
    assert 5.0 < rounds.seconds < 30.0


@pytest.mark.parametrize(
    ("own", "of_offer", "shown"),
    [("sitting", "cat-cow", "sitting"), ("", "cat-cow", "cat-cow"), ("", "", "")],
)
def test_a_reminder_shows_its_own_figure_or_that_of_what_it_offers(
    begin: Begin, own: str, of_offer: str, shown: str
) -> None:
    reminder = Reminder(
        id="mine", name="Mine", rhythm=Every(3600.0), notes=("A",), offer=("b",), figure=own
    )
    life = begin(reminder, offers={"mine": Offer("b", "Start", of_offer)})
    life.service.show_now(reminder)
    assert life.service.shown is not None
    assert life.service.shown.showing.figure == shown


def test_a_note_without_a_figure_loads_nothing_that_draws_one() -> None:
    lines = (
        "import desktop.reminders.note_window, sys",
        "print([each for each in sys.modules if 'igures' in each or 'note_figure' in each])",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
