"""The three groups of signs, as cards: the same on the page and before the first routine."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.words.help_lines import HelpLines
from desktop.words.safety import (
    Urgency,
    after_the_signs,
    group_name,
    own_text,
    signs,
    together_with,
    what_to_do,
)


class Card(QFrame):
    """A heading and what stands below it."""

    def __init__(self, name: str, theme: Theme, role: str = "next") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        gap = theme.sizes.gap
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(gap(5), gap(4), gap(5), gap(5))
        self.column.setSpacing(gap(2))
        self.column.addWidget(plain_label(name, role))

    def add_text(self, text: str = "", role: str = "") -> QLabel:
        label = plain_label(text, role)
        self.column.addWidget(label)
        return label

    def add_point(self, text: str) -> None:
        """One line of a list."""
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.sizes.gap(1), 0, 0, 0)
        row.setSpacing(self._theme.sizes.gap(2.5))
        point = plain_label("•", "soft", wrap=False)
        row.addWidget(point, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(text), 1)
        self.column.addLayout(row)


class SignsCard(Card):
    """One group: what to do, the signs, and what is to be known about them."""

    def __init__(self, urgency: Urgency, theme: Theme) -> None:
        is_now = urgency is Urgency.NOW
        super().__init__(group_name(urgency), theme, "clay" if is_now else "next")
        self._urgency = urgency
        self._do = self.add_text(role="heading")
        self._own = self.add_text()
        self.add_text(together_with(urgency), "soft")
        for sign in signs(urgency):
            self.add_point(sign)
        if after := after_the_signs(urgency):
            self.add_text(after, "small")
        self.show_lines(HelpLines())

    def show_lines(self, lines: HelpLines, own: str = "") -> None:
        """With whom to call; ``own`` is for all but an emergency."""
        self._do.setText(what_to_do(self._urgency, lines.emergency, lines.advice))
        is_for_own = bool(own) and self._urgency is not Urgency.NOW
        self._own.setText(own_text(own) if is_for_own else "")
        self._own.setVisible(is_for_own)
