from pathlib import Path
from random import Random

import pytest

from desktop.words.problems import problem_text
from routines.clock import SystemClock
from routines.figures.reader import read_figure
from routines.figures.ways import bodies_of
from routines.findings import MOST_PROBLEMS
from routines.lookup import LIBRARY
from tests.routines.figures.bodies import figure_of, side_source
from tests.routines.figures.mutations import MOST, hostile, mutated

SOON = 5.0
"""Seconds; each takes less than one, and a busy machine is given some more."""

FILES = dict(hostile())
OURS = sorted((LIBRARY / "figures").glob("*.yaml"))


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_soon_told_what_is_wrong(name: str) -> None:
    source = FILES[name].encode()
    assert len(source) <= MOST
    clock = SystemClock()
    before = clock.monotonic()
    reading = read_figure(source, "this")
    assert clock.monotonic() - before < SOON
    assert reading.figure is None
    assert 0 < len(reading.problems) < 2 * MOST_PROBLEMS


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_a_damaged_figure_is_sound_or_told_what_is_wrong(path: Path) -> None:
    source = path.read_text("utf-8")
    random = Random(path.stem)
    for _ in range(25):
        damaged = mutated(source, random)
        reading = read_figure(damaged, "this")
        assert reading.figure is not None or reading.problems, damaged
        for problem in reading.problems:
            sentence = problem_text(problem)
            assert "``" not in sentence, (sentence, damaged)
            assert sentence.replace("\t", " ").isprintable(), (sentence, damaged)


def test_ways_as_long_as_they_may_be_are_looked_at_once() -> None:
    way = "[" + ", ".join(["b", "a"] * 32) + "]"
    phases = ("in", "out", "there", "back", "hold")
    figure = figure_of(side_source(loop="{" + ", ".join(f"{each}: {way}" for each in phases) + "}"))
    assert len(list(bodies_of(figure))) < 100
