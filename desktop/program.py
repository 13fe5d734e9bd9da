"""The composition root: the running program, with or without its window.

The window, its pages and the player are loaded when they are first wanted; until then only the
tray, the reminders and the control channel are in memory.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.companion import Companion
from desktop.control.messages import Request
from desktop.control.server import ControlServer
from desktop.keep.paths import (
    reminders_folder,
    routines_folder,
    settings_file,
    unfinished_file,
)
from desktop.keep.settings import SettingsFile
from desktop.keep.unfinished import UnfinishedFile
from desktop.library import Library
from desktop.look.portal import Portal
from desktop.look.signs import app_icon
from desktop.look.theme import Theme
from desktop.note_place import place_from_text, place_text
from desktop.reminders.place import Place
from desktop.surroundings import find_surroundings
from desktop.system.signals import end_on_signals
from routines.catalogue import Entry
from routines.clock import Clock, SystemClock
from routines.lookup import Folders

if TYPE_CHECKING:
    from desktop.front import Front


TRAY_WITHIN = 20_000
"""Milliseconds after which a tray that has not come is taken to be none: desktops start slowly."""


class Program(QObject):
    """Wires companion and window. One for each process."""

    def __init__(self, application: QApplication, clock: Clock, library: Library) -> None:
        super().__init__(application)
        self._application = application
        self._clock = clock
        self._library = library
        self._front: Front | None = None
        self._quitting = False
        self.theme = Theme(application)
        place = place_from_text(library.settings.note_place)
        self._surroundings = find_surroundings(application, self.theme, clock, place, self)
        self.theme.listen_to(Portal(self._surroundings.bus, self))
        self.companion = Companion(clock, library, self._surroundings, self)
        self.server = ControlServer(self.companion.handle, self)
        self._connect()

    @property
    def front(self) -> "Front":
        """The window with all that belongs to it; made now if there is none yet."""
        if self._front is None:
            # Pages and player are most of the program: not in memory until they are wanted.
            from desktop.front import Behind, Front  # noqa: PLC0415

            behind = Behind(
                self._application,
                self._clock,
                self._library,
                self.theme,
                self.companion,
                self._surroundings,
            )
            self._front = Front(UnfinishedFile(unfinished_file()), behind)
            self._front.quit_wanted.connect(self.quit)
            self._front.playing_changed.connect(self.companion.set_playing)
        return self._front

    def begin(self, *, hidden: bool) -> None:
        """Start the reminders and show the window, unless it is to stay in the tray."""
        self.companion.begin()
        if hidden:
            QTimer.singleShot(TRAY_WITHIN, self, self._show_without_tray)
        else:
            self.show()

    def _show_without_tray(self) -> None:
        """There is no tray to be found in: the window takes its place."""
        if not self._surroundings.tray.is_available and self._front is None:
            self.show()

    def show(self) -> None:
        self.front.show()

    def start(self, entry: Entry, minutes: float, speed: float = 1.0) -> None:
        self.front.play(entry, minutes, speed)

    def quit(self) -> None:
        """End for good: the place in a routine and every reminder's place are kept."""
        if self._quitting:
            return
        self._quitting = True
        if self._front is not None:
            self._front.close()
        self._application.quit()

    def end(self) -> None:
        self.server.close()
        self.companion.end()

    @property
    def farewell(self) -> str:
        return self._front.farewell if self._front is not None else ""

    def _connect(self) -> None:
        companion = self.companion
        companion.show_wanted.connect(self.show)
        companion.quit_wanted.connect(self._quit_soon)
        companion.start_wanted.connect(self._start_id)
        companion.play_wanted.connect(self._play_request)
        companion.toggle_playing_wanted.connect(self._toggle_playing)
        companion.end_playing_wanted.connect(self._end_playing)
        self._surroundings.note.placed.connect(self._note_placed)

    def _toggle_playing(self) -> None:
        self.front.toggle_playing()

    def _end_playing(self) -> None:
        self.front.end_playing()

    def _quit_soon(self) -> None:
        """The command wants its answer first."""
        QTimer.singleShot(0, self, self.quit)

    def _start_id(self, routine_id: str) -> None:
        if (entry := self._library.entry(routine_id)) is not None:
            self.start(entry, 0.0)

    def _play_request(self, request: Request) -> None:
        entry = self._library.entry_of_file(request.text("path"))
        if entry is not None:
            self.start(entry, request.number("minutes") or 0.0, request.number("speed") or 1.0)

    def _note_placed(self, place: Place) -> None:
        self._library.remember_note_place(place_text(place))


def run(
    start: Entry | None, minutes: float | None, speed: float, *, hidden: bool = False
) -> int | None:
    """Run until the program is ended. Plays ``start`` at once if there is one.

    None, and nothing has been begun, if another one has started in the same moment.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Unbrace")
    application.setDesktopFileName("unbrace")
    application.setWindowIcon(app_icon())
    application.setQuitOnLastWindowClosed(False)
    folders = Folders(user=routines_folder())
    library = Library(folders, SettingsFile(settings_file()), reminders_folder())
    program = Program(application, SystemClock(), library)
    if not program.server.take_charge():
        return None
    signals = end_on_signals(program.quit, program)
    program.begin(hidden=hidden)
    if start is not None:
        program.start(start, minutes or 0.0, speed)
    code = application.exec()
    program.end()
    if signals is not None:
        signals.close()
    if program.farewell and sys.stdout is not None and sys.stdout.isatty():
        print(program.farewell)
    return code
