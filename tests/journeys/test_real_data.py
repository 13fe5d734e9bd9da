"""One's own data in the real program: deleted and taken back by the keyboard alone."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.keep.history.made import everything, one_of_each, opened

PROGRAM = [sys.executable, "-m", "desktop"]
SETTINGS = (180, 353)  # its entry at the side


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk with the program on it, of somebody who has one of each record."""
    with Desk() as desk:
        settings = desk.home / "config" / "unbrace" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"version": 1, "safety_seen": True}), "utf-8")
        history = opened(file_of(desk))
        for record in one_of_each():
            history.add(record)
        history.close()
        yield desk


def file_of(desk: Desk) -> Path:
    return desk.home / "data" / "unbrace" / "history.sqlite3"


def kept(desk: Desk) -> int:
    history = opened(file_of(desk))
    number = len(everything(history))
    history.close()
    return number


def test_a_kind_is_deleted_and_taken_back_and_the_program_ends_well(desk: Desk) -> None:
    program = desk.start(PROGRAM)
    desk.window("^Unbrace$")
    desk.click(*SETTINGS)
    desk.keys("slash")
    desk.type("kind delete")
    desk.keys("Tab", "Down", "Tab", "space")  # the ratings, and the question
    desk.keys("Tab", "space")
    desk.wait_for(lambda: kept(desk) == 6, what="the deletion")
    desk.wait_for(lambda: came_back(desk), what="what was deleted")
    desk.keys("space", "Tab", "space")  # once more, and away at once
    desk.keys("ctrl+q")
    desk.wait_for(lambda: program.poll() == 0, what="the end")
    assert desk.log(program) == ""


def came_back(desk: Desk) -> bool:
    """The line with the way back comes a moment after the deletion: the keys until then do
    nothing.
    """
    desk.keys("ctrl+z")
    return kept(desk) == 7
