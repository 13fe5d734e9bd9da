"""Writing something down."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from desktop.language import translate
from desktop.player.faces.face import Answer, OpenFace
from routines.model import Open


class WriteFace(OpenFace):
    """A sheet of paper. Letters type; Ctrl+Enter is done."""

    def __init__(self, step: Open, *, keeps: bool = False) -> None:
        super().__init__(step, keeps=keeps)
        self._edit = _Paper(self)
        self._edit.setAccessibleName(step.title)
        self._edit.setPlaceholderText(translate("player", "Write here. Ctrl+Enter when done."))
        self._edit.setTabChangesFocus(True)
        self._edit.setMinimumHeight(160)
        self.column.addWidget(self._edit, 1)
        self.say_where_kept()
        self._edit.textChanged.connect(self.changed)

    def answer(self) -> Answer:
        return self._edit.toPlainText() or None

    def show_answer(self, answer: Answer) -> None:
        if isinstance(answer, str):
            self._edit.setPlainText(answer)

    def begin(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


class _Paper(QPlainTextEdit):
    def __init__(self, face: WriteFace) -> None:
        super().__init__()
        self._face = face

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._face.answered.emit()
        else:
            super().keyPressEvent(event)
