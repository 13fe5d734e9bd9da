"""Which engine speaks: the person's choice, else the best that is here.

speech-dispatcher comes last, as its sound cannot be mixed or kept in a file: it speaks where it
was chosen, or where nothing else is.
"""

from collections.abc import Callable, Sequence

from desktop.sound.messages import Engine, Unheard, Voices
from desktop.sound.model import Wishes
from desktop.sound.process.voices import dispatcher
from desktop.sound.process.voices.elsewhere import MacSay, WindowsSpeech
from desktop.sound.process.voices.engine import LiveVoice, SpeechEngine
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
) -> LiveVoice:
    """The voice as it is wished. Where there is none, it tells so with the first sentence."""
    here = in_order(all_engines() if engines is None else engines, wishes)
    if dispatcher.is_here() and (wishes.engine == dispatcher.ID or not here):
        return dispatcher.DispatcherVoice(wishes, tell)
    return SpeakingVoice(here, wishes, tell, Espeak.package)


def known_engines(engines: Sequence[SpeechEngine] | None = None) -> Voices:
    """What there is to choose from, and what would bring the rest. Takes up to some seconds.

    An engine of another system is left out, as no package would bring it.
    """
    known = all_engines() if engines is None else engines
    found = [_described(each) for each in known if each.is_here() or each.package]
    live = dispatcher.is_here()
    package = "" if live else dispatcher.ID
    found.append(Engine(dispatcher.ID, "speech-dispatcher", live, package))
    return Voices(tuple(found))


def _described(engine: SpeechEngine) -> Engine:
    here = engine.is_here()
    voices = engine.voices() if here else ()
    return Engine(engine.id, engine.name, here, "" if here else engine.package, voices)
