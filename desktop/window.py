"""The main window: the pages, and the player in their place while a routine plays."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.signs import mark_pixmap
from desktop.look.theme import Theme

_NARROW = 760  # pixels; narrower windows have no room for the side
_LEAST = QSize(500, 480)  # the width grows with the text, as far as screens go
_WIDEST_LEAST = 900


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

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._alone: set[QWidget] = set()
        self._stack = QStackedWidget()
        self._mark = QLabel()
        self._side = self._build_side()
        whole = QWidget()
        whole.setProperty("role", "page")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        width = min(theme.sizes.scaled(_LEAST.width()), _WIDEST_LEAST)
        self.setMinimumSize(width, _LEAST.height())
        self.setWindowTitle(translate("window", "Unbrace"))
        # By name: the standard keys are others on each desktop, or none at all.
        self._add_action(["Ctrl+Q"], self.quit_wanted.emit)
        self._add_action(["F5", "Ctrl+R"], self.reload_wanted.emit)
        theme.changed.connect(self._show_mark)
        self._show_mark()

    def add_page(self, page: QWidget, *, alone: bool = False) -> None:
        """Add a page; ``alone`` ones take the whole window."""
        self._stack.addWidget(page)
        if alone:
            self._alone.add(page)

    def show_page(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self._show_side()

    @property
    def page(self) -> QWidget | None:
        return self._stack.currentWidget()

    def add_place(self, name: str, wanted: Callable[[], object]) -> QPushButton:
        """An entry at the side that leads somewhere."""
        button = QPushButton(name)
        button.setProperty("role", "quiet")
        button.setCheckable(True)
        button.setChecked(not self._places.buttons())
        button.clicked.connect(lambda _checked: wanted())
        self._places.addButton(button)
        self._nav.addWidget(button)
        return button

    def show_next(self, text: str, action: str) -> None:
        """The strip at the side: what comes next, and a button to pause it or let it come."""
        self._next.setText(text)
        self._next.setVisible(bool(text))
        self._strip.setText(action)
        self._strip.setVisible(bool(action))

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)

    def leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.toggle_full_screen()

    def _build_side(self) -> QFrame:
        gap = self._theme.sizes.gap
        side = QFrame()
        side.setProperty("role", "side")
        side.setFixedWidth(gap(49))
        column = QVBoxLayout(side)
        column.setContentsMargins(gap(4), gap(6), gap(4), gap(5))
        column.setSpacing(gap(1))
        brand = QHBoxLayout()
        brand.setContentsMargins(gap(2), 0, 0, 0)
        brand.setSpacing(gap(2))
        brand.addWidget(self._mark)
        brand.addWidget(plain_label(translate("window", "Unbrace"), "next", wrap=False), 1)
        column.addLayout(brand)
        column.addSpacing(gap(5))
        self._places = QButtonGroup(self)
        self._nav = QVBoxLayout()
        self._nav.setSpacing(gap(1))
        column.addLayout(self._nav)
        self.add_place(translate("window", "Routines"), self.routines_wanted.emit)
        column.addStretch(1)
        self._strip = QPushButton()
        self._strip.setProperty("role", "quiet")
        self._strip.setAccessibleName(translate("window", "The next reminder"))
        self._strip.clicked.connect(self.next_wanted)
        self._strip.hide()
        self._next = plain_label(role="small")
        self._next.hide()
        column.addWidget(self._next)
        column.addWidget(self._strip)
        folder = QPushButton(translate("window", "My routines folder"))
        folder.setProperty("role", "quiet")
        folder.clicked.connect(self.folder_wanted)
        column.addWidget(folder)
        return side

    def _add_action(self, keys: list[str], triggered: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.triggered.connect(triggered)
        self.addAction(action)

    def _show_side(self) -> None:
        alone = self._stack.currentWidget() in self._alone
        self._side.setVisible(not alone and self.width() >= self._theme.sizes.scaled(_NARROW))

    def _show_mark(self) -> None:
        self._mark.setPixmap(mark_pixmap(self._theme.sizes.gap(7), self._theme.colors))

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_side()

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
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
