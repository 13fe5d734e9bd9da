"""The quiet line that says what was changed, and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme


class UndoLine(QFrame):
    """Only there while there is something to take back. Its room is kept for it where there is
    enough, so that nothing moves under the hand when it comes.
    """

    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        gap = theme.sizes.gap
        self._text = plain_label()
        undo = QPushButton(translate("look", "Undo"))
        undo.clicked.connect(self.undo_wanted)
        undo.setProperty("room", "low")
        self._undo = undo
        row = QHBoxLayout(self)
        row.setContentsMargins(gap(4), gap(1), gap(1), gap(1))
        row.addWidget(self._text, 1)
        row.addWidget(undo)
        self.keep_room(kept=True)
        self.hide()

    def keep_room(self, *, kept: bool) -> None:
        """Whether its room stays free while it is away."""
        policy = self.sizePolicy()
        if policy.retainSizeWhenHidden() != kept:
            policy.setRetainSizeWhenHidden(kept)
            self.setSizePolicy(policy)

    def show_change(self, name: str, not_kept: str = "") -> bool:
        """Say that ``name`` was changed; an empty one takes the line away. ``not_kept`` is why it
        will be gone after the program has ended, if it will be. Whether that is news.
        """
        text = translate("look", "Changed: {name}.").format(name=name)
        if not_kept:
            held = translate("look", "Changed: {name}. It holds until you quit: {reason}")
            text = held.format(name=name, reason=_ended(not_kept))
        return self.say(text if name else "", name)

    def say(self, text: str, name: str) -> bool:
        """The same in other words: ``text``, or nothing at all. Whether that is news."""
        is_news = bool(text) and text != self._text.text()
        self._text.setText(text)
        self._undo.setAccessibleName(translate("look", "Undo: {name}").format(name=name))
        self.setVisible(bool(text))
        return is_news


def _ended(reason: str) -> str:
    return reason if reason.endswith(".") else f"{reason}."
