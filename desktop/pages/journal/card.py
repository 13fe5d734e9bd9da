"""A card of the journal: when and where from, and the texts, each read and written in place."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.journal.paper import Paper
from desktop.pages.journal.shown import ShownCard, ShownText, excerpt, places

_INDENT = 5  # pixels: what Qt leaves free on a paper, and its frame


class TextBlock(QWidget):
    """One entry. ``menu_wanted`` brings where its menu goes."""

    write_wanted = Signal(str)
    done = Signal()
    delete_wanted = Signal(str)
    copy_wanted = Signal(str)
    step_wanted = Signal(str, int)
    menu_wanted = Signal(str, QPoint)
    typed = Signal()

    def __init__(self, shown: ShownText, words: tuple[str, ...], theme: Theme) -> None:
        super().__init__()
        self.shown = shown
        self._words = words
        self._theme = theme
        self._whole = False
        self.paper = Paper(theme)
        self.paper.setAccessibleName(shown.prompt or shown.name)
        self._more: QPushButton | None = None
        self._below: QWidget | None = None
        self._dots = QPushButton("⋯")
        self._dots.setProperty("role", "small")
        name = translate("journal", "Edit, copy or delete the {entry}")
        self._dots.setAccessibleName(name.format(entry=shown.name))
        self._dots.setToolTip(translate("journal", "Edit, copy, delete"))
        self._column = QVBoxLayout()
        self._connect()
        self._build()
        self.read()

    @property
    def text(self) -> str:
        """What is on the paper, while it is written on."""
        return self.paper.toPlainText()

    def read(self) -> None:
        """Show the text as it is known, or a part of a long one."""
        text = self.shown.text if self._whole else excerpt(self.shown.text, self._words)
        self.paper.read(text, places(text, self._words))
        if text != self.shown.text and self._more is None:
            self._more = self._make_more()
        if self._more is not None:
            self._more.setVisible(text != self.shown.text)
        if self._below is not None:
            self._below.hide()
            self._dots.show()

    def write(self) -> None:
        if self._below is None:
            self._below = self._make_below()
        if self._more is not None:
            self._more.hide()
        self._below.show()
        self._dots.hide()
        self.paper.write(self.shown.text)

    def _show_all(self) -> None:
        self._whole = True
        self.read()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        own = self.shown.id
        self.paper.write_wanted.connect(lambda: self.write_wanted.emit(own))
        self.paper.delete_wanted.connect(lambda: self.delete_wanted.emit(own))
        self.paper.copy_wanted.connect(lambda: self.copy_wanted.emit(own))
        self.paper.step_wanted.connect(lambda way: self.step_wanted.emit(own, way))
        self.paper.done.connect(self.done)
        self.paper.textChanged.connect(self._tell_typed)
        self._dots.clicked.connect(self._ask_menu)
        self._theme.changed.connect(self.paper.mark)

    def _tell_typed(self) -> None:
        if self.paper.writing:
            self.typed.emit()

    def _ask_menu(self) -> None:
        below = self._dots.mapToGlobal(QPoint(0, self._dots.height()))
        self.menu_wanted.emit(self.shown.id, below)

    # Building; most cards never need the first two.

    def _make_more(self) -> QPushButton:
        button = QPushButton(translate("journal", "Show all of it"))
        button.setProperty("role", "link")
        button.clicked.connect(self._show_all)
        at = self._column.indexOf(self.paper) + 1
        self._column.insertWidget(at, button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _make_below(self) -> QWidget:
        """What stands below a paper that is written on."""
        done = QPushButton(translate("journal", "Done"))
        done.setProperty("room", "low")
        done.clicked.connect(self.done)
        kept = translate("journal", "Kept as you type. Ctrl+Enter when done.")
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(kept, "small"), 1)
        row.addWidget(done)
        self._column.insertWidget(self._column.indexOf(self.paper) + 1, below)
        return below

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        column = self._column
        column.setSpacing(gap(1))
        if self.shown.prompt:
            column.addWidget(_line(self.shown.prompt, "heading"))
        column.addWidget(self.paper)
        if self.shown.changed:
            column.addWidget(_line(self.shown.changed, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(1))
        row.addLayout(column, 1)
        row.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignTop)


class JournalCard(QFrame):
    """What was written in one go."""

    def __init__(self, shown: ShownCard, words: tuple[str, ...], theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.shown = shown
        self.words = words
        self.blocks = [TextBlock(each, words, theme) for each in shown.texts]
        gap = theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(3), gap(3), gap(4))
        column.setSpacing(gap(2))
        head = f"{shown.time}  ·  {shown.routine}" if shown.routine else shown.time
        column.addWidget(_line(head, "small"))
        for block in self.blocks:
            column.addWidget(block)
        for line in shown.beside:
            column.addWidget(_line(line, "soft"))


def _line(text: str, role: str) -> QLabel:
    """Begins where the words on a paper do."""
    label = plain_label(text, role)
    label.setIndent(_INDENT)
    return label
