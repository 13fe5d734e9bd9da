"""The one question before a routine: how is it now? One key answers, one leaves it for today."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import DisplayLabel, plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.player.faces.rate import RateFace
from desktop.words.rating import question_text
from routines.model import Open, Verb

SETTLE = 800
"""Milliseconds in which a number can still be corrected before the routine begins."""


def rating_step(scale: str) -> Open:
    """A step that asks for one rating, outside any routine."""
    return Open(line=0, verb=Verb.RATE, title=question_text(scale), scale=scale)


class AskView(QWidget):
    """Asks before a routine. ``rated`` gives the number; ``passed`` begins without one;
    ``declined`` begins too, and asks no more today.
    """

    rated = Signal(int)
    passed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._face: RateFace | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE)
        self._soon.timeout.connect(self._settle)
        self._name = plain_label(role="lead")
        self._title = DisplayLabel(theme)
        self._slot = QVBoxLayout()
        self._go = QPushButton(translate("rate", "Begin"))
        self._go.setProperty("role", "main")
        self._go.clicked.connect(self._begin)
        self._decline = QPushButton(translate("rate", "Do not ask today"))
        self._decline.clicked.connect(self._leave_it)
        self._lay_out()

    def ask(self, name: str, scale: str) -> None:
        """Ask for ``scale`` before the routine ``name``."""
        self._soon.stop()
        step = rating_step(scale)
        self.setAccessibleName(step.title)
        self._name.setText(name)
        self._title.show_text(step.title)
        if self._face is not None:
            self._slot.removeWidget(self._face)
            self._face.hide()
            self._face.deleteLater()
        self._face = RateFace(step, self._theme, keeps=True)
        self._face.changed.connect(self._soon.start)
        self._slot.addWidget(self._face)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        gap = self._theme.sizes.gap
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(gap(12), gap(8), gap(12), gap(8))
        column.setSpacing(gap(4))
        column.addStretch(2)
        column.addWidget(self._name)
        column.addWidget(self._title)
        column.addLayout(self._slot)
        hint = translate("rate", "A digit answers; Esc leaves it for today.")
        column.addWidget(plain_label(hint, "small"))
        column.addSpacing(gap(6))
        row = QHBoxLayout()
        row.setSpacing(gap(4))
        for button in (self._go, self._decline):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        area = scrolling(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _begin(self) -> None:
        if self._number() is None:
            self._soon.stop()
            self.passed.emit()
        else:
            self._settle()

    def _settle(self) -> None:
        self._soon.stop()
        number = self._number()
        if number is not None and self.isVisible():
            self.rated.emit(number)

    def _leave_it(self) -> None:
        self._soon.stop()
        self.declined.emit()

    def _number(self) -> int | None:
        answer = self._face.answer() if self._face is not None else None
        return answer if isinstance(answer, int) else None

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return  # the key that started the routine, held a little long
        if event.key() == Qt.Key.Key_Escape:
            self._leave_it()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            (focus if isinstance(focus, QPushButton) and focus.hasFocus() else self._go).click()
        elif self._face is None or not self._face.take_key(event):
            super().keyPressEvent(event)
