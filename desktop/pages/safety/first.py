"""What is read once, before the first routine ever."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollBar, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.pages.safety.shown import Help
from desktop.pages.safety.signs import SignsCard
from desktop.words.safety import Urgency, balance, footing_in_short, introduction, sooner

KEY_LINES = (
    KeyLine(QT_TRANSLATE_NOOP("keys", "Enter"), QT_TRANSLATE_NOOP("keys", "read; on to it")),
    KeyLine("Esc", QT_TRANSLATE_NOOP("keys", "the same")),
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "scroll")),
)
_BESIDE = 900  # pixels at 1x
_STEPS = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


class FirstPage(QWidget):
    """The lists, and one button that has the keyboard; ``read`` is that button, or Esc."""

    read = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("safety", "Before your first routine"))
        self._theme = theme
        self._signs = {each: SignsCard(each, theme) for each in Urgency}
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._button = QPushButton(translate("safety", "I have read this"))
        self._button.setProperty("role", "main")
        self._button.clicked.connect(self.read)
        self._build()
        self._add_key(Qt.Key.Key_Escape, self.read.emit)
        for key, step in _STEPS.items():
            self._add_key(key, partial(self._scroll, step))

    def show_help(self, help_: Help) -> None:
        for card in self._signs.values():
            card.show_lines(help_.lines, help_.own)

    def take_keyboard(self) -> None:
        self._area.verticalScrollBar().setValue(0)
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_key(self, key: Qt.Key, wanted: Callable[[], object]) -> None:
        """The button that has the keyboard would take arrows for the way to the next one."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(wanted)

    def _scroll(self, step: QScrollBar.SliderAction) -> None:
        self._area.verticalScrollBar().triggerAction(step)

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, gap(4), gap(4))
        rows.setSpacing(gap(4))
        rows.addWidget(plain_label(translate("safety", "Before your first routine"), "title"))
        rows.addWidget(plain_label(introduction(), "lead"))
        rows.addWidget(plain_label(balance(), "soft"))
        rows.addWidget(self._signs[Urgency.NOW])
        self._halves.setSpacing(gap(4))
        for urgency in (Urgency.SOON, Urgency.SOME_TIME):
            self._halves.addWidget(self._signs[urgency], 1, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(self._halves)
        for text in (sooner(), footing_in_short()):
            rows.addWidget(plain_label(text))
        rows.addStretch(1)
        self._area = scrolling(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), gap(5))
        column.setSpacing(gap(4))
        column.addWidget(self._area, 1)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < self._theme.sizes.scaled(_BESIDE)
        self._halves.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
