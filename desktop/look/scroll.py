"""The area that a long page scrolls in, set up in one place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.look.theme import Theme

_LITTLE = 520  # pixels of height at 1x; with less what stays would leave too little to the rest
_MOVES: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def has_little_height(page: QWidget, theme: Theme) -> bool:
    """Whether everything on ``page`` has to scroll for want of room."""
    return page.height() < theme.sizes.scaled(_LITTLE)


def scrolling(inner: QWidget, *, name: str = "", by_keys: bool = True) -> QScrollArea:
    """``inner`` in an area that scrolls up and down only: what is too wide has to wrap.

    Qt brings what gets the keyboard by Tab into sight by itself, and scrolls by the keys that this
    does not want. The area is no stop of its own on the way by Tab, so something in it has to be
    one; else give it a ``name``, and it is one. Where it does not scroll ``by_keys``, they are left
    to others.
    """
    inner.setProperty("role", "bare")
    area = ScrollArea(name=name, by_keys=by_keys)
    area.setWidget(inner)
    return area


class ScrollArea(QScrollArea):
    """As `scrolling` says, for what is an area itself. It leaves keys to others where it has no use
    for them; Qt's own would swallow them.
    """

    def __init__(self, *, name: str = "", by_keys: bool = True) -> None:
        super().__init__()
        self._by_keys = by_keys
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setProperty("role", "stop" if name else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._by_keys and self.verticalScrollBar().maximum():
            super().keyPressEvent(event)
        else:
            event.ignore()


def scroll_by_key(page: QWidget, key: int) -> bool:
    """Scroll what of ``page`` scrolls farthest, wherever the keyboard is: by a page, or to an end.
    Whether the key was one for that, and there was something to scroll.
    """
    move = _MOVES.get(key)
    areas = [each for each in page.findChildren(QAbstractScrollArea) if each.isVisible()]
    bars = [each.verticalScrollBar() for each in areas]
    bar = max(bars, key=lambda each: each.maximum(), default=None)
    if move is None or bar is None or not bar.maximum():
        return False
    bar.triggerAction(move)
    return True


class HeadedArea(QWidget):
    """What scrolls, below a head that stays; where there is little height the head scrolls too."""

    head_scrolls = Signal(bool)
    """It does from now on, or stays from now on."""

    def __init__(self, head: QWidget, body: QWidget, theme: Theme, *, beside: float = 4) -> None:
        """``beside`` is the room for the scroll bar, and below the end, in quarters of a gap."""
        super().__init__()
        gap = theme.sizes.gap
        self._theme = theme
        self._head = head
        self._is_low = False
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, gap(beside), gap(beside))
        self._inner.setSpacing(gap(4))
        self._inner.addWidget(body, 1)
        self.area = scrolling(inner)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(0, 0, gap(beside), 0)  # ends where the body does
        self._top.addWidget(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(4))
        column.addLayout(self._top)
        column.addWidget(self.area, 1)
        theme.changed.connect(self._place_head)

    def _place_head(self) -> None:
        # By the page: what comes and goes beside this on it would let the head jump.
        page = self.parentWidget()
        is_low = page is not None and has_little_height(page, self._theme)
        if is_low == self._is_low:
            return
        self._is_low = is_low
        focus: QWidget | None = self._head.window().focusWidget()
        if is_low:
            self._inner.insertWidget(0, self._head)
        else:
            self._top.addWidget(self._head)
        self._head.show()  # at once: it was hidden on its way from the one parent to the other
        if focus is not None and self._head.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(focus)
        self.head_scrolls.emit(is_low)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()
