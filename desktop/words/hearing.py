"""Why something is not heard, as a sentence that says what to do."""

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.sound.messages import Trouble, Unheard

_SENTENCES = {
    Trouble.NO_LIBRARY: QT_TRANSLATE_NOOP(
        "hearing", "Nothing is heard: the Python package {package} is missing."
    ),
    Trouble.NO_OUTPUT: QT_TRANSLATE_NOOP(
        "hearing", "Nothing is heard: there is no sound device. Everything can be seen as usual."
    ),
    Trouble.OUTPUT_LOST: QT_TRANSLATE_NOOP(
        "hearing", "The chosen sound device is gone. The usual one goes on."
    ),
    Trouble.NO_BELLS: QT_TRANSLATE_NOOP(
        "hearing", "The bells are not heard: files of Unbrace are missing. Install it again."
    ),
    Trouble.NO_VOICE: QT_TRANSLATE_NOOP(
        "hearing", "No voice is heard: there is none here. Install {package} for one."
    ),
    Trouble.NO_LANGUAGE: QT_TRANSLATE_NOOP(
        "hearing", "No voice here speaks the language `{language}`: the usual one reads it."
    ),
    Trouble.VOICE_FAILED: QT_TRANSLATE_NOOP(
        "hearing", "The voice of {engine} has failed. The bells go on."
    ),
    Trouble.VOICE_HANGS: QT_TRANSLATE_NOOP(
        "hearing", "The voice of {engine} does not answer. The bells go on."
    ),
    Trouble.RESTARTED: QT_TRANSLATE_NOOP(
        "hearing", "The sound stopped answering and was started again."
    ),
    Trouble.SILENT: QT_TRANSLATE_NOOP(
        "hearing", "The sound failed twice and is left alone for now. Everything can be seen."
    ),
}


def unheard_text(news: Unheard) -> str:
    values = {"package": "", "engine": "", "language": "", **news.values}
    return translate("hearing", _SENTENCES[news.trouble]).format(**values)


def silent_texts() -> dict[Trouble, str]:
    """What is said while nothing at all is heard, and is over with the first sound."""
    return {each: unheard_text(Unheard(each)) for each in (Trouble.NO_OUTPUT, Trouble.SILENT)}
