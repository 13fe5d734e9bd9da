"""The voice: how much it says, how fast and loud, and which one it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.language import translate
from desktop.look.theme import Theme
from desktop.pages.settings.chips import Chips
from desktop.pages.settings.program import SwitchSetting
from desktop.pages.settings.section import Section, Setting
from desktop.pages.settings.sound_parts import Item, ListSetting, SliderSetting, in_line
from desktop.pages.settings.values import SoundValue, SwitchValue
from desktop.sound.messages import Engine, EngineVoice, Voices
from desktop.sound.model import Talk

_FIRST_LANGUAGE = "en"  # of our routines; voices of others come after it


class VoiceSection(Section):
    """``changed`` brings the key of a setting and its value as it is kept."""

    changed = Signal(str, object)
    voice_wanted = Signal()
    """It is to say something now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("settings", "The voice"), theme)
        self._theme = theme
        self._voices: Voices | None = None
        self._value = SoundValue()
        self._talk = self._add_talk()
        self._volume = self._slider("voice_volume", _volume_setting(theme))
        self._rate = self._slider("voice_rate", _rate_setting(theme))
        self._engine = self._list("voice_engine", _engine_setting(theme))
        self._voice = self._list("voice", _voice_setting(theme))
        self._attempt = QPushButton(translate("settings", "Try the voice"))
        self._attempt.clicked.connect(self.voice_wanted)
        self._voice.put(in_line(theme, self._attempt))
        self._count = SwitchSetting(
            translate("settings", "Count repetitions aloud"),
            theme,
            words=translate("settings", "voice sound reps speech"),
        )
        self._count.switched.connect(lambda on: self.changed.emit("count_reps", on))
        self.add(self._count)

    def show_sound(self, value: SoundValue) -> None:
        self._value = value
        self._talk.show_value(Talk(value.talk))
        self._volume.show_percent(value.voice_volume)
        self._rate.show_percent(value.voice_rate)
        self._count.show_switch(SwitchValue(value.count_reps))
        self._show_voices()

    def show_voices(self, voices: Voices | None) -> None:
        """All engines that are known; None while somebody is looking."""
        self._voices = voices
        self._show_voices()

    def show_unheard(self, sentence: str) -> None:
        """Why the voice is not heard; empty takes it back."""
        self._voice.refuse(sentence)

    def _show_voices(self) -> None:
        value, engines = self._value, self._engines
        here = [each for each in engines if each.here]
        best = translate("settings", "The best there is")
        if here:
            text = translate("settings", "The best there is: {engine}")
            best = text.format(engine=here[0].name)
        items: list[Item] = [("", best), *((each.id, each.name) for each in here)]
        usual = translate("settings", "By the language of the text")
        own: list[Item] = [("", usual), *self._voice_items(here)]
        if self._voices is None:  # whether they are here is not known yet
            items += [(value.voice_engine, value.voice_engine)] if value.voice_engine else []
            own += [(value.voice, value.voice)] if value.voice else []
        self._engine.show_items(items, value.voice_engine)
        self._engine.say_hint(self._engines_hint())
        self._voice.show_items(own, value.voice)
        is_there = self._voices is None or bool(here)
        self._attempt.setEnabled(value.here and not value.mute and is_there)
        silent = translate("settings", "Sound is switched off above.")
        self._voice.say_hint(silent if value.mute and value.here else "")

    @property
    def _engines(self) -> Sequence[Engine]:
        return () if self._voices is None else self._voices.engines

    def _voice_items(self, here: Sequence[Engine]) -> list[Item]:
        """The voices of the engine that speaks: the chosen one, or else the best."""
        chosen = sorted(here, key=lambda each: each.id != self._value.voice_engine)
        voices = chosen[0].voices if chosen else ()
        first = sorted(voices, key=lambda each: not each.language.startswith(_FIRST_LANGUAGE))
        return [(each.id, _voice_name(each)) for each in first]

    def _engines_hint(self) -> str:
        """What is not here, why, and what would bring it."""
        if not self._value.here:
            return translate("settings", "There is nothing here that could speak.")
        if self._voices is None:
            return translate("settings", "Looking for voices …")
        gone = translate("settings", "{engine} is not installed: the package {package} brings it.")
        missing = [each for each in self._engines if not each.here]
        lines = [gone.format(engine=each.name, package=each.package) for each in missing]
        if len(missing) == len(self._engines):
            lines.insert(0, translate("settings", "There is no voice here yet."))
        return "\n".join(lines)

    def _add_talk(self) -> Chips[Talk]:
        setting = Setting(
            translate("settings", "How much it says"),
            self._theme,
            hint=translate("settings", "In a routine, V changes it too."),
            words=translate("settings", "voice sound speech talk speak silent mute"),
        )
        names = {
            Talk.EVERYTHING: translate("settings", "Everything"),
            Talk.NAMES: translate("settings", "Names only"),
            Talk.NOTHING: translate("settings", "Nothing"),
        }
        chips = Chips(setting, names, self._theme)
        chips.told.connect(lambda talk: self.changed.emit("talk", talk.value))
        self.add(setting)
        return chips

    def _slider(self, key: str, setting: SliderSetting) -> SliderSetting:
        setting.told.connect(lambda value: self.changed.emit(key, value))
        self.add(setting)
        return setting

    def _list(self, key: str, setting: ListSetting) -> ListSetting:
        setting.told.connect(lambda value: self.changed.emit(key, value))
        self.add(setting)
        return setting


def _voice_name(voice: EngineVoice) -> str:
    name = voice.name.strip()
    return f"{name} ({voice.language})" if voice.language else name


def _volume_setting(theme: Theme) -> SliderSetting:
    words = translate("settings", "sound loud louder speech audio")
    return SliderSetting(translate("settings", "Volume of the voice"), theme, words=words)


def _rate_setting(theme: Theme) -> SliderSetting:
    words = translate("settings", "sound voice rate speed slow fast pace speech")
    name = translate("settings", "How fast it speaks")
    return SliderSetting(name, theme, words=words, between=(50, 200))


def _engine_setting(theme: Theme) -> ListSetting:
    words = translate("settings", "sound voice engine speech espeak neural package install")
    return ListSetting(translate("settings", "Who speaks"), theme, words=words)


def _voice_setting(theme: Theme) -> ListSetting:
    words = translate("settings", "sound voice language accent speech try")
    return ListSetting(translate("settings", "With which voice"), theme, words=words)
