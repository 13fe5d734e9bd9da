"""One frame of the fullest player scene: a figure with its props, ring, words and strip at
1280x800, from the clock's step to the pixels; and what 10,000 of them leave in memory.
"""

# ruff: noqa: E402 - as the program itself does before all else
from desktop import lean

lean.begin()

import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from bench.probes.report import finish, own_kib
from desktop.look.theme import Theme
from desktop.player.figures import FiguresOnShelf
from desktop.player.player import Player
from desktop.player.view import PlayerView
from routines.clock import ManualClock
from routines.figures.shelf import Shelf
from routines.reader import Reader

WARM, TIMED, ROUND, GROWN = 300, 1000, 3000, 10_000
"""Frames: until everything has been painted once, those that are timed, those of a whole round of
the routine, and those that must not leave anything behind."""

STEP = 0.05
"""Seconds of the routine from frame to frame: far enough for the figure to move in each."""

ROUTINE = """\
name: Fullest
steps:
  - repeat: 12
    steps:
      - move: Band row
        reps: 10
        tempo: 2-1-3-1
        sides: left-right
        switch: 5s
        text: Pull the band towards your waist, elbows close, and let it go slowly.
        easier: Take a lighter band, or sit closer to where it is tied.
        cues: {there: Pull, back: Let it go slowly}
        figure: band-row
"""


class Frames:
    """The player in its window, moved on by hand."""

    def __init__(self, application: QApplication) -> None:
        routine = Reader().read_text(ROUTINE, "fullest").routine
        assert routine is not None, "the benchmark's own routine must play"
        self._application = application
        self._clock = ManualClock()
        self._player = Player(self._clock)
        self.view = PlayerView(self._player, Theme(application))
        self.view.resize(1280, 800)
        self.view.show()
        self._player.load(routine, figures=FiguresOnShelf(Shelf(), None))
        self.view.begin({}, keeps=False)
        self._player.play()
        self._player.set_seen(True, 1_000_000)  # it beats when we say so
        application.processEvents()
        assert self._player.scene() is not None

    def next(self) -> float:
        """Paint the next frame; the milliseconds that it took."""
        if self._player.elapsed > self._player.length - 60.0:
            self._player.seek(-self._player.elapsed)
        self._clock.advance(STEP)
        begin = time.perf_counter()
        self._player.beat()
        self._application.processEvents()
        return (time.perf_counter() - begin) * 1000

    def anew(self) -> float:
        """Paint the whole window, all of whose words and controls are as they were."""
        begin = time.perf_counter()
        self.view.grab()
        return (time.perf_counter() - begin) * 1000


def growth(frames: Frames) -> dict[str, float]:
    """KiB that Python's objects, and the whole process, have grown by in so many frames each."""
    process = _grown(frames, own_kib)
    tracemalloc.start()  # it takes memory for itself, so it comes after the process
    return {"process": process, "objects": _grown(frames, _objects_kib)}


def _grown(frames: Frames, measured: Callable[[], float]) -> float:
    for _ in range(ROUND):  # what is kept from then on was not there, or not counted, before
        frames.next()
    gc.collect()
    before = measured()
    for _ in range(GROWN):
        frames.next()
    gc.collect()
    return measured() - before


def _objects_kib() -> float:
    return tracemalloc.get_traced_memory()[0] / 1024


def main() -> None:
    frames = Frames(QApplication([]))
    for _ in range(WARM):
        frames.next()
    report = {
        "frame": statistics.median(frames.next() for _ in range(TIMED)),
        "anew": statistics.median(frames.anew() for _ in range(WARM)),
    }
    finish(report | growth(frames))


if __name__ == "__main__":
    main()
