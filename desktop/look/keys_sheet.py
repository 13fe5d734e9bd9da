"""The sheet that lists keys, shown with ``?``."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What a key is called and what it does; both are yet to be translated, as ``keys``."""

    key: str
    does: str


_WIDE = 620  # pixels at 1x
_NARROW = 400  # pixels at 1x; with less, what a key does stands below it
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
_SCROLLING: dict[int, QScrollBar.SliderAction] = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
}


class KeysSheet(QFrame):
    """A quiet sheet over a page; any key or a click puts it away. Where it is too high, arrows
    scroll it.

    It takes the keyboard while it is there; ``closed`` says that somebody else may have it.
    """

    closed = Signal()

    def __init__(self, lines: tuple[KeyLine, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "sheet")
        self.setAccessibleName(translate("keys", "Keys"))
        self._theme = theme
        close = QPushButton(translate("keys", "Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.put_away)
        self._lines = _Lines(lines, theme)
        area = scrolling(self._lines, by_keys=False)
        # The sheet's own shows.
        area.setStyleSheet('QScrollArea, QWidget[role="bare"] { background: transparent; }')
        for each in (area.viewport(), self._lines):
            each.setAutoFillBackground(False)
        self._bar = area.verticalScrollBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.sizes.gap(6)] * 4)
        column.setSpacing(theme.sizes.gap(3))
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._close = close
        self.hide()
        theme.changed.connect(self.place)

    def open(self) -> None:
        self.show()
        self.place()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def place(self) -> None:
        """In the middle of the window behind it, and never larger than that."""
        parent = self.parentWidget()
        if parent is not None:
            sizes = self._theme.sizes
            width = min(sizes.scaled(_WIDE), parent.width())
            self._lines.lie(narrow=width < sizes.scaled(_NARROW))
            height = min(self._whole_height(width), parent.height())
            size = QSize(width, height)
            self.resize(size)
            self.move((parent.width() - size.width()) // 2, (parent.height() - size.height()) // 2)
            self.raise_()

    def _whole_height(self, width: int) -> int:
        """The height at which nothing has to scroll."""
        layout, frame = self.layout(), 2 * self.frameWidth()
        assert layout is not None
        around = layout.contentsMargins()
        inner = width - around.left() - around.right() - frame
        lines = self._lines.heightForWidth(inner)
        close = layout.spacing() + self._close.sizeHint().height()
        return lines + close + around.top() + around.bottom() + frame

    # Qt's own names

    def event(self, event: QEvent) -> bool:
        """Plain keys are not shortcuts while it is there: they put it away."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if held == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._bar.maximum() and event.key() in _SCROLLING:
            self._bar.triggerAction(_SCROLLING[event.key()])
        elif event.key() not in _MODIFIERS:
            self.put_away()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.put_away()


class _Lines(QWidget):
    """The keys, and what each does beside it or below."""

    def __init__(self, lines: tuple[KeyLine, ...], theme: Theme) -> None:
        super().__init__()
        gap = theme.sizes.gap
        self._narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(gap(2), gap(2), gap(2), gap(2))
        self._grid.setHorizontalSpacing(gap(6))
        self._grid.setVerticalSpacing(gap(3))
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(2 * len(lines), 1)
        self._labels = [
            (
                plain_label(translate("keys", line.key), "next", wrap=False),
                plain_label(translate("keys", line.does), "lead"),
            )
            for line in lines
        ]
        self.lie(narrow=False)  # what is added to something shown already has no height at first

    def lie(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for row, (key, does) in enumerate(self._labels):
            self._grid.removeWidget(key)
            self._grid.removeWidget(does)
            if narrow:
                self._grid.addWidget(key, 2 * row, 0, 1, 2)
                self._grid.addWidget(does, 2 * row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(does, row, 1)
