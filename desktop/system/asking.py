"""Questions to the system that are asked only when somebody wants to know.

Every question is answered exactly once and in time, whatever the one who was asked does: a
service that hangs, dies or talks nonsense comes out as None, "not known".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, MessageFlag, new_method_call
from PySide6.QtCore import QObject, QTimer

from desktop.system.bus import Bus, Replied, Reply

ANSWER_WITHIN = 2.0
"""Seconds after which "not known" is the answer."""

PROPERTIES = "org.freedesktop.DBus.Properties"

Value = TypeVar("Value")
Answered = Callable[[bool | None], None]
"""Told yes, no, or None where nobody could tell."""


def once(
    owner: QObject,
    answered: Callable[[Value], None],
    otherwise: Callable[[], Value],
    within: float = ANSWER_WITHIN,
) -> Callable[[Value], None]:
    """What passes the first value on to ``answered``, and ``otherwise()`` after ``within`` seconds.

    ``owner`` is who asks: once it is gone, nobody is told any more.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)

    def answer(value: Value) -> None:
        if timer.isActive():
            timer.stop()
            timer.deleteLater()
            answered(value)

    def too_late() -> None:
        timer.deleteLater()
        answered(otherwise())

    timer.timeout.connect(too_late)
    timer.start(round(within * 1000))
    return answer


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who may know. ``name`` is what a person calls it."""

    name: str
    ask: Callable[[Answered], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """What several sources make together: yes if one says so; ``by`` names those that knew."""

    value: bool | None = None
    by: tuple[str, ...] = ()


def ask_all(
    owner: QObject,
    sources: Sequence[Source],
    found: Callable[[Finding], None],
    within: float = ANSWER_WITHIN,
) -> None:
    """Ask all of ``sources`` at once. Those that are late do not count, the others do."""
    answers: dict[str, bool | None] = {}

    def finding() -> Finding:
        known = {name: value for name, value in answers.items() if value is not None}
        return Finding(any(known.values()) if known else None, tuple(known))

    answer = once(owner, found, finding, within)

    def ask(source: Source) -> None:
        def answered(value: bool | None) -> None:
            answers.setdefault(source.name, value)
            if len(answers) == len(sources):
                answer(finding())

        source.ask(answered)

    for source in sources:
        ask(source)
    if not sources:
        QTimer.singleShot(0, owner, lambda: answer(Finding()))


# The message bus


def ask_bus(
    bus: Bus,
    address: DBusAddress,
    name: str,
    replied: Replied,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> None:
    """Call a method, but never start a service only to ask it."""
    message = new_method_call(address, name, signature, body)
    message.header.flags |= MessageFlag.no_auto_start
    bus.call(message, replied)


def ask_property(
    bus: Bus, address: DBusAddress, name: str, replied: Callable[[Any | None], None]
) -> None:
    """``replied`` gets the property's value, None where there is none."""

    def take(reply: Reply) -> None:
        replied(variant(reply))

    properties = address.with_interface(PROPERTIES)
    ask_bus(bus, properties, "Get", take, "ss", (address.interface, name))


def variant(reply: Reply) -> Any | None:
    """The value in a reply that holds one variant; None for an error or anything else."""
    if reply.error or len(reply.body) != 1:
        return None
    inner = reply.body[0]
    # jeepney gives a variant as its signature and its value.
    return inner[1] if isinstance(inner, tuple) and len(inner) == 2 else None


def truth(value: Any | None) -> bool | None:
    """A yes or no as it is; what is neither is not known."""
    return value if isinstance(value, bool) else None
