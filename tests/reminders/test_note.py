"""The note in this process, where time and pointer move as the test says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.reminders.note_parts import NoteButton
from desktop.reminders.place import Corner, Place
from desktop.reminders.showing import SHOWN_FOR, Answer, Shower, Showing
from tests.reminders.manual import POSTURE, Notes

# ---------------------------------------------------------------- answers


def test_it_is_a_shower(notes: Notes) -> None:
    shower: Shower = notes.shower
    assert shower.works().here


@pytest.mark.parametrize(
    ("name", "answer"), [("Start · 1 min", Answer.START), ("Skip", Answer.SKIP)]
)
def test_a_press_answers_once_and_takes_the_note_away(
    notes: Notes, name: str, answer: Answer
) -> None:
    window = notes.show()
    notes.press(name)
    assert notes.answers == [("posture-1", answer, 0)]
    assert not window.isVisible()
    assert notes.timer.seconds is None


LATER = [f"Again in {minutes} minutes" for minutes in (5, 15, 30)]


@pytest.mark.parametrize("minutes", [5, 15, 30])
def test_later_offers_the_minutes_in_place(notes: Notes, minutes: int) -> None:
    window = notes.show()
    size = window.size()
    assert notes.shown() == {"Start · 1 min", "Later", "Skip"}
    notes.press("Later")
    assert notes.shown() == {"Back", *LATER, "Not today"}
    assert window.size() == size
    assert notes.answers == []
    notes.press(f"Again in {minutes} minutes")
    assert notes.answers == [("posture-1", Answer.LATER, minutes)]
    assert not window.isVisible()


def test_later_offers_not_today_too(notes: Notes) -> None:
    window = notes.show()
    notes.press("Later")
    notes.press("Not today")
    assert notes.answers == [("posture-1", Answer.NOT_TODAY, 0)]
    assert not window.isVisible()


def click_at(notes: Notes, name: str, milliseconds: int, *, second: bool = False) -> None:
    """A click as the display server tells of it, with the time at which it was made."""
    button = notes.button(name)
    at = QPointF(button.rect().center())
    far, left, none = button.mapToGlobal(at), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    press = QEvent.Type.MouseButtonDblClick if second else QEvent.Type.MouseButtonPress
    for kind, after in ((press, 0), (QEvent.Type.MouseButtonRelease, 30)):
        event = QMouseEvent(kind, at, far, left, left, none)
        event.setTimestamp(milliseconds + after)
        QApplication.sendEvent(button, event)


@pytest.mark.parametrize("under", ["Not today", "Back", "Again in 5 minutes"])
def test_the_second_half_of_a_double_click_on_later_presses_nothing(
    notes: Notes, under: str
) -> None:
    notes.show()
    click_at(notes, "Later", 10_000)
    click_at(notes, under, 10_130, second=True)
    assert notes.answers == []
    assert notes.shown() == {"Back", *LATER, "Not today"}
    click_at(notes, under, 10_431)
    assert notes.answers or notes.shown() == {"Start · 1 min", "Later", "Skip"}


def test_the_second_half_of_a_double_click_on_back_presses_nothing(notes: Notes) -> None:
    notes.show()
    click_at(notes, "Later", 10_000)
    click_at(notes, "Back", 11_000)
    click_at(notes, "Start · 1 min", 11_130, second=True)
    assert notes.answers == []
    click_at(notes, "Start · 1 min", 11_500)
    assert notes.answers == [("posture-1", Answer.START, 0)]


def test_what_cannot_be_put_off_any_more_has_no_later(notes: Notes) -> None:
    notes.show(replace(POSTURE, later_choices=()))
    assert notes.shown() == {"Start · 1 min", "Not today", "Skip"}
    notes.press("Not today")
    assert notes.answers == [("posture-1", Answer.NOT_TODAY, 0)]
    notes.show()
    assert "Later" in notes.shown()


def test_what_can_only_be_closed_has_one_button(notes: Notes) -> None:
    window = notes.show(replace(POSTURE, offer_name="", later_choices=(), only_close=True))
    assert notes.shown() == {"Close"}
    notes.press("Close")
    assert notes.answers == [("posture-1", Answer.SKIP, 0)]
    assert not window.isVisible()


def test_one_can_go_back_from_the_minutes(notes: Notes) -> None:
    notes.show()
    notes.press("Later")
    notes.press("Back")
    assert notes.shown() == {"Start · 1 min", "Later", "Skip"}


def test_the_next_note_begins_with_the_answers_again(notes: Notes) -> None:
    notes.show()
    notes.press("Later")
    notes.press("Again in 5 minutes")
    notes.show(Showing("other-1", "Other", "Stand up."))
    assert notes.shown() == {"Later", "Skip"}, "and there is nothing to start"


def test_another_showing_takes_its_place_without_an_answer(notes: Notes) -> None:
    notes.show()
    notes.show(Showing("other-1", "Other", "Stand up."))
    notes.press("Skip")
    assert notes.answers == [("other-1", Answer.SKIP, 0)]


def test_withdrawn_it_goes_without_an_answer(notes: Notes) -> None:
    window = notes.show()
    notes.shower.withdraw()
    notes.shower.withdraw()
    assert not window.isVisible()
    assert notes.answers == []


def test_closed_by_the_desktop_it_counts_as_ignored(notes: Notes) -> None:
    notes.show().close()
    assert notes.answers == [("posture-1", Answer.IGNORED, 0)]


# ---------------------------------------------------------------- time


def sentence_of(picture: QPixmap | None) -> QImage:
    """The part above the buttons, which look different under the pointer."""
    assert picture is not None
    return picture.toImage().copy(0, 0, picture.width(), 130)


def test_it_folds_itself_away_after_two_minutes(notes: Notes) -> None:
    window = notes.show()
    assert notes.timer.seconds == SHOWN_FOR == 120
    notes.timer.ring()
    assert notes.answers == [("posture-1", Answer.IGNORED, 0)]
    assert not window.isVisible()


def test_moving_the_pointer_over_it_starts_the_two_minutes_anew(notes: Notes) -> None:
    window = notes.show()
    for target in (window, notes.button("Later")):
        before = notes.timer.starts
        QTest.mouseMove(target, QPoint(5, 5))
        QTest.mouseMove(target, QPoint(12, 9))
        assert notes.timer.starts > before
    assert notes.timer.seconds == 120


def test_a_pointer_that_moves_where_the_note_was_starts_nothing(notes: Notes) -> None:
    window = notes.show()
    notes.press("Skip")
    window.touched.emit()
    assert notes.timer.seconds is None


def test_with_motion_it_comes_and_folds_and_is_answered_at_once(
    moving_notes: Notes, qtbot: QtBot
) -> None:
    window = moving_notes.show()
    assert moving_notes.shown() == set(), "nothing to press before it has come"
    coming = sentence_of(window._motion._picture)
    qtbot.waitUntil(lambda: "Skip" in moving_notes.shown())
    assert sentence_of(window.grab()) == coming, "what comes is what is there then"
    moving_notes.press("Skip")
    assert moving_notes.answers == [("posture-1", Answer.SKIP, 0)]
    assert window.isVisible(), "it is folding"
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_note_that_comes_while_one_folds_away_stays(moving_notes: Notes, qtbot: QtBot) -> None:
    window = moving_notes.show()
    qtbot.waitUntil(lambda: "Skip" in moving_notes.shown())
    moving_notes.press("Skip")
    gone: list[bool] = []
    window.gone.connect(lambda: gone.append(True))
    moving_notes.show(Showing("other-1", "Other", "Stand up."))
    qtbot.waitUntil(lambda: "Later" in moving_notes.shown())
    assert window.isVisible()
    assert gone == []


def test_what_comes_while_another_folds_is_the_new_note_and_not_the_old(
    moving_notes: Notes, qtbot: QtBot
) -> None:
    def skip(showing: Showing) -> None:
        moving_notes.show(showing)
        qtbot.waitUntil(lambda: "Skip" in moving_notes.shown())
        moving_notes.press("Skip")

    other = Showing("other-1", "Other", "Stand up.")
    skip(other)
    qtbot.waitUntil(lambda: not moving_notes.window.isVisible())
    moving_notes.show(other)
    wanted = sentence_of(moving_notes.window._motion._picture)
    skip(POSTURE)
    moving_notes.show(other)
    assert sentence_of(moving_notes.window._motion._picture) == wanted


def test_without_motion_nothing_runs(notes: Notes) -> None:
    window = notes.show()
    assert notes.shown() != set()
    notes.press("Skip")
    assert not window.isVisible()


# ---------------------------------------------------------------- the window


def test_its_window_asks_for_neither_keyboard_nor_activation(notes: Notes) -> None:
    window = notes.show()
    flags = window.windowFlags()
    for flag in (
        Qt.WindowType.Tool,
        Qt.WindowType.FramelessWindowHint,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.WindowDoesNotAcceptFocus,
    ):
        assert flag in flags
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    for button in window.findChildren(NoteButton):
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert button.shortcut().isEmpty()


def test_everything_on_it_has_a_name_for_a_screen_reader(notes: Notes) -> None:
    window = notes.show(Showing("x", "Posture", "One <b>plain</b> sentence.", "Start & go"))
    assert window.accessibleName() == "Posture"
    assert window.accessibleDescription() == "One <b>plain</b> sentence."
    sentence = window.findChild(QLabel)
    assert sentence is not None
    read = QAccessible.queryAccessibleInterface(sentence)
    assert read.text(QAccessible.Text.Name) == "One <b>plain</b> sentence."
    names = [button.accessibleName() for button in window.findChildren(NoteButton)]
    assert len(names) == 8
    assert all(names)
    assert "Start & go" in names


def test_on_wayland_it_says_that_it_may_take_the_keyboard(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = notes.shower.works().how
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    works = notes.shower.works()
    assert works.here
    assert works.how != before
    assert "Wayland" in works.how


def test_it_lies_in_the_corner_it_is_put_in(notes: Notes) -> None:
    window = notes.show()
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert window.geometry().bottomRight() == area.bottomRight() - QPoint(4, 4)
    notes.shower.put(Place(corner=Corner.TOP_LEFT))
    assert window.pos() == area.topLeft() + QPoint(4, 4)


def test_a_drag_is_told_and_the_next_note_lies_there(notes: Notes) -> None:
    window = notes.show()
    start = window.mapToGlobal(QPoint(60, 45))
    grip = QPoint(60, 45)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(window, grip - QPoint(100, 60))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=grip)
    moved = window.mapToGlobal(grip) - start
    assert moved == QPoint(-100, -60)
    assert [(each.corner, each.dx, each.dy) for each in notes.places] == [
        (Corner.BOTTOM_RIGHT, 104, 64)
    ]
    assert notes.places[0].monitor == QGuiApplication.primaryScreen().name()
    there = window.pos()
    notes.press("Skip")
    assert notes.show().pos() == there


def test_a_press_without_a_drag_moves_nothing(notes: Notes) -> None:
    window = notes.show()
    there = window.pos()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(60, 45))
    assert window.pos() == there
    assert notes.places == []
    assert notes.answers == []
