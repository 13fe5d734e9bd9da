"""A row of values to choose one from, as chips."""

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.look.flow import FlowLayout
from desktop.look.hand import bring_into_sight
from desktop.look.theme import Theme
from desktop.pages.settings.section import Setting

_Value = TypeVar("_Value", bound=Hashable)


class Chips(QObject, Generic[_Value]):
    """A row of values in a setting, one of them chosen. Arrow keys choose too."""

    told = Signal(object)

    def __init__(self, setting: Setting, names: Mapping[_Value, str], theme: Theme) -> None:
        super().__init__(setting)
        self._group = QButtonGroup(self)
        self._chips: dict[_Value, QPushButton] = {}
        line = QWidget()
        flow = FlowLayout(theme.sizes.gap(2), line)
        for value, name in names.items():
            chip = QPushButton(name)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"{setting.name}: {name}")
            chip.clicked.connect(lambda _checked, value=value: self.told.emit(value))
            self._group.addButton(chip)
            self._chips[value] = chip
            flow.addWidget(chip)
        setting.put(line)

    def show_value(self, value: _Value) -> None:
        self._chips[value].setChecked(True)

    def bring_into_sight(self) -> None:
        if (chip := self._group.checkedButton()) is not None:
            bring_into_sight(chip)
