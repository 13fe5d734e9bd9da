"""A page on which things are changed at once, with the line that takes the last change back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.hand import Hand, bring_into_sight
from desktop.look.scroll import HeadedArea, has_little_height
from desktop.look.theme import Theme
from desktop.look.undo_line import UndoLine


class ChangingPage(QWidget):
    """A head, what scrolls below it, and the line that takes back. Changing is the others'
    business: each is told what can be taken back now.
    """

    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._undo = UndoLine(theme)
        self._undo.undo_wanted.connect(self.undo_wanted)
        self._hand = Hand(self, self._undo)
        theme.changed.connect(self._keep_room)

    def show_change(self, name: str, not_kept: str = "", said: str = "") -> None:
        """What can be taken back; empty if nothing can. ``not_kept`` is why it will not last;
        ``said`` is the sentence about it, where it has one of its own.
        """
        is_news = self._undo.say(said, name) if said else self._undo.show_change(name, not_kept)
        if is_news and (control := self._hand.on) is not None:
            # A long reason may need more room than is kept for the line.
            QTimer.singleShot(0, control, lambda: bring_into_sight(control))

    @property
    def control(self) -> QWidget | None:
        """What the person changes something with now."""
        return self._hand.on

    def return_to(self, control: object) -> None:
        """A change made with ``control`` was taken back: the keyboard goes there from "Undo"."""
        if self._hand.has_gone_to(self._undo):
            self._hand.put_back(control, self._refuge)

    def _lay_out(self, head: QWidget, body: QWidget, refuge: QWidget) -> None:
        """To be called once all is made. ``refuge`` gets the keyboard if nothing else can."""
        gap = self._theme.sizes.gap
        self._refuge = refuge
        headed = HeadedArea(head, body, self._theme)
        self._area = headed.area
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, gap(4), gap(3))
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), 0)
        column.setSpacing(gap(4))
        column.addWidget(headed, 1)
        column.addLayout(below)
        back = QShortcut(QKeySequence("Ctrl+Z"), self)
        back.setContext(Qt.ShortcutContext.WindowShortcut)  # while the page is shown
        back.activated.connect(self.undo_wanted)

    def _keep_room(self) -> None:
        self._undo.keep_room(kept=not has_little_height(self, self._theme))

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()
