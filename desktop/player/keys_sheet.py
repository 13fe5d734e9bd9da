"""The sheet that lists the player's keys, shown with ``?``."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What a key is called and what it does."""

    key: str
    does: str


KEY_LINES = (
    KeyLine(QT_TRANSLATE_NOOP("keys", "Space"), QT_TRANSLATE_NOOP("keys", "pause, and go on")),
    KeyLine("→", QT_TRANSLATE_NOOP("keys", "next step, or the other side")),
    KeyLine("←", QT_TRANSLATE_NOOP("keys", "back to the start of the step; again, one back")),
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "10 seconds forward, back")),
    KeyLine(
        QT_TRANSLATE_NOOP("keys", "Enter"),
        QT_TRANSLATE_NOOP("keys", "done with this; in a text, Ctrl+Enter"),
    ),
    KeyLine("0 – 9", QT_TRANSLATE_NOOP("keys", "rate, choose or tick; 1 and then 0 is ten")),
    KeyLine("F", QT_TRANSLATE_NOOP("keys", "full screen")),
    KeyLine("Esc", QT_TRANSLATE_NOOP("keys", "end here; what you did counts")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)


_WIDE = 620  # pixels at 1x


class KeysSheet(QFrame):
    """A quiet sheet over the player; any key or a click puts it away.

    It takes the keyboard while it is there; ``closed`` says that somebody else may have it.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "sheet")
        self.setAccessibleName(translate("keys", "Keys"))
        grid = QGridLayout(self)
        grid.setContentsMargins(*[theme.sizes.gap(8)] * 4)
        grid.setHorizontalSpacing(theme.sizes.gap(6))
        grid.setVerticalSpacing(theme.sizes.gap(3))
        for row, line in enumerate(KEY_LINES):
            key = plain_label(translate("keys", line.key), "next", wrap=False)
            grid.addWidget(key, row, 0)
            grid.addWidget(plain_label(translate("keys", line.does), "lead"), row, 1)
        grid.setColumnStretch(1, 1)
        self._wide = theme.sizes.scaled(_WIDE)
        close = QPushButton(translate("keys", "Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.put_away)
        grid.addWidget(close, len(KEY_LINES), 0, 1, 2, Qt.AlignmentFlag.AlignRight)
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
            height = min(self.heightForWidth(width), parent.height())
            size = QSize(width, height)
            self.resize(size)
            self.move((parent.width() - size.width()) // 2, (parent.height() - size.height()) // 2)
            self.raise_()

    # Qt's own names

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.put_away()
