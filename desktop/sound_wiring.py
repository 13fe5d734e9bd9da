"""Connects what the settings page says of sound with what sounds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.language import translate
from desktop.library import Library
from desktop.pages.settings.page import SettingsPage
from desktop.pages.settings.values import SoundValue
from desktop.sound.messages import Unheard
from desktop.sound.model import Bell
from desktop.sound.tongue import ENGLISH, language_of, system_language
from desktop.sound.wishes import wishes_of
from desktop.words.hearing import unheard_text
from desktop.words.speech import spoken
from routines.model import Item, Repeat

if TYPE_CHECKING:
    from desktop.sound.speaker import Speaker

FindSpeaker = Callable[[], "Speaker"]
"""Makes what is heard through; asked when it is first needed."""


@dataclass(frozen=True, slots=True)
class Sounding:
    """What the settings of sound act on. Without ``find_speaker`` nothing can sound; ``renew`` is
    called after a change, so that a routine that plays follows.
    """

    find_speaker: FindSpeaker | None = None
    renew: Callable[[], None] = lambda: None


_SAMPLE = "morning-yoga"


class SoundWiring(QObject):
    """For one settings page."""

    def __init__(self, page: SettingsPage, library: Library, sounding: Sounding) -> None:
        super().__init__(page)
        self._page = page
        self._library = library
        self._find = sounding.find_speaker
        self._renew_hearing = sounding.renew
        self._wishes = wishes_of(library.settings)
        self._speaker: Speaker | None = None
        page.bell_wanted.connect(self._try_bell)
        page.voice_wanted.connect(self._try_voice)

    def value(self) -> SoundValue:
        settings = self._library.settings
        names = [each.name for each in fields(SoundValue) if each.name != "here"]
        kept: dict[str, Any] = {name: getattr(settings, name) for name in names}
        kept["talk"] = wishes_of(settings).talk.value  # as long as nobody was asked, it is silent
        return SoundValue(here=self._find is not None, **kept)

    def look(self) -> None:
        """The page is opened: which devices and voices are there now."""
        speaker = self._found()
        if speaker is not None:
            self._page.show_unheard(None, "")
            speaker.ask_devices()
            speaker.ask_voices()

    def renew(self) -> None:
        """The settings may have changed: what sounds and what plays follows."""
        wishes = wishes_of(self._library.settings)
        if wishes == self._wishes:
            return
        self._wishes = wishes
        self._page.show_unheard(None, "")
        if self._speaker is not None:
            self._speaker.wish(wishes)
        self._renew_hearing()

    def _found(self) -> "Speaker | None":
        if self._speaker is None and self._find is not None:
            self._speaker = self._find()
            self._speaker.devices_found.connect(self._page.show_devices)
            self._speaker.voices_found.connect(self._page.show_voices)
            self._speaker.unheard.connect(self._tell_unheard)
        if self._speaker is not None:
            self._speaker.wish(wishes_of(self._library.settings))
        return self._speaker

    def _try_bell(self, bell: Bell) -> None:
        if (speaker := self._found()) is not None:
            speaker.try_bell(bell)

    def _try_voice(self) -> None:
        if (speaker := self._found()) is not None:
            speaker.try_voice(*self._sentence())

    def _tell_unheard(self, news: Unheard) -> None:
        self._page.show_unheard(news.trouble, unheard_text(news))

    def _sentence(self) -> tuple[str, str]:
        """Words of the routine that was played last, or of one of ours, and their language."""
        for routine_id in (self._library.settings.last_routine, _SAMPLE):
            entry = self._library.entry(routine_id) if routine_id else None
            if entry is not None and entry.routine is not None:
                texts = list(_texts(entry.routine.steps))
                language = language_of(texts, system_language())
                for text in texts:
                    if said := spoken(text):
                        return said, language
        return translate("settings", "Let your shoulders hang, and breathe out slowly."), ENGLISH


def _texts(steps: Sequence[Item]) -> Iterator[str]:
    """What the steps say, from the first on."""
    for step in steps:
        if isinstance(step, Repeat):
            yield from _texts(step.steps)
        else:
            yield step.text if step.say_instead is None else step.say_instead
