"""What the player shows at a moment, as plain values: texts, shares and roles. No Qt in here.

The window paints a scene, the terminal prints it, tests read it.
"""

import math
from dataclasses import dataclass
from enum import Enum, auto

from desktop.figures.shown import ShownFigure
from desktop.language import translate
from desktop.player.attention import Glow, glow_at
from desktop.player.breath_shape import BreathShape, breath_shape, ready_shape
from desktop.player.figures import Figures, Leaving, leaving_at, no_figures
from desktop.words.steps import (
    count_text,
    named,
    phase_text,
    round_text,
    side_text,
    title_of,
)
from desktop.words.times import clock_text, countdown
from routines.model import Cue, Cycles, Halfway, Open, PhaseName, Routine, Side, Timed, Unit, Verb
from routines.phases import Moment, ease, moment_at
from routines.playback import OVER, Playback, State
from routines.timeline import Segment, SegmentKind, Timeline


class Face(Enum):
    """Which face of the player a step shows."""

    EXERCISE = auto()
    BREATH = auto()
    NOTICE = auto()
    WORDS = auto()
    REST = auto()
    WRITE = auto()
    RATE = auto()
    CHOOSE = auto()
    CHECK = auto()
    WAIT = auto()


_FACES = {
    Verb.HOLD: Face.EXERCISE,
    Verb.MOVE: Face.EXERCISE,
    Verb.BREATHE: Face.BREATH,
    Verb.NOTICE: Face.NOTICE,
    Verb.SAY: Face.WORDS,
    Verb.REST: Face.REST,
    Verb.WRITE: Face.WRITE,
    Verb.RATE: Face.RATE,
    Verb.CHOOSE: Face.CHOOSE,
    Verb.CHECK: Face.CHECK,
    Verb.WAIT: Face.WAIT,
}


_BREATH_PHASES = (PhaseName.IN, PhaseName.HOLD, PhaseName.OUT)


@dataclass(frozen=True, slots=True)
class StripPart:
    """A segment on the progress strip: its share of the whole, and whether it is an open step."""

    share: float
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of the player.

    ``kicker`` is the small line above the title, ``aside`` the same without the phase and the
    count, for where the pacer says these itself. ``ring`` is the share of the segment that has
    passed and ``ring_text`` what stands in it; both are empty where nothing runs out. ``extent``
    is how full the breath or how far the movement is, eased, from 0 to 1; None where there is
    neither. ``here`` is the part of the strip we are in and ``here_share`` how much of it has
    passed. ``figure``, ``side``, ``moment`` and ``area`` say what a figure or body map shows;
    ``glow`` is how much each area of the map shines. ``breath`` is the pacer of a step that goes
    by breaths, while one gets ready too. ``shown`` is the figure at this moment, where there is
    one and no map takes its place, and ``leaving`` the one that it takes the place of just now.
    """

    routine: str
    face: Face
    kind: SegmentKind
    kicker: str
    aside: str
    title: str
    text: str
    easier: str
    next: str
    left: str
    ring: float | None
    ring_text: str
    extent: float | None
    phase_word: str
    here: int
    here_share: float
    paused: bool
    returning: bool
    dim: bool
    figure: str
    side: Side | None
    moment: Moment | None
    area: str
    glow: Glow
    breath: BreathShape | None
    cue: str
    step: Timed | Open
    shown: ShownFigure | None = None
    leaving: Leaving | None = None


def strip_of(timeline: Timeline) -> tuple[StripPart, ...]:
    """The progress strip; its parts' shares add up to 1. All are alike where nothing takes time."""
    whole, even = timeline.seconds, 1.0 / len(timeline.segments)
    return tuple(
        StripPart(each.seconds / whole if whole else even, each.kind) for each in timeline.segments
    )


def scene_of(
    routine: Routine, playback: Playback, figures: Figures = no_figures, change: float = 0.0
) -> Scene:
    """The scene of the place where ``playback`` is now, with its figure out of ``figures``.

    ``change`` is how many seconds one figure takes to become another; 0 is at once.
    """
    segment, offset = playback.segment, playback.place.offset
    step = segment.step
    moment = _moment(segment, offset)
    cue = _cue(segment, offset, moment)
    ring, ring_text = _ring(playback, segment, offset)
    coming = playback.timeline.after_this(playback.place.index)
    glow = glow_at(playback.timeline, playback.place)
    shown = None if glow else figures(segment, offset)
    return Scene(
        routine=routine.name,
        face=_FACES[step.verb],
        kind=segment.kind,
        kicker=_kicker(playback, segment, moment),
        aside=_kicker(playback, segment, None),
        title=title_of(step),
        text=cue or step.text,
        easier=step.easier if isinstance(step, Timed) else "",
        next=_next(segment, coming),
        left=_left(playback),
        ring=ring,
        ring_text=ring_text,
        extent=None if moment is None else moment.extent(ease),
        phase_word="" if moment is None else phase_text(moment.phase),
        here=playback.place.index,
        here_share=_share(segment, offset, playback),
        paused=playback.state is State.PAUSED,
        returning=playback.state is State.RETURNING,
        dim=step.dim and not segment.prepares,
        figure=step.figure,
        side=segment.side,
        moment=moment,
        area=step.area if isinstance(step, Timed) else "",
        glow=glow,
        breath=_breath(segment, moment),
        cue=cue,
        step=step,
        shown=shown,
        leaving=leaving_at(playback, figures, shown, change),
    )


