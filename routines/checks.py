"""What is allowed but unwise: the warnings that the format names.

The limits on breath-holding follow the methods as they are taught: four rounds of 4-7-8 to begin
with and never more than eight, box breathing up to fifteen rounds, and no hold longer than the
seven seconds of 4-7-8, the longest among them.
"""

from collections.abc import Iterator

from routines.cue_reader import PlacedCue
from routines.duration import seconds_to_say
from routines.findings import Findings
from routines.model import Cycles, Halfway, Item, PhaseName, Repeat, Timed, Verb
from routines.nodes import Node
from routines.problems import Flaw, Level, Message

LONGEST_BREATH_HOLD = 7.0
MOST_ROUNDS = {(4, 7, 8): 8, (1, 1, 1, 1): 15}
"""Rounds in a row by the proportions of in, hold, out (and hold)."""

_TOLERANCE = 0.05
_SLACK = 0.05  # seconds; lengths are sums of decimals


def most_rounds(length: Cycles) -> int | None:
    """How many breaths in a row the method with these proportions allows; None if it is free."""
    seconds = [phase.seconds for phase in length.phases]
    names = [phase.name for phase in length.phases]
    order = [PhaseName.IN, PhaseName.HOLD, PhaseName.OUT, PhaseName.HOLD]
    if names != order[: len(names)]:
        return None
    for parts, most in MOST_ROUNDS.items():
        scale = sum(seconds) / sum(parts)
        same = len(parts) == len(seconds) and all(
            abs(each - part * scale) <= _TOLERANCE * part * scale
            for each, part in zip(seconds, parts, strict=True)
        )
        if same:
            return most
    return None


def check_breath_holding(items: tuple[Item, ...], findings: Findings) -> None:
    """Warn of too many held breaths in a row, also where a repeat puts them in a row."""
    warned: set[int] = set()
    for step, length, count in _breaths_in_a_row(items):
        _check_hold_length(step, length, findings, warned)
        most = most_rounds(length)
        if most is not None and count > most and step.line not in warned:
            warned.add(step.line)
            values = {"pattern": _pattern(length), "count": str(count), "most": str(most)}
            _warn(step, Flaw(Message.TOO_MANY_HELD_BREATHS, values), findings)


def excess_of_breaths(items: tuple[Item, ...]) -> int:
    """By how many held breaths in a row the methods in ``items`` are exceeded at the worst."""
    worst = 0
    for _, length, count in _breaths_in_a_row(items):
        most = most_rounds(length)
        worst = max(worst, 0 if most is None else count - most)
    return worst


def _breaths_in_a_row(items: tuple[Item, ...]) -> Iterator[tuple[Timed, Cycles, int]]:
    """Each breathing step with its length, and the breaths of its kind in a row up to its end."""
    run: tuple[object, int] = (None, 0)
    for step in _in_order(items):
        length = step.length if isinstance(step, Timed) else None
        if not isinstance(length, Cycles) or step is None or step.verb is not Verb.BREATHE:
            run = (None, 0)
            continue
        run = (length.phases, length.count + (run[1] if run[0] == length.phases else 0))
        yield step, length, run[1]


def _check_hold_length(step: Timed, length: Cycles, findings: Findings, warned: set[int]) -> None:
    holds = [phase.seconds for phase in length.phases if phase.name is PhaseName.HOLD]
    if holds and max(holds) > LONGEST_BREATH_HOLD and step.line not in warned:
        warned.add(step.line)
        values = {"seconds": f"{max(holds):g}", "most": f"{LONGEST_BREATH_HOLD:g}"}
        _warn(step, Flaw(Message.LONG_BREATH_HOLD, values), findings)


def _in_order(items: tuple[Item, ...]) -> Iterator[Timed | None]:
    """Timed steps as they follow each other; None stands for anything that breaks a run."""
    for item in items:
        if isinstance(item, Repeat):
            for number in range(item.count):
                if number and item.rest:
                    yield None
                yield from _in_order(item.steps)
        else:
            yield item if isinstance(item, Timed) else None


def _pattern(length: Cycles) -> str:
    return "-".join(f"{phase.seconds:g}" for phase in length.phases)


def _warn(step: Timed, flaw: Flaw, findings: Findings) -> None:
    findings.add(findings.first_word(step.line), flaw, Level.WARNING)


def check_speech(
    text: Node | None, words: str, cues: list[PlacedCue], step: Timed, findings: Findings
) -> None:
    """Warn of words that cannot be spoken before the next ones, or the end, and of late cues."""
    total = step.length.seconds
    timed = sorted(
        (
            (_seconds(cue.when, total), cue, node)
            for cue, node in cues
            if not isinstance(cue.when, PhaseName)
        ),
        key=lambda each: each[0],
    )
    if text is not None:
        _check_fits(text, "text", words, timed[0][0] if timed else total, findings)
    ends = [*(start for start, _, _ in timed[1:]), total][: len(timed)]
    for (start, cue, node), end in zip(timed, ends, strict=True):
        if start > total:
            values = {"key": f"{start:g}s", "length": f"{total:g}s"}
            findings.add(node, Flaw(Message.CUE_AFTER_END, values), Level.WARNING)
        else:
            _check_fits(node, "cue", cue.text, min(end, total) - start, findings)
    _check_phase_cues(cues, step, findings)


def _check_phase_cues(cues: list[PlacedCue], step: Timed, findings: Findings) -> None:
    if not isinstance(step.length, Cycles):
        return
    for cue, node in cues:
        lengths = [phase.seconds for phase in step.length.phases if phase.name is cue.when]
        if lengths:
            _check_fits(node, "cue", cue.text, max(lengths), findings)


def _seconds(when: float | Halfway | PhaseName, total: float) -> float:
    return when if isinstance(when, float) else total / 2


def _check_fits(place: Node, key: str, words: str, available: float, findings: Findings) -> None:
    needed = seconds_to_say(words)
    if needed > available + _SLACK:
        values = {"key": key, "needed": f"{needed:.0f}", "available": f"{available:.0f}"}
        findings.add(place, Flaw(Message.TOO_MUCH_TO_SAY, values), Level.WARNING)
