"""The settings of sound as the wishes that the sound process understands. Pure."""

from dataclasses import replace

from desktop.keep.settings import Settings
from desktop.sound.model import Talk, Wishes

FASTEST_VOICE = 1.5
"""A preview that is faster than this has bells alone."""

_PERCENT = 100.0
_AFTER = {
    Talk.EVERYTHING: Talk.NAMES,
    Talk.NAMES: Talk.NOTHING,
    Talk.NOTHING: Talk.EVERYTHING,
}


def wishes_of(settings: Settings) -> Wishes:
    return Wishes(
        mute=settings.mute,
        bells=settings.bells_volume / _PERCENT,
        swell=settings.swell_volume / _PERCENT,
        voice_volume=settings.voice_volume / _PERCENT,
        talk=Talk(settings.talk or Talk.NOTHING),
        rate=settings.voice_rate / _PERCENT,
        engine=settings.voice_engine,
        voice=settings.voice,
        device=settings.sound_device,
        count_reps=settings.count_reps,
    )


def wishes_for_file(settings: Settings) -> Wishes:
    """Mute is for now, a file is for later; and it speaks unless the person wants no voice."""
    wishes = replace(wishes_of(settings), mute=False)
    return wishes if settings.talk else replace(wishes, talk=Talk.EVERYTHING)


def talk_after(talk: Talk) -> Talk:
    """What one press of the key makes of it: from everything to nothing, and round again."""
    return _AFTER[talk]
