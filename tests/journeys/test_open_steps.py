"""The steps that wait for the person: writing, rating, choosing, checking, waiting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from desktop.look.colors import DARK
from routines.playback import State
from tests.journeys.evening import CHECK, CHOOSE, RATE, WAIT, WRITE
from tests.journeys.person import CTRL, SHIFT, Key, Person

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


def test_a_window_that_changes_size_and_colours_leaves_the_words_alone(evening: Person) -> None:
    person = evening
    person.write("half a thought")
    person.app.window.resize(600, 900)
    person.app.theme.use(DARK)
    person.look()
    person.write(" more")
    assert person.paper.toPlainText() == "half a thought more"


def test_a_click_on_full_screen_leaves_the_keyboard_with_the_text(evening: Person) -> None:
    person = evening
    person.write("half ")
    person.click_button("F full screen")
    assert person.app.window.isFullScreen()
    person.write("a thought, f")
    assert person.paper.toPlainText() == "half a thought, f"
    assert person.app.window.isFullScreen()


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
    evening.skip_to(RATE)
    evening.press(*keys)
    assert evening.checked == [rating]
    evening.press(Key.Key_Return)
    assert evening.sees("Does it help?")
    evening.click_button("Back")
    assert evening.checked == [rating]


@pytest.mark.parametrize("key", [Key.Key_ParenRight, Key.Key_Equal])
def test_shift_and_zero_rate_ten_where_that_types_a_sign(evening: Person, key: Qt.Key) -> None:
    evening.skip_to(RATE)
    evening.press(key, modifier=SHIFT)
    assert evening.checked == ["10 of 10"]


@pytest.mark.parametrize(("key", "rating"), [(Key.Key_0, "0 of 10"), (Key.Key_7, "7 of 10")])
def test_where_digits_are_typed_with_shift_they_are_digits(
    evening: Person, key: Qt.Key, rating: str
) -> None:
    evening.skip_to(RATE)
    evening.press(key, modifier=SHIFT)
    assert evening.checked == [rating]


def test_where_digits_are_typed_with_shift_one_and_zero_are_ten(evening: Person) -> None:
    evening.skip_to(RATE)
    evening.press(Key.Key_1, Key.Key_0, modifier=SHIFT)
    assert evening.checked == ["10 of 10"]


def test_a_digit_after_a_click_stands_and_enter_keeps_it(evening: Person) -> None:
    person = evening
    person.skip_to(RATE)
    person.click_button("7")
    person.press(Key.Key_8)
    person.press(Key.Key_Return)
    person.click_button("Back")
    assert person.checked == ["8 of 10"]


def test_after_writing_enter_without_a_rating_skips_it(evening: Person) -> None:
    person = evening
    person.write("x")
    person.press(Key.Key_Return, modifier=CTRL)
    person.press(Key.Key_Return)
    assert person.sees("Does it help?")
    person.click_button("Back")
    assert person.checked == []


def test_a_rating_says_what_its_ends_mean(evening: Person) -> None:
    evening.skip_to(RATE)
    assert evening.sees("0 is soft, 10 is tight as it gets.")


# ---------------------------------------------------------------- choose


def test_a_number_key_chooses_and_goes_on(evening: Person) -> None:
    evening.skip_to(CHOOSE)
    evening.press(Key.Key_9)
    assert evening.sees("Does it help?")
    evening.press(Key.Key_2)
    assert evening.sees("Your desk")
    evening.click_button("Back")
    assert evening.checked == ["not really"]


def test_a_click_chooses_and_goes_on(evening: Person) -> None:
    evening.skip_to(CHOOSE)
    evening.click_button("no")
    assert evening.sees("Your desk")
    evening.click_button("Back")
    assert evening.checked == ["no"]


def test_arrows_walk_through_the_options_and_enter_chooses(evening: Person) -> None:
    evening.skip_to(CHOOSE)
    evening.press(Key.Key_Down)
    assert evening.button("not really").hasFocus()
    evening.press(Key.Key_Return)
    assert evening.sees("Your desk")


def test_walking_past_an_earlier_choice_chooses_nothing(evening: Person) -> None:
    person = evening
    person.skip_to(CHOOSE)
    person.press(Key.Key_1)
    person.click_button("Back")
    assert person.checked == ["yes"]
    person.press(Key.Key_Down, Key.Key_Down)
    assert person.sees("Does it help?"), "only a choice goes on, not a look"
    person.press(Key.Key_Return)
    person.click_button("Back")
    assert person.checked == ["no"]


def test_a_choice_may_be_skipped(evening: Person) -> None:
    evening.skip_to(CHOOSE)
    evening.click_button("Done")
    assert evening.sees("Your desk")


# ---------------------------------------------------------------- check and wait


def test_every_box_shows_the_digit_that_ticks_it(evening: Person) -> None:
    evening.skip_to(CHECK)
    shown = []
    for box in evening.all(QCheckBox):
        words = sorted(box.findChildren(QLabel), key=lambda label: label.x())
        shown.append([each.text() for each in words])
    assert shown == [["1", "Feet flat"], ["2", "Shoulders hang"], ["3", "Screen at eye level"]]


def test_number_keys_tick_and_untick(evening: Person) -> None:
    evening.skip_to(CHECK)
    evening.press(Key.Key_1, Key.Key_3, Key.Key_1, Key.Key_2, Key.Key_4)
    assert evening.checked == ["Shoulders hang", "Screen at eye level"]
    evening.press(Key.Key_Return)
    assert evening.sees("Lie down.")
    evening.press(Key.Key_Left)
    assert evening.checked == ["Shoulders hang", "Screen at eye level"]


def test_clicks_tick_and_space_ticks_where_the_focus_is(evening: Person) -> None:
    person = evening
    person.skip_to(CHECK)
    boxes = person.all(QCheckBox)
    person.click(boxes[1])
    person.press(Key.Key_Up, Key.Key_Space)
    assert person.checked == ["Feet flat", "Shoulders hang"]


def test_a_step_that_just_waits_goes_on_with_enter(evening: Person) -> None:
    evening.skip_to(WAIT)
    evening.wait(600)
    assert evening.sees("Lie down.")
    evening.press(Key.Key_Return)
    assert evening.sees("Good night.")
    evening.wait(4)
    assert evening.sees("Done") or evening.sees("That is enough for now")


def test_space_pauses_a_step_that_waits_and_goes_on_at_once(evening: Person) -> None:
    evening.skip_to(WAIT)
    evening.press(Key.Key_Space)
    assert evening.sees("Paused")
    evening.press(Key.Key_Space)
    assert evening.state() is State.PLAYING
    assert not evening.sees("Paused")
