"""The numbers from 0 to 10 in a row, or in more rows where that is too narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.theme import Theme

MOST = 10
_SHIFTED_ZERO = (Qt.Key.Key_ParenRight, Qt.Key.Key_Equal)
"""What Shift and 0 type on English and on German keyboards. Where they type a 0, it is one."""


class NumberRow(QWidget):
    """One number is chosen, or none yet. A digit chooses; 0 after 1 is ten, and so is a second 0,
    and what Shift makes of 0 where it is no digit. Tab comes to one of them, as in any group of
    buttons; the arrow keys lead to the others.
    """

    chosen = Signal()
    """A number was chosen, maybe the same once more."""

    def __init__(self, theme: Theme, *, centred: bool = False) -> None:
        super().__init__()
        flow = FlowLayout(theme.sizes.gap(1), self, centred=centred)
        self._group = QButtonGroup(self)
        for number in range(MOST + 1):
            button = QPushButton(str(number))
            button.setProperty("role", "number")
            button.setCheckable(True)
            button.setAccessibleName(translate("rate", "{number} of 10").format(number=number))
            self._group.addButton(button, number)
            button.toggled.connect(self._toggled)
            flow.addWidget(button)

    @property
    def number(self) -> int | None:
        """The number that is chosen."""
        number = self._group.checkedId()
        return None if number < 0 else number

    def choose(self, number: int) -> None:
        self._group.button(number).setChecked(True)

    def clear(self) -> None:
        """Let no number be chosen; nothing is said about it."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.blockSignals(True)
            button.setChecked(False)
            button.blockSignals(False)
        self._group.setExclusive(True)

    def take_keyboard(self) -> None:
        self._group.button(self.number or 0).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a key, wherever the keyboard is; whether it was of use."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        number = _digit_of(event)
        if number is None and shift and event.key() in _SHIFTED_ZERO:
            number = MOST
        if number is None:
            return False
        if number == 0 and self.number in (0, 1):
            number = MOST
        button = self._group.button(number)
        if button.isChecked():
            self.chosen.emit()  # once more the same: the person is sure
        button.setChecked(True)
        if any(each.hasFocus() for each in self._group.buttons()):
            # Else Enter would choose the one that was clicked before.
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _toggled(self, on: bool) -> None:
        if on:
            self.chosen.emit()


def _digit_of(event: QKeyEvent) -> int | None:
    """The digit that a key types, whichever keys type digits here: on a French keyboard, those
    above the letters do so with Shift.
    """
    typed = event.text()
    return int(typed) if len(typed) == 1 and typed.isdecimal() else None
