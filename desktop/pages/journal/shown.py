"""What the page shows, as plain values, and where the words that are looked for stand. No Qt.

What a person wrote is left out of every ``repr``: no log can hold it by accident.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_MOST = 900  # characters that are shown of a text before somebody asks for all of it
_MOST_LINES = 12
_MORE = "…"


@dataclass(frozen=True, slots=True)
class ShownText:
    """One entry. ``name`` is what it is called where its words may not stand."""

    id: str
    name: str
    text: str = field(repr=False)
    prompt: str = field(default="", repr=False)
    changed: str = ""


@dataclass(frozen=True, slots=True)
class ShownCard:
    """What was written in one go: alone, or in one run of a routine, in its order. ``beside`` are
    lines on what was chosen and ticked in the same run.
    """

    time: str
    texts: tuple[ShownText, ...]
    routine: str = ""
    beside: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A local day, the newest card first."""

    heading: str
    cards: tuple[ShownCard, ...]


@dataclass(frozen=True, slots=True)
class ShownJournal:
    """One stretch of it. ``words`` are looked for; ``earlier`` and ``later`` say that there is
    more on that side.
    """

    days: tuple[ShownDay, ...] = ()
    words: tuple[str, ...] = field(default=(), repr=False)
    earlier: bool = False
    later: bool = False

    def texts(self) -> Iterator[ShownText]:
        for day in self.days:
            for card in day.cards:
                yield from card.texts


def words_of(search: str) -> tuple[str, ...]:
    """What is looked for: every one of these words, wherever they stand."""
    return tuple(dict.fromkeys(search.split()))


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether all of ``words`` are in ``text``; capitals make no difference."""
    return all(_pattern(word).search(text) for word in words)


def places(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where any of ``words`` stands in ``text``: begin and end, in the order of the text."""
    found = {match.span() for word in words for match in _pattern(word).finditer(text)}
    return tuple(sorted(found))


def excerpt(text: str, words: tuple[str, ...] = ()) -> str:
    """``text``, or as much of it as a card has room for: from its beginning, or from a little
    before the first of ``words``.
    """
    if len(text) <= _MOST and text.count("\n") < _MOST_LINES:
        return text
    first = next((begin for begin, _end in places(text, words)), 0)
    begin = 0 if _fits(text[:first]) else _word_before(text, first)
    lines = text[begin : begin + _MOST].split("\n")[:_MOST_LINES]
    end = begin + len("\n".join(lines))
    if end < len(text) and (space := text.rfind(" ", begin, end)) > max(begin, end - _MOST // 10):
        end = space
    before = f"{_MORE} " if begin else ""
    after = f" {_MORE}" if end < len(text) else ""
    return f"{before}{text[begin:end]}{after}"


def _fits(text: str) -> bool:
    return len(text) < _MOST // 2 and text.count("\n") < _MOST_LINES // 2


def _word_before(text: str, place: int) -> int:
    """Where a line or a word begins, not far before ``place``."""
    near = max(0, place - _MOST // 10)
    return max(near, *(text.rfind(sign, near, place) + 1 for sign in "\n "))


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word), re.IGNORECASE)
