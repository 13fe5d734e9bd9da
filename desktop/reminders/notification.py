"""Reminders as the desktop's own notifications, by its specification 1.2
(org.freedesktop.Notifications). Where there is no service, or one without buttons, ``works`` says
so, and the note is shown instead.

What the services do is less alike than the specification: GNOME says that a notification was
closed before it says by which button, and says it twice; dunst draws no buttons and offers them in
a menu; any of them may die with one open.
"""

from enum import Enum, auto
from functools import partial
from html import escape
from typing import Any

from jeepney import DBusAddress, MatchRule, message_bus
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.language import translate
from desktop.look.colors import PANEL
from desktop.look.signs import mark_pixmap
from desktop.reminders.showing import SHOWN_FOR, Answer, Showing
from desktop.reminders.timer import QtTimer, Timer
from desktop.system.bus import Bus, Reply
from desktop.system.works import Works

NAME = "org.freedesktop.Notifications"
ADDRESS = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)

CLOSED_MEANS_IGNORED_AFTER = 0.25
"""Seconds in which the button may still be told after the closing."""

_START, _LATER, _NOT_TODAY, _SKIP = "start", "later", "not-today", "skip"
_LONGEST = 1000
"""Characters of a text; more than any service shows."""
_PICTURE = 64
"""Pixels of the mark beside it."""


class Service(Enum):
    """What is known of the service."""

    NO_BUS = auto()
    NONE = auto()
    WAITING = auto()
    """It is not running, but the bus starts it when it is called."""
    WITHOUT_BUTTONS = auto()
    READY = auto()