def _moment(segment: Segment, offset: float) -> Moment | None:
    step = segment.step
    if segment.kind is not SegmentKind.WORK or not isinstance(step, Timed):
        return None
    return moment_at(step.length, offset) if isinstance(step.length, Cycles) else None


def _breath(segment: Segment, moment: Moment | None) -> BreathShape | None:
    length = segment.step.length if isinstance(segment.step, Timed) else None
    if not isinstance(length, Cycles) or length.unit is not Unit.BREATH:
        return None
    return ready_shape(length) if moment is None else breath_shape(length, moment)


def _cue(segment: Segment, offset: float, moment: Moment | None) -> str:
    """The file's words for right now: those of the phase, or of the newest timed cue."""
    step = segment.step
    if segment.kind is not SegmentKind.WORK or not step.cues:
        return ""
    phase_began, phase_words = -math.inf, ""
    if moment is not None and isinstance(step, Timed) and isinstance(step.length, Cycles):
        phase_began, phase_words = offset - moment.into, _phase_words(step, moment)
    timed = [(_when(cue, segment), cue.text) for cue in step.cues]
    began, words = max(
        ((when, text) for when, text in timed if when <= offset), default=(-math.inf, "")
    )
    return phase_words if phase_words and phase_began > began else words or phase_words


def _phase_words(step: Timed, moment: Moment) -> str:
    """The words of the phase; a pause or a hold without any keeps those before it."""
    words = {cue.when: cue.text for cue in step.cues if isinstance(cue.when, PhaseName)}
    phases = step.length.phases if isinstance(step.length, Cycles) else ()
    for index in range(moment.index, -1, -1):
        name = phases[index].name
        if name in words:
            return words[name]
        if name not in (PhaseName.HOLD, PhaseName.PAUSE):
            return ""
    return ""


def _when(cue: Cue, segment: Segment) -> float:
    if isinstance(cue.when, PhaseName):
        return math.inf
    return segment.seconds / 2 if cue.when is Halfway.HALFWAY else cue.when


def _ring(playback: Playback, segment: Segment, offset: float) -> tuple[float | None, str]:
    if playback.state is State.RETURNING:
        return _passed(segment, offset), countdown(playback.return_left)
    if segment.is_open:
        suggested = segment.step.suggested if isinstance(segment.step, Open) else None
        if suggested is None or playback.waited >= suggested:
            return None, ""
        return playback.waited / suggested, countdown(suggested - playback.waited)
    return _passed(segment, offset), countdown(segment.seconds - offset)


def _passed(segment: Segment, offset: float) -> float:
    return min(1.0, offset / segment.seconds) if segment.seconds else 0.0


def _share(segment: Segment, offset: float, playback: Playback) -> float:
    return 1.0 if playback.state is State.FINISHED else _passed(segment, offset)


def _kicker(playback: Playback, segment: Segment, moment: Moment | None) -> str:
    return " · ".join(part for part in _kicker_parts(playback, segment, moment) if part)


def _kicker_parts(playback: Playback, segment: Segment, moment: Moment | None) -> list[str]:
    parts = [_activity(playback, segment, moment)]
    if segment.side is not None:
        parts.append(side_text(segment.side))
    if moment is not None and isinstance(segment.step, Timed):
        assert isinstance(segment.step.length, Cycles), "only cycles have moments"
        parts.append(count_text(segment.step.length, moment))
    if segment.round is not None:
        parts.append(round_text(segment.round))
    first, *rest = [part for part in parts if part] or [""]
    return [first[:1].upper() + first[1:], *rest]


def _activity(playback: Playback, segment: Segment, moment: Moment | None) -> str:
    if playback.state is State.PAUSED:
        return translate("player", "Paused")
    if playback.state is State.RETURNING:
        return translate("player", "Going on in a moment")
    if segment.kind is SegmentKind.LEAD_IN:
        return translate("player", "Get ready")
    if segment.kind is SegmentKind.SWITCH:
        return translate("player", "Change sides")
    if moment is not None and moment.phase.name in _BREATH_PHASES:
        return phase_text(moment.phase)
    return ""


def _next(segment: Segment, coming: Segment | None) -> str:
    """What comes behind this, by name."""
    if coming is None:
        return ""
    if coming.step is segment.step and coming.side is not None and coming.side != segment.side:
        return side_text(coming.side)[:1].upper() + side_text(coming.side)[1:]
    return named(coming)


def _left(playback: Playback) -> str:
    if playback.state in OVER:
        return ""
    left = playback.timeline.seconds - playback.elapsed
    if left <= 0:
        return ""
    return translate("player", "{time} left").format(time=clock_text(left))
