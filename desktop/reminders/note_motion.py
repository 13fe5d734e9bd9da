"""The note's two small motions, painted from a picture of it: it comes up, and it folds away."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

_COMING, _LEAVING = 260, 200
"""Milliseconds."""

_RISE = 10.0
_FOLDED = 0.35
"""Pixels that it rises, and the share of its height to which it folds while it fades."""


class Motion(QObject):
    """Paints the note in motion; while it stands still there is nothing to paint."""

    arrived = Signal()
    left = Signal()

    def __init__(self, note: QWidget) -> None:
        super().__init__(note)
        self._note = note
        self._picture: QPixmap | None = None
        self._leaving = False
        self._share = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._finish)

    def come(self, picture: QPixmap) -> None:
        self._start(picture, leaving=False)

    def leave(self, picture: QPixmap) -> None:
        self._start(picture, leaving=True)

    def stop(self) -> None:
        """Be still at once, without a word."""
        self._animation.stop()
        self._picture = None

    def paint(self, painter: QPainter) -> bool:
        """Paint the note as it is on its way; False when it is not on its way."""
        if self._picture is None:
            return False
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(self._share)
        if self._leaving:
            painter.scale(1.0, _FOLDED + (1 - _FOLDED) * self._share)
        else:
            painter.translate(0.0, _RISE * (1 - self._share))
        painter.drawPixmap(0, 0, self._picture)
        return True

    def _start(self, picture: QPixmap, *, leaving: bool) -> None:
        self.stop()
        self._picture, self._leaving = picture, leaving
        self._share = 1.0 if leaving else 0.0
        self._animation.setStartValue(self._share)
        self._animation.setEndValue(1.0 - self._share)
        self._animation.setDuration(_LEAVING if leaving else _COMING)
        curve = QEasingCurve.Type.InQuad if leaving else QEasingCurve.Type.OutCubic
        self._animation.setEasingCurve(curve)
        self._animation.start()

    def _step(self, share: float) -> None:
        self._share = share
        self._note.update()

    def _finish(self) -> None:
        self._picture = None
        (self.left if self._leaving else self.arrived).emit()
