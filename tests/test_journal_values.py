"""Reading the journal in stretches, from a real history."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.journal_values import STRETCH, days_of, found_entries, read_stretch
from desktop.keep.history.model import Answered, Entry, Kind
from desktop.keep.history.store import History
from desktop.pages.journal.shown import holds, words_of
from routines.clock import ManualClock

NOW = ManualClock().now()


def entry(number: int, text: str = "words", minutes: float | None = None, **more: str) -> Entry:
    at = NOW - timedelta(minutes=number if minutes is None else minutes)
    return Entry(f"{number:032x}", at, at, text, **more)


def nameless(_entry: Entry) -> str:
    return "A routine"


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    made = History(tmp_path / "history.sqlite3", ManualClock())
    yield made
    made.close()


def all_stretches(history: History, search: str = "") -> list[tuple[Entry, ...]]:
    found, before = [], None
    while True:
        stretch = read_stretch(history, words_of(search), before)
        found.append(stretch.entries)
        if stretch.next is None:
            return found
        before = stretch.next


def keep(history: History, entries: list[Entry]) -> None:
    for each in entries:
        assert history.add(each)


def test_an_empty_history_has_nothing_to_show(history: History) -> None:
    assert all_stretches(history) == [()]
    assert days_of(history, (), nameless) == ()


def test_stretches_bring_everything_once_the_newest_first(history: History) -> None:
    entries = [entry(number) for number in range(60)]
    keep(history, entries)
    stretches = all_stretches(history)
    assert [len(each) for each in stretches] == [STRETCH, STRETCH, 10]
    assert [each for stretch in stretches for each in stretch] == entries


def test_no_stretch_parts_what_was_written_in_one_run(history: History) -> None:
    run = "a" * 32
    keep(history, [entry(number) for number in range(STRETCH - 2)])
    keep(history, [entry(number, run=run) for number in range(STRETCH - 2, STRETCH + 3)])
    keep(history, [entry(number) for number in range(STRETCH + 3, STRETCH + 9)])
    assert [len(each) for each in all_stretches(history)] == [STRETCH + 3, 6]


def test_entries_of_one_moment_are_all_shown(history: History) -> None:
    keep(history, [entry(number, minutes=5) for number in range(260)])
    found = [each for stretch in all_stretches(history) for each in stretch]
    assert len({each.id for each in found}) == len(found) == 260


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.lists(st.text("skiSK ſıKüÜab%_\\\n", max_size=8), max_size=12),
    st.text("skSüab% ", max_size=4),
)
def test_a_search_finds_what_reading_all_of_it_would(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], search: str
) -> None:
    folder = tmp_path_factory.mktemp("search")
    history = History(folder / "history.sqlite3", ManualClock())
    keep(history, [entry(number, text) for number, text in enumerate(texts)])
    words = words_of(search)
    found = [each.text for each in found_entries(history, words)]
    assert found == [text for text in texts if holds(text, words)]
    history.close()


def test_a_search_looks_at_the_prompts_too_and_goes_on_over_many(history: History) -> None:
    keep(
        history,
        [entry(number, prompt="Zebra?" if number % 50 == 7 else "") for number in range(450)],
    )
    found = list(found_entries(history, ("zebra",)))
    assert [int(each.id, 16) for each in found] == [7, 57, 107, 157, 207, 257, 307, 357, 407]


def test_none_is_lost_between_two_readings(history: History) -> None:
    entries = [entry(number) for number in range(450)]
    keep(history, entries)
    assert list(found_entries(history, ())) == entries


def test_a_run_is_one_card_in_its_own_order_with_its_choices_beside(history: History) -> None:
    run = "a" * 32
    first = entry(10, "first", routine="r", run=run, prompt="The thought")
    keep(history, [entry(8, "last", routine="r", run=run), first, entry(1, "alone")])
    choice = Answered("b" * 32, NOW, Kind.CHOICE, "Helpful?", ("no",), "r", run)
    history.add(choice)
    history.add(replace(choice, id="c" * 32, run="d" * 32, answers=("of another run",)))
    (day,) = days_of(history, read_stretch(history, (), None).entries, nameless)
    assert day.heading == "Today, Monday 2 March"
    alone, card = day.cards
    assert [text.text for text in card.texts] == ["first", "last"]
    assert card.texts[0].prompt == "The thought"
    assert (card.time, card.routine, card.beside) == ("8:50", "A routine", ("Helpful? → no",))
    assert (alone.routine, alone.beside) == ("", ())


def test_a_day_begins_at_four_and_a_later_change_is_told(history: History) -> None:
    night = datetime(2026, 3, 2, 3, 30, tzinfo=NOW.tzinfo)
    old = Entry("a" * 32, night, NOW + timedelta(days=1), "old\r\nlines")
    keep(history, [entry(1), old])
    today, yesterday = days_of(history, read_stretch(history, (), None).entries, nameless)
    assert (today.heading, yesterday.heading) == (
        "Today, Monday 2 March",
        "Yesterday, Sunday 1 March",
    )
    (text,) = yesterday.cards[0].texts
    assert text.text == "old\nlines"
    assert text.changed == "changed on Tuesday 3 March 2026"
