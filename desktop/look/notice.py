"""A word to the person, in the page: nothing that must be answered."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme

PASSING = 10_000
"""Milliseconds for which a passing word is there: long enough to read a path."""


class Notice(QFrame):
    """A quiet bar that stays until it is closed, or, with a passing word, for a while. Its words
    can be selected: there may be a path among them.
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
        self._timer = QTimer(self)
        self._timer.setInterval(PASSING)
        self._timer.timeout.connect(self._pass)
        self.hide()

    def say(self, text: str, *, passing: bool = False) -> None:
        """Show ``text``; an empty one puts the bar away."""
        self._timer.stop()
        self._text.setText(text)
        self.setVisible(bool(text))
        if text and passing:
            self._timer.start()

    def take_back(self, text: str) -> None:
        """Put the bar away if it says just this."""
        if self._text.text() == text:
            self.say("")

    def _pass(self) -> None:
        """Go, unless somebody is about to take the words with them."""
        focus = QApplication.focusWidget()
        busy = focus is not None and self.isAncestorOf(focus)
        if not busy and not self._text.hasSelectedText() and not self.underMouse():
            self.say("")
