"""How far a rendering is, where its lines go into a file."""

import pytest

from desktop.sound.rendering import Done, Share
from desktop.terminal.render import Progress
from routines.clock import ManualClock


@pytest.mark.parametrize("last", [0.7, 0.97])
def test_it_ends_at_the_whole_whatever_it_said_last(
    capsys: pytest.CaptureFixture[str], last: float
) -> None:
    clock = ManualClock()
    progress = Progress(clock)
    clock.advance(2.0)
    for share in (0.3, last, 1.0):
        progress.take(Share(share))
    progress.take(Done(0))
    assert capsys.readouterr().err.splitlines()[-1] == "100 % rendered"


def test_what_takes_a_moment_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(ManualClock())
    for share in (0.5, 1.0):
        progress.take(Share(share))
    assert capsys.readouterr().err == ""
