"""What is signalled when, for the ear and for the words on the screen.

A signal says that something happens at a moment of a segment; what it sounds or looks like is
decided elsewhere. All signals of a segment are computed from the segment alone.
"""

from dataclasses import dataclass
from enum import Enum, auto

from routines.model import Cycles, Halfway, Open, Phase, PhaseName, Timed
from routines.timeline import Segment, SegmentKind

SHORTEST_WITH_HALFWAY = 40.0
"""Steps shorter than this, in seconds, have no halfway bell."""


class SignalKind(Enum):
    """Where several come at the same moment, they come in this order."""

    END = auto()  # a step's work is done
    LEAD_IN = auto()  # time to get ready for the segment's step
    SWITCH = auto()  # time to change sides
    REST = auto()  # a rest begins
    ASK = auto()  # an open step waits for the person
    START = auto()  # the work begins; ``text`` is what to say
    HALFWAY = auto()
    PHASE = auto()  # a phase of a rep or breath begins
    CUE = auto()  # words of the file's own, for now


@dataclass(frozen=True, slots=True)
class Signal:
    """Something to signal ``offset`` seconds into its segment.

    ``text`` is the file's words that belong to it, ``phase`` the phase that begins and
    ``number`` the rep or breath it belongs to, from 1.
    """

    offset: float
    kind: SignalKind
    segment: Segment
    text: str = ""
    phase: Phase | None = None
    number: int = 0


_OPENING = {
    SegmentKind.LEAD_IN: SignalKind.LEAD_IN,
    SegmentKind.SWITCH: SignalKind.SWITCH,
    SegmentKind.REST: SignalKind.REST,
    SegmentKind.OPEN: SignalKind.ASK,
    SegmentKind.WORK: SignalKind.START,
}


def signals_of(segment: Segment) -> tuple[Signal, ...]:
    """All signals of ``segment`` in the order in which they come."""
    step = segment.step
    opening = Signal(0.0, _OPENING[segment.kind], segment, _spoken(segment))
    if not isinstance(step, Timed) or segment.kind not in (SegmentKind.WORK, SegmentKind.REST):
        return (opening,)
    found = [opening, *_halfway(segment, step), *_phases(segment, step), *_timed(segment, step)]
    if segment.kind is SegmentKind.WORK:
        found.append(Signal(segment.seconds, SignalKind.END, segment))
    return tuple(sorted(found, key=lambda each: (each.offset, each.kind.value)))


def _spoken(segment: Segment) -> str:
    if segment.kind in (SegmentKind.LEAD_IN, SegmentKind.SWITCH):
        return ""
    step: Timed | Open = segment.step
    return step.text if step.say_instead is None else step.say_instead


def _halfway(segment: Segment, step: Timed) -> list[Signal]:
    middle = segment.seconds / 2
    words = next((cue.text for cue in step.cues if cue.when is Halfway.HALFWAY), "")
    found = []
    if step.halfway and segment.seconds >= SHORTEST_WITH_HALFWAY:
        found.append(Signal(middle, SignalKind.HALFWAY, segment))
    if words:
        found.append(Signal(middle, SignalKind.CUE, segment, words))
    return found


def _phases(segment: Segment, step: Timed) -> list[Signal]:
    if not isinstance(step.length, Cycles):
        return []
    words = {cue.when: cue.text for cue in step.cues if isinstance(cue.when, PhaseName)}
    found = []
    for number in range(step.length.count):
        offset = number * step.length.cycle_seconds
        for phase in step.length.phases:
            text = phase.text or words.get(phase.name, "")
            found.append(Signal(offset, SignalKind.PHASE, segment, text, phase, number + 1))
            offset += phase.seconds
    return found


def _timed(segment: Segment, step: Timed) -> list[Signal]:
    return [
        Signal(cue.when, SignalKind.CUE, segment, cue.text)
        for cue in step.cues
        if isinstance(cue.when, float) and cue.when < segment.seconds
    ]
