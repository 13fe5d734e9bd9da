"""What the voice says in a segment, and when it has to be silent again.

Fixed moments go first: words that the file puts at a time, and half way. The step's text comes
next; words of breaths and reps begin with the first round that is free behind it.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.sound.model import Say, Talk, Wishes
from desktop.words.speech import (
    as_sentence,
    asked,
    dose_said,
    halfway_said,
    last_said,
    name_said,
    next_said,
    rest_said,
    sentences,
    spoken,
    switch_said,
)
from desktop.words.steps import phase_call, side_text, title_of
from routines.cues import Signal, SignalKind, signals_of
from routines.model import Cycles, Timed, Unit, Verb
from routines.timeline import Segment, SegmentKind

AFTER_BELL = 0.6
"""Seconds that a bell sounds alone before the voice begins."""

SOON = 0.4
"""The same where a step lasts no longer than its words."""

GAP = 0.15
"""Seconds of silence between two sentences."""

CALLED_ROUNDS = 2
WORDED_ROUNDS = 3
"""How many breaths or reps are called out, by our words or by the file's. Then the swell leads."""

MOST_SHORTER = 8
MOST_COUNTED = 500

_BEFORE, _LETTERS = 0.45, 18.0
_STOPS = {".": 0.35, "!": 0.35, "?": 0.35, "…": 0.35, ",": 0.1, ";": 0.1, ":": 0.1}
"""A calm voice of 160 words a minute: seconds that any text takes, letters a second, and seconds
of pause behind a stop; measured with espeak-ng.
"""


_COMMA = re.compile(r"(?<=\w)(?:[,;]\s|[，；、])")
_CONDITIONS = ("if", "when", "while", "unless", "as", "once", "before", "after", "until", "for")
"""How a sentence begins whose first part only says when the second one counts."""


def seconds_of(text: str, wishes: Wishes) -> float:
    """About how long the voice takes for ``text``."""
    pauses = sum(_STOPS.get(letter, 0.0) for letter in text[:-1])
    return (_BEFORE + len(text) / _LETTERS + pauses) / max(0.25, wishes.rate)


def is_first(segment: Segment) -> bool:
    """Whether the routine begins with this segment."""
    fresh = segment.kind is SegmentKind.LEAD_IN or segment.step.lead_in == 0
    return segment.stop == 0 and fresh


def is_other_side(segment: Segment) -> bool:
    """Whether this is the second side of its step."""
    step = segment.step
    return isinstance(step, Timed) and len(step.sides) > 1 and segment.side is step.sides[1]


@dataclass(frozen=True, slots=True)
class _Said:
    """Sentences that begin together; the first goes without the others, not they without it."""

    at: float
    sentences: tuple[str, ...]
    until: float = float("inf")
    instead: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


