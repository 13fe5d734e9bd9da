from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.keep.history.model import Rating
from desktop.remembering import Remembering
from routines.clock import ManualClock


@pytest.fixture
def remembering(qapp: object, tmp_path: Path) -> Iterator[Remembering]:
    assert qapp
    made = Remembering(tmp_path / "history.sqlite3", ManualClock(), lambda: time(4))
    yield made
    made.close()


def rating(number: int) -> Rating:
    return Rating(f"{number:032x}", ManualClock().now(), "tension", number)


def test_nothing_is_opened_before_somebody_wants_it(
    remembering: Remembering, tmp_path: Path
) -> None:
    assert list(tmp_path.iterdir()) == []
    remembering.add(rating(3))
    assert (tmp_path / "history.sqlite3").exists()


def test_what_is_written_in_one_go_is_told_once(qtbot: QtBot, remembering: Remembering) -> None:
    told: list[bool] = []
    remembering.changed.connect(lambda: told.append(True))
    with qtbot.waitSignal(remembering.changed):
        remembering.add(rating(3))
        remembering.add(rating(4))
    assert told == [True]
    assert len(remembering.history.ratings()) == 2


@pytest.mark.usefixtures("qapp")
def test_trouble_is_told_and_taken_back_when_it_is_over(tmp_path: Path) -> None:
    folder = tmp_path / "not-a-folder"
    folder.write_text("in the way", encoding="utf-8")
    made = Remembering(folder / "history.sqlite3", ManualClock(), lambda: time(4))
    told: list[str] = []
    made.trouble_changed.connect(told.append)
    assert not made.add(rating(3))
    assert len(made.history.ratings()) == 1
    folder.unlink()
    made._again.timeout.emit()
    assert [bool(line) for line in told] == [True, False]
    assert made.trouble == ""
    made.close()
    assert (folder / "history.sqlite3").exists()


@pytest.mark.usefixtures("qapp")
def test_the_beginning_of_the_day_is_asked_for_each_time(tmp_path: Path) -> None:
    starts = [time(4)]
    made = Remembering(tmp_path / "history.sqlite3", ManualClock(), lambda: starts[0])
    first = made.history.today()
    starts[0] = time(12)  # it is nine
    assert (first - made.history.today()).days == 1
    made.close()


@pytest.mark.usefixtures("qapp")
def test_a_clock_that_was_set_back_a_year_is_told_of_and_nothing_is_lost(tmp_path: Path) -> None:
    clock = ManualClock()
    made = Remembering(tmp_path / "history.sqlite3", clock, lambda: time(4))
    made.add(rating(3))
    assert made.trouble == ""
    made.close()
    clock.set_wall(-365 * 86400)
    again = Remembering(tmp_path / "history.sqlite3", clock, lambda: time(4))
    assert len(again.history.ratings()) == 1
    assert "2026-03-02" in again.trouble
    again.close()
