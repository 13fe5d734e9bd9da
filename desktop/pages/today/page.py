"""The page Today: what fits now, and little else."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.hand import bring_into_sight
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label
from desktop.look.notice import Notice
from desktop.look.scroll import HeadedArea
from desktop.look.tab_order import first_stop, tab_as_seen
from desktop.look.theme import Theme
from desktop.pages.today.coming import ComingCard
from desktop.pages.today.how import HowCard
from desktop.pages.today.offers import Offers
from desktop.pages.today.shown import TodayShown
from desktop.pages.today.week import WeekCard

KEY_LINES = (
    KeyLine(QT_TRANSLATE_NOOP("keys", "Enter"), QT_TRANSLATE_NOOP("keys", "start what fits now")),
    KeyLine("0 – 9", QT_TRANSLATE_NOOP("keys", "say how tense it is; 1 and 0 are 10")),
    KeyLine("T", QT_TRANSLATE_NOOP("keys", "to the numbers; Enter keeps one, Esc leaves it")),
    KeyLine("← →", QT_TRANSLATE_NOOP("keys", "from number to number, from day to day")),
    KeyLine("Ctrl+Z", QT_TRANSLATE_NOOP("keys", "take back what was kept")),
    KeyLine("Tab", QT_TRANSLATE_NOOP("keys", "to the next thing; with Shift, to the one before")),
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)

_BESIDE = 640  # pixels of width at 1x from which on things stand beside each other

_NOT_TYPED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class TodayPage(QWidget):
    """Shows values and tells what is wanted; keeping and playing are the others' business.

    ``rated`` brings a scale, a number and areas of the body. ``seen`` says that the page has come
    into sight, and ``gone`` that it has left it: between the two it wants to be up to date.
    """

    start_wanted = Signal(str)
    go_on_wanted = Signal()
    let_go_wanted = Signal()
    pause_toggled = Signal()
    weeks_wanted = Signal()
    rated = Signal(str, int, tuple)
    undo_wanted = Signal()
    seen = Signal()
    gone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._shown: TodayShown | None = None
        self._card: QWidget | None = None
        self._date = plain_label(role="soft")
        self._first = plain_label(
            translate(
                "today",
                "Welcome. Each day this page offers what may fit now. What you do, and how it is "
                "then, is kept on this computer and goes nowhere else.",
            )
        )
        self._trouble = plain_label(role="trouble")
        self._loss = Notice(theme)
        self._waiting = QFrame()
        self._waiting_text = plain_label()
        self._offers = Offers(theme)
        self._week = WeekCard(theme)
        self._coming = ComingCard(theme)
        self._how = HowCard(theme)
        self._slot = QVBoxLayout()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        self.show_trouble("")

    def show_today(self, shown: TodayShown) -> None:
        """Show this; what already says so is left alone, the keyboard with it."""
        if shown == self._shown:
            return
        self._shown = shown
        self._date.setText(shown.date)
        self._first.setVisible(shown.week is None)
        self._offers.show_offers(shown.offers)
        self._week.show_week(shown.week)
        self._show_waiting(shown.waiting)

    def show_next(self, text: str, *, paused: bool) -> None:
        """The next reminder, or until when there is none; empty where none is wanted."""
        self._coming.show_next(text, paused=paused)

    def show_kept(self, text: str, *, undo: bool = True) -> None:
        """What has become of the last rating; an empty text takes the line away."""
        self._how.show_kept(text, undo=undo)

    def show_trouble(self, line: str) -> None:
        """What is not being kept; empty if all is."""
        self._trouble.setText(line)
        self._trouble.setVisible(bool(line))

    def show_loss(self, line: str) -> None:
        """What has happened to what was kept, until it is read."""
        self._loss.say(line)
        tab_as_seen(self)

    def show_card(self, card: QWidget | None) -> None:
        """Something quiet between what fits now and the rest; None takes it away."""
        if card is self._card:
            return
        if self._card is not None:
            self._slot.removeWidget(self._card)
            self._card.hide()
        self._card = card
        if card is not None:
            self._slot.addWidget(card)
            card.show()
        tab_as_seen(self)

    def ask_now(self, scale: str = "tension") -> None:
        """Ask how it is, with the keyboard where one answers."""
        self._how.ask(scale)

    def take_keyboard(self) -> None:
        start = self._offers.main.start
        stop = start if start.isVisibleTo(self) else first_stop(self)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, stop, lambda: self._see(stop))  # once all has its place

    def _see(self, stop: QWidget) -> None:
        """The page from its beginning, if ``stop`` is in sight then."""
        self._area.verticalScrollBar().setValue(0)
        bring_into_sight(stop)

    def _show_waiting(self, text: str) -> None:
        focus: QWidget | None = self.window().focusWidget()
        if not text and focus is not None and self._waiting.isAncestorOf(focus):
            self.take_keyboard()
        self._waiting_text.setText(text)
        self._waiting.setVisible(bool(text))

    # Building

    def _connect(self) -> None:
        self._offers.start_wanted.connect(self.start_wanted)
        self._week.weeks_wanted.connect(self.weeks_wanted)
        self._coming.toggled.connect(self.pause_toggled)
        self._how.rated.connect(self.rated)
        self._how.undo_wanted.connect(self._undo)
        self._how.over.connect(self.take_keyboard)
        back = QShortcut(QKeySequence("Ctrl+Z"), self)
        back.setContext(Qt.ShortcutContext.WindowShortcut)  # while the page is shown
        back.activated.connect(self._undo)
        self._theme.changed.connect(self._stand)

    def _undo(self) -> None:
        if not self._how.can_undo:
            return
        self.take_keyboard()  # the button that was pressed goes away
        self.undo_wanted.emit()

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        headed = HeadedArea(self._head(), self._body(), self._theme)
        self._area = headed.area
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), 0)
        column.addWidget(headed)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.gap(1))
        column.addWidget(plain_label(translate("today", "Today"), "title", wrap=False))
        column.addWidget(self._date)
        column.addWidget(self._trouble)
        return head

    def _body(self) -> QWidget:
        gap = self._theme.sizes.gap
        self._pair.setSpacing(gap(4))
        self._pair.addWidget(self._week, 5)
        self._pair.addWidget(self._coming, 3)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(4))
        column.addWidget(self._loss)
        column.addWidget(self._first)
        column.addWidget(self._bar())
        column.addWidget(self._offers)
        column.addLayout(self._slot)
        column.addWidget(self._how)
        column.addLayout(self._pair)
        column.addStretch(1)
        return body

    def _bar(self) -> QFrame:
        gap = self._theme.sizes.gap
        self._waiting.setProperty("role", "bar")
        go_on = QPushButton(translate("today", "Go on"))
        go_on.clicked.connect(self.go_on_wanted)
        let_go = QPushButton(translate("today", "Let it go"))
        let_go.clicked.connect(self.let_go_wanted)
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(gap(4), gap(2), gap(3), gap(2))
        row.setSpacing(gap(3))
        row.addWidget(self._waiting_text, 1)
        for button in (go_on, let_go):
            button.setProperty("room", "low")
            row.addWidget(button)
        self._waiting.hide()
        return self._waiting

    def _stand(self) -> None:
        """Things beside each other where there is the width for it."""
        gap = self._theme.sizes.gap
        width = self.width() - gap(10) - gap(6) - gap(4)
        beside = width >= self._theme.sizes.scaled(_BESIDE)
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._offers.stand(width, beside=beside)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.gone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat() or event.modifiers() & _NOT_TYPED:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._how.is_choosing:
            self._how.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_enter(event)
        elif event.text().casefold() == "t":
            self.ask_now()
        elif not self._how.take_key(event):
            super().keyPressEvent(event)

    def _take_enter(self, event: QKeyEvent) -> None:
        """It keeps a number, presses the button that has the keyboard, or starts what fits."""
        focus: QWidget | None = self.window().focusWidget()
        if self._how.take_enter():
            return
        if isinstance(focus, QPushButton) and self.isAncestorOf(focus):
            focus.click()
        elif self._offers.main.start.isVisible():
            self._offers.main.start.click()
        else:
            event.ignore()
