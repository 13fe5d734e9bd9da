"""Leaving before the end: the place is kept, offered at the next start, and found again."""

import json
from dataclasses import replace

import pytest

from routines.playback import State
from tests.journeys.person import Key, Person

HOLDS = """
    name: Long holds
    steps:
      - hold: Door stretch
        for: 60s
        lead_in: 5s
      - hold: Wall stretch
        for: {length}
        lead_in: 5s
"""
MIXED = """
    name: Mixed
    steps:
      - notice: The back
        for: 30s
      - write: What is on your mind?
      - rate: How tight is it?
      - notice: The neck
        for: 40s
"""
QUESTIONS = """
    name: Questions
    steps:
      - write: First?
      - write: Second?
      - write: Third?
"""


def leave(person: Person, routine: str, seconds: float) -> None:
    """Plays a routine for a while and closes the window."""
    person.begin()
    person.go_to_card(routine)
    person.press(Key.Key_Return)
    person.wait(seconds)
    person.quit()


@pytest.fixture
def left(person: Person) -> Person:
    person.keep("holds.yaml", HOLDS.format(length="60s"))
    leave(person, "holds", 42.5)
    return person


def test_closing_pauses_asks_nothing_and_the_next_start_offers_to_go_on(left: Person) -> None:
    person = left
    kept = json.loads(person.unfinished.read_text("utf-8"))
    assert kept["routine"] == "holds"
    assert kept["elapsed"] == pytest.approx(42.5)
    person.begin()
    assert person.sees("Long holds is waiting for you at 0:43 of 2:10.")
    person.click_button("Go on")
    assert person.app.player.elapsed == pytest.approx(42.5)
    assert person.state() is State.PLAYING
    assert person.sees("Door stretch")
    person.press(Key.Key_Escape, Key.Key_Escape)
    assert not person.sees("is waiting for you")


def test_the_time_that_the_program_was_closed_does_not_count(person: Person) -> None:
    person.keep("holds.yaml", HOLDS.format(length="60s"))
    leave(person, "holds", 42.5)
    person.clock.advance(12 * 3600)
    person.begin()
    person.click_button("Go on")
    person.wait(1)
    assert person.app.player.elapsed == pytest.approx(43.5)


def test_letting_it_go_forgets_it(left: Person) -> None:
    person = left
    person.begin()
    person.click_button("Let it go")
    assert not person.sees("is waiting for you")
    assert not person.unfinished.exists()
    person.press(Key.Key_Return)
    assert person.app.player.playing, "the keyboard is back on the cards"
    person.press(Key.Key_Escape)
    person.begin()
    assert not person.sees("is waiting for you")


def test_the_offer_can_be_taken_by_keyboard(left: Person) -> None:
    person = left
    person.begin()
    for _ in range(20):
        person.press(Key.Key_Tab)
        if person.button("Go on").hasFocus():
            break
    person.press(Key.Key_Return)
    assert person.app.player.elapsed == pytest.approx(42.5)


def test_a_fitted_routine_goes_on_fitted(person: Person) -> None:
    person.begin()
    person.click_card("morning-yoga")
    person.press(Key.Key_Tab, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    person.click_button("Start")
    length = person.app.player.length
    assert length < 310
    person.wait(100)
    person.quit()
    person.begin()
    person.click_button("Go on")
    assert person.app.player.length == pytest.approx(length)
    assert person.app.player.elapsed == pytest.approx(100)


def test_nothing_is_offered_when_the_file_has_another_length_now(left: Person) -> None:
    left.keep("holds.yaml", HOLDS.format(length="40s"))
    left.begin()
    assert not left.sees("is waiting for you")


@pytest.mark.parametrize("text", ["name: Broken\n", None])
def test_nothing_is_offered_when_the_file_is_broken_or_gone(left: Person, text: str | None) -> None:
    if text is None:
        (left.folder / "holds.yaml").unlink()
    else:
        left.keep("holds.yaml", text)
    left.begin()
    assert not left.sees("is waiting for you")


@pytest.mark.parametrize("text", [HOLDS.format(length="10s"), None])
def test_the_offer_goes_away_when_the_file_changes_under_it(left: Person, text: str | None) -> None:
    person = left
    person.begin()
    assert person.sees("is waiting for you")
    if text is None:
        (person.folder / "holds.yaml").unlink()
    else:
        person.keep("holds.yaml", text)
    person.press(Key.Key_F5)
    assert not person.sees("is waiting for you")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        '{"routine": "holds"}',
        '{"routine": 1, "elapsed": 42.5, "length": 130, "minutes": 0}',
        '{"routine": "holds", "elapsed": NaN, "length": 130, "minutes": 0}',
        '{"routine": "holds", "elapsed": -1, "length": 130, "minutes": 0}',
        '{"routine": "holds", "elapsed": 130, "length": 130, "minutes": 0}',
        '{"routine": "holds", "elapsed": true, "length": 130, "minutes": 0}',
        '{"routine": "../holds", "elapsed": 42.5, "length": 130, "minutes": 0}',
    ],
)
def test_a_damaged_memory_offers_nothing(left: Person, text: str) -> None:
    left.unfinished.write_text(text, "utf-8")
    left.begin()
    assert not left.sees("is waiting for you")


