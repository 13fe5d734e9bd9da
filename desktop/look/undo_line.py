"""The quiet line that says what was changed, and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme


class UndoLine(QFrame):
    """Only there while there is something to take back."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        gap = theme.sizes.gap
        self._text = plain_label()
        undo = QPushButton(translate("look", "Undo"))
        undo.clicked.connect(self.undo_wanted)
        self._undo = undo
        row = QHBoxLayout(self)
        row.setContentsMargins(gap(4), gap(2), gap(2), gap(2))
        row.addWidget(self._text, 1)
        row.addWidget(undo)
        self.hide()

    def show_change(self, name: str) -> None:
        """Say that ``name`` was changed; an empty one takes the line away."""
        self._text.setText(translate("look", "Changed: {name}.").format(name=name))
        self._undo.setAccessibleName(translate("look", "Undo: {name}").format(name=name))
        self.setVisible(bool(name))
