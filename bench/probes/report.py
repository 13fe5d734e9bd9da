"""What the probes have in common: reading this process's age, work and memory."""

import json
import os
import resource
import time
from pathlib import Path


def since_process_start() -> float:
    """Milliseconds since the kernel started this process, to its own 10 ms."""
    ticks = int(Path("/proc/self/stat").read_text("ascii").rsplit(")", 1)[1].split()[19])
    started = ticks / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000


def cpu() -> float:
    """Seconds of processor time that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def pss() -> float:
    """Memory of this process in MiB, what it shares with others counted by its share."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def uss() -> float:
    """Memory in MiB that is this process's alone: what would be free without it."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def own_kib() -> float:
    """Memory in KiB that is no file's: unlike the USS it does not change with the neighbours."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("RssAnon:"))


def finish(report: dict[str, float]) -> None:
    """Print ``report`` and leave at once."""
    print(json.dumps(report), flush=True)
    os._exit(0)
