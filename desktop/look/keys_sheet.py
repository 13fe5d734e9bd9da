"""The sheet that lists keys, shown with ``?``."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What a key is called and what it does; both are yet to be translated, as ``keys``."""

    key: str
    does: str


_WIDE = 620  # pixels at 1x
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
        self._wide = theme.sizes.scaled(_WIDE)
        close = QPushButton(translate("keys", "Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.put_away)
        self._lines = _grid(lines, theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._lines)
        area.setStyleSheet("QScrollArea { background: transparent; }")  # the sheet's own shows
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
            width = min(self._wide, parent.width())
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


def _grid(lines: tuple[KeyLine, ...], theme: Theme) -> QWidget:
    inner = QWidget()
    grid = QGridLayout(inner)
    gap = theme.sizes.gap
    grid.setContentsMargins(gap(2), gap(2), gap(2), gap(2))
    grid.setHorizontalSpacing(gap(6))
    grid.setVerticalSpacing(gap(3))
    for row, line in enumerate(lines):
        key = plain_label(translate("keys", line.key), "next", wrap=False)
        grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(translate("keys", line.does), "lead"), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(lines), 1)
    return inner
