"""Sentences for the voice, and texts in the form in which they are spoken.

What is read aloud has no markup, no emoji and no abbreviations, and it ends somewhere.
"""

import re
import unicodedata

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.words.steps import named, round_text, side_text, title_of
from routines.model import Cycles, Open, Side, Timed, Unit, Verb
from routines.timeline import Segment

LONGEST = 1200
"""Characters of one text that are spoken, about a minute and a half; the rest can be read."""

_MARKUP = (
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),  # [words](address)
    (re.compile(r"(?:https?://|www\.)\S+"), ""),
    (re.compile(r"<[^<>]{0,200}>"), " "),
    (re.compile(r"&(?:nbsp|#160);"), " "),
    (re.compile(r"&amp;"), "&"),
    (re.compile(r"(?<!\w)([*_`~]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"^\s*(?:#{1,6}|[-*+>])\s+", re.MULTILINE), ""),
    (re.compile(r"[\[\]{}<>|\\`*_~#^]"), " "),  # espeak-ng takes [[...]] for phonemes
)
_UNITS = {
    "s": QT_TRANSLATE_NOOP("speech", "%n second(s)"),
    "sec": QT_TRANSLATE_NOOP("speech", "%n second(s)"),
    "min": QT_TRANSLATE_NOOP("speech", "%n minute(s)"),
    "h": QT_TRANSLATE_NOOP("speech", "%n hour(s)"),
    "x": QT_TRANSLATE_NOOP("speech", "%n time(s)"),
    "×": QT_TRANSLATE_NOOP("speech", "%n time(s)"),
}
_AMOUNT = re.compile(r"(?<![\w.,])(\d{1,3})\s?(sec|min|s|h|x|×)(?![\w'’])")
_RANGE = re.compile(r"(?<=\d)\s?[-–—]\s?(?=\d)")
_DASH = re.compile(r"\s+[-–—]+\s+|—")
_LINES = re.compile(r"(?<=[\w,;)])\s*\n\s*\n?\s*(?=\S)")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|(?<=[。！？])")
_SPARE = re.compile(r"\s+([.,;:!?])")
_WORDLESS = re.compile(r"\W*")
_DROPPED = ("So", "Sk", "Cs", "Co", "Cn", "Cf", "Cc", "Sm")


def spoken(text: str) -> str:
    """``text`` as it is said: "Hold 30s 😀 **gently**" is "Hold 30 seconds gently"."""
    text = text[: 4 * LONGEST]  # what comes later would not be said, and may be anything
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    text = _LINES.sub(". ", text)
    text = _RANGE.sub(translate("speech", " to "), text)
    text = _DASH.sub(", ", text)
    text = _AMOUNT.sub(_amount, text)
    text = text.replace("°", translate("speech", " degrees"))
    text = text.replace("&", translate("speech", " and "))
    text = "".join(" " if _is_silent(each) else each for each in text)
    text = _SPARE.sub(r"\1", " ".join(text.split()))
    return "" if _WORDLESS.fullmatch(text) else _cut(text)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in its spoken form."""
    return tuple(found.strip() for found in _SENTENCE.split(spoken(text)) if found.strip())


def as_sentence(text: str) -> str:
    """``text`` with an end, so that the voice falls and pauses there."""
    return text if not text or text[-1] in ".!?…:。！？" else f"{text}."


def _amount(found: re.Match[str]) -> str:
    return translate("speech", _UNITS[found[2]], int(found[1]))


def _is_silent(letter: str) -> bool:
    if letter in "°+=":
        return letter != "°"
    return unicodedata.category(letter) in _DROPPED or "\ufe00" <= letter <= "\ufe0f"


def _cut(text: str) -> str:
    """Not more than the longest, ended at a sentence, else at a word, else anywhere."""
    if len(text) <= LONGEST:
        return text
    text = text[:LONGEST]
    ends = [found.end() for found in re.finditer(r"[.!?…](?=\s)|[。！？]", text)]
    if ends:
        return text[: ends[-1]]
    words = text.rsplit(" ", 1)[0]
    return f"{words}…"


# What is said around the file's own words


def name_said(segment: Segment) -> str:
    """What a segment is called, with its side and, in a repeat, its round."""
    name = spoken(named(segment))
    if segment.round is None or segment.round.of == 1:
        return name
    return f"{name}, {round_text(segment.round)}"


def next_said(segment: Segment, *, first: bool) -> str:
    """Empty where the name is nothing that could be said."""
    if not spoken(named(segment)):
        return ""
    if first:
        return translate("speech", "First: {name}.").format(name=name_said(segment))
    return translate("speech", "Next: {name}.").format(name=name_said(segment))


def switch_said(side: Side) -> str:
    return translate("speech", "Change sides: {side}.").format(side=side_text(side))


def rest_said(seconds: float) -> str:
    return translate("speech", "Rest, %n second(s).", round(seconds))


def dose_said(step: Timed | Open) -> str:
    """How much a step asks for: "8 times.", "6 breaths.", "30 seconds, each side."."""
    if not isinstance(step, Timed):
        return ""
    dose = _length_said(step)
    if len(step.sides) > 1:
        dose = translate("speech", "{length}, each side").format(length=dose)
    return f"{dose}."


def _length_said(step: Timed) -> str:
    if not isinstance(step.length, Cycles):
        return seconds_said(step.length.seconds)
    if step.length.unit is Unit.BREATH:
        return translate("speech", "%n breath(s)", step.length.count)
    return translate("speech", "%n time(s)", step.length.count)


def seconds_said(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return translate("speech", "%n second(s)", rest)
    said = translate("speech", "%n minute(s)", minutes)
    if not rest:
        return said
    after = translate("speech", "%n second(s)", rest)
    return translate("speech", "{minutes} and {seconds}").format(minutes=said, seconds=after)


def halfway_said() -> str:
    return translate("speech", "Halfway.")


def last_said(length: Cycles) -> str:
    if length.unit is Unit.BREATH:
        return translate("speech", "Last breath.")
    return translate("speech", "Last one.")


def asked(step: Open) -> tuple[str, ...]:
    """What an open step asks, and how to go on, sentence by sentence."""
    if step.verb is Verb.WRITE:
        how = translate("speech", "Control and Enter goes on.")
    else:
        how = translate("speech", "Enter goes on.")
    return (*question(step), how)


def question(step: Open) -> tuple[str, ...]:
    """The prompt, and what there is to choose, sentence by sentence."""
    found = [*sentences(title_of(step)), *sentences(_text_of(step))]
    if step.verb is Verb.RATE:
        found.append(translate("speech", "A number from 0 to 10."))
    for number, option in enumerate(step.choices, 1):
        text = translate("speech", "{number}: {option}.")
        found.append(text.format(number=number, option=spoken(option)))
    found += [as_sentence(spoken(item)) for item in step.items]
    return tuple(as_sentence(each) for each in found if each)


def _text_of(step: Timed | Open) -> str:
    return step.text if step.say_instead is None else step.say_instead
