"""What sounds and how loud: bells, breath, where it comes out, and what else gives way to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.theme import Theme
from desktop.pages.settings.program import SwitchSetting
from desktop.pages.settings.section import Section
from desktop.pages.settings.sound_parts import ListSetting, SliderSetting, in_line, set_enabled
from desktop.pages.settings.values import SoundValue, SwitchValue
from desktop.sound.messages import Devices, Trouble
from desktop.sound.model import Bell

_BELLS = {
    Bell.BEGIN: QT_TRANSLATE_NOOP("settings", "Begin"),
    Bell.NEXT: QT_TRANSLATE_NOOP("settings", "Next step"),
    Bell.HALFWAY: QT_TRANSLATE_NOOP("settings", "Half way"),
    Bell.SWITCH: QT_TRANSLATE_NOOP("settings", "Change sides"),
    Bell.TICK: QT_TRANSLATE_NOOP("settings", "Last seconds"),
    Bell.END: QT_TRANSLATE_NOOP("settings", "Step done"),
    Bell.CLOSE: QT_TRANSLATE_NOOP("settings", "All done"),
    Bell.NOTE: QT_TRANSLATE_NOOP("settings", "Paper note"),
}


class SoundSection(Section):
    """``changed`` brings the key of a setting and its value as it is kept."""

    changed = Signal(str, object)
    bell_wanted = Signal(object)
    """A `Bell` to strike now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("settings", "Sound"), theme)
        self._theme = theme
        self._devices: Devices | None = None
        self._value = SoundValue()
        self._on = self._switch("mute", *_on_words())
        self._bells = self._slider("bells_volume", *_bells_words())
        self._buttons = self._bell_buttons()
        self._bells.put(in_line(theme, *self._buttons))
        self._swell = self._slider("swell_volume", *_swell_words())
        self._device = ListSetting(
            translate("settings", "Where it comes out"),
            theme,
            words=translate("settings", "output device loudspeaker speaker headphones bluetooth"),
        )
        self._device.told.connect(lambda value: self.changed.emit("sound_device", value))
        self.add(self._device)
        self._note = self._switch("note_sound", *_note_words())
        self._music = self._switch("pause_music", *_music_words())

    def show_sound(self, value: SoundValue) -> None:
        self._value = value
        self._on.show_switch(SwitchValue(not value.mute))
        self._bells.show_percent(value.bells_volume)
        self._swell.show_percent(value.swell_volume)
        self._note.show_switch(SwitchValue(value.note_sound))
        self._music.show_switch(SwitchValue(value.pause_music))
        set_enabled(self._buttons, on=value.here and not value.mute)
        self._show_devices()

    def show_devices(self, devices: Devices | None) -> None:
        """All that were found; None while somebody is looking."""
        self._devices = devices
        self._show_devices()

    def show_unheard(self, trouble: Trouble | None, sentence: str) -> None:
        """Why something is not heard, where it belongs; None takes it back."""
        is_bells = trouble is Trouble.NO_BELLS
        self._bells.refuse(sentence if is_bells else "")
        self._device.refuse("" if is_bells else sentence)

    def _show_devices(self) -> None:
        devices = self._devices.devices if self._devices is not None else ()
        usual = translate("settings", "As the system")
        chosen = self._value.sound_device
        items = [("", usual), *((each.id, each.name) for each in devices)]
        if self._devices is None and chosen:
            items.append((chosen, chosen))  # whether it is here is not known yet
        self._device.show_items(items, chosen)
        self._device.say_hint(self._devices_hint())

    def _devices_hint(self) -> str:
        if not self._value.here:
            return translate("settings", "There is nothing here that could sound.")
        if self._devices is None:
            return translate("settings", "Looking for sound devices …")
        if not self._devices.devices:
            return translate(
                "settings",
                "No sound device is found here.",
            )
        return ""

    def _switch(self, key: str, name: str, hint: str, words: str) -> SwitchSetting:
        setting = SwitchSetting(name, self._theme, hint=hint, words=words)
        is_turned = key == "mute"  # it is kept as what is off
        setting.switched.connect(lambda on: self.changed.emit(key, on is not is_turned))
        self.add(setting)
        return setting

    def _slider(self, key: str, name: str, hint: str, words: str) -> SliderSetting:
        setting = SliderSetting(name, self._theme, hint=hint, words=words)
        setting.told.connect(lambda value: self.changed.emit(key, value))
        self.add(setting)
        return setting

    def _bell_buttons(self) -> list[QPushButton]:
        buttons = []
        for bell, word in _BELLS.items():
            name = translate("settings", word)
            button = QPushButton(name)
            button.setAccessibleName(translate("settings", "Hear: {bell}").format(bell=name))
            button.clicked.connect(lambda _checked, bell=bell: self.bell_wanted.emit(bell))
            buttons.append(button)
        return buttons


def _on_words() -> tuple[str, str, str]:
    return (
        translate("settings", "Sound while I practise"),
        translate("settings", "In a routine, M switches it too."),
        translate("settings", "mute silent quiet volume audio"),
    )


def _bells_words() -> tuple[str, str, str]:
    return (
        translate("settings", "Volume of the bells"),
        translate("settings", "Press one to hear it."),
        translate("settings", "bell gong chime loud louder audio"),
    )


def _swell_words() -> tuple[str, str, str]:
    return (
        translate("settings", "Volume of the breath"),
        translate("settings", "It rises as you breathe in and falls as you breathe out."),
        translate("settings", "swell breathing loud louder audio"),
    )


def _note_words() -> tuple[str, str, str]:
    return (
        translate("settings", "A sound of paper when a note comes"),
        "",
        translate("settings", "reminder note rustle audio"),
    )


def _music_words() -> tuple[str, str, str]:
    return (
        translate("settings", "Music and films give way"),
        translate("settings", "They are paused while a routine plays, and go on after it."),
        translate("settings", "other sound pause player video podcast radio"),
    )
