"""The words beside the stage: what to do now, and what is next."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.colors import Colors
from desktop.look.labels import plain_label
from desktop.look.scroll import ScrollArea
from desktop.look.theme import Theme
from desktop.player.faces.face import OpenFace
from desktop.player.fade import Fade
from desktop.player.fitting import BEFORE_NEXT, Pixels, Texts, fit_words
from desktop.player.rooms import BAR
from desktop.player.scene import Face, Scene

_WORDY = (Face.WORDS, Face.WAIT)
_ABOVE = 0.17  # of the height: where the words begin, if there is room for them below
_SCARCE = 300  # pixels at 1x of height; with less, all of it is for the words
_SHEET = """
QLabel[role="kicker"] {{ font-size: {p.kicker}px; }}
QLabel[role="display"] {{ font-size: {p.title}px; }}
QLabel[role="words"] {{ font-size: {p.words}px; }}
QLabel[role="instruction"] {{ font-size: {p.text}px; }}
QLabel[role="easier"] {{ font-size: {p.easier}px; }}
QLabel[role="label"] {{ font-size: {p.label}px; }}
QLabel[role="next"] {{ font-size: {p.next}px; }}
"""


class WordsView(ScrollArea):
    """Kicker, title, text, the face of an open step, and the next step by name.

    All of it is as large as there is room for; only what does not fit at the smallest scrolls.
    What is next is cut short where there is just one line for it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(by_keys=False)  # arrows are the player's
        self._theme = theme
        self._room = 0
        self._fade = Fade(self)
        self._face: OpenFace | None = None
        self._texts = Texts()
        self._pixels: Pixels | None = None
        self._kicker = plain_label(role="kicker")
        self._title = plain_label(role="display")
        self._words = plain_label(role="words")
        self._text = plain_label(role="instruction")
        self._easier = plain_label(role="easier")
        self._next_label = plain_label(translate("player", "Next"), "label")
        self._next = plain_label(role="next", wrap=False)
        self._next.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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

    def wear(self, colors: Colors) -> None:
        """The colours of the page behind."""
        self._fade.wear(colors.paper)

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
            height -= _height_of(self._face, self.width() - BAR)
        pixels = fit_words(self._texts, max(1, self.width() - BAR), height, self._theme)
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
        self._show_next(self._texts.next, height - pixels.height - above)

    def count_on(self, room: int) -> None:
        """Begin as far down as if the words had so much height, whatever is below them now."""
        if room != self._room:
            self._room = room
            self._fit()

    @property
    def title_pixels(self) -> int:
        """The size of the largest words."""
        if self._pixels is None:
            return 0
        return self._pixels.title if self._texts.title else self._pixels.words

    def turn_page(self, forward: int) -> None:
        """Scroll on by a page, or back with -1, where there is more than can be seen."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + forward * bar.pageStep())

    def _show_next(self, name: str, spare: int) -> None:
        """Whole in more lines, if ``spare`` pixels of the height are enough for that, else cut."""
        pixels = self._pixels.next if self._pixels else 1
        metrics = QFontMetrics(self._theme.font(pixels, QFont.Weight.DemiBold))
        wide = max(1, self.width() - BAR)
        end = Qt.TextElideMode.ElideRight
        space = metrics.boundingRect(QRect(0, 0, wide, 10_000), Qt.TextFlag.TextWordWrap, name)
        whole = space.width() <= wide and space.height() - metrics.height() <= spare
        text = name if whole else metrics.elidedText(name, end, wide)
        self._next.setWordWrap(whole)
        self._show(self._next, text)
        self._next.setAccessibleName(name)
        self._next.setToolTip(name if text != name else "")
        self._next_label.setVisible(bool(name))

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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


def _height_of(face: OpenFace, width: int) -> int:
    """How high ``face`` is in ``width``; what wraps in it makes it higher where that is little."""
    return max(face.sizeHint().height(), face.heightForWidth(max(1, width)))


def _easier(scene: Scene) -> str:
    if not scene.easier:
        return ""
    return translate("player", "Easier: {text}").format(text=scene.easier)
