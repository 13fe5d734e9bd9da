"""Ratings before and after a routine, side by side. They tell what was, never why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

LEAST_TIMES = 3
LEAST_DAYS = 3
"""Fewer runs, or fewer days, are an accident and are not shown."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One run that was rated before and after, on ``scale``, each 0 to 10."""

    routine: str
    name: str
    scale: str
    day: date
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Helped:
    """All rated runs of a routine on one scale; ``before`` and ``after`` are medians."""

    routine: str
    name: str
    scale: str
    before: float
    after: float
    pairs: tuple[Pair, ...]

    @property
    def times(self) -> int:
        return len(self.pairs)


def helped(pairs: Iterable[Pair]) -> tuple[Helped, ...]:
    """By routine and scale, those with enough runs on enough days; the most often done first."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.routine, pair.scale), []).append(pair)
    found = [_group(each) for each in groups.values() if _is_enough(each)]
    return tuple(sorted(found, key=lambda each: (-each.times, each.name, each.scale)))


def _is_enough(pairs: list[Pair]) -> bool:
    return len(pairs) >= LEAST_TIMES and len({pair.day for pair in pairs}) >= LEAST_DAYS


def _group(pairs: list[Pair]) -> Helped:
    newest = max(pairs, key=lambda pair: pair.day)
    before = median(pair.before for pair in pairs)
    after = median(pair.after for pair in pairs)
    ordered = tuple(sorted(pairs, key=lambda pair: pair.day))
    return Helped(newest.routine, newest.name, newest.scale, before, after, ordered)
