"""The whole window with its real pages, files and reminders, on a desk that has nothing else."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from desktop.front import Behind, Front
from desktop.inside import load_inside
from desktop.keep.paths import unfinished_file
from desktop.keep.unfinished import UnfinishedFile
from desktop.look.theme import Theme
from desktop.sound_wiring import FindSpeaker
from desktop.surroundings import Given
from desktop.system.bus import Bus, BusName
from desktop.tray.tray import Tray
from routines.clock import ManualClock

W = TypeVar("W", bound=QWidget)


class Whole:
    """Somebody at the window. Everything is as it is on a first day."""

    def __init__(
        self,
        application: QApplication,
        width: int = 1120,
        height: int = 760,
        find_speaker: FindSpeaker | None = None,
    ) -> None:
        self.clock = ManualClock()
        self._owner = QObject()
        self._theme = Theme(application)
        bus = Bus(BusName.SESSION, self._owner)
        given = Given(application, self.clock, bus, Tray(bus, self._owner), lambda: self._theme)
        self.inside = load_inside(given, self._owner)
        self.inside.companion.begin()
        self.front = Front(
            UnfinishedFile(unfinished_file()),
            Behind(
                application,
                self.clock,
                self.inside.library,
                self._theme,
                self.inside.companion,
                self.inside.surroundings,
                self.inside.remembering,
                find_speaker,
            ),
        )
        self.front.show()
        self.window = self.front.app.window
        self.window.resize(width, height)
        self.window.activateWindow()
        look()

    def go_to(self, place: str) -> None:
        """To the entry of that name at the side, by a click."""
        self.click(self.one(QPushButton, place))

    def one(self, kind: type[W], name: str) -> W:
        """The one of that kind that is seen and goes by that name, or by that text."""
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        (one,) = [each for each in found if name in (each.accessibleName(), text_of(each))]
        return one

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        look()

    def keys(self, *keys: Qt.Key) -> None:
        """To the window, as from the system, so that shortcuts and focus decide."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)
            look()

    @property
    def focus(self) -> str:
        """The name of what has the keyboard."""
        focus = QApplication.focusWidget()
        return "" if focus is None else focus.accessibleName() or text_of(focus)

    @property
    def texts(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]

    def quit(self) -> None:
        self.front.close()
        self.inside.companion.end()
        self.inside.remembering.close()
        for thing in (self.window, self.front.app, self.front, self._owner, self._theme):
            thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""


def look() -> None:
    for _ in range(3):
        QApplication.processEvents()
