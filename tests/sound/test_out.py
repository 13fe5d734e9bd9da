"""When the loudspeaker is opened and let go, and what is told of one that is not there."""

import pytest

from desktop.sound.messages import News, Piece, Trouble, Unheard
from desktop.sound.model import Bell, Ring
from desktop.sound.process.bells import Bells
from desktop.sound.process.device import OutputError, Samples
from desktop.sound.process.mixer import Mixer
from desktop.sound.process.out import GONE, IDLE, OPEN_AHEAD, SEEK_EVERY, STUCK, Output
from desktop.sound.process.pcm import RATE
from routines.clock import ManualClock


class FakeDevice:
    def __init__(self, name: str, samples: Samples) -> None:
        self.name = name
        self.samples = samples
        self.is_open = True

    def close(self) -> None:
        self.is_open = False


class Room:
    """An output whose devices are the test's, and that does what it does when it is told to."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.told: list[News] = []
        self.opened: list[FakeDevice] = []
        self.there = {""}
        self.sought = 0
        self.mixer = Mixer(Bells(), self.told.append)
        self.output = Output(self.mixer, self.told.append, self.clock, self._open, self._find)
        # Its thread is over: from now on each step is the test's.
        self.output.close()
        self.output._ended = False

    def _open(self, wanted: str, samples: Samples) -> FakeDevice:
        if wanted not in self.there:
            raise OutputError("none")
        self.opened.append(FakeDevice(wanted, samples))
        return self.opened[-1]

    def _find(self, wanted: str) -> bool:
        self.sought += 1
        return wanted in self.there

    def ring_in(self, seconds: float, number: int = 1) -> None:
        ring = Ring(0.0, Bell.TICK)
        self.mixer.add(Piece(number, (ring,), self.clock.monotonic() + seconds))

    def step(self) -> float | None:
        return self.output._step(self.clock.monotonic())

    def run(self, seconds: float, *, is_asked: bool = True) -> None:
        """Let time pass in half seconds, in which an open device asks for samples."""
        for _ in range(round(seconds * 2)):
            self.step()
            for device in self.opened:
                if device.is_open and is_asked:
                    device.samples(RATE // 2)
            self.clock.advance(0.5)

    def open_now(self) -> list[str]:
        return [each.name for each in self.opened if each.is_open]

    def troubles(self) -> list[Trouble]:
        return [each.trouble for each in self.told if isinstance(each, Unheard)]


@pytest.fixture
def room() -> Room:
    return Room()


def test_nothing_is_opened_before_something_is_near(room: Room) -> None:
    assert room.step() is None, "it sleeps until it is woken"
    room.ring_in(30.0)
    pause = room.step()
    assert pause == pytest.approx(30.0 - OPEN_AHEAD, abs=0.2)
    assert room.opened == []
    room.clock.advance(pause or 0.0)
    room.step()
    assert room.open_now() == [""]


def test_it_is_let_go_after_a_minute_without_sound_and_opened_again(room: Room) -> None:
    room.ring_in(0.0)
    room.run(IDLE - 1.0)
    assert room.open_now() == [""]
    room.run(3.0)
    assert room.open_now() == []
    assert room.step() is None
    room.ring_in(0.5)
    room.step()
    assert room.open_now() == [""]
    assert room.troubles() == []


def test_none_at_all_is_told_once_and_tried_again(room: Room) -> None:
    room.there = set()
    for second in range(0, 60, 2):
        room.ring_in(float(second), number=second)
    room.run(20.0)
    assert room.troubles() == [Trouble.NO_OUTPUT]
    room.there = {""}
    room.run(20.0)
    assert room.open_now() == [""]
    assert room.troubles() == [Trouble.NO_OUTPUT]


def test_the_chosen_one_is_opened_and_changed_at_once(room: Room) -> None:
    room.there |= {"kitchen", "desk"}
    room.output.choose("kitchen")
    room.ring_in(0.0)
    room.run(1.0)
    assert room.open_now() == ["kitchen"]
    room.output.choose("desk")
    room.ring_in(1.0)
    room.run(1.0)
    assert room.open_now() == ["desk"]


def test_a_chosen_one_that_is_not_there_gives_way_and_is_told_once(room: Room) -> None:
    room.output.choose("kitchen")
    room.ring_in(0.0)
    room.run(IDLE + 5.0)
    room.ring_in(0.0)
    room.run(1.0)
    assert room.open_now() == [""]
    assert room.troubles() == [Trouble.OUTPUT_LOST]


def test_a_chosen_one_that_comes_back_is_played_on_again(room: Room) -> None:
    room.there |= {"kitchen"}
    room.output.choose("kitchen")
    for second in range(60):
        room.ring_in(float(second), number=second)
    room.run(2.0)
    room.there -= {"kitchen"}
    room.run(GONE + 1.0, is_asked=False)
    room.run(10.0)
    assert room.open_now() == [""]
    room.there |= {"kitchen"}
    room.run(SEEK_EVERY + 1.0)
    assert room.open_now() == ["kitchen"]
    assert room.troubles() == [Trouble.OUTPUT_LOST]


def test_one_that_has_gone_is_sought_now_and_then_and_only_while_something_sounds(
    room: Room,
) -> None:
    room.output.choose("kitchen")
    room.ring_in(0.0)
    room.run(30.0)
    assert room.sought == 0, "the tick was over at once"
    for second in range(30):
        room.ring_in(float(second), number=second)
    room.run(28.0)
    assert 4 <= room.sought <= 6


def test_one_that_asks_for_nothing_any_more_is_opened_anew(room: Room) -> None:
    for second in range(30):
        room.ring_in(float(second), number=second)
    room.run(3.0)
    room.run(GONE + 1.0, is_asked=False)
    room.run(2.0)
    assert len(room.opened) == 2
    assert len(room.open_now()) == 1


def test_a_call_that_hangs_is_told(room: Room) -> None:
    room.output._calling_since = room.clock.monotonic()
    room.clock.advance(STUCK - 0.1)
    room.output.look()
    assert room.troubles() == []
    room.clock.advance(0.2)
    room.output.look()
    room.output.look()
    assert room.troubles() == [Trouble.NO_OUTPUT]
