"""The side of the window: where one can go, what comes next, and the person's own folder.

A narrow window has no room for it beside the page; then it lies flat above the page.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.signs import mark_pixmap
from desktop.look.theme import Theme

_WIDTH = 49  # units
_UNBOUNDED = 16_777_215  # Qt's own "as much as there is"


class Side(QFrame):
    """Shows the places; what is chosen comes as calls and signals."""

    folder_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._theme = theme
        self._mark = QLabel()
        self._places = QButtonGroup(self)
        self._next = plain_label(role="small")
        # Where the words of the entries begin, which have a padding and a border.
        inset = theme.sizes.gap(3) + 1
        self._next.setContentsMargins(inset, 0, inset, 0)
        self._pause = self._quiet("", self.next_wanted.emit)
        self._pause.setAccessibleName(translate("window", "Pause or resume the reminders"))
        self._folder = self._quiet(
            translate("window", "My routines folder"), self.folder_wanted.emit
        )
        self._nav = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._build()
        self.show_next("", "")
        self.lie_flat(flat=False)
        theme.changed.connect(self._show_mark)
        self._show_mark()

    def add_place(self, name: str, wanted: Callable[[], object]) -> None:
        """An entry that leads somewhere; the first one is where one is at the start."""
        button = self._quiet(name, wanted)
        button.setCheckable(True)
        button.setChecked(not self._places.buttons())
        self._places.addButton(button, len(self._places.buttons()))
        self._nav.addWidget(button)

    def mark_place(self, number: int) -> None:
        """Show that this is where one is now."""
        button = self._places.button(number)
        if button is not None:
            button.setChecked(True)

    def show_next(self, text: str, action: str) -> None:
        """What comes next, and a button to pause it or let it come; nothing if both are empty."""
        self._next.setText(text)
        self._next.setVisible(bool(text) and not self._is_flat)
        self._pause.setText(action)
        self._pause.setVisible(bool(action) and not self._is_flat)

    _is_flat = False

    def lie_flat(self, *, flat: bool) -> None:
        """Above the page instead of beside it."""
        self._is_flat = flat
        direction = QBoxLayout.Direction
        for layout in (self._nav, self._column):
            layout.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        gap = self._theme.sizes.gap
        self._column.setContentsMargins(
            gap(4), gap(2 if flat else 6), gap(4), gap(1 if flat else 5)
        )
        self._column.setAlignment(self._folder, Qt.AlignmentFlag(0))
        width = _UNBOUNDED if flat else gap(_WIDTH)
        self.setMinimumWidth(0 if flat else width)
        self.setMaximumWidth(width)
        self._brand.setVisible(not flat)
        self._folder.setVisible(not flat)
        self._next.setVisible(bool(self._next.text()) and not flat)
        self._pause.setVisible(bool(self._pause.text()) and not flat)

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(gap(2), 0, 0, gap(5))
        brand.setSpacing(gap(2))
        brand.addWidget(self._mark)
        brand.addWidget(plain_label(translate("window", "Unbrace"), "next", wrap=False), 1)
        self._nav.setSpacing(gap(1))
        self._column.setSpacing(gap(1))
        self._column.addWidget(self._brand)
        self._column.addLayout(self._nav)
        self._column.addStretch(1)
        for widget in (self._next, self._pause, self._folder):
            self._column.addWidget(widget)

    def _quiet(self, text: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "quiet")
        button.clicked.connect(lambda _checked: clicked())
        return button

    def _show_mark(self) -> None:
        self._mark.setPixmap(mark_pixmap(self._theme.sizes.gap(7), self._theme.colors))
