"""A short list that things can be added to and taken from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.list_item import ListItem
from desktop.look.theme import Theme


class ListBox(QWidget):
    """Shows its lines; who wants one gone says so by its key."""

    remove_wanted = Signal(str)

    def __init__(self, empty: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: tuple[ListItem, ...] | None = None
        self._empty = plain_label(empty, "soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.sizes.gap(1))
        self.show_items(())

    def show_items(self, items: tuple[ListItem, ...]) -> None:
        """Show these; made anew only if one differs."""
        if items == self._items:
            return
        self._items = items
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._empty:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self._empty)
        self._empty.setVisible(not items)
        for each in items:
            self._column.addWidget(self._line(each))

    def _line(self, item: ListItem) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(item.text))
        if item.note:
            words.addWidget(plain_label(item.note, "small" if item.good else "trouble"))
        remove = QPushButton("×")
        remove.setProperty("role", "small")
        remove.setToolTip(translate("look", "Remove"))
        name = translate("look", "Remove {what}").format(what=item.text)
        remove.setAccessibleName(name)
        remove.clicked.connect(lambda: self.remove_wanted.emit(item.key))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return line
