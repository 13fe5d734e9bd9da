"""Questions to the system that are asked only when somebody wants to know.

Every question is answered exactly once and in time, whatever the one who was asked does: a
service that hangs, dies or talks nonsense comes out as None, "not known".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, MessageFlag, new_method_call
from PySide6.QtCore import QObject, QProcess, QTimer
from shiboken6 import isValid

from desktop.language import translate
from desktop.system.bus import Bus, Replied, Reply
from desktop.system.works import Works

ANSWER_WITHIN = 2.0
"""Seconds after which "not known" is the answer."""

PROPERTIES = "org.freedesktop.DBus.Properties"

Value = TypeVar("Value")
Answered = Callable[[bool | None], None]
"""Told yes, no, or None where nobody could tell."""


def unknown() -> bool | None:
    """The answer of nobody."""
    return None


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
    waiting = [answered]

    def answer(value: Value) -> None:
        # Late answers are passed over, and the timer goes with its owner.
        if waiting and isValid(timer):
            timer.stop()
            # What the timer holds may hold its owner, which must not go while the timer does.
            timer.timeout.disconnect()
            timer.deleteLater()
            waiting.pop()(value)

    timer.timeout.connect(lambda: answer(otherwise()))
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


def works_by(last: Finding | None, told: str, untold: str) -> Works:
    """What a settings page says of sources that were asked when ``last`` was found.

    ``told`` names who answered, as ``{who}``; ``untold`` stands where nobody did.
    """
    if last is None:
        how = translate("asking", "It is asked for when a note is due.")
        return Works(here=True, how=how)
    if last.by:
        return Works(here=True, how=told.format(who=", ".join(last.by)))
    return Works(here=False, how=untold)


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


# Programs


def ask_program(
    owner: QObject, program: str, arguments: Sequence[str], over: Callable[[bytes], None]
) -> Callable[[], None]:
    """Run a program that answers on its standard output, and end it when it takes too long.

    ``over`` gets what was said until then, or nothing if it could not even be started. What is
    given back ends it early, and then nobody is told.
    """
    process = QProcess(owner)
    said = bytearray()

    def read() -> None:
        said.extend(process.readAllStandardOutput().data())

    def stop() -> None:
        if not isValid(process) or process.property("over"):
            return
        process.setProperty("over", True)
        # What its signals call may be the last to hold the owner, and an owner that goes while
        # its process does takes the whole of Unbrace along.
        for signal in (process.readyReadStandardOutput, process.finished, process.errorOccurred):
            signal.disconnect()
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(200)
        process.deleteLater()

    def finish(_: None) -> None:
        if isValid(process) and not process.property("over"):
            read()
            stop()
            over(bytes(said))

    finished = once(owner, finish, lambda: None)
    process.readyReadStandardOutput.connect(read)
    process.finished.connect(lambda: finished(None))
    # Later, as an error may come before this has returned.
    process.errorOccurred.connect(lambda _: QTimer.singleShot(0, owner, lambda: finished(None)))
    process.start(program, list(arguments))
    return stop


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
