"""The page to take along, as it will be saved: seen first, with what one wants on it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.choice_box import CheckBox, ChoiceBox
from desktop.look.flow import FlowLayout
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.pages.safety.shown import Wanted

KEY_LINES = (
    KeyLine("Ctrl+S", QT_TRANSLATE_NOOP("keys", "save it")),
    KeyLine("Tab", QT_TRANSLATE_NOOP("keys", "to the next thing; with Shift, to the one before")),
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "choose, or scroll the page")),
    KeyLine("Esc", QT_TRANSLATE_NOOP("keys", "back to where you were")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)
_LEAST_SEEN = 260  # pixels at 1x; in less room the whole page scrolls
_DAYS = (28, 91, 182, 365, 0)
_WRITTEN_DAYS = (7, 28, 91, 0)


class AlongPage(QWidget):
    """Shows a document; ``changed`` brings what is wanted on it, ``save_wanted`` that it is to be
    a file. It reads nothing and writes nothing.
    """

    changed = Signal(Wanted)
    save_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._days = _choice(theme, _DAYS, translate("safety", "How far back"), Wanted().days)
        self._written = CheckBox(
            translate("safety", "With what I wrote"), theme, flush=True, role=""
        )
        self._written_days = _choice(
            theme, _WRITTEN_DAYS, translate("safety", "What I wrote in"), Wanted().written_days
        )
        self._written_days.hide()
        self._save = QPushButton(translate("safety", "Save as PDF …"))
        self._save.setProperty("role", "main")
        self._said = plain_label(role="soft")
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.hide()
        self._view = QTextEdit()
        self._document: QTextDocument | None = None
        self._connect()
        self._build()

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            self._days.currentData(), self._written.isChecked(), self._written_days.currentData()
        )

    def forget_choices(self) -> None:
        """As at first: what was written is put on it anew each time, or not at all."""
        for box, value in (
            (self._days, Wanted().days),
            (self._written_days, Wanted().written_days),
        ):
            box.setCurrentIndex(box.findData(value))
        self._written.setChecked(False)
        self.say("")

    def show_document(self, document: QTextDocument) -> None:
        """Show it at the place where one is reading."""
        bar = self._view.verticalScrollBar()
        place = bar.value()
        document.setParent(self)
        document.setDocumentMargin(self._theme.sizes.gap(6))
        self._view.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document
        bar.setValue(place)

    def say(self, text: str, *, trouble: bool = False) -> None:
        """How the saving went; an empty text takes it away."""
        self._said.setProperty("role", "trouble" if trouble else "soft")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def take_keyboard(self) -> None:
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _connect(self) -> None:
        self._days.activated.connect(self._tell)
        self._written_days.activated.connect(self._tell)
        self._written.toggled.connect(self._written_days.setVisible)
        self._written.clicked.connect(self._tell)
        self._save.clicked.connect(self.save_wanted)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WindowShortcut)  # while the page is shown
        save.activated.connect(self.save_wanted)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back_wanted)

    def _tell(self) -> None:
        self.say("")
        self.changed.emit(self.wanted)

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        self._view.setReadOnly(True)
        self._view.setTabChangesFocus(True)
        self._view.setAccessibleName(translate("safety", "The page as it will be saved"))
        self._view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._view.setMinimumHeight(self._theme.sizes.scaled(_LEAST_SEEN))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(gap(10), gap(6), gap(10), gap(6))
        column.setSpacing(gap(3))
        column.addLayout(self._top())
        column.addWidget(plain_label(translate("safety", "A page to take along"), "title"))
        about = translate(
            "safety",
            "This is all that will be in the file. Nothing is sent anywhere; whom you show it to "
            "is yours to decide.",
        )
        column.addWidget(plain_label(about, "soft"))
        column.addLayout(self._choices())
        column.addWidget(self._said)
        column.addWidget(self._view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner))

    def _top(self) -> QHBoxLayout:
        back = QPushButton(translate("safety", "◂ Back"))
        back.setAccessibleName(translate("safety", "Back"))
        back.setProperty("role", "quiet")
        back.clicked.connect(self.back_wanted)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _choices(self) -> QVBoxLayout:
        gap = self._theme.sizes.gap
        first = FlowLayout(gap(3))
        for widget in (self._save, self._days):
            first.addWidget(widget)
        rows = QVBoxLayout()
        rows.setSpacing(gap(1))
        rows.addLayout(first)
        rows.addWidget(self._written)
        rows.addWidget(self._written_days, 0, Qt.AlignmentFlag.AlignLeft)
        return rows


def _choice(theme: Theme, values: Iterable[int], name: str, first: int) -> ChoiceBox:
    box = ChoiceBox(theme)
    box.setAccessibleName(name)
    for days in values:
        box.addItem(_days_text(days), days)
    box.setCurrentIndex(box.findData(first))
    return box


def _days_text(days: int) -> str:
    return {
        7: translate("safety", "The last 7 days"),
        28: translate("safety", "The last 4 weeks"),
        91: translate("safety", "The last 3 months"),
        182: translate("safety", "The last 6 months"),
        365: translate("safety", "The last year"),
        0: translate("safety", "All there is"),
    }[days]
