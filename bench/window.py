"""How fast the window comes, and how smoothly and cheaply the player runs. Needs Xvfb."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

from bench.measure import Figure
from tests.desk import Desk

STARTS = 10
BREATH = "the breath"
PLAYED = {
    BREATH: ("even-breath", "40"),
    "a figure that moves": ("morning-yoga", "77"),
    "a figure that is held": ("morning-yoga", "200"),
}
"""What is played: a routine, and from which second: past the words, to what moves."""

_ROOT = Path(__file__).parent.parent


def figures() -> list[Figure]:
    """Start to first painted window, 20 s of the player at the screen's pace, and its frames."""
    with Desk() as desk:
        starts = [_probe(desk, "start")["ms"] for _ in range(STARTS)]
        plays = {name: _probe(desk, "play", *begin) for name, begin in PLAYED.items()}
        frame = _probe(desk, "frame")
        tray = [_probe(desk, "tray") for _ in range(STARTS)]
        bare = [_probe(desk, "bare") for _ in range(STARTS)]
    start = statistics.median(starts)
    return [
        Figure("process start to first painted window", f"{start:.0f} ms (median of {STARTS})"),
        Figure("  of that, Qt with an empty window", f"{_median(bare, 'ms'):.0f} ms"),
        Figure(
            "process start to the icon in the tray",
            f"{_median(tray, 'ms'):.0f} ms (median of {STARTS})",
            "under 300 ms",
        ),
        Figure("  processor time until then", f"{_median(tray, 'cpu'):.0f} ms"),
        Figure("  until the reminders are at work", f"{_median(tray, 'whole'):.0f} ms"),
        Figure("memory in the tray (PSS)", f"{_median(tray, 'pss'):.0f} MiB", "under 55 MiB"),
        Figure("  of that, of this process alone (USS)", f"{_median(tray, 'uss'):.0f} MiB"),
        Figure("  an empty Qt window beside it (PSS)", f"{_median(bare, 'pss'):.0f} MiB"),
        *(figure for name, play in plays.items() for figure in _played(name, play)),
        *_frames(frame),
        Figure("memory with the window open (PSS)", f"{plays[BREATH]['pss']:.0f} MiB"),
    ]


def _played(name: str, play: dict[str, float]) -> list[Figure]:
    between = f"median {play['median']:.1f}, 99 % {play['p99']:.1f}, worst {play['worst']:.1f} ms"
    return [
        Figure(f"player, {name}: paintings a second", f"{play['fps']:.1f}"),
        Figure("  time between them", between),
        Figure("  time to paint the stage", f"median {play['paint']:.2f} ms"),
        Figure("  CPU over 20 s", f"{play['cpu']:.1f} % of one core", "under 15 %"),
        Figure("  paused, CPU over 5 s", f"{play['paused']:.1f} % of one core"),
    ]


def _frames(frame: dict[str, float]) -> list[Figure]:
    return [
        Figure(
            "the fullest scene at 1280x800, one frame",
            f"median {frame['frame']:.2f} ms",
            "under 4 ms",
        ),
        Figure("  the whole window painted anew", f"median {frame['anew']:.2f} ms"),
        Figure(
            "  10,000 frames leave behind",
            f"{frame['objects']:.0f} KiB of objects, {frame['process']:.0f} KiB of the process",
            "nothing that grows",
        ),
    ]


def _median(reports: list[dict[str, float]], name: str) -> float:
    return statistics.median(each[name] for each in reports)


def _probe(desk: Desk, what: str, *arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", f"bench.probes.{what}", *arguments],
        env=desk.env | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
