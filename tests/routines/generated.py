"""Routines made up by hypothesis: as model objects, and as the text of a file."""

from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

from routines.model import (
    Cue,
    Cycles,
    Halfway,
    Item,
    Open,
    Phase,
    PhaseName,
    Repeat,
    Routine,
    Side,
    Span,
    Timed,
    Unit,
    Verb,
)

SECONDS = st.integers(1, 240).map(lambda halves: halves / 2)
PAUSES = st.just(0.0) | st.integers(1, 20).map(lambda halves: halves / 2)
TENTHS = st.integers(5, 60).map(lambda tenths: tenths / 10)
SIDES = st.sampled_from([(), (), (Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)])
REP = (PhaseName.THERE, PhaseName.PAUSE, PhaseName.BACK)
BREATH = (PhaseName.IN, PhaseName.HOLD, PhaseName.OUT)
METHODS = [(4, 7, 8), (2, 3.5, 4), (4, 4, 4, 4)]
"""Patterns with long holds, of which there may only be so many in a row."""


@st.composite
def cycles(draw: st.DrawFn, unit: Unit) -> Cycles:
    names = REP if unit is Unit.REP else BREATH
    kept = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    phases = tuple(Phase(name, draw(TENTHS)) for name in names if name in kept)
    return Cycles(unit, draw(st.integers(1, 12)), phases)


@st.composite
def held_breaths(draw: st.DrawFn) -> Cycles:
    """A method with holds, up to as many rounds as it allows."""
    seconds = draw(st.sampled_from(METHODS))
    names = (PhaseName.IN, PhaseName.HOLD, PhaseName.OUT, PhaseName.HOLD)
    phases = tuple(Phase(name, float(each)) for name, each in zip(names, seconds, strict=False))
    return Cycles(Unit.BREATH, draw(st.integers(1, 8 if len(seconds) == 3 else 15)), phases)


@st.composite
def lengths(draw: st.DrawFn, verb: Verb) -> Span | Cycles:
    if verb is Verb.BREATHE:
        return draw(cycles(Unit.BREATH) | held_breaths())
    if verb is Verb.MOVE:
        return draw(cycles(Unit.REP) | cycles(Unit.BREATH) | SECONDS.map(Span))
    return Span(draw(SECONDS))


@st.composite
def cues(draw: st.DrawFn, length: Span | Cycles) -> tuple[Cue, ...]:
    moments: list[float | Halfway | PhaseName] = [1.5, 0.0, length.seconds / 3, Halfway.HALFWAY]
    if isinstance(length, Cycles):
        moments += [phase.name for phase in length.phases]
    chosen = draw(st.lists(st.sampled_from(moments), max_size=3, unique=True))
    return tuple(Cue(when, f"cue {number}") for number, when in enumerate(chosen))


@st.composite
def timed_steps(draw: st.DrawFn, line: int = 1) -> Timed:
    kinds = [Verb.HOLD, Verb.MOVE, Verb.BREATHE, Verb.NOTICE, Verb.SAY, Verb.REST]
    verb = draw(st.sampled_from(kinds))
    length = draw(lengths(verb))
    return Timed(
        line=line,
        verb=verb,
        title=f"step {line}",
        cues=draw(cues(length)),
        lead_in=draw(PAUSES),
        halfway=draw(st.booleans()),
        fixed=draw(st.sampled_from([False, False, True])),
        length=length,
        sides=draw(SIDES) if verb in (Verb.HOLD, Verb.MOVE) else (),
        switch=draw(PAUSES),
    )


@st.composite
def open_steps(draw: st.DrawFn, line: int = 1) -> Open:
    verb = draw(st.sampled_from([Verb.WRITE, Verb.RATE, Verb.CHOOSE, Verb.CHECK, Verb.WAIT]))
    return Open(line=line, verb=verb, title=f"open {line}", lead_in=draw(PAUSES))


