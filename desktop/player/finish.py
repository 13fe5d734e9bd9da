"""The kind page at the end of a routine."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import DisplayLabel, plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.player.faces.after import AfterView
from desktop.words.ending import ending_lines
from routines.tally import Progress

_LOW = 560  # pixels at 1x


class FinishView(QWidget):
    """Says what was done, and offers to go on, to do it again, or to leave."""

    left = Signal()
    again_wanted = Signal()
    go_on_wanted = Signal()
    rated = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = DisplayLabel(theme)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line = plain_label(role="lead")
        self._note = plain_label(role="soft")
        self._leave = QPushButton(translate("player", "Done"))
        self._leave.setProperty("role", "main")
        self._leave.clicked.connect(self.left)
        self._again = QPushButton(translate("player", "Once more"))
        self._again.clicked.connect(self.again_wanted)
        self._go_on = QPushButton(translate("player", "Go on where I was"))
        self._go_on.clicked.connect(self.go_on_wanted)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        gap = theme.sizes.gap
        column = self._column = QVBoxLayout(self._scrolled())
        self._margin = gap(12)
        column.addStretch(2)
        self._theme, self._emblem = theme, _Emblem(theme)
        self._rating = AfterView(theme)
        self._rating.rated.connect(self.rated)
        column.addWidget(self._emblem, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        for label in (self._line, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addWidget(self._rating)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(gap(4))
        row.addStretch(1)
        for button in (self._go_on, self._leave, self._again):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def _scrolled(self) -> QWidget:
        """What the page's content lies on: large text may need more than a small window has."""
        inner = QWidget()
        area = scrolling(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return inner

    def ask(self, scale: str, before: int | None) -> None:
        """Ask how it is now on ``scale``, which may be empty; ``before`` is what it was."""
        self._rating.ask(scale, before)

    def show_progress(self, name: str, progress: Progress, *, finished: bool) -> None:
        lines = ending_lines(name, progress, finished=finished)
        self._title.show_text(lines.title)
        self._line.setText(lines.line)
        self._note.setText(lines.note)
        self._go_on.setVisible(not finished)
        self._arrange()
        self._leave.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        """The buttons stand in a row where there is room for them, else one above the other."""
        shown = [each for each in (self._go_on, self._leave, self._again) if not each.isHidden()]
        gaps = self._row.spacing() * (len(shown) + 1)
        wanted = sum(each.sizeHint().width() for each in shown) + gaps
        self._margin = self._theme.sizes.gap(12)
        room = self.width() - 2 * self._margin
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wanted <= room else direction.TopToBottom)
        # Where there is little height, words and buttons come first.
        low = self.height() < self._theme.sizes.scaled(_LOW)
        gap = self._theme.sizes.gap
        self._emblem.setVisible(not low)
        above = gap(2 if low else 8)
        self._column.setContentsMargins(self._margin, above, self._margin, above)
        self._column.setSpacing(gap(2 if low else 4))
        self._row.setContentsMargins(0, gap(1 if low else 6), 0, 0)
        self._row.setSpacing(gap(2 if low else 4))

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.isAutoRepeat():
            return  # held down since the player was here
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (focus if isinstance(focus, QPushButton) else self._leave).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._rating.take_key(event):
            return
        else:
            super().keyPressEvent(event)


class _Emblem(QWidget):
    """A closed ring around a still, full disk."""

    _SIZE = 150

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(self._SIZE, self._SIZE)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tint))
        painter.drawEllipse(ring.adjusted(14, 14, -14, -14))
        painter.setBrush(QColor(colors.far))
        painter.drawEllipse(ring.center(), 26, 26)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.sage), 8))
        painter.drawEllipse(ring)
        painter.end()
