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
from desktop.tray.state import Again, PauseFor, Playing, TrayState
from routines.clock import ManualClock
from routines.lookup import Folders
from routines.reminders.catalogue import ReminderEntry
from tests.reminders.life import ManualAlarm, ManualHolds, ManualIdle, ManualSession, ManualShower


class ManualTray(QObject):
    """Keeps what it is to show."""

    open_wanted = Signal()
    quit_wanted = Signal()
    start_wanted = Signal(str)
    answer_wanted = Signal(Answer, int)
    pause_wanted = Signal(PauseFor)
    resume_wanted = Signal()
    again_wanted = Signal(str)
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
            keep_awake=SimpleNamespace(keep=lambda _name: None, let_go=lambda: None),
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

    def ask(self, command: Command, **values: str | float) -> Response:
        return self.companion.handle(Request(command, values))


@pytest.fixture
def home(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    assert qapp is not None
    monkeypatch.setattr("desktop.companion.reminder_state_file", lambda: tmp_path / "state.json")
    home = Home(tmp_path)
    yield home
    home.companion.end()
    home.owner.deleteLater()


# ---------------------------------------------------------------- playing


def test_who_plays_something_else_is_told_what_was_playing_and_where(home: Home) -> None:
    path = str(home.library.entry("even-breath").path)  # type: ignore[union-attr]  # it is ours
    assert home.ask(Command.PLAY, path=path) == Response(done=True)
    home.companion.set_playing(Playing("Body scan"))
    home.companion.elapsed = lambda: 200.0
    told = home.ask(Command.PLAY, path=path)
    assert told.done
    assert told.message == "Body scan was playing at 3:20: its place is not kept."


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


def test_not_today_can_be_taken_back_by_command_and_in_the_tray(home: Home) -> None:
    for take_back in (
        lambda: home.ask(Command.RESUME, name="posture"),
        lambda: home.tray.again_wanted.emit("posture"),
    ):
        home.until_shown(60)
        assert "`unbrace resume posture`" in home.command("not-today").message
        assert home.ask(Command.STATUS).values["not_today"] == ["posture"]
        assert list(home.tray.state.not_today) == [Again("posture", "Posture")]
        assert "posture" in home.ask(Command.RESUME).message, "a pause is not what holds it"
        take_back()
        assert not home.tray.state.not_today
        coming = home.companion.service.coming()
        assert coming is not None
        assert coming.seconds == 3600
    assert not home.ask(Command.RESUME, name="posture").done


# ---------------------------------------------------------------- asked for by hand


def test_one_asked_for_by_hand_comes_again_after_later(home: Home) -> None:
    assert home.ask(Command.REMIND, name="posture").done
    assert home.command("later").message == "Again in 5 minutes."
    home.until_shown(5)
    assert home.companion.service.shown is not None
    assert home.companion.service.shown.reminder.id == "posture"


def test_one_that_is_off_is_shown_with_start_and_close_alone_and_says_so(home: Home) -> None:
    home.companion.try_now("move")
    assert home.tray.state.shown is not None
    assert home.tray.state.shown.only_close
    for word in ("later", "not-today"):
        refused = home.command(word)
        assert (refused.done, "does not come by itself" in refused.message) == (False, True)
    assert home.note.showing is not None
    assert home.command("skip").done
    assert home.note.showing is None


def test_what_offers_nothing_cannot_be_started(home: Home) -> None:
    home.companion.service.show_now(replace(home.companion.plan().reminders[0], offer=()))
    assert home.command("start").message == "It offers nothing to start."
    assert home.note.showing is not None


# ---------------------------------------------------------------- a word of the program's own


def test_what_the_program_tells_can_only_be_closed(home: Home) -> None:
    assert home.companion.tell("Unbrace stays in the tray.")
    assert home.note.showing is not None
    assert (home.note.showing.only_close, home.note.showing.later_choices) == (True, ())
    assert "unbrace answer skip" in home.command("later").message
    assert home.command("skip").done
    assert home.command("skip").message == "Nothing is shown."
    assert home.note.showing is None


def test_what_the_program_told_goes_when_it_is_not_wanted_any_more(home: Home) -> None:
    home.companion.tell("Unbrace stays in the tray.")
    home.companion.untell()
    assert home.note.showing is None
    home.companion.tell("Unbrace stays in the tray.")
    home.note.press(Answer.SKIP)
    assert not home.companion.is_telling


def test_what_the_program_tells_never_takes_the_place_of_a_reminder(home: Home) -> None:
    home.until_shown(60)
    reminder = home.note.showing
    assert not home.companion.tell("Unbrace stays in the tray.")
    home.companion.untell()
    assert home.note.showing is reminder


def test_a_reminder_takes_the_place_of_what_the_program_told(home: Home) -> None:
    home.companion.tell("Unbrace stays in the tray.")
    home.until_shown(60)
    home.companion.untell()
    assert home.note.showing is not None
    assert home.note.showing.title == "Posture"


# ---------------------------------------------------------------- what cannot be kept


def test_a_pause_that_cannot_be_kept_says_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    home.companion.trouble_changed.connect(told.append)
    assert "cannot be kept" not in home.ask(Command.PAUSE, seconds=3600.0).message
    with monkeypatch.context() as full:
        full.setattr("desktop.companion.write_atomically", lambda *_: "No space left on device")
        answer = home.ask(Command.PAUSE, seconds=3600.0)
        assert answer.done
        assert answer.message.startswith("Paused until ")
        assert answer.message.endswith(", but this cannot be kept: No space left on device")
        assert told[-1].endswith("over a restart: No space left on device")
        assert home.tray.state.trouble == home.companion.trouble == told[-1]
    home.companion.service.resume()
    assert (told[-1], home.companion.trouble, home.tray.state.trouble) == ("", "", "")


def test_an_answer_that_cannot_be_kept_says_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.until_shown(60)
    monkeypatch.setattr("desktop.companion.write_atomically", lambda *_: "Read-only file system")
    message = home.command("later").message
    assert message == "Again in 5 minutes, but this cannot be kept: Read-only file system"


# ---------------------------------------------------------------- pauses by command


def test_a_pause_until_a_date_ends_when_the_day_begins_as_one_until_tomorrow_does(
    home: Home,
) -> None:
    day = (home.clock.now() + timedelta(days=1)).date()
    tomorrow = home.ask(Command.PAUSE, until="tomorrow").message
    assert home.ask(Command.PAUSE, until=day.isoformat()).message == tomorrow
    assert tomorrow.endswith("04:00")


@pytest.mark.parametrize("until", ["2026-02-30", "2020-01-01", "yesterday", "9" * 12])
def test_a_pause_until_no_time_ahead_is_refused(home: Home, until: str) -> None:
    answer = home.ask(Command.PAUSE, until=until)
    assert not answer.done
    assert answer.message.endswith("write 30m, 1h, tomorrow, or a date to come.")


def test_what_comes_next_never_lies_within_the_pause(home: Home) -> None:
    home.ask(Command.PAUSE, seconds=7200.4)
    (next_one,) = (home.ask(Command.STATUS).values["next"],)
    assert next_one == {"reminder": "posture", "seconds": 7201}


# ---------------------------------------------------------------- a broken file


def test_a_broken_reminder_is_told_from_one_that_is_not_there(home: Home, tmp_path: Path) -> None:
    broken = ReminderEntry("b1", tmp_path / "my b1.yaml", own=True, reminder=None)
    home.library.reminders = (*reversed(home.library.reminders), broken)
    found = home.ask(Command.REMIND, name="b1")
    assert not found.done
    assert found.message == f"b1 has a mistake in its file: `unbrace check '{broken.path}'`"
    missing = home.ask(Command.REMIND, name="b2").message
    assert missing.startswith("There is no reminder b2. There are: ")
    known = missing.removesuffix(".").partition("There are: ")[2].split(", ")
    assert known == sorted(known)
    assert "posture" in known
    assert "b1" not in known
