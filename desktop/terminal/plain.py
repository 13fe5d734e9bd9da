"""Playing where nothing can be drawn: one line for each thing to do, when its time has come."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from desktop.language import translate
from desktop.terminal.cells import plain
from desktop.words.steps import amount_text, phase_call, place_text, round_text, side_text, title_of
from desktop.words.times import clock_text, length_text
from routines.model import Cue, Cycles, Halfway, Open, Phase, PhaseName, Routine, Timed, Verb
from routines.playback import OVER, Playback
from routines.timeline import Segment, SegmentKind, Timeline

_LONGEST_WAIT = 5.0  # seconds; a longer gap would look like a suspend to the playback
_SHORTEST_WAIT = 0.02


@dataclass(frozen=True, slots=True, order=True)
class TimedLine:
    """A line and the place in the timeline at which it is printed."""

    index: int
    offset: float
    text: str


def plain_lines(timeline: Timeline) -> tuple[TimedLine, ...]:
    """All lines of a timeline in order. What is to be done is said before its lead-in runs."""
    found: list[TimedLine] = []
    said: set[int] = set()
    first = 0
    for index, segment in enumerate(timeline.segments):
        if segment.prepares:
            continue
        found.append(TimedLine(first, 0.0, _line(segment, again=id(segment.step) in said)))
        found += _cues(index, segment)
        said.add(id(segment.step))
        first = index + 1
    return tuple(found)


def opening_line(routine: Routine, seconds: float) -> str:
    """The routine by its name, with its length, its place and what to have ready."""
    parts = [plain(routine.name), length_text(seconds)]
    if routine.place:
        parts.append(place_text(routine.place))
    return " · ".join([*parts, *(plain(each) for each in routine.needs)])


def play_plainly(
    playback: Playback, say: Callable[[str], None], wait: Callable[[float], object], speed: float
) -> None:
    """Play to the end. Open steps are said and passed on: there is nobody to ask."""
    lines = list(plain_lines(playback.timeline))
    playback.play()
    while True:
        playback.tick()
        here = playback.place
        while lines and (lines[0].index, lines[0].offset) <= (here.index, here.offset):
            say(lines.pop(0).text)
        if playback.state in OVER:
            break
        if playback.waiting:
            playback.done()
            continue
        wait(_until_next(playback, lines, speed))
    for line in lines:
        say(line.text)


def _until_next(playback: Playback, lines: list[TimedLine], speed: float) -> float:
    end = playback.timeline.seconds
    if lines:
        end = min(end, playback.timeline.segments[lines[0].index].start + lines[0].offset)
    left = (end - playback.elapsed + playback.return_left) / speed
    return min(_LONGEST_WAIT, max(_SHORTEST_WAIT, left))


# ---------------------------------------------------------------- words


def _line(segment: Segment, *, again: bool) -> str:
    """What to do in a segment. How to do it is said only the first time."""
    step = segment.step
    parts = [_what(segment)]
    if not again:
        parts += [step.text, *(_how(step) if isinstance(step, Timed) else _choices(step))]
    return _at(segment.start, " ".join(_sentence(part) for part in parts if part))


def _at(seconds: float, text: str) -> str:
    return f"{clock_text(round(seconds)):>5}  {text}"


def _what(segment: Segment) -> str:
    step = segment.step
    parts = [title_of(step)]
    if segment.side is not None:
        parts.append(side_text(segment.side))
    if isinstance(step, Timed) and step.verb is not Verb.SAY:
        parts.append(amount_text(segment))
    if segment.round is not None:
        parts.append(round_text(segment.round))
    return ", ".join(parts)


def _how(step: Timed) -> list[str]:
    found = []
    if isinstance(step.length, Cycles):
        words = {cue.when: cue.text for cue in step.cues if isinstance(cue.when, PhaseName)}
        found = [", ".join(_phase(each, words.get(each.name, "")) for each in step.length.phases)]
    if step.easier:
        found.append(translate("player", "Easier: {text}").format(text=step.easier))
    return found


def _phase(phase: Phase, words: str) -> str:
    text = translate("plain", "{phase} {seconds} s")
    named = text.format(phase=phase_call(phase), seconds=f"{phase.seconds:g}")
    return f"{named} ({words})" if words else named


def _choices(step: Open) -> list[str]:
    return [" / ".join(step.choices), *step.items]


def _cues(index: int, segment: Segment) -> list[TimedLine]:
    """The words that come at a time of their own."""
    if segment.kind is not SegmentKind.WORK:
        return []
    timed = [(_when(cue, segment), cue.text) for cue in segment.step.cues]
    return [
        TimedLine(index, when, _at(segment.start + when, _sentence(text)))
        for when, text in sorted(timed)
        if when < segment.seconds
    ]


def _when(cue: Cue, segment: Segment) -> float:
    if isinstance(cue.when, PhaseName):
        return math.inf  # said with the step: it comes again and again
    return segment.seconds / 2 if cue.when is Halfway.HALFWAY else cue.when


def _sentence(text: str) -> str:
    text = plain(text)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…", ":")) else f"{text}."
