"""Fitting a routine to the time somebody has.

Holds, notices, breaths and rounds become longer or shorter within limits; lead-ins, reps and
whatever is ``fixed`` keep their length. Where the limits are not enough, whole steps are left
out, and the result says which.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from routines.checks import excess_of_breaths, most_rounds
from routines.duration import step_seconds, total_seconds
from routines.model import Cycles, Item, Open, Repeat, Routine, Span, Timed, Unit, Verb, leaves

SHORTEST_SHARE = 0.4
LONGEST_SHARE = 3.0
"""How far a length may be scaled, as a share of what the file says."""

SHORTEST_SPAN = 10.0
LONGEST_HOLD = 60.0
"""Stretches are taught with holds of up to a minute; a longer one keeps its own length."""

FEWEST_BREATHS = 3
_PASSES = 40  # of halving; the factor is then exact to far below a second


@dataclass(frozen=True, slots=True)
class Fitting:
    """A routine fitted to a time.

    ``seconds`` is its length now: ``wanted`` where that could be reached. ``left_out`` names
    the steps that had to go. ``shortest`` and ``longest`` are the lengths it can be scaled to
    with every step kept.
    """

    routine: Routine
    wanted: float
    seconds: float
    left_out: tuple[str, ...]
    shortest: float
    longest: float


def fit(routine: Routine, seconds: float) -> Fitting:
    """``routine`` in ``seconds``, or as near to it as its limits and whole breaths allow."""
    held = excess_of_breaths(routine.steps)
    items, left_out = _shortened(routine.steps, seconds, held)
    fitted = _to_length(items, seconds, held)
    return Fitting(
        routine=replace(routine, steps=fitted),
        wanted=seconds,
        seconds=total_seconds(fitted),
        left_out=tuple(
            dict.fromkeys(s.title for s in leaves(routine.steps) if _among(s, left_out))
        ),
        shortest=total_seconds(_scaled(routine.steps, 0.0)),
        longest=total_seconds(_to_length(routine.steps, math.inf, held)),
    )


def _to_length(items: tuple[Item, ...], seconds: float, held: int) -> tuple[Item, ...]:
    """Scale everything by one factor, then let the plain times take up what whole breaths left.

    ``held`` is by how many held breaths in a row the routine exceeds its methods as it stands;
    it never becomes more.
    """

    def fits(factor: float) -> bool:
        scaled = _scaled(items, factor)
        return total_seconds(scaled) <= seconds and excess_of_breaths(scaled) <= held

    factor = _largest(fits)
    counted = _scaled(items, factor)
    spans = _largest(lambda each: total_seconds(_stretched(counted, items, each)) <= seconds)
    return _stretched(counted, items, max(spans, factor))


def _largest(fits: Callable[[float], bool]) -> float:
    low, high = 0.0, LONGEST_SHARE
    if fits(high):
        return high
    for _ in range(_PASSES):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _scaled(items: tuple[Item, ...], factor: float) -> tuple[Item, ...]:
    """``items`` by ``factor``, each held within its own limits."""
    return tuple(_scaled_item(item, factor) for item in items)


def _scaled_item(item: Item, factor: float) -> Item:
    if isinstance(item, Repeat):
        steps = _scaled(item.steps, factor)
        if item.fixed:
            return replace(item, steps=steps)
        count = min(max(1, round(item.count * factor)), 2 * item.count)
        return replace(item, steps=steps, count=count)
    if isinstance(item, Open) or not _scalable(item):
        return item
    if isinstance(item.length, Span):
        return replace(item, length=Span(_span(item, item.length.seconds, factor)))
    return replace(item, length=_breaths(item.length, factor))


def _stretched(
    items: tuple[Item, ...], originals: tuple[Item, ...], factor: float
) -> tuple[Item, ...]:
    """``items`` with only their plain times scaled anew, from the lengths of ``originals``."""
    pairs = zip(items, originals, strict=True)
    return tuple(_stretched_item(item, original, factor) for item, original in pairs)


def _stretched_item(item: Item, original: Item, factor: float) -> Item:
    if isinstance(item, Repeat) and isinstance(original, Repeat):
        return replace(item, steps=_stretched(item.steps, original.steps, factor))
    if (
        isinstance(item, Timed)
        and isinstance(original, Timed)
        and isinstance(original.length, Span)
        and _scalable(original)
    ):
        return replace(item, length=Span(_span(original, original.length.seconds, factor)))
    return item


def _scalable(step: Timed) -> bool:
    if step.fixed:
        return False
    if isinstance(step.length, Cycles):
        return step.length.unit is Unit.BREATH
    return step.verb in (Verb.HOLD, Verb.MOVE, Verb.NOTICE)


def _span(step: Timed, seconds: float, factor: float) -> float:
    least = min(seconds, max(SHORTEST_SPAN, seconds * SHORTEST_SHARE))
    most = seconds * LONGEST_SHARE
    if step.verb is Verb.HOLD:
        most = max(seconds, min(most, LONGEST_HOLD))
    return min(max(seconds * factor, least), most)


def _breaths(length: Cycles, factor: float) -> Cycles:
    """Whole breaths, never more in a row than the method allows."""
    least = min(length.count, max(FEWEST_BREATHS, round(length.count * SHORTEST_SHARE)))
    most = round(length.count * LONGEST_SHARE)
    for limit in (length.most, most_rounds(length)):
        if limit is not None:
            most = max(length.count, min(most, limit))
    return replace(length, count=int(min(max(round(length.count * factor), least), most)))


def _shortened(
    items: tuple[Item, ...], seconds: float, held: int
) -> tuple[tuple[Item, ...], list[Timed]]:
    """``items`` without the steps that must go before the others can fit, and those steps."""
    short = _scaled(items, 0.0)
    pairs = list(zip(leaves(short), leaves(items), strict=True))
    original = {id(brief): step for brief, step in pairs if isinstance(step, Timed)}
    heart = _heart(items)
    stays = [brief for brief, step in pairs if step is heart]
    left_out: list[Timed] = []
    while (over := total_seconds(short) - seconds) > 0:
        victim = _least_missed(short, stays, over, held)
        if victim is None:
            break
        step = original[id(victim)]
        left_out.append(step)
        short, items = _without(short, victim), _without(items, step)
    return items, left_out


def _heart(items: tuple[Item, ...]) -> Timed | None:
    """The longest step: what the routine is about."""
    return max(_timed_leaves(items), key=step_seconds, default=None)


def _least_missed(
    items: tuple[Item, ...], stays: list[Timed | Open], over: float, held: int
) -> Timed | None:
    """The step to leave out: the smallest that makes up for ``over``, else the largest.

    The heart of the routine ``stays``, as fixed steps and rests do. The first and the last
    step, which settle and close, go only when nothing else is left. A step that keeps held
    breaths apart stays too.
    """
    timed = list(_timed_leaves(items, every=True))
    can_go = [s for s in _timed_leaves(items) if not s.fixed and not _among(s, stays)]
    middle = [step for step in can_go if step is not timed[0] and step is not timed[-1]]
    savings = _savings(items)
    by_size = sorted(middle or can_go, key=lambda step: savings[id(step)])
    enough = [step for step in by_size if savings[id(step)] >= over]
    wanted = enough + [step for step in reversed(by_size) if savings[id(step)] < over]
    return next((step for step in wanted if excess_of_breaths(_without(items, step)) <= held), None)


def _timed_leaves(items: tuple[Item, ...], *, every: bool = False) -> Iterator[Timed]:
    kept = (Verb.SAY, Verb.REST)
    for step in leaves(items):
        if isinstance(step, Timed) and (every or step.verb not in kept):
            yield step


def _savings(items: tuple[Item, ...], times: int = 1) -> dict[int, float]:
    """Seconds by which ``items``, done ``times`` times, get shorter without a step, by its id."""
    found: dict[int, float] = {}
    for item in items:
        if isinstance(item, Repeat):
            inner = _savings(item.steps, times * item.count)
            keeping = {id(step) for step in leaves(item.steps) if _keeps_a_repeat(step)}
            if len(keeping) == 1:
                inner[keeping.pop()] = times * total_seconds((item,))
        else:
            inner = {id(item): times * step_seconds(item)}
        for key, seconds in inner.items():
            found[key] = found.get(key, 0.0) + seconds
    return found


def _without(items: tuple[Item, ...], victim: Timed) -> tuple[Item, ...]:
    """``items`` without one step; a repeat that it leaves empty goes with it."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Repeat):
            steps = _without(item.steps, victim)
            if steps == item.steps or any(_keeps_a_repeat(each) for each in leaves(steps)):
                kept.append(replace(item, steps=steps))
        elif item is not victim:
            kept.append(item)
    return tuple(kept)


def _keeps_a_repeat(step: Timed | Open) -> bool:
    """Whether a repeat of this step alone makes sense; resting over and over does not."""
    return step.verb is not Verb.REST or step.fixed


def _among(step: Timed | Open, steps: Iterable[Timed | Open]) -> bool:
    return any(step is each for each in steps)
