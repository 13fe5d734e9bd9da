"""One's own data: what is kept and where, how to take it along, and the copies of it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.progress_line import ProgressLine
from desktop.look.theme import Theme
from desktop.pages.settings.data_shown import DataShown
from desktop.pages.settings.program import SwitchSetting
from desktop.pages.settings.section import Section, Setting
from desktop.pages.settings.sound_parts import in_line, set_enabled
from desktop.pages.settings.values import SwitchValue


class DataSection(Section):
    """Tells what is wanted; what comes of it is shown by whoever does it."""

    asking_switched = Signal(bool)
    folder_wanted = Signal()
    copies_wanted = Signal()
    export_wanted = Signal()
    tables_wanted = Signal()
    import_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            translate("data", "Your data"),
            theme,
            translate("data", "It stays on this computer. Nothing is sent anywhere."),
        )
        self._theme = theme
        self.asking = self._asking()
        self._kept, self._place, self._folder = self._kept_lines()
        self._line = ProgressLine(theme, translate("data", "Cancel the work"), on_paper=False)
        self._line.cancel_wanted.connect(self.cancel_wanted)
        self._taking, self._buttons = self._taking_along()
        self._copies, self._copies_folder = self._copies_lines()
        self._pressed: QPushButton | None = None

    def show_data(self, shown: DataShown) -> None:
        self._kept.setText(shown.kept)
        self._kept.setVisible(bool(shown.kept))
        self._place.setText(shown.place)
        self._keeping.refuse(shown.problem)
        self._copies.setText(shown.copies)
        self._copying.say_hint(shown.way_back)
        self._copies_folder.setEnabled(shown.has_copies)

    def show_under_way(self, text: str) -> None:
        """How far the work is. There is one at a time."""
        had_keyboard = self.window().focusWidget() in self._buttons
        self._taking.refuse("")
        self._line.show_under_way(text)
        self.let_begin(on=False)
        if had_keyboard:
            self._line.take_keyboard()

    def show_over(self, text: str, *, trouble: bool = False) -> None:
        """How it ended; empty where the person ended it."""
        had_keyboard = self._line.has_keyboard
        self._taking.refuse(text if trouble else "")
        self._line.show_over("" if trouble else text)
        self.let_begin(on=True)
        if had_keyboard and self._line.isHidden():
            (self._pressed or self._buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def let_begin(self, *, on: bool) -> None:
        """Whether something may be begun now."""
        set_enabled(self._buttons, on=on)

    # Building

    def _asking(self) -> SwitchSetting:
        setting = SwitchSetting(
            translate("data", "Ask how it is before and after a routine"),
            self._theme,
            hint=translate(
                "data",
                "One number from 0 to 10, in routines that want it. Esc lets it rest for today.",
            ),
            words=translate("data", "rating ratings tension anxiety pain number question"),
        )
        setting.switched.connect(self.asking_switched)
        self.add(setting)
        return setting

    def show_asking(self, *, on: bool) -> None:
        self.asking.show_switch(SwitchValue(on))

    def _kept_lines(self) -> tuple[QLabel, QLabel, QPushButton]:
        self._keeping = Setting(
            translate("data", "What is kept"),
            self._theme,
            words=translate("data", "history runs ratings journal file folder size where privacy"),
        )
        kept, place = plain_label(), plain_label(role="soft")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        folder = _button(translate("data", "Open its folder"), self.folder_wanted)
        for widget in (kept, place, in_line(self._theme, folder)):
            self._keeping.put(widget)
        self.add(self._keeping)
        return kept, place, folder

    def _taking_along(self) -> tuple[Setting, list[QPushButton]]:
        setting = Setting(
            translate("data", "Take it along, bring it in"),
            self._theme,
            hint=translate(
                "data",
                "One file for Unbrace, or a folder with a table (CSV) of each kind for other "
                "programs. What is imported is added to what is here; of a journal entry the newer "
                "wording stays. The same file twice changes nothing.",
            ),
            words=translate("data", "export import json csv backup table spreadsheet computer"),
        )
        buttons = [
            _button(translate("data", "Export everything …"), self.export_wanted),
            _button(translate("data", "Export as tables …"), self.tables_wanted),
            _button(translate("data", "Import …"), self.import_wanted),
        ]
        for button in buttons:
            button.clicked.connect(lambda _checked, button=button: self._press(button))
        setting.put(in_line(self._theme, *buttons))
        setting.put(self._line)
        self.add(setting)
        return setting, buttons

    def _press(self, button: QPushButton) -> None:
        self._pressed = button

    def _copies_lines(self) -> tuple[QLabel, QPushButton]:
        self._copying = Setting(
            translate("data", "Copies of earlier days"),
            self._theme,
            words=translate("data", "backup backups restore go back seven days"),
        )
        copies = plain_label()
        folder = _button(translate("data", "Open the folder of the copies"), self.copies_wanted)
        self._copying.put(copies)
        self._copying.put(in_line(self._theme, folder))
        self.add(self._copying)
        return copies, folder


def _button(text: str, wanted: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(wanted)
    return button
