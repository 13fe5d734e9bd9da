"""The main journeys: choose a routine, be guided through it, pause, go on, come to its end."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTreeView

from desktop.player.stage import StripView
from routines.playback import State
from tests.journeys.person import Key, Person

TWO_HOLDS = """
    name: Two holds
    place: wall
    needs: [a towel]
    cautions: [neck]
    sources: ["https://www.example.org/a?b=1&c=2", "A book, page 3"]
    steps:
      - hold: Door stretch
        for: 60s
        sides: left-right
        text: Lean in.
        easier: Stand up.
      - rest: 20s
      - notice: The back
        for: 30s
"""


@pytest.fixture
def two_holds(person: Person) -> Person:
    person.keep("two-holds.yaml", TWO_HOLDS)
    person.begin()
    person.go_to_card("two-holds")
    return person


def test_a_newcomer_presses_enter_on_morning_yoga_and_is_guided_to_the_end(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Return)
    assert person.sees("Morning yoga")
    assert person.sees("10:00 left")
    met = []
    while not person.sees("Done, and well done"):
        scene = person.app.player.scene()
        assert scene is not None
        assert person.sees(scene.title)
        assert not scene.next or person.sees(scene.next)
        if scene.title not in met:
            met.append(scene.title)
        person.wait(2)
        assert len(met) < 30
    assert met[1:4] == ["Settle", "Shoulder rolls", met[3]]
    assert {"Cat-cow", "Thread the needle", "Sphinx", "Child's pose"} <= set(met)
    assert person.sees("Morning yoga: 9 min")
    person.press(Key.Key_Return)
    assert person.cards[0] == "morning-yoga"


def test_a_pause_of_an_hour_keeps_the_place_to_the_moment(two_holds: Person) -> None:
    person, player = two_holds, two_holds.app.player
    person.press(Key.Key_Return)
    person.wait(17.25)
    person.press(Key.Key_Space)
    assert player.elapsed == pytest.approx(17.25)
    assert person.sees("Paused")
    assert person.button("Go on").isVisible()
    person.wait(3600)
    assert player.elapsed == pytest.approx(17.25)
    person.press(Key.Key_Space)
    assert person.sees("Going on in a moment")
    person.wait(2.9)
    assert person.state() is State.RETURNING
    assert player.elapsed == pytest.approx(17.25)
    person.wait(0.1 + 4)
    assert not person.sees("Going on in a moment")
    assert player.elapsed == pytest.approx(21.25)


def test_the_button_pauses_and_goes_on_as_space_does(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Return)
    person.wait(10)
    person.click_button("Pause")
    assert person.state() is State.PAUSED
    person.click_button("Go on")
    assert person.state() is State.RETURNING
    person.press(Key.Key_Space)
    assert person.state() is State.PAUSED, "a click leaves the keyboard with the player"


def test_skipping_leads_over_the_other_side_and_the_last_step_to_the_end(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Return)
    person.wait(10)
    assert person.sees("Left side")
    person.click_button("Skip")
    assert person.sees("Change sides · right side")
    person.click_button("Skip")
    assert person.sees("Rest")
    person.click_button("Back")
    assert person.sees("Change sides · right side")
    person.press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert person.sees("That is enough for now")
    assert person.sees("Two holds: 5 s of practice.")
    assert not person.sees("Go on where I was")


def test_enter_cuts_a_lead_in_and_a_rest_short(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Return)
    assert person.sees("Get ready")
    person.press(Key.Key_Return)
    assert not person.sees("Get ready")
    assert person.app.player.elapsed == pytest.approx(5)
    person.press(Key.Key_Right, Key.Key_Right)
    assert person.sees("Rest")
    person.press(Key.Key_Enter)
    assert person.sees("The back")


def test_up_and_down_move_by_ten_seconds(two_holds: Person) -> None:
    person, player = two_holds, two_holds.app.player
    person.press(Key.Key_Return)
    person.wait(6)
    person.press(Key.Key_Up)
    assert player.elapsed == pytest.approx(16)
    person.press(Key.Key_Up, Key.Key_Down, Key.Key_Down)
    assert player.elapsed == pytest.approx(6)
    person.press(Key.Key_Space, Key.Key_Up)
    assert player.elapsed == pytest.approx(16)
    assert person.sees("2:44 left"), "a paused player shows the new place too"


def test_a_click_on_the_strip_goes_to_that_step(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Return)
    strip = person.one(StripView)
    person.click(strip, QPoint(strip.width() - 10, strip.height() // 2))
    assert person.sees("The back")
    person.click(strip, QPoint(2, strip.height() // 2))
    assert person.sees("Get ready · left side")


def test_at_the_end_it_can_be_done_once_more_from_the_start(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Return)
    person.wait(200)
    assert person.sees("Two holds: 2 min 30 s of practice.")
    person.click_button("Once more")
    assert person.sees("Get ready")
    assert person.app.player.elapsed == 0


def test_escape_ends_kindly_and_the_person_may_go_on_after_all(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Return)
    person.wait(20)
    person.press(Key.Key_Escape)
    assert person.sees("That is enough for now")
    assert person.sees("Two holds: 15 s of practice.")
    assert person.sees("Part of a routine counts as part of a routine.")
    person.click_button("Go on where I was")
    assert person.sees("Lean in.")
    assert person.app.player.elapsed == pytest.approx(20)
    assert person.state() is State.PLAYING
    person.click_button("End here")
    person.press(Key.Key_Escape)
    assert person.cards, "Escape leads on from the end to the routines"


def test_a_click_on_a_card_opens_all_there_is_to_know(two_holds: Person) -> None:
    person = two_holds
    person.click_card("two-holds")
    for text in ("Two holds", "at a wall · a towel", "Neck: after a recent injury", "A book"):
        assert person.sees(text)
    assert person.sees("example.org")
    assert timetable(person) == [
        ("0:00", "Get ready", "5 s"),
        ("0:05", "Door stretch, left side", "1 min"),
        ("1:05", "Change sides", "5 s"),
        ("1:10", "Door stretch, right side", "1 min"),
        ("2:10", "Rest", "20 s"),
        ("2:30", "The back", "30 s"),
    ]
    person.press(Key.Key_Escape)
    assert "two-holds" in person.cards


def test_somebody_with_five_minutes_starts_a_fitted_routine(person: Person) -> None:
    person.begin()
    person.click_card("morning-yoga")
    person.press(Key.Key_Tab, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert person.choice.currentText() == "I have 5 min"
    assert person.sees("It takes 5 min.") or person.sees("It takes 4 min 5")
    assert len(timetable(person)) > 5
    person.click_button("Start")
    assert person.app.player.length == pytest.approx(300, abs=10)
    assert person.sees("5:00 left") or person.sees("4:5")


def test_the_wheel_over_the_minutes_chooses_none(person: Person) -> None:
    person.begin()
    person.click_card("morning-yoga")
    person.press(Key.Key_Tab)
    person.turn_wheel(person.choice)
    assert person.choice.currentText() == "As written: 10 min"


def test_space_on_a_card_opens_it_and_enter_there_starts_it(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Space)
    assert person.button("Start").hasFocus()
    person.press(Key.Key_Return)
    assert person.state() is State.PLAYING
    assert person.sees("3:00 left")


def test_the_last_routine_is_the_one_offered_next_time(two_holds: Person) -> None:
    person = two_holds
    person.press(Key.Key_Return, Key.Key_Escape)
    person.begin()
    person.press(Key.Key_Return)
    assert person.app.player.routine is not None
    assert person.app.player.routine.id == "two-holds"


def timetable(person: Person) -> list[tuple[str, ...]]:
    model = person.one(QTreeView).model()
    columns = range(model.columnCount())
    return [
        tuple(str(model.index(row, column).data()) for column in columns)
        for row in range(model.rowCount())
    ]
