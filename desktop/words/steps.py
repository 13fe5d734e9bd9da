"""Steps, sides, rounds and phases in words."""

import re
import textwrap

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.words.times import exact_text, length_text
from routines.model import Cycles, Open, Phase, PhaseName, Side, Timed, Unit, Verb
from routines.phases import Moment
from routines.timeline import Round, Segment, SegmentKind, Timeline

_LONGEST_NAME = 40
_OWN_TIME = (Verb.WRITE, Verb.CHECK)
"""What one takes time for. A rating or a choice is done in a moment."""

_SIDES = {
    Side.LEFT: QT_TRANSLATE_NOOP("steps", "left side"),
    Side.RIGHT: QT_TRANSLATE_NOOP("steps", "right side"),
}
_PHASES = {
    PhaseName.IN: QT_TRANSLATE_NOOP("steps", "Breathing in"),
    PhaseName.HOLD: QT_TRANSLATE_NOOP("steps", "Holding"),
    PhaseName.OUT: QT_TRANSLATE_NOOP("steps", "Breathing out"),
    PhaseName.THERE: QT_TRANSLATE_NOOP("steps", "There"),
    PhaseName.PAUSE: QT_TRANSLATE_NOOP("steps", "Pause"),
    PhaseName.BACK: QT_TRANSLATE_NOOP("steps", "Back"),
}
_PHASE_CALLS = {
    PhaseName.IN: QT_TRANSLATE_NOOP("steps", "in"),
    PhaseName.HOLD: QT_TRANSLATE_NOOP("steps", "hold"),
    PhaseName.OUT: QT_TRANSLATE_NOOP("steps", "out"),
    PhaseName.THERE: QT_TRANSLATE_NOOP("steps", "there"),
    PhaseName.PAUSE: QT_TRANSLATE_NOOP("steps", "pause"),
    PhaseName.BACK: QT_TRANSLATE_NOOP("steps", "back"),
}
_PLACES = {
    "floor": QT_TRANSLATE_NOOP("places", "floor"),
    "chair": QT_TRANSLATE_NOOP("places", "chair"),
    "standing": QT_TRANSLATE_NOOP("places", "standing"),
    "wall": QT_TRANSLATE_NOOP("places", "at a wall"),
    "bed": QT_TRANSLATE_NOOP("places", "bed"),
    "anywhere": QT_TRANSLATE_NOOP("places", "anywhere"),
}
_AREAS = {
    "feet": QT_TRANSLATE_NOOP("areas", "feet"),
    "lower-legs": QT_TRANSLATE_NOOP("areas", "lower legs"),
    "thighs": QT_TRANSLATE_NOOP("areas", "thighs"),
    "hips": QT_TRANSLATE_NOOP("areas", "hips"),
    "belly": QT_TRANSLATE_NOOP("areas", "belly"),
    "low-back": QT_TRANSLATE_NOOP("areas", "low back"),
    "chest": QT_TRANSLATE_NOOP("areas", "chest"),
    "upper-back": QT_TRANSLATE_NOOP("areas", "upper back"),
    "shoulders": QT_TRANSLATE_NOOP("areas", "shoulders"),
    "arms": QT_TRANSLATE_NOOP("areas", "arms"),
    "hands": QT_TRANSLATE_NOOP("areas", "hands"),
    "neck": QT_TRANSLATE_NOOP("areas", "neck"),
    "jaw": QT_TRANSLATE_NOOP("areas", "jaw"),
    "face": QT_TRANSLATE_NOOP("areas", "face"),
    "whole-body": QT_TRANSLATE_NOOP("areas", "whole body"),
}


def place_text(place: str) -> str:
    return translate("places", _PLACES.get(place, place))


def area_text(area: str) -> str:
    return translate("areas", _AREAS.get(area, area))


def title_of(step: Timed | Open) -> str:
    """What a step is called; rests have no name of their own."""
    if step.verb is Verb.REST:
        return translate("steps", "Rest")
    return step.title


def side_text(side: Side) -> str:
    return translate("steps", _SIDES[side])


def named(segment: Segment) -> str:
    """A segment's title with its side, as one announces it: "Thread the needle, left side"."""
    title = _first_words(title_of(segment.step))
    if segment.side is None:
        return title
    return translate("steps", "{title}, {side}").format(title=title, side=side_text(segment.side))


def _first_words(title: str) -> str:
    """A title, or what a longer text begins with: its first clause, or as many words as fit."""
    if len(title) <= _LONGEST_NAME:
        return title
    clause = re.split(r"(?<=\w)[.,;:?!](?:\s|$)", title, maxsplit=1)[0]
    if len(clause) <= _LONGEST_NAME:
        return clause
    words = textwrap.shorten(title, _LONGEST_NAME, placeholder="…")
    # Not every script has spaces to end at.
    return words if words != "…" else f"{title[: _LONGEST_NAME - 1]}…"


def whole_length_text(timeline: Timeline) -> str:
    """How long a routine takes: what has a clock of its own, and what one writes or looks at in
    one's own time, as far as the file suggests how long that is.
    """
    own = [each.step for each in timeline.segments if each.step.verb in _OWN_TIME]
    if not own:
        return length_text(timeline.seconds)
    suggested = sum(step.suggested or 0.0 for step in own if isinstance(step, Open))
    if suggested:
        text = translate("times", "about {length}")
        return text.format(length=length_text(timeline.seconds + suggested))
    if timeline.seconds < 60:
        return translate("times", "in your own time")
    text = translate("times", "{length} and your own time")
    return text.format(length=length_text(timeline.seconds))


def phase_text(phase: Phase) -> str:
    """What one is doing in a phase; the file's own word goes first."""
    return phase.text or translate("steps", _PHASES[phase.name])


def phase_call(phase: Phase) -> str:
    """The phase as one calls it out: a single word."""
    return phase.text or translate("steps", _PHASE_CALLS[phase.name])


def count_text(length: Cycles, moment: Moment) -> str:
    """Which rep or breath it is: "breath 3 of 6"."""
    if length.unit is Unit.BREATH:
        text = translate("steps", "breath {number} of {count}")
    else:
        text = translate("steps", "rep {number} of {count}")
    return text.format(number=moment.number, count=length.count)


def round_text(round_: Round) -> str:
    text = translate("steps", "round {number} of {count}")
    return text.format(number=round_.number, count=round_.of)


def amount_text(segment: Segment) -> str:
    """How much a segment asks for, for a timetable: "8 reps", "6 breaths", "30 s"."""
    step = segment.step
    if segment.kind is SegmentKind.OPEN:
        return _suggested(step)
    if (
        segment.kind is SegmentKind.WORK
        and isinstance(step, Timed)
        and isinstance(step.length, Cycles)
    ):
        if step.length.unit is Unit.BREATH:
            return translate("steps", "%n breath(s)", step.length.count)
        return translate("steps", "%n rep(s)", step.length.count)
    return exact_text(segment.seconds)


def _suggested(step: Timed | Open) -> str:
    if isinstance(step, Open) and step.suggested is not None:
        text = translate("steps", "about {length}, you end it")
        return text.format(length=exact_text(step.suggested))
    return translate("steps", "you end it")
