"""The player's heartbeat: as quick as the screen while it is seen, slow or still otherwise."""

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.player.player import CALM_PACE, DEFAULT_PACE, UNSEEN_PACE, WAITING_PACE
from desktop.player.stage import StageView, StripView
from routines.playback import State
from tests.journeys.person import Key, Person

ROUTINE = """
    name: Mine
    steps:
      - notice: The back
        for: 30s
      - wait: Lie down.
      - breathe: Even breath
        pattern: 5-5
        for: 30s
        lead_in: 0s
"""


@pytest.fixture
def playing(person: Person) -> Person:
    person.keep("mine.yaml", ROUTINE)
    person.begin()
    person.go_to_card("mine")
    person.press(Key.Key_Return)
    return person


def pace(person: Person) -> int | None:
    """Milliseconds between two beats; None if the heart stands still."""
    timer = person.app.player._timer
    return timer.interval() if timer.isActive() else None


def running(person: Person) -> list[str]:
    """The timers of ours that run: what would wake the computer up."""
    app = person.app
    timers = {"beat": app.player._timer, "place": app.playing._place_timer}
    # Those of a passing word, or of an answer, run only while there is one.
    others = set(app.window.findChildren(QTimer)) - set(timers.values())
    assert not any(each.isActive() for each in others)
    assert set(app.findChildren(QTimer)) <= others, "a timer that no test knows"
    return [name for name, timer in timers.items() if timer.isActive()]


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def paints(playing: Person) -> Paints:
    return Paints(playing.one(StageView), playing.one(StripView))


def test_before_anything_plays_nothing_beats(person: Person) -> None:
    person.begin()
    assert running(person) == []
    person.click_card("morning-yoga")
    person.press(Key.Key_Escape)
    assert running(person) == []


def test_while_it_is_seen_it_beats_with_the_screen_or_in_every_other_frame(
    playing: Person,
) -> None:
    assert running(playing) == ["beat", "place"]
    assert pace(playing) in range(DEFAULT_PACE, CALM_PACE + 1)


def test_paused_it_stands_still_and_going_on_it_beats_again(playing: Person) -> None:
    playing.press(Key.Key_Space)
    assert running(playing) == []
    playing.press(Key.Key_Up, Key.Key_Right, Key.Key_Left)
    assert running(playing) == [], "moving about while paused starts nothing"
    playing.press(Key.Key_Space)
    assert running(playing) == ["beat", "place"]


def test_at_an_open_step_it_beats_slowly(playing: Person) -> None:
    playing.wait(31)
    assert playing.sees("Lie down.")
    assert pace(playing) == WAITING_PACE
    playing.press(Key.Key_Return)
    assert pace(playing) != WAITING_PACE


def test_minimised_it_beats_once_a_second_and_keeps_time(playing: Person) -> None:
    person = playing
    person.app.window.showMinimized()
    person.look()
    assert pace(person) == UNSEEN_PACE
    person.wait(3)
    assert person.app.player.elapsed == pytest.approx(3)
    person.app.window.showNormal()
    person.look()
    assert pace(person) != UNSEEN_PACE
    assert person.sees("0:57 left"), "it shows at once where it is by now"


def test_hidden_it_beats_slowly_and_paints_nothing(playing: Person, paints: Paints) -> None:
    person = playing
    person.wait(1)
    seen = paints.count
    assert seen >= 1
    person.app.window.hide()
    person.look()
    assert pace(person) == UNSEEN_PACE
    hidden = paints.count
    for _ in range(10):
        person.wait(1)
    assert paints.count == hidden
    assert person.app.view._top._left.text() == "0:59 left", "nor does it write what nobody reads"
    person.app.window.show()
    person.look()
    assert paints.count > hidden
    assert person.sees("0:49 left")
    assert pace(person) != UNSEEN_PACE


def test_minimised_at_an_open_step_it_is_no_quicker_for_that(playing: Person) -> None:
    playing.wait(31)
    playing.app.window.showMinimized()
    playing.look()
    assert pace(playing) == UNSEEN_PACE


def test_a_beat_without_a_change_of_the_clock_moves_nothing(playing: Person) -> None:
    playing.wait(7)
    scene = playing.app.player.scene()
    for _ in range(5):
        playing.app.player.beat()
    assert playing.app.player.scene() == scene


def test_what_is_seen_is_painted_again_with_every_beat(playing: Person, paints: Paints) -> None:
    before = paints.count
    for _ in range(5):
        playing.wait(0.1)
    assert paints.count >= before + 5


@pytest.mark.parametrize("way", ["to the end", "Escape", "skipped"])
def test_after_the_end_nothing_beats(playing: Person, way: str) -> None:
    person = playing
    match way:
        case "Escape":
            person.press(Key.Key_Escape)
        case "skipped":
            person.press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
        case _:
            person.wait(31)
            person.press(Key.Key_Return)
            person.wait(31)
    assert person.sees("Mine")
    assert running(person) == []
    person.press(Key.Key_Return)
    assert running(person) == []


def test_closing_stills_everything(playing: Person) -> None:
    playing.app.window.close()
    assert running(playing) == []
    assert playing.state() is State.PAUSED


def test_the_place_is_written_while_it_plays_not_only_at_the_close(playing: Person) -> None:
    person = playing
    person.wait(12)
    assert not person.unfinished.exists()
    person.app.playing._place_timer.timeout.emit()
    assert '"elapsed": 12.0' in person.unfinished.read_text("utf-8")
    assert person.app.playing._place_timer.interval() <= 5000, "a kill loses at most five seconds"


def test_a_computer_that_slept_finds_the_place_it_had(playing: Person) -> None:
    person = playing
    person.wait(7)
    person.clock.advance(8 * 3600)
    person.app.player.beat()
    person.look()
    assert person.sees("Going on in a moment")
    assert person.app.player.elapsed == pytest.approx(7)
    person.wait(4)
    assert person.app.player.elapsed == pytest.approx(8)
