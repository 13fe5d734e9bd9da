"""How fast the window comes, and how smoothly and cheaply the player runs. Needs Xvfb."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

from bench.measure import Figure
from tests.desk import Desk

STARTS = 10
_ROOT = Path(__file__).parent.parent


def figures() -> list[Figure]:
    """Start to first painted window, then 20 s of the player at the screen's pace."""
    with Desk() as desk:
        starts = [_probe(desk, "start")["ms"] for _ in range(STARTS)]
        play = _probe(desk, "play")
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
        Figure("player, frames a second", f"{play['fps']:.1f}"),
        Figure(
            "player, time between frames",
            f"median {play['median']:.1f}, 99 % {play['p99']:.1f}, worst {play['worst']:.1f} ms",
        ),
        Figure("player, time to paint one frame", f"median {play['paint']:.2f} ms"),
        Figure("player, CPU over 20 s", f"{play['cpu']:.1f} % of one core"),
        Figure("player paused, CPU over 5 s", f"{play['paused']:.1f} % of one core"),
        Figure("memory with the window open (PSS)", f"{play['pss']:.0f} MiB"),
    ]


def _median(reports: list[dict[str, float]], name: str) -> float:
    return statistics.median(each[name] for each in reports)


def _probe(desk: Desk, what: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", f"bench.probes.{what}"],
        env=desk.env | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
