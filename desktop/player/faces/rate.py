"""Rating something from 0 to 10."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.player.faces.face import Answer, OpenFace, digit_of
from routines.model import Open

MOST = 10
_SHIFTED_ZERO = (Qt.Key.Key_ParenRight, Qt.Key.Key_Equal)
"""What Shift and 0 type on English and on German keyboards. Where they type a 0, it is one."""
_ENDS = {
    "tension": (QT_TRANSLATE_NOOP("rate", "soft"), QT_TRANSLATE_NOOP("rate", "tight as it gets")),
    "anxiety": (QT_TRANSLATE_NOOP("rate", "calm"), QT_TRANSLATE_NOOP("rate", "very anxious")),
    "pain": (QT_TRANSLATE_NOOP("rate", "none"), QT_TRANSLATE_NOOP("rate", "the worst")),
    "mood": (QT_TRANSLATE_NOOP("rate", "low"), QT_TRANSLATE_NOOP("rate", "bright")),
    "sleep": (QT_TRANSLATE_NOOP("rate", "hardly slept"), QT_TRANSLATE_NOOP("rate", "slept well")),
}


class RateFace(OpenFace):
    """Eleven numbers in a row, or in more where that is too narrow. A digit chooses; 0 after 1 is
    ten, and so is a second 0, and what Shift makes of 0 where it is no digit.
    """

    def __init__(self, step: Open, theme: Theme, *, keeps: bool = False) -> None:
        super().__init__(step, keeps=keeps)
        row = QWidget()
        flow = FlowLayout(theme.sizes.gap(1), row)
        self._group = QButtonGroup(self)
        for number in range(MOST + 1):
            button = QPushButton(str(number))
            button.setProperty("role", "number")
            button.setCheckable(True)
            button.setAccessibleName(translate("rate", "{number} of 10").format(number=number))
            self._group.addButton(button, number)
            button.toggled.connect(self._toggled)
            flow.addWidget(button)
        self.column.addWidget(row)
        self._add_ends()
        self.say_where_kept()

    def _add_ends(self) -> None:
        low, high = _ENDS.get(self.step.scale, ("", ""))
        if low:
            text = translate("rate", "0 is {low}, 10 is {high}.")
            ends = {"low": translate("rate", low), "high": translate("rate", high)}
            self.column.addWidget(plain_label(text.format(**ends), "soft"))

    def _toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()

    def answer(self) -> Answer:
        number = self._group.checkedId()
        return None if number < 0 else number

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, int):
            self._group.button(answer).setChecked(True)

    def take_key(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        number = digit_of(event)
        if number is None and shift and event.key() in _SHIFTED_ZERO:
            number = MOST
        if number is None:
            return False
        if number == 0 and self.answer() in (0, 1):
            number = MOST
        button = self._group.button(number)
        if button.isChecked():
            self.changed.emit()  # once more the same: the person is sure
        button.setChecked(True)
        if any(each.hasFocus() for each in self._group.buttons()):
            # Else Enter would choose the one that was clicked before.
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
