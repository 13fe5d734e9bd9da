"""Reminders as a paper note in the corner of a monitor: when it comes, stays and goes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.language import translate
from desktop.reminders.note_screens import Screens, monitors
from desktop.reminders.place import Monitor, Place, box_at, place_of
from desktop.reminders.showing import SHOWN_FOR, Answer, Showing
from desktop.reminders.timer import QtTimer, Timer
from desktop.system.works import Works

if TYPE_CHECKING:
    from desktop.look.theme import Theme
    from desktop.reminders.note_window import NoteWindow
    from routines.figures.model import Figure


class NoteShower(QObject):
    """A ``Shower``. The window is made for the first note and then kept.

    Untouched it folds away after two minutes; each movement of the pointer over it starts them
    anew. A pointer that merely rests on it does not hold it for ever.
    """

    answered = Signal(str, Answer, int)
    vanished = Signal(str)
    """Never given: a note depends on nobody else."""
    shown = Signal()
    """A note comes."""
    placed = Signal(Place)
    """A hand has put it elsewhere: remember that."""

    def __init__(
        self,
        application: QApplication,
        theme: "Callable[[], Theme]",
        place: Place | None = None,
        *,
        find_figure: "Callable[[str], Figure | None]" = lambda _name: None,
        timer: Timer | None = None,
        may_move: Callable[[], bool] = lambda: True,
        shown_for: float = SHOWN_FOR,
    ) -> None:
        """``theme`` gives it when it is needed; ``find_figure`` the figure of a name, if there is
        one; ``may_move`` says whether motion is welcome, and is asked each time; ``shown_for`` is
        in seconds.
        """
        super().__init__(application)
        self._application = application
        self._theme = theme
        self._place = place or Place()
        self._find_figure = find_figure
        self._timer = timer or QtTimer(self)
        self._may_move = may_move
        self._shown_for = shown_for
        self._showing: Showing | None = None
        self._window: NoteWindow | None = None

    # The role

    def show(self, showing: Showing) -> None:
        window = self._window or self._make_window()
        self._showing = showing
        self._lie()
        window.come(moving=self._may_move())
        self.shown.emit()
        self._start_over()

    def withdraw(self) -> None:
        self._end()

    def works(self) -> Works:
        if QGuiApplication.platformName() == "wayland":
            how = translate(
                "note",
                "Shown, but on Wayland the desktop decides where it lies, and it may take the "
                "keyboard from the window you work in. The notification does not.",
            )
            return Works(here=True, how=how)
        return Works(here=True, how=translate("note", "In its own small window, above the others."))

    # More than the role

    @property
    def place(self) -> Place:
        return self._place

    def put(self, place: Place) -> None:
        """Let the note lie at ``place``, now and from now on."""
        self._place = place
        self._lie()

    # Inside

    def _make_window(self) -> "NoteWindow":
        # Not before the first note: all that paints would lie in memory for nothing.
        from desktop.reminders.note_window import NoteWindow  # noqa: PLC0415

        theme = self._theme()
        window = NoteWindow(theme, self._find_figure)
        window.answered.connect(self._answer)
        window.touched.connect(self._start_over)
        window.dragged.connect(self._dragged)
        self._window = window
        theme.changed.connect(self._lie)
        Screens(self._application, self).changed.connect(self._lie)
        return window

    def _lie(self) -> None:
        """Write the note for the monitor it is on, and put it where it belongs."""
        found = monitors()
        if self._window is None or self._showing is None or not found or self._window.is_held:
            return
        self._window.fill(self._showing, self._monitor(found))
        box = self._window.box
        self._window.lie_at(box_at(self._place, box.width, box.height, found))

    def _monitor(self, found: list[Monitor]) -> Monitor:
        return next((each for each in found if each.name == self._place.monitor), found[0])

    def _dragged(self) -> None:
        if self._window is not None:
            self._place = place_of(self._window.box, monitors())
            self._lie()
            self.placed.emit(self._place)

    def _start_over(self) -> None:
        if self._showing is not None:
            self._timer.start(self._shown_for, self._ignored)

    def _ignored(self) -> None:
        self._answer(Answer.IGNORED, 0)

    def _answer(self, answer: Answer, minutes: int) -> None:
        showing = self._showing
        if showing is not None:
            self._end()
            self.answered.emit(showing.id, answer, minutes)

    def _end(self) -> None:
        self._showing = None
        self._timer.stop()
        if self._window is not None:
            self._window.leave(moving=self._may_move())
