"""The history for all who write in it or show it: opened when it is first wanted."""

from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.language import translate
from routines.clock import Clock

if TYPE_CHECKING:
    from desktop.keep.history.model import Record
    from desktop.keep.history.store import History

_TRY_AGAIN = 30_000
"""Milliseconds after which what could not be written is tried once more."""


_SURELY_AHEAD = timedelta(days=2)
"""No zone of the world and no late change of a clock is as far."""


class Remembering(QObject):
    """Gives out one ``History``. ``changed`` says that there is something new in it, once for all
    that was written in one go; ``trouble_changed`` gives one line on what is not being kept, or "".
    """

    changed = Signal()
    trouble_changed = Signal(str)

    def __init__(
        self, path: Path, clock: Clock, day_start: Callable[[], time], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._clock = clock
        self._day_start = day_start
        self._history: History | None = None
        self._trouble = ""
        self._behind = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        self._again = QTimer(self, singleShot=True, interval=_TRY_AGAIN)
        self._again.timeout.connect(self._try_again)

    @property
    def history(self) -> "History":
        if self._history is None:
            from desktop.keep.history.store import History  # noqa: PLC0415 - the tray can do without

            self._history = History(self._path, self._clock, self._day_start())
            self._behind = self._clock_behind(self._history)
            self._tell()
        self._history.day_start = self._day_start()
        return self._history

    @property
    def trouble(self) -> str:
        return self._trouble

    def take_loss(self) -> str:
        """One line on what happened to a damaged file: told once, then empty."""
        history = self.history
        loss, history.loss = history.loss, ""
        return loss

    def add(self, record: "Record") -> bool:
        """Keep it; whether it is on the disk now."""
        return self._after(self.history.add(record))

    def remove(self, record: "Record") -> bool:
        return self._after(self.history.remove(record))

    def renew(self) -> None:
        """Much has changed at once: an import, or a deletion."""
        self._after(True)

    def close(self) -> None:
        self._again.stop()
        if self._history is not None:
            self._history.close()
            self._history = None

    def _after(self, done: bool) -> bool:
        self._soon.start()
        if not done:
            self._again.start()
        self._tell()
        return done

    def _try_again(self) -> None:
        if self._history is not None and not self._history.flush():
            self._again.start()
        self._tell()

    def _clock_behind(self, history: "History") -> str:
        """A word where the clock is far behind what is kept: days would be told wrong."""
        newest = history.newest()
        if newest is None or newest - self._clock.now() <= _SURELY_AHEAD:
            return ""
        text = translate(
            "history",
            "This computer's clock is behind what is kept here, which goes up to {day}. Nothing "
            "is lost; please look at its date.",
        )
        return text.format(day=newest.date().isoformat())

    def _tell(self) -> None:
        problem = (self._history.problem or self._behind) if self._history is not None else ""
        if problem != self._trouble:
            self._trouble = problem
            self.trouble_changed.emit(problem)
