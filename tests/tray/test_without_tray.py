"""The real program that is to stay in a tray, where there is none."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk, Process

ROOT = Path(__file__).parents[2]

# The program with its stderr on a terminal, as far as it can tell, and with little patience.
PROGRAM = """
import sys
import desktop.program
from desktop.__main__ import main
desktop.program.TRAY_WITHIN = int(sys.argv[1])
sys.stderr.isatty = lambda: sys.argv[2] == "terminal"
sys.exit(main(["--tray"]))
"""
LINE = "unbrace: it runs, but no tray is seen here."


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


def start(desk: Desk, patience: int, stderr: str) -> Process:
    command = [sys.executable, "-c", PROGRAM, str(patience), stderr]
    return desk.start(command, PYTHONPATH=str(ROOT))


def test_in_a_terminal_it_says_at_once_that_no_tray_is_seen(desk: Desk) -> None:
    program = start(desk, 60_000, "terminal")
    desk.wait_for(lambda: LINE in desk.log(program), what="the line")
    assert desk.log(program).count("\n") == 1
    assert "in 60 seconds" in desk.log(program)
    assert desk.windows("^Unbrace$") == []


def test_the_window_comes_where_no_tray_does(desk: Desk) -> None:
    program = start(desk, 1_500, "elsewhere")
    desk.window("^Unbrace$")
    assert LINE not in desk.log(program)
