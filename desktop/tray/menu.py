"""The tray's menu, kept in step with its entries."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.tray.state import RULE, Choice, Entry


class TrayMenu(QObject):
    """A menu that is rebuilt only when its entries change, and never under a pointer.

    A change of texts alone keeps the lines and their ids, so that a menu that a panel shows just
    then still means what it says.
    """

    chosen = Signal(object)
    """A ``Choice``."""

    def __init__(self, parent: QObject | None = None, *, exported: bool = False) -> None:
        """``exported`` is whether a panel draws it, from what the message bus tells of it."""
        super().__init__(parent)
        self._escaped = for_the_bus if exported else for_qt
        self.menu = QMenu()
        self.menu.aboutToHide.connect(self._catch_up)
        self._submenus: list[QMenu] = []
        self._actions: list[QAction] = []
        self._entries: tuple[Entry, ...] = ()
        self._wanted: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        self._wanted = entries
        if not self.menu.isVisible():
            self._update()

    def close(self) -> None:
        """Let go of the windows that a menu is."""
        self.menu.hide()
        self.menu.deleteLater()

    def _catch_up(self) -> None:
        # The choice is told after the menu has gone, and by an action that must still be there.
        QTimer.singleShot(0, self, self._update)

    def _update(self) -> None:
        if self._wanted == self._entries:
            return
        if _shape(self._wanted) == _shape(self._entries):
            for action, entry in zip(self._actions, _flat(self._wanted), strict=True):
                self._write(action, entry)
        else:
            self._rebuild()
        self._entries = self._wanted

    def _rebuild(self) -> None:
        self.menu.clear()
        for submenu in self._submenus:
            submenu.deleteLater()
        self._submenus, self._actions = [], []
        self._fill(self.menu, self._wanted)

    def _fill(self, menu: QMenu, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            if entry == RULE:
                self._actions.append(menu.addSeparator())
            elif entry.entries:
                submenu = QMenu(menu)
                self._submenus.append(submenu)
                action = menu.addMenu(submenu)
                self._write(action, entry)
                self._actions.append(action)
                self._fill(submenu, entry.entries)
            else:
                action = menu.addAction("")
                self._write(action, entry)
                line = len(self._actions)
                action.triggered.connect(lambda *_, line=line: self._choose(line))
                self._actions.append(action)

    def _write(self, action: QAction, entry: Entry) -> None:
        action.setText(self._escaped(entry.text))
        action.setEnabled(bool(entry.choice is not None or entry.entries))

    def _choose(self, line: int) -> None:
        choice = _flat(self._entries)[line].choice
        if choice is not None:
            self.chosen.emit(choice)


def for_qt(text: str) -> str:
    """``text`` for a menu that Qt draws: an ampersand would make a key of the next letter."""
    return text.replace("&", "&&")


def for_the_bus(text: str) -> str:
    """``text`` for a menu that a panel draws, in which an underline makes the key.

    On the way there Qt turns the first ampersand into an underline and leaves all else as it is.
    So an underline is doubled, and so is the first ampersand: what arrives is a key of "&".
    """
    return text.replace("_", "__").replace("&", "&&", 1)


def _flat(entries: tuple[Entry, ...]) -> list[Entry]:
    flat = []
    for entry in entries:
        flat.append(entry)
        flat.extend(_flat(entry.entries))
    return flat


def _shape(entries: tuple[Entry, ...]) -> list[Choice | bool | int | None]:
    """What makes a line the same line: its choice, its place and the lines under it."""
    return [
        value
        for entry in _flat(entries)
        for value in (entry.choice, entry == RULE, len(entry.entries))
    ]
