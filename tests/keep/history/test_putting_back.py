"""Counting what is kept, deleting some of it, and putting it back as it was."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.keep.history.clearing import EVERYTHING, What
from desktop.keep.history.counting import counts
from desktop.keep.history.jobs import what_of, word_of
from desktop.keep.history.model import Entry, Off, Rating, Run
from desktop.keep.history.putting_back import hold, put_back
from desktop.keep.history.rows import TABLES
from desktop.keep.history.store import History
from tests.keep.history.made import NOW, a_rating, a_run, everything, one_of_each, opened

DAY = date(2026, 3, 2)
WHATS: list[What] = [DAY, date(2026, 3, 1), EVERYTHING, *TABLES]


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = opened(tmp_path / "history.sqlite3")
    for record in (*one_of_each(), a_run(NOW - timedelta(days=3)), a_rating()):
        history.add(record)
    return history


@pytest.mark.parametrize("what", WHATS, ids=word_of)
def test_what_is_counted_is_what_goes_and_comes_back(history: History, what: What) -> None:
    before = everything(history)
    counted = sum(counts(history, what).values())
    held = hold(history, what)
    assert history.forget(what)
    assert len(everything(history)) == len(before) - counted
    assert counted > 0
    assert put_back(history, held)
    assert everything(history) == before
    history.close()


def test_kinds_are_counted_one_by_one(history: History) -> None:
    found = counts(history)
    assert (found[Run], found[Rating], found[Entry]) == (2, 2, 1)
    on_the_day = counts(history, DAY)
    assert (on_the_day[Run], on_the_day[Rating], on_the_day[Off]) == (1, 2, 0)
    assert counts(history, Rating)[Run] == 0
    history.close()


def test_what_was_written_anew_meanwhile_stays(history: History) -> None:
    old = a_run(done=10.0, identity="f" * 32)
    new = a_run(done=20.0, identity="f" * 32)
    history.add(old)
    held = hold(history, Run)
    history.forget(Run)
    history.add(new)
    put_back(history, held)
    assert history.run(new.id) == new
    assert len(history.runs()) == 3
    history.close()


def test_where_nothing_can_be_written_it_is_said_and_nothing_is_lost(
    history: History, tmp_path: Path
) -> None:
    held = hold(history, Rating)
    history.forget(Rating)
    history.path.rename(tmp_path / "elsewhere")
    history.path.mkdir()
    assert not put_back(history, held)
    assert "it is a folder" in history.problem
    history.path.rmdir()
    (tmp_path / "elsewhere").rename(history.path)
    assert put_back(history, held)
    assert len(history.ratings()) == 2
    history.close()


@pytest.mark.parametrize("what", WHATS, ids=word_of)
def test_a_word_stands_for_it(what: What) -> None:
    assert what_of(word_of(what)) == what


@pytest.mark.parametrize("word", ["", "runs", "2026-13-01", "steps"])
def test_another_word_stands_for_nothing(word: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        what_of(word)
