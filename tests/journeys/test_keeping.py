"""What is kept of a routine in the window: run and answers, and how it was before and after."""

import json

import pytest

from desktop.keep.history.model import Ending, Rating, Run, When
from desktop.keep.history.store import History
from tests.journeys.person import CTRL, Key, Person

ROUTINE = """
    name: Short
    ask: tension
    steps:
      - write: What is on your mind?
        keep: journal
      - hold: Rest
        for: 60s
        lead_in: 0s
"""
QUESTION = "How tense is it right now?"


@pytest.fixture
def asked(person: Person) -> Person:
    """Somebody before a routine that asks."""
    person.settings.write_text(json.dumps({"version": 1, "safety_seen": True}), "utf-8")
    person.keep("short.yaml", ROUTINE)
    person.begin()
    person.go_to_card("short")
    return person


def settle(person: Person) -> None:
    """The moment in which a number can be corrected is over."""
    timer = person.app.playing.ask._soon
    assert timer.isActive()
    timer.timeout.emit()
    person.look()


def runs(person: Person) -> tuple[Run, ...]:
    history = History(person.history, person.clock)
    found = history.runs(steps=True)
    history.close()
    return found


def ratings(person: Person) -> tuple[Rating, ...]:
    history = History(person.history, person.clock)
    found = history.ratings()
    history.close()
    return found


def texts(person: Person) -> list[str]:
    history = History(person.history, person.clock)
    found = [entry.text for entry in history.entries()]
    history.close()
    return found


def test_one_key_before_and_one_after_are_kept_with_the_run(asked: Person) -> None:
    asked.press(Key.Key_Return)
    assert asked.sees(QUESTION)
    asked.press(Key.Key_6)
    settle(asked)
    asked.press(Key.Key_Return, modifier=CTRL)
    asked.wait(60)
    assert asked.sees("Before it was 6.")
    asked.press(Key.Key_4)
    assert asked.sees("Before 6, now 4.")
    (run,) = runs(asked)
    assert run.ending is Ending.FINISHED
    found = {each.when: (each.value, each.run) for each in ratings(asked)}
    assert found == {When.BEFORE: (6, run.id), When.AFTER: (4, run.id)}


def test_escape_begins_and_asks_no_more_that_day(asked: Person) -> None:
    asked.press(Key.Key_Return, Key.Key_Escape)
    assert asked.app.player.playing
    asked.wait(20)
    asked.press(Key.Key_Escape)
    assert not asked.sees("Before it was")
    asked.click_button("Once more")
    assert asked.app.player.playing, "it was asked again"
    asked.press(Key.Key_Escape)
    asked.clock.advance(24 * 3600)
    asked.click_button("Once more")
    assert asked.sees(QUESTION)
    assert ratings(asked) == ()


def test_without_an_answer_it_begins_and_may_still_be_rated_after(asked: Person) -> None:
    asked.press(Key.Key_Return, Key.Key_Return)
    assert asked.app.player.playing
    asked.wait(10)
    asked.press(Key.Key_Escape)
    asked.press(Key.Key_5)
    assert [(each.when, each.value) for each in ratings(asked)] == [(When.AFTER, 5)]


def test_who_switched_the_question_off_is_never_asked(asked: Person) -> None:
    quiet = {"version": 1, "safety_seen": True, "ask_ratings": False}
    asked.quit()
    asked.settings.write_text(json.dumps(quiet), "utf-8")
    asked.begin()
    asked.go_to_card("short")
    asked.press(Key.Key_Return)
    assert asked.app.player.playing


def test_a_preview_asks_and_keeps_nothing(asked: Person) -> None:
    asked.app.set_speed(8)
    asked.press(Key.Key_Return)
    assert asked.app.player.playing
    asked.write("secret")
    asked.press(Key.Key_Return, modifier=CTRL)
    asked.wait(10)
    assert (runs(asked), texts(asked)) == ((), [])


def test_a_run_is_on_the_disk_while_it_plays(asked: Person) -> None:
    asked.press(Key.Key_Return, Key.Key_Return)
    asked.press(Key.Key_Return, modifier=CTRL)
    asked.wait(31)
    asked.app.playing._place_timer.timeout.emit()
    (run,) = runs(asked)
    assert (run.ending, round(run.steps[1].seconds)) == (Ending.OPEN, 31)


def test_what_is_being_written_is_on_the_disk_before_it_is_done(asked: Person) -> None:
    asked.press(Key.Key_Return, Key.Key_Return)
    asked.write("half a thou")
    soon = asked.app.view.answering._soon
    assert soon.isActive()
    assert soon.interval() <= 5000, "a kill loses at most five seconds"
    soon.timeout.emit()
    assert texts(asked) == ["half a thou"]


def test_going_on_after_a_new_start_is_the_same_run_with_the_same_words(asked: Person) -> None:
    asked.press(Key.Key_Return, Key.Key_Return)
    asked.write("half a thought")
    asked.press(Key.Key_Return, modifier=CTRL)
    asked.wait(20)
    asked.begin()  # the program was closed and is opened again
    asked.click_button("Go on")
    asked.wait(3)
    asked.click_button("Back")
    asked.click_button("Back")
    assert asked.paper.toPlainText() == "half a thought"
    asked.press(Key.Key_Return, modifier=CTRL)
    asked.wait(60)
    (run,) = runs(asked)
    assert run.ending is Ending.FINISHED
    assert run.steps[1].seconds == pytest.approx(83, abs=1)
    assert texts(asked) == ["half a thought"]


def test_what_nobody_goes_on_with_counts_as_part_done(asked: Person) -> None:
    asked.press(Key.Key_Return, Key.Key_Return)
    asked.press(Key.Key_Return, modifier=CTRL)
    asked.wait(20)
    asked.begin()
    asked.click_button("Let it go")
    assert [run.ending for run in runs(asked)] == [Ending.ENDED]
