"""When to see someone: the signs, whom to call, and where the wording comes from."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label, plain_tip
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.pages.safety.help_card import HelpCard
from desktop.pages.safety.shown import Help
from desktop.pages.safety.signs import Card, SignsCard
from desktop.words.safety import (
    SOURCES,
    Urgency,
    balance,
    footing,
    introduction,
    overwhelm,
    overwhelm_name,
    sooner,
    sooner_name,
)

KEY_LINES = (
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "scroll")),
    KeyLine("Tab", QT_TRANSLATE_NOOP("keys", "to the next thing; with Shift, to the one before")),
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("Esc", QT_TRANSLATE_NOOP("keys", "back to where you were")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)
_BESIDE = 900  # pixels at 1x; with less, all cards stand below each other


class SafetyPage(QWidget):
    """Shows the lists; ``back_wanted`` is Esc. It decides nothing and keeps nothing."""

    own_changed = Signal(str)
    country_chosen = Signal(str)
    along_wanted = Signal()
    address_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._help = HelpCard(theme)
        self._signs = {each: SignsCard(each, theme) for each in Urgency}
        self._overwhelm = Card(overwhelm_name(), theme)
        self._first = self._overwhelm.add_text(role="heading")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._along = QPushButton(translate("safety", "A page to take along …"))
        self._along.clicked.connect(self.along_wanted)
        self._connect()
        self._build()
        self.show_help(Help())

    def show_help(self, help_: Help) -> None:
        """Whom to call, here and in each card that says so."""
        self._help.show_help(help_)
        for card in self._signs.values():
            card.show_lines(help_.lines, help_.own)
        self._first.setText(overwhelm(help_.lines.emergency, help_.lines.crisis)[0])

    def take_keyboard(self) -> None:
        """To what is read: the arrows scroll it."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _connect(self) -> None:
        self._help.own_changed.connect(self.own_changed)
        self._help.country_chosen.connect(self.country_chosen)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back_wanted)

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(gap(3), gap(3), gap(4), gap(6))
        rows.setSpacing(gap(4))
        rows.addWidget(plain_label(translate("safety", "When to see someone"), "title"))
        rows.addWidget(plain_label(introduction(), "lead"))
        rows.addWidget(plain_label(balance(), "soft"))
        rows.addWidget(self._signs[Urgency.NOW])
        self._halves.setSpacing(gap(4))
        self._halves.addLayout(
            self._under(self._signs[Urgency.SOON], self._signs[Urgency.SOME_TIME]), 1
        )
        self._halves.addLayout(self._under(self._help, self._sooner()), 1)
        rows.addLayout(self._halves)
        rows.addWidget(self._fill_overwhelm())
        rows.addWidget(self._along_card())
        rows.addWidget(self._sources())
        rows.addStretch(1)
        self._area = scrolling(inner, name=translate("safety", "When to see someone"))
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(7), gap(5), gap(6), gap(2))
        column.addWidget(self._area)

    def _under(self, *cards: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.sizes.gap(4))
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _sooner(self) -> Card:
        card = Card(sooner_name(), self._theme)
        card.add_text(sooner())
        return card

    def _fill_overwhelm(self) -> Card:
        for text in overwhelm()[1:]:
            self._overwhelm.add_text(text)
        return self._overwhelm

    def _along_card(self) -> Card:
        card = Card(translate("safety", "If you go"), self._theme)
        card.add_text(
            translate(
                "safety",
                "A page to print or send: what you rated and when, where it was, what you did, "
                "and room for your own words. You see all of it before it is saved, and nothing "
                "that you wrote is on it unless you put it there.",
            )
        )
        card.column.addWidget(self._along, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _sources(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.gap(1))
        column.addWidget(plain_label(footing(), "soft"))
        for address in SOURCES:
            column.addWidget(self._source(address), 0, Qt.AlignmentFlag.AlignLeft)
        return whole

    def _source(self, address: str) -> QPushButton:
        button = QPushButton(QUrl(address).host().removeprefix("www."))
        button.setProperty("role", "link")
        button.setToolTip(plain_tip(address))
        button.setAccessibleName(translate("safety", "Open {address}").format(address=address))
        button.clicked.connect(lambda: self.address_wanted.emit(address))
        return button

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < self._theme.sizes.scaled(_BESIDE)
        self._halves.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
