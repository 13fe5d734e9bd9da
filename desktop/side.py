"""The side of the window: where one can go, what comes next, and the person's own folder.

A narrow window has no room for it beside the page; then it lies flat above the page.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.icon import Icon, icon_room, put_icon
from desktop.look.labels import plain_label
from desktop.look.signs import mark_pixmap
from desktop.look.theme import Theme

_WIDTH, _WIDEST = 49, 70  # units; wider than the first only for words that need it
_BESIDE_ICON = 4  # pixels that Qt leaves between an icon and words
_UNBOUNDED = 16_777_215  # Qt's own "as much as there is"


class Side(QFrame):
    """Shows the places; what is chosen comes as calls and signals."""

    folder_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._theme = theme
        self._is_flat = False
        self._mark = QLabel()
        self._places = QButtonGroup(self)
        self._next = plain_label(role="small")
        self._pause = self._quiet("", self.next_wanted.emit)
        self._pause.setAccessibleName(translate("window", "Pause or resume the reminders"))
        self._folder = self._quiet(
            translate("window", "My routines folder"), self.folder_wanted.emit
        )
        self._nav = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._strip = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._column = QVBoxLayout(self)
        self._build()
        self.show_next("", "")
        theme.changed.connect(self._show_mark)
        self._show_mark()

    def add_place(self, name: str, wanted: Callable[[], object], icon: Icon) -> None:
        """An entry that leads somewhere; the first one is where one is at the start."""
        button = self._quiet(name, wanted)
        put_icon(button, icon, self._theme, off="soft")
        button.setCheckable(True)
        button.setChecked(not self._places.buttons())
        self._places.addButton(button, len(self._places.buttons()))
        self._nav.insertWidget(self._nav.count() - 1, button)  # before the room at its end
        self.lie_flat(flat=self._is_flat)

    def mark_place(self, number: int) -> None:
        """Show that this is where one is now."""
        button = self._places.button(number)
        if button is not None:
            button.setChecked(True)

    def show_next(self, text: str, action: str) -> None:
        """What comes next, and a button to pause it or let it come; nothing if both are empty."""
        self._next.setText(text)
        self._pause.setText(action)
        self.lie_flat(flat=self._is_flat)

    def lie_flat(self, *, flat: bool) -> None:
        """Above the page instead of beside it."""
        self._is_flat = flat
        direction = QBoxLayout.Direction
        for layout in (self._nav, self._strip):
            layout.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        gap = self._theme.sizes.gap
        # Its words begin where those of the buttons do.
        self._next.setContentsMargins(gap(3), 0, gap(1), 0 if flat else gap(1))
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._next.setAlignment(middle if flat else top)
        self._column.setContentsMargins(
            gap(4), gap(2 if flat else 6), gap(4), gap(1 if flat else 5)
        )
        self._wear("flat" if flat else "side")
        width = _UNBOUNDED if flat else self._width()
        self.setMinimumWidth(0 if flat else width)
        self.setMaximumWidth(width)
        for button in (*self._places.buttons(), self._pause):
            button.setMinimumWidth(self._needed_width(button) if flat else 0)
        self._brand.setVisible(not flat)
        self._folder.setVisible(not flat)
        self._next.setVisible(bool(self._next.text()))
        self._pause.setVisible(bool(self._pause.text()))

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
        self._nav.addStretch(0)
        self._strip.setSpacing(gap(1))
        self._strip.addWidget(self._next, 1)
        self._strip.addWidget(self._pause)
        self._column.addLayout(self._strip)
        self._column.addWidget(self._folder)

    def _quiet(self, text: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "quiet")
        button.clicked.connect(lambda _checked: clicked())
        return button

    def _wear(self, role: str) -> None:
        """Its line is where the page is."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def _width(self) -> int:
        """As wide as its entries need, in larger text or longer words too."""
        gap = self._theme.sizes.gap
        entries = (*self._places.buttons(), self._pause, self._folder)
        widest = max(self._needed_width(each) for each in entries) + 2 * gap(4)
        widest += self._theme.sizes.strokes.edge
        return max(gap(_WIDTH), min(gap(_WIDEST), widest))

    def _needed_width(self, button: QAbstractButton) -> int:
        """For its words in bold, as they are where one is, an icon, and the space around.

        Not the button's own word: it knows neither of the bold nor yet of a new size of text.
        """
        sizes = self._theme.sizes
        weight = QFont.Weight.DemiBold if button.isCheckable() else QFont.Weight.Normal
        font = self._theme.font(sizes.body, weight)
        words = QFontMetrics(font).horizontalAdvance(button.text())
        icon = 0 if button.icon().isNull() else icon_room(sizes).width() + _BESIDE_ICON
        return words + icon + 2 * (sizes.gap(3) + sizes.strokes.ring)

    def _show_mark(self) -> None:
        self._mark.setPixmap(mark_pixmap(self._theme.sizes.gap(7), self._theme.colors))
