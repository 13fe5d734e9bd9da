"""The page of the reminders."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.hand import Hand, bring_into_sight
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.tab_order import tab_as_seen
from desktop.look.theme import Theme
from desktop.look.undo_line import UndoLine
from desktop.pages.reminders.card import BrokenCard, ReminderCard
from desktop.pages.reminders.rows import ReminderRow
from desktop.pages.reminders.until import UntilBox
from desktop.tray.state import PauseFor

KEY_LINES = (
    KeyLine("Tab", QT_TRANSLATE_NOOP("keys", "to the next thing; with Shift, to the one before")),
    KeyLine(QT_TRANSLATE_NOOP("keys", "Space"), QT_TRANSLATE_NOOP("keys", "switch or press it")),
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "choose, or change a time")),
    KeyLine("Ctrl+Z", QT_TRANSLATE_NOOP("keys", "take the last change back")),
    KeyLine("F5", QT_TRANSLATE_NOOP("keys", "read the files again")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)


class RemindersPage(QWidget):
    """A card a reminder, with what comes next and the pauses above them.

    ``wished`` brings a reminder's id, the name of a wish and its value as in a file.
    """

    wished = Signal(str, str, object)
    try_wanted = Signal(str)
    open_wanted = Signal(str)
    pause_wanted = Signal(PauseFor)
    until_wanted = Signal()
    """Somebody wants to choose until when to pause; ``ask_until`` lets them."""
    pause_until_wanted = Signal(datetime)
    """Until a local date and time."""
    resume_wanted = Signal()
    undo_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._shown: list[ReminderCard | BrokenCard] = []
        self._next = plain_label(role="soft")
        self._pause = QPushButton(translate("reminders", "Pause ▾"))
        self._pause.setAccessibleName(translate("reminders", "Pause the reminders"))
        self._menu = QMenu(self)
        self._pause.clicked.connect(self._open_menu)
        self._undo = UndoLine(theme)
        self._undo.undo_wanted.connect(self.undo_wanted)
        self._hand = Hand(self, self._undo)
        self._until = UntilBox(theme)
        self._until.wanted.connect(self.pause_until_wanted)
        self._until.given_up.connect(self.close_until)
        self._cards = QVBoxLayout()
        self._area = self._make_area()
        self._build()

    def show_rows(self, rows: tuple[ReminderRow, ...]) -> None:
        """Show the reminders. A card is made anew only where it has other fields than before."""
        before = {card.row.id: card for card in self._shown}
        self._shown = [self._card_for(row, before.pop(row.id, None)) for row in rows]
        for card in before.values():
            self._drop(card)
        if any(self._cards.indexOf(card) != at for at, card in enumerate(self._shown)):
            for card in self._shown:
                self._cards.removeWidget(card)
                self._cards.addWidget(card)
        tab_as_seen(self)

    def show_next(self, text: str, *, paused: bool) -> None:
        """What comes next, or until when nothing does."""
        self._next.setText(text or translate("reminders", "No reminder ahead."))
        self._fill_menu(paused=paused)

    def show_change(self, name: str, not_kept: str = "") -> None:
        """What can be taken back; empty if nothing can. ``not_kept`` is why it will not last."""
        is_news = self._undo.show_change(name, not_kept)
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
            self._hand.put_back(control, self._pause)

    def go_to(self, reminder_id: str) -> None:
        """Bring a reminder into sight, the keyboard with it."""
        for card in self._shown:
            if card.row.id == reminder_id:
                card.take_keyboard()
                self._area.ensureWidgetVisible(card)

    def _card_for(
        self, row: ReminderRow, card: ReminderCard | BrokenCard | None
    ) -> ReminderCard | BrokenCard:
        if card is not None and row.is_made_like(card.row):
            if isinstance(card, ReminderCard):
                card.show_row(row)
            return card
        if card is not None:
            self._drop(card)
        return self._make_card(row)

    def _make_card(self, row: ReminderRow) -> ReminderCard | BrokenCard:
        if not row.comes:
            broken = BrokenCard(row, self._theme)
            broken.open_wanted.connect(self.open_wanted)
            return broken
        card = ReminderCard(row, self._theme)
        card.wished.connect(self.wished)
        card.try_wanted.connect(self.try_wanted)
        card.open_wanted.connect(self.open_wanted)
        return card

    def _drop(self, card: ReminderCard | BrokenCard) -> None:
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()

    # The pauses

    def ask_until(self, likely: datetime) -> None:
        """Let a date and a time be chosen, with a likely one to begin with."""
        self._until.ask(likely)
        tab_as_seen(self)

    def refuse_until(self, sentence: str) -> None:
        self._until.refuse(sentence)

    def close_until(self) -> None:
        """It is settled; the keyboard goes back to where it was opened."""
        if self._hand.has_gone_to(self._until):
            self._pause.setFocus(Qt.FocusReason.OtherFocusReason)
        self._until.hide()

    def _fill_menu(self, *, paused: bool) -> None:
        self._menu.clear()
        for length, text in (
            (PauseFor.HALF_HOUR, translate("reminders", "For 30 minutes")),
            (PauseFor.HOUR, translate("reminders", "For an hour")),
            (PauseFor.TOMORROW, translate("reminders", "Until tomorrow")),
        ):
            action = self._menu.addAction(text)
            action.triggered.connect(lambda _checked, length=length: self.pause_wanted.emit(length))
        until = self._menu.addAction(translate("reminders", "Until a date and time …"))
        until.triggered.connect(self.until_wanted)
        if paused:
            self._menu.addSeparator()
            again = self._menu.addAction(translate("reminders", "Let them come again"))
            again.triggered.connect(self.resume_wanted)

    def _open_menu(self) -> None:
        self._menu.popup(self._pause.mapToGlobal(QPoint(0, self._pause.height())))

    # Building

    def _make_area(self) -> QScrollArea:
        gap = self._theme.sizes.gap
        self._cards.setSpacing(gap(4))
        inner = QWidget()
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, gap(4), gap(4))
        cards.addLayout(self._cards)
        cards.addStretch(1)
        return scrolling(inner)

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        words = QVBoxLayout()
        words.setSpacing(gap(1))
        words.addWidget(plain_label(translate("reminders", "Reminders"), "title", wrap=False))
        words.addWidget(self._next)
        folder = QPushButton(translate("reminders", "My reminders folder"))
        folder.setProperty("role", "link")
        folder.clicked.connect(self.folder_wanted)
        words.addWidget(folder, 0, Qt.AlignmentFlag.AlignLeft)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, gap(4), 0)  # ends where the cards do
        top.addLayout(words, 1)
        top.addWidget(self._pause, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, gap(4), gap(3))
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), 0)
        column.setSpacing(gap(4))
        column.addLayout(top)
        asked = QHBoxLayout()
        asked.setContentsMargins(0, 0, gap(4), 0)
        asked.addWidget(self._until)
        column.addLayout(asked)
        column.addWidget(self._area, 1)
        column.addLayout(below)
        back = QShortcut(QKeySequence("Ctrl+Z"), self)
        back.setContext(Qt.ShortcutContext.WindowShortcut)  # while the page is shown
        back.activated.connect(self.undo_wanted)
