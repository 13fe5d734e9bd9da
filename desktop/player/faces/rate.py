"""Rating something from 0 to 10."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from desktop.look.labels import plain_label
from desktop.look.number_row import NumberRow
from desktop.look.theme import Theme
from desktop.player.faces.face import Answer, OpenFace
from desktop.words.rating import ends_text
from routines.model import Open


class RateFace(OpenFace):
    """Eleven numbers, by keys, mouse or arrows; ``centred`` where all else on the page is."""

    def __init__(
        self, step: Open, theme: Theme, *, keeps: bool = False, centred: bool = False
    ) -> None:
        super().__init__(step, keeps=keeps)
        self._row = NumberRow(theme, centred=centred)
        self._row.chosen.connect(self.changed)
        self.column.addWidget(self._row)
        if text := ends_text(step.scale):
            self.column.addWidget(plain_label(text, "soft"))
        self.say_where_kept()
        for label in self.findChildren(QLabel) if centred else ():
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def answer(self) -> Answer:
        return self._row.number

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, int):
            self._row.choose(answer)

    def take_key(self, event: QKeyEvent) -> bool:
        return self._row.take_key(event)
