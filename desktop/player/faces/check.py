"""Going through a list."""

from PySide6.QtCore import Qt

from desktop.look.choice_box import CheckBox
from desktop.look.theme import Theme
from desktop.player.faces.face import Answer, OpenFace
from routines.model import Open


class CheckFace(OpenFace):
    """A box an item. Nothing has to be ticked; number keys tick too."""

    def __init__(self, step: Open, theme: Theme) -> None:
        super().__init__(step)
        self._boxes = []
        for item in step.items:
            box = CheckBox(item, theme)
            self._boxes.append(box)
            self.column.addWidget(box)
        self.say_not_kept()

    def answer(self) -> Answer:
        ticked = tuple(index for index, box in enumerate(self._boxes) if box.isChecked())
        return ticked or None

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, tuple):
            for index in answer:
                self._boxes[index].setChecked(True)

    def begin(self) -> None:
        self._boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, key: int, *, shift: bool) -> bool:
        del shift
        index = key - Qt.Key.Key_1
        if not 0 <= index < len(self._boxes):
            return False
        self._boxes[index].toggle()
        return True
