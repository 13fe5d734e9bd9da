"""The small line that says how far something is that takes its time, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme


class ProgressLine(QWidget):
    """Only there while there is something to say. ``cancel`` is what its button is called for
    screen readers while it ends the work.
    """

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, cancel: str, *, on_paper: bool = True) -> None:
        super().__init__()
        self._cancel = cancel
        if on_paper:
            self.setProperty("role", "bare")
        gap = theme.sizes.gap
        self._text = plain_label(role="soft")
        self._button = QPushButton()
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._clicked)
        self._is_under_way = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(2))
        row.addWidget(self._text, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def has_keyboard(self) -> bool:
        return self.window().focusWidget() is self._button

    def take_keyboard(self) -> None:
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_under_way(self, text: str) -> None:
        self._is_under_way = True
        self._show(text, translate("look", "Cancel"), self._cancel)

    def show_over(self, text: str) -> None:
        """How it ended; an empty text takes the line away."""
        self._is_under_way = False
        self._show(text, translate("look", "Close"), translate("look", "Close this line"))

    def _show(self, text: str, button: str, name: str) -> None:
        self._text.setText(text)
        self._button.setText(button)
        self._button.setAccessibleName(name)
        self.setVisible(bool(text))

    def _clicked(self) -> None:
        if self._is_under_way:
            self.cancel_wanted.emit()
        else:
            self.show_over("")
