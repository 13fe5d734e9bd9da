"""Idle time on GNOME's Wayland (and others built on Mutter), asked over the session bus."""

from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule
from PySide6.QtCore import QObject

from desktop.language import translate
from desktop.system.bus import Bus, Replied, Reply
from desktop.system.idle import CameBack, IdleWatch, Watches, WentIdle
from desktop.system.works import Works
from routines.clock import Clock

NAME = "org.gnome.Mutter.IdleMonitor"
MONITOR = DBusAddress("/org/gnome/Mutter/IdleMonitor/Core", NAME, NAME)


@dataclass(eq=False, slots=True)
class _Numbers:
    """The service's numbers for what it watches for us; 0 is none."""

    watch: IdleWatch
    idle: int = 0
    active: int = 0


class GnomeIdle(QObject):
    """See the module. Where the service comes later, or comes back, all watches begin again."""

    def __init__(self, bus: Bus, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._watches = Watches(clock)
        self._numbers: list[_Numbers] = []
        self._here = False
        rule = MatchRule(
            type="signal", interface=NAME, member="WatchFired", path=MONITOR.object_path
        )
        bus.listen(rule, self._fired)
        bus.watch_owner(NAME, self._owned)

    def watch(self, seconds: float, went: WentIdle, back: CameBack = lambda: None) -> IdleWatch:
        watch = IdleWatch(seconds, went, back, self._stop)
        self._watches.list.append(watch)
        if self._here:
            self._begin(watch)
        return watch

    def seconds(self) -> float | None:
        return self._watches.seconds()

    def works(self) -> Works:
        if self._here:
            return Works(here=True, how=translate("idle", "GNOME tells it."))
        return Works(
            here=False,
            how=translate(
                "idle",
                "This Wayland desktop does not tell how long nothing was touched "
                "(it lacks ext-idle-notify-v1).",
            ),
        )

    def close(self) -> None:
        for watch in list(self._watches.list):
            watch.stop()

    # Inside

    def _owned(self, owned: bool) -> None:
        self._here = owned
        self._numbers.clear()
        for watch in list(self._watches.list):
            watch.set_back()
            if owned:
                self._begin(watch)

    def _begin(self, watch: IdleWatch) -> None:
        numbers = _Numbers(watch)
        self._numbers.append(numbers)

        def added(reply: Reply) -> None:
            numbers.idle = _number(reply)
            if numbers not in self._numbers:
                self._remove(numbers.idle)

        self._call("AddIdleWatch", added, "t", (round(watch.seconds * 1000),))

    def _fired(self, body: tuple[Any, ...]) -> None:
        fired = body[0] if body else 0
        for numbers in list(self._numbers):
            if fired and fired == numbers.idle:
                self._await_touch(numbers)
                self._watches.tell_idle(numbers.watch, numbers.watch.seconds)
            elif fired and fired == numbers.active:
                numbers.active = 0  # the service has forgotten it by itself
                numbers.watch.set_back()

    def _await_touch(self, numbers: _Numbers) -> None:
        def added(reply: Reply) -> None:
            numbers.active = _number(reply)
            if numbers not in self._numbers:
                self._remove(numbers.active)

        if not numbers.active:
            self._call("AddUserActiveWatch", added)

    def _stop(self, watch: IdleWatch) -> None:
        if watch in self._watches.list:
            self._watches.list.remove(watch)
        for numbers in [each for each in self._numbers if each.watch is watch]:
            self._numbers.remove(numbers)
            self._remove(numbers.idle)
            self._remove(numbers.active)

    def _remove(self, number: int) -> None:
        if number and self._bus.is_open:
            self._bus.method(MONITOR, "RemoveWatch", "u", (number,))

    def _call(
        self,
        name: str,
        replied: Replied,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> None:
        self._bus.method(MONITOR, name, signature, body, replied)


def _number(reply: Reply) -> int:
    number = reply.body[0] if reply.body and not reply.error else 0
    return number if isinstance(number, int) else 0
