"""The program itself, and what of the system works for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.choice_box import CheckBox
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.settings.section import Section, Setting
from desktop.pages.settings.values import Fact, SwitchValue


class SwitchSetting(Setting):
    """A switch with its words beside it."""

    switched = Signal(bool)

    def __init__(self, name: str, theme: Theme, *, hint: str = "", words: str = "") -> None:
        super().__init__("", theme, hint=hint, words=f"{name} {words}")
        self._box = CheckBox(name, theme, flush=True, role="")
        self._box.toggled.connect(self.switched)
        self.put(self._box)

    def show_switch(self, value: SwitchValue) -> None:
        blocked = self._box.blockSignals(True)
        self._box.setChecked(value.on)
        self._box.blockSignals(blocked)
        self._box.setEnabled(value.enabled)
        if value.hint:
            self.say_hint(value.hint)


class ProgramSection(Section):
    """Starting with the session, and the tray."""

    autostart_switched = Signal(bool)
    arc_switched = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("settings", "The program"), theme)
        self.autostart = SwitchSetting(
            translate("settings", "Start in the tray when I log in"),
            theme,
            words=translate("settings", "autostart login"),
        )
        self.arc = SwitchSetting(
            translate("settings", "Show the time to the next reminder as an arc"),
            theme,
            hint=translate("settings", "In the tray's icon, without figures."),
            words=translate("settings", "tray icon"),
        )
        self.autostart.switched.connect(self.autostart_switched)
        self.arc.switched.connect(self.arc_switched)
        self.add(self.autostart)
        self.add(self.arc)


class FactsSection(Section):
    """What works here and what does not, and why."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            translate("settings", "What works on this system"),
            theme,
            translate("settings", "As it is now."),
        )
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._list = Setting("", theme)
        self.add(self._list)
        self._lines: list[_FactLine] = []

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Say these; only what has changed is said anew."""
        if [fact.label for fact in facts] != [fact.label for fact in self._facts]:
            for line in self._lines:
                line.hide()
                line.deleteLater()
            self._lines = [_FactLine(fact, self._theme) for fact in facts]
            for line in self._lines:
                self._list.put(line)
        for line, fact in zip(self._lines, facts, strict=True):
            line.show_fact(fact)
        self._facts = facts

    def thin_out(self, words: list[str]) -> bool:
        found = [line for line in self._lines if line.matches(words, self._name)]
        for line in self._lines:
            line.setVisible(line in found)
        self.setVisible(bool(found))
        return bool(found)


class _FactLine(QWidget):
    """A mark, what it is about, and by what it works or why not."""

    def __init__(self, fact: Fact, theme: Theme) -> None:
        super().__init__()
        self._fact = fact
        self._head = plain_label(role="heading")
        self._how = plain_label(role="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.sizes.gap(2))
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._how)

    def show_fact(self, fact: Fact) -> None:
        self._fact = fact
        if not fact.sure:
            mark, state = "?", translate("settings", "may work here")
        elif fact.here:
            mark, state = "✓", translate("settings", "works here")
        else:
            mark, state = "–", translate("settings", "not here")
        self._head.setText(f"{mark}  {fact.label}: {state}")
        self._how.setText(fact.how)

    def matches(self, words: list[str], section: str) -> bool:
        text = f"{section} {self._fact.label} {self._fact.how}".casefold()
        return all(word in text for word in words)
