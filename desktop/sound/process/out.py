"""The loudspeaker's keeper: opens it when something is to sound, and lets it go after.

All calls to the sound system are made in a thread of its own. A server that hangs holds that
thread and nothing else; one that is gone comes as an error, and is tried again.
"""

import math
import threading
from collections.abc import Callable

from desktop.sound.messages import News, Trouble, Unheard
from desktop.sound.process.device import OpenDevice, OutputError, Samples, is_there, open_device
from desktop.sound.process.mixer import Mixer
from desktop.sound.process.pcm import Pcm
from desktop.sound.process.stream_clock import StreamClock
from routines.clock import Clock

Open = Callable[[str, Samples], OpenDevice]
Find = Callable[[str], bool]

OPEN_AHEAD = 1.5
"""Seconds before a sound at which the device is opened."""

IDLE = 60.0
"""Seconds without sound after which it is closed."""

GONE = 2.0
"""Seconds without being asked for samples after which a device counts as gone."""

STUCK = 5.0
"""Seconds after which a call counts as hung."""

SEEK_EVERY = 5.0
"""Seconds between two looks, while something sounds, for a chosen device that has gone."""

_LOOK_EVERY = 0.5
_TRY_EVERY = 1.0
_GOOD_AGAIN = 10.0


class Output:
    """Plays what a mixer gives. `close` ends it."""

    def __init__(
        self,
        mixer: Mixer,
        told: Callable[[News], None],
        clock: Clock,
        open_with: Open = open_device,
        find: Find = is_there,
    ) -> None:
        self._mixer = mixer
        self._told = told
        self._clock = clock
        self._open_with = open_with
        self._find = find
        self._change = threading.Condition()
        self._wanted = ""
        self._is_lost = False  # the chosen device is not there
        self._sought = -math.inf
        self._device: OpenDevice | None = None
        self._opened_as = ""
        self._opened = -math.inf
        self._asked = self._sounded = -math.inf
        self._calling_since: float | None = None
        self._told_of_none = False
        self._ended = False
        self._thread = threading.Thread(target=self._keep, name="output", daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        return self._device is not None

    def choose(self, device: str) -> None:
        """Play on the device with this id from now on; empty for the usual one."""
        with self._change:
            if device != self._wanted:
                self._wanted = device
                self._is_lost = False
                self._change.notify()

    def wake(self) -> None:
        """The mixer has got something new."""
        with self._change:
            self._change.notify()

    def look(self) -> None:
        """Tell of a call that hangs. Called now and then, from another thread."""
        since = self._calling_since
        if since is not None and self._clock.monotonic() - since > STUCK:
            self._tell_of_none()

    def close(self, seconds: float = 1.0) -> None:
        """End it; a thread that hangs is left behind."""
        with self._change:
            self._ended = True
            self._change.notify()
        self._thread.join(seconds)

    # ------------------------------------------------------------ in the thread

    def _keep(self) -> None:
        while not self._ended:
            pause = self._step(self._clock.monotonic())
            with self._change:
                if not self._ended:
                    self._change.wait(pause)
        self._let_go()

    def _step(self, now: float) -> float | None:
        """Do what is to be done now. Gives the seconds until there may be more, None for never."""
        upcoming = self._mixer.next_sound()
        is_wanted = upcoming is not None and upcoming - now < OPEN_AHEAD
        if is_wanted and self._is_lost and now - self._sought >= SEEK_EVERY:
            self._seek(now)
        if self._device is not None:
            self._look_after(now, is_wanted=is_wanted)
        if self._device is None and is_wanted:
            self._open(now)
        if self._device is not None:
            return _LOOK_EVERY
        self._mixer.pass_over(now)
        if is_wanted:
            return _TRY_EVERY
        upcoming = self._mixer.next_sound()
        return None if upcoming is None else max(0.05, upcoming - now - OPEN_AHEAD + 0.1)

    def _look_after(self, now: float, *, is_wanted: bool) -> None:
        if is_wanted:
            self._sounded = now
        if now - self._asked > GONE and now - self._opened > GONE:
            if self._opened_as:
                self._lose(self._opened_as)
            self._let_go()
        elif now - self._sounded > IDLE or self._opened_as != self._best():
            self._let_go()
        elif now - self._opened > _GOOD_AGAIN:
            self._told_of_none = False

    def _best(self) -> str:
        return "" if self._is_lost else self._wanted

    def _seek(self, now: float) -> None:
        """A chosen device that has come back is played on again."""
        self._sought = self._calling_since = now
        wanted = self._wanted
        there = self._find(wanted)
        self._calling_since = None
        with self._change:
            if wanted == self._wanted:  # no other was chosen meanwhile
                self._is_lost = not there

    def _open(self, now: float) -> None:
        wanted = self._best()
        self._calling_since = now
        try:
            self._device = self._open_with(wanted, self._samples_for(StreamClock()))
        except OutputError:
            self._device = None
        finally:
            self._calling_since = None
        if self._device is not None:
            self._opened_as = wanted
            self._opened = self._sounded = self._clock.monotonic()
        elif wanted:
            self._lose(wanted)
            self._open(now)
        else:
            self._tell_of_none()

    def _samples_for(self, stream: StreamClock) -> Samples:
        def samples(count: int) -> Pcm:
            now = self._clock.monotonic()
            self._asked = now
            return self._mixer.mix(stream.heard_at(now, count), count)

        return samples

    def _let_go(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            self._calling_since = self._clock.monotonic()
            device.close()
            self._calling_since = None

    def _lose(self, device: str) -> None:
        if device != self._wanted:
            return  # another was chosen meanwhile
        self._is_lost = True
        self._sought = self._clock.monotonic()
        self._told(Unheard(Trouble.OUTPUT_LOST, {"device": device}))

    def _tell_of_none(self) -> None:
        if not self._told_of_none:
            self._told_of_none = True
            self._told(Unheard(Trouble.NO_OUTPUT))
