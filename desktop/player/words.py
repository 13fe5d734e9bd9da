"""The words beside the stage: what to do now, and what is next."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.player.faces.face import OpenFace
from desktop.player.fitting import BEFORE_NEXT, Pixels, Texts, fit_words
from desktop.player.scene import Face, Scene

_WORDY = (Face.WORDS, Face.WAIT)
_BAR = 16  # pixels that are kept free for a scroll bar, whether it is there or not
_ABOVE = 0.17  # of the height: where the words begin, if there is room for them below
_SCARCE = 300  # pixels at 1x of height; with less, all of it is for the words
_MOST_SHARE = 4  # of the words, times that of the stage
_SHEET = """
QLabel[role="kicker"] {{ font-size: {p.kicker}px; }}
QLabel[role="display"] {{ font-size: {p.title}px; }}
QLabel[role="words"] {{ font-size: {p.words}px; }}
QLabel[role="instruction"] {{ font-size: {p.text}px; }}
QLabel[role="easier"] {{ font-size: {p.easier}px; }}
QLabel[role="label"] {{ font-size: {p.label}px; }}
QLabel[role="next"] {{ font-size: {p.next}px; }}
"""


class WordsView(QScrollArea):
    """Kicker, title, text, the face of an open step, and the next step by name.

    All of it is as large as there is room for; only what does not fit at the smallest scrolls.
    """

    def __init__(self, theme: Theme, below: QWidget | None = None) -> None:
        """``below`` is what stands below the words now and then, and takes of their height."""
        super().__init__()
        self._theme = theme
        self._below = below
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._face: OpenFace | None = None
        self._texts = Texts()
        self._pixels: Pixels | None = None
        self._kicker = plain_label(role="kicker")
        self._title = plain_label(role="display")
        self._words = plain_label(role="words")
        self._text = plain_label(role="instruction")
        self._easier = plain_label(role="easier")
        self._next_label = plain_label(translate("player", "Next"), "label")
        self._next = plain_label(role="next")
        self._lay_out(theme)
        theme.changed.connect(self._fit)

    def _lay_out(self, theme: Theme) -> None:
        self._inner = QWidget()
        self._inner.setProperty("role", "bare")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.sizes.gap(2))
        self._above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.addItem(self._above)
        labels = (self._kicker, self._title, self._words, self._text, self._easier)
        for label in labels:
            self._column.addWidget(label)
        self._face_at = self._column.count()
        self._before_next = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.addItem(self._before_next)
        self._column.addWidget(self._next_label)
        self._column.addWidget(self._next)
        self._column.addStretch(1)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._inner)

    def show_scene(self, scene: Scene, kicker: str | None = None) -> None:
        """Show the words of ``scene``; ``kicker`` is what is seen of its own."""
        texts = texts_of(scene)
        if texts != self._texts:
            self._texts = texts
            self._fit()
        # A disk may say it in its own place; for a screen reader it stays here.
        self._kicker.setAccessibleName(scene.kicker)
        self._kicker.setText(scene.kicker if kicker is None else kicker)
        self._kicker.setVisible(bool(scene.kicker))
        self._show(self._title, texts.title)
        self._show(self._words, texts.words)
        self._show(self._text, scene.text)
        self._show(self._easier, texts.easier)
        self._show(self._next, scene.next)
        self._next_label.setVisible(bool(scene.next))

    def show_face(self, face: OpenFace | None) -> None:
        """Put ``face`` below the words in place of the one before."""
        if self._face is not None:
            self._column.removeWidget(self._face)
            self._face.hide()
            self._face.deleteLater()
        self._face = face
        if face is not None:
            self._column.insertWidget(self._face_at, face)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """Give every label the largest size that there is room for."""
        height = self.height()
        if self._face is not None:
            height -= _height_of(self._face, self.width() - _BAR)
        pixels = fit_words(self._texts, max(1, self.width() - _BAR), height, self._theme)
        # From above, not in the middle: nothing jumps from one step to the next.
        spare = max(0, self._room - self._theme.sizes.scaled(_SCARCE)) // 2
        policy = self._kicker.sizePolicy()
        policy.setRetainSizeWhenHidden(spare > 0)
        self._kicker.setSizePolicy(policy)
        above = max(0, min(round(self._room * _ABOVE), spare, height - pixels.height))
        self._above.changeSize(0, above, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        apart = self._theme.sizes.gap(BEFORE_NEXT) if self._texts.next else 0
        self._before_next.changeSize(0, apart, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.invalidate()
        if pixels != self._pixels:
            self._pixels = pixels
            self._inner.setStyleSheet(_SHEET.format(p=pixels))
            # Room for the longest words of the step: a change of cue moves nothing else.
            self._text.setMinimumHeight(pixels.text_height)

    @property
    def _room(self) -> int:
        """The height of the words with the ring below them, which not each step has."""
        ring = self._below.height() if self._below and not self._below.isHidden() else 0
        return self.height() + ring

    def turn_page(self, forward: int) -> None:
        """Scroll on by a page, or back with -1, where there is more than can be seen."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + forward * bar.pageStep())

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrows are the player's, and would scroll here

    @staticmethod
    def _show(label: QWidget, text: str) -> None:
        if label.property("text") != text:
            label.setProperty("text", text)
        if label.isHidden() == bool(text):
            label.setVisible(bool(text))


def texts_of(scene: Scene) -> Texts:
    """What ``scene`` says, with the longest words of its step."""
    wordy = scene.face in _WORDY
    return Texts(
        kicker=scene.kicker[:1],
        title="" if wordy else scene.title,
        words=scene.title if wordy else "",
        text=max((scene.step.text, *(cue.text for cue in scene.step.cues)), key=len),
        easier=_easier(scene),
        next=scene.next,
    )


def share_of_words(
    texts: Texts,
    room: QSize,
    theme: Theme,
    *,
    stacked: bool,
    below: Callable[[QSize], int] | None = None,
) -> int:
    """How many times the stage's share of ``room`` the words get: more where they need it.

    ``below`` is the height of what stands below them in a room of that size.
    """
    for share in range(1, _MOST_SHARE):
        part = share / (1 + share)
        width = room.width() if stacked else round(room.width() * part)
        height = round(room.height() * part) if stacked else room.height()
        height -= below(QSize(width, height)) if below else 0
        if fit_words(texts, max(1, width - _BAR), height, theme).height <= height:
            return share
    return _MOST_SHARE


def _height_of(face: OpenFace, width: int) -> int:
    """How high ``face`` is in ``width``; what wraps in it makes it higher where that is little."""
    return max(face.sizeHint().height(), face.heightForWidth(max(1, width)))


def _easier(scene: Scene) -> str:
    if not scene.easier:
        return ""
    return translate("player", "Easier: {text}").format(text=scene.easier)
