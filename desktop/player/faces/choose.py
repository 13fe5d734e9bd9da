"""Choosing one of a few answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton

from desktop.look.theme import Theme
from desktop.player.faces.face import Answer, OpenFace
from routines.model import Open


class ChooseFace(OpenFace):
    """One button an answer; choosing one goes on. Number keys choose too."""

    def __init__(self, step: Open, theme: Theme) -> None:
        super().__init__(step)
        self.column.setSpacing(theme.sizes.gap(2))
        self._group = QButtonGroup(self)
        for index, choice in enumerate(step.choices):
            # "&" would be taken for a key of its own.
            button = QPushButton(f"{index + 1}   {choice}".replace("&", "&&"))
            button.setProperty("role", "option")
            button.setCheckable(True)
            button.setAccessibleName(choice)
            self._group.addButton(button, index)
            self.column.addWidget(button)
        self._group.idClicked.connect(self._chosen)
        self.say_not_kept()

    def _chosen(self, _index: int) -> None:
        self.answered.emit()

    def answer(self) -> Answer:
        index = self._group.checkedId()
        return None if index < 0 else index

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, int):
            self._group.button(answer).setChecked(True)

    def begin(self) -> None:
        self._group.button(0).setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, key: int, *, shift: bool) -> bool:
        del shift
        index = key - Qt.Key.Key_1
        if not 0 <= index < len(self.step.choices):
            return False
        self._group.button(index).click()
        return True
