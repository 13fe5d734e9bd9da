"""The time left as a small ring, and what is next beside it: below the words of a figure."""

import math
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.colors import Colors
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.player.paint.breath import StageFonts
from desktop.player.paint.stage import paint_backdrop, paint_stage
from desktop.player.scene import Scene

_ANY = 16_777_215  # Qt's own "as much as there is"
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
    """Ring, and the next step's name to its right; ``stand`` puts it under the ring."""

    _SHARE = 0.26
    _UPRIGHT_SHARE, _UPRIGHT_WIDE = 0.6, 0.4
    _LEAST, _MOST = 54, 190  # pixels at 1x

    def __init__(self, theme: Theme, fonts: StageFonts) -> None:
        super().__init__()
        self._theme = theme
        self._upright = False
        self._pixels = 0
        self._fits: tuple[object, ...] = ()
        self._ring = RingView(theme, fonts)
        self._label = plain_label(translate("player", "Next"), "label")
        self._next = plain_label(role="next")
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.gap(5))
        row.addStretch(0)
        row.addWidget(self._ring)
        names = QVBoxLayout()
        names.setSpacing(theme.sizes.gap(1))
        names.addStretch(1)
        names.addWidget(self._label)
        names.addWidget(self._next)
        names.addStretch(1)
        row.addLayout(names, 1)
        row.addStretch(0)

    def stand(self, *, upright: bool) -> None:
        """Whether the next step's name is under the ring, not beside it."""
        direction = QBoxLayout.Direction
        self._upright = upright
        self._row.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        # Upright, ring and name keep together in the middle of the height.
        self._row.setStretch(0, int(upright))
        self._row.setStretch(2, int(not upright))
        self._row.setStretch(3, int(upright))

    def show_scene(self, scene: Scene, colors: Colors) -> None:
        self._ring.show_scene(scene, colors)
        self.show_next(scene.next)

    def show_next(self, name: str) -> None:
        if self._next.text() != name:
            self._next.setText(name)

    def fit(self, room: QSize) -> None:
        """Take a share of the room that words and ring have together, or figure and ring."""
        wanted = (room, self._upright, self._next.text(), self._theme.sizes)
        if wanted == self._fits:
            return  # asked in every frame
        self._fits = wanted
        side, pixels, labelled = self._fitted(room)
        self._ring.setFixedSize(side, side)
        self._next.setVisible(bool(pixels and self._next.text()))
        self._label.setVisible(bool(labelled and self._next.text()))
        if pixels and pixels != self._pixels:
            self._pixels = pixels
            self._next.setStyleSheet(f"font-size: {pixels}px;")
        if self._upright:
            self.setMinimumHeight(0)
            self.setMaximumHeight(_ANY)
            self.setFixedWidth(self._wide(room))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY)
            self.setFixedHeight(self.height_in(room))

    def height_in(self, room: QSize) -> int:
        """How high it is beside a stage, where words and ring have ``room``."""
        side, pixels, labelled = self._fitted(room)
        return max(side, self._names_height(room, side, pixels, labelled=labelled))

    def _fitted(self, room: QSize) -> tuple[int, int, bool]:
        """The ring's side, the size of the next step's name, and whether "Next" is above it.

        The largest size at which the names are not higher than the ring, or what is below it; a
        name that has no room under the ring is left out, its size 0.
        """
        sizes, side = self._theme.sizes, self._side(room)
        most = side
        if self._upright:
            most = room.height() - side - self._row.spacing()
        for labelled in (True, False):
            for pixels in (sizes.lead, sizes.body, sizes.small):
                if self._names_height(room, side, pixels, labelled=labelled) <= most:
                    return side, pixels, labelled
        return side, 0 if self._upright else sizes.small, False

    def _side(self, room: QSize) -> int:
        sizes = self._theme.sizes
        share, wide = self._SHARE, room.width() // 2
        if self._upright:
            share, wide = self._UPRIGHT_SHARE, self._wide(room)
        most = min(sizes.scaled(self._MOST), wide)
        return min(most, max(sizes.scaled(self._LEAST), round(room.height() * share)))

    def _wide(self, room: QSize) -> int:
        return round(room.width() * self._UPRIGHT_WIDE)

    def _names_height(self, room: QSize, side: int, pixels: int, *, labelled: bool) -> int:
        if not self._next.text():
            return 0
        sizes = self._theme.sizes
        wide = room.width() - side - self._row.spacing()
        if self._upright:
            wide = self._wide(room)
        font = self._theme.font(pixels, QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        space = QRect(0, 0, max(1, wide), _ANY)
        height = metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, self._next.text()).height()
        if labelled:
            height += QFontMetrics(self._theme.font(sizes.body)).height() + sizes.gap(1)
        return height
