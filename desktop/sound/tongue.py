"""In which language a routine is written, so that a voice of that language reads it. Pure.

A routine's file does not say so. Its letters tell, or its smallest words; where neither does, it is
taken for the system's language.
"""

import locale
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping

from routines.timeline import Timeline

ENGLISH = "en"

_WORDS = {
    ENGLISH: "the and your you with from each both breathe slowly down out into hold neck shoulders"
    " are not this that it is to of",
    "de": "der die das und den dem ein eine einen mit nicht auf du dich dein deine deinen ist im"
    " zum zur nach atme langsam",
    "fr": "le la les et des du une un vos votre sur avec dans les est pas vous au aux respirez"
    " ton tes",
    "es": "el la los las y una un con tus su sus por para del al no que respira hacia lentamente",
    "it": "il lo la gli le e una un con di del della nel non che tuo tua piano respira verso sul",
    "pt": "o os as e uma um com não do da dos das para seu sua ao na no que respire devagar",
    "nl": "de het een en je met van naar op niet uit is te jouw langzaam adem in",
    "sv": "och en ett med att det inte din ditt dina på ut i är till av som andas långsamt",
    "da": "og en et med at det ikke din dit dine på ud i er til af som træk langsomt",
    "nb": "og en et med at det ikke din ditt dine på ut i er til av som pust langsomt",
    "fi": "ja on ei hengitä hitaasti se että kun sitten ylös alas",
    "pl": "i w z na do się nie jest to po oraz powoli oddychaj",
    "cs": "a v s na do se ne je to po pomalu dýchej ruce",
    "tr": "ve bir ile için yavaşça nefes de da bu",
    "hu": "a az és egy nem hogy lassan lélegezz fel le",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}

_LETTERS = {
    "zh": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
_OWN_LETTERS = {
    "zh": ("ja", re.compile(r"[\u3040-\u30ff]")),
    "ru": ("uk", re.compile(r"[\u0456\u0457\u0454\u0491]")),
}
"""Letters that only another language of the same script has."""

_MANY = 0.3  # share of the letters, which a foreign name or two do not reach
_CLEAR = 0.06
_CLEARER = 1.3
"""Share of words that must be known, and how much more than of any other language."""

_ENOUGH = 8000
"""Characters that are looked at."""

_WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Iterable[str], system: str) -> str:
    """A tag such as "de" or "en-GB". ``system`` is the language of the person's system."""
    text = " ".join(texts)[:_ENOUGH].casefold()
    found = _by_letters(text) or _by_words(text)
    if found is None:
        return system or ENGLISH
    # The system says which English, or which Portuguese.
    return system if base_of(system) == found else found


def language_of_timeline(timeline: Timeline, system: str) -> str:
    steps = {id(each.step): each.step for each in timeline.segments}.values()
    return language_of((f"{step.title} {step.text}" for step in steps), system)


def base_of(language: str) -> str:
    """The language of a tag, without its kind: "pt-BR" is "pt"."""
    return re.split("[-_]", language)[0].casefold()


def _by_letters(text: str) -> str | None:
    letters = len("".join(_WORD.findall(text)))
    for language, pattern in _LETTERS.items():
        if letters and len(pattern.findall(text)) > _MANY * letters:
            other, own = _OWN_LETTERS.get(language, (language, pattern))
            return other if own.search(text) else language
    return None


def _by_words(text: str) -> str | None:
    words = _WORD.findall(text)
    if not words:
        return None
    counts = Counter({name: sum(word in known for word in words) for name, known in _SETS.items()})
    (first, most), (_, next_most) = counts.most_common(2)
    is_clear = most > _CLEAR * len(words) and most > _CLEARER * next_most
    return first if is_clear else None


def system_language(env: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The person's, as the system says; "en" where it does not."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    told = next((value for name in names if (value := env.get(name, "").split(":")[0])), "")
    if not told and platform == "win32":
        told = _of_windows()
    tag = re.split("[.@]", told)[0].replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", tag) else ENGLISH


def _of_windows() -> str:
    import ctypes  # noqa: PLC0415 - on Windows only

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return ""
    return locale.windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")
