"""The time left as a small ring, and what is next beside it: below the words of a figure."""

import math
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.colors import Colors
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.player.paint.breath import StageFonts
from desktop.player.paint.stage import paint_backdrop, paint_stage
from desktop.player.scene import Scene

_STEPS = 2  # a pixel of its round; less than half of one is not seen to go by


class RingView(QWidget):
    """The ring with its number: how far the movement is, the figure shows."""

    def __init__(self, theme: Theme, fonts: StageFonts) -> None:
        super().__init__()
        self._fonts = fonts
        self._colors = theme.colors
        self._scene: Scene | None = None
        self._shows: Hashable = None
        self._track_for: Hashable = None
        self._track = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_scene(self, scene: Scene, colors: Colors) -> None:
        around = self.width() * math.pi * self.devicePixelRatio()
        steps = round((scene.ring or 0.0) * around * _STEPS)
        shows = (steps, scene.ring_text, scene.kind, scene.returning, colors)
        if shows != self._shows:
            self._shows, self._colors = shows, colors
            self._scene = replace(scene, shown=None, breath=None, extent=None, phase_word="")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._scene is None:
            painter.fillRect(area, QColor(self._colors.paper))
        else:
            painter.drawPixmap(0, 0, self._backdrop(self._scene))
            paint_stage(painter, area, self._scene, self._colors, self._fonts)
        painter.end()

    def _backdrop(self, scene: Scene) -> QPixmap:
        """The track, painted once for each size and colours."""
        ratio = self.devicePixelRatio()
        wanted = (self.size().toTuple(), ratio, self._colors)
        if self._track_for != wanted:
            self._track_for = wanted
            self._track = QPixmap(self.size() * ratio)
            self._track.setDevicePixelRatio(ratio)
            painter = QPainter(self._track)
            paint_backdrop(painter, QRectF(self.rect()), scene, self._colors)
            painter.end()
        return self._track


class RingRow(QWidget):
    """Ring, and the next step's name to its right."""

    _SHARE = 0.26
    _LEAST, _MOST = 72, 190  # pixels at 1x

    def __init__(self, theme: Theme, fonts: StageFonts) -> None:
        super().__init__()
        self._theme = theme
        self._ring = RingView(theme, fonts)
        self._label = plain_label(translate("player", "Next"), "label")
        self._next = plain_label(role="next")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.gap(5))
        row.addWidget(self._ring)
        names = QVBoxLayout()
        names.setSpacing(theme.sizes.gap(1))
        names.addStretch(1)
        names.addWidget(self._label)
        names.addWidget(self._next)
        names.addStretch(1)
        row.addLayout(names, 1)

    def show_scene(self, scene: Scene, colors: Colors) -> None:
        self._ring.show_scene(scene, colors)
        if self._next.text() != scene.next:
            self._next.setText(scene.next)
            self._label.setVisible(bool(scene.next))

    def fit(self, room: QSize) -> None:
        """Take a share of the room that words and ring have together."""
        sizes = self._theme.sizes
        most = min(sizes.scaled(self._MOST), room.width() // 2)
        side = max(sizes.scaled(self._LEAST), min(most, round(room.height() * self._SHARE)))
        if self._ring.width() != side:
            self._ring.setFixedSize(side, side)
            self.setFixedHeight(side)
