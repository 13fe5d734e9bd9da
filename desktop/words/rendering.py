"""What is said of saving a routine as audio: what failed, what is not in the file, how it went."""

from collections.abc import Iterable
from pathlib import Path

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.sound.messages import Trouble, Unheard
from desktop.sound.rendering import ENDINGS, Cannot, Failed
from desktop.sound.whole import Pause, Whole
from desktop.words.steps import title_of
from desktop.words.times import exact_text

_CANNOT = {
    Cannot.ENDING: QT_TRANSLATE_NOOP(
        "rendering", "Files of the kind `{ending}` are not known: end the name in {known}."
    ),
    Cannot.ENCODER: QT_TRANSLATE_NOOP(
        "rendering",
        "The libsndfile that is installed cannot write {ending}: take another of {known}, or a "
        "newer libsndfile.",
    ),
    Cannot.LIBRARY: QT_TRANSLATE_NOOP(
        "rendering", "The Python package {package} is missing: install it with pip."
    ),
    Cannot.NO_FILE: QT_TRANSLATE_NOOP(
        "rendering", "{path} is no file: give the name of one, new or old."
    ),
    Cannot.WRITE: QT_TRANSLATE_NOOP("rendering", "{path} cannot be written: {reason}"),
    Cannot.TOO_LONG: QT_TRANSLATE_NOOP(
        "rendering", "It is too long for a file of the kind {ending}: take .ogg, .mp3 or .flac."
    ),
    Cannot.ENDED: QT_TRANSLATE_NOOP("rendering", "It could not be saved: the helper has ended."),
}
_UNHEARD = {
    Trouble.NO_VOICE: QT_TRANSLATE_NOOP(
        "rendering",
        "Rendered without voice, because no voice engine is installed: install {package}.",
    ),
    Trouble.NO_LANGUAGE: QT_TRANSLATE_NOOP(
        "rendering", "No voice here speaks the language `{language}`: the usual one reads it."
    ),
    Trouble.VOICE_FAILED: QT_TRANSLATE_NOOP("rendering", "The voice {engine} has failed."),
    Trouble.VOICE_HANGS: QT_TRANSLATE_NOOP("rendering", "The voice {engine} does not answer."),
    Trouble.NO_BELLS: QT_TRANSLATE_NOOP(
        "rendering", "Rendered without bells, because their files are damaged: install anew."
    ),
}
_MOST_PAUSES = 5


def failed_text(failed: Failed) -> str:
    known = _or_list(ENDINGS)
    if failed.why is Cannot.ENDING and not failed.values.get("ending"):
        text = translate("rendering", "The name has no ending: end it in {known}.")
        return text.format(known=known)
    values = {"known": known, "ending": "", "package": "", "path": "", "reason": ""}
    return translate("rendering", _CANNOT[failed.why]).format(**values | dict(failed.values))


def unheard_text(unheard: Unheard) -> str:
    """Empty for what is no matter to a file."""
    text = _UNHEARD.get(unheard.trouble)
    if text is None:
        return ""
    values = {"engine": "", "package": "", "language": ""} | unheard.values
    return translate("rendering", text).format(**values)


def missing_texts(unheard: Iterable[Unheard], whole: Whole, spoken: int) -> tuple[str, ...]:
    """What is not in the file, once it is there."""
    troubles = tuple(unheard)
    found = [text for each in troubles if (text := unheard_text(each))]
    told = any(each.trouble is Trouble.NO_VOICE for each in troubles)
    if whole.has_sentences and not spoken and not told:
        found.append(translate("rendering", "Rendered without voice."))
    return tuple(found)


def pauses_text(pauses: tuple[Pause, ...]) -> str:
    """What time the open steps were given; empty where there is none."""
    if not pauses:
        return ""
    named = [f"{title_of(each.step)} ({exact_text(each.seconds)})" for each in pauses]
    more = len(named) - _MOST_PAUSES
    if more > 0:
        named[_MOST_PAUSES:] = [translate("rendering", "{count} more").format(count=more)]
    text = translate("rendering", "Steps that wait for you have a time of their own: {steps}.")
    return text.format(steps=", ".join(named))


def done_text(path: Path | str, whole: Whole) -> str:
    text = translate("rendering", "Saved as {path}: {length}.")
    return text.format(path=path, length=exact_text(whole.seconds))


def _or_list(names: tuple[str, ...]) -> str:
    *others, last = names
    return translate("rendering", "{others} or {last}").format(others=", ".join(others), last=last)
