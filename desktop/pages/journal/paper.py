"""A sheet of paper: read in place, and written on in place. Plain text only."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit

from desktop.look.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEAST_LINES = 4  # where one writes
_SLACK = 0.5  # quarters of a gap, without which Qt finds the last line cut
_LEAST_WIDTH = 80  # pixels
_MOST_HEIGHT = {True: 300, False: 6000}  # pixels at 1x, while writing and while reading


class Paper(QPlainTextEdit):
    """As high as its text. While it is read, Enter and a double click ask to write on it; while it
    is written on, letters type, and Ctrl+Enter and Esc are done.
    """

    write_wanted = Signal()
    done = Signal()
    delete_wanted = Signal()
    copy_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[tuple[int, int], ...] = ()
        self._heights: dict[int, int] = {}
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self._renew_height)
        self.setProperty("role", "reading")
        self._begin_reading()

    @property
    def writing(self) -> bool:
        return not self.isReadOnly()

    def read(self, text: str, marks: tuple[tuple[int, int], ...] = ()) -> None:
        """Show ``text``, with what is found in it marked, to be read."""
        self._set_writing(writing=False)
        self.setPlainText(text)
        before, self._marks = self._marks, _as_qt_counts(text, marks)
        if before or self._marks:
            self.mark()

    def write(self, text: str) -> None:
        """Let ``text`` be written on."""
        self._set_writing(writing=True)
        self._marks = ()
        self.mark()
        self.setPlainText(text)
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self) -> None:
        """Lay the marks on anew, as after the colours have changed."""
        colors = self._theme.colors
        form = QTextCharFormat()
        form.setBackground(QColor(colors.note))
        form.setForeground(QColor(colors.note_text))
        form.setFontUnderline(True)
        found = []
        for begin, end in self._marks:
            each = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            each.cursor = cursor
            each.format = form
            found.append(each)
        self.setExtraSelections(found)

    def _renew_height(self) -> None:
        """Something has changed that its height depends on."""
        self._heights.clear()
        self._allow_bar()
        self.updateGeometry()

    @property
    def _most(self) -> int:
        """No text gets more height than this; the rest of it scrolls."""
        return self._theme.sizes.scaled(_MOST_HEIGHT[self.writing])

    def _height_of_text(self, width: float) -> float:
        """How high the text is in lines of ``width`` pixels, as far as there is room for it."""
        height = 0.0
        for text in self.toPlainText().split("\n"):
            height += _height_of(text, self.font(), width)
            if height > self._most:
                break
        least = self.fontMetrics().lineSpacing() * (_LEAST_LINES if self.writing else 1)
        return min(max(height, least), self._most)

    def _allow_bar(self) -> None:
        """Only what has not got the height that it wants may scroll: a bar that comes and goes
        while one types takes the words along.
        """
        policy = Qt.ScrollBarPolicy
        scrolls = self.heightForWidth(self.width()) > self._most
        wanted = policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        if wanted != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(wanted)

    def _set_writing(self, *, writing: bool) -> None:
        if writing == self.writing:
            return
        if writing:
            self.setReadOnly(False)
            self.setCursorWidth(1)
        else:
            self._begin_reading()
        self.setProperty("role", "writing" if writing else "reading")
        self.style().unpolish(self)
        self.style().polish(self)
        self._renew_height()

    def _begin_reading(self) -> None:
        self.setReadOnly(True)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setCursorWidth(0)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.writing:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            done = (event.key() in _ENTER and held) or event.key() == Qt.Key.Key_Escape
            if not done:
                super().keyPressEvent(event)
            elif not event.isAutoRepeat():
                self.done.emit()
        elif not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Use a key while the text is read; whether it was of use."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_wanted.emit()
        elif plain and event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[Qt.Key(event.key())])
        elif plain and (event.key() in _ENTER or event.key() == Qt.Key.Key_F2):
            if not event.isAutoRepeat():
                self.write_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.delete_wanted.emit()
        elif plain and event.text().isprintable() and event.text():
            event.ignore()  # for the page, or the window
        else:
            return False
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.writing or event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        else:
            self.write_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page's, unless there is more text than paper."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        keeps = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if not self.writing and event.reason() not in keeps:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self.ensurePolished()
            margins, inner = self.contentsMargins(), 2 * self.document().documentMargin()
            free = width - margins.left() - margins.right() - inner
            around = margins.top() + margins.bottom() + inner + self._theme.sizes.gap(_SLACK)
            height = self._height_of_text(free) + around
            self._heights[width] = ceil(height)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._allow_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._renew_height()


def _height_of(text: str, font: QFont, width: float) -> float:
    """The height of one paragraph, as Qt breaks it into lines."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        height += line.height() + max(0.0, line.leading())
    layout.endLayout()
    return height


def _as_qt_counts(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Qt counts a sign such as 🙂 as two."""
    return tuple((_wide(text[:begin]), _wide(text[:end])) for begin, end in marks)


def _wide(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
