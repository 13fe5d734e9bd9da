"""The clock that tests move by hand, and the real one."""

from datetime import timedelta

from routines.clock import ManualClock, SystemClock


def test_a_manual_clock_stands_still_until_it_is_moved() -> None:
    clock = ManualClock()
    first = clock.monotonic(), clock.now()
    assert (clock.monotonic(), clock.now()) == first
    clock.advance(90)
    assert clock.monotonic() == first[0] + 90
    assert clock.now() == first[1] + timedelta(seconds=90)


def test_a_wall_clock_can_be_set_alone() -> None:
    clock = ManualClock()
    before, wall = clock.monotonic(), clock.now()
    clock.set_wall(-3600)
    assert clock.monotonic() == before
    assert clock.now() == wall - timedelta(hours=1)


def test_the_computers_own_clock_knows_its_offset_and_never_goes_back() -> None:
    clock = SystemClock()
    assert clock.now().utcoffset() is not None
    assert clock.monotonic() <= clock.monotonic()
