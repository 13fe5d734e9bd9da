"""The history: what is put in comes out, and nothing of it leaks."""

import logging
import sqlite3
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.keep.history.model import Ending, Outcome, Rating, Run
from desktop.keep.history.store import History
from desktop.keep.paths import history_file
from routines.clock import ManualClock
from tests.keep.history.made import (
    NOW,
    SECRET,
    a_rating,
    a_run,
    an_entry,
    everything,
    new_id,
    one_of_each,
    opened,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "unbrace" / "history.sqlite3"


def test_what_is_kept_is_there_in_the_next_run(path: Path) -> None:
    history = opened(path)
    records = one_of_each()
    assert all(history.add(record) for record in records)
    assert everything(history) == records
    history.close()
    history = opened(path)
    assert everything(history) == records
    assert history.runs()[0].began.utcoffset() == timedelta(hours=1)
    assert (history.problem, history.loss) == ("", "")
    history.close()


def test_only_its_owner_may_read_it_and_what_lies_beside_it(path: Path) -> None:
    history = opened(path)
    history.add(a_run())
    found = [path.parent, *path.parent.rglob("*")]
    assert len(found) >= 5  # the folder, the file, -wal, -shm, and a copy in its folder
    assert {stat.S_IMODE(each.stat().st_mode) & 0o077 for each in found} == {0}
    history.close()
    path.chmod(0o644)
    opened(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_has_a_place_of_its_own(own_home: Path) -> None:
    assert history_file() == own_home / "data" / "unbrace" / "history.sqlite3"


def test_the_same_id_again_is_the_same_record_with_fresh_values(path: Path) -> None:
    history = opened(path)
    run = a_run(done=5.0, ending=Ending.OPEN)
    history.add(run)
    longer = replace(run, done=10.0, steps=run.steps * 2)
    history.add(longer)
    assert history.runs(steps=True) == (longer,)
    assert history.run(run.id) == history.open_run() == longer
    assert history.runs() == (replace(longer, steps=()),)
    history.add(replace(longer, ending=Ending.ENDED))
    assert history.open_run() is None
    assert history.run("0" * 32) is None
    history.close()


def test_what_is_removed_is_gone_and_may_come_back(path: Path) -> None:
    history = opened(path)
    for record in one_of_each():
        history.add(record)
        before = everything(history)
        assert history.remove(record)
        assert record not in everything(history)
        history.add(record)
        assert everything(history) == before
        history.remove(record)
    assert everything(history) == ()
    assert history.read("SELECT * FROM steps") == []
    history.close()


def test_lists_keep_to_their_range_and_their_order(path: Path) -> None:
    history = opened(path)
    hours = [a_rating(number, NOW + timedelta(hours=number)) for number in (3, 1, 2, 0)]
    for rating in [*hours, a_rating(9, NOW, scale="pain")]:
        history.add(rating)
    since, until = NOW + timedelta(hours=1), NOW + timedelta(hours=3)
    assert [each.value for each in history.ratings("tension")] == [0, 1, 2, 3]
    assert [each.value for each in history.ratings("", since, until)] == [1, 2]
    assert [each.value for each in history.ratings("pain")] == [9]
    history.close()


@pytest.mark.parametrize("search", ["100 %", "under_score", "back\\slash", "'quote\"", "größe"])
def test_a_search_means_what_it_says(path: Path, search: str) -> None:
    history = opened(path)
    history.add(an_entry(f"before {search} after"))
    for text in ("100 and %", "underXscore", "back/slash", "quote", "grosse"):
        history.add(an_entry(text))
    assert [each.text for each in history.entries(search)] == [f"before {search} after"]
    history.close()


def test_entries_come_newest_first_and_page_by_page(path: Path) -> None:
    history = opened(path)
    for number in range(5):
        history.add(an_entry(str(number), NOW + timedelta(minutes=number)))
    first = history.entries(limit=2)
    assert [each.text for each in first] == ["4", "3"]
    assert [each.text for each in history.entries(limit=2, before=first[-1].at)] == ["2", "1"]
    assert len(history.entries("like?")) == 5  # in the prompt
    history.close()


def test_a_clock_set_back_a_year_loses_nothing(path: Path) -> None:
    clock = ManualClock(NOW)
    history = opened(path, clock)
    history.add(a_run(clock.now()))
    clock.set_wall(-365 * 86_400)
    history.add(a_run(clock.now(), done=1.0))
    assert [run.done for run in history.runs()] == [1.0, 300.0]  # by what the clock said
    assert history.day(clock.now()).year == 2025
    history.close()


@given(st.text())
def test_any_text_comes_back_and_none_is_an_error(text: str) -> None:
    history = History(Path(__file__) / "in-a-file", ManualClock(NOW))
    history.add(an_entry(text))
    assert history.entries()[0].text == text
    history.close()


def test_a_name_that_utf8_cannot_hold_is_kept_in_another_spelling(path: Path) -> None:
    history = opened(path)
    assert history.add(a_run(routine="caf\udce9"))
    assert history.runs()[0].routine == "caf\\udce9"
    history.close()


@pytest.mark.parametrize(
    "record",
    [
        a_rating(11),
        a_rating(-1),
        a_rating(scale="anger"),
        replace(a_rating(), id=""),
        replace(a_rating(), id="../../etc"),
        a_run(done=float("nan")),
        a_run(done=float("inf")),
        a_run(done=-1.0),
        an_entry(12),  # type: ignore[arg-type]
    ],
)
def test_what_can_be_no_record_is_refused_at_once(path: Path, record: Run | Rating) -> None:
    history = opened(path)
    with pytest.raises(ValueError, match=r"^not a (Run|Rating|Entry) that can be kept$"):
        history.add(record)
    assert history.add(a_run())  # and is in nobody's way
    history.close()


def test_what_was_written_is_in_no_log_and_no_error(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    entry = an_entry()
    assert SECRET not in repr(entry)
    history = opened(path)
    history.add(entry)
    with pytest.raises(ValueError, match="not a Entry") as caught:
        history.add(replace(entry, id="?"))
    assert SECRET not in str(caught.value)
    # Damaged within a text, where no check of the file can see it.
    history.change(
        lambda file: file.execute("UPDATE entry SET text = CAST(? AS TEXT)", (b"boss \xff",))
    )
    assert history.entries()[0].text == "boss \ufffd"
    assert "boss" not in history.problem + history.loss + caplog.text
    history.close()


def test_a_record_that_makes_no_sense_any_more_is_left_out(path: Path) -> None:
    history = opened(path)
    good, bad = a_run(NOW), a_run(NOW + timedelta(hours=1))
    history.add(good)
    for column, value in [
        ("ending", "finishec"),
        ("tags", "{"),
        ("tags", "[" * 100_000),
        ("done", "many"),
        ("at", 1e300),
        ('"offset"', 10**12),
        ("routine", b"\0"),
    ]:
        history.add(bad)
        history.change(
            lambda file, column=column, value=value: file.execute(  # type: ignore[misc]
                f"UPDATE run SET {column} = ? WHERE id = ?", (value, bad.id)
            )
        )
        assert history.runs(steps=True) == (good,), column
    history.change(lambda file: file.execute("UPDATE steps SET steps = '[[1]]'"))
    assert history.run(good.id) == replace(good, steps=())
    history.close()


def test_all_of_a_change_is_kept_or_nothing(path: Path) -> None:
    history = opened(path)

    def half(file: sqlite3.Connection) -> None:
        file.execute("DELETE FROM run")
        raise RuntimeError

    history.add(a_run())
    with pytest.raises(RuntimeError):
        history.change(half)
    assert len(history.runs()) == 1
    assert history.add(a_run())
    history.close()


def test_ten_thousand_outcomes_are_no_matter(path: Path) -> None:
    history = opened(path)
    from desktop.keep.history.model import Did  # noqa: PLC0415
    from desktop.keep.history.rows import checked, write  # noqa: PLC0415

    def many(file: sqlite3.Connection) -> None:
        for number in range(10_000):
            at = datetime.fromtimestamp(1.7e9 + number * 60, UTC)
            outcome = Outcome(new_id(), at, "posture", Did.SKIPPED)
            write(file, outcome, checked(outcome))

    assert history.change(many)
    assert len(history.outcomes()) == 10_000
    history.close()
