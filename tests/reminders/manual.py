"""What the tests of the note hold in their hands: a delay and a shower with what it said."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.look.theme import Theme
from desktop.reminders.note import NoteShower
from desktop.reminders.note_parts import NoteButton
from desktop.reminders.note_window import NoteWindow
from desktop.reminders.place import Place
from desktop.reminders.showing import Answer, Showing
from routines.figures.shelf import Shelf

POSTURE = Showing("posture-1", "Posture", "Drop your shoulders.", "Start · 1 min")


class ManualTimer:
    """A delay that ends when the test says so."""

    def __init__(self) -> None:
        self.seconds: float | None = None
        self.starts = 0
        self._then: Callable[[], None] = lambda: None

    def start(self, seconds: float, then: Callable[[], None]) -> None:
        self.seconds, self._then = seconds, then
        self.starts += 1

    def stop(self) -> None:
        self.seconds = None

    def ring(self) -> None:
        assert self.seconds is not None, "nothing was awaited"
        self.seconds = None
        self._then()


class Notes:
    """A shower with what it said."""

    def __init__(self, application: QApplication, theme: Theme, *, moving: bool = False) -> None:
        self.timer = ManualTimer()
        self.shower = NoteShower(
            application,
            lambda: theme,
            find_figure=Shelf().figure,
            timer=self.timer,
            may_move=lambda: moving,
        )
        self.answers: list[tuple[str, Answer, int]] = []
        self.places: list[Place] = []
        self.shower.answered.connect(lambda *each: self.answers.append(each))
        self.shower.placed.connect(self.places.append)

    def show(self, showing: Showing = POSTURE) -> NoteWindow:
        self.shower.show(showing)
        return self.window

    def forget(self) -> None:
        """Leave nothing on the screen."""
        self.shower.withdraw()
        if self.shower._window is not None:
            self.shower._window.hide()
            self.shower._window.deleteLater()
        self.shower.deleteLater()

    @property
    def window(self) -> NoteWindow:
        found = self.shower._window
        assert found is not None
        return found

    def button(self, name: str) -> NoteButton:
        named = [b for b in self.window.findChildren(NoteButton) if b.accessibleName() == name]
        return named[-1]

    def press(self, name: str) -> None:
        assert self.button(name).isVisible()
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def shown(self) -> set[str]:
        return {b.accessibleName() for b in self.window.findChildren(NoteButton) if b.isVisible()}
