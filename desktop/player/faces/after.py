"""The one question after a routine: how is it now, beside what it was before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.player.faces.asking import rating_step
from desktop.player.faces.rate import RateFace


class AfterView(QWidget):
    """``rated`` gives the number, again with each correction. Leaving it unanswered is fine."""

    rated = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._before: int | None = None
        self._face: RateFace | None = None
        self._question = plain_label(role="lead")
        self._line = plain_label(role="soft")
        for label in (self._question, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.sizes.gap(2), 0, 0)
        self._column.addWidget(self._question)
        self._column.addWidget(self._line)
        self.hide()

    def ask(self, scale: str, before: int | None) -> None:
        """Ask anew; an empty ``scale`` asks nothing."""
        if self._face is not None:
            self._column.removeWidget(self._face)
            self._face.hide()
            self._face.deleteLater()
            self._face = None
        self._before = before
        self.setVisible(bool(scale))
        if not scale:
            return
        step = rating_step(scale)
        self._question.setText(step.title)
        self._face = RateFace(step, self._theme, keeps=True, centred=True)
        self._face.changed.connect(self._changed)
        self._column.insertWidget(1, self._face)
        self._show_line(None)

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a digit; whether it was one."""
        return self._face is not None and self._face.take_key(event)

    def _changed(self) -> None:
        answer = self._face.answer() if self._face is not None else None
        if isinstance(answer, int):
            self._show_line(answer)
            self.rated.emit(answer)

    def _show_line(self, now: int | None) -> None:
        """The two numbers side by side, and nothing made of them."""
        if self._before is None:
            self._line.setText("")
        elif now is None:
            text = translate("rate", "Before it was {before}.")
            self._line.setText(text.format(before=self._before))
        else:
            text = translate("rate", "Before {before}, now {now}.")
            self._line.setText(text.format(before=self._before, now=now))
        self._line.setVisible(bool(self._line.text()))
