"""The middle of the player: the stage, the words beside it or below, and the ring of a figure."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.colors import Colors
from desktop.look.theme import Theme
from desktop.player.ring_row import RingRow
from desktop.player.scene import Scene
from desktop.player.stage import StageView, stage_fonts
from desktop.player.words import WordsView, share_of_words, texts_of
from routines.model import Open

_WORDS_ALONE = 780  # pixels at 1x; how wide a question without a ring gets
_Way = QBoxLayout.Direction


class Middle(QWidget):
    """Shares its room out between stage and words, and says where the ring is.

    A figure has the stage to itself: the ring is below the words then, or, where these are below
    the stage, beside the figure.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        gap = theme.sizes.gap
        self._theme = theme
        self.stage = StageView(theme)
        self._ring = RingRow(theme, stage_fonts(theme))
        self._ring.hide()
        self.words = WordsView(theme, self._ring)
        self._band = QHBoxLayout()
        self._band.setSpacing(gap(5))
        self._band.addWidget(self.stage, 1)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(gap(3))
        self._beside.addWidget(self.words, 5)
        self._beside.addWidget(self._ring)
        self._beside.addStretch(0)
        self._halves = QBoxLayout(_Way.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.addLayout(self._band, 1)
        self._halves.addLayout(self._beside, 1)

    def lie(self, *, stacked: bool, gap: int) -> None:
        """Put the words below the stage or beside it, ``gap`` pixels apart."""
        self._halves.setDirection(_Way.TopToBottom if stacked else _Way.LeftToRight)
        self._halves.setSpacing(gap)
        here = self._band if stacked else self._beside
        if here.indexOf(self._ring) < 0:
            self._band.removeWidget(self._ring)
            self._beside.removeWidget(self._ring)
            here.insertWidget(1, self._ring)
        self._ring.stand(upright=stacked)

    def show_scene(self, scene: Scene, colors: Colors) -> None:
        self.stage.show_scene(scene, colors)
        ringed = _is_ringed(scene)
        kicker = scene.aside if self.stage.says_breath(scene) else None
        self.words.show_scene(replace(scene, next="") if ringed else scene, kicker)
        if ringed:
            self._ring.show_next(scene.next)
            self._ring.fit((self._band if self._stacked else self._beside).geometry().size())
            self._ring.show_scene(scene, colors)
        if self._ring.isHidden() == ringed:
            self._ring.setVisible(ringed)
        # Up from the buttons, to where the words end.
        self._beside.setStretch(2, int(ringed and not self._stacked))

    def arrange(self, scene: Scene) -> None:
        """Give the stage half of the room, or less where the words are many; a question gets most
        of it, or all, in the middle.
        """
        open_step = isinstance(scene.step, Open)
        alone = open_step and scene.ring is None and scene.shown is None
        self.stage.setVisible(not alone)
        self._halves.setStretch(0, 0 if alone else 2 if open_step else 1)
        self._halves.setStretch(1, 5 if open_step else self._words_share(scene))
        room = self.width() - self._theme.sizes.scaled(_WORDS_ALONE)
        side = max(0, room // 2) if alone else 0
        self._halves.setContentsMargins(side, 0, side, 0)
        self._halves.activate()  # how large ring and disk can be follows from the room they have

    @property
    def _stacked(self) -> bool:
        return self._halves.direction() is _Way.TopToBottom

    def _words_share(self, scene: Scene) -> int:
        gap = self._halves.spacing()
        room = self.size() - (QSize(0, gap) if self._stacked else QSize(gap, 0))
        texts = texts_of(scene)
        below: Callable[[QSize], int] | None = None
        if _is_ringed(scene):
            texts = replace(texts, next="")
            self._ring.show_next(scene.next)
            between = self._beside.spacing()
            if not self._stacked:
                below = lambda part: self._ring.height_in(part) + between  # noqa: E731 - one line
        return share_of_words(texts, room, self._theme, stacked=self._stacked, below=below)


def _is_ringed(scene: Scene) -> bool:
    """Whether a figure has the stage, so that the ring and what is next stand apart."""
    return scene.shown is not None and scene.ring is not None
