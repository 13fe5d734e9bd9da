"""Choosing one of a few answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup

from desktop.look.choice_box import OptionButton
from desktop.look.theme import Theme
from desktop.player.faces.face import Answer, OpenFace, choice_of
from routines.model import Open


class ChooseFace(OpenFace):
    """One button an answer; choosing one goes on. Number keys choose too."""

    def __init__(self, step: Open, theme: Theme, *, keeps: bool = False) -> None:
        super().__init__(step, keeps=keeps)
        self.column.setSpacing(theme.sizes.gap(2))
        # Not exclusive: in such a group the arrow keys choose what they only pass.
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons = []
        for index, choice in enumerate(step.choices):
            button = OptionButton(index + 1, choice, theme)
            self._buttons.append(button)
            self._group.addButton(button, index)
            self.column.addWidget(button)
        self._group.idClicked.connect(self._choose)
        self.say_where_kept()

    def _choose(self, chosen: int) -> None:
        self.show_answer(chosen)
        self.changed.emit()
        self.answered.emit()

    def answer(self) -> Answer:
        checked = (index for index, button in enumerate(self._buttons) if button.isChecked())
        return next(checked, None)

    def show_answer(self, answer: Answer) -> None:
        for index, button in enumerate(self._buttons):
            button.setChecked(index == answer)

    def begin(self) -> None:
        answer = self.answer()
        first = answer if isinstance(answer, int) else 0
        self._buttons[first].setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        index = choice_of(event, len(self._buttons))
        if index is None:
            return False
        self._buttons[index].click()
        return True

    def _walk(self, way: int) -> None:
        here = [index for index, button in enumerate(self._buttons) if button.hasFocus()]
        if not here:
            self.begin()
        elif 0 <= here[0] + way < len(self._buttons):
            self._buttons[here[0] + way].setFocus(Qt.FocusReason.TabFocusReason)
