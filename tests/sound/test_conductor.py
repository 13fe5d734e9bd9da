"""What is sent to the loudspeaker while a routine plays, and when it is taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.player.player import Player
from desktop.sound.conductor import Conductor
from desktop.sound.model import Bell, Talk, Wishes
from desktop.sound.score import score_of_routine
from desktop.sound.tongue import base_of
from routines.clock import ManualClock
from routines.model import Routine
from routines.playback import State
from routines.timeline import timeline_of
from tests.routines.texts import read
from tests.sound.loudspeaker import SilentLoudspeaker

TWO = """
name: Two
defaults: {halfway: no}
steps:
  - {hold: Lean, for: 20s, text: Lean over.}
  - {hold: Turn, for: 30s, text: Turn slowly.}
"""
BREATHS = """
name: Breaths
steps:
  - {breathe: Even, breaths: 10, pattern: 5-5, lead_in: 0s, halfway: no}
"""
ASKED = """
name: Asked
steps:
  - {notice: Back, for: 10s, lead_in: 0s}
  - wait: Lie down.
  - {notice: Legs, for: 10s, lead_in: 0s}
  - wait: Get up.
"""


def routine(text: str) -> Routine:
    found = read(text).routine
    assert found is not None
    return found


class Hall:
    """A player whose sound goes to a loudspeaker that remembers."""

    def __init__(self, text: str, wishes: Wishes, *, speed: float = 1.0) -> None:
        self.root = QObject()
        self.clock = ManualClock()
        self.start = self.clock.monotonic()
        self.speaker = SilentLoudspeaker()
        self.player = Player(self.clock, self.root)
        self.routine = routine(text)
        self.player.load(self.routine, speed=speed)
        self.conductor = Conductor(self.player, self.speaker, wishes, self.root)

    def wait(self, seconds: float, beat: float = 0.25) -> None:
        while seconds > 1e-9:
            self.clock.advance(min(beat, seconds))
            self.player.beat()
            seconds -= beat

    @property
    def planned(self) -> list[tuple[float, str]]:
        return self.speaker.planned(self.start)

    @property
    def coming(self) -> list[tuple[float, str]]:
        return self.speaker.coming(self.clock.monotonic())


@pytest.fixture
def hall(qapp: QApplication) -> Iterator[Hall]:  # noqa: ARG001 - the player has a timer
    found = Hall(TWO, Wishes())
    yield found
    found.root.deleteLater()


def test_nothing_is_sent_before_it_plays(hall: Hall) -> None:
    assert hall.speaker.sent == 0
    assert hall.speaker.wishes == Wishes()


def test_all_that_was_sent_is_the_score_of_the_routine_at_its_time(hall: Hall) -> None:
    hall.player.play()
    hall.wait(70)
    whole = score_of_routine(timeline_of(hall.routine), Wishes())
    assert [at for at, _ in hall.planned] == pytest.approx([event.at for event in whole])
    assert hall.planned[0] == (0.0, "begin")
    assert hall.planned[-1] == (60.0, "close")
    assert hall.player.state is State.FINISHED
    assert hall.speaker.cleared == 0, "the last bell rings out"
    assert hall.speaker.sent == 4, "each segment once"


def test_what_comes_is_sent_a_whole_segment_ahead(hall: Hall) -> None:
    hall.player.play()
    assert (5.0, "next") in hall.planned
    assert (25.0, "end") in hall.planned
    assert (30.0, "next") not in hall.planned
    hall.wait(5.5)
    assert (25.6, "Next: Turn. 30 seconds.") in hall.planned


def test_a_pause_stops_it_at_once_and_going_on_begins_with_ticks(hall: Hall) -> None:
    hall.player.play()
    hall.wait(15)
    hall.player.pause()
    assert hall.speaker.pieces == []
    hall.wait(300)
    assert hall.speaker.pieces == []
    hall.player.play()
    assert hall.coming[:3] == [(0.0, "tick"), (1.0, "tick"), (2.0, "tick")]
    assert (13.0, "end") in hall.coming, "three seconds to get ready, and ten that are left"
    assert not [what for _, what in hall.coming if what in ("begin", "next", "Lean over.")]
    sent = hall.speaker.sent
    hall.wait(10)
    assert hall.speaker.sent == sent, "nothing changes as it goes on playing"


def test_a_sentence_that_the_pause_broke_off_is_said_again(hall: Hall) -> None:
    hall.player.play()
    hall.wait(6)
    hall.player.pause()
    hall.player.play()
    assert (3.0, "Lean over.") in hall.coming


def test_a_skip_takes_all_back_and_begins_with_the_next_step(hall: Hall) -> None:
    hall.player.play()
    hall.wait(7)
    hall.player.next()
    assert hall.speaker.cleared == 1
    assert hall.coming[0] == (0.6, "Next: Turn. 30 seconds.")


def test_a_jump_within_a_segment_moves_what_comes(hall: Hall) -> None:
    hall.player.play()
    hall.wait(6)
    assert (19.0, "end") in hall.coming
    hall.player.seek(10)
    assert (9.0, "end") in hall.coming
    assert len([what for _, what in hall.coming if what == "end"]) == 1


def test_ending_is_silence(hall: Hall) -> None:
    hall.player.play()
    hall.wait(6)
    hall.player.end()
    assert hall.speaker.pieces == []


def test_skipping_the_last_step_closes_at_once(hall: Hall) -> None:
    hall.player.play()
    hall.player.next()
    hall.wait(8)
    hall.player.next()
    assert hall.player.state is State.FINISHED
    assert hall.coming == [(0.0, "close")]


def test_after_a_suspend_it_goes_on_with_ticks_where_it_was(hall: Hall) -> None:
    hall.player.play()
    hall.wait(15)
    hall.clock.set_wall(3600)
    hall.clock.advance(0.1)
    hall.player.beat()
    assert hall.player.state is State.RETURNING
    assert hall.coming[0] == (0.0, "tick")
    assert (13.0, "end") in hall.coming


def test_a_late_beat_moves_nothing(hall: Hall) -> None:
    hall.player.play()
    for _ in range(10):
        hall.wait(4.7, beat=4.7)
    assert hall.speaker.cleared == 0
    assert (60.0, "close") in hall.planned


def test_muting_takes_back_what_comes_and_unmuting_goes_on_in_time(hall: Hall) -> None:
    hall.player.play()
    hall.wait(6)
    hall.conductor.use(Wishes(mute=True))
    assert hall.speaker.pieces == []
    assert hall.speaker.wishes.mute
    hall.wait(20)
    assert hall.speaker.pieces == []
    hall.conductor.use(Wishes())
    assert (30.0, "next") in hall.planned


def test_a_volume_is_changed_without_beginning_anew(hall: Hall) -> None:
    hall.player.play()
    hall.conductor.use(Wishes(bells=0.2))
    assert hall.speaker.wishes.bells == 0.2
    assert (hall.speaker.cleared, hall.speaker.sent) == (0, 2)


def test_with_the_voice_off_the_bells_go_on(hall: Hall) -> None:
    hall.player.play()
    hall.conductor.use(Wishes(talk=Talk.NOTHING))
    assert {what for _, what in hall.coming} == {"begin", "tick", "next", "end"}


def test_the_next_routine_begins_anew(hall: Hall) -> None:
    hall.player.play()
    hall.wait(6)
    hall.player.load(routine(BREATHS))
    assert hall.speaker.pieces == []
    hall.player.play()
    assert [what for _, what in hall.coming[:2]] == ["begin", "swell"]


@pytest.mark.usefixtures("qapp")
def test_going_on_within_a_breath_joins_the_swell() -> None:
    hall = Hall(BREATHS, Wishes())
    hall.player.play()
    hall.wait(42)
    hall.player.pause()
    hall.player.play()
    (swell,) = [at for at, what in hall.speaker.planned(hall.clock.monotonic()) if what == "swell"]
    assert swell == pytest.approx(3 - 42)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("speed", "talks"), [(1.0, True), (1.5, True), (1.6, False), (60, False)])
def test_a_fast_preview_has_bells_alone(speed: float, talks: bool) -> None:
    hall = Hall(TWO, Wishes(), speed=speed)
    hall.player.play()
    assert ("First: Lean. 20 seconds." in [what for _, what in hall.planned]) == talks
    assert (round(25 / speed, 3), "end") in hall.planned


@pytest.mark.usefixtures("qapp")
def test_nothing_is_sent_ahead_of_a_question_that_waits() -> None:
    hall = Hall(ASKED, Wishes())
    hall.player.play()
    hall.wait(12)
    assert hall.planned[-1][1].startswith("Lie down.")
    hall.wait(100)
    assert "Legs." not in [what for _, what in hall.planned]
    hall.player.done()
    assert [what for _, what in hall.coming[:2]] == ["next", "Legs."]
    hall.wait(11)
    hall.player.done()
    assert hall.coming == [(0.0, "close")], "the answer to the last question ends it"


@pytest.mark.usefixtures("qapp")
def test_a_question_is_asked_once_however_often_it_is_paused() -> None:
    hall = Hall(ASKED, Wishes())
    hall.player.play()
    hall.wait(40)
    hall.player.pause()
    hall.player.play()
    assert hall.coming == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("beat", [0.7, 1.1, 4.3])
def test_a_player_that_beats_slowly_asks_once_too(beat: float) -> None:
    hall = Hall(ASKED, Wishes())
    hall.player.play()
    hall.wait(20, beat)
    assert hall.speaker.cleared == 0
    assert [at for at, what in hall.planned if what.startswith("Lie")] == [10.6]


def test_the_bell_of_the_beginning_survives_a_key_until_it_was_heard_or_is_too_late(
    hall: Hall,
) -> None:
    hall.player.play()
    hall.wait(0.5)
    hall.conductor.use(Wishes(talk=Talk.NAMES))
    assert (0.0, "begin") in hall.planned, "the sound is still being started"
    hall.speaker.rung[Bell.BEGIN] = hall.start + 0.6
    hall.wait(0.25)
    hall.conductor.use(Wishes(talk=Talk.NOTHING))
    assert (0.0, "begin") not in hall.planned, "it is not rung twice"
    hall.speaker.rung.clear()
    hall.wait(0.5)
    hall.conductor.use(Wishes())
    assert (0.0, "begin") not in hall.planned, "it would be late"


def test_a_pause_in_the_first_second_does_not_ring_the_beginning_twice(hall: Hall) -> None:
    hall.player.play()
    hall.speaker.rung[Bell.BEGIN] = hall.start
    hall.wait(0.5)
    hall.player.pause()
    hall.player.play()
    assert "begin" not in [what for _, what in hall.planned]


GERMAN = """
name: Zwei
steps:
  - {hold: Vorbeugen, for: 20s, text: Beuge dich nach vorn und lass die Schultern sinken.}
"""


def test_each_routine_is_read_in_its_own_language(hall: Hall) -> None:
    hall.player.play()
    assert {base_of(piece.language) for piece in hall.speaker.pieces} == {"en"}
    hall.player.load(routine(GERMAN))
    hall.player.play()
    assert {piece.language for piece in hall.speaker.pieces} == {"de"}
