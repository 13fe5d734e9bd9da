"""A whole routine as it is heard from a file, where nobody can answer. Pure.

Open steps get a time of their own. The file is as long as the routine: the last bell begins a
little before its end and fades with it.
"""

from dataclasses import dataclass, replace

from desktop.sound.messages import Piece
from desktop.sound.model import Bell, Event, Ring, Say, Score, Talk, Wishes
from desktop.sound.score import TICKS, score_of
from desktop.sound.telling import AFTER_BELL, MOST_SHORTER, is_first, seconds_of
from desktop.sound.tongue import ENGLISH, language_of_timeline
from desktop.words.speech import question
from routines.model import Open, Verb
from routines.timeline import Segment, Timeline

RINGING = 6.0
"""Seconds before the end at which the closing bell is struck, its ticks the same before it."""

LEAST_RINGING = 2.0
"""... where the last words leave no more."""

_MOST_OF_THE_LAST = 1 / 3  # share of the last segment that its bell may take

PAUSES = {Verb.WRITE: 120.0, Verb.RATE: 10.0, Verb.CHOOSE: 15.0, Verb.CHECK: 30.0, Verb.WAIT: 30.0}
"""Seconds to answer an open step in that suggests no time by itself."""

THINKING = 5.0
"""Seconds that are left at least once everything has been asked, unless the person says else."""


@dataclass(frozen=True, slots=True)
class Pause:
    """The time in seconds that an open step was given."""

    step: Open
    seconds: float


@dataclass(frozen=True, slots=True)
class Whole:
    """``pieces`` are the segments in their order. ``seconds`` is how long the routine takes with
    its ``pauses``, and how long its file is.
    """

    pieces: tuple[Piece, ...]
    seconds: float
    pauses: tuple[Pause, ...]

    @property
    def has_sentences(self) -> bool:
        return any(isinstance(each, Say) for piece in self.pieces for each in piece.score)


def whole_of(
    timeline: Timeline, wishes: Wishes, open_seconds: float | None = None, *, system: str = ENGLISH
) -> Whole:
    """The routine with ``open_seconds`` for each open step, or with what each of them needs.

    ``system`` is the language of the person's system.
    """
    language = language_of_timeline(timeline, system)
    pieces: list[Piece] = []
    pauses: list[Pause] = []
    waited = 0.0
    last = len(timeline.segments) - 1
    for index, segment in enumerate(timeline.segments):
        following = timeline.segments[index + 1] if index < last else None
        if isinstance(segment.step, Open) and segment.is_open:
            asked = _asked(segment.step, wishes)
            room = _room(segment.step, asked, wishes) if open_seconds is None else open_seconds
            score = _score_of_open(segment, asked, room, is_last=following is None)
            pauses.append(Pause(segment.step, room))
        else:
            room = segment.seconds
            score = score_of(segment, following, wishes)
        if following is None:
            score = _closed_within(score, room, wishes)
        pieces.append(Piece(index, score, segment.start + waited, language=language))
        waited += room - segment.seconds
    return Whole(tuple(pieces), timeline.seconds + waited, tuple(pauses))


def _asked(step: Open, wishes: Wishes) -> tuple[str, ...]:
    """The question, without the keys that would answer it."""
    if wishes.talk is Talk.NOTHING:
        return ()
    return question(step)[: None if wishes.talk is Talk.EVERYTHING else 1]


def _room(step: Open, asked: tuple[str, ...], wishes: Wishes) -> float:
    if step.suggested is not None:
        return step.suggested
    spoken = AFTER_BELL + seconds_of(" ".join(asked), wishes) if asked else 0.0
    return max(PAUSES.get(step.verb, 30.0), float(round(spoken + THINKING)))


def _score_of_open(
    segment: Segment, asked: tuple[str, ...], room: float, *, is_last: bool
) -> Score:
    found: list[Event] = [Ring(0.0, Bell.BEGIN if is_first(segment) else Bell.NEXT)]
    if asked and room > AFTER_BELL:
        counts = list(range(len(asked) - 1, 0, -1))[-MOST_SHORTER:]
        shorter = tuple(" ".join(asked[:count]) for count in counts)
        found.append(Say(AFTER_BELL, " ".join(asked), room, shorter))
    if is_last:
        found.append(Ring(room, Bell.CLOSE))
    return tuple(found)


def _closed_within(score: Score, room: float, wishes: Wishes) -> Score:
    """The last segment's score with its end so early that the bell is over at ``room`` seconds."""
    spoken = [e.at + seconds_of(e.text, wishes) for e in score if isinstance(e, Say)]
    silent = room - max(spoken, default=0.0)
    early = min(max(LEAST_RINGING, min(RINGING, silent)), room * _MOST_OF_THE_LAST)
    end = room - TICKS - 0.5
    moved = (
        replace(each, at=max(0.0, each.at - early))
        if isinstance(each, Ring) and each.bell in (Bell.TICK, Bell.CLOSE) and each.at > end
        else each
        for each in score
    )
    return tuple(sorted(moved, key=lambda each: each.at))
