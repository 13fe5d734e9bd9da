"""What is answered in the open steps of one run: shown again when one comes back, told as it is."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.look.theme import Theme
from desktop.player.faces.build import build_face
from desktop.player.faces.earlier import EarlierView
from desktop.player.faces.face import Answer, OpenFace
from desktop.player.player import Player
from routines.model import Open, Verb

SOON = 2000
"""Milliseconds after which what is being written is told, however fast somebody writes on."""


class Answering(QObject):
    """Makes the face of each open step. ``given`` tells its stop, its step and the answer, soon
    after it has changed and at the latest when the step is left.
    """

    given = Signal(int, object, object)

    def __init__(self, player: Player, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        self._theme = theme
        self._keeps = False
        self._answers: dict[int, Answer] = {}
        self._stop = -1
        self.face: OpenFace | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.take)
        player.over.connect(self.take)

    def begin(self, answers: Mapping[int, Answer] | None, *, keeps: bool) -> None:
        """A run begins, with ``answers`` from before where it goes on; None keeps those there are.

        ``keeps`` is whether they go into a history.
        """
        self._soon.stop()
        self.face, self._stop, self._keeps = None, -1, keeps
        if answers is not None:
            self._answers = dict(answers)

    def is_at(self, step: object) -> bool:
        """Whether the face is that of ``step``, where the player is now."""
        return self._player.stop == self._stop and isinstance(step, Open)

    def make_face(self, step: object) -> OpenFace | None:
        """The face of the step that the player is at; None if it waits for no answer."""
        self._stop = self._player.stop
        self.face = None
        if isinstance(step, Open):
            self.face = build_face(step, self._theme, keeps=self._keeps)
        if self.face is not None:
            self.face.show_answer(self._answers.get(self._stop))
            if earlier := self.earlier():
                # First put there, then filled: without a parent it would open as a window.
                view = EarlierView(self._theme)
                self.face.column.insertWidget(0, view)
                view.show_earlier(earlier)
            self.face.answered.connect(self._player.done)
            self.face.changed.connect(self._tell_soon)
        return self.face

    def take(self) -> None:
        """Remember the answer as it is now, and tell it if it is another one."""
        self._soon.stop()
        if self.face is None:
            return
        answer = self.face.answer()
        if answer != self._answers.get(self._stop):
            self._answers[self._stop] = answer
            self.given.emit(self._stop, self.face.step, answer)

    def _tell_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def earlier(self) -> tuple[tuple[str, str], ...]:
        """What was written, chosen and ticked at the open steps before this one."""
        playback = self._player.playback
        if playback is None:
            return ()
        found: dict[int, tuple[str, str]] = {}
        for segment in playback.timeline.segments:
            if segment.stop < self._stop and isinstance(segment.step, Open):
                text = answer_text(segment.step, self._answers.get(segment.stop))
                if text:
                    found[segment.stop] = (segment.step.title, text)
        return tuple(found.values())


def answer_text(step: Open, answer: Answer) -> str:
    """An answer in words; empty where there is none."""
    if step.verb is Verb.WRITE and isinstance(answer, str):
        return answer.strip()
    if step.verb is Verb.CHOOSE and isinstance(answer, int):
        return step.choices[answer]
    if step.verb is Verb.CHECK and isinstance(answer, tuple):
        return ", ".join(step.items[each] for each in answer)
    if step.verb is Verb.RATE and isinstance(answer, int):
        return str(answer)
    return ""
