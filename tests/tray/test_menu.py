"""The menu that follows its entries, and the tray's signals, without a panel."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.reminders.showing import Answer
from desktop.system.bus import Bus, BusName
from desktop.tray.menu import TrayMenu
from desktop.tray.state import Offer, PauseFor, Playing, Shown, TrayState, entries_of
from desktop.tray.tray import Tray

FULL = TrayState(
    next_text="Posture at 10:40",
    favourites=(Offer("box", "Rock & breathe"),),
    before_call=Offer("before-a-call", "Before a call"),
)


def actions_of(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        found.append(action)
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            found += actions_of(submenu)
    return found


def action(menu: TrayMenu, text: str) -> QAction:
    return next(each for each in actions_of(menu.menu) if each.text() == text)


@pytest.fixture
def menu(qtbot: QtBot) -> Iterator[TrayMenu]:
    assert qtbot is not None
    menu = TrayMenu()
    menu.show_entries(entries_of(FULL))
    yield menu
    menu.close()


def test_what_is_only_read_cannot_be_chosen(menu: TrayMenu) -> None:
    assert not action(menu, "Posture at 10:40").isEnabled()
    assert action(menu, "Breathe before a call").isEnabled()


def test_an_ampersand_in_a_name_stays_one(menu: TrayMenu) -> None:
    assert action(menu, "Rock && breathe").isEnabled()


def test_the_same_entries_rebuild_nothing(menu: TrayMenu) -> None:
    before = actions_of(menu.menu)
    menu.show_entries(entries_of(replace(FULL, share=0.9)))
    assert actions_of(menu.menu) == before


def test_another_text_is_written_on_the_same_line(menu: TrayMenu) -> None:
    before = actions_of(menu.menu)
    menu.show_entries(entries_of(replace(FULL, next_text="Posture at 11:40")))
    assert actions_of(menu.menu) == before
    assert before[0].text() == "Posture at 11:40"


def test_other_choices_rebuild_it(menu: TrayMenu) -> None:
    chosen: list[object] = []
    menu.chosen.connect(chosen.append)
    menu.show_entries(entries_of(replace(FULL, favourites=(Offer("yoga", "Yoga"),))))
    action(menu, "Yoga").trigger()
    assert chosen == [Offer("yoga", "Yoga")]


def test_it_does_not_change_under_the_pointer(menu: TrayMenu, qtbot: QtBot) -> None:
    menu.menu.popup(menu.menu.pos())
    qtbot.waitUntil(menu.menu.isVisible)
    before = [each.text() for each in actions_of(menu.menu)]
    menu.show_entries(entries_of(TrayState(shown=Shown("Breathe."))))
    assert [each.text() for each in actions_of(menu.menu)] == before
    menu.menu.hide()
    qtbot.waitUntil(lambda: menu.menu.actions()[0].text() == "Breathe.")


# ---------------------------------------------------------------- the tray's signals


class Chosen:
    """A tray on no bus, and what its menu was used for."""

    def __init__(self) -> None:
        self.tray = Tray(Bus(BusName.SESSION))
        self.said: list[object] = []
        said, tray = self.said, self.tray
        tray.open_wanted.connect(lambda: self.said.append("open"))
        tray.quit_wanted.connect(lambda: self.said.append("quit"))
        tray.resume_wanted.connect(lambda: self.said.append("resume"))
        tray.toggle_playing_wanted.connect(lambda: self.said.append("toggle"))
        tray.end_playing_wanted.connect(lambda: self.said.append("end"))
        tray.start_wanted.connect(lambda name: self.said.append(("start", name)))
        tray.pause_wanted.connect(said.append)
        tray.answer_wanted.connect(lambda answer, n: self.said.append((answer, n)))

    def press(self, *texts: str) -> list[object]:
        assert self.tray._menu is not None
        for text in texts:
            action(self.tray._menu, text).trigger()
        pressed = list(self.said)
        self.said.clear()
        return pressed


@pytest.fixture
def chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chosen]:
    assert qtbot is not None
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    chosen = Chosen()
    yield chosen
    chosen.tray.close()


def test_each_entry_gives_its_signal(chosen: Chosen) -> None:
    chosen.tray.show_state(FULL)
    assert chosen.press("Open Unbrace", "Quit") == ["open", "quit"]
    assert chosen.press("Breathe before a call", "Rock && breathe") == [
        ("start", "before-a-call"),
        ("start", "box"),
    ]
    assert chosen.press("For 30 minutes", "Until tomorrow") == [
        PauseFor.HALF_HOUR,
        PauseFor.TOMORROW,
    ]
    chosen.tray.show_state(replace(FULL, paused_text="Paused until 14:00"))
    assert chosen.press("Resume reminders") == ["resume"]
    chosen.tray.show_state(replace(FULL, playing=Playing("Yoga")))
    assert chosen.press("Pause", "End") == ["toggle", "end"]
    chosen.tray.show_state(replace(FULL, shown=Shown("Breathe.", "Start · 1 min")))
    assert chosen.press("Start · 1 min", "In 30 minutes", "Not today", "Skip") == [
        (Answer.START, 0),
        (Answer.LATER, 30),
        (Answer.NOT_TODAY, 0),
        (Answer.SKIP, 0),
    ]


def test_off_screen_there_is_no_icon_and_no_complaint(chosen: Chosen) -> None:
    assert chosen.tray._icon is None
    assert not chosen.tray.is_available


@pytest.fixture
def with_icon(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chosen]:
    """A tray whose icon is made, though no panel will show it."""
    assert qtbot is not None
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr("desktop.tray.tray._WITHOUT_TRAYS", ())
    chosen = Chosen()
    yield chosen
    chosen.tray.close()


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface")
def test_only_a_left_click_opens_the_window(with_icon: Chosen) -> None:
    icon = with_icon.tray._icon
    assert icon is not None
    for reason in QSystemTrayIcon.ActivationReason:
        icon.activated.emit(reason)
    assert with_icon.said == ["open"]


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface")
def test_the_icon_changes_only_when_it_looks_different(
    with_icon: Chosen, monkeypatch: pytest.MonkeyPatch
) -> None:
    icon = with_icon.tray._icon
    assert icon is not None
    painted: list[object] = []
    monkeypatch.setattr(icon, "setIcon", painted.append)
    with_icon.tray.show_state(replace(FULL, share=0.5))
    with_icon.tray.show_state(replace(FULL, share=0.501))
    with_icon.tray.show_state(replace(FULL, share=0.501, next_text="Move at 11:00"))
    assert len(painted) == 1
    assert icon.toolTip() == "Unbrace: Move at 11:00"
