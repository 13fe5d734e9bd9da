"""Our player over 20 seconds at the screen's pace: frames, what painting costs, processor time.

``python -m bench.probes.play ROUTINE SECONDS`` begins so many seconds into that routine.
"""

# ruff: noqa: E402 - as the program itself does before all else
from desktop import lean

lean.begin()

import statistics
import sys
import time
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from bench.probes.report import cpu, finish, pss
from desktop import program
from desktop.player import middle
from desktop.player.stage import StageView
from routines.catalogue import load_catalogue
from routines.lookup import Folders

SETTLE_MS = 2000
PLAY_SECONDS = 20
PAUSE_SECONDS = 5

_frames: list[float] = []
_costs: list[float] = []

_ROUTINE, _BEGIN = sys.argv[1], float(sys.argv[2])


class MeasuredStage(StageView):
    """The stage with a clock beside it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        begin = time.perf_counter()
        _frames.append(begin)
        super().paintEvent(event)
        _costs.append((time.perf_counter() - begin) * 1000)


class MeasuredProgram(program.Program):
    """The program, playing for a while and then paused for a while."""

    def show(self) -> None:
        super().show()
        QTimer.singleShot(SETTLE_MS, self._begin)

    def _begin(self) -> None:
        self.front.app.player.seek(_BEGIN)
        _frames.clear()
        _costs.clear()
        self._before = cpu()
        QTimer.singleShot(PLAY_SECONDS * 1000, self._end)

    def _end(self) -> None:
        gaps = sorted((later - earlier) * 1000 for earlier, later in pairwise(_frames))
        self._report = {
            "fps": len(gaps) / PLAY_SECONDS,
            "median": statistics.median(gaps),
            "p99": gaps[int(len(gaps) * 0.99)],
            "worst": gaps[-1],
            "paint": statistics.median(_costs),
            "cpu": (cpu() - self._before) / PLAY_SECONDS * 100,
            "pss": pss(),
        }
        self.front.app.player.pause()
        self._before = cpu()
        QTimer.singleShot(PAUSE_SECONDS * 1000, self._end_pause)

    def _end_pause(self) -> None:
        self._report["paused"] = (cpu() - self._before) / PAUSE_SECONDS * 100
        finish(self._report)


if __name__ == "__main__":
    vars(middle)["StageView"] = MeasuredStage  # the one that the player makes
    vars(program)["Program"] = MeasuredProgram  # the one that run() makes
    program.run(load_catalogue(Folders()).get(_ROUTINE), None, 1.0)
