"""How the program looks: colours, contrast, size of text and motion. Each shows at once."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal

from desktop.language import translate
from desktop.look.appearance import (
    TEXT_STEPS,
    Appearance,
    Contrast,
    Movement,
    Scheme,
    nearest_step,
)
from desktop.look.theme import Theme
from desktop.pages.settings.chips import Chips
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
    ) -> Chips[_Value]:
        choice = Chips(setting, names, theme)
        choice.told.connect(lambda value: self._tell(key, value, choice))
        self.add(setting)
        return choice

    def _tell(self, key: str, value: object, choice: Chips[_Value]) -> None:
        self.changed.emit(key, value)
        # Everything may have another size now: what was pressed stays in sight.
        QTimer.singleShot(0, self, choice.bring_into_sight)


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
