"""What sound costs: the processor and memory of its process, and how soon the first bell is heard.

`python -m bench.sound` prints these figures alone. It plays to
a PulseAudio of its own whose loudspeaker goes nowhere.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from bench.measure import Figure, show
from desktop.sound.messages import Begin, Heard, Piece, What
from desktop.sound.model import Bell, Ring, Say, Swell, Wishes
from desktop.sound.score import score_of_routine
from routines.model import Phase, PhaseName
from tests.sound.scores import library_timeline
from tests.sound.server import CLOCK, ROOT, Child, SoundServer

PLAY_SECONDS = 20.0
WARM_SECONDS = 1.5

BREATH = Swell(0.0, (Phase(PhaseName.IN, 4.0), Phase(PhaseName.OUT, 6.0)), count=60, is_breath=True)
BELLS = tuple(Ring(float(each * 3), Bell.NEXT) for each in range(60))


def figures() -> list[Figure]:
    with (
        tempfile.TemporaryDirectory(prefix="sound-") as folder,
        SoundServer(Path(folder)) as server,
    ):
        return [*_bells_and_breath(server), *_with_the_voice(server), *_window_side(server)]


def _bells_and_breath(server: SoundServer) -> list[Figure]:
    child = Child(server.env)
    try:
        begun = CLOCK.monotonic()
        child.tell(Begin(Wishes()), Piece(1, (BREATH, *BELLS), begun))
        late = _first(child, What.BELL).at - begun
        return [
            Figure("from the start of the sound process to the first bell", _ms(late)),
            Figure("bells and breath without pause", _share(child), "under 20 %, with the voice"),
            Figure("memory of the sound process (PSS)", f"{_pss(child.process.pid):.0f} MiB"),
        ]
    finally:
        child.end()


def _with_the_voice(server: SoundServer) -> list[Figure]:
    """The first half minute of a routine of ours, as the window sends it."""
    if shutil.which("espeak-ng") is None:
        return [Figure("a routine with its voice", "not measured: needs espeak-ng")]
    found = []
    for name in ("body-scan", "morning-yoga"):
        child = Child(server.env)
        try:
            begun = CLOCK.monotonic() + WARM_SECONDS
            score = score_of_routine(library_timeline(name), Wishes(), open_seconds=5.0)
            child.tell(Begin(Wishes(engine="espeak-ng")), Piece(1, score, begun))
            spoken = _first(child, What.VOICE)
            planned = begun + next(each.at for each in score if isinstance(each, Say))
            found += [
                Figure(f"{name} with bells and voice", _share(child), "under 20 %"),
                Figure("its first sentence, after its time", _ms(spoken.at - planned)),
                Figure("memory then (PSS)", f"{_pss(child.process.pid):.0f} MiB"),
            ]
        finally:
            child.end()
    return found


def _window_side(server: SoundServer) -> list[Figure]:
    command = [sys.executable, "-m", "bench.probes.hearing"]
    done = subprocess.run(
        command, env=server.env, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    told = [line.rsplit(maxsplit=1) for line in done.stdout.splitlines()]
    values = {name: float(value) for name, value in told}
    return [
        Figure("memory of a player alone, no file's", f"{values['before']:.1f} MiB"),
        Figure("... while it has sound, more", f"{values['playing'] - values['before']:.1f} MiB"),
        Figure(
            "... with the sound process ended", f"{values['let go'] - values['before']:.1f} MiB"
        ),
    ]


def _first(child: Child, what: What) -> Heard:
    found = child.wait(lambda news: isinstance(news, Heard) and news.what is what)
    assert isinstance(found, Heard)
    return found


def _share(child: Child) -> str:
    """Of one core, the engine of speech included."""
    over = threading.Event()
    over.wait(2.0)
    before = _cpu(child.process.pid)
    over.wait(PLAY_SECONDS)
    return f"{(_cpu(child.process.pid) - before) / PLAY_SECONDS:.1%} of a core"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _cpu(process: int) -> float:
    """Seconds of processor time that a process and the programs that it has run have used."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _pss(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    show(figures())
