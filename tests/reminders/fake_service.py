"""A notification service that does as the test says, on a connection of its own."""

from collections.abc import Sequence
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QSocketNotifier

from desktop.reminders.notification import NAME

FULL = ("actions", "body", "body-markup")
_HERE = DBusAddress("/org/freedesktop/Notifications", interface=NAME)


class FakeService:
    """Notes every notification, by its number, and every closing."""

    def __init__(self, capabilities: Sequence[str] = FULL, *, answering: bool = True) -> None:
        self.shown: dict[int, tuple[Any, ...]] = {}
        self.replaced: list[int] = []
        self.closed: list[int] = []
        self.calls: list[str] = []
        self.refusing = False
        self.answering = answering
        self._capabilities = list(capabilities)
        self._unanswered: list[Message] = []
        self._last = 40
        self._line = open_dbus_connection("SESSION")
        self._line.send_and_get_reply(message_bus.RequestName(NAME))
        self._notifier = QSocketNotifier(self._line.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._readable)

    @property
    def last(self) -> tuple[Any, ...]:
        """The arguments of the newest Notify."""
        return self.shown[self._last]

    @property
    def number(self) -> int:
        return self._last

    def press(self, key: str, number: int | None = None) -> None:
        self._emit("ActionInvoked", "us", (number or self._last, key))

    def close_by_hand(self, number: int | None = None, reason: int = 2) -> None:
        self._emit("NotificationClosed", "uu", (number or self._last, reason))

    def answer_all(self) -> None:
        """Answer now what was not answered before."""
        self.answering = True
        late, self._unanswered = self._unanswered, []
        for message in late:
            self._take(message)

    def die(self) -> None:
        self._notifier.setEnabled(False)
        self._line.close()

    def _readable(self) -> None:
        self._line.parser.add_data(self._line.sock.recv(1 << 20))
        while (message := self._line.parser.get_next_message()) is not None:
            if message.header.message_type is MessageType.method_call:
                self._take(message)

    def _take(self, message: Message) -> None:
        name = message.header.fields[HeaderFields.member]
        if not self.answering and name == "Notify":
            self._unanswered.append(message)
            return
        self.calls.append(name)
        if name == "GetCapabilities":
            self._line.send(new_method_return(message, "as", (self._capabilities,)))
        elif name == "Notify" and self.refusing:
            self._line.send(new_error(message, f"{NAME}.Error.ExcessNotificationGeneration"))
        elif name == "Notify":
            self.replaced.append(message.body[1])
            self._last = message.body[1] or self._last + 1
            self.shown[self._last] = message.body
            self._line.send(new_method_return(message, "u", (self._last,)))
        elif name == "CloseNotification":
            self.closed.append(message.body[0])
            self._emit("NotificationClosed", "uu", (message.body[0], 3))
        else:
            self._line.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

    def _emit(self, name: str, signature: str, body: tuple[Any, ...]) -> None:
        self._line.send(new_signal(_HERE, name, signature, body))
