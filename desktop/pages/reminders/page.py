"""The page of the reminders."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.reminders.card import ReminderCard
from desktop.pages.reminders.rows import ReminderRow


class RemindersPage(QWidget):
    """A card a reminder, with what comes next and the pause above them."""

    on_changed = Signal(str, bool)
    every_changed = Signal(str, str)
    at_changed = Signal(str, tuple)
    style_changed = Signal(str, str)
    try_wanted = Signal(str)
    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._rows: tuple[ReminderRow, ...] = ()
        self._paused = False
        self._next = plain_label(role="soft")
        self._pause = QPushButton(translate("reminders", "Pause for an hour"))
        self._pause.clicked.connect(self._pause_clicked)
        self._cards = QVBoxLayout()
        self._build()

    def show_rows(self, rows: tuple[ReminderRow, ...]) -> None:
        """Show the reminders; cards are made anew only where something differs."""
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._cards.addWidget(self._card(row))

    def show_next(self, text: str, *, paused: bool) -> None:
        """What comes next, or until when nothing does."""
        self._paused = paused
        self._next.setText(text or translate("reminders", "No reminder ahead."))
        self._pause.setText(
            translate("reminders", "Let them come again")
            if paused
            else translate("reminders", "Pause for an hour")
        )

    def _card(self, row: ReminderRow) -> ReminderCard:
        card = ReminderCard(row, self._theme)
        card.on_changed.connect(self.on_changed)
        card.every_changed.connect(self.every_changed)
        card.at_changed.connect(self.at_changed)
        card.style_changed.connect(self.style_changed)
        card.try_wanted.connect(self.try_wanted)
        return card

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        title = plain_label(translate("reminders", "Reminders"), "title", wrap=False)
        words = QVBoxLayout()
        words.setSpacing(gap(1))
        words.addWidget(title)
        words.addWidget(self._next)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, gap(4), 0)  # ends where the cards do
        top.addLayout(words, 1)
        top.addWidget(self._pause, 0, Qt.AlignmentFlag.AlignTop)
        self._cards.setSpacing(gap(4))
        inner = QWidget()
        inner.setProperty("role", "bare")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, gap(4), gap(4))
        cards.addLayout(self._cards)
        cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), 0)
        column.setSpacing(gap(5))
        column.addLayout(top)
        column.addWidget(area, 1)

    def _pause_clicked(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()
