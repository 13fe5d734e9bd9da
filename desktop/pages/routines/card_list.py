"""The grid of cards: a native list view, so that keyboard and screen reader come with it."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.language import translate
from desktop.look.labels import plain_tip
from desktop.look.theme import Theme
from desktop.pages.routines.card_paint import (
    LEAST_WIDTH,
    CardLook,
    CardState,
    card_look,
    paint_card,
    star_rect,
)
from desktop.pages.routines.cards import Card

_Index = QModelIndex | QPersistentModelIndex
_GAP = 20
_ONCE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Asterisk, Qt.Key.Key_S)
"""Keys that do one thing, however long they are held."""


class CardModel(QAbstractListModel):
    """The cards that are shown, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        if cards != self._cards:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()

    def card(self, index: _Index) -> Card | None:
        row = index.row()
        return self._cards[row] if index.isValid() and row < len(self._cards) else None

    def row_of(self, card_id: str) -> int:
        """The row of a card; -1 if it is not shown."""
        return next((row for row, card in enumerate(self._cards) if card.id == card_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index)
        if card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(card.name) if len(card.name) > 30 else None
        return None


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, view: "CardList", theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.look: CardLook = card_look(theme)

    def renew(self) -> None:
        self.look = card_look(self._theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = self._view.card_model.card(index)
        if card is None:
            return
        flags = option.state
        state = CardState(
            current=index.row() == self._view.currentIndex().row(),
            focused=self._view.hasFocus(),
            over=bool(flags & QStyle.StateFlag.State_MouseOver),
        )
        painter.save()
        paint_card(painter, self._view.card_rect(option.rect), card, self.look, state)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self._view.gridSize()


class CardList(QListView):
    """Shows cards in as many columns as fit. Enter starts, a click opens, the star stays put."""

    # Objects: an id is a file's name, and one that is not UTF-8 would not survive as Qt's text.
    start_wanted = Signal(object)
    details_wanted = Signal(object)
    star_wanted = Signal(object)
    sought = Signal(QRect, bool)
    """A card is to be seen, there in the list: for what a whole list scrolls in. With it whether
    all above it may stay: it is one of the first, and nobody has gone to it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card_model = CardModel(self)
        self._theme = theme
        self._pressed = ""
        self._is_whole = False
        self._was_gone_to = False  # the current card, by key or mouse
        self._columns = 1
        self.setModel(self.card_model)
        self._delegate = _CardDelegate(self, theme)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("routines", "Routines"))
        self.selectionModel().currentChanged.connect(self._go_to)
        theme.changed.connect(self._renew)
        self._renew()

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show ``cards``, keeping the current one where it still is among them."""
        before = self.current_id()
        self.card_model.show_cards(cards)
        self._keep_height()
        self.make_current(before)

    def stand_whole(self, whole: bool) -> None:
        """Whether it is as high as all its cards, on a page that scrolls, or scrolls itself."""
        self._is_whole = whole
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded
        )
        self._keep_height()
        self._seek()

    def current_id(self) -> str:
        card = self.card_model.card(self.currentIndex())
        return card.id if card else ""

    def make_current(self, card_id: str) -> None:
        """Go to a card, or to the first one if it is not there."""
        row = max(0, self.card_model.row_of(card_id))
        index = self.card_model.index(row)
        self.setCurrentIndex(index)
        self._was_gone_to = False
        self.scrollToTop()
        self._seek()

    def go_to_first(self) -> None:
        """Go to the first card by the person's wish, so that it is to be seen."""
        self.make_current("")
        self._go_to()

    def card_rect(self, cell: object) -> QRect:
        """The card within its cell: cells touch, cards do not."""
        assert isinstance(cell, QRect)
        return cell.adjusted(0, 0, -_GAP, -_GAP)

    def star_rect(self, card: QRect) -> QRect:
        """Where the star of a card takes clicks."""
        return star_rect(card, self._delegate.look)

    def _renew(self) -> None:
        self._delegate.renew()
        self._lay_out_cells()
        self.viewport().update()

    def _lay_out_cells(self) -> None:
        # The view keeps room for its scroll bar, whether it is there or not.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = self.width() - 2 * bar
        least = self._theme.sizes.scaled(LEAST_WIDTH)
        columns = max(1, (width + _GAP) // (least + _GAP))
        self.setGridSize(QSize(width // columns, self._delegate.look.height() + _GAP))
        self._columns = columns
        self._keep_height()

    def _keep_height(self) -> None:
        rows = -(-self.card_model.rowCount() // self._columns)
        self.setMinimumHeight(rows * self.gridSize().height() if self._is_whole else 0)

    def _go_to(self) -> None:
        self._was_gone_to = True
        self._seek()

    def _seek(self) -> None:
        """See to it that the current card is seen."""
        index = self.currentIndex()
        self.scrollTo(index)
        if self._is_whole and index.isValid():
            is_first = index.row() < self._columns and not self._was_gone_to
            self.sought.emit(self.visualRect(index), is_first)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out_cells()
        super().resizeEvent(event)
        self._seek()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        pressed = self.card_model.card(self.indexAt(event.position().toPoint()))
        self._pressed = pressed.id if pressed else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        card = self.card_model.card(self.indexAt(point))
        if card is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if card.id != self._pressed:
            return  # somebody thought better of it on the way
        rect = self.card_rect(self.visualRect(self.indexAt(point)))
        if self.star_rect(rect).contains(point):
            self.star_wanted.emit(card.id)
        elif rect.contains(point):
            self.details_wanted.emit(card.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.card_model.card(self.currentIndex())
        key = event.key()
        if event.isAutoRepeat() and key in _ONCE:
            return
        if card is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.details_wanted if card.broken else self.start_wanted).emit(card.id)
        elif card is not None and key == Qt.Key.Key_Space:
            self.details_wanted.emit(card.id)
        elif card is not None and key in (Qt.Key.Key_Asterisk, Qt.Key.Key_S):
            self.star_wanted.emit(card.id)
        elif key == Qt.Key.Key_Question:
            event.ignore()  # the list would look for a card of that name
        elif self._is_whole and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            event.ignore()  # a page is what is seen of it; it knows only the whole
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)
