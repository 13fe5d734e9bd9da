from collections.abc import Iterable
from typing import TypeVar

import pytest

from desktop.terminal.answers import (
    Answer,
    Checking,
    Choosing,
    Rating,
    Waiting,
    Writing,
    answer_for,
)
from desktop.terminal.keys import Key, Press
from routines.model import Open, Verb

Some = TypeVar("Some", Writing, Rating, Choosing, Checking)


def after(answer: Some, presses: Iterable[Press]) -> Some:
    for press in presses:
        changed = answer.press(press)
        assert changed is not None
        answer = changed
    return answer


def test_text_takes_every_letter_also_q_and_space() -> None:
    assert after(Writing(), "so quiet? ok") == Writing("so quiet? ok")


def test_backspace_takes_a_letter_with_its_marks() -> None:
    assert after(Writing("cafe\u0301"), [Key.BACKSPACE]) == Writing("caf")
    assert after(Writing(""), [Key.BACKSPACE]) == Writing("")
    assert after(Writing("all of it"), [Key.CLEAR]) == Writing("")


def test_arrows_leave_an_empty_text_but_not_a_written_one() -> None:
    assert Writing("").press(Key.RIGHT) is None
    assert Writing("words").press(Key.RIGHT) == Writing("words")


@pytest.mark.parametrize("key", [Key.ENTER, Key.ESCAPE])
def test_enter_and_escape_never_belong_to_the_text(key: Key) -> None:
    assert Writing("words").press(key) is None


@pytest.mark.parametrize(
    ("presses", "number"),
    [
        ("7", 7),
        ("10", 10),
        ("100", 0),
        ("11", 1),
        ("0", 0),
        ([Key.UP], 0),
        ([Key.DOWN], 0),
        (["9", Key.UP, Key.UP], 10),
        (["1", Key.DOWN, Key.DOWN], 0),
        (["5", Key.BACKSPACE], None),
    ],
)
def test_a_rating_goes_from_0_to_10(presses: Iterable[Press], number: int | None) -> None:
    assert after(Rating(), presses) == Rating(number)


def test_other_keys_are_not_for_a_rating() -> None:
    for press in (" ", "q", "?", Key.ENTER, Key.RIGHT):
        assert Rating(3).press(press) is None


def test_a_number_chooses_and_the_arrows_walk() -> None:
    choosing = Choosing(("yes", "not really", "no"))
    assert after(choosing, "2").at == 1
    assert after(choosing, [Key.DOWN]).at == 0
    assert after(choosing, [Key.UP]).at == 2
    assert after(choosing, ["3", Key.DOWN]).at == 2
    assert choosing.press("4") is None
    assert choosing.press("0") is None


def test_a_number_ticks_and_unticks() -> None:
    checking = Checking(("feet", "shoulders", "screen"))
    assert after(checking, "13").ticked == {0, 2}
    assert after(checking, "11").ticked == set()
    assert after(checking, [Key.DOWN, Key.DOWN, " "]).ticked == {1}
    assert checking.press(" ") is None


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        (Open(line=1, verb=Verb.WRITE), Writing()),
        (Open(line=1, verb=Verb.RATE), Rating()),
        (Open(line=1, verb=Verb.CHOOSE, choices=("a", "b")), Choosing(("a", "b"))),
        (Open(line=1, verb=Verb.CHECK, items=("a",)), Checking(("a",))),
        (Open(line=1, verb=Verb.WAIT), Waiting()),
    ],
)
def test_every_open_step_has_its_answer(step: Open, answer: Answer) -> None:
    assert answer_for(step) == answer
