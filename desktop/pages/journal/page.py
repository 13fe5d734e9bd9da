"""The journal: what was written, newest first; to be read, searched, written on and deleted."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.keys_sheet import KeyLine
from desktop.look.tab_order import tab_as_seen
from desktop.look.theme import Theme
from desktop.look.undo_line import UndoLine
from desktop.pages.journal.card import TextBlock
from desktop.pages.journal.sheets import Sheets
from desktop.pages.journal.shown import ShownJournal, ShownText
from desktop.pages.journal.top import Top

KEY_LINES = (
    KeyLine("Ctrl+N", QT_TRANSLATE_NOOP("keys", "write something new")),
    KeyLine("/", QT_TRANSLATE_NOOP("keys", "search; so does Ctrl+F")),
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "from entry to entry")),
    KeyLine(QT_TRANSLATE_NOOP("keys", "Enter"), QT_TRANSLATE_NOOP("keys", "write on an entry")),
    KeyLine("Ctrl+Enter", QT_TRANSLATE_NOOP("keys", "done with writing; so does Esc")),
    KeyLine("Del", QT_TRANSLATE_NOOP("keys", "delete an entry")),
    KeyLine("Ctrl+C", QT_TRANSLATE_NOOP("keys", "copy an entry, or what is selected of it")),
    KeyLine("Ctrl+Z", QT_TRANSLATE_NOOP("keys", "take the last change back")),
    KeyLine("Ctrl+P", QT_TRANSLATE_NOOP("keys", "print")),
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)

DRAFT_EVERY = 3000
"""Milliseconds of writing that are lost at most when the program is killed."""


class JournalPage(QWidget):
    """Shows a stretch of the journal, and tells what the person wants of it.

    ``drafted`` brings an entry's id and its text as far as it is; ``finished`` the same when the
    person is done, and whether there is anything new in it.
    """

    searched = Signal(str)
    write_wanted = Signal()
    drafted = Signal(str, str)
    finished = Signal(str, str, bool)
    delete_wanted = Signal(str)
    undo_wanted = Signal()
    earlier_wanted = Signal()
    later_wanted = Signal()
    print_wanted = Signal()
    file_wanted = Signal()
    came = Signal()
    """It is seen again, and much may have happened since."""
    left = Signal()
    """Another page is shown, or the window is closed: what was deleted is now gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._written: TextBlock | None = None
        self._top = Top(theme)
        self._sheets = Sheets(self._top, theme)
        self._undo = UndoLine(theme)
        policy = self._undo.sizePolicy()
        policy.setRetainSizeWhenHidden(False)  # cards begin at the top: it moves none of them
        self._undo.setSizePolicy(policy)
        self._menu = QMenu(self)
        self._soon = QTimer(self, singleShot=True, interval=DRAFT_EVERY)
        self._soon.timeout.connect(self.keep_draft)
        self._connect()
        self._build()

    @property
    def writing(self) -> bool:
        """Whether an entry is written on."""
        return self._written is not None

    def show_journal(self, shown: ShownJournal, *, from_top: bool = False) -> None:
        """Show this stretch; what is the same as before stays as it is, the keyboard with it."""
        self.keep_draft()
        self._stop_writing()
        self._top.show_search(shown.words)
        lost = self._sheets.show_journal(shown, from_top=from_top)
        self._top.allow_print(bool(shown.days))
        tab_as_seen(self)
        if lost:
            self.take_keyboard()

    def write_new(self, shown: ShownText, time: str) -> None:
        """An empty sheet above all others, with the keyboard on it."""
        self.finish()
        self._write(self._sheets.add_new(shown, time))

    def write_on(self, identity: str) -> None:
        """Let an entry that is shown be written on."""
        self.finish()
        if (block := self._sheets.block(identity)) is not None:
            self._write(block)

    def keep_draft(self) -> None:
        """Tell the text as far as it is, if that is news."""
        if (block := self._written) is not None and block.paper.document().isModified():
            block.paper.document().setModified(False)
            self._is_news = True
            self.drafted.emit(block.shown.id, block.text)

    def finish(self) -> None:
        """The person is done with what they write, if they write."""
        if (block := self._written) is None:
            return
        news = self._is_news or block.paper.document().isModified()
        text = block.text
        self._stop_writing()
        self.finished.emit(block.shown.id, text, news)

    def show_change(self, text: str, name: str = "") -> None:
        """What can be taken back; empty if nothing can."""
        self._undo.say(text, name)

    def take_keyboard(self) -> None:
        """To the newest entry; to *Write* if there is none."""
        if not self._sheets.take_keyboard():
            self._top.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, identity: str) -> None:
        """The keyboard to an entry, if it is shown."""
        self._sheets.go_to(identity)

    def _write(self, block: TextBlock) -> None:
        self._written, self._is_news = block, False
        block.write()
        tab_as_seen(self)

    def _stop_writing(self) -> None:
        self._soon.stop()
        block, self._written = self._written, None
        if block is not None:
            focus = QApplication.focusWidget()
            if focus is not None and block.isAncestorOf(focus):
                block.paper.setFocus(Qt.FocusReason.OtherFocusReason)  # "Done" will be gone
            block.read()

    def _typed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _copy(self, identity: str) -> None:
        if (block := self._sheets.block(identity)) is not None:
            QGuiApplication.clipboard().setText(block.shown.text)

    def _delete(self, identity: str) -> None:
        self.finish()
        self.delete_wanted.emit(identity)

    def _search(self, text: str) -> None:
        self.finish()
        self.searched.emit(text)

    def _open_menu(self, identity: str, place: QPoint) -> None:
        self._menu.clear()
        for text, wanted in (
            (translate("journal", "Edit"), self.write_on),
            (translate("journal", "Copy"), self._copy),
            (translate("journal", "Delete"), self._delete),
        ):
            action = self._menu.addAction(text)
            action.triggered.connect(lambda _checked, wanted=wanted: wanted(identity))
        self._menu.popup(place)

    # Building

    def _connect(self) -> None:
        self._is_news = False
        self._top.searched.connect(self._search)
        self._top.write.clicked.connect(self.write_wanted)
        self._top.print_wanted.connect(self.print_wanted)
        self._top.file_wanted.connect(self.file_wanted)
        sheets = self._sheets
        sheets.write_wanted.connect(self.write_on)
        sheets.new_wanted.connect(self.write_wanted)
        sheets.done.connect(self.finish)
        sheets.delete_wanted.connect(self._delete)
        sheets.copy_wanted.connect(self._copy)
        sheets.menu_wanted.connect(self._open_menu)
        sheets.typed.connect(self._typed)
        sheets.earlier_wanted.connect(self.earlier_wanted)
        sheets.later_wanted.connect(self.later_wanted)
        self._undo.undo_wanted.connect(self.undo_wanted)
        for keys, wanted in (
            ("Ctrl+N", self.write_wanted.emit),
            ("Ctrl+P", self.print_wanted.emit),
            ("Ctrl+Z", self.undo_wanted.emit),
            ("Ctrl+F", self._top.take_keyboard),
            ("/", self._top.take_keyboard),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            # While the page is shown, wherever the keyboard is.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(wanted)

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, gap(4), gap(3))
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), 0)
        column.setSpacing(gap(4))
        column.addWidget(self._sheets.area, 1)
        column.addLayout(below)

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # one that is only minimised comes back as it was
            self.finish()
            self.left.emit()
