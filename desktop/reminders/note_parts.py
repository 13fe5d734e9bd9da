"""What lies on the note: its sentence and its buttons, real widgets that wear its crookedness.

Each covers the upright box around its crooked place and paints with the sheet's transform.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.look.theme import Theme
from desktop.reminders.note_layout import NoteLayout, button_font
from desktop.reminders.note_paint import ButtonLook, paint_button, paint_words

DEAF_FOR = 400
"""Milliseconds in which a button that has come under the pointer takes no press: the second half
of a double click was meant for the one that lay there before.
"""


def _painter_on(widget: QWidget, crooked: QTransform) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-widget.x(), -widget.y())
    painter.setTransform(crooked, combine=True)
    return painter


class Sentence(QLabel):
    """The words. A label, so that a screen reader reads them; never markup."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout: NoteLayout | None = None
        self._crooked = QTransform()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie(self, layout: NoteLayout, crooked: QTransform) -> None:
        self._layout, self._crooked = layout, crooked
        # What is cut off a letter by its line's height, the margin shows.
        box = layout.words.adjusted(-4, -4, 4, 4)
        self.setGeometry(crooked.mapRect(box).toAlignedRect())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._layout is not None:
            painter = _painter_on(self, self._crooked)
            paint_words(painter, self._layout, self._theme.colors)
            painter.end()


class NoteButton(QPushButton):
    """An answer. It takes clicks, never the keyboard: that belongs to another window."""

    def __init__(self, theme: Theme, parent: QWidget, *, main: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._main = main
        self._rect = QRectF()
        self._crooked = QTransform()
        self._deaf_until = 0
        self.pressed_at = 0  # milliseconds by the display server's clock, of the last press
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def lie(self, rect: QRectF, crooked: QTransform) -> None:
        self._rect, self._crooked = rect, crooked
        self.setGeometry(crooked.mapRect(rect).toAlignedRect())
        self.update()

    def follow(self, pressed: "NoteButton") -> None:
        """Come in the place of ``pressed``: what is left of its double click is no press here.

        Time is that of the events themselves, so that a desk that is slow to show it changes
        nothing.
        """
        self._deaf_until = pressed.pressed_at + DEAF_FOR

    # Qt's own names

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.timestamp() < self._deaf_until:
            return
        self.pressed_at = event.timestamp()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed_at = max(self.pressed_at, event.timestamp())
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = _painter_on(self, self._crooked)
        strokes = self._theme.sizes.strokes
        look = ButtonLook(self.text(), self._main, self.underMouse(), self.isDown(), strokes)
        paint_button(painter, self._rect, look, button_font(self._theme), self._theme.colors)
        painter.end()
