"""The words around a number from 0 to 10: what is asked, and what its ends mean."""

from desktop.language import QT_TRANSLATE_NOOP, translate

QUESTIONS = {
    "tension": QT_TRANSLATE_NOOP("rate", "How tense is it right now?"),
    "anxiety": QT_TRANSLATE_NOOP("rate", "How anxious are you right now?"),
    "pain": QT_TRANSLATE_NOOP("rate", "How much does it hurt right now?"),
    "mood": QT_TRANSLATE_NOOP("rate", "How is your mood right now?"),
    "sleep": QT_TRANSLATE_NOOP("rate", "How did you sleep?"),
}
_ENDS = {
    "tension": (QT_TRANSLATE_NOOP("rate", "soft"), QT_TRANSLATE_NOOP("rate", "tight as it gets")),
    "anxiety": (QT_TRANSLATE_NOOP("rate", "calm"), QT_TRANSLATE_NOOP("rate", "very anxious")),
    "pain": (QT_TRANSLATE_NOOP("rate", "none"), QT_TRANSLATE_NOOP("rate", "the worst")),
    "mood": (QT_TRANSLATE_NOOP("rate", "low"), QT_TRANSLATE_NOOP("rate", "bright")),
    "sleep": (QT_TRANSLATE_NOOP("rate", "hardly slept"), QT_TRANSLATE_NOOP("rate", "slept well")),
}


def question_text(scale: str) -> str:
    """What asks for a number on ``scale``."""
    return translate("rate", QUESTIONS[scale])


def ends_text(scale: str) -> str:
    """What 0 and 10 stand for; empty for a scale that we do not know."""
    low, high = _ENDS.get(scale, ("", ""))
    if not low:
        return ""
    text = translate("rate", "0 is {low}, 10 is {high}.")
    return text.format(low=translate("rate", low), high=translate("rate", high))