class NotificationShower(QObject):
    """A ``Shower``. One notification at a time: a second showing replaces the first.

    When the service dies, or refuses, the showing has ``vanished``: the caller shows it as a note
    or counts it as ignored. What is not answered in two minutes is withdrawn and ``IGNORED``,
    however long the service would have kept it. Closed without a button is ``IGNORED`` too.
    """

    answered = Signal(str, Answer, int)
    vanished = Signal(str)
    works_changed = Signal()

    def __init__(
        self,
        bus: Bus,
        parent: QObject | None = None,
        *,
        expiry: Timer | None = None,
        patience: Timer | None = None,
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._expiry = expiry or QtTimer(self)
        self._patience = patience or QtTimer(self)
        self._service = Service.NO_BUS
        self._markup = False
        self._showing: Showing | None = None
        self._id = 0
        """The service's number for what is on the screen; 0 while nothing is."""
        self._sending = False
        """Whether the service has yet to say that number."""
        self._closed = False
        """Whether it is closed, and only its button may still be told."""
        bus.listen(_signal("ActionInvoked"), self._hear_button)
        bus.listen(_signal("NotificationClosed"), self._hear_closing)
        bus.watch_owner(NAME, self._owner_changed)
        bus.opened.connect(self._look)
        bus.lost.connect(self._no_bus)
        if bus.is_open:
            self._look()

    # The role

    def show(self, showing: Showing) -> None:
        self._forget()
        self._showing = showing
        self._expiry.start(SHOWN_FOR, lambda: self._answer(Answer.IGNORED))
        if not self._sending:
            self._send()

    def withdraw(self) -> None:
        self._forget()
        if not self._sending:
            self._close()

    def works(self) -> Works:
        how = {
            Service.NO_BUS: translate("notification", "There is no message bus in this session."),
            Service.NONE: translate(
                "notification", "No notification service is running. The note takes its place."
            ),
            Service.WITHOUT_BUTTONS: translate(
                "notification",
                "The notification service shows no buttons. The note takes its place.",
            ),
            Service.WAITING: translate("notification", "By the desktop, when one is shown."),
            Service.READY: translate("notification", "By the desktop, with its own buttons."),
        }
        here = self._service in (Service.READY, Service.WAITING)
        return Works(here=here, how=how[self._service])

    # The service

    def _look(self) -> None:
        """Learn whether there is a service, without starting one: at login that might be the
        wrong one of two.
        """
        self._bus.call(message_bus.ListActivatableNames(), self._found_activatable)

    def _found_activatable(self, reply: Reply) -> None:
        if reply.error or self._service in (Service.READY, Service.WITHOUT_BUTTONS):
            return
        startable = bool(reply.body) and NAME in reply.body[0]
        self._become(Service.WAITING if startable else Service.NONE)

    def _owner_changed(self, owned: bool) -> None:
        if owned:
            self._bus.method(ADDRESS, "GetCapabilities", replied=self._learn)
            return
        self._id = 0
        self._become(Service.NONE if self._bus.is_open else Service.NO_BUS)
        if self._bus.is_open:
            self._look()
        if not self._sending:
            self._vanish(self._showing)

    def _learn(self, reply: Reply) -> None:
        if reply.error or not reply.body:
            return
        capabilities = reply.body[0]
        self._markup = "body-markup" in capabilities
        self._become(Service.READY if "actions" in capabilities else Service.WITHOUT_BUTTONS)

    def _no_bus(self) -> None:
        self._id = 0
        self._become(Service.NO_BUS)
        self._vanish(self._showing)

    def _become(self, service: Service) -> None:
        if service is not self._service:
            self._service = service
            self.works_changed.emit()

    # Showing

    def _send(self) -> None:
        """Show what is wanted now. The service answers later, and something else may be then."""
        showing = self._showing
        if showing is None:
            return
        if self._service is Service.WAITING:
            self._sending = True
            self._bus.method(ADDRESS, "GetCapabilities", replied=self._started)
        elif self._service is Service.READY:
            self._sending = True
            replaced, self._id = self._id, 0
            body = _notify_body(showing, replaced, markup=self._markup)
            sent = partial(self._sent, showing)
            self._bus.method(ADDRESS, "Notify", "susssasa{sv}i", body, sent)
        else:
            QTimer.singleShot(0, self, lambda: self._vanish(showing))

    def _started(self, reply: Reply) -> None:
        self._sending = False
        self._learn(reply)
        if self._service is Service.READY:
            self._send()
        else:
            self._vanish(self._showing)

    def _sent(self, showing: Showing, reply: Reply) -> None:
        self._sending = False
        if reply.error or not reply.body:
            self._vanish(self._showing)
            return
        self._id = reply.body[0]
        if self._showing is None:
            self._close()
        elif self._showing is not showing:
            self._send()

    def _hear_button(self, body: tuple[Any, ...]) -> None:
        number, key = body
        showing = self._showing
        if showing is None or not self._id or number != self._id:
            return
        if key == _START:
            self._answer(Answer.START)
        elif key == _LATER and showing.later_choices:
            self._answer(Answer.LATER, _later(showing))
        elif key == _NOT_TODAY:
            self._answer(Answer.NOT_TODAY)
        elif key == _SKIP:
            self._answer(Answer.SKIP)

    def _hear_closing(self, body: tuple[Any, ...]) -> None:
        if self._id and body[0] == self._id and not self._closed:
            self._closed = True
            self._patience.start(CLOSED_MEANS_IGNORED_AFTER, lambda: self._answer(Answer.IGNORED))

    def _answer(self, answer: Answer, minutes: int = 0) -> None:
        showing = self._showing
        if showing is not None:
            self.withdraw()
            self.answered.emit(showing.id, answer, minutes)

    def _vanish(self, showing: Showing | None) -> None:
        if showing is not None and showing is self._showing:
            self._forget()
            self.vanished.emit(showing.id)

    def _forget(self) -> None:
        """Expect no more answer to what is shown; it may still be on the screen."""
        self._showing = None
        self._expiry.stop()
        self._patience.stop()
        if self._closed:
            self._id, self._closed = 0, False

    def _close(self) -> None:
        number, self._id = self._id, 0
        if number:
            self._bus.method(ADDRESS, "CloseNotification", "u", (number,))


def _notify_body(showing: Showing, replaced: int, *, markup: bool) -> tuple[Any, ...]:
    """The arguments of Notify."""
    text = _plain(showing.text)
    actions = [_START, _plain(showing.offer_name)] if showing.offer_name else []
    if showing.only_close:
        actions += [_SKIP, translate("notification", "Close")]
    elif showing.later_choices:
        actions += [_LATER, translate("notification", "Later (%n min)", _later(showing))]
    else:
        actions += [_NOT_TODAY, translate("notification", "Not today")]
    if not showing.only_close:
        actions += [_SKIP, translate("notification", "Skip")]
    hints = {
        "urgency": ("y", 1),
        "desktop-entry": ("s", "unbrace"),
        "suppress-sound": ("b", True),
        "image-data": ("(iiibiiay)", _picture()),
    }
    body = escape(text, quote=False) if markup else text
    expires = round(SHOWN_FOR * 1000)
    return ("Unbrace", replaced, "", _plain(showing.title), body, actions, hints, expires)


def _later(showing: Showing) -> int:
    """A button has no room for a choice: the shortest of them."""
    return min(showing.later_choices)


def _plain(text: str) -> str:
    """``text`` in one line, without what a bus takes for an error and hangs up on: NUL and
    halves of surrogate pairs.
    """
    good = "".join(each for each in text if each >= " " or each.isspace())
    good = good.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(good.split())[:_LONGEST]


def _picture() -> tuple[int, int, int, bool, int, int, bytes]:
    """The program's mark as the specification wants it: width, height, bytes a row, alpha, bits a
    sample, samples, and the bytes.
    """
    image = mark_pixmap(_PICTURE, PANEL).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    data = bytes(image.constBits())
    return image.width(), image.height(), image.bytesPerLine(), True, 8, 4, data


def _signal(name: str) -> MatchRule:
    return MatchRule(type="signal", interface=NAME, member=name, path=ADDRESS.object_path)
