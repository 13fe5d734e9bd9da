"""Where the pictures are taken: the program's window in an empty home, with a clock of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from shutil import copyfile
from tempfile import mkdtemp

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import App
from desktop.destinations import Destination
from desktop.keep.settings import Settings, SettingsFile
from desktop.keep.unfinished import UnfinishedFile
from desktop.language import translate
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.remembering import Remembering
from desktop.terminal.output import note
from routines.catalogue import Entry
from routines.clock import ManualClock
from routines.lookup import Folders
from routines.reader import Reader

SAMPLES = Path(__file__).parent / "samples"
_OWN = ("from-my-physiotherapist", "with-mistakes")
_SHOWN_FOLDER = Path("~/.local/share/unbrace/routines")
_BEAT = 1.0
"""Seconds; a longer silence would count as the computer having been asleep."""


@dataclass(frozen=True, slots=True)
class Set:
    """The window for one picture, and the clock that it goes by."""

    app: App
    library: Library
    clock: ManualClock

    def pass_time(self, seconds: float) -> None:
        """Let time pass, the player awake."""
        while seconds > 0:
            self.clock.advance(min(seconds, _BEAT))
            self.app.player.beat()
            seconds -= _BEAT

    def mark_place(self, place: Destination) -> None:
        self.app.window.side.mark_place(place)


class Studio:
    """Gives out windows, each made anew: no picture can tell what was shown before it."""

    def __init__(self, application: QApplication, home: Path) -> None:
        self._application = application
        self._home = home
        self._own = home / "routines"
        self._own.mkdir()
        for name in _OWN:
            copyfile(SAMPLES / f"{name}.yaml", self._own / f"{name}.yaml")
        qInstallMessageHandler(_hear)
        application.setCursorFlashTime(0)  # the text cursor stands there in every picture
        self.theme = Theme(application)

    @contextmanager
    def window(self, size: QSize) -> Iterator[Set]:
        """The window, shown on no screen, in this size or the least that it can have."""
        clock = ManualClock()
        folder = Path(mkdtemp(dir=self._home))
        settings = SettingsFile(folder / "settings.json")
        chosen = Settings(favourites=("morning-yoga",), last_routine="morning-yoga")
        # A routine begins at once in a picture of it.
        settings.save(replace(chosen, ask_ratings=False, safety_seen=True))
        library = Library(Folders(self._own), settings)
        unfinished = UnfinishedFile(folder / "unfinished.json")
        remembering = Remembering(folder / "history.sqlite3", clock, lambda: time(4), self.theme)
        app = App(self._application, clock, library, unfinished, remembering, theme=self.theme)
        _dress_side(app)
        app.show()
        app.window.resize(size)
        app.window.activateWindow()
        self.settle()
        try:
            yield Set(app, library, clock)
        finally:
            self.take_away(app.window)
            remembering.close()
            app.deleteLater()
            self.settle()

    def settle(self) -> None:
        """Let widgets catch up with what has happened."""
        for _ in range(3):
            self._application.processEvents()

    def press(self, widget: QWidget, key: Qt.Key, text: str = "") -> None:
        """Press a key on ``widget``, or whatever in it has the keyboard."""
        inner = _with_keyboard(widget)
        focus = widget if inner is None else inner
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(focus, event)
        self.settle()

    def take_away(self, widget: QWidget) -> None:
        widget.hide()
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _hear(_kind: object, _context: object, message: str) -> None:
    """Pass on what Qt says, but not that only a real screen could raise a window."""
    if not message.startswith("This plugin does not support "):
        note(message)


def _with_keyboard(widget: QWidget) -> QWidget | None:
    """What in ``widget`` has the keyboard, if anything has."""
    return widget.focusWidget()


def _dress_side(app: App) -> None:
    """The entries that a program with reminders has; here they lead nowhere."""
    for place in Destination:
        if place is not Destination.ROUTINES:
            app.window.add_place(place, lambda: None)
    coming = translate("pictures", "Posture at 9:42")
    app.window.show_next(coming, translate("window", "Pause for an hour"))


def sample(name: str) -> Entry:
    """One of our sample files, as if it lay in the person's folder."""
    file = SAMPLES / f"{name}.yaml"
    reading = Reader(Folders()).read_file(file)
    shown = _SHOWN_FOLDER / file.name
    return Entry(name, shown, True, reading.routine, reading.problems, False, reading.name)
