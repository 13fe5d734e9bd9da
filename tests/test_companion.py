"""The companion in the background: what the tray shows of it, and what a command is answered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.companion import Companion
from desktop.control.messages import Command, Request, Response
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.reminders.service import KEEP_EVERY
from desktop.reminders.showing import Answer
from desktop.reminders.wishes import Wish
from desktop.surroundings import Surroundings
from desktop.tray.state import PauseFor, TrayState
from routines.clock import ManualClock
from routines.lookup import Folders
from tests.reminders.life import ManualAlarm, ManualHolds, ManualIdle, ManualSession, ManualShower


class ManualTray(QObject):
    """Keeps what it is to show."""

    open_wanted = Signal()
    quit_wanted = Signal()
    start_wanted = Signal(str)
    answer_wanted = Signal(Answer, int)
    pause_wanted = Signal(PauseFor)
    resume_wanted = Signal()
    toggle_playing_wanted = Signal()
    end_playing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = TrayState()

    def show_state(self, state: TrayState) -> None:
        self.state = state


class ManualCalendars(QObject):
    meetings_changed = Signal(object)

    def use(self, places: list[Path]) -> None: ...


class Home:
    """A companion on a desk of which every part does as the test says."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock()
        self.alarm, self.session = ManualAlarm(), ManualSession()
        self.idle, self.holds = ManualIdle(self.clock), ManualHolds()
        self.note, self.tray, self.calendars = ManualShower(), ManualTray(), ManualCalendars()
        self.library = Library(Folders(), SettingsFile(folder / "settings.json"))
        wishes = {each.id: Wish(on=each.id == "posture") for each in self.library.reminders}
        self.wish(reminders=wishes)
        surroundings = SimpleNamespace(
            alarm=self.alarm,
            idle=self.idle,
            session=self.session,
            holds=lambda: self.holds,
            note=self.note,
            notification=ManualShower(),
            tray=self.tray,
            calendars=self.calendars,
            programs=SimpleNamespace(use=lambda _names: None),
            close=lambda: None,
        )
        self.owner = QObject()
        self.companion = Companion(
            self.clock, self.library, cast("Surroundings", surroundings), self.owner
        )
        self.companion.begin()

    def wish(self, **changes: Any) -> None:
        self.library.remember(replace(self.library.settings, **changes))

    def stay(self, minutes: int) -> None:
        """Let time pass; every four minutes all is kept."""
        for minute in range(1, minutes + 1):
            self.clock.advance(60)
            if self.alarm.when is not None and self.alarm.when <= self.clock.now():
                self.alarm.rang.emit()
            if minute % 4 == 0:
                (timer,) = (
                    each
                    for each in self.companion.service.findChildren(QTimer)
                    if each.interval() == KEEP_EVERY
                )
                timer.timeout.emit()

    def until_shown(self, minutes: int) -> None:
        self.stay(minutes)
        self.idle.untouched(3.0)
        self.idle.touch()
        assert self.companion.service.shown is not None

    def command(self, word: str) -> Response:
        return self.companion.handle(Request(Command.ANSWER, {"answer": word, "minutes": 5.0}))


@pytest.fixture
def home(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    assert qapp is not None
    monkeypatch.setattr("desktop.companion.reminder_state_file", lambda: tmp_path / "state.json")
    home = Home(tmp_path)
    yield home
    home.companion.end()
    home.owner.deleteLater()


# ---------------------------------------------------------------- the arc


def test_the_arc_grows_with_the_hour_in_few_steps(home: Home) -> None:
    shares = []
    for _ in range(14):
        home.stay(4)
        shares.append(home.tray.state.share)
    assert shares[0] == 0
    assert shares[-1] == 0.875
    assert len(set(shares)) == 8


def test_whoever_does_not_want_the_arc_has_none(home: Home) -> None:
    home.wish(show_arc=False)
    home.companion.renew()
    assert home.tray.state.share is None
    home.wish(show_arc=True)
    home.companion.renew()
    assert home.tray.state.share == 0


def test_what_the_tray_says_does_not_stay_behind_the_time(home: Home) -> None:
    assert "60 minutes" in home.tray.state.next_text
    home.stay(40)
    assert "20 minutes" in home.tray.state.next_text


# ---------------------------------------------------------------- answers by command


def test_a_fourth_later_gets_a_clear_word_and_the_note_stays(home: Home) -> None:
    home.until_shown(60)
    for _ in range(3):
        assert home.tray.state.shown is not None
        assert home.tray.state.shown.later_choices == (5, 15, 30)
        assert home.command("later").done
        home.until_shown(5)
    assert home.tray.state.shown is not None
    assert home.tray.state.shown.later_choices == ()
    refused = home.command("later")
    assert (refused.done, refused.message) == (
        False,
        "It has been put off often enough: skip, or not-today.",
    )
    assert home.companion.service.shown is not None
    assert home.command("not-today").done
    assert home.companion.service.shown is None


def test_no_answer_is_told_from_nothing_to_answer(home: Home) -> None:
    assert "start, later, skip, not-today" in home.command("perhaps").message
    assert home.command("later").message == "Nothing is shown."
    assert home.command("skip").message == "Nothing is shown."


def test_not_today_is_until_tomorrow(home: Home) -> None:
    home.until_shown(60)
    assert home.command("not-today").done
    coming = home.companion.service.coming()
    assert coming is not None
    assert timedelta(seconds=coming.seconds) > timedelta(hours=12)
