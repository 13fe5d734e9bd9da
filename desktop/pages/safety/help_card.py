"""Whom to call: the person's own number, and those of their country."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout

from desktop.language import translate
from desktop.look.choice_box import ChoiceBox
from desktop.look.labels import plain_label
from desktop.look.regrow import keep_width
from desktop.look.theme import Theme
from desktop.pages.safety.shown import Help
from desktop.pages.safety.signs import Card
from desktop.words.help_lines import countries, help_sentences
from desktop.words.safety import own_text

_LONGEST = 200  # characters: a name, a number and opening hours


class HelpCard(Card):
    """``own_changed`` gives what was typed once the field is left, ``country_chosen`` a code."""

    own_changed = Signal(str)
    country_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("safety", "Whom to call"), theme)
        self._help = Help()
        self._own = QLineEdit()
        self._own.setMaxLength(_LONGEST)
        self._own.editingFinished.connect(self._take_own)
        self._country = ChoiceBox(theme)
        for code, name in countries():
            self._country.addItem(name, code)
        self._country.activated.connect(
            lambda: self.country_chosen.emit(self._country.currentData())
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.sizes.gap(1))
        self._lay_out()

    def show_help(self, help_: Help) -> None:
        """Show these. What is being typed is left alone."""
        self._help = help_
        if not self._own.hasFocus():
            self._own.setText(help_.own)
        self._country.setCurrentIndex(max(0, self._country.findData(help_.country)))
        texts = help_sentences(help_.lines)
        if help_.own:
            texts = (own_text(help_.own), *texts)
        self._say(texts)

    def _say(self, texts: tuple[str, ...]) -> None:
        """Lines that are there already are filled anew, the keyboard stays."""
        while self._lines.count() < len(texts):
            self._lines.addWidget(_line())
        for number in range(self._lines.count()):
            item = self._lines.itemAt(number)
            label = item.widget() if item is not None else None
            if isinstance(label, QLabel):
                label.setText(texts[number] if number < len(texts) else "")
                label.setVisible(number < len(texts))

    def _take_own(self) -> None:
        own = " ".join(self._own.text().split())
        if own != self._help.own:
            self.own_changed.emit(own)

    def _lay_out(self) -> None:
        sizes = self._theme.sizes
        self.column.addLayout(self._lines)
        self.column.addSpacing(sizes.gap(2))
        self._name(translate("safety", "In your country"), self._country)
        self.column.addWidget(self._country, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(sizes.gap(2))
        self._name(translate("safety", "Your own number, doctor or clinic"), self._own)
        self._own.setPlaceholderText(translate("safety", "Name and number"))
        keep_width(self._own, sizes, most=120)
        self.column.addWidget(self._own)
        self.add_text(
            translate("safety", "Kept in the settings on this computer, and shown first."), "small"
        )

    def _name(self, text: str, field: QLineEdit | ChoiceBox) -> None:
        label = plain_label(text, "heading")
        label.setBuddy(field)
        field.setAccessibleName(text)
        self.column.addWidget(label)


def _line() -> QLabel:
    """A number that can be copied."""
    label = plain_label()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
