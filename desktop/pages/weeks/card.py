"""A card with a picture of numbers: its sentence, the same as a table, and a way to keep it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.weeks.picture import Picture
from desktop.pages.weeks.tables import Table

_MOST_ROWS = 10
"""Rows of a table that are seen at once; it scrolls for the others."""


class TableView(QTableWidget):
    """A table that the arrow keys walk through; Tab leads out of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shown = Table()
        self.setProperty("role", "numbers")
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)

    def show_table(self, table: Table) -> None:
        """Show it; one that is there already is left alone, the keyboard with it."""
        if table == self._shown:
            return
        self._shown = table
        self.setColumnCount(len(table.heads))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels(table.heads)
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        if table.rows:
            self.setCurrentCell(0, 0)
        self.updateGeometry()

    # Qt's own names

    def sizeHint(self) -> QSize:
        rows = min(self.rowCount(), _MOST_ROWS)
        inner = sum(self.rowHeight(row) for row in range(rows))
        high = inner + self.horizontalHeader().sizeHint().height() + 4 * self.frameWidth() + 2
        # Room for the scroll bar that comes where the columns are wider than the card.
        return QSize(1, high + self.horizontalScrollBar().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Card(QFrame):
    """``picture_wanted`` brings a name for the file and the ``Picture``."""

    picture_wanted = Signal(str, object)

    def __init__(self, key: str, title: str, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        self._key = key
        self._title = title
        self._numbers = Table()
        self._words = plain_label(role="soft")
        self._table = TableView(title)
        self._table.hide()
        self._turn = self._link()
        self._turn.clicked.connect(self._turn_table)
        self._save = self._link()
        self._save.setText(translate("weeks", "Save as picture …"))
        save = translate("weeks", "Save as picture: {title}")
        self._save.setAccessibleName(save.format(title=title))
        self._save.clicked.connect(self._want_picture)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.sizes.gap(3))
        self._build()
        self._name_turn()

    @property
    def table(self) -> TableView:
        return self._table

    def parts(self) -> Sequence[QWidget]:
        """What belongs on a picture, from its top to its bottom."""
        return ()

    def say(self, words: str, table: Table) -> None:
        """The sentence, and all the numbers; without any there is nothing to save either."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._numbers = table
        some = bool(table.rows)
        self._turn.setVisible(some)
        drawn = any(part.isVisibleTo(self) for part in self.parts())
        self._save.setVisible(some and drawn)
        self._table.setVisible(some and self._table.isVisibleTo(self))
        if self._table.isVisibleTo(self):
            self._table.show_table(table)
        self._name_turn()

    def _turn_table(self) -> None:
        showing = not self._table.isVisibleTo(self)
        if showing:
            self._table.show_table(self._numbers)
        self._table.setVisible(showing)
        self._name_turn()

    def _name_turn(self) -> None:
        if self._table.isVisibleTo(self):
            text = translate("weeks", "Hide the table")
            name = translate("weeks", "Hide the table: {title}")
        else:
            text = translate("weeks", "Show as a table")
            name = translate("weeks", "Show as a table: {title}")
        self._turn.setText(text)
        self._turn.setAccessibleName(name.format(title=self._title))

    def _want_picture(self) -> None:
        picture = Picture(self._title, self._words.text(), self.parts(), self._theme)
        self.picture_wanted.emit(self._key, picture)

    def _link(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "link")
        return button

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        words = QVBoxLayout()
        words.setSpacing(gap(1))
        words.addWidget(plain_label(self._title, "next"))
        words.addWidget(self._words)
        below = FlowLayout(gap(3))
        below.addWidget(self._turn)
        below.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(3))
        column.addLayout(words)
        column.addLayout(self.body)
        column.addLayout(below)
        column.addWidget(self._table)
