"""A word to the person, in the page: nothing that must be answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme


class Notice(QFrame):
    """A quiet bar that stays until it is closed. Its words can be selected: there may be a path
    among them.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        gap = theme.sizes.gap
        self.setProperty("role", "bar")
        self._text = plain_label()
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = QPushButton(translate("notice", "Close"))
        # A click leaves the keyboard with the page.
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(lambda: self.say(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(gap(4), gap(2), gap(2), gap(2))
        row.setSpacing(gap(3))
        row.addWidget(self._text, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str) -> None:
        """Show ``text``; an empty one puts the bar away."""
        self._text.setText(text)
        self.setVisible(bool(text))
