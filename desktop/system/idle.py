"""How long the person has not touched keyboard or mouse, told by the system and never polled.

The ways to know it are each a module (`idle_x11`, `idle_wayland`, `idle_gnome`,
`idle_elsewhere`); `find_idle` takes the one that works here.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from desktop.language import translate
from desktop.system.bus import Bus
from desktop.system.works import Works
from routines.clock import Clock

WentIdle = Callable[[float], None]
"""Told how many seconds ago the last touch was, as far as that is known (at least that long)."""

CameBack = Callable[[], None]


@dataclass(eq=False, slots=True)
class IdleWatch:
    """Somebody who wants to know when nothing was touched for ``seconds``, until they ``stop``.

    The owner calls ``set_idle`` and ``set_back``; each is passed on only when it is news.
    """

    seconds: float
    went: WentIdle
    back: CameBack
    stopped: Callable[["IdleWatch"], None]
    since: float | None = field(default=None)
    """The monotonic moment of the last touch, while the person is idle."""

    def stop(self) -> None:
        """Tell nothing more. May be called twice."""
        stopped, self.stopped = self.stopped, _nothing
        self.went, self.back = _nothing, _nothing
        stopped(self)

    def set_idle(self, ago: float, now: float) -> None:
        if self.since is None:
            self.since = now - ago
            self.went(ago)

    def set_back(self) -> None:
        if self.since is not None:
            self.since = None
            self.back()


def _nothing(*_: object) -> None:
    pass


class Idle(Protocol):
    """Tells of a person who went away from keyboard and mouse, and came back."""

    def watch(self, seconds: float, went: WentIdle, back: CameBack = _nothing) -> IdleWatch:
        """Call ``went`` each time nothing was touched for ``seconds``, and ``back`` afterwards.

        Any number of watches at once. One that begins while the person is away already is told
        at once, or ``seconds`` from now where the system counts from the asking.
        """
        ...

    def seconds(self) -> float | None:
        """How long nothing was touched, or None where that cannot be asked.

        Where only events are to be had, that is known only while some watch is idle.
        """
        ...

    def works(self) -> Works:
        """By what means it works, or why not."""
        ...

    def close(self) -> None:
        """Let go of the system. Watches stay silent from now on."""
        ...


class Watches:
    """What the event-driven ways have in common: the list, and what it tells of now."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.list: list[IdleWatch] = []

    def seconds(self) -> float | None:
        """Since when the longest idle watch has known of it."""
        since = [watch.since for watch in self.list if watch.since is not None]
        return self.clock.monotonic() - min(since) if since else None

    def tell_idle(self, watch: IdleWatch, ago: float) -> None:
        watch.set_idle(ago, self.clock.monotonic())


class NoIdle:
    """Never tells anything: nobody is ever taken to be away."""

    def __init__(self, reason: str = "") -> None:
        self._reason = reason or translate(
            "idle", "This system does not tell how long nothing was touched."
        )

    def watch(self, seconds: float, went: WentIdle, back: CameBack = _nothing) -> IdleWatch:
        return IdleWatch(seconds, went, back, _nothing)

    def seconds(self) -> float | None:
        return None

    def works(self) -> Works:
        return Works(here=False, how=self._reason)

    def close(self) -> None:
        pass


def find_idle(bus: Bus, clock: Clock) -> Idle:
    """The way that works here. ``bus`` is the session's."""
    # Each way is loaded only where it is taken: some need what other systems do not have.
    if sys.platform in ("win32", "darwin"):
        from desktop.system.idle_elsewhere import PolledIdle  # noqa: PLC0415

        return PolledIdle(clock)
    if os.environ.get("WAYLAND_DISPLAY"):
        return _find_on_wayland(bus, clock)
    if os.environ.get("DISPLAY"):
        return _find_on_x11(clock)
    return NoIdle()


def _find_on_wayland(bus: Bus, clock: Clock) -> Idle:
    from desktop.system.idle_gnome import GnomeIdle  # noqa: PLC0415
    from desktop.system.idle_wayland import WaylandIdle  # noqa: PLC0415

    try:
        return WaylandIdle(clock)
    except OSError:
        return GnomeIdle(bus, clock)


def _find_on_x11(clock: Clock) -> Idle:
    from desktop.system.idle_x11 import X11Idle  # noqa: PLC0415

    try:
        return X11Idle(clock)
    except OSError:
        return NoIdle()
