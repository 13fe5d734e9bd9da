"""Whether somebody is at the desk, for how long they have been, and how long they were away."""

from enum import Enum, auto


class Absent(Enum):
    """Why nobody is at the desk."""

    IDLE = auto()
    LOCKED = auto()


class Presence:
    """``desk`` are the seconds that somebody has been there, since the program began."""

    def __init__(self) -> None:
        self.desk = 0.0
        self._reasons: set[Absent] = set()
        self._away = 0.0

    @property
    def is_absent(self) -> bool:
        return bool(self._reasons)

    def is_absent_for(self, reason: Absent) -> bool:
        return reason in self._reasons

    def let_pass(self, awake: float, asleep: float) -> None:
        """Seconds go by, in which the computer was awake, and asleep."""
        if self._reasons:
            self._away += awake + asleep
        else:
            self.desk += awake

    def leave(self, reason: Absent, seconds_ago: float = 0.0) -> None:
        if not self._reasons:
            self._away = seconds_ago
        self._reasons.add(reason)

    def come_back(self, reason: Absent) -> float | None:
        """The seconds that they were away, if that was the last reason; otherwise None."""
        if reason not in self._reasons:
            return None
        self._reasons.discard(reason)
        return None if self._reasons else self._away
