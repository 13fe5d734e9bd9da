"""What was done of a routine, step by step: kept while it plays, and told at its end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """What was done. ``practised`` is seconds of work; ``done`` and ``skipped`` count stops."""

    practised: float
    done: int
    skipped: int
    stops: int


@dataclass(frozen=True, slots=True)
class StopTally:
    """One stop that was reached: ``practised`` seconds of work, ``waited`` seconds at a question,
    and whether it was left early.
    """

    stop: int
    practised: float
    waited: float
    done: bool
    skipped: bool


class Tally:
    """Counts while a playback plays. A stop that was skipped and then done is done."""

    def __init__(self) -> None:
        self._practised: dict[int, float] = {}
        self._waited: dict[int, float] = {}
        self._done: set[int] = set()
        self._skipped: set[int] = set()

    def practise(self, stop: int, seconds: float) -> None:
        self._practised[stop] = self._practised.get(stop, 0.0) + seconds

    def wait(self, stop: int, seconds: float) -> None:
        self._waited[stop] = self._waited.get(stop, 0.0) + seconds

    def finish(self, stop: int) -> None:
        self._done.add(stop)
        self._skipped.discard(stop)

    def skip(self, stop: int) -> None:
        if stop not in self._done:
            self._skipped.add(stop)

    def progress(self, stops: int) -> Progress:
        """All of it, of a timeline with so many ``stops``."""
        practised = sum(self._practised.values())
        return Progress(practised, len(self._done), len(self._skipped), stops)

    def by_stop(self) -> tuple[StopTally, ...]:
        """Each stop that was reached, in the routine's order."""
        reached = self._done | self._skipped | set(self._practised) | set(self._waited)
        return tuple(map(self._of, sorted(reached)))

    def _of(self, stop: int) -> StopTally:
        practised, waited = self._practised.get(stop, 0.0), self._waited.get(stop, 0.0)
        return StopTally(stop, practised, waited, stop in self._done, stop in self._skipped)
