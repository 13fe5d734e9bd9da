"""The widgets that paint the player's moving parts. They show a scene and decide nothing."""

from collections.abc import Hashable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.figures.paint import paint_person
from desktop.figures.shown import ShownFigure
from desktop.figures.tones import tones_of
from desktop.look.colors import Colors
from desktop.look.theme import Theme
from desktop.player.paint.breath_words import StageFonts
from desktop.player.paint.figure import FigureGround, Pace
from desktop.player.paint.pace import ScenePace
from desktop.player.paint.stage import (
    backdrop_of,
    has_phase,
    paint_backdrop,
    paint_stage,
    stage_radius,
)
from desktop.player.paint.strip import paint_strip, part_rects
from desktop.player.scene import Scene, StripPart

_NUMBER_SIZE = 104
_WORD_SIZE = 30
_COUNT_SIZE = 22


_LEAST_SPOKEN = 75
"""The stage's fonts at 1x, and the radius at 1x below which its words would be too small to read.
The number is large in any case; it grows with the stage alone."""


def stage_fonts(theme: Theme) -> StageFonts:
    return StageFonts(
        theme.font(_NUMBER_SIZE, QFont.Weight.DemiBold),
        theme.font(theme.sizes.scaled(_WORD_SIZE), QFont.Weight.DemiBold),
        theme.font(theme.sizes.scaled(_COUNT_SIZE)),
    )


class StageView(QWidget):
    """The figure, the breath, the body map or the ring, whichever the scene has.

    Where the theme wants stillness, the breath is a number and a bar.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scene: Scene | None = None
        self._colors = theme.colors
        self._backdrop_for: tuple[Hashable, ...] | None = None
        self._backdrop_map = QPixmap()
        self._fonts = stage_fonts(theme)
        self._ground = FigureGround()
        self._pace, self._scene_pace = Pace(), ScenePace()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._renew)

    def show_scene(self, scene: Scene, colors: Colors) -> None:
        if self._is_seen(scene, colors):
            self._scene, self._colors = scene, colors
            self.update()

    @property
    def calm(self) -> bool:
        """Whether half of the screen's frames are enough for what is shown."""
        return self._pace.calm or self._scene_pace.calm

    def says_breath(self, scene: Scene) -> bool:
        """Whether phase and count of a breath can be read here."""
        least = self._theme.sizes.scaled(_LEAST_SPOKEN)
        return has_phase(scene) and stage_radius(QRectF(self.rect())) >= least

    def _renew(self) -> None:
        self._fonts = stage_fonts(self._theme)
        self.update()

    def _is_seen(self, scene: Scene, colors: Colors) -> bool:
        """Whether ``scene`` looks different from what is there."""
        area, ratio = QRectF(self.rect()), self.devicePixelRatio()
        if scene.shown is None:
            self._pace.begin_anew()
        if scene.shown is not None or colors is not self._colors:
            self._scene_pace.begin_anew()
        if scene.leaving is not None or colors is not self._colors:
            self._pace.begin_anew()
            return True
        if scene.shown is None:
            return self._scene_pace.is_due(scene, area, ratio)
        return self._pace.is_due(scene.shown, area, ratio)

    def sizeHint(self) -> QSize:
        return QSize(440, 440)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._scene.shown if self._scene else None
        if self._scene is None or shown is not None:
            if self._scene is not None and shown is not None:
                self._paint_figures(painter, self._scene, shown)
            else:
                painter.fillRect(self.rect(), QColor(self._colors.paper))
        else:
            area, still = QRectF(self.rect()), not self._theme.motion.moves
            painter.drawPixmap(0, 0, self._backdrop(self._scene, still=still))
            spoken = self.says_breath(self._scene)
            paint_stage(
                painter, area, self._scene, self._colors, self._fonts, still=still, spoken=spoken
            )
        painter.end()

    def _paint_figures(self, painter: QPainter, scene: Scene, shown: ShownFigure) -> None:
        """The figure; over the one that it takes the place of, as long as that can be seen."""
        if scene.leaving is None:
            self._paint_figure(painter, shown)
            return
        self._paint_figure(painter, scene.leaving.shown)
        ratio = self.devicePixelRatio()
        # Its parts cover one another, so it is the finished picture that comes, not they.
        coming = QPixmap(self.size() * ratio)
        coming.setDevicePixelRatio(ratio)
        coming.fill(QColor(self._colors.paper))
        over = QPainter(coming)
        self._paint_figure(over, shown)
        over.end()
        painter.setOpacity(scene.leaving.share)
        painter.drawPixmap(0, 0, coming)

    def _paint_figure(self, painter: QPainter, shown: ShownFigure) -> None:
        ground = self._ground.under(shown, self.size(), self.devicePixelRatio(), self._colors)
        painter.drawPixmap(0, 0, ground)
        tones = tones_of(self._colors)
        paint_person(painter, QRectF(self.rect()), shown.pose, shown.room, tones)

    def _backdrop(self, scene: Scene, *, still: bool) -> QPixmap:
        """What stands still, painted once for each size and colours."""
        ratio = self.devicePixelRatio()
        kind = backdrop_of(scene, still=still)
        wanted = (self.size(), ratio, self._colors, kind)
        if self._backdrop_for != wanted:
            self._backdrop_for = wanted
            self._backdrop_map = QPixmap(self.size() * ratio)
            self._backdrop_map.setDevicePixelRatio(ratio)
            painter = QPainter(self._backdrop_map)
            paint_backdrop(painter, QRectF(self.rect()), scene, self._colors, still=still)
            painter.end()
        return self._backdrop_map


class StripView(QWidget):
    """The progress strip; a click on a part goes there."""

    part_chosen = Signal(int)
    _HEIGHT = 8

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._colors = theme.colors
        self._strip: tuple[StripPart, ...] = ()
        self._rects: list[QRectF] = []
        self._at = (0, 0.0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(self._HEIGHT * 3)  # easier to hit than it is to see
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_strip(self, strip: tuple[StripPart, ...]) -> None:
        self._strip = strip
        self._lay_out()
        self.update()

    def show_place(self, here: int, share: float, colors: Colors) -> None:
        if (here, share) != self._at or colors is not self._colors:
            self._at, self._colors = (here, share), colors
            self.update()

    def _lay_out(self) -> None:
        self._rects = part_rects(self._strip, self.width(), self._HEIGHT)

    def part_at(self, x: float) -> int | None:
        """The number of the part at ``x``, or of the one before the gap there."""
        found = [index for index, rect in enumerate(self._rects) if rect.x() <= x]
        return found[-1] if found else None

    def sizeHint(self) -> QSize:
        return QSize(600, self._HEIGHT * 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position().x())
        if part is not None and event.button() is Qt.MouseButton.LeftButton:
            self.part_chosen.emit(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colors.paper))
        painter.translate(0, self._HEIGHT)
        paint_strip(painter, self._strip, self._rects, *self._at, self._colors)
        painter.end()
