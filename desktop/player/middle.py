"""The middle of the player: the stage, the words beside it or below, and the ring of a figure."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from desktop.look.colors import Colors
from desktop.look.theme import Theme
from desktop.player.fitting import Texts
from desktop.player.ring_row import RingRow
from desktop.player.rooms import Wanted, share_out
from desktop.player.scene import Scene
from desktop.player.stage import StageView, stage_fonts
from desktop.player.words import WordsView, texts_of
from routines.model import Open


class Middle(QWidget):
    """Shares its room out between stage and words, and says where the ring is.

    A figure has the stage to itself: the ring is below the words then, or, where these need
    their room, beside or under the figure.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stacked = False
        self._gap = 0
        self._named = False
        self._wanted = Wanted(Texts())
        self.stage = StageView(theme)
        self.words = WordsView(theme)
        self._ring = RingRow(theme, stage_fonts(theme))
        self._ring.hide()
        for part in (self.stage, self.words, self._ring):
            part.setParent(self)

    def lie(self, *, stacked: bool, gap: int) -> None:
        """Put the words below the stage or beside it, ``gap`` pixels apart."""
        self._stacked, self._gap = stacked, gap
        self._place()

    def show_scene(self, scene: Scene, colors: Colors) -> None:
        ringed = _is_ringed(scene)
        if ringed != self._wanted.ringed:
            self.arrange(scene)
        self.stage.show_scene(scene, colors)
        kicker = scene.aside if self.stage.says_breath(scene) else None
        self.words.wear(colors)
        self.words.show_scene(replace(scene, next="") if self._named else scene, kicker)
        if ringed:
            self._ring.show_scene(scene, colors)

    def arrange(self, scene: Scene) -> None:
        """Give the stage as much of the room as the words can spare; a question gets most of it,
        or all, in the middle.
        """
        asks = isinstance(scene.step, Open)
        self._wanted = Wanted(
            texts=texts_of(scene),
            ringed=_is_ringed(scene),
            asks=asks,
            alone=asks and scene.ring is None and scene.shown is None,
        )
        self._place()

    def _place(self) -> None:
        wanted = self._wanted
        rooms = share_out(wanted, self.size(), self._gap, self._theme, stacked=self._stacked)
        self.stage.setVisible(not wanted.alone)
        self._ring.setVisible(wanted.ringed)
        if not wanted.alone:
            self.stage.setGeometry(self._turned(rooms.stage))
        self._named = rooms.named
        # The title stands where it would without a ring below it.
        self.words.count_on(self.height() if rooms.named else rooms.words.height())
        self.words.setGeometry(self._turned(rooms.words))
        if wanted.ringed:
            self._ring.setGeometry(self._turned(rooms.ring))
            self._ring.show_next(wanted.texts.next if rooms.named else "", self.words.title_pixels)

    def _turned(self, place: QRect) -> QRect:
        """The other way round for those who read from the right."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


def _is_ringed(scene: Scene) -> bool:
    """Whether a figure has the stage, so that the ring and what is next stand apart."""
    return scene.shown is not None and scene.ring is not None
