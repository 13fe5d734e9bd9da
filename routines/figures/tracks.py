"""Reps and breaths as ways through a figure's postures, phase by phase."""

from collections.abc import Iterable
from typing import NamedTuple

from routines.figures.model import Figure, Posture
from routines.figures.ways import Body, Path, body_on, path_of
from routines.model import Phase, PhaseName
from routines.phases import Moment, ease

_PAIRS = {
    PhaseName.IN: PhaseName.THERE,
    PhaseName.THERE: PhaseName.IN,
    PhaseName.OUT: PhaseName.BACK,
    PhaseName.BACK: PhaseName.OUT,
}
"""What stands in for a phase that the loop has no way for."""

_MOST_KEPT = 256


class _Part(NamedTuple):
    """What one phase does: it leads from one share of a path to another."""

    path: Path
    begin: float
    end: float


class Track(NamedTuple):
    """What the phases of the first, of any other and of the last rep or breath do."""

    figure: Figure
    reps: int
    first: tuple[_Part, ...]
    other: tuple[_Part, ...]
    last: tuple[_Part, ...]

    def at(self, moment: Moment) -> Body:
        parts = self.first if moment.number == 1 else self.other
        if moment.number == self.reps:
            parts = self.last
        path, begin, end = parts[moment.index]
        share = begin + (end - begin) * ease(moment.share)
        return body_on(path, share, self.figure.view)


_tracks: dict[tuple[int, tuple[Phase, ...], int], Track] = {}


def track_of(figure: Figure, phases: tuple[Phase, ...], count: int) -> Track:
    """The track of so many reps or breaths; kept, as it is asked for sixty times a second."""
    key = (id(figure), phases, count)
    track = _tracks.get(key)
    if track is None:
        if len(_tracks) >= _MOST_KEPT:
            _tracks.clear()
        track = _tracks[key] = _track(figure, phases, count)
    return track


def is_moved_by(figure: Figure, phases: Iterable[Phase]) -> bool:
    """Whether the figure's loop has a way for any of these phases, holds and pauses left aside."""
    return any(phase.name in _PAIRS and _way_of(figure, phase.name) for phase in phases)


def end_of(figure: Figure, name: PhaseName) -> Posture | None:
    """The posture in which a step's phase ends; None if the body stays where it is."""
    way = _way_of(figure, name)
    return figure.loop.ways[way][-1] if way and name in _PAIRS else None


def _track(figure: Figure, phases: tuple[Phase, ...], count: int) -> Track:
    start = figure.loop.start
    first = _parts(figure, phases, start, None)
    again = first[-1].path[-1]
    other = _parts(figure, phases, again, None)
    last = _parts(figure, phases, start if count == 1 else again, start)
    return Track(figure, count, first, other, last)


def _way_of(figure: Figure, name: PhaseName) -> PhaseName | None:
    """The loop's own phase that a step's phase takes its way from; None if it stays where it is."""
    if name in figure.loop.ways:
        return name
    pair = _PAIRS.get(name)
    return pair if pair in figure.loop.ways else None


def _parts(
    figure: Figure, phases: tuple[Phase, ...], begin: Posture, end: Posture | None
) -> tuple[_Part, ...]:
    """One rep or breath from ``begin`` on; its last movement goes on to ``end``, if given.

    Several phases of a kind in a row share their way by their seconds, as two breaths in do.
    """
    names = [_way_of(figure, phase.name) for phase in phases]
    groups = _groups(names)
    parts: list[_Part] = []
    now = begin
    for index, phase in enumerate(phases):
        group = groups[index]
        if group is None:
            path, _, share = parts[-1] if parts else _Part((begin,), 0.0, 0.0)
            parts.append(_Part(path, share, share))
            continue
        name = names[index]
        assert name is not None, "only phases with a way are in a group"
        members = [each for each, other in enumerate(groups) if other == group]
        if index == members[0]:
            way = figure.loop.ways[name]
            is_last = all(other in (None, group) for other in groups[index:])
            path = path_of(now, *way, *([end] if end and is_last else []))
        else:
            path = parts[members[0]].path
        whole = sum(phases[each].seconds for each in members)
        before = sum(phases[each].seconds for each in members if each < index)
        parts.append(_Part(path, before / whole, (before + phase.seconds) / whole))
        now = path[-1]
    return tuple(parts)


def _groups(names: list[PhaseName | None]) -> list[int | None]:
    """A number for each run of phases of one kind; phases that stay still do not end a run."""
    groups: list[int | None] = []
    number, before = 0, None
    for name in names:
        if name is not None and name is not before:
            number, before = number + 1, name
        groups.append(None if name is None else number)
    return groups
