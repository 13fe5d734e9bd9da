"""Notifications against a service that does as the test says, over a real message bus."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.reminders.notification import (
    ADDRESS,
    CLOSED_MEANS_IGNORED_AFTER,
    NotificationShower,
    Service,
)
from desktop.reminders.showing import SHOWN_FOR, Answer, Shower, Showing
from desktop.system.bus import Bus, BusName
from tests.desk import Desk
from tests.reminders.fake_service import FakeService
from tests.reminders.manual import POSTURE, ManualTimer

OTHER = Showing("other-1", "Other", "Stand up.")


class Told:
    """A shower on the desk's bus, the timers it holds, and what it said."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.expiry, self.patience = ManualTimer(), ManualTimer()
        self.shower = NotificationShower(bus, expiry=self.expiry, patience=self.patience)
        self.answers: list[tuple[str, Answer, int]] = []
        self.vanished: list[str] = []
        self.shower.answered.connect(lambda *each: self.answers.append(each))
        self.shower.vanished.connect(self.vanished.append)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture
def told(desk: Desk, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> Iterator[Told]:
    assert qapp is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.env["DBUS_SESSION_BUS_ADDRESS"])
    bus = Bus(BusName.SESSION)
    assert bus.open()
    yield Told(bus)
    bus.close()


@pytest.fixture
def serve(told: Told, qtbot: QtBot) -> Iterator[Callable[..., FakeService]]:
    """Starts a service, and waits until the shower knows it."""
    services: list[FakeService] = []

    def serve(*capabilities: str, answering: bool = True) -> FakeService:
        known = capabilities or ("actions", "body", "body-markup")
        services.append(FakeService(known, answering=answering))
        qtbot.waitUntil(lambda: told.shower._service in (Service.READY, Service.WITHOUT_BUTTONS))
        return services[-1]

    yield serve
    for service in services:
        service.die()


Serve = Callable[..., FakeService]


@pytest.fixture
def service(serve: Serve, told: Told, qtbot: QtBot) -> FakeService:
    """A full service that shows POSTURE."""
    service = serve()
    told.shower.show(POSTURE)
    qtbot.waitUntil(lambda: bool(service.shown) and not told.shower._sending)
    return service


def settle(told: Told, qtbot: QtBot) -> None:
    """Wait until all that the service has said before now has arrived."""
    back: list[object] = []
    told.bus.method(ADDRESS, "GetServerInformation", replied=back.append)
    qtbot.waitUntil(lambda: bool(back))


# ---------------------------------------------------------------- what is there


def test_it_is_a_shower(told: Told) -> None:
    shower: Shower = told.shower
    assert not shower.works().here, "nobody serves yet"


