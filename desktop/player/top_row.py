"""The line above the player: the routine, the time that is left, and four quiet buttons with the
keys that do the same.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.sound.model import Talk

_Action = Callable[[], object]

_TALKS = {
    Talk.EVERYTHING: (QT_TRANSLATE_NOOP("player", "V voice on"), QT_TRANSLATE_NOOP("player", "V")),
    Talk.NAMES: (
        QT_TRANSLATE_NOOP("player", "V names only"),
        QT_TRANSLATE_NOOP("player", "V names"),
    ),
    Talk.NOTHING: (
        QT_TRANSLATE_NOOP("player", "V voice off"),
        QT_TRANSLATE_NOOP("player", "V off"),
    ),
}
"""In full, and where there is little room."""


@dataclass(frozen=True, slots=True)
class TopActions:
    """What the buttons do."""

    sound: _Action
    talk: _Action
    full_screen: _Action
    keys: _Action


class TopRow(QHBoxLayout):
    """``quiet`` makes a button that leaves the keyboard to the player."""

    def __init__(
        self, theme: Theme, actions: TopActions, quiet: Callable[[str, _Action], QPushButton]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._mute, self._talks, self._tight = False, Talk.EVERYTHING, False
        self._name = plain_label(role="soft", wrap=False)
        self._left = plain_label(role="soft", wrap=False)
        self._sound = quiet("", actions.sound)
        self._talk = quiet("", actions.talk)
        self._full = quiet("", actions.full_screen)
        self._full.setAccessibleName(translate("player", "Full screen"))
        keys = quiet(translate("player", "? keys"), actions.keys)
        keys.setAccessibleName(translate("player", "Show the keys"))
        self.addWidget(self._name, 1)
        for widget in (self._left, self._sound, self._talk, self._full, keys):
            self.addWidget(widget)
        self._show()

    def show_name(self, name: str) -> None:
        self._name.setText(name)

    def show_left(self, text: str) -> None:
        if self._left.text() != text:
            self._left.setText(text)

    def show_hearing(self, *, mute: bool, talk: Talk) -> None:
        """What is heard: the two buttons are the sign of it too."""
        self._mute, self._talks = mute, talk
        self._talk.setVisible(not mute)
        self._show()

    def set_tight(self, tight: bool) -> None:
        """Whether there is room for single words only."""
        if tight != self._tight:
            self._tight = tight
            self._show()

    def _show(self) -> None:
        self.setSpacing(self._theme.sizes.gap(1 if self._tight else 4))
        full, short = _TALKS[self._talks]
        sound = sound_text(mute=self._mute)
        self._sound.setText(_short_sound_text(mute=self._mute) if self._tight else sound)
        self._sound.setAccessibleName(sound)
        self._talk.setText(translate("player", short if self._tight else full))
        self._talk.setAccessibleName(translate("player", full))
        self._full.setText("F" if self._tight else translate("player", "F full screen"))


def sound_text(*, mute: bool) -> str:
    return translate("player", "M sound off") if mute else translate("player", "M sound on")


def _short_sound_text(*, mute: bool) -> str:
    return translate("player", "M off") if mute else translate("player", "M")
