"""The cards of the journal below each other, by days, in an area that scrolls."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.pages.journal.card import JournalCard, TextBlock
from desktop.pages.journal.shown import ShownCard, ShownJournal, ShownText


class Sheets(QObject):
    """Keeps the cards. One is made anew only where it shows something else than before."""

    write_wanted = Signal(str)
    new_wanted = Signal()
    done = Signal()
    delete_wanted = Signal(str)
    copy_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    typed = Signal()
    earlier_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, top: QWidget, theme: Theme) -> None:
        """``top`` scrolls with them: where text is large, there is no room to lose."""
        super().__init__()
        self._theme = theme
        self._cards: list[JournalCard] = []
        self._passing: list[QWidget] = []
        gap = theme.sizes.gap
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, gap(4), gap(4))
        column.setSpacing(gap(3))
        self._later = self._turning(translate("journal", "Later entries"), self.later_wanted)
        self._earlier = self._turning(translate("journal", "Earlier entries"), self.earlier_wanted)
        self._nothing = plain_label(translate("journal", "Nothing found."), "soft")
        self._empty = self._make_empty()
        self._column = QVBoxLayout()
        self._column.setSpacing(gap(3))
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(top)
        column.addWidget(self._empty)
        column.addWidget(self._nothing)
        column.addWidget(self._later, 0, left)
        column.addLayout(self._column)
        column.addWidget(self._earlier, 0, left)
        column.addStretch(1)
        self.area = scrolling(inner)
        self.setParent(self.area)

    def show_journal(self, shown: ShownJournal, *, from_top: bool) -> bool:
        """Show it; whether the keyboard was in an entry and there is none left to have it."""
        at = self._place_of_keyboard()
        known = {(card.shown, card.words): card for card in self._cards}
        self._clear()
        self._cards = []
        for day in shown.days:
            self._add_passing(plain_label(day.heading, "heading"))
            for each in day.cards:
                card = known.pop((each, shown.words), None) or self._make(each, shown.words)
                self._cards.append(card)
                self._column.addWidget(card)
                card.show()
        for card in known.values():
            _drop(card)
        self._empty.setVisible(not shown.days and not shown.words and not shown.later)
        self._nothing.setVisible(not shown.days and bool(shown.words))
        self._later.setVisible(shown.later)
        self._earlier.setVisible(shown.earlier)
        if from_top:
            self.area.verticalScrollBar().setValue(0)
        return at is not None and not self._put_keyboard(*at)

    def add_new(self, shown: ShownText, time: str) -> TextBlock:
        """A card for what is not written yet, above the others."""
        for widget in (self._empty, self._nothing):
            widget.hide()
        card = self._make(ShownCard(time, (shown,)), ())
        self._cards.insert(0, card)
        self._column.insertWidget(0, card)
        card.show()
        self.area.verticalScrollBar().setValue(0)
        return card.blocks[0]

    def block(self, identity: str) -> TextBlock | None:
        return next((each for each in self._blocks() if each.shown.id == identity), None)

    def take_keyboard(self) -> bool:
        """To the first entry; whether there is one."""
        return self._put_keyboard("", 0)

    def go_to(self, identity: str) -> None:
        if self.block(identity) is not None:
            self._put_keyboard(identity, 0)

    def _blocks(self) -> list[TextBlock]:
        return [block for card in self._cards for block in card.blocks]

    def _step(self, identity: str, way: int) -> None:
        blocks = self._blocks()
        here = [each.shown.id for each in blocks].index(identity)
        if 0 <= here + way < len(blocks):
            blocks[here + way].paper.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.value() + way * bar.singleStep())

    def _place_of_keyboard(self) -> tuple[str, int] | None:
        """The entry that has the keyboard, and how many are above it; None if none has."""
        focus = QApplication.focusWidget()
        for number, block in enumerate(self._blocks()):
            if focus is not None and block.isAncestorOf(focus):
                return block.shown.id, number
        return None

    def _put_keyboard(self, identity: str, number: int) -> bool:
        """To that entry, or to the one that has taken its place."""
        blocks = self._blocks()
        if not blocks:
            return False
        found = self.block(identity) or blocks[min(number, len(blocks) - 1)]
        found.paper.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once the layout has given it its place.
        QTimer.singleShot(0, found, lambda: self.area.ensureWidgetVisible(found.paper))
        return True

    # Building

    def _make(self, shown: ShownCard, words: tuple[str, ...]) -> JournalCard:
        card = JournalCard(shown, words, self._theme)
        for block in card.blocks:
            block.write_wanted.connect(self.write_wanted)
            block.done.connect(self.done)
            block.delete_wanted.connect(self.delete_wanted)
            block.copy_wanted.connect(self.copy_wanted)
            block.menu_wanted.connect(self.menu_wanted)
            block.step_wanted.connect(self._step)
            block.typed.connect(self.typed)
        return card

    def _add_passing(self, widget: QWidget) -> None:
        self._passing.append(widget)
        self._column.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
        for widget in self._passing:
            self._column.removeWidget(widget)
            _drop(widget)
        self._passing = []

    def _turning(self, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(wanted)
        button.hide()
        return button

    def _make_empty(self) -> QFrame:
        """What stands there before anything was written."""
        gap = self._theme.sizes.gap
        box = QFrame()
        box.setProperty("role", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(gap(6), gap(6), gap(6), gap(6))
        column.setSpacing(gap(3))
        column.addWidget(plain_label(translate("journal", "Nothing written yet"), "next"))
        invite = translate(
            "journal",
            "Short bursts are enough: a line or two, when something goes round in your head. "
            "Before bed it can help to quiet racing thoughts.",
        )
        column.addWidget(plain_label(invite, "lead"))
        where = translate(
            "journal",
            "What you write in a routine comes here too, where the routine keeps it. It stays on "
            "this computer, and is in no notification.",
        )
        column.addWidget(plain_label(where, "soft"))
        begin = QPushButton(translate("journal", "Write the first lines"))
        begin.clicked.connect(self.new_wanted)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        return box


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