class Telling:
    """The sentences of one segment."""

    def __init__(self, segment: Segment, following: Segment | None, wishes: Wishes) -> None:
        self._segment = segment
        self._following = following
        self._wishes = wishes
        self._end = float("inf") if segment.is_open else segment.seconds
        self._all_of_it = wishes.talk is Talk.EVERYTHING
        self._signals = signals_of(segment)

    def all(self) -> list[Say]:
        said = self._fixed()
        if (opening := self._opening()) is not None:
            said.append(self._before_phases(opening, said))
            opened = said[-1].at + seconds_of(said[-1].text, self._wishes)
        else:
            opened = 0.0
        said += self._rounds(min(opened, said[-1].until) if said else 0.0, said)
        said.sort(key=lambda each: each.at)
        ends = [after.at - GAP for _, after in pairwise(said)]
        ended = [
            replace(each, until=min(each.until, end))
            for each, end in zip(said, [*ends, self._end], strict=False)
        ]
        return [_say(each) for each in ended if each.until > each.at]

    # The beginning of a segment

    def _opening(self) -> _Said | None:
        found = {
            SegmentKind.LEAD_IN: self._lead_in,
            SegmentKind.SWITCH: self._switch,
            SegmentKind.REST: self._rest,
            SegmentKind.OPEN: self._asked,
            SegmentKind.WORK: self._work,
        }[self._segment.kind]()
        said = tuple(as_sentence(each) for each in found if each)
        at = SOON if self._segment.step.verb is Verb.SAY else AFTER_BELL
        return _Said(at, said, instead=self._bare_name()) if said else None

    def _bare_name(self) -> tuple[str, ...]:
        """The name by itself, or the side, for a break too short for more."""
        segment = self._segment
        if segment.kind is SegmentKind.LEAD_IN and (name := name_said(segment)):
            return (as_sentence(name),)
        if segment.kind is SegmentKind.SWITCH and segment.side is not None:
            return (as_sentence(spoken(side_text(segment.side))),)
        return ()

    def _lead_in(self) -> list[str]:
        name = next_said(self._segment, first=is_first(self._segment))
        return [name, dose_said(self._segment.step)] if self._all_of_it else [name]

    def _switch(self) -> list[str]:
        side = self._segment.side
        return [switch_said(side)] if side is not None else []

    def _rest(self) -> list[str]:
        found = [rest_said(self._segment.seconds)]
        if self._all_of_it:
            found += self._text()
        following = self._following
        if following is not None and following.kind is SegmentKind.WORK:
            found.append(next_said(following, first=False))
        return found

    def _asked(self) -> list[str]:
        step = self._segment.step
        assert not isinstance(step, Timed), "only open steps ask"
        return list(asked(step)[: None if self._all_of_it else 1])

    def _work(self) -> list[str]:
        step = self._segment.step
        if step.verb is Verb.SAY:
            found = [*sentences(title_of(step)), *self._text()]
            return found if self._all_of_it else found[:1]
        text = self._text() if self._all_of_it and self._is_new() else []
        if self._was_announced() or _names(text, name_said(self._segment)):
            return text
        return [name_said(self._segment), *text]

    def _was_announced(self) -> bool:
        """Whether the break before had time for the name, or for the side."""
        step, side = self._segment.step, self._segment.side
        if isinstance(step, Timed) and side is not None and is_other_side(self._segment):
            return self._fits(side_text(side), step.switch)
        return self._fits(name_said(self._segment), step.lead_in)

    def _fits(self, words: str, seconds: float) -> bool:
        return 0 < seconds >= AFTER_BELL + seconds_of(as_sentence(words), self._wishes)

    def _is_new(self) -> bool:
        """Whether the words of the step have not been heard yet, on a side or in a round."""
        round_ = self._segment.round
        return not is_other_side(self._segment) and (round_ is None or round_.number == 1)

    def _text(self) -> list[str]:
        signal = self._signals[0]
        return list(sentences(signal.text))

    def _before_phases(self, opening: _Said, fixed: list[_Said]) -> _Said:
        """The opening, held to half of the time where breaths or reps have to be called too."""
        phased = isinstance(self._segment.step, Timed) and self._segment.step.cues
        if not phased or not self._cycles() or self._segment.kind is not SegmentKind.WORK:
            return opening
        first = min((each.at for each in fixed), default=self._segment.seconds)
        return replace(opening, until=min(first, self._segment.seconds / 2))

    # Half way, and the file's own words at a time

    def _fixed(self) -> list[_Said]:
        if not self._all_of_it:
            return []
        middle: list[str] = []
        found: list[_Said] = []
        for signal in self._signals:
            if signal.kind is SignalKind.HALFWAY:
                middle.append(halfway_said())
            elif signal.kind is SignalKind.CUE and signal.offset == self._segment.seconds / 2:
                middle += map(as_sentence, sentences(signal.text))
            elif signal.kind is SignalKind.CUE and (words := sentences(signal.text)):
                found.append(_Said(signal.offset, tuple(map(as_sentence, words))))
        if middle:
            after = AFTER_BELL if middle[0] == halfway_said() else 0.0
            found.append(_Said(self._segment.seconds / 2 + after, tuple(middle)))
        return found

    # Breaths and reps

    def _cycles(self) -> Cycles | None:
        step = self._segment.step
        return step.length if isinstance(step, Timed) and isinstance(step.length, Cycles) else None

    def _rounds(self, free_from: float, taken: list[_Said]) -> list[_Said]:
        length = self._cycles()
        if length is None or self._segment.kind is not SegmentKind.WORK:
            return []
        phases = [each for each in self._signals if each.kind is SignalKind.PHASE]
        found = self._calls(phases, length, free_from) if self._all_of_it else []
        if self._wishes.count_reps and length.unit is Unit.REP:
            found = self._counts(phases, found, length, free_from)
        found = self._with_last(phases, found, length, free_from)
        return [each for each in found if self._is_free(each, taken)]

    def _calls(self, phases: list[Signal], length: Cycles, free_from: float) -> list[_Said]:
        worded = any(each.text for each in phases)
        if not worded and length.unit is Unit.REP:
            return []  # "there, back" says nothing that the swell does not
        starts = [each for each in phases if each.offset % length.cycle_seconds < GAP]
        fresh = next((each.number for each in starts if each.offset >= free_from), None)
        if fresh is None:
            return []
        until = fresh + (WORDED_ROUNDS if worded else CALLED_ROUNDS)
        return [
            said
            for signal in phases
            if fresh <= signal.number < until and (said := self._call(signal, worded)) is not None
        ]

    def _call(self, signal: Signal, worded: bool) -> _Said | None:
        assert signal.phase is not None, "a phase's signal tells its phase"
        call = spoken(phase_call(replace(signal.phase, text="")))
        if worded and not signal.text:
            return None
        words = spoken(signal.text) or call
        end = signal.offset + signal.phase.seconds
        fits = [
            text
            for text in dict.fromkeys((words, call))
            if signal.offset + seconds_of(text, self._wishes) <= end
        ]
        return _Said(signal.offset, (fits[0],), end, tuple(fits[1:])) if fits else None

    def _counts(
        self, phases: list[Signal], calls: list[_Said], length: Cycles, free_from: float
    ) -> list[_Said]:
        """The number of each rep, but where the file has words for the moment."""
        worded = {each.at for each in calls}
        numbers = {each.number: each.offset for each in reversed(phases)}
        return calls + [
            _Said(at, (str(number),), at + length.cycle_seconds)
            for number, at in numbers.items()
            if at not in worded and at >= free_from and number <= MOST_COUNTED
        ]

    def _with_last(
        self, phases: list[Signal], found: list[_Said], length: Cycles, free_from: float
    ) -> list[_Said]:
        """The last rep or breath is told, as nobody can see how many are left."""
        if not self._all_of_it or length.count < 3:
            return found
        at = next(each.offset for each in phases if each.number == length.count)
        if at < free_from:
            return found
        others = [each for each in found if abs(each.at - at) > GAP]
        return [*others, _Said(at, (last_said(length),), at + length.cycle_seconds)]

    def _is_free(self, said: _Said, taken: list[_Said]) -> bool:
        end = said.at + seconds_of(said.text, self._wishes)
        return not any(
            each.at < end and said.at < each.at + seconds_of(each.text, self._wishes)
            for each in taken
            if each.at >= said.at or each.until > said.at
        )


