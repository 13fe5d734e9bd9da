"""When not to disturb: programs that are running, and calendars for what comes before a meeting."""

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.list_box import ListBox
from desktop.look.list_item import ListItem
from desktop.look.regrow import keep_width
from desktop.look.theme import Theme
from desktop.pages.settings.section import Section, Setting

_WIDE = 76
"""Quarters of a gap: room for the examples, also in a narrow window."""


class QuietSection(Section):
    """``changed`` brings the key of a setting and its value as it is kept."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("settings", "When not to disturb"), theme)
        self._programs = NamesSetting(
            translate("settings", "While one of these programs runs"),
            translate("settings", "The name of a program, as in obs"),
            theme,
            hint=translate("settings", "Reminders wait until it has ended."),
        )
        self._programs.changed.connect(lambda names: self.changed.emit("programs", names))
        self._calendars = CalendarsSetting(
            translate("settings", "Calendars"),
            translate("settings", "A path to an .ics file or a folder"),
            theme,
            hint=translate(
                "settings",
                "For a reminder before a meeting. Files and folders on this computer only; "
                "nothing but the times is kept.",
            ),
        )
        self._calendars.changed.connect(lambda names: self.changed.emit("calendars", names))
        self.add(self._programs)
        self.add(self._calendars)

    def show_values(self, programs: tuple[str, ...], calendars: tuple[ListItem, ...]) -> None:
        self._programs.show_items(tuple(ListItem(name, name) for name in programs))
        self._calendars.show_items(calendars)


class NamesSetting(Setting):
    """A list of names, and a field to add one."""

    changed = Signal(tuple)

    def __init__(self, name: str, example: str, theme: Theme, *, hint: str) -> None:
        super().__init__(name, theme, hint=hint)
        self._items: tuple[ListItem, ...] = ()
        self._list = ListBox(translate("settings", "None."), theme)
        self._list.remove_wanted.connect(self._remove)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(example)
        self._edit.setAccessibleName(f"{name}: {example}")
        keep_width(self._edit, theme.sizes, least=_WIDE)
        self._edit.returnPressed.connect(self._add)
        add = QPushButton(translate("settings", "Add"))
        add.setAccessibleName(translate("settings", "Add to “{list}”").format(list=name))
        add.clicked.connect(self._add)
        line = QWidget()
        self._flow = FlowLayout(theme.sizes.gap(2), line)
        self._flow.addWidget(self._edit)
        self._flow.addWidget(add)
        self.put(self._list)
        self.put(line)

    def show_items(self, items: tuple[ListItem, ...]) -> None:
        self._items = items
        self._list.show_items(items)

    def add_name(self, name: str) -> None:
        """Take one more; one that is there already counts once."""
        names = tuple(item.key for item in self._items)
        if name and name not in names:
            self.changed.emit((*names, name))

    def _add(self) -> None:
        # A comma is no part of a program's name, and in a path it may be.
        self.add_name(self._edit.text().strip())
        self._edit.clear()

    def _remove(self, key: str) -> None:
        self._edit.setFocus()  # the button goes
        self.changed.emit(tuple(item.key for item in self._items if item.key != key))


class CalendarsSetting(NamesSetting):
    """The same for files and folders, which can be chosen as well as typed."""

    def __init__(self, name: str, example: str, theme: Theme, *, hint: str) -> None:
        super().__init__(name, example, theme, hint=hint)
        for text, mode in (
            (translate("settings", "Choose a file …"), QFileDialog.FileMode.ExistingFile),
            (translate("settings", "Choose a folder …"), QFileDialog.FileMode.Directory),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked, mode=mode: self._choose(mode))
            self._flow.addWidget(button)

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        """A dialog beside the window, which stays usable meanwhile."""
        dialog = QFileDialog(self.window(), translate("settings", "Calendar"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setFileMode(mode)
        dialog.setDirectory(QDir.homePath())
        if mode is QFileDialog.FileMode.ExistingFile:
            dialog.setNameFilters(
                [translate("settings", "Calendars (*.ics)"), translate("settings", "All files (*)")]
            )
        dialog.fileSelected.connect(self.add_name)
        dialog.show()
