"""The time left as a small ring, and what is next beside it where there is room for a name."""

import math
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.colors import Colors
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.player.paint.breath_words import StageFonts
from desktop.player.paint.stage import paint_backdrop, paint_stage
from desktop.player.scene import Scene

_ANY = 1_000_000
_OF_TITLE = 0.8  # what comes is never as large as what is now
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
    """As large a ring as there is height, and the next step's name to its right."""

    def __init__(self, theme: Theme, fonts: StageFonts) -> None:
        super().__init__()
        self._theme = theme
        self._name, self._most = "", _ANY
        self._pixels = 0
        self._ring = RingView(theme, fonts)
        self._label = plain_label(translate("player", "Next"), "label")
        self._next = plain_label(role="next")
        # Cut short rather than asking for more than there is.
        self._next.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.gap(5))
        row.addWidget(self._ring)
        names = self._names = QVBoxLayout()
        names.setSpacing(theme.sizes.gap(1))
        names.addStretch(1)
        names.addWidget(self._label)
        names.addWidget(self._next)
        names.addStretch(1)
        row.addLayout(names, 1)
        theme.changed.connect(self._fit)

    def show_scene(self, scene: Scene, colors: Colors) -> None:
        self._ring.show_scene(scene, colors)

    def show_next(self, name: str, title_pixels: int) -> None:
        """Show what is next, in smaller letters than those of the title; an empty name is none."""
        if (name, title_pixels) != (self._name, self._most):
            self._name, self._most = name, title_pixels
            self._fit()

    def _fit(self) -> None:
        """The largest size at which the name goes into the height of the ring; cut if none does."""
        side = min(self.height(), self.width())
        self._ring.setFixedSize(side, side)
        pixels, labelled, whole = self._fitted(side)
        text = self._name
        if not whole:
            metrics = QFontMetrics(self._font(pixels))
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._wide(side))
        self._next.setWordWrap(whole)
        self._next.setText(text)
        self._next.setAccessibleName(self._name)
        self._next.setToolTip("" if whole else self._name)
        self._next.setVisible(bool(self._name))
        self._label.setVisible(bool(labelled and self._name))
        if pixels != self._pixels:
            self._pixels = pixels
            self._next.setStyleSheet(f"font-size: {pixels}px;")

    def _fitted(self, side: int) -> tuple[int, bool, bool]:
        """The size of the name, whether "Next" is above it, and whether all of it is to be seen."""
        sizes = self._theme.sizes
        most = max(1, round(self._most * _OF_TITLE))
        for pixels in (sizes.lead, sizes.body, sizes.small):
            if pixels <= most and self._names_height(side, pixels) <= side:
                return pixels, True, True
        least = min(most, sizes.small)
        for labelled, wraps in ((True, False), (False, True)):
            if self._names_height(side, least, labelled=labelled, wraps=wraps) <= side:
                return least, labelled, wraps
        return least, False, False

    def _wide(self, side: int) -> int:
        return max(1, self.width() - side - self._row.spacing())

    def _font(self, pixels: int) -> QFont:
        return self._theme.font(pixels, QFont.Weight.DemiBold)

    def _names_height(
        self, side: int, pixels: int, *, labelled: bool = True, wraps: bool = True
    ) -> int:
        metrics, wide = QFontMetrics(self._font(pixels)), self._wide(side)
        height = metrics.height()
        if wraps:
            if any(metrics.horizontalAdvance(word) > wide for word in self._name.split()):
                return _ANY
            space = QRect(0, 0, wide, _ANY)
            flags = Qt.TextFlag.TextWordWrap
            height = metrics.boundingRect(space, flags, self._name).height()
        if labelled:
            label = self._theme.font(self._theme.sizes.body)
            height += QFontMetrics(label).height() + self._names.spacing()
        return height

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
