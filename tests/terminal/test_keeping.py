from pathlib import Path

import pytest

from desktop.keep.history.model import Ending
from desktop.keep.history.store import History
from desktop.keep.paths import history_file
from desktop.terminal.keeping import keeping_of
from desktop.terminal.keys import Key
from desktop.terminal.session import Event, Happening
from routines.clock import ManualClock
from tests.terminal.playing import prepared
from tests.terminal.program import run

STEPS = """
    - write: The thought
      keep: journal
    - rate: How tense is it?
      as: tension
    - check: Your desk
      items: [Feet, Screen]
    - hold: Rest
      for: 20s
      lead_in: 0s
"""


@pytest.fixture
def kept() -> History:
    return History(history_file(), ManualClock())


def play(*script: Happening | float | None) -> str:
    """Play and keep the steps while the script happens; gives what was drawn last."""
    paper, session = prepared(STEPS, *script)
    session.keeping = keeping_of(session.routine, session.playback, paper.clock)
    session.run()
    session.keeping.close()
    return paper.text


def test_what_is_answered_in_a_terminal_is_in_the_history(kept: History) -> None:
    drawn = play("N", "o", Key.ENTER, "1", "0", Key.ENTER, "2", Key.ENTER, 20)
    assert [entry.text for entry in kept.entries()] == ["No"]
    assert [each.value for each in kept.ratings("tension")] == [10]
    assert [each.answers for each in kept.answers()] == [("Screen",)]
    (run_,) = kept.runs(steps=True)
    assert run_.ending is Ending.FINISHED
    assert run_.steps[-1].seconds == pytest.approx(20, abs=0.1)
    assert "not kept" not in drawn


def test_a_terminal_that_is_closed_leaves_a_run_that_was_ended(kept: History) -> None:
    play(Key.ENTER, Key.ENTER, Key.ENTER, 12, Event.CLOSED)
    (run_,) = kept.runs()
    assert (run_.ending, round(run_.done)) == (Ending.ENDED, 12)


def test_a_run_is_on_the_disk_while_it_plays(kept: History) -> None:
    paper, session = prepared(STEPS, Key.ENTER, Key.ENTER, Key.ENTER, *[1.0] * 8, None)
    session.keeping = keeping_of(session.routine, session.playback, paper.clock)
    seen: list[float] = []
    waits = paper.wait

    def wait(seconds: float | None) -> list[Happening]:
        seen.extend(each.done for each in kept.runs())
        return waits(seconds)

    paper.wait = wait  # type: ignore[method-assign]  # looks on while it waits
    session.run()
    assert max(seen) >= 5
    session.keeping.close()


def test_the_program_keeps_what_it_plays_in_lines_and_nothing_of_a_preview(
    tmp_path: Path, kept: History
) -> None:
    routine = tmp_path / "short.yaml"
    routine.write_text("name: Short\nsteps:\n  - hold: Rest\n    for: 1s\n    lead_in: 0s\n")
    assert run("play", routine, "--text", "--speed", "20").returncode == 0
    assert kept.runs() == ()
    assert run("play", routine, "--text").returncode == 0
    assert [each.ending for each in kept.runs()] == [Ending.FINISHED]


def test_what_cannot_be_kept_is_said_at_the_end_and_costs_nothing_else(tmp_path: Path) -> None:
    routine = tmp_path / "short.yaml"
    routine.write_text("name: Short\nsteps:\n  - hold: Rest\n    for: 1s\n    lead_in: 0s\n")
    history_file().mkdir(parents=True)
    done = run("play", routine, "--text")
    assert done.returncode == 0
    assert "history.sqlite3" in done.stderr
    assert "Traceback" not in done.stderr
