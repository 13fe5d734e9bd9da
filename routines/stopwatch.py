"""How much time has passed between two looks at the clock, and whether it may count."""

from routines.clock import Clock

AWAY = 10.0
"""A look that comes this late means that the computer was asleep or the program stopped."""

WALL_JUMP = 2.0
"""Seconds by which the two clocks may drift apart; more means a suspend, or that one was set."""


class Stopwatch:
    """Compares each reading of the clock with the one before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._monotonic, self._wall = clock.monotonic(), clock.now()

    @property
    def read_at(self) -> float:
        """The clock's monotonic time at the last reading."""
        return self._monotonic

    def read(self) -> float | None:
        """Seconds since the last reading; None if the computer or the program was away."""
        monotonic, wall = self._clock.monotonic(), self._clock.now()
        passed = monotonic - self._monotonic
        apart = abs((wall - self._wall).total_seconds() - passed)
        self._monotonic, self._wall = monotonic, wall
        return None if passed > AWAY or apart > WALL_JUMP else max(0.0, passed)
