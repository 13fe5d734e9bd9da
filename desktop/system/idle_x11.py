"""Idle time on X11: the server's own counter (SYNC extension, IDLETIME) rings when it is time.

One alarm a watch, which waits in turn for the time to be reached and for the next touch. Nothing
happens in between.
"""

import struct

from PySide6.QtCore import QObject, QTimer

from desktop.language import translate
from desktop.system.idle import CameBack, IdleWatch, Watches, WentIdle
from desktop.system.works import Works
from desktop.system.x11 import NoServerError, XConnection
from routines.clock import Clock

INITIALIZE, LIST_COUNTERS, QUERY_COUNTER = 0, 1, 5
CREATE_ALARM, CHANGE_ALARM, DESTROY_ALARM = 8, 9, 11
"""Requests of the extension, from its protocol document (X Synchronization Extension 3.1)."""

_ALARM_NOTIFY = 1
_ALL_VALUES = 0b111111
_ABSOLUTE = 0
_AT_LEAST, _AT_MOST = 2, 3  # the tests PositiveComparison and NegativeComparison
_DESTROYED = 2


class X11Idle(QObject):
    """See the module. Raises NoServerError where there is no server, or none that counts."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches = Watches(clock)
        self._alarms: dict[int, IdleWatch] = {}
        self._x = XConnection(self)
        sync = self._x.extension("SYNC")
        counter = None
        if sync is not None:
            self._sync = sync
            self._x.ask(INITIALIZE, struct.pack("=BBH", 3, 1, 0), sync)
            counter = _counter(self._x.ask(LIST_COUNTERS, b"", sync), b"IDLETIME")
        if counter is None:
            self._x.close()
            raise NoServerError("the X server does not count idle time")
        self._counter = counter
        self._x.happened.connect(self._happened)
        self._x.lost.connect(self._lost)
        self._x.listen()

    def watch(self, seconds: float, went: WentIdle, back: CameBack = lambda: None) -> IdleWatch:
        watch = IdleWatch(seconds, went, back, self._stop)
        self._watches.list.append(watch)
        if self._x.is_open:
            alarm = self._x.new_id()
            self._alarms[alarm] = watch
            self._wait(CREATE_ALARM, alarm, _AT_LEAST, round(seconds * 1000))
        return watch

    def seconds(self) -> float | None:
        try:
            reply = self._x.ask(QUERY_COUNTER, struct.pack("=I", self._counter), self._sync)
        except NoServerError:
            return None
        # The answer may have taken events along, of which Qt would not hear.
        QTimer.singleShot(0, self, self._x.read_events)
        return _number(reply, 8) / 1000 if reply else None

    def works(self) -> Works:
        if not self._x.is_open:
            return Works(here=False, how=translate("idle", "The X server is gone."))
        return Works(here=True, how=translate("idle", "The X server tells it."))

    def close(self) -> None:
        for watch in list(self._watches.list):
            watch.stop()
        self._x.close()

    # Inside

    def _wait(self, request: int, alarm: int, test: int, milliseconds: int) -> None:
        value = struct.pack("=II", milliseconds >> 32, milliseconds & 0xFFFFFFFF)
        trigger = struct.pack("=II", self._counter, _ABSOLUTE) + value + struct.pack("=I", test)
        step_and_events = struct.pack("=III", 0, 0, 1)
        head = struct.pack("=II", alarm, _ALL_VALUES)
        self._x.send(request, head + trigger + step_and_events, self._sync)

    def _happened(self, event: bytes) -> None:
        if event[0] & 0x7F != self._sync.first_event + _ALARM_NOTIFY:
            return
        (alarm,) = struct.unpack_from("=I", event, 4)
        watch = self._alarms.get(alarm)
        if watch is None or event[28] == _DESTROYED:
            return
        idle, threshold = _number(event, 8), round(watch.seconds * 1000)
        if idle >= threshold:
            self._wait(CHANGE_ALARM, alarm, _AT_MOST, threshold - 1)
            self._watches.tell_idle(watch, idle / 1000)
        else:
            self._wait(CHANGE_ALARM, alarm, _AT_LEAST, threshold)
            watch.set_back()

    def _stop(self, watch: IdleWatch) -> None:
        if watch in self._watches.list:
            self._watches.list.remove(watch)
        for alarm in [each for each, its in self._alarms.items() if its is watch]:
            del self._alarms[alarm]
            if self._x.is_open:
                self._x.send(DESTROY_ALARM, struct.pack("=I", alarm), self._sync)

    def _lost(self) -> None:
        """Nobody will tell of a return any more, so nobody is away any more."""
        self._alarms.clear()
        for watch in list(self._watches.list):
            watch.set_back()


def _number(data: bytes, at: int) -> int:
    high, low = struct.unpack_from("=iI", data, at)
    return int(high << 32 | low)


def _counter(listed: bytes, wanted: bytes) -> int | None:
    """The id of the named counter in the answer to LIST_COUNTERS."""
    if not listed:
        return None
    (count,) = struct.unpack_from("=I", listed, 8)
    at = 32
    for _ in range(count):
        counter, _high, _low, length = struct.unpack_from("=IiIH", listed, at)
        if listed[at + 14 : at + 14 + length] == wanted:
            return int(counter)
        at += 14 + length + -(14 + length) % 4
    return None
