"""Plain labels: what a person wrote is shown as it is, never as markup."""

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from desktop.look.theme import Theme


def plain_label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """A label in one of the roles of the style sheet."""
    label = _PlainLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def plain_tip(text: str) -> str:
    """``text`` for a tool tip: Qt would take some for markup, and has no switch for that there."""
    return f"<qt>{escape(text)}</qt>"


class _PlainLabel(QLabel):
    """A word that is too long for its line ends in "…" there; it does not push all else aside."""

    _LEAST_WIDTH = 40
    _LONG_WORD = 5

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(self._LEAST_WIDTH, hint.height())) if self.wordWrap() else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        text = self._fitting()
        if text == self.text():
            super().paintEvent(event)
            return
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        style, flags = self.style(), self.alignment() | Qt.TextFlag.TextWordWrap
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        role = self.foregroundRole()
        style.drawItemText(
            painter, self.contentsRect(), flags, self.palette(), self.isEnabled(), text, role
        )
        painter.end()

    def _fitting(self) -> str:
        """The text with "…" in each word that is wider than a line."""
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        words = [each for each in self.text().split() if len(each) > self._LONG_WORD]
        wide = [each for each in words if metrics.horizontalAdvance(each) > width]
        text = self.text()
        for word in wide if self.wordWrap() else ():
            cut = metrics.elidedText(word, Qt.TextElideMode.ElideRight, width)
            text = text.replace(word, cut, 1)
        return text


class DisplayLabel(QLabel):
    """A title as large as it can be in its width: big, but never cut and never four lines.

    A change of width that a scroll bar can cause leaves its size alone: the size decides about
    the bar, and the two would never come to rest.
    """

    _MOST_LINES = 2
    _BAR = 24

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fitted_to = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "display")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show ``text``, in the largest of our sizes in which it fits."""
        if text != self.text():
            self.setText(text)
            self._fit()
        self.setVisible(bool(text))

    def _fit(self) -> None:
        self._fitted_to = self.width()
        sizes = self._theme.sizes
        for pixels in (sizes.display, (sizes.display + sizes.title) // 2, sizes.title, sizes.lead):
            if self._fits(pixels):
                break
        # A font of our own: the style sheet would otherwise set the size of every label.
        self.setStyleSheet(f"font-size: {pixels}px;")

    def _fits(self, pixels: int) -> bool:
        font = self._theme.font(pixels)
        font.setBold(True)
        metrics = QFontMetrics(font)
        width = max(1, self.width() - self._BAR)
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        box = metrics.boundingRect(
            QRect(0, 0, width, 100000), Qt.TextFlag.TextWordWrap, self.text()
        )
        return widest <= width and box.height() <= metrics.lineSpacing() * self._MOST_LINES

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if abs(self.width() - self._fitted_to) > self._BAR:
            self._fit()
