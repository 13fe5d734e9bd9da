"""The words beside the stage: what to do now, and what is next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import DisplayLabel, plain_label
from desktop.look.theme import Theme
from desktop.player.faces.face import OpenFace
from desktop.player.scene import Face, Scene

_LINES = 3
_WORDY = (Face.WORDS, Face.WAIT)


class WordsView(QScrollArea):
    """Kicker, title, text, the face of an open step, and the next step by name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._face: OpenFace | None = None
        self._kicker = plain_label(role="kicker")
        self._title = DisplayLabel(theme)
        self._words = plain_label(role="words")
        self._text = plain_label(role="instruction")
        self._easier = plain_label(role="soft")
        self._next_label = plain_label(translate("player", "Next"), "soft")
        self._next = plain_label(role="next")
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        inner = QWidget()
        inner.setProperty("role", "bare")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme.sizes.gap(2), 0)
        self._column.setSpacing(theme.sizes.gap(2))
        self._column.addStretch(1)
        for label in (self._kicker, self._title, self._words, self._text, self._easier):
            self._column.addWidget(label)
        self._face_at = self._column.count()
        self._column.addSpacing(theme.sizes.gap(5))
        self._column.addWidget(self._next_label)
        self._column.addWidget(self._next)
        self._column.addStretch(1)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = self._kicker.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._kicker.setSizePolicy(policy)
        self.setWidget(inner)

    def _keep_room(self) -> None:
        """Keep room for three lines of text, so that a change of cue moves nothing else."""
        self._text.setMinimumHeight(self._text.fontMetrics().lineSpacing() * _LINES)

    def show_scene(self, scene: Scene) -> None:
        wordy = scene.face in _WORDY
        self._show(self._kicker, scene.kicker)
        self._title.show_text("" if wordy else scene.title)
        self._show(self._words, scene.title if wordy else "")
        self._show(self._text, scene.text)
        easier = translate("player", "Easier: {text}").format(text=scene.easier)
        self._show(self._easier, easier if scene.easier else "")
        self._show(self._next, scene.next)
        self._next_label.setVisible(bool(scene.next))
        self._keep_room()

    def show_face(self, face: OpenFace | None) -> None:
        """Put ``face`` below the words in place of the one before."""
        if self._face is not None:
            self._column.removeWidget(self._face)
            self._face.hide()
            self._face.deleteLater()
        self._face = face
        if face is not None:
            self._column.insertWidget(self._face_at, face)
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrows are the player's, and would scroll here

    @staticmethod
    def _show(label: QWidget, text: str) -> None:
        if label.property("text") != text:
            label.setProperty("text", text)
        if label.isHidden() == bool(text):
            label.setVisible(bool(text))
