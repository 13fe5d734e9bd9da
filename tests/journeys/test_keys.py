"""The player's keys, and the sheet that lists them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.look.keys_sheet import KeysSheet
from desktop.player.keys import KEY_LINES
from desktop.window import KEY_LINES as WINDOW_KEYS
from routines.playback import State
from tests.journeys.evening import CHOOSE
from tests.journeys.person import CTRL, SHIFT, Key, Person


@pytest.fixture
def playing(person: Person) -> Person:
    person.begin()
    person.press(Key.Key_Return)
    return person


def sheet_shows(person: Person) -> bool:
    return bool(person.all(KeysSheet))


def test_the_question_mark_opens_a_sheet_that_lists_every_key(playing: Person) -> None:
    playing.press(Key.Key_Question, modifier=SHIFT)
    assert sheet_shows(playing)
    for line in KEY_LINES:
        assert line.key in playing.texts
        assert line.does in playing.texts


@pytest.mark.parametrize(
    "key", [Key.Key_Space, Key.Key_Return, Key.Key_Escape, Key.Key_Right, Key.Key_F, Key.Key_X]
)
def test_any_key_closes_the_sheet_and_does_nothing_else(playing: Person, key: Qt.Key) -> None:
    person = playing
    person.wait(1)
    person.press(Key.Key_Question, modifier=SHIFT)
    person.press(key)
    assert not sheet_shows(person)
    assert person.state() is State.PLAYING
    assert person.app.player.stop == 0
    assert not person.app.window.isFullScreen()
    person.press(Key.Key_Space)
    assert person.state() is State.PAUSED, "the keyboard is back with the player"


def test_the_question_mark_closes_the_sheet_again(playing: Person) -> None:
    playing.press(Key.Key_Question, modifier=SHIFT)
    playing.press(Key.Key_Question, modifier=SHIFT)
    assert not sheet_shows(playing)


def test_a_click_on_the_sheet_puts_it_away(playing: Person) -> None:
    playing.click_button("? keys")
    playing.click(playing.one(KeysSheet))
    assert not sheet_shows(playing)
    playing.click_button("? keys")
    playing.click_button("Close")
    assert not sheet_shows(playing)


def test_a_key_closes_the_sheet_over_a_text_and_types_nothing(person: Person) -> None:
    person.keep("note.yaml", "name: Note\nsteps:\n  - write: What now?\n")
    person.begin()
    person.go_to_card("note")
    person.press(Key.Key_Return)
    person.click_button("? keys")
    person.write("a")
    assert not sheet_shows(person)
    assert person.paper.toPlainText() == ""
    person.write("b")
    assert person.paper.toPlainText() == "b"


def test_space_over_an_answer_closes_the_sheet_and_chooses_nothing(evening: Person) -> None:
    person = evening
    person.skip_to(CHOOSE)
    person.press(Key.Key_Question, modifier=SHIFT)
    person.press(Key.Key_Space)
    assert not sheet_shows(person)
    assert person.app.player.stop == CHOOSE
    assert person.checked == []


def test_a_text_that_comes_up_under_the_sheet_gets_no_key_meant_for_it(person: Person) -> None:
    person.keep("note.yaml", "name: Note\nsteps:\n  - rest: 5s\n  - write: What now?\n")
    person.begin()
    person.go_to_card("note")
    person.press(Key.Key_Return)
    person.press(Key.Key_Question, modifier=SHIFT)
    person.wait(6)
    assert person.sees("What now?")
    person.write("a")
    assert not sheet_shows(person)
    person.write("b")
    assert person.paper.toPlainText() == "b"


def test_the_sheet_is_gone_in_the_next_routine(playing: Person) -> None:
    playing.press(Key.Key_Question, modifier=SHIFT)
    playing.wait(700)
    assert playing.sees("Done, and well done")
    playing.click_button("Once more")
    assert not sheet_shows(playing)


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_F11])
def test_f_fills_the_screen_and_gives_it_back(playing: Person, key: Qt.Key) -> None:
    playing.press(key)
    assert playing.app.window.isFullScreen()
    playing.press(key)
    assert not playing.app.window.isFullScreen()
    playing.click_button("F full screen")
    assert playing.app.window.isFullScreen()


def test_full_screen_ends_with_the_player(playing: Person) -> None:
    playing.press(Key.Key_F, Key.Key_Escape)
    assert playing.sees("That is enough for now")
    playing.press(Key.Key_Return)
    assert playing.cards
    assert not playing.app.window.isFullScreen(), "nothing there would give the screen back"


def test_right_and_left_lead_from_step_to_step(playing: Person) -> None:
    person = playing
    person.press(Key.Key_Right)
    assert person.app.player.stop == 1
    person.wait(10)
    person.press(Key.Key_Left)
    assert (person.app.player.stop, person.sees("Settle")) == (1, True)
    person.press(Key.Key_Left)
    assert person.app.player.stop == 0
    person.press(Key.Key_Left)
    assert person.app.player.stop == 0


def test_keys_held_with_ctrl_or_alt_are_none_of_the_players(playing: Person) -> None:
    for modifier in (CTRL, Qt.KeyboardModifier.AltModifier):
        playing.press(Key.Key_Right, Key.Key_Space, Key.Key_Escape, modifier=modifier)
    assert playing.state() is State.PLAYING
    assert playing.app.player.stop == 0


def test_ctrl_q_leaves(playing: Person) -> None:
    playing.press(Key.Key_Q, modifier=CTRL)
    assert not playing.app.window.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Right, Key.Key_F])
def test_a_key_that_is_held_too_long_counts_once(playing: Person, key: Qt.Key) -> None:
    person = playing
    person.press(Key.Key_Right)
    person.hold_down(key, times=3)
    assert person.app.player.stop == (1 if key in (Key.Key_Space, Key.Key_F) else 2)
    assert (person.state() is State.PAUSED) == (key == Key.Key_Space)
    assert person.app.window.isFullScreen() == (key == Key.Key_F)


def test_enter_held_on_a_card_starts_and_does_no_more(person: Person) -> None:
    person.begin()
    person.hold_down(Key.Key_Return, times=7)
    assert person.app.player.playing
    assert person.app.player.stop == 0


def test_s_held_on_a_card_makes_one_favourite(person: Person) -> None:
    person.begin()
    person.go_to_card("wall-angels")
    person.hold_down(Key.Key_S, times=3)
    assert person.cards[0] == "wall-angels"


def test_the_key_that_ends_a_routine_does_not_leave_its_end_as_well(person: Person) -> None:
    person.keep("note.yaml", "name: Note\nsteps:\n  - wait: Lie down.\n")
    person.begin()
    person.go_to_card("note")
    person.press(Key.Key_Return)
    person.hold_down(Key.Key_Return, times=3)
    assert person.sees("Done, and well done")


def test_ctrl_enter_held_is_done_with_one_text_only(person: Person) -> None:
    texts = "".join(f"  - write: Text {number}\n" for number in range(5))
    person.keep("note.yaml", f"name: Note\nsteps:\n{texts}")
    person.begin()
    person.go_to_card("note")
    person.press(Key.Key_Return)
    person.hold_down(Key.Key_Return, times=3, modifier=CTRL)
    assert person.app.player.stop == 1
    assert person.paper.toPlainText() == ""


def test_up_held_goes_on_and_on(playing: Person) -> None:
    playing.hold_down(Key.Key_Up, times=5)
    assert playing.app.player.elapsed == pytest.approx(60)


def test_tab_reaches_every_button_and_enter_presses_it(playing: Person) -> None:
    person = playing
    met = set()
    for _ in range(10):
        person.press(Key.Key_Tab)
        if isinstance(person.focus, QAbstractButton):
            met.add(person.focus.text())
    top = {"M sound on", "V for a voice", "F full screen", "? keys"}
    assert met == top | {"End here", "Back", "Pause", "Skip"}
    while not person.button("Skip").hasFocus():
        person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.app.player.stop == 1


def test_arrows_lead_through_the_routine_while_a_button_has_the_focus(playing: Person) -> None:
    playing.press(Key.Key_Tab)
    assert isinstance(playing.focus, QAbstractButton)
    playing.press(Key.Key_Right)
    assert playing.app.player.stop == 1


def test_enter_presses_the_button_that_has_the_focus_on_every_page(person: Person) -> None:
    person.begin()
    person.click_card("even-breath")
    person.press(Key.Key_Backtab, modifier=SHIFT)
    while not person.button("Make it a favourite").hasFocus():
        person.press(Key.Key_Backtab, modifier=SHIFT)
    person.press(Key.Key_Return)
    assert person.sees("Favourite")


# ---------------------------------------------------------------- the window's own sheet


def test_on_the_routines_too_the_question_mark_lists_the_keys(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Question, modifier=SHIFT)
    for line in WINDOW_KEYS:
        assert line.key in person.texts
        assert line.does in person.texts
    person.press(Key.Key_Question, modifier=SHIFT)
    assert not sheet_shows(person)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Slash, Key.Key_Escape, Key.Key_S])
def test_any_key_closes_the_windows_sheet_and_the_cards_have_the_keyboard_again(
    person: Person, key: Qt.Key
) -> None:
    person.begin()
    before = person.focus
    person.press(Key.Key_Question, modifier=SHIFT)
    person.press(key)
    assert not sheet_shows(person)
    assert person.focus is before
    person.press(Key.Key_Return)
    assert person.state() is State.PLAYING


def test_a_question_mark_in_the_search_is_a_letter(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Slash)
    person.write("what?")
    assert not sheet_shows(person)


def test_on_the_page_of_a_routine_the_sheet_opens_and_another_page_takes_it_away(
    person: Person,
) -> None:
    person.begin()
    person.press(Key.Key_Space)
    person.press(Key.Key_Question, modifier=SHIFT)
    assert sheet_shows(person)
    person.press(Key.Key_Escape)
    assert not sheet_shows(person)
    assert person.sees("Start"), "the key was the sheet's"
    person.press(Key.Key_Question, modifier=SHIFT)
    person.app.window.routines_wanted.emit()
    assert not sheet_shows(person)
