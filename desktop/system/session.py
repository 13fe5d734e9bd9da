"""The person's session: going to sleep and waking, locked and unlocked, as the system tells it.

Suspend comes from logind. Locking is known to logind on some desktops and to the screen saver's
service on others, so whoever says "locked" is believed.
"""

import os
import sys
from collections.abc import Callable
from typing import Any, Protocol

from jeepney import DBusAddress, MatchRule
from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.language import translate
from desktop.system.asking import PROPERTIES, ask_bus, ask_property, truth
from desktop.system.bus import Bus, Reply
from desktop.system.works import Works

LOGIND = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", LOGIND, f"{LOGIND}.Manager")

SCREEN_SAVERS = {
    "org.freedesktop.ScreenSaver": "/org/freedesktop/ScreenSaver",
    "org.gnome.ScreenSaver": "/org/gnome/ScreenSaver",
    "org.cinnamon.ScreenSaver": "/org/cinnamon/ScreenSaver",
    "org.mate.ScreenSaver": "/org/mate/ScreenSaver",
    "org.xfce.ScreenSaver": "/org/xfce/ScreenSaver",
}
"""Services that tell of a covered screen, and where; each interface has its service's name."""


class Session(Protocol):
    """Tells of sleep and lock. Every signal is a change: none comes twice in a row."""

    @property
    def going_to_sleep(self) -> SignalInstance:
        """Just before, or, where there was no time for it, just before ``woke``."""
        ...

    @property
    def woke(self) -> SignalInstance: ...

    @property
    def locked(self) -> SignalInstance: ...

    @property
    def unlocked(self) -> SignalInstance: ...

    @property
    def is_locked(self) -> bool: ...

    def works(self) -> Works:
        """Which of the two are told of here."""
        ...


class BusSession(QObject):
    """The session as both message buses tell of it; without them it stays silent.

    Services may come, go and return: what is gone has nothing locked.
    """

    going_to_sleep = Signal()
    woke = Signal()
    locked = Signal()
    unlocked = Signal()

    def __init__(self, system: Bus, session: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system, self._session = system, session
        self._lockers: dict[str, bool] = {}
        """Those that can tell of a lock, and what they said last."""
        self._is_locked = False
        self._asleep = False
        self._followed: set[str] = set()
        self._has_logind = False
        sleep = MatchRule(type="signal", interface=MANAGER.interface, member="PrepareForSleep")
        system.listen(sleep, self._prepare_for_sleep)
        system.watch_owner(LOGIND, self._logind_is)
        for name, path in SCREEN_SAVERS.items():
            self._follow_screen_saver(name, path)

    @property
    def is_locked(self) -> bool:
        return self._is_locked

    def works(self) -> Works:
        sleep, lock = self._has_logind, bool(self._lockers)
        if sleep and lock:
            return Works(here=True, how=translate("session", "Sleep and screen lock are told of."))
        if sleep:
            how = translate(
                "session", "Sleep is told of, but nothing here tells of a locked screen."
            )
            return Works(here=True, how=how)
        if lock:
            how = translate("session", "A locked screen is told of, but not sleep (no logind).")
            return Works(here=True, how=how)
        return _silent()

    # logind

    def _logind_is(self, here: bool) -> None:
        self._has_logind = here
        if here:
            self._find_session()
            return
        self._forget(LOGIND)
        if self._asleep:
            self._prepare_for_sleep((False,))

    def _prepare_for_sleep(self, body: tuple[Any, ...]) -> None:
        if not body or not isinstance(body[0], bool):
            return
        if not body[0]:
            self._asleep = False
            self.woke.emit()
        elif not self._asleep:
            self._asleep = True
            self.going_to_sleep.emit()

    def _find_session(self) -> None:
        """Ours by its number, or, for a program that the desktop has started apart, "auto"."""
        number = os.environ.get("XDG_SESSION_ID") or "auto"

        def found(reply: Reply) -> None:
            if reply.body and not reply.error and isinstance(reply.body[0], str):
                self._follow_session(reply.body[0])

        ask_bus(self._system, MANAGER, "GetSession", found, "s", (number,))

    def _follow_session(self, path: str) -> None:
        address = DBusAddress(path, LOGIND, f"{LOGIND}.Session")

        def changed(body: tuple[Any, ...]) -> None:
            if len(body) < 3 or body[0] != address.interface:
                return
            if "LockedHint" in body[1]:
                self._said(LOGIND, body[1]["LockedHint"][1])
            elif "LockedHint" in body[2]:
                ask()

        def ask() -> None:
            ask_property(self._system, address, "LockedHint", self._sayer(LOGIND))

        if path not in self._followed:
            self._followed.add(path)
            rule = MatchRule(
                type="signal", interface=PROPERTIES, member="PropertiesChanged", path=path
            )
            self._system.listen(rule, changed)
        ask()

    # Screen savers

    def _follow_screen_saver(self, name: str, path: str) -> None:
        def is_here(here: bool) -> None:
            if here:
                ask_bus(self._session, DBusAddress(path, name, name), "GetActive", answered)
            else:
                self._forget(name)

        def answered(reply: Reply) -> None:
            if reply.body and not reply.error:
                self._said(name, reply.body[0])

        rule = MatchRule(type="signal", interface=name, member="ActiveChanged")
        self._session.listen(rule, lambda body: self._said(name, body[0] if body else None))
        self._session.watch_owner(name, is_here)

    # Both

    def _sayer(self, who: str) -> Callable[[Any], None]:
        return lambda value: self._said(who, value)

    def _said(self, who: str, value: Any) -> None:
        locked = truth(value)
        if locked is not None:
            self._lockers[who] = locked
            self._tell()

    def _forget(self, who: str) -> None:
        self._lockers.pop(who, None)
        self._tell()

    def _tell(self) -> None:
        now = any(self._lockers.values())
        if now is not self._is_locked:
            self._is_locked = now
            (self.locked if now else self.unlocked).emit()


class NoSession(QObject):
    """Never sleeps and is never locked, as far as anybody can tell."""

    going_to_sleep = Signal()
    woke = Signal()
    locked = Signal()
    unlocked = Signal()

    @property
    def is_locked(self) -> bool:
        return False

    def works(self) -> Works:
        return _silent()


def _silent() -> Works:
    how = translate("session", "This system tells neither of sleep nor of a locked screen.")
    return Works(here=False, how=how)


def find_session(system: Bus, session: Bus) -> Session:
    """The one that works here."""
    return BusSession(system, session) if sys.platform == "linux" else NoSession()
