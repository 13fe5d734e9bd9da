"""The page of all routines: cards, a search and a filter by length."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.hand import bring_into_sight
from desktop.look.labels import plain_label
from desktop.look.regrow import keep_width
from desktop.look.scroll import HeadedArea
from desktop.look.theme import Theme
from desktop.pages.routines.card_list import CardList
from desktop.pages.routines.cards import Card, Lengths, chosen, lengths_text, subtitle


class RoutinesPage(QWidget):
    """Shows all cards. What the person wants comes out as signals with a routine's id."""

    start_wanted = Signal(object)
    details_wanted = Signal(object)
    star_wanted = Signal(object)
    go_on_wanted = Signal()
    let_go_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._cards: tuple[Card, ...] = ()
        self._note = ""
        self._lengths = Lengths.ALL
        self._subtitle = plain_label(role="soft")
        self._subtitle.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._search = QLineEdit()
        self._list = CardList(theme)
        self._empty = plain_label(role="lead")
        self._build()
        self._connect()

    def show_cards(self, cards: tuple[Card, ...], *, note: str = "") -> None:
        """Show ``cards``. ``note`` is a word about the folder, such as why it cannot be read."""
        self._cards = cards
        self._note = note
        self._filter()

    def make_current(self, routine_id: str) -> None:
        self._list.make_current(routine_id)

    def take_keyboard(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_to_go_on(self, text: str) -> None:
        """A quiet bar about an unfinished routine; an empty text takes it away."""
        self._unfinished_text.setText(text)
        self._unfinished.setVisible(bool(text))

    # Building

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(5), 0)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing_found())
        self._headed = HeadedArea(self._head(), body, self._theme, beside=0)
        self._headed.head_scrolls.connect(self._list.stand_whole)
        column.addWidget(self._headed)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.gap(4))
        column.addLayout(self._top())
        column.addLayout(self._chips())
        column.addWidget(self._bar())
        return head

    def _top(self) -> QHBoxLayout:
        gap = self._theme.sizes.gap
        words = QVBoxLayout()
        words.setSpacing(gap(1))
        words.addWidget(plain_label(translate("routines", "Routines"), "title", wrap=False))
        words.addWidget(self._subtitle)
        self._search.setPlaceholderText(translate("routines", "Search"))
        self._search.setAccessibleName(translate("routines", "Search the routines"))
        self._search.setClearButtonEnabled(True)
        for clear in self._search.findChildren(QAbstractButton):
            clear.setAccessibleName(translate("routines", "Clear the search"))
        keep_width(self._search, self._theme.sizes, least=30, most=64)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, gap(5), 0)
        row.addLayout(words, 1)
        row.addWidget(self._search, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _chips(self) -> FlowLayout:
        row = FlowLayout(self._theme.sizes.gap(2))
        self._group = QButtonGroup(self)
        for lengths in Lengths:
            chip = QPushButton(lengths_text(lengths))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(lengths is self._lengths)
            self._group.addButton(chip, lengths.value)
            row.addWidget(chip)
        return row

    def _bar(self) -> QFrame:
        gap = self._theme.sizes.gap
        self._unfinished = QFrame()
        self._unfinished.setProperty("role", "bar")
        self._unfinished_text = plain_label()
        go_on = QPushButton(translate("routines", "Go on"))
        go_on.setProperty("role", "main")
        go_on.clicked.connect(self.go_on_wanted)
        let_go = QPushButton(translate("routines", "Let it go"))
        let_go.clicked.connect(self.let_go_wanted)
        row = QHBoxLayout(self._unfinished)
        row.setContentsMargins(gap(4), gap(3), gap(4), gap(3))
        row.addWidget(self._unfinished_text, 1)
        row.addWidget(go_on)
        row.addWidget(let_go)
        self._unfinished.hide()
        return self._unfinished

    def _nothing_found(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(self._theme.sizes.gap(4))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        everything = QPushButton(translate("routines", "Show all routines"))
        everything.clicked.connect(self._show_all)
        column.addStretch(2)
        column.addWidget(self._empty)
        column.addWidget(everything, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _connect(self) -> None:
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._to_first)
        self._group.idClicked.connect(self._choose_lengths)
        self._list.start_wanted.connect(self.start_wanted)
        self._list.details_wanted.connect(self.details_wanted)
        self._list.star_wanted.connect(self.star_wanted)
        self._list.sought.connect(self._see_card)
        for keys in (QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self._to_search)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_first)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._leave_search)

    # Doing

    def _filter(self) -> None:
        found = chosen(self._cards, self._search.text(), self._lengths)
        counted = subtitle(self._cards)
        if len(found) < len(self._cards):
            text = translate("routines", "{found} of {all}")
            counted = text.format(found=len(found), all=len(self._cards))
        self._subtitle.setText(" · ".join(part for part in (counted, self._note) if part))
        self._list.show_cards(found)
        self._stack.setCurrentIndex(0 if found else 1)
        self._empty.setText(self._nothing_text())

    def _nothing_text(self) -> str:
        search = self._search.text().strip()
        if search:
            return translate("routines", "No routine for “{search}” here.").format(search=search)
        return translate("routines", "No routine of this length yet.")

    def _choose_lengths(self, value: int) -> None:
        self._lengths = Lengths(value)
        self._filter()

    def _show_all(self) -> None:
        self._lengths = Lengths.ALL
        self._group.button(Lengths.ALL.value).setChecked(True)
        self._search.clear()
        self._filter()
        self.take_keyboard()

    def _to_first(self) -> None:
        if self._list.card_model.rowCount():
            self._list.go_to_first()
            self.take_keyboard()

    def _to_search(self) -> None:
        self._search.setFocus()
        bring_into_sight(self._search)

    def _see_card(self, card: QRect, is_first: bool) -> None:
        """The head too if there is room for both, or if the card just comes first. Of a card that
        is higher than the window the upper part: there is its figure.
        """
        area = self._headed.area
        bar, seen = area.verticalScrollBar(), area.viewport().height()
        top = self._list.viewport().mapTo(area.viewport(), card.topLeft()).y() + bar.value()
        if is_first or top + card.height() // 2 < seen:
            bar.setValue(0)
        else:
            area.ensureVisible(0, top + card.height(), 0, 0)
            area.ensureVisible(0, top, 0, 0)

    def _leave_search(self) -> None:
        self._search.clear()
        self.take_keyboard()