@st.composite
def items(draw: st.DrawFn, lines: "count[int]", *, depth: int, opens: bool) -> Item:
    kind = draw(st.sampled_from(["timed"] * 4 + ["open"] * opens + ["repeat"] * (depth > 0)))
    if kind == "timed":
        return draw(timed_steps(next(lines)))
    if kind == "open":
        return draw(open_steps(next(lines)))
    line = next(lines)
    size = draw(st.integers(1, 3))
    return Repeat(
        line=line,
        count=draw(st.integers(1, 3)),
        steps=tuple(draw(items(lines, depth=depth - 1, opens=opens)) for _ in range(size)),
        rest=draw(PAUSES),
        fixed=draw(st.sampled_from([False, False, True])),
    )


@st.composite
def routines(draw: st.DrawFn, *, opens: bool = True) -> Routine:
    """Routines of all kinds of steps, each on a line of its own; ``opens`` allows open ones."""
    lines = count(1)
    size = draw(st.integers(1, 5))
    steps = tuple(draw(items(lines, depth=2, opens=opens)) for _ in range(size))
    return Routine(id="made", name="Made up", steps=steps)


@dataclass(frozen=True)
class Written:
    """A step as it is typed, with its length, and how long each side of it works."""

    lines: list[str]
    seconds: float
    work: list[float]


@st.composite
def written_steps(draw: st.DrawFn, depth: int = 2) -> Written:
    """A step as somebody might type it, with the seconds that the contract gives it."""
    n, few = draw(st.integers(1, 59)), draw(st.integers(1, 9))
    lead_in = draw(st.sampled_from([None, 0, 7]))
    own = [] if lead_in is None else [f"  lead_in: {lead_in}s"]
    before = 5 if lead_in is None else lead_in
    reps = ["- move: A", f"  reps: {few}", "  tempo: 3-1-3-0.5", "  switch: 0s"]
    whole = (n + 9) // 10 * 10
    known = [
        Written(["- hold: A", f"  for: {n}s", *own], before + n, [n]),
        Written(
            ["- hold: A", f"  for: 0:{n:02}", "  sides: left-right", *own],
            before + n + 5 + n,
            [n, n],
        ),
        Written([*reps, "  sides: right-left", *own], before + 15 * few, [7.5 * few] * 2),
        Written(["- move: A", f"  breaths: {few}", *own], before + few * 10, [few * 10]),
        Written(["- breathe: A", f"  for: {n}s", "  pattern: 4-6", *own], before + whole, [whole]),
        Written(["- notice: A", f"  for: {n}s"], n, [n]),
        Written(["- say: A"], 3, [3]),
        Written([f"- rest: {n}s"], n, [n]),
        Written(["- write: A", f"  for: {n}s"], 0, []),
    ]
    if depth and draw(st.integers(0, 4)) == 0:
        return draw(written_repeats(n, depth))
    return draw(st.sampled_from(known))


@st.composite
def written_repeats(draw: st.DrawFn, rest: int, depth: int) -> Written:
    inner = draw(st.lists(written_steps(depth - 1), min_size=1, max_size=2))
    rounds = draw(st.integers(1, 2))
    lines = [f"- repeat: {rounds}", f"  rest: {rest}s", "  steps:"]
    lines += ["    " + line for step in inner for line in step.lines]
    seconds = rounds * sum(step.seconds for step in inner) + (rounds - 1) * rest
    once = [each for step in inner for each in step.work]
    between: list[float] = [rest]
    return Written(lines, seconds, once + (between + once) * (rounds - 1))


@st.composite
def written_routines(draw: st.DrawFn) -> tuple[str, float, list[float]]:
    """The text of a file, its length, and how long each of its stretches of work or rest is."""
    steps = draw(st.lists(written_steps(), min_size=1, max_size=5))
    lines = ["name: Made up", "steps:", *("  " + line for step in steps for line in step.lines)]
    work = [each for step in steps for each in step.work]
    return "\n".join(lines) + "\n", sum(step.seconds for step in steps), work
