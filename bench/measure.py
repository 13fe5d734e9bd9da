"""Timing helpers: medians of repeated runs, and a line for each figure."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value with what it was hoped to be."""

    name: str
    value: str
    aim: str = ""


def median_ms(work: Callable[[], object], runs: int) -> float:
    """The median time of ``runs`` calls of ``work``, in milliseconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def show(figures: list[Figure]) -> None:
    wide = max(len(figure.name) for figure in figures)
    for figure in figures:
        aim = f"   (aim: {figure.aim})" if figure.aim else ""
        print(f"{figure.name:<{wide}}  {figure.value}{aim}", flush=True)
