"""What every face of an open step can do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.labels import plain_label
from desktop.words.keeping import where_kept_text
from routines.model import Open

Answer = str | int | tuple[int, ...] | None
"""Words, a number, or the numbers of what was ticked; None for nothing."""


class OpenFace(QWidget):
    """A widget that takes an answer. ``answered`` says that the person is done with it,
    ``changed`` that the answer is another one; ``keeps`` is whether it will be kept.
    """

    answered = Signal()
    changed = Signal()

    def __init__(self, step: Open, *, keeps: bool = False) -> None:
        super().__init__()
        self.step = step
        self._keeps = keeps
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def answer(self) -> Answer:
        """What has been given so far."""
        return None

    def show_answer(self, answer: Answer) -> None:
        """Show an answer that was given before, when somebody comes back."""

    def begin(self) -> None:
        """Take the keyboard, where the face wants it."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that nobody else wanted; whether it was of use."""
        del event
        return False

    def say_where_kept(self) -> None:
        """The honest word about what becomes of the answer."""
        text = where_kept_text(self.step, keeps=self._keeps)
        self.column.addWidget(plain_label(text, "small"))


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that a key types, whichever keys type digits here: on a French keyboard, those
    above the letters do so with Shift.
    """
    typed = event.text()
    return int(typed) if len(typed) == 1 and typed.isdecimal() else None


def choice_of(event: QKeyEvent, most: int) -> int | None:
    """Which of ``most`` numbered things a digit means, from 0; None if it means none."""
    digit = digit_of(event)
    return digit - 1 if digit is not None and 1 <= digit <= most else None
