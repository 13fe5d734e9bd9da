"""The page of the reminders."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.changing_page import ChangingPage
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label
from desktop.look.tab_order import tab_as_seen
from desktop.look.theme import Theme
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
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)


class RemindersPage(ChangingPage):
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
    folder_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: list[ReminderCard | BrokenCard] = []
        self._next = plain_label(role="soft")
        self._pause = QPushButton(translate("reminders", "Pause ▾"))
        self._pause.setAccessibleName(translate("reminders", "Pause the reminders"))
        self._menu = QMenu(self)
        self._pause.clicked.connect(self._open_menu)
        self._until = UntilBox(theme)
        self._until.wanted.connect(self.pause_until_wanted)
        self._until.given_up.connect(self.close_until)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.sizes.gap(4))
        self._lay_out(self._head(), self._body(), self._pause)

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

    def _body(self) -> QWidget:
        body = QWidget()
        cards = QVBoxLayout(body)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.addLayout(self._cards)
        cards.addStretch(1)
        return body

    def _head(self) -> QWidget:
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
        top.addLayout(words, 1)
        top.addWidget(self._pause, 0, Qt.AlignmentFlag.AlignTop)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(4))
        column.addLayout(top)
        column.addWidget(self._until)
        return head
