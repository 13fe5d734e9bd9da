"""A program of its own: children write a run as it is played, and are killed in the middle of it.

Prints, child by child, how many states of its run each had been told were kept, and how long the
run is that is found afterwards.
"""

import json
import os
import random
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.keep.history.model import Run, StepDone
from desktop.keep.history.store import History
from routines.clock import ManualClock

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def play(path: Path, number: int, told: int) -> None:
    """Five more seconds with every write, for ever; a byte for each that is kept."""
    history = History(path, ManualClock(NOW + timedelta(days=number)))
    done = 0.0
    while True:
        done += 5.0
        steps = tuple(StepDone(f"Step {each}", 5.0) for each in range(int(done) // 60 + 1))
        began = NOW + timedelta(days=number)
        run = Run(f"{number:032x}", "body-scan", "Body scan", began, 6e5, done, steps=steps)
        if history.add(run):
            os.write(told, b".")


def kill_in_the_middle(path: Path, number: int, chance: random.Random) -> int:
    """How many states the child had been told were kept when it died."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        play(path, number, writing)
    os.close(writing)
    heard = 0
    wanted = chance.randrange(60)
    while heard < wanted:
        heard += len(os.read(reading, 1))
    for _ in range(chance.randrange(2_000)):  # somewhere within the next write
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while rest := os.read(reading, 65_536):
        heard += len(rest)
    os.close(reading)
    return heard


def main() -> None:
    path, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    found = []
    for number in range(50):
        heard = kill_in_the_middle(path, number, chance)
        history = History(path, ManualClock(NOW))
        run = history.run(f"{number:032x}")
        found.append((heard, run.done if run else 0.0, history.loss + history.problem))
        history.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
