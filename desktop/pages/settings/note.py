"""Where the paper note lies: a corner of a monitor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.language import translate
from desktop.look.choice_box import ChoiceBox
from desktop.look.flow import FlowLayout
from desktop.look.theme import Theme
from desktop.pages.settings.section import Section, Setting
from desktop.pages.settings.values import DRAGGED, NoteValue
from desktop.reminders.place import Corner


class NoteSection(Section):
    """What is chosen: the word of a corner, ``DRAGGED``, or the name of a monitor."""

    corner_chosen = Signal(str)
    monitor_chosen = Signal(str)
    try_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("settings", "The paper note"), theme)
        self._theme = theme
        self._value = NoteValue("")
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        self.add(self._corners())
        self._monitor = ChoiceBox(theme)
        self._monitor.setAccessibleName(translate("settings", "Monitor of the note"))
        self._monitor.activated.connect(
            lambda: self.monitor_chosen.emit(self._monitor.currentData())
        )
        self._which = Setting(translate("settings", "On which monitor"), theme)
        self._which.put(self._in_line(self._monitor))
        self._several = False
        self.add(self._which)

    def show_note(self, value: NoteValue) -> None:
        self._value = value
        self._chips[DRAGGED].setVisible(value.was_dragged)
        if value.corner in self._chips:
            self._chips[value.corner].setChecked(True)
        self._several = len(value.monitors) > 1
        self._which.setVisible(self._several)
        names = [self._monitor.itemData(row) for row in range(self._monitor.count())]
        if names != list(value.monitors):
            self._monitor.clear()
            for number, name in enumerate(value.monitors):
                main = translate("settings", "{monitor}, the main one").format(monitor=name)
                self._monitor.addItem(name if number else main, name)
        if value.monitor in value.monitors:
            self._monitor.setCurrentIndex(value.monitors.index(value.monitor))
        elif value.monitors:
            self._monitor.setCurrentIndex(0)

    def thin_out(self, words: list[str]) -> bool:
        found = super().thin_out(words)
        # A choice of one is none.
        self._which.setVisible(self._which.isVisibleTo(self) and self._several)
        return found

    def _corners(self) -> Setting:
        setting = Setting(
            translate("settings", "In which corner"),
            self._theme,
            hint=translate("settings", "It can also be dragged to where it is wanted."),
            words=translate("settings", "position place monitor screen"),
        )
        names = {
            Corner.TOP_LEFT.value: translate("settings", "Top left"),
            Corner.TOP_RIGHT.value: translate("settings", "Top right"),
            Corner.BOTTOM_LEFT.value: translate("settings", "Bottom left"),
            Corner.BOTTOM_RIGHT.value: translate("settings", "Bottom right"),
            DRAGGED: translate("settings", "Where I dragged it"),
        }
        for word, name in names.items():
            chip = QPushButton(name)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked, word=word: self.corner_chosen.emit(word))
            self._group.addButton(chip)
            self._chips[word] = chip
        attempt = QPushButton(translate("settings", "Show it there"))
        attempt.clicked.connect(self.try_wanted)
        setting.put(self._in_line(*self._chips.values()))
        setting.put(self._in_line(attempt))
        return setting

    def _in_line(self, *widgets: QWidget) -> QWidget:
        line = QWidget()
        flow = FlowLayout(self._theme.sizes.gap(2), line)
        for widget in widgets:
            flow.addWidget(widget)
        return line