def test_coming_to_the_end_or_ending_leaves_nothing_to_go_on_with(person: Person) -> None:
    person.keep("holds.yaml", HOLDS.format(length="60s"))
    leave(person, "holds", 200)
    assert not person.unfinished.exists()
    person.begin()
    person.press(Key.Key_Return)
    person.wait(20)
    person.press(Key.Key_Space)
    assert person.unfinished.exists()
    person.press(Key.Key_Escape)
    assert not person.unfinished.exists()


def test_the_place_is_that_of_the_close_even_when_moved_while_paused(person: Person) -> None:
    person.keep("holds.yaml", HOLDS.format(length="60s"))
    person.begin()
    person.go_to_card("holds")
    person.press(Key.Key_Return)
    person.wait(10)
    person.press(Key.Key_Space, Key.Key_Right, Key.Key_Up)
    person.quit()
    person.begin()
    person.click_button("Go on")
    assert person.app.player.elapsed == pytest.approx(75)


def test_another_look_at_the_files_does_not_lose_the_place(person: Person) -> None:
    person.keep("holds.yaml", HOLDS.format(length="60s"))
    person.begin()
    person.go_to_card("holds")
    person.press(Key.Key_Return)
    person.wait(10)
    person.press(Key.Key_F5)
    person.wait(20)
    person.quit()
    person.begin()
    person.click_button("Go on")
    assert person.app.player.elapsed == pytest.approx(30)


def test_another_look_while_it_plays_offers_nothing_that_is_over_afterwards(left: Person) -> None:
    person = left
    person.begin()
    person.click_button("Go on")
    person.press(Key.Key_F5)
    person.press(Key.Key_Escape, Key.Key_Escape)
    assert person.cards
    assert not person.sees("is waiting for you")


def test_a_question_that_was_passed_is_not_asked_again(person: Person) -> None:
    person.keep("mixed.yaml", MIXED)
    person.begin()
    person.go_to_card("mixed")
    person.press(Key.Key_Return)
    person.wait(30)
    person.click_button("Done")
    person.click_button("Done")
    person.wait(12)
    person.press(Key.Key_Escape)
    person.click_button("Go on where I was")
    assert person.sees("The neck")
    assert person.app.player.elapsed == pytest.approx(42)
    person.quit()
    person.begin()
    person.click_button("Go on")
    assert person.sees("The neck")
    assert person.app.player.elapsed == pytest.approx(42)


@pytest.mark.parametrize(("routine", "text"), [("mixed", MIXED), ("questions", QUESTIONS)])
def test_a_question_that_was_left_is_asked_again(person: Person, routine: str, text: str) -> None:
    person.keep(f"{routine}.yaml", text)
    person.begin()
    person.go_to_card(routine)
    person.press(Key.Key_Return)
    person.wait(30)
    person.click_button("Done")
    assert (asked := person.app.player.scene()) is not None
    person.press(Key.Key_Escape)
    person.click_button("Go on where I was")
    assert person.sees(asked.title)
    person.quit()
    person.begin()
    person.click_button("Go on")
    assert person.sees(asked.title)


def test_the_place_of_a_file_from_elsewhere_is_not_mixed_up_with_ours(person: Person) -> None:
    person.begin()
    elsewhere = person.app._library.entry("morning-yoga")
    assert elsewhere is not None
    person.app.start(replace(elsewhere, path=person.folder.parent / "morning-yoga.yaml"))
    person.wait(20)
    app = person.app
    person.quit()
    assert not person.unfinished.exists()
    assert app.farewell == "", "nobody is told that it was kept"


def test_somebody_who_leaves_is_told_where_it_is_kept(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Return)
    person.wait(20)
    app = person.app
    person.app.window.close()
    assert app.farewell == "Morning yoga is kept at 0:20. Start Unbrace again to go on."


def test_a_place_that_cannot_be_kept_is_said_and_the_routine_plays_on(person: Person) -> None:
    person.unfinished.mkdir()  # a file cannot take the place of a folder
    person.keep("holds.yaml", HOLDS.format(length="60s"))
    person.begin()
    person.go_to_card("holds")
    person.press(Key.Key_Return)
    person.press(Key.Key_Space)
    told = "Your place in the routine is not being kept: Is a directory"
    assert person.sees(told)
    person.click_button("Close")
    person.press(Key.Key_Space, Key.Key_Space)
    assert not person.sees(told), "once is enough"
    person.press(Key.Key_Space)
    person.wait(10)
    assert person.state() is State.PLAYING
    person.unfinished.rmdir()
    person.press(Key.Key_Space)
    person.unfinished.unlink()
    person.unfinished.mkdir()
    person.press(Key.Key_Space, Key.Key_Space)
    assert person.sees(told), "it could be kept in between"
    app = person.app
    person.quit()
    assert app.farewell == told
