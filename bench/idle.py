"""What the program costs in the tray of a real panel while nothing is to be done: what the kernel
counts of all its threads in two minutes. Needs Xvfb, xdotool and a panel.

`python -m bench.idle` prints these figures alone; with a minute to settle before each, it takes six
minutes.
"""

import shutil
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Figure, show
from tests.desk import Desk

SETTLE = 60.0
WINDOW = 120.0
"""Seconds."""

PANELS = ("trayer", "stalonetray", "xfce4-panel", "lxqt-panel")

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Cost:
    """Context switches, wanted or not, and milliseconds of processor time."""

    switches: int
    milliseconds: float


def figures() -> list[Figure]:
    """Untouched, and with a pointer that moves once a second as if somebody worked."""
    found = []
    for name, moving in (("nobody there", False), ("the pointer moves", True)):
        cost = measure(moving=moving)
        text = f"{cost.switches} switches, {cost.milliseconds:.1f} ms"
        aim = f"under 30, 10 ms in {WINDOW:.0f} s"
        found.append(Figure(f"in the tray, {name}", text, aim))
    return found


def measure(*, moving: bool) -> Cost:
    """One start of the program, and what it costs in the window after it has settled."""
    panel = next(filter(None, map(shutil.which, PANELS)), None)
    with Desk() as desk:
        if panel is not None:
            desk.start([panel])
        command = [sys.executable, "-m", "desktop", "--tray"]
        program = desk.start(command, PYTHONPATH=str(_ROOT))
        over = threading.Event()
        hand = threading.Thread(target=_move, args=(desk, over), daemon=True)
        if moving:
            hand.start()
        over.wait(SETTLE)
        before = cost_of(program.pid)
        over.wait(WINDOW)
        after = cost_of(program.pid)
        over.set()
        if moving:
            hand.join()
    used = after.milliseconds - before.milliseconds
    return Cost(after.switches - before.switches, used)


def cost_of(pid: int) -> Cost:
    """Since the program started."""
    switches, nanoseconds = 0, 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        nanoseconds += int((task / "schedstat").read_text("ascii").split()[0])
        for line in (task / "status").read_text("utf-8").splitlines():
            if "ctxt_switches" in line:
                switches += int(line.split()[1])
    return Cost(switches, nanoseconds / 1e6)


def _move(desk: Desk, over: threading.Event) -> None:
    step = 3
    while not over.wait(1.0):
        desk.run("xdotool", "mousemove_relative", "--", str(step), "0")
        step = -step


if __name__ == "__main__":
    show(figures())
