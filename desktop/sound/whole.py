"""A whole routine as it is heard from a file, where nobody can answer. Pure.

Open steps get a time of their own, and the last bell rings out behind the end.
"""

from dataclasses import dataclass

from desktop.sound.messages import Piece
from desktop.sound.model import Bell, Event, Ring, Say, Score, Talk, Wishes
from desktop.sound.score import score_of
from desktop.sound.telling import AFTER_BELL, MOST_SHORTER, is_first, seconds_of
from desktop.words.speech import question
from routines.model import Open, Verb
from routines.timeline import Segment, Timeline

RING_OUT = 8.0
"""Seconds behind the end: as long as the closing bell."""

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
    its ``pauses``; the file is longer by `RING_OUT`.
    """

    pieces: tuple[Piece, ...]
    seconds: float
    pauses: tuple[Pause, ...]

    @property
    def file_seconds(self) -> float:
        return self.seconds + RING_OUT

    @property
    def has_sentences(self) -> bool:
        return any(isinstance(each, Say) for piece in self.pieces for each in piece.score)


def whole_of(timeline: Timeline, wishes: Wishes, open_seconds: float | None = None) -> Whole:
    """The routine with ``open_seconds`` for each open step, or with what each of them needs."""
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
        pieces.append(Piece(index, score, segment.start + waited))
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