def _names(text: list[str], name: str) -> bool:
    """Whether the first sentence has the name in it: before "Now the feet.", "Feet." is idle."""
    first, name = (text[0] if text else "").casefold(), name.casefold()
    return first.startswith(name) or bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", first))


def _say(said: _Said) -> Say:
    parts = said.sentences
    counts = range(len(parts) - 1, 0, -1)
    if len(counts) > MOST_SHORTER:  # the longest, and the shortest there is
        counts = range(len(parts) - 1, len(parts) - MOST_SHORTER, -1)
        prefixes = [*(" ".join(parts[:count]) for count in counts), parts[0]]
    else:
        prefixes = [" ".join(parts[:count]) for count in counts]
    instead = said.instead or _clauses(parts[0])
    return Say(said.at, said.text, said.until, (*prefixes, *instead))


def _clauses(sentence: str) -> tuple[str, ...]:
    """The beginnings of a sentence up to its commas, longest first: some of it is better than
    nothing. "If it hurts" is nothing by itself, and none of what begins so is cut.
    """
    if sentence.partition(" ")[0].casefold() in _CONDITIONS:
        return ()
    ends = [found.start() for found in _COMMA.finditer(sentence)]
    return tuple(f"{sentence[:end]}." for end in reversed(ends[:MOST_SHORTER]))
