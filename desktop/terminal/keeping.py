"""Keeping what is played in a terminal: the same history that the window writes."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.terminal.answers import Answer, Checking, Choosing, Rating, Writing
from routines.clock import Clock
from routines.model import Open, Routine
from routines.playback import Playback

if TYPE_CHECKING:
    from desktop.keep.answers import Answer as Kept
    from desktop.keep.history.store import History
    from desktop.keep.keeper import RunKeeper

EVERY = 5.0
"""Seconds of a run that a kill can cost at most."""


@dataclass(slots=True)
class Keeping:
    """Writes a run down every few seconds. ``problem`` says in one line why it cannot."""

    _clock: Clock
    _history: "History"
    _keeper: "RunKeeper"
    _kept_at: float = field(default=float("-inf"))

    @property
    def problem(self) -> str:
        return self._history.problem or self._history.loss

    def beat(self) -> None:
        """To be called now and then; it writes no more often than it must."""
        now = self._clock.monotonic()
        if now - self._kept_at >= EVERY:
            self._kept_at = now
            self._keeper.keep()

    def answer(self, stop: int, step: Open, answer: Answer) -> None:
        self._keeper.answer(stop, step, _kept(answer))

    def close(self) -> None:
        """The run is over, or the terminal is gone."""
        self._keeper.keep()
        self._history.close()


def keeping_of(routine: Routine, playback: Playback, clock: Clock, minutes: float = 0.0) -> Keeping:
    """Begin to keep the run that ``playback`` plays."""
    from desktop.keep.history.store import History  # noqa: PLC0415 - only who plays needs it
    from desktop.keep.keeper import Keep, RunKeeper  # noqa: PLC0415
    from desktop.keep.paths import history_file  # noqa: PLC0415

    history = History(history_file(), clock)
    keep = Keep(history.add, history.remove)
    keeper = RunKeeper(keep, clock, routine, playback, minutes=minutes)
    return Keeping(clock, history, keeper)


def _kept(answer: Answer) -> "Kept":
    match answer:
        case Writing():
            return answer.text or None
        case Rating():
            return answer.number
        case Choosing():
            return answer.at
        case Checking():
            return tuple(sorted(answer.ticked)) or None
        case _:
            return None