def test_a_service_that_comes_and_goes_is_noticed(told: Told, serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    assert told.shower.works().here
    service.die()
    qtbot.waitUntil(lambda: not told.shower.works().here)


def test_a_service_without_buttons_is_not_used(told: Told, serve: Serve, qtbot: QtBot) -> None:
    service = serve("body")
    works = told.shower.works()
    assert not works.here
    assert "buttons" in works.how
    told.shower.show(POSTURE)
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"])
    assert "Notify" not in service.calls


def test_without_a_service_a_showing_vanishes(told: Told, qtbot: QtBot) -> None:
    told.shower.show(POSTURE)
    assert told.vanished == [], "not before show has returned"
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"])
    assert told.answers == []
    assert told.expiry.seconds is None


def test_without_a_bus_a_showing_vanishes(
    monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication, qtbot: QtBot
) -> None:
    assert qapp is not None
    for variable in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(variable, raising=False)
    bus = Bus(BusName.SESSION)
    assert not bus.open()
    told = Told(bus)
    assert not told.shower.works().here
    told.shower.show(POSTURE)
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"])
    bus.close()


# ---------------------------------------------------------------- what is sent


def test_it_sends_title_sentence_and_three_buttons(told: Told, service: FakeService) -> None:
    program, replaced, _, title, text, actions, hints, expires = service.last
    assert (program, replaced, title, text) == ("Unbrace", 0, "Posture", "Drop your shoulders.")
    assert actions == ["start", "Start · 1 min", "later", "Later (5 min)", "skip", "Skip"]
    assert hints["suppress-sound"] == ("b", True)
    assert expires == 120_000
    width, height, row, _, _, _, data = hints["image-data"][1]
    assert len(data) == row * height
    assert width * 4 == row
    assert told.expiry.seconds == SHOWN_FOR


def test_what_can_only_be_closed_has_no_later(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    told.shower.show(replace(OTHER, later_choices=(), only_close=True))
    qtbot.waitUntil(lambda: service.last[4] == "Stand up.")
    assert service.last[5] == ["skip", "Close"]


def test_what_cannot_be_put_off_any_more_has_no_later(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    told.shower.show(replace(POSTURE, id="fourth", later_choices=()))
    qtbot.waitUntil(lambda: len(service.replaced) == 2)
    settle(told, qtbot)
    assert service.last[5] == ["start", "Start · 1 min", "not-today", "Not today", "skip", "Skip"]
    for button in ("later", "not-today"):
        service.press(button)
        settle(told, qtbot)
    assert told.answers == [("fourth", Answer.NOT_TODAY, 0)]


@pytest.mark.parametrize(
    ("capabilities", "sent"),
    [
        (("actions", "body-markup"), '1 &lt; 2 &amp; "x" &lt;b&gt;'),
        (("actions", "body"), '1 < 2 & "x" <b>'),
    ],
)
def test_text_is_escaped_just_where_it_would_be_markup(
    told: Told, serve: Serve, qtbot: QtBot, capabilities: tuple[str, ...], sent: str
) -> None:
    service = serve(*capabilities)
    told.shower.show(Showing("x", "A & <b>", '1 < 2 & "x" <b>'))
    qtbot.waitUntil(lambda: bool(service.shown))
    assert service.last[3:5] == ("A & <b>", sent)
    assert service.last[5][0] == "later", "nothing to start"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x" * 100_000, "\x1b[0m\x7f\ufffe", ""])
def test_no_text_makes_the_bus_hang_up(told: Told, serve: Serve, qtbot: QtBot, text: str) -> None:
    service = serve()
    told.shower.show(Showing("x", text, text, text))
    qtbot.waitUntil(lambda: bool(service.shown))
    settle(told, qtbot)
    assert told.bus.is_open
    assert len(service.last[4]) <= 1000


# ---------------------------------------------------------------- answers


@pytest.mark.parametrize(
    ("key", "answer", "minutes"),
    [("start", Answer.START, 0), ("later", Answer.LATER, 5), ("skip", Answer.SKIP, 0)],
)
def test_a_button_answers_once_and_the_notification_goes(
    told: Told, service: FakeService, qtbot: QtBot, key: str, answer: Answer, minutes: int
) -> None:
    service.press(key)
    service.press(key)
    qtbot.waitUntil(lambda: bool(service.closed))
    settle(told, qtbot)
    assert told.answers == [("posture-1", answer, minutes)]
    assert service.closed == [service.number]
    assert told.vanished == []
    assert told.expiry.seconds is told.patience.seconds is None


def test_gnome_closes_twice_before_it_names_the_button(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    service.close_by_hand()
    service.close_by_hand()
    settle(told, qtbot)
    assert told.answers == []
    assert told.patience.seconds == CLOSED_MEANS_IGNORED_AFTER == 0.25
    service.press("later")
    qtbot.waitUntil(lambda: bool(told.answers))
    service.close_by_hand()
    settle(told, qtbot)
    assert told.answers == [("posture-1", Answer.LATER, 5)]
    assert told.patience.seconds is None


def test_closed_without_a_button_is_ignored_a_moment_later(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    service.close_by_hand()
    settle(told, qtbot)
    told.patience.ring()
    assert told.answers == [("posture-1", Answer.IGNORED, 0)]
    service.press("start")
    settle(told, qtbot)
    assert len(told.answers) == 1


def test_after_two_minutes_it_is_withdrawn_and_ignored(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    told.expiry.ring()
    assert told.answers == [("posture-1", Answer.IGNORED, 0)]
    qtbot.waitUntil(lambda: service.closed == [service.number])
    settle(told, qtbot)
    assert len(told.answers) == 1


def test_the_buttons_of_another_program_are_not_ours(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    service.press("start", number=7)
    service.close_by_hand(number=7)
    service.press("default")
    settle(told, qtbot)
    assert told.answers == []
    assert told.patience.seconds is None


def test_withdrawn_it_is_closed_without_an_answer(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    told.shower.withdraw()
    told.shower.withdraw()
    qtbot.waitUntil(lambda: service.closed == [service.number])
    settle(told, qtbot)
    assert told.answers == []
    assert told.vanished == []


# ---------------------------------------------------------------- one at a time


def test_another_showing_replaces_it(told: Told, service: FakeService, qtbot: QtBot) -> None:
    first = service.number
    told.shower.show(OTHER)
    qtbot.waitUntil(lambda: service.replaced == [0, first])
    settle(told, qtbot)
    service.press("skip")
    qtbot.waitUntil(lambda: bool(told.answers))
    assert told.answers == [("other-1", Answer.SKIP, 0)]


def test_what_is_closed_already_is_not_replaced(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    service.close_by_hand()
    settle(told, qtbot)
    told.shower.show(OTHER)
    qtbot.waitUntil(lambda: service.replaced == [0, 0])
    assert told.patience.seconds is None
    assert told.answers == []


def test_shown_and_replaced_before_the_service_answers(
    told: Told, serve: Serve, qtbot: QtBot
) -> None:
    service = serve(answering=False)
    told.shower.show(POSTURE)
    told.shower.show(Showing("never", "Never", "Not sent."))
    told.shower.show(OTHER)
    qtbot.waitUntil(lambda: bool(service._unanswered))
    service.answer_all()
    qtbot.waitUntil(lambda: service.replaced == [0, 41])
    settle(told, qtbot)
    service.press("skip")
    qtbot.waitUntil(lambda: bool(told.answers))
    assert told.answers == [("other-1", Answer.SKIP, 0)]


def test_withdrawn_before_the_service_answers_it_is_closed_after(
    told: Told, serve: Serve, qtbot: QtBot
) -> None:
    service = serve(answering=False)
    told.shower.show(POSTURE)
    qtbot.waitUntil(lambda: bool(service._unanswered))
    told.shower.withdraw()
    service.answer_all()
    qtbot.waitUntil(lambda: service.closed == [41])
    assert told.answers == []


# ---------------------------------------------------------------- what dies


def test_a_service_that_dies_takes_the_showing_with_it_once(
    told: Told, service: FakeService, qtbot: QtBot
) -> None:
    service.die()
    qtbot.waitUntil(lambda: bool(told.vanished))
    settle(told, qtbot)
    assert told.vanished == ["posture-1"]
    assert told.answers == []
    assert told.expiry.seconds is None


def test_a_service_that_dies_before_it_answers(told: Told, serve: Serve, qtbot: QtBot) -> None:
    service = serve(answering=False)
    told.shower.show(POSTURE)
    qtbot.waitUntil(lambda: bool(service._unanswered))
    service.die()
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"])
    settle(told, qtbot)
    assert told.vanished == ["posture-1"]
    assert not told.shower._sending


def test_a_service_that_refuses(told: Told, serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    service.refusing = True
    told.shower.show(POSTURE)
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"])
    service.refusing = False
    told.shower.show(OTHER)
    qtbot.waitUntil(lambda: bool(service.shown))


def test_it_shows_again_when_another_service_has_come(
    told: Told, serve: Serve, service: FakeService, qtbot: QtBot
) -> None:
    service.die()
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"] and not told.shower.works().here)
    second = serve()
    told.shower.show(OTHER)
    qtbot.waitUntil(lambda: bool(second.shown))
    settle(told, qtbot)
    assert second.replaced == [0], "the number of a dead service means nothing to this one"
    second.press("skip")
    qtbot.waitUntil(lambda: told.answers == [("other-1", Answer.SKIP, 0)])
