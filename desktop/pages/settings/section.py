"""A section of the settings: a card of settings that a search can thin out."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.look.labels import plain_label
from desktop.look.theme import Theme


class Setting(QWidget):
    """One setting: its name above, what one acts on, and a hint below."""

    def __init__(self, name: str, theme: Theme, *, hint: str = "", words: str = "") -> None:
        """``words`` is what else a search finds it by."""
        super().__init__()
        self.name = name
        self._words = f"{name} {hint} {words}".casefold()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.sizes.gap(1.5))
        if name:
            self._column.addWidget(plain_label(name, "heading"))
        self.hint = plain_label(hint, "small")
        self.trouble = plain_label(role="trouble")
        # Shown only once they are in here: without a parent they would be windows.
        self._column.addWidget(self.hint)
        self._column.addWidget(self.trouble)
        self.hint.setVisible(bool(hint))
        self.trouble.hide()

    def put(self, widget: QWidget) -> None:
        """Add what one acts on."""
        self._column.insertWidget(self._column.count() - 2, widget)

    def say_hint(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def refuse(self, sentence: str) -> None:
        """Say why something is not taken; an empty sentence takes it back."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def matches(self, words: list[str], section: str) -> bool:
        text = f"{section.casefold()} {self._words}"
        return all(word in text for word in words)


class Section(QFrame):
    """A card with a heading and settings."""

    def __init__(self, name: str, theme: Theme, about: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = name
        self._about = about
        self._settings: list[Setting] = []
        gap = theme.sizes.gap
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(gap(5), gap(4), gap(5), gap(5))
        self.column.setSpacing(gap(4))
        top = QVBoxLayout()
        top.setSpacing(gap(1))
        top.addWidget(plain_label(name, "next"))
        if about:
            top.addWidget(plain_label(about, "soft"))
        self.column.addLayout(top)

    def add(self, setting: Setting) -> None:
        self._settings.append(setting)
        self.column.addWidget(setting)

    def thin_out(self, words: list[str]) -> bool:
        """Show only what has all of ``words``; whether there is anything."""
        found = 0
        for setting in self._settings:
            matches = setting.matches(words, f"{self._name} {self._about}")
            setting.setVisible(matches)
            found += matches
        self.setVisible(found > 0)
        return found > 0
