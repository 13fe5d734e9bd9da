"""Somebody at the window: presses keys, clicks, reads what is there, lets time pass.

Keys and clicks go to the window as from the system, so that focus, shortcuts and whatever lies on
top decide who gets them. Nothing here waits: time passes when `wait` says so.
"""

import json
from datetime import time
from pathlib import Path
from textwrap import dedent
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from desktop.app import App
from desktop.hearing import FindLoudspeaker
from desktop.keep.settings import SettingsFile
from desktop.keep.unfinished import UnfinishedFile
from desktop.library import Library
from desktop.pages.routines.card_list import CardList
from desktop.remembering import Remembering
from routines.clock import ManualClock
from routines.lookup import LIBRARY, Folders
from routines.playback import State

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

BEAT = 5.0  # seconds; a longer silence counts as the computer having been asleep


class Person:
    """A person with a folder of their own. `begin` opens the program, `quit` closes it."""

    def __init__(self, application: QApplication, home: Path, library: Path = LIBRARY) -> None:
        self._application = application
        self._library = library
        self._app: App | None = None
        self._remembering: Remembering | None = None
        self.clock = ManualClock()
        self.folder = home / "routines"
        self.folder.mkdir()
        self.settings = home / "settings.json"
        self.unfinished = home / "unfinished.json"
        self.history = home / "history.sqlite3"
        # Who asks before a routine is tested for itself; see test_keeping.py.
        unasked = {"version": 1, "ask_ratings": False, "safety_seen": True}
        self.settings.write_text(json.dumps(unasked), encoding="utf-8")
        self.find_loudspeaker: FindLoudspeaker | None = None

    # ------------------------------------------------------------ beginning and ending

    def begin(self, width: int = 1120, height: int = 760, *, resize: bool = True) -> None:
        """Opens the program anew, as a second start would, and gives the window a size."""
        self.quit()
        self._remembering = Remembering(self.history, self.clock, lambda: time(4))
        library = Library(Folders(self.folder, self._library), SettingsFile(self.settings))
        self._app = App(
            self._application,
            self.clock,
            library,
            UnfinishedFile(self.unfinished),
            self._remembering,
            find_loudspeaker=self.find_loudspeaker,
        )
        self._app.show()
        if resize:
            self.app.window.resize(width, height)
        self.app.window.activateWindow()
        self.look()
        assert self.app.window.isActiveWindow()

    def quit(self) -> None:
        """Closes the window, as a click on its cross would, and forgets the program."""
        if self._app is None:
            return
        app, self._app = self._app, None
        app.window.close()
        assert self._remembering is not None
        self._remembering.close()
        for thing in (app.window, app.theme, app, self._remembering):
            thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not shiboken6.isValid(app.window)

    @property
    def app(self) -> App:
        assert self._app is not None, "the program is not running"
        return self._app

    def keep(self, name: str, text: str) -> Path:
        """Puts a routine file into the folder."""
        path = self.folder / name
        path.write_text(dedent(text).removeprefix("\n"), "utf-8")
        return path

    # ------------------------------------------------------------ hands

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            QTest.keyClick(self._handle, key, modifier or Qt.KeyboardModifier.NoModifier)
            self.look()

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._handle, ord(letter))
        self.look()

    def hold_down(
        self, key: Qt.Key, times: int, modifier: Qt.KeyboardModifier | None = None
    ) -> None:
        """Presses a key until it repeats itself."""
        modifier = modifier or Qt.KeyboardModifier.NoModifier
        self.press(key, modifier=modifier)
        for _ in range(times):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, modifier, "", autorep=True)
                QCoreApplication.sendEvent(self._handle, event)
            self.look()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Clicks in the middle of a widget, or `at` a place in it, if that can be seen."""
        place = widget.rect().center() if at is None else at
        assert widget.isVisible(), f"{widget!r} cannot be seen"
        assert widget.visibleRegion().contains(place), f"{place!r} of {widget!r} cannot be seen"
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self._handle, button, none, widget.mapTo(self.app.window, place))
        self.look()

    def drag(self, widget: QWidget, begin: QPoint, end: QPoint) -> None:
        """Presses the button of the mouse at one place and lets it go at another."""
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        window = self.app.window
        QTest.mousePress(self._handle, button, none, widget.mapTo(window, begin))
        QTest.mouseMove(self._handle, widget.mapTo(window, end))
        QTest.mouseRelease(self._handle, button, none, widget.mapTo(window, end))
        self.look()

    def turn_wheel(self, widget: QWidget) -> None:
        """Turns the wheel of the mouse one notch, towards the hand, over a widget."""
        place = QPointF(widget.rect().center())
        button, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase, turn = Qt.ScrollPhase.NoScrollPhase, QPoint(0, -120)
        at = widget.mapToGlobal(place)
        event = QWheelEvent(place, at, QPoint(), turn, button, none, phase, False)
        QCoreApplication.sendEvent(widget, event)
        self.look()

    def click_button(self, text: str) -> None:
        self.click(self.button(text))

    def click_card(self, routine: str) -> None:
        view, rect = self._card(routine)
        self.click(view.viewport(), rect.center())

    def click_star(self, routine: str) -> None:
        view, rect = self._card(routine)
        self.click(view.viewport(), view.star_rect(rect).center())

    def go_to_card(self, routine: str) -> None:
        """Walks to a card by the arrow keys of the list."""
        self.press(Key.Key_Home)
        for _ in range(self.cards.index(routine)):
            self.press(Key.Key_Right)

    def skip_to(self, step: int) -> None:
        """Skips ahead to a step, by its number from 0."""
        while self.app.player.stop < step:
            self.click_button("Skip")
        assert self.app.player.stop == step

    def wait(self, seconds: float) -> None:
        """Lets time pass, the program awake and beating."""
        while seconds > 0:
            self.clock.advance(min(seconds, BEAT))
            self.app.player.beat()
            seconds -= BEAT
        self.look()

    def go_away_and_back(self) -> None:
        """Another window has the keyboard for a while."""
        window, other = self.app.window, QWidget()
        other.show()
        other.activateWindow()
        self.look()
        assert not window.isActiveWindow()
        other.close()
        window.activateWindow()
        self.look()
        assert window.isActiveWindow()

    def look(self) -> None:
        """Lets the window catch up with what has happened."""
        for _ in range(3):
            self._application.processEvents()

    # ------------------------------------------------------------ eyes

    @property
    def texts(self) -> list[str]:
        """Everything that can be read in labels and on buttons, from a widget's beginning on."""
        labels = [label.text() for label in self.all(QLabel)]
        buttons = [button.text().replace("&&", "&") for button in self.all(QAbstractButton)]
        return [text for text in (*labels, *buttons) if text]

    def sees(self, text: str) -> bool:
        return any(text in each for each in self.texts)

    def labels(self, text: str) -> list[QLabel]:
        """The labels that show just this text."""
        return [each for each in self.all(QLabel) if each.text() == text]

    def all(self, kind: type[W]) -> list[W]:
        """The widgets of a kind that are shown now, scrolled away or not."""
        return [each for each in self.app.window.findChildren(kind) if each.isVisible()]

    def one(self, kind: type[W]) -> W:
        found = self.all(kind)
        assert len(found) == 1, found
        return found[0]

    def button(self, text: str) -> QAbstractButton:
        """The button with these words; one that wraps them knows them as its accessible name."""
        shown = {each: each.text() or each.accessibleName() for each in self.all(QAbstractButton)}
        found = [each for each, words in shown.items() if words.replace("&&", "&") == text]
        assert len(found) == 1, f"{text!r} is not one of {list(shown.values())}"
        return found[0]

    @property
    def checked(self) -> list[str]:
        """What is chosen or ticked, by its accessible name."""
        return [each.accessibleName() for each in self.all(QAbstractButton) if each.isChecked()]

    def state(self) -> State | None:
        """What the player is doing."""
        return self.app.player.state

    @property
    def cards(self) -> list[str]:
        """The ids of the cards that are shown, in order."""
        model = self.app.routines._list.card_model
        shown = self.app.routines._list.isVisible()
        found = [model.card(model.index(row)) for row in range(model.rowCount() if shown else 0)]
        return [card.id for card in found if card is not None]

    @property
    def paper(self) -> QPlainTextEdit:
        return self.one(QPlainTextEdit)

    @property
    def choice(self) -> QComboBox:
        return self.one(QComboBox)

    @property
    def focus(self) -> QWidget | None:
        return self._application.focusWidget()

    # ------------------------------------------------------------

    @property
    def _handle(self) -> QWindow:
        return self.app.window.windowHandle()

    def _card(self, routine: str) -> tuple[CardList, QRect]:
        view = self.app.routines._list
        index = view.card_model.index(self.cards.index(routine))
        view.scrollTo(index)
        return view, view.card_rect(view.visualRect(index))
