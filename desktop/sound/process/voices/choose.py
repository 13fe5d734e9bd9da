"""Which engine speaks: the person's choice, else the best that is here."""

from collections.abc import Callable, Sequence

from desktop.sound.messages import Engine, Unheard, Voices
from desktop.sound.model import Wishes
from desktop.sound.process.voices.elsewhere import MacSay, WindowsSpeech
from desktop.sound.process.voices.engine import SpeechEngine
from desktop.sound.process.voices.espeak import Espeak
from desktop.sound.process.voices.hibari import Hibari
from desktop.sound.process.voices.worker import SpeakingVoice


def all_engines() -> tuple[SpeechEngine, ...]:
    """Those that we know, the best first."""
    return Hibari(), Espeak(), MacSay(), WindowsSpeech()


def in_order(engines: Sequence[SpeechEngine], wishes: Wishes) -> list[SpeechEngine]:
    """Those that are here, in the order in which they are tried."""
    here = [each for each in engines if each.is_here()]
    return sorted(here, key=lambda each: each.id != wishes.engine)


def find_voice(
    wishes: Wishes,
    tell: Callable[[Unheard], None],
    engines: Sequence[SpeechEngine] | None = None,
) -> SpeakingVoice:
    """The voice as it is wished. Where there is none, it tells so with the first sentence."""
    known = all_engines() if engines is None else engines
    return SpeakingVoice(in_order(known, wishes), wishes, tell, Espeak.package)


def known_engines(engines: Sequence[SpeechEngine] | None = None) -> Voices:
    """What there is to choose from, and what would bring the rest. Takes up to some seconds.

    An engine of another system is left out, as no package would bring it.
    """
    known = all_engines() if engines is None else engines
    return Voices(tuple(_described(each) for each in known if each.is_here() or each.package))


def _described(engine: SpeechEngine) -> Engine:
    here = engine.is_here()
    voices = engine.voices() if here else ()
    return Engine(engine.id, engine.name, here, "" if here else engine.package, voices)
