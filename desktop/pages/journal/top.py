"""The head of the journal: its name, what one can do with all of it, and the search."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.icon import Icon, put_icon
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.journal.shown import words_of

_PAUSE = 150
"""Milliseconds without a key before what has been typed is looked for."""


class Top(QWidget):
    """``searched`` brings what is looked for, empty when nothing is any more."""

    searched = Signal(str)
    print_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told = ""
        self.write = QPushButton(translate("journal", "Write"))
        self.write.setProperty("role", "main")
        put_icon(self.write, Icon.PLUS, theme, off="on_sage", on="on_sage")
        self._print = QPushButton(translate("journal", "Print ▾"))
        self._print.setAccessibleName(translate("journal", "Print, or save as PDF"))
        self._menu = QMenu(self)
        self._fill_menu()
        self._search = QLineEdit()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._prepare_search()
        self._build()

    def take_keyboard(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def show_search(self, words: tuple[str, ...]) -> None:
        """Show what is looked for, unless it is there in other words, or still being typed."""
        self._name_prints(found=bool(words))
        if words != words_of(self._told):
            self._told = " ".join(words)
            self._search.setText(self._told)
            self._pause.stop()

    def allow_print(self, allowed: bool) -> None:
        self._print.setEnabled(allowed)

    def _tell(self) -> None:
        self._pause.stop()
        if words_of(self._search.text()) != words_of(self._told):
            self._told = self._search.text()
            self.searched.emit(self._told)

    def _prepare_search(self) -> None:
        self._search.setPlaceholderText(translate("journal", "Search"))
        self._search.setAccessibleName(translate("journal", "Search the journal"))
        self._search.setClearButtonEnabled(True)
        for clear in self._search.findChildren(QAbstractButton):
            clear.setAccessibleName(translate("journal", "Clear the search"))
        self._search.textChanged.connect(self._pause.start)
        self._search.returnPressed.connect(self._tell)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._search.clear)

    def _fill_menu(self) -> None:
        for wanted in (self.print_wanted, self.file_wanted):
            self._menu.addAction("").triggered.connect(lambda _checked, it=wanted: it.emit())
        self._name_prints(found=False)
        self._print.clicked.connect(
            lambda: self._menu.popup(self._print.mapToGlobal(QPoint(0, self._print.height())))
        )

    def _name_prints(self, *, found: bool) -> None:
        """While something is looked for, only what is found goes on paper."""
        on_paper, in_file = self._menu.actions()
        if found:
            on_paper.setText(translate("journal", "Print what is found …"))
            in_file.setText(translate("journal", "Save what is found as PDF …"))
        else:
            on_paper.setText(translate("journal", "Print all of it …"))
            in_file.setText(translate("journal", "Save all of it as PDF …"))

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        row = QHBoxLayout()
        row.setSpacing(gap(2))
        row.addWidget(plain_label(translate("journal", "Journal"), "title", wrap=False), 1)
        row.addWidget(self._print)
        row.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, gap(1))
        column.setSpacing(gap(3))
        column.addLayout(row)
        column.addWidget(self._search)
