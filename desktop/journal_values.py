"""From the history to what the journal shows. No Qt in here.

The journal is read in stretches, the newest first, however much there is of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from desktop.keep.history.model import Answered, Entry
from desktop.keep.history.store import History
from desktop.pages.journal.shown import ShownCard, ShownDay, ShownText, holds
from desktop.words.journal import beside_line, changed_text, day_heading, entry_name, time_text

STRETCH = 25
_MOST_OF_A_RUN = 30  # entries; a stretch does not part those of one run
_AT_ONCE = 200
_AROUND = timedelta(days=1)
# SQLite knows the capitals of ASCII only; and s, k and i have twins beyond it (ſ, K, ı).
_PLAIN = re.compile(r"(?:(?![skiSKI])[ -~])+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """``next`` is the moment before which the next stretch begins; None at the end."""

    entries: tuple[Entry, ...]
    next: datetime | None


def read_stretch(history: History, words: tuple[str, ...], before: datetime | None) -> Stretch:
    """The newest entries before ``before`` that hold all of ``words``."""
    found: list[Entry] = []
    for entry in found_entries(history, words, before):
        if len(found) >= STRETCH and not _belongs(entry, found):
            return Stretch(tuple(found), found[-1].at)
        found.append(entry)
    return Stretch(tuple(found), None)


def found_entries(
    history: History, words: tuple[str, ...], before: datetime | None = None
) -> Iterator[Entry]:
    """One by one, newest first: all those that hold all of ``words``, in text or prompt."""
    search = _for_sql(words)
    limit = _AT_ONCE
    while True:
        found = history.entries(search, limit=limit, before=before)
        last = found[-1].at if found else None
        if len(found) == limit and found[0].at == last:
            limit *= 2  # all of one moment: the border would part them
            continue
        whole = len(found) < limit
        for entry in found:
            if (whole or entry.at != last) and holds(f"{entry.prompt}\n{entry.text}", words):
                yield entry
        if whole or last is None:
            return
        # Those of the last moment come with the next ones, all together.
        before = last + timedelta(microseconds=1)


def days_of(
    history: History, entries: Iterable[Entry], name_of: Callable[[Entry], str]
) -> tuple[ShownDay, ...]:
    """Days with their cards, the newest first; ``name_of`` gives the name of an entry's routine."""
    entries = tuple(entries)
    beside = _beside(history, entries)
    today = history.day(history.clock.now())
    return tuple(
        ShownDay(
            day_heading(day, today),
            tuple(_card(cards, beside, name_of) for cards in _by_run(of_day)),
        )
        for day, of_day in groupby(entries, lambda entry: history.day(entry.at))
    )


def shown_text(entry: Entry) -> ShownText:
    later = entry.changed.date() != entry.at.date()
    return ShownText(
        entry.id,
        entry_name(entry.at),
        entry.text.replace("\r\n", "\n").replace("\r", "\n"),
        entry.prompt,
        changed_text(entry.changed) if later else "",
    )


def _card(
    entries: tuple[Entry, ...],
    beside: dict[str, tuple[str, ...]],
    name_of: Callable[[Entry], str],
) -> ShownCard:
    first = entries[-1]
    return ShownCard(
        time_text(first.at),
        tuple(shown_text(entry) for entry in reversed(entries)),
        name_of(first) if first.routine else "",
        beside.get(first.run, ()) if first.run else (),
    )


def _by_run(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    for _, group in groupby(entries, lambda entry: entry.run or entry.id):
        yield tuple(group)


def _beside(history: History, entries: tuple[Entry, ...]) -> dict[str, tuple[str, ...]]:
    """By run, the lines on what was chosen and ticked in it."""
    if not any(entry.run for entry in entries):
        return {}
    since, until = entries[-1].at - _AROUND, entries[0].at + _AROUND
    found: dict[str, tuple[str, ...]] = {}
    for answer in history.answers(since=since, until=until):
        if answer.run and answer.answers:
            found[answer.run] = (*found.get(answer.run, ()), _line(answer))
    return found


def _line(answer: Answered) -> str:
    return beside_line(answer.prompt, answer.answers)


def _belongs(entry: Entry, found: list[Entry]) -> bool:
    """Whether a stretch that holds ``found`` has to hold ``entry`` too."""
    last = found[-1]
    of_run = bool(entry.run) and entry.run == last.run
    return entry.at == last.at or (of_run and len(found) < STRETCH + _MOST_OF_A_RUN)


def _for_sql(words: tuple[str, ...]) -> str:
    """The longest piece of a word that SQLite finds as we do: it leaves us less to look through."""
    pieces = [piece for word in words for piece in _PLAIN.findall(word)]
    return max(pieces, key=len, default="")
