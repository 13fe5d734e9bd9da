"""What sound costs: the processor and memory of its process, and how soon the first bell is heard.

`python -m bench.sound` prints these figures alone. It plays to
a PulseAudio of its own whose loudspeaker goes nowhere.
"""

import os
import tempfile
import threading
from math import inf
from pathlib import Path

from bench.measure import Figure, show
from desktop.sound.messages import Begin, Heard, Order, Piece
from desktop.sound.model import Bell, Ring, Swell, Wishes
from routines.model import Phase, PhaseName
from tests.sound.server import CLOCK, Child, SoundServer

PLAY_SECONDS = 20.0

BREATH = Swell(0.0, (Phase(PhaseName.IN, 4.0), Phase(PhaseName.OUT, 6.0)), count=60, is_breath=True)
BELLS = tuple(Ring(float(each * 3), Bell.NEXT) for each in range(60))


def figures() -> list[Figure]:
    with (
        tempfile.TemporaryDirectory(prefix="sound-") as folder,
        SoundServer(Path(folder)) as server,
    ):
        child = Child(server.env)
        try:
            return _measured(child)
        finally:
            child.end()


def _measured(child: Child) -> list[Figure]:
    begun = CLOCK.monotonic()
    orders: list[Order] = [Begin(Wishes()), Piece(1, (BREATH, *BELLS), begun)]
    child.tell(*orders)
    first = child.wait(lambda news: isinstance(news, Heard))
    late = first.at - begun if isinstance(first, Heard) else inf
    over = threading.Event()
    over.wait(2.0)
    before = _cpu(child.process.pid)
    over.wait(PLAY_SECONDS)
    share = (_cpu(child.process.pid) - before) / PLAY_SECONDS
    return [
        Figure("sound, from the start of its process to the first bell", f"{late * 1000:.0f} ms"),
        Figure("bells and breath", f"{share:.1%} of a core", "under 20 %, with the voice"),
        Figure("memory of the sound process", f"{_pss(child.process.pid):.0f} MiB"),
    ]


def _cpu(process: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _pss(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    show(figures())
