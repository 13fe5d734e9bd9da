"""When a sample that is asked for now is heard. Pure.

The sound system asks a little ahead, in blocks; its clock is not ours, and the two part by some
hundredths of a second in an hour. So the answer follows from how many samples were asked for, and
is led slowly after the computer's clock.
"""

from desktop.sound.process.pcm import RATE

USUAL_LEAD = 0.02
"""Seconds between asking and hearing, until it is known."""

_FILLING = 25
_SETTLING = 50
"""Blocks in which the sound system fills what it holds, and after which the lead is known."""

_PULL = 0.02
_MOST = 0.0005
"""How much of a difference is made up for with each block, and the most of it in seconds."""

_LATE = 0.005
_FAR = 0.25


class StreamClock:
    """One for each time that a device is opened."""

    def __init__(self) -> None:
        self._written = 0
        self._blocks = 0
        self._epoch = 0.0
        self._lead = USUAL_LEAD

    def heard_at(self, now: float, count: int) -> float:
        """The moment at which the first of the next ``count`` samples is heard."""
        if not self._written:
            # What is given first is played first, and at once.
            self._epoch = now
        self._follow(now)
        moment = self._epoch + self._written / RATE
        self._written += count
        self._blocks += 1
        return moment

    def _follow(self, now: float) -> None:
        lead = self._epoch + self._written / RATE - now
        apart = lead - self._lead
        if lead < -_LATE or lead > _FAR + self._lead:
            # The device had nothing to play for a while, or asks far ahead: begin anew.
            self._epoch -= apart
        elif self._blocks < _FILLING:
            self._lead = lead
        elif self._blocks < _SETTLING:
            self._lead += (lead - self._lead) / (self._blocks - _FILLING + 1)
        else:
            self._epoch -= min(_MOST, max(-_MOST, _PULL * apart))
