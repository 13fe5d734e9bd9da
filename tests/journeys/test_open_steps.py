"""The steps that wait for the person: writing, rating, choosing, checking, waiting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from routines.playback import State
from tests.journeys.person import CTRL, SHIFT, Key, Person

EVENING = """
    name: Good evening
    steps:
      - write: What is on your mind?
        for: 5m
      - rate: How tight is it?
        as: tension
      - choose: Does it help?
        options: [yes, not really, no]
      - check: Your desk
        items: [Feet flat, Shoulders hang, Screen at eye level]
      - wait: Lie down.
      - say: Good night.
        for: 4s
"""
WRITE, RATE, CHOOSE, CHECK, WAIT, SAY = range(6)
NOT_KEPT = "Only for now: nothing you enter here is kept."


@pytest.fixture
def evening(person: Person) -> Person:
    person.keep("evening.yaml", EVENING)
    person.begin()
    person.go_to_card("evening")
    person.press(Key.Key_Return)
    return person


def at(person: Person, step: int) -> None:
    """Skips ahead to a step."""
    while person.app.player.stop < step:
        person.click_button("Skip ▸")
    assert person.app.player.stop == step


def checked(person: Person) -> list[str]:
    """What is chosen or ticked, by its accessible name."""
    return [each.accessibleName() for each in person.all(QAbstractButton) if each.isChecked()]


# ---------------------------------------------------------------- write


def test_in_a_text_letters_space_and_arrows_type(evening: Person) -> None:
    person = evening
    assert person.paper.hasFocus()
    person.write("my boss F?0")
    person.press(Key.Key_Left, Key.Key_Left, Key.Key_Up, Key.Key_Down)
    person.write("!")
    person.press(Key.Key_End, Key.Key_Return)
    person.write("and  sleep")
    assert person.paper.toPlainText() == "my boss F!?0\nand  sleep"
    assert person.state() is State.PLAYING
    assert person.app.player.stop == WRITE
    assert not person.app.window.isFullScreen()
    person.press(Key.Key_Return, modifier=CTRL)
    assert person.sees("How tight is it?")


def test_the_keypads_enter_with_ctrl_is_done_too(evening: Person) -> None:
    evening.press(Key.Key_Enter, modifier=CTRL)
    assert evening.sees("How tight is it?")


def test_a_suggested_time_counts_down_and_ends_nothing(evening: Person) -> None:
    person = evening
    person.wait(60)
    scene = person.app.player.scene()
    assert scene is not None
    assert scene.ring_text == "4:00"
    person.wait(300)
    scene = person.app.player.scene()
    assert scene is not None
    assert scene.ring is None
    assert person.sees("What is on your mind?")


def test_the_done_button_ends_an_open_step(evening: Person) -> None:
    evening.click_button("Done")
    assert evening.sees("How tight is it?")


def test_tab_leaves_the_text_for_the_buttons(evening: Person) -> None:
    person = evening
    person.press(Key.Key_Tab)
    person.press(Key.Key_Space)
    assert person.state() is State.PAUSED
    assert person.paper.toPlainText() == ""


# ---------------------------------------------------------------- rate


@pytest.mark.parametrize(
    ("keys", "rating"),
    [
        ([Key.Key_0], "0 of 10"),
        ([Key.Key_7], "7 of 10"),
        ([Key.Key_7, Key.Key_2], "2 of 10"),
        ([Key.Key_1], "1 of 10"),
        ([Key.Key_1, Key.Key_0], "10 of 10"),
        ([Key.Key_1, Key.Key_0, Key.Key_0], "0 of 10"),
    ],
)
def test_digits_rate_and_enter_goes_on(evening: Person, keys: list[Qt.Key], rating: str) -> None:
    at(evening, RATE)
    evening.press(*keys)
    assert checked(evening) == [rating]
    evening.press(Key.Key_Return)
    assert evening.sees("Does it help?")
    evening.click_button("◂ Back")
    assert checked(evening) == [rating]


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_ParenRight, Key.Key_Equal])
def test_shift_and_zero_rate_ten_whatever_that_types(evening: Person, key: Qt.Key) -> None:
    at(evening, RATE)
    evening.press(key, modifier=SHIFT)
    assert checked(evening) == ["10 of 10"]


def test_a_digit_after_a_click_stands_and_enter_keeps_it(evening: Person) -> None:
    person = evening
    at(person, RATE)
    person.click_button("7")
    person.press(Key.Key_8)
    person.press(Key.Key_Return)
    person.click_button("◂ Back")
    assert checked(person) == ["8 of 10"]


def test_after_writing_enter_without_a_rating_skips_it(evening: Person) -> None:
    person = evening
    person.write("x")
    person.press(Key.Key_Return, modifier=CTRL)
    person.press(Key.Key_Return)
    assert person.sees("Does it help?")
    person.click_button("◂ Back")
    assert checked(person) == []


def test_a_rating_says_what_its_ends_mean(evening: Person) -> None:
    at(evening, RATE)
    assert evening.sees("0 is soft, 10 is tight as it gets.")


# ---------------------------------------------------------------- choose


def test_a_number_key_chooses_and_goes_on(evening: Person) -> None:
    at(evening, CHOOSE)
    evening.press(Key.Key_9)
    assert evening.sees("Does it help?")
    evening.press(Key.Key_2)
    assert evening.sees("Your desk")
    evening.click_button("◂ Back")
    assert checked(evening) == ["not really"]


def test_a_click_chooses_and_goes_on(evening: Person) -> None:
    at(evening, CHOOSE)
    evening.click_button("no")
    assert evening.sees("Your desk")
    evening.click_button("◂ Back")
    assert checked(evening) == ["no"]


def test_arrows_walk_through_the_options_and_enter_chooses(evening: Person) -> None:
    at(evening, CHOOSE)
    evening.press(Key.Key_Down)
    assert evening.button("not really").hasFocus()
    evening.press(Key.Key_Return)
    assert evening.sees("Your desk")


def test_walking_past_an_earlier_choice_chooses_nothing(evening: Person) -> None:
    person = evening
    at(person, CHOOSE)
    person.press(Key.Key_1)
    person.click_button("◂ Back")
    assert checked(person) == ["yes"]
    person.press(Key.Key_Down, Key.Key_Down)
    assert person.sees("Does it help?"), "only a choice goes on, not a look"
    person.press(Key.Key_Return)
    person.click_button("◂ Back")
    assert checked(person) == ["no"]


def test_a_choice_may_be_skipped(evening: Person) -> None:
    at(evening, CHOOSE)
    evening.click_button("Done")
    assert evening.sees("Your desk")


# ---------------------------------------------------------------- check and wait


def test_number_keys_tick_and_untick(evening: Person) -> None:
    at(evening, CHECK)
    evening.press(Key.Key_1, Key.Key_3, Key.Key_1, Key.Key_2, Key.Key_4)
    assert checked(evening) == ["Shoulders hang", "Screen at eye level"]
    evening.press(Key.Key_Return)
    assert evening.sees("Lie down.")
    evening.press(Key.Key_Left)
    assert checked(evening) == ["Shoulders hang", "Screen at eye level"]


def test_clicks_tick_and_space_ticks_where_the_focus_is(evening: Person) -> None:
    person = evening
    at(person, CHECK)
    boxes = person.all(QCheckBox)
    person.click(boxes[1])
    person.press(Key.Key_Up, Key.Key_Space)
    assert checked(person) == ["Feet flat", "Shoulders hang"]


def test_a_step_that_just_waits_goes_on_with_enter(evening: Person) -> None:
    at(evening, WAIT)
    evening.wait(600)
    assert evening.sees("Lie down.")
    evening.press(Key.Key_Return)
    assert evening.sees("Good night.")
    evening.wait(4)
    assert evening.sees("Done") or evening.sees("That is enough for now")


def test_space_pauses_a_step_that_waits_and_goes_on_at_once(evening: Person) -> None:
    at(evening, WAIT)
    evening.press(Key.Key_Space)
    assert evening.sees("Paused")
    evening.press(Key.Key_Space)
    assert evening.state() is State.PLAYING
    assert not evening.sees("Paused")


# ---------------------------------------------------------------- what becomes of the answers


def answer_everything(person: Person) -> None:
    person.write("boss")
    person.press(Key.Key_Return, modifier=CTRL)
    person.press(Key.Key_6, Key.Key_Return, Key.Key_2, Key.Key_1, Key.Key_Return)
    assert person.app.player.stop == WAIT


def answers(person: Person) -> list[object]:
    """Goes back from the waiting step to the first and gathers what stands there."""
    found: list[object] = []
    for step in (CHECK, CHOOSE, RATE):
        person.click_button("◂ Back")
        assert person.app.player.stop == step
        found.append(checked(person))
    person.click_button("◂ Back")
    return [*found, person.paper.toPlainText()]


def test_answers_survive_stepping_back_and_forth(evening: Person) -> None:
    answer_everything(evening)
    given = [["Feet flat"], ["not really"], ["6 of 10"], "boss"]
    assert answers(evening) == given
    at(evening, WAIT)
    assert answers(evening) == given


def test_answers_are_gone_in_the_next_run(evening: Person) -> None:
    person = evening
    answer_everything(person)
    person.press(Key.Key_Escape)
    person.click_button("Once more")
    assert person.paper.toPlainText() == ""
    at(person, WAIT)
    assert answers(person) == [[], [], [], ""]


def test_going_on_after_an_end_finds_the_words_still_there(evening: Person) -> None:
    person = evening
    person.write("half a thought")
    person.press(Key.Key_Escape)
    assert person.sees("That is enough for now")
    person.click_button("Go on where I was")
    assert person.paper.toPlainText() == "half a thought"


def test_every_face_that_takes_an_answer_says_that_it_is_not_kept(evening: Person) -> None:
    for step in (WRITE, RATE, CHOOSE, CHECK):
        at(evening, step)
        assert evening.sees(NOT_KEPT)
    at(evening, WAIT)
    assert not evening.sees(NOT_KEPT)


def test_nothing_that_was_entered_reaches_a_file(evening: Person) -> None:
    evening.write("xyzzy")
    evening.press(Key.Key_Return, modifier=CTRL)
    home = evening.folder.parent
    evening.quit()
    kept = [path.read_text("utf-8") for path in home.rglob("*") if path.is_file()]
    assert len(kept) == 3, "the routine, the settings and the place"
    assert not any("xyzzy" in text for text in kept)
