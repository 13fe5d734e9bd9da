"""Going through a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.look.choice_box import CheckBox
from desktop.look.theme import Theme
from desktop.player.faces.face import Answer, OpenFace, choice_of
from routines.model import Open


class CheckFace(OpenFace):
    """A box an item. Nothing has to be ticked; number keys tick too."""

    def __init__(self, step: Open, theme: Theme, *, keeps: bool = False) -> None:
        super().__init__(step, keeps=keeps)
        self._boxes = []
        for number, item in enumerate(step.items, 1):
            box = CheckBox(item, theme, number)
            box.toggled.connect(self.changed)
            self._boxes.append(box)
            self.column.addWidget(box)
        self.say_where_kept()

    def answer(self) -> Answer:
        ticked = tuple(index for index, box in enumerate(self._boxes) if box.isChecked())
        return ticked or None

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, tuple):
            for index in answer:
                self._boxes[index].setChecked(True)

    def begin(self) -> None:
        self._boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        index = choice_of(event, len(self._boxes))
        if index is None:
            return False
        self._boxes[index].toggle()
        return True
