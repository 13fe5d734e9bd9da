"""The side of the window: where one can go, what comes next, and the person's own folder.

A narrow window has no room for it beside the page; then it lies flat above the page, and what does
not fit there is in a menu.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.destinations import Destination
from desktop.language import translate
from desktop.look.icon import icon_room, put_icon
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.signs import mark_pixmap
from desktop.look.theme import Theme

_WIDTH, _WIDEST = 49, 70  # units; wider than the first only for words that need it
_BESIDE_ICON = 4  # pixels that Qt leaves between an icon and words
_UNBOUNDED = 16_777_215  # Qt's own "as much as there is"
_LOW = 540  # pixels of the window's height at 1x; with less, what comes next is in the menu


class Side(QFrame):
    """Shows the places; what is chosen comes as calls and signals."""

    folder_wanted = Signal()
    next_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._theme = theme
        self._is_flat = False
        self._is_low = False
        self._mark = QLabel()
        self._places = QButtonGroup(self)
        self._places.buttonToggled.connect(self._share_row)
        self._next = plain_label(role="small")
        self._pause = self._quiet("", self.next_wanted.emit)
        self._pause.setAccessibleName(translate("window", "Pause or resume the reminders"))
        self._folder = self._quiet(
            translate("window", "My routines folder"), self.folder_wanted.emit
        )
        self._quit = self._quiet(translate("window", "Quit"), self.quit_wanted.emit)
        self._more = self._quiet(translate("window", "More ▾"), self._open_menu)
        self._more.setAccessibleName(translate("window", "More places, my folder, quit"))
        self._menu = QMenu(self)
        self._nav = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._strip = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._build()
        self.show_next("", "")
        theme.changed.connect(self._show_mark)
        self._show_mark()

    def add_place(self, place: Destination, wanted: Callable[[], object]) -> None:
        """An entry that leads somewhere, among the others where it belongs."""
        button = self._quiet(place.shown, wanted)
        put_icon(button, place.icon, self._theme, off="soft")
        button.setCheckable(True)
        button.setChecked(not self._places.buttons())
        after = [each for each in self._places.buttons() if self._places.id(each) > place]
        before = min(after, key=self._places.id, default=self._more)
        self._places.addButton(button, place)
        self._nav.insertWidget(self._nav.indexOf(before), button)
        if before is not self._more:
            QWidget.setTabOrder(button, before)
        self._lay_out()

    def mark_place(self, place: Destination) -> None:
        """Show that this is where one is now."""
        button = self._places.button(place)
        if button is not None:
            button.setChecked(True)

    def show_next(self, text: str, action: str) -> None:
        """What comes next, and a button to pause it or let it come; nothing if both are empty."""
        self._next.setText(text)
        self._pause.setText(action)
        self._lay_out()

    def lie_flat(self, *, flat: bool, height: int = _UNBOUNDED) -> None:
        """Above the page instead of beside it, in a window of that height."""
        self._is_flat = flat
        self._is_low = flat and height < self._theme.sizes.scaled(_LOW)
        self._lay_out()

    def _lay_out(self) -> None:
        flat = self._is_flat
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
        edge = self._theme.sizes.strokes.edge  # beside the page, or above it
        self._whole.setContentsMargins(0, 0, 0 if flat else edge, edge if flat else 0)
        self._keep_width()
        for button in (*self._places.buttons(), self._pause, self._more):
            button.setMinimumWidth(self._needed_width(button) if flat else 0)
        self._brand.setVisible(not flat)
        self._folder.setVisible(not flat)
        self._quit.setVisible(not flat)
        self._more.setVisible(flat)
        self._next.setVisible(bool(self._next.text()) and not self._is_low)
        self._pause.setVisible(bool(self._pause.text()) and not self._is_low)
        across = QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed if flat else across)
        self._share_row()
        self.updateGeometry()

    def _keep_width(self) -> None:
        """Beside the page it is as wide as its entries need, and its scroll bar."""
        flat = self._is_flat
        width = _UNBOUNDED if flat else self._width()
        if not flat and self._column.totalMinimumSize().height() > self.height():
            width += self._area.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(0 if flat else width)
        self.setMaximumWidth(width)
        shown = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(
            shown.ScrollBarAlwaysOff if flat else shown.ScrollBarAsNeeded
        )

    def _share_row(self) -> None:
        """Lying flat, as many places as fit stand in the row, and the one where one is."""
        places = self._places.buttons()
        fitting = places if not self._is_flat else self._fitting(places)
        for button in places:
            button.setVisible(button in fitting)

    def _fitting(self, places: list[QAbstractButton]) -> list[QAbstractButton]:
        gap = self._theme.sizes.gap
        here = self._places.checkedButton()
        room = self.width() - 2 * gap(4) - self._needed_width(self._more)
        taken: list[QAbstractButton] = []
        for button in sorted(places, key=lambda each: each is not here):
            room -= self._needed_width(button) + gap(1)
            if room < 0:
                break
            taken.append(button)
        return taken or [here or places[0]] if places else []

    def _open_menu(self) -> None:
        """What has no room in the row."""
        self._menu.clear()
        for place in self._places.buttons():
            if place.isHidden():
                self._offer(place.text(), place.click)
        if self._is_low and self._pause.text():
            self._menu.addSeparator()
            if self._next.text():
                self._menu.addAction(self._next.text()).setEnabled(False)
            self._offer(self._pause.text(), self.next_wanted.emit)
        self._menu.addSeparator()
        self._offer(self._folder.text(), self.folder_wanted.emit)
        self._offer(self._quit.text(), self.quit_wanted.emit)
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _offer(self, text: str, chosen: Callable[[], object]) -> None:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _checked: chosen())

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(gap(2), 0, 0, gap(5))
        brand.setSpacing(gap(2))
        brand.addWidget(self._mark)
        brand.addWidget(plain_label(translate("window", "Unbrace"), "next", wrap=False), 1)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._nav.setSpacing(gap(1))
        self._column.setSpacing(gap(1))
        self._column.addWidget(self._brand)
        self._column.addLayout(self._nav)
        self._column.addStretch(1)
        self._nav.addWidget(self._more)
        self._nav.addStretch(0)
        self._strip.setSpacing(gap(1))
        self._strip.addWidget(self._next, 1)
        self._strip.addWidget(self._pause)
        self._column.addLayout(self._strip)
        self._column.addWidget(self._folder)
        self._column.addWidget(self._quit)
        # In a low window there may be more places than height.
        self._area = scrolling(inner, by_keys=False)  # they scroll the page
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._area)

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
        entries = (*self._places.buttons(), self._pause, self._folder, self._quit)
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

    # Qt's own names

    def sizeHint(self) -> QSize:
        """Lying flat it is as high as its rows, and never scrolls."""
        hint = super().sizeHint()
        if not self._is_flat:
            return hint
        height = self._column.totalHeightForWidth(max(1, self.width()))
        if height < 0:  # nothing in it wraps
            height = self._column.totalSizeHint().height()
        return QSize(hint.width(), height + self._theme.sizes.strokes.edge)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height()) if self._is_flat else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_flat:
            self._share_row()
            self.updateGeometry()
        else:
            self._keep_width()
