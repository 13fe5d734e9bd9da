"""The main window: the pages, and the player in their place while a routine plays."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.destinations import Destination
from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.keys_sheet import KeyLine, KeysSheet
from desktop.look.notice import Notice
from desktop.look.scroll import scroll_by_key
from desktop.look.theme import Theme
from desktop.side import Side

_NARROW = 760  # pixels; narrower windows have no room for the side
_LEAST = QSize(500, 480)  # the width grows with the text, as far as screens go
_WIDEST_LEAST = 900
KEY_LINES = (
    KeyLine("← → ↑ ↓", QT_TRANSLATE_NOOP("keys", "from routine to routine")),
    KeyLine(QT_TRANSLATE_NOOP("keys", "Enter"), QT_TRANSLATE_NOOP("keys", "start it")),
    KeyLine(QT_TRANSLATE_NOOP("keys", "Space"), QT_TRANSLATE_NOOP("keys", "look at it first")),
    KeyLine("S", QT_TRANSLATE_NOOP("keys", "make it a favourite, or no longer")),
    KeyLine("/", QT_TRANSLATE_NOOP("keys", "search; so does Ctrl+F")),
    KeyLine("Esc", QT_TRANSLATE_NOOP("keys", "back to all routines")),
    KeyLine("F5", QT_TRANSLATE_NOOP("keys", "read the files again")),
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)


class MainWindow(QMainWindow):
    """Shows one page at a time, with the side beside it or, for the player, alone."""

    closing = Signal()
    activated = Signal()
    state_changed = Signal()
    folder_wanted = Signal()
    routines_wanted = Signal()
    reload_wanted = Signal()
    quit_wanted = Signal()
    next_wanted = Signal()
    safety_wanted = Signal()
    """F1: the signs by which somebody should be seen, from wherever one is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._alone: set[QWidget] = set()
        self._stack = QStackedWidget()
        self.side = Side(theme)
        self.side.folder_wanted.connect(self.folder_wanted)
        self.side.next_wanted.connect(self.next_wanted)
        self.side.quit_wanted.connect(self.quit_wanted)
        self.add_place(Destination.ROUTINES, self.routines_wanted.emit)
        whole = self._whole = QWidget()
        whole.setProperty("role", "page")
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(self._pages(), 1)
        self.setCentralWidget(whole)
        self._keys: dict[QWidget, tuple[KeyLine, ...]] = {}
        self._destinations: dict[QWidget, Destination] = {}
        self._sheets: dict[tuple[KeyLine, ...], KeysSheet] = {}
        self._before_keys: QWidget | None = None
        theme.changed.connect(self._grow)
        self._grow()
        self.setWindowTitle(translate("window", "Unbrace"))
        # By name: the standard keys are others on each desktop, or none at all.
        self._add_action(["Ctrl+Q"], self.quit_wanted.emit)
        self._add_action(["F1"], self.safety_wanted.emit)
        self._add_action(["F5", "Ctrl+R"], self.reload_wanted.emit)

    def add_page(
        self,
        page: QWidget,
        *,
        at: Destination | None = None,
        alone: bool = False,
        keys: tuple[KeyLine, ...] = KEY_LINES,
    ) -> None:
        """Add a page. ``at`` is the entry at the side that leads there, or to what it belongs to;
        ``alone`` ones take the whole window; ``keys`` are those that it has.
        """
        self._stack.addWidget(page)
        self._keys[page] = keys
        if at is not None:
            self._destinations[page] = at
        if alone:
            self._alone.add(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page. What was said on the one before is done with."""
        for sheet in self._sheets.values():
            sheet.hide()
        self.say("")
        self._stack.setCurrentWidget(page)
        if (at := self._destinations.get(page)) is not None:
            self.side.mark_place(at)
        self._show_side()

    @property
    def page(self) -> QWidget | None:
        return self._stack.currentWidget()

    def add_place(self, place: Destination, wanted: Callable[[], object]) -> None:
        """An entry at the side that leads somewhere."""
        self.side.add_place(place, wanted)

    def show_next(self, text: str, action: str) -> None:
        """The strip at the side: what comes next, and a button to pause it or let it come."""
        self.side.show_next(text, action)

    def say(self, text: str, *, passing: bool = False) -> None:
        """Say something above the page, until it is closed or, ``passing``, for a while; an empty
        text takes it away.
        """
        self._notice.say(text, passing=passing)

    def take_back(self, text: str) -> None:
        """Take a word that is not true any more away, if it still stands there."""
        self._notice.take_back(text)

    def show_keys(self) -> None:
        """List the keys of this page; the player has a sheet of its own."""
        page = self._stack.currentWidget()
        if page is not None and page not in self._alone:
            self._before_keys = self.focusWidget()
            self._sheet(self._keys.get(page, KEY_LINES)).open()

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)

    def leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.toggle_full_screen()

    def _pages(self) -> QVBoxLayout:
        self._notice = Notice(self._theme)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        return column

    def _scrolls(self, key: int) -> bool:
        """Whether ``key`` scrolls the page: so it does from the side, and from its head, too."""
        page = self._stack.currentWidget()
        return page is not None and page not in self._alone and scroll_by_key(page, key)

    def _sheet(self, lines: tuple[KeyLine, ...]) -> KeysSheet:
        """The sheet with these, made when it is first wanted."""
        if lines not in self._sheets:
            sheet = self._sheets[lines] = KeysSheet(lines, self._theme, self._whole)
            sheet.closed.connect(self._give_back_keyboard)
        return self._sheets[lines]

    def _give_back_keyboard(self) -> None:
        if self._before_keys is not None and self._before_keys.isVisible():
            self._before_keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_action(self, keys: list[str], triggered: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.triggered.connect(triggered)
        self.addAction(action)

    def room(self) -> QSize:
        """The largest size with which all of it is on the screen, its title bar too."""
        frame = self.frameGeometry().size() - self.size()
        if not frame.height():  # nobody has given it one yet, or it has none: the usual one
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
            frame = QSize(frame.width(), 0 if self.isFullScreen() else bar)
        return self.screen().availableSize() - frame

    def _grow(self) -> None:
        """Larger text needs more room, as far as the screen goes."""
        width = min(self._theme.sizes.scaled(_LEAST.width()), _WIDEST_LEAST)
        self.setMinimumSize(QSize(width, _LEAST.height()).boundedTo(self.room()))
        self._show_side()

    def _show_side(self) -> None:
        narrow = self.width() < self._theme.sizes.scaled(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.side.lie_flat(flat=narrow, height=self.height())
        self.side.setVisible(self._stack.currentWidget() not in self._alone)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_side()
        self._notice.fit()
        for sheet in self._sheets.values():
            sheet.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()
        elif event.type() is QEvent.Type.WindowStateChange:
            self.state_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus: Qt lets it do so in dialogs only."""
        focus = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QPushButton) and not event.isAutoRepeat():
            focus.click()
        elif event.key() == Qt.Key.Key_Question:
            self.show_keys()
        elif not self._scrolls(event.key()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
