"""How the program looks: colours, contrast, size of text and motion. Each shows at once."""

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QWidget

from desktop.language import translate
from desktop.look.appearance import (
    TEXT_STEPS,
    Appearance,
    Contrast,
    Movement,
    Scheme,
    nearest_step,
)
from desktop.look.flow import FlowLayout
from desktop.look.theme import Theme
from desktop.pages.settings.section import Section, Setting

_Value = TypeVar("_Value", bound=Hashable)


class LookSection(Section):
    """``changed`` brings the key of a setting and its value as it is kept."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("settings", "Look"), theme)
        follow = translate("settings", "As the system")
        self._scheme = self._choice("scheme", *_colours(theme, follow), theme)
        self._contrast = self._choice("contrast", *_contrasts(theme, follow), theme)
        self._text = self._choice("text_scale", *_sizes(theme), theme)
        self._movement = self._choice("movement", *_movements(theme, follow), theme)

    def show_look(self, look: Appearance) -> None:
        self._scheme.show_value(look.scheme)
        self._contrast.show_value(look.contrast)
        self._text.show_value(nearest_step(look.text_scale))
        self._movement.show_value(look.movement)

    def _choice(
        self, key: str, setting: Setting, names: Mapping[_Value, str], theme: Theme
    ) -> "_Choice[_Value]":
        choice = _Choice(setting, names, theme)
        choice.told.connect(lambda value: self._tell(key, value, choice))
        self.add(setting)
        return choice

    def _tell(self, key: str, value: object, choice: "_Choice[_Value]") -> None:
        self.changed.emit(key, value)
        # Everything may have another size now: what was pressed stays in sight.
        QTimer.singleShot(0, self, choice.bring_into_sight)


class _Choice(QObject, Generic[_Value]):
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
        chip = self._group.checkedButton()
        area: QWidget | None = chip
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and chip is not None:
            area.ensureWidgetVisible(chip)


def percent_text(factor: float) -> str:
    return translate("settings", "{number} %").format(number=round(factor * 100))


def _colours(theme: Theme, follow: str) -> tuple[Setting, Mapping[Scheme, str]]:
    words = translate("settings", "light dark night mode theme appearance colors")
    return Setting(translate("settings", "Colours"), theme, words=words), {
        Scheme.FOLLOW: follow,
        Scheme.LIGHT: translate("settings", "Light"),
        Scheme.DARK: translate("settings", "Dark"),
    }


def _contrasts(theme: Theme, follow: str) -> tuple[Setting, Mapping[Contrast, str]]:
    hint = translate("settings", "High: stronger edges, and text that stands out more.")
    words = translate("settings", "appearance accessibility see read")
    return Setting(translate("settings", "Contrast"), theme, hint=hint, words=words), {
        Contrast.FOLLOW: follow,
        Contrast.NORMAL: translate("settings", "Normal"),
        Contrast.HIGH: translate("settings", "High"),
    }


def _sizes(theme: Theme) -> tuple[Setting, Mapping[float, str]]:
    hint = translate("settings", "On top of the size that the system gives to text.")
    words = translate("settings", "large larger big zoom scale font letters read")
    setting = Setting(translate("settings", "Size of text"), theme, hint=hint, words=words)
    return setting, {step: percent_text(step) for step in TEXT_STEPS}


def _movements(theme: Theme, follow: str) -> tuple[Setting, Mapping[Movement, str]]:
    hint = translate(
        "settings",
        "Reduced: nothing glides or grows by itself, and a breath is a number and a bar.",
    )
    words = translate("settings", "animation movement still reduce")
    return Setting(translate("settings", "Motion"), theme, hint=hint, words=words), {
        Movement.FOLLOW: follow,
        Movement.FULL: translate("settings", "Full"),
        Movement.REDUCED: translate("settings", "Reduced"),
    }
