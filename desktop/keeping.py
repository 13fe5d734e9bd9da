"""Keeps what the window's player plays: the run, its answers, and the ratings around it."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.keep.answers import Answer, answers_of
from desktop.keep.history.model import Ending, Run, When
from desktop.keep.keeper import Keep, RunKeeper
from desktop.player.player import Player
from desktop.remembering import Remembering
from routines.clock import Clock
from routines.model import Open, Routine


class Keeping(QObject):
    """Follows a player. Who begins a routine says so; the rest it sees by itself.

    Without ``begin``, or with a preview at another pace, nothing is kept.
    """

    def __init__(
        self, player: Player, remembering: Remembering, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._remembering = remembering
        self._clock = clock
        self._keeper: RunKeeper | None = None
        player.state_changed.connect(self.keep)
        player.over.connect(self.keep)

    @property
    def keeps(self) -> bool:
        """Whether what plays now is kept."""
        return self._keeper is not None

    @property
    def begun(self) -> Run | None:
        """The run that is kept, as it was kept last."""
        return self._keeper.run if self._keeper is not None else None

    def begin(self, routine: Routine, minutes: float, *, goes_on: bool) -> dict[int, Answer]:
        """The player has ``routine`` ready; gives what was answered in it before it was left."""
        playback = self._player.playback
        if playback is None or playback.speed != 1:
            self._keeper = None
            return {}
        before = self._left(routine) if goes_on else None
        self._end_others(before)
        keep = Keep(self._remembering.add, self._remembering.remove)
        self._keeper = RunKeeper(
            keep, self._clock, routine, playback, minutes=minutes, before=before
        )
        self._keeper.keep()
        if before is None:
            return {}
        return answers_of(self._remembering.history, before, playback.timeline)

    def keep(self) -> None:
        """Write down how far it has come."""
        if self._keeper is not None and self._player.playback is not None:
            self._keeper.keep()

    def let_go(self) -> None:
        """Nobody wants to go on with what was left."""
        self._end_others(None)

    def answer(self, stop: int, step: Open, answer: Answer) -> None:
        if self._keeper is not None:
            self._keeper.answer(stop, step, answer)

    def rate(self, scale: str, value: int, when: When) -> None:
        if self._keeper is not None:
            self._keeper.rate(scale, value, when)

    def _left(self, routine: Routine) -> Run | None:
        """The run of ``routine`` that is gone on with: this one, or the one that was cut off."""
        last = self._keeper.run if self._keeper is not None else None
        for run in (last, self._remembering.history.open_run()):
            if run is not None and run.routine == routine.id:
                return run
        return None

    def _end_others(self, but: Run | None) -> None:
        """What was cut off, and is not gone on with, counts as part-done."""
        while (run := self._remembering.history.open_run()) is not None:
            if but is not None and run.id == but.id:
                return
            if not self._remembering.add(replace(run, ending=Ending.ENDED)):
                return
