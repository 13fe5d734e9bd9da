"""What stands on the page to take along, as values: what, where, since when, what was done.

Counted, never explained.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean, median

from desktop.past.helped import Helped
from desktop.past.measures import Rated
from desktop.past.watch import Persisting


@dataclass(frozen=True, slots=True)
class Usual:
    """A scale over a time: on how many days it was rated, and on which first and last; what the
    middle one of these days had as its mean; and the highest single rating. 0 to 10.
    """

    scale: str
    days: int
    first: date
    last: date
    middle: float
    highest: int


@dataclass(frozen=True, slots=True)
class Place:
    """An area of the body, and the days on which it was named."""

    area: str
    days: int


@dataclass(frozen=True, slots=True)
class Done:
    """A routine, and on how many days it was done at least in part."""

    name: str
    days: int
    helped: tuple[Helped, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A question's id, and the newest answer to it."""

    question: str
    answer: str
    day: date


@dataclass(frozen=True, slots=True)
class Written:
    """Something that the person wrote and wants to take along."""

    day: date
    prompt: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Along:
    """The whole page, made on ``day``. ``since`` is its first day, None for all there is."""

    day: date
    since: date | None = None
    usual: tuple[Usual, ...] = ()
    persisting: tuple[Persisting, ...] = ()
    places: tuple[Place, ...] = ()
    done: tuple[Done, ...] = ()
    replies: tuple[Reply, ...] = ()
    written: tuple[Written, ...] = ()


def usual(ratings: Iterable[Rated], scales: Iterable[str]) -> tuple[Usual, ...]:
    """Those of ``scales`` that were rated at all, in their order."""
    by_scale: dict[str, dict[date, list[int]]] = {}
    for each in ratings:
        by_scale.setdefault(each.scale, {}).setdefault(each.day, []).append(each.value)
    return tuple(_usual(scale, by_scale[scale]) for scale in scales if scale in by_scale)


def _usual(scale: str, days: dict[date, list[int]]) -> Usual:
    middle = median(fmean(values) for values in days.values())
    highest = max(max(values) for values in days.values())
    return Usual(scale, len(days), min(days), max(days), middle, highest)


def places(named: Iterable[tuple[date, str]]) -> tuple[Place, ...]:
    """The areas that were named, the most often first."""
    days: dict[str, set[date]] = {}
    for day, area in named:
        days.setdefault(area, set()).add(day)
    found = [Place(area, len(each)) for area, each in days.items()]
    return tuple(sorted(found, key=lambda place: (-place.days, place.area)))


def done(
    days: Mapping[str, Collection[date]], names: Mapping[str, str], all_helped: Iterable[Helped]
) -> tuple[Done, ...]:
    """Each routine of which something was done, by id; the one done on most days first, with what
    was rated before and after it.
    """
    rated = tuple(all_helped)
    found = [
        Done(
            names.get(routine, routine),
            len(each),
            tuple(one for one in rated if one.routine == routine),
        )
        for routine, each in days.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.name)))
