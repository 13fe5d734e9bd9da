"""The page of the weeks: the year first, then what a chosen time was like."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.choice_box import ChoiceBox
from desktop.look.hand import Hand, bring_into_sight
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.tab_order import tab_as_seen
from desktop.look.theme import Theme
from desktop.look.undo_line import UndoLine
from desktop.pages.weeks.cards import (
    HelpedCard,
    HoursCard,
    KindsCard,
    MinutesCard,
    PracticesCard,
    RatingsCard,
)
from desktop.pages.weeks.shown import Range, WeeksShown
from desktop.pages.weeks.year import YearCard

KEY_LINES = (
    KeyLine("← → ↑ ↓", QT_TRANSLATE_NOOP("keys", "from week to week and day to day in the year")),
    KeyLine(
        QT_TRANSLATE_NOOP("keys", "Page ↑ ↓"), QT_TRANSLATE_NOOP("keys", "four weeks back or on")
    ),
    KeyLine(
        QT_TRANSLATE_NOOP("keys", "Home End"), QT_TRANSLATE_NOOP("keys", "the first day, or today")
    ),
    KeyLine("Tab", QT_TRANSLATE_NOOP("keys", "to the next thing; with Shift, to the one before")),
    KeyLine(QT_TRANSLATE_NOOP("keys", "Space"), QT_TRANSLATE_NOOP("keys", "switch or press it")),
    KeyLine("Ctrl+Z", QT_TRANSLATE_NOOP("keys", "take the last change back")),
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)


class WeeksPage(QWidget):
    """Shows values and tells what is wanted.

    ``off_wanted`` brings a day and a reason, empty to take it back; ``picture_wanted`` a name for
    the file and a ``Picture``.
    """

    range_chosen = Signal(Range)
    off_wanted = Signal(date, str)
    picture_wanted = Signal(str, object)
    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._empty = _EmptyCard(theme)
        self.year = YearCard(theme)
        self.practices = PracticesCard(theme)
        self.minutes = MinutesCard(theme)
        self.kinds = KindsCard(theme)
        self.ratings = RatingsCard(theme)
        self.helped = HelpedCard(theme)
        self.hours = HoursCard(theme)
        self._range = self._range_box()
        self._undo = UndoLine(theme)
        self._hand = Hand(self, self._undo)
        self._filled = QWidget()
        self._filled.setProperty("role", "bare")
        self._connect()
        self._build()

    def show_values(self, values: WeeksShown) -> None:
        """Show these; the chosen day, open tables and the keyboard stay where they are."""
        empty = values.first is None and not values.hours
        self._empty.setVisible(empty)
        self._filled.setVisible(not empty)
        self._range.setCurrentIndex(self._range.findData(values.range))
        if not empty:
            for card in self._cards:
                card.show_values(values)
        tab_as_seen(self)

    def show_change(self, name: str, not_kept: str = "") -> None:
        """What can be taken back; empty if nothing can. ``not_kept`` is why it will not last."""
        is_news = self._undo.show_change(name, not_kept)
        if is_news and (control := self._hand.on) is not None:
            QTimer.singleShot(0, control, lambda: bring_into_sight(control))

    @property
    def control(self) -> QWidget | None:
        """What the person changes something with now."""
        return self._hand.on

    def return_to(self, control: object) -> None:
        """A change made with ``control`` was taken back: the keyboard goes there from "Undo"."""
        if self._hand.has_gone_to(self._undo):
            self._hand.put_back(control, self.year.map)

    def take_keyboard(self) -> None:
        """To today, or wherever in the year one was."""
        if self._filled.isVisibleTo(self):
            self.year.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _cards(
        self,
    ) -> tuple[
        YearCard | PracticesCard | MinutesCard | KindsCard | RatingsCard | HelpedCard | HoursCard,
        ...,
    ]:
        return (
            self.year,
            self.practices,
            self.ratings,
            self.helped,
            self.minutes,
            self.kinds,
            self.hours,
        )

    # Building

    def _connect(self) -> None:
        self._range.activated.connect(lambda _: self.range_chosen.emit(self._range.currentData()))
        self.year.off_wanted.connect(self.off_wanted)
        for card in self._cards:
            card.picture_wanted.connect(self.picture_wanted)
        self._undo.undo_wanted.connect(self.undo_wanted)
        back = QShortcut(QKeySequence("Ctrl+Z"), self)
        back.setContext(Qt.ShortcutContext.WindowShortcut)  # while the page is shown
        back.activated.connect(self.undo_wanted)

    def _range_box(self) -> ChoiceBox:
        box = ChoiceBox(self._theme)
        box.setAccessibleName(translate("weeks", "Time shown below"))
        for span, text in (
            (Range.FOUR_WEEKS, translate("weeks", "The last 4 weeks")),
            (Range.THREE_MONTHS, translate("weeks", "The last 3 months")),
            (Range.YEAR, translate("weeks", "The last year")),
        ):
            box.addItem(text, span)
        return box

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, gap(4), gap(4))
        rows.setSpacing(gap(4))
        rows.addWidget(plain_label(translate("weeks", "Weeks"), "title", wrap=False))
        rows.addWidget(self._empty)
        rows.addWidget(self._filled)
        rows.addStretch(1)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(gap(4))
        filled.addWidget(self.year)
        filled.addWidget(self.practices)
        filled.addWidget(self._range, 0, Qt.AlignmentFlag.AlignLeft)
        for card in self._cards[2:]:
            filled.addWidget(card)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, gap(4), gap(3))
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), 0)
        column.setSpacing(gap(4))
        column.addWidget(scrolling(inner), 1)
        column.addLayout(below)


class _EmptyCard(QFrame):
    """What will be seen here, and how to begin."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        gap = theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(2))
        column.addWidget(plain_label(translate("weeks", "Nothing to look back on yet"), "next"))
        for text in (
            translate(
                "weeks",
                "Play any routine, even for a minute: its day is marked here, in a sheet of the "
                "year.",
            ),
            translate(
                "weeks",
                "Rate your tension before and after, and you can see how it was over the weeks.",
            ),
            translate("weeks", "All of it stays on this computer, and there is no streak to lose."),
        ):
            column.addWidget(plain_label(text, "soft"))
