import pytest

from desktop.terminal.keys import Key
from desktop.terminal.session import Event
from routines.playback import State
from tests.terminal.playing import play, prepared

HOLD = """
- hold: Thread the needle
  for: 30s
  sides: left-right
  text: Let the shoulder sink.
- notice: Upper back
  for: 20s
"""
OPEN = """
- write: What is on your mind?
  keep: journal
- rate: How tense is it?
- choose: Is this thought helpful?
  options: [yes, not really, no]
- check: Your desk
  items: [Feet flat, Shoulders hang]
- wait: Press Enter when you lie down.
"""


def test_the_work_follows_its_lead_in() -> None:
    paper = play(HOLD, 4.0)
    assert "Get ready · left side" in paper.text
    assert "Next: Right side" in paper.text
    assert "Get ready" not in play(HOLD, 5.1).text


def test_the_countdown_says_every_second_and_nothing_in_between() -> None:
    paper = play(HOLD, *[None] * 10)
    counted = [picture[3].split()[0] for picture in paper.pictures]
    assert counted == ["5", "4", "3", "2", "1", "30", "29", "28", "27", "26", "25"]


def test_a_pause_keeps_the_place_for_an_hour() -> None:
    paper, session = prepared(HOLD, 10.0, " ", 3600.0, " ", 3.0, 1.0)
    session.run()
    assert session.playback.elapsed == pytest.approx(11.0, abs=0.1)
    assert any("Paused" in "\n".join(picture) for picture in paper.pictures)


def test_a_pause_is_not_woken_by_the_clock() -> None:
    paper = play(HOLD, 10.0, " ", 60.0)
    assert paper.waits[-1] is None


def test_the_arrows_skip_and_go_back() -> None:
    assert "Change sides · right side" in play(HOLD, Key.RIGHT).text
    assert "Upper back" in play(HOLD, Key.RIGHT, Key.RIGHT).text
    assert "Get ready · left side" in play(HOLD, Key.RIGHT, 1.0, Key.LEFT).text


def test_up_and_down_seek_ten_seconds() -> None:
    _, session = prepared(HOLD, 8.0, Key.UP)
    session.run()
    assert session.playback.elapsed == pytest.approx(18.0, abs=0.1)
    _, session = prepared(HOLD, 18.0, Key.DOWN)
    session.run()
    assert session.playback.elapsed == pytest.approx(8.0, abs=0.1)


def test_enter_is_done_and_goes_on_after_a_pause() -> None:
    _, session = prepared(HOLD, Key.ENTER)
    session.run()
    assert session.playback.elapsed == pytest.approx(5.0)
    paper = play(HOLD, 1.0, " ", Key.ENTER)
    assert "Going on in a moment" in paper.text


@pytest.mark.parametrize("press", ["q", "Q", Key.ESCAPE])
def test_the_person_may_end_at_any_time(press: Key | str) -> None:
    _, session = prepared(HOLD, 20.0, press)
    assert session.run() is None
    assert session.playback.state is State.ENDED
    assert session.playback.progress.practised == pytest.approx(15.0, abs=0.1)


def test_a_routine_ends_by_itself() -> None:
    paper, session = prepared("- say: Hello there.\n", 10.0)
    assert session.run() is None
    assert session.playback.state is State.FINISHED
    assert "Hello there." in paper.text


@pytest.mark.parametrize("event", [Event.INTERRUPT, Event.TERMINATE, Event.CLOSED])
def test_the_system_may_end_it(event: Event) -> None:
    _, session = prepared(HOLD, event)
    assert session.run() is event
    assert session.playback.state is State.ENDED


def test_the_keys_are_shown_until_any_key_which_does_nothing_else() -> None:
    assert "what you did counts" in play(HOLD, "?").text
    paper, session = prepared(HOLD, "?", "q", 1.0)
    session.run()
    assert "what you did counts" not in paper.text
    assert "Let the shoulder sink" in paper.text


def test_time_goes_on_behind_the_list_of_keys() -> None:
    _, session = prepared(HOLD, "?", 3.0)
    session.run()
    assert session.playback.elapsed == pytest.approx(3.0, abs=0.1)


def test_while_the_person_is_in_their_shell_time_stands_still() -> None:
    paper, session = prepared(HOLD, 8.0, Event.SUSPEND, 1.0)
    states = []

    def on_suspend() -> None:
        states.append(session.playback.state)
        paper.clock.advance(600.0)

    paper.on_suspend = on_suspend
    session.run()
    assert states == [State.PAUSED]
    assert session.playback.state is State.ENDED
    assert session.playback.elapsed == pytest.approx(8.0, abs=0.1)
    assert "Going on in a moment" in paper.text


def test_a_paused_routine_is_still_paused_after_the_shell() -> None:
    paper = play(HOLD, 8.0, " ", Event.SUSPEND, Event.RESIZED)
    assert "Paused" in paper.text


def test_letters_are_written_where_there_is_something_to_write() -> None:
    paper = play(OPEN, *"so q? ok")
    assert "› so q? ok_" in paper.text
    assert "Only for now: what you enter here is not kept." in paper.text


def test_a_rating_is_shown_on_its_scale() -> None:
    paper = play(OPEN, Key.ENTER, "7")
    assert " 6 [7] 8 " in paper.text
    assert "Only for now: what you enter here is not kept." in paper.text


def test_an_answer_is_chosen_by_its_number() -> None:
    paper = play(OPEN, Key.ENTER, Key.ENTER, "2")
    assert "› 2  not really" in paper.text
    assert "  1  yes" in paper.text


def test_entries_are_ticked_by_their_number() -> None:
    paper = play(OPEN, *[Key.ENTER] * 3, "2")
    assert "  1 [ ] Feet flat" in paper.text
    assert "› 2 [x] Shoulders hang" in paper.text


def test_what_was_written_is_still_there_on_the_way_back() -> None:
    paper = play(OPEN, "a", Key.ENTER, Key.LEFT)
    assert "› a_" in paper.text


def test_an_open_step_waits_without_a_clock_of_its_own() -> None:
    paper = play(OPEN, Key.ENTER, 7200.0, "3")
    assert paper.waits[-2:] == [None, None]
    assert "[3]" in paper.text


def test_enter_goes_on_from_every_open_step() -> None:
    _, session = prepared(OPEN, *[Key.ENTER] * 5)
    assert session.run() is None
    assert session.playback.state is State.FINISHED


def test_a_note_is_shown_with_the_first_step_only() -> None:
    paper, session = prepared(HOLD, 1.0, Key.RIGHT)
    session.note = "Left out: the cobra."
    session.run()
    assert "Left out: the cobra." in "\n".join(paper.pictures[0])
    assert "Left out" not in paper.text
