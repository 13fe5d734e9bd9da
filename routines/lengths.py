"""The length of a step: a time, reps with a tempo, or whole breaths of a pattern."""

import math
from dataclasses import dataclass

from routines.cue_reader import phases_of
from routines.duration import say_length
from routines.fields import Fields
from routines.findings import Findings
from routines.grammar import VerbRule
from routines.model import Cycles, Phase, Span, Unit, Verb
from routines.problems import Flaw, Message
from routines.values import LONGEST, SHORTEST_CYCLE

ROUNDING = 1e-6  # seconds; lengths are sums of decimals


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for steps that do not say otherwise. Seconds, and phases of one cycle."""

    lead_in: float
    switch: float
    rest: float
    halfway: bool
    tempo: tuple[Phase, ...]
    pattern: tuple[Phase, ...]


def length_of(
    rule: VerbRule, fields: Fields, defaults: Defaults, findings: Findings, *, cut: bool
) -> Span | Cycles | None:
    """How long one side of the step takes. None where a problem, noted, leaves it unknown.

    ``cut`` says that the file breaks off inside this step, so that what is missing is no problem.
    """
    given = [key.name for key in rule.lengths if key.name in fields]
    if len(given) > 1:
        first, second = [name for name in fields.keys if name in given][:2]
        findings.add(
            fields.keys[second], Flaw(Message.TWO_LENGTHS, {"first": first, "second": second})
        )
    _check_company(rule.verb, fields, findings)
    if rule.lengths and not given:
        missing = all(fields.misses(key.name) for key in rule.lengths)
        if missing and not cut and rule.verb.value in fields:
            names = ", ".join(key.name for key in rule.lengths)
            values = {"verb": rule.verb.value, "lengths": names}
            findings.add(fields.keys[rule.verb.value], Flaw(Message.NO_LENGTH, values))
        return None
    length = _length(rule.verb, fields, defaults, findings)
    if length is not None and given and length.seconds > LONGEST + ROUNDING:
        place = fields.places[given[0]]
        findings.add(place, Flaw(Message.OVER_FOUR_HOURS, {"value": getattr(place, "text", "")}))
        return None
    return length


def _check_company(verb: Verb, fields: Fields, findings: Findings) -> None:
    """Keys that mean nothing without another one."""
    needs = {"tempo": "reps", "switch": "sides"}
    if verb is Verb.MOVE:
        needs["pattern"] = "breaths"
    for key, needed in needs.items():
        if key in fields and fields.misses(needed):
            findings.add(fields.keys[key], Flaw(Message.KEY_NEEDS, {"key": key, "needed": needed}))
    if "pattern" in fields and "phases" in fields:
        values = {"first": "pattern", "second": "phases"}
        findings.add(fields.keys["phases"], Flaw(Message.TWO_LENGTHS, values))


def _length(
    verb: Verb, fields: Fields, defaults: Defaults, findings: Findings
) -> Span | Cycles | None:
    if verb is Verb.REST:
        return _span(fields.number("rest"))
    if verb is Verb.SAY:
        if "for" not in fields:
            return Span(say_length(fields.text("say")))
        return _span(fields.number("for"))
    if verb is Verb.BREATHE:
        return _breaths(fields, _phases(fields, defaults, findings))
    if "reps" in fields:
        tempo = fields.phases("tempo") if "tempo" in fields else defaults.tempo
        return _cycles(Unit.REP, fields.count("reps"), tempo)
    if "breaths" in fields:
        return _breaths(fields, _phases(fields, defaults, findings))
    return _span(fields.number("for"))


def _span(seconds: float | None) -> Span | None:
    return None if seconds is None else Span(seconds)


def _phases(fields: Fields, defaults: Defaults, findings: Findings) -> tuple[Phase, ...]:
    if "phases" in fields:
        phases = phases_of(fields.places["phases"], findings)
        seconds = sum(phase.seconds for phase in phases)
        if phases and seconds < SHORTEST_CYCLE:
            flaw = Flaw(Message.BAD_PATTERN, {"value": f"{seconds:g}s"})
            findings.add(fields.places["phases"], flaw)
            return ()
        return phases
    return fields.phases("pattern") if "pattern" in fields else defaults.pattern


def _breaths(fields: Fields, phases: tuple[Phase, ...]) -> Cycles | None:
    """Whole breaths: a ``for`` is rounded up to them, ``most`` caps them."""
    most = fields.count("most")
    count = fields.count("breaths")
    seconds = fields.number("for")
    cycle = sum(phase.seconds for phase in phases)
    if seconds is not None and cycle:
        # A hair less, so that 0.1 + 0.2 in the pattern does not cost a breath more.
        count = max(1, math.ceil(seconds / cycle - 1e-9))
    if count is not None and most is not None:
        count = min(count, most)
    return _cycles(Unit.BREATH, count, phases, most)


def _cycles(
    unit: Unit, count: int | None, phases: tuple[Phase, ...], most: int | None = None
) -> Cycles | None:
    return Cycles(unit, count, phases, most) if count is not None and phases else None
