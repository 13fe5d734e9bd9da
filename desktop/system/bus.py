"""One connection to a message bus, in Qt's own event loop: no thread, and no wake-ups when idle.

jeepney puts the messages together and takes them apart; its socket is watched by Qt. QtDBus would
not do: from Python it cannot send unsigned numbers, which notifications need.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

FIRST_RETRY = 2_000
LAST_RETRY = 60_000
"""Milliseconds before trying again after the bus was lost; doubled each time."""

ANSWER_WITHIN = 5_000
"""Milliseconds after which a call counts as unanswered."""

_READ = 65_536
_GONE = (OSError, EOFError, ValueError)


class BusName(Enum):
    """Which bus. The value is jeepney's word for it."""

    SESSION = "SESSION"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back from a call. ``error`` is the error's name, empty where all went well."""

    body: tuple[Any, ...] = ()
    error: str = ""


Replied = Callable[[Reply], None]
Heard = Callable[[tuple[Any, ...]], None]
NO_BUS = Reply(error="no bus")
NO_ANSWER = Reply(error="no answer")


@dataclass(slots=True)
class _Listener:
    rule: MatchRule
    heard: Heard


@dataclass(slots=True)
class _Owner:
    """Somebody who wants to know whether a name is owned, and what they were told last."""

    name: str
    changed: Callable[[bool], None]
    told: bool | None = field(default=None)


class Bus(QObject):
    """Calls, signals and the owners of names. What is listened for survives a lost bus."""

    opened = Signal()
    lost = Signal()

    def __init__(self, which: BusName, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._which = which
        self._connection: DBusConnection | None = None
        self._notifier: QSocketNotifier | None = None
        self._pending: dict[int, Replied] = {}
        self._listeners: list[_Listener] = []
        self._owners: list[_Owner] = []
        self._retry_in = FIRST_RETRY
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self.open)

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    def open(self) -> bool:
        """Connect, if that is possible now; tries again by itself if a bus is there at all."""
        if self._connection is not None:
            return True
        try:
            self._connection = open_dbus_connection(self._which.value, auth_timeout=1.0)
        except (*_GONE, KeyError, TimeoutError):
            if self._is_expected():
                self._try_later()
            return False
        self._retry_in = FIRST_RETRY
        socket = self._connection.sock.fileno()
        self._notifier = QSocketNotifier(socket, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._readable)
        for listener in self._listeners:
            self._add_match(listener.rule)
        for owner in self._owners:
            self._ask_owner(owner)
        self.opened.emit()
        return True

    def close(self) -> None:
        """Leave the bus for good."""
        self._retry.stop()
        self._drop()

    def call(self, message: Message, replied: Replied | None = None) -> None:
        """Send a method call; ``replied`` is called later, in any case and exactly once."""
        if self._connection is None:
            if replied is not None:
                QTimer.singleShot(0, self, lambda: replied(NO_BUS))
            return
        serial = next(self._connection.outgoing_serial)
        if replied is None:
            message.header.flags |= MessageFlag.no_reply_expected
        else:
            self._pending[serial] = replied
            QTimer.singleShot(ANSWER_WITHIN, self, lambda: self._answer(serial, NO_ANSWER))
        try:
            self._connection.send(message, serial=serial)
        except _GONE:
            self._is_lost()

    def method(
        self,
        address: DBusAddress,
        name: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
        replied: Replied | None = None,
    ) -> None:
        """``call`` with the message put together."""
        self.call(new_method_call(address, name, signature, body), replied)

    def listen(self, rule: MatchRule, heard: Heard) -> None:
        """Call ``heard`` with the body of every signal that ``rule`` matches, from now on."""
        self._listeners.append(_Listener(rule, heard))
        if self._connection is not None:
            self._add_match(rule)

    def stop_listening(self, heard: Heard) -> None:
        """Undo ``listen``."""
        for listener in [each for each in self._listeners if each.heard is heard]:
            self._listeners.remove(listener)
            if self._connection is not None:
                self.call(message_bus.RemoveMatch(listener.rule))

    def watch_owner(self, name: str, changed: Callable[[bool], None]) -> None:
        """Call ``changed`` with whether anybody owns ``name``: soon, and whenever it changes."""
        owner = _Owner(name, changed)
        self._owners.append(owner)
        rule = MatchRule(
            type="signal",
            sender="org.freedesktop.DBus",
            interface="org.freedesktop.DBus",
            member="NameOwnerChanged",
        )
        rule.add_arg_condition(0, name)
        self.listen(rule, lambda body: self._tell(owner, owned=bool(body[2])))
        if self._connection is not None:
            self._ask_owner(owner)

    # Inside

    def _add_match(self, rule: MatchRule) -> None:
        self.call(message_bus.AddMatch(rule))

    def _ask_owner(self, owner: _Owner) -> None:
        def replied(reply: Reply) -> None:
            self._tell(owner, owned=bool(reply.body and reply.body[0]) and not reply.error)

        self.call(message_bus.NameHasOwner(owner.name), replied)

    @staticmethod
    def _tell(owner: _Owner, *, owned: bool) -> None:
        if owner.told is not owned:
            owner.told = owned
            owner.changed(owned)

    def _readable(self) -> None:
        if self._connection is None:
            return
        try:
            data = self._connection.sock.recv(_READ)
        except BlockingIOError:
            return
        except _GONE:
            data = b""
        if not data:
            self._is_lost()
            return
        parser = self._connection.parser
        parser.add_data(data)
        while self._connection is not None and (message := parser.get_next_message()) is not None:
            self._take(message)

    def _take(self, message: Message) -> None:
        kind = message.header.message_type
        fields = message.header.fields
        if kind is MessageType.method_return:
            self._answer(fields.get(HeaderFields.reply_serial, 0), Reply(message.body))
        elif kind is MessageType.error:
            error = Reply(message.body, fields.get(HeaderFields.error_name, "error"))
            self._answer(fields.get(HeaderFields.reply_serial, 0), error)
        elif kind is MessageType.signal:
            for listener in list(self._listeners):
                if listener.rule.matches(message):
                    listener.heard(message.body)

    def _answer(self, serial: int, reply: Reply) -> None:
        replied = self._pending.pop(serial, None)
        if replied is not None:
            replied(reply)

    def _is_lost(self) -> None:
        self._drop()
        self.lost.emit()
        self._try_later()

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if connection is not None:
            connection.close()
        pending, self._pending = self._pending, {}
        for replied in pending.values():
            replied(NO_BUS)
        for owner in self._owners:
            self._tell(owner, owned=False)

    def _try_later(self) -> None:
        self._retry.start(self._retry_in)
        self._retry_in = min(LAST_RETRY, self._retry_in * 2)

    def _is_expected(self) -> bool:
        """Whether there ought to be a bus: without an address there never will be one."""
        return bool(
            self._which is BusName.SYSTEM
            or os.environ.get("DBUS_SESSION_BUS_ADDRESS")
            or os.environ.get("XDG_RUNTIME_DIR")
        )
