"""The small figure on the note: a few slow rounds when the note has come, then it rests.

It is loaded with the first note that has a figure, and all that draws figures with it.
"""

from PySide6.QtCore import QObject, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QWidget

from desktop.figures.paint import paint_figure
from desktop.figures.rounds import rounds_of
from desktop.figures.tones import note_tones_of
from desktop.look.colors import Colors
from routines.figures.model import Figure
from routines.figures.motion import pose_at
from routines.figures.ways import room_of

FRAME = 1 / 30
"""Seconds between two pictures of it, at least: it is small, and nobody looks for long."""


class NoteFigure(QObject):
    """One figure on one note. At rest it costs nothing: no timer runs."""

    def __init__(self, figure: Figure, note: QWidget) -> None:
        super().__init__(note)
        self._note = note
        self._figure = figure
        self._rounds = rounds_of(figure)
        self._room = room_of(figure)
        self._area: QRectF | None = None
        self._crooked = QTransform()
        self._at = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(self._rounds.seconds)
        self._animation.setDuration(round(self._rounds.seconds * 1000))
        self._animation.valueChanged.connect(self._go_to)

    @property
    def moves(self) -> bool:
        return self._animation.state() is QVariantAnimation.State.Running

    def lie(self, area: QRectF | None, crooked: QTransform) -> None:
        """Stand on the lower edge of ``area``; without one the words need all the room."""
        self._area, self._crooked = area, crooked
        if area is None:
            self.stay()

    def begin(self) -> None:
        """Move, once: who reads is left in peace after that."""
        if self._area is not None and not self.moves:
            self._animation.start()

    def stay(self) -> None:
        """Move no more."""
        self._animation.stop()

    def paint(self, painter: QPainter, colors: Colors) -> None:
        if self._area is not None:
            painter.setTransform(self._crooked)
            pose = pose_at(self._figure, self._rounds, self._at)
            paint_figure(painter, self._area, pose, self._room, note_tones_of(colors))

    def _go_to(self, seconds: float) -> None:
        if self._area is None:
            return
        if abs(seconds - self._at) >= FRAME or seconds == self._rounds.seconds:
            self._at = seconds
            self._note.update(self._crooked.mapRect(self._area).toAlignedRect())
