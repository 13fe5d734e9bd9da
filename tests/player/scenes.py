"""Scenes of routines that stand in a test, at a moment of theirs."""

from desktop.player.scene import Scene, scene_of
from routines.clock import ManualClock
from routines.playback import Playback
from routines.timeline import timeline_of
from tests.routines.texts import plain, read


class Showing:
    """A routine that plays; `at` gives its scene so many seconds of playing after its start."""

    def __init__(self, steps: str, head: str = "") -> None:
        found = read(f"name: Mine\n{plain(head)}steps:\n{plain(steps)}").routine
        assert found is not None
        self.routine = found
        self.clock = ManualClock()
        self.playback = Playback(timeline_of(self.routine), self.clock)
        self.playback.play()
        self._now = 0.0

    def wait(self, seconds: float) -> Scene:
        """Lets time pass, in steps that are not taken for a sleeping computer."""
        while seconds > 0:
            self.clock.advance(min(seconds, 5.0))
            self.playback.tick()
            seconds -= 5.0
        return self.now

    def at(self, seconds: float) -> Scene:
        passed, self._now = seconds - self._now, seconds
        assert passed >= 0
        return self.wait(passed)

    @property
    def now(self) -> Scene:
        return scene_of(self.routine, self.playback)
