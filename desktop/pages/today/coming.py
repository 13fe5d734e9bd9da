"""The next reminder, and a button that lets the reminders rest or come again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme


class ComingCard(QFrame):
    """Away while there is nothing to tell."""

    toggled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        gap = theme.sizes.gap
        self._text = plain_label()
        self._toggle = QPushButton()
        self._toggle.setProperty("room", "low")
        self._toggle.clicked.connect(self.toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(2))
        column.addWidget(plain_label(translate("today", "Next reminder"), "heading"))
        column.addWidget(self._text)
        column.addStretch(1)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_next(self, text: str, *, paused: bool) -> None:
        """What comes next, or until when nothing does; an empty text takes the card away."""
        pause, resume = translate("today", "Pause for an hour"), translate("today", "Resume")
        action = resume if paused else pause
        self._text.setText(text)
        self._toggle.setText(action)
        name = translate("today", "Reminders: {action}").format(action=action)
        self._toggle.setAccessibleName(name)
        self.setVisible(bool(text))
