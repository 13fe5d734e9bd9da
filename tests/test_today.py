"""The page Today with a real history and the built-in routines: what it offers, and when anew."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.keep.history.model import DayOff, Ending, Off, Rating, Record, Run
from desktop.keep.history.rows import Row
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.pages.today.shown import Mark, TodayShown
from desktop.past.fits import Facts
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.today_values import bedtime_near, known_now, next_change, today_shown
from desktop.today_wiring import Around, TodayWiring
from desktop.window import MainWindow
from routines.clock import ManualClock
from routines.lookup import Folders

Key = Qt.Key
NOON = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)  # a Monday
MINUTE = timedelta(minutes=1)


class Here:
    """A person's history, settings and clock."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock(NOON)
        self.library = Library(Folders(), SettingsFile(folder / "settings.json"))
        self.file = folder / "history.sqlite3"
        self.remembering = Remembering(self.file, self.clock, lambda: time(4))
        self.call_ended: datetime | None = None
        self._ids = (f"{number:032x}" for number in count())

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def keep(self, record: Record) -> None:
        assert self.remembering.history.add(record)

    def run(self, ago: timedelta, routine: str = "even-breath", minutes: float = 4) -> None:
        seconds = minutes * 60
        ended = Ending.FINISHED
        self.keep(Run(next(self._ids), routine, routine, self.now - ago, seconds, seconds, ended))

    def rate(self, ago: timedelta, value: int, scale: str = "tension") -> None:
        self.keep(Rating(next(self._ids), self.now - ago, scale, value))

    def settle_on(self, **settings: object) -> None:
        self.library.remember(replace(self.library.settings, **settings))  # type: ignore[arg-type]

    @property
    def shown(self) -> TodayShown:
        history = self.remembering.history
        known = known_now(history, self.library, self.now, self.call_ended)
        return today_shown(history, self.library, known, "")

    @property
    def first(self) -> tuple[str, str]:
        """What is offered first, and why."""
        offer = self.shown.offers[0]
        return offer.id, offer.why


@pytest.fixture
def here(qapp: object, tmp_path: Path) -> Iterator[Here]:
    assert qapp
    here = Here(tmp_path)
    yield here
    here.remembering.close()


# ---------------------------------------------------------------- what fits now


def test_what_is_offered_follows_the_hour(here: Here) -> None:
    here.clock.set_wall(-4 * 3600)
    assert here.first == ("morning-yoga", "It is morning")
    here.clock.set_wall(13 * 3600)
    assert here.first == ("body-scan", "It is evening")
    here.settle_on(bedtime="22:45")
    assert here.first == ("body-scan", "Before bed")


def test_it_says_how_long_the_first_takes_and_shows_its_figure(here: Here) -> None:
    here.clock.set_wall(-4 * 3600)
    first, *others = here.shown.offers
    assert first.line.startswith("10 min · floor")
    assert first.shown is not None
    assert len(others) == 2
    assert all(each.shown is None for each in others)  # nobody sees those


def test_a_high_rating_comes_before_all_else_for_half_an_hour(here: Here) -> None:
    here.rate(MINUTE, 6)
    assert here.first == ("before-a-call", "You rated tension high just now")
    here.clock.set_wall(30 * 60)
    assert here.first[0] != "before-a-call" or "rated" not in here.first[1]


def test_a_lower_rating_or_practice_answers_a_high_one(here: Here) -> None:
    here.rate(10 * MINUTE, 8, "anxiety")
    assert here.first[1] == "You rated anxiety high just now"
    here.rate(5 * MINUTE, 3, "anxiety")
    assert "rated" not in here.first[1]
    here.rate(4 * MINUTE, 7)
    assert "rated" in here.first[1]
    here.run(3 * MINUTE, minutes=2)
    assert "rated" not in here.first[1]


def test_five_is_not_high_and_neither_is_a_good_mood(here: Here) -> None:
    here.rate(MINUTE, 5)
    here.rate(MINUTE, 9, "mood")
    assert "rated" not in here.first[1]


def test_a_long_call_that_has_just_ended_is_a_reason(here: Here) -> None:
    here.call_ended = here.now - MINUTE
    assert here.first[1] == "After a long call"


def test_what_was_done_today_gives_way_to_what_was_not(here: Here) -> None:
    here.call_ended = here.now - MINUTE
    before = here.first[0]
    here.run(60 * MINUTE, before)
    assert here.first[0] != before


@pytest.mark.parametrize(
    ("text", "hour", "expected"),
    [("22:45", 23, 2), ("00:30", 23, 3), ("00:30", 1, 2), ("soon", 23, None), ("", 23, None)],
)
def test_a_bedtime_after_midnight_belongs_to_the_evening(
    text: str, hour: int, expected: int | None
) -> None:
    found = bedtime_near(text, NOON.replace(hour=hour))
    assert (found.day if found is not None else None) == expected


# ---------------------------------------------------------------- the week


def test_the_week_is_seven_dots_and_a_day_off_is_none_that_is_missing(here: Here) -> None:
    here.run(timedelta(0), minutes=5)
    here.run(timedelta(0), minutes=7)
    here.run(timedelta(days=3))
    here.run(timedelta(days=7))  # a week ago is not of the last seven days
    here.keep(Off("f" * 32, "2026-02-28", DayOff.SICK))
    week = here.shown.week
    assert week is not None
    assert week.text == "2 of the last 7 days"
    assert [each.mark for each in week.days] == [
        Mark.OPEN,
        Mark.OPEN,
        Mark.OPEN,
        Mark.DONE,
        Mark.OFF,
        Mark.OPEN,
        Mark.DONE,
    ]
    assert week.days[-1].words == "Today: 12 min"
    assert week.days[4].words == "Saturday, 28 February: ill"
    assert [each.label for each in week.days][-2:] == ["Sun", "Mon"]


def test_the_day_ends_at_four_in_the_morning(here: Here) -> None:
    here.run(timedelta(0))
    here.clock.set_wall(14 * 3600)  # half past two at night
    shown = here.shown
    assert shown.week is not None
    assert shown.week.days[-1].words == "Today: 4 min"
    assert shown.date == "Monday, 2 March"


def test_on_the_first_day_there_is_no_week_to_look_at(here: Here) -> None:
    assert here.shown.week is None
    here.rate(MINUTE, 3)
    assert here.shown.week is not None


def test_a_clock_that_was_put_back_a_year_does_no_harm(here: Here) -> None:
    here.run(timedelta(0))
    here.rate(timedelta(0), 9)
    here.clock.set_wall(-365 * 86_400)
    shown = here.shown
    assert shown.week is not None
    assert not any(each.mark is Mark.DONE for each in shown.week.days)
    assert "rated" not in shown.offers[0].why


# ---------------------------------------------------------------- when anew


def at(hour: int, minute: int = 0, second: int = 1, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(NOON), at(21)),
        (Facts(at(22)), at(4, day=3)),
        (Facts(at(5)), at(11)),
        (Facts(at(2)), at(4)),
        (Facts(NOON, rated_high=NOON), at(13)),
        (Facts(NOON, call_ended=NOON - 10 * MINUTE), at(12, 50)),
        (Facts(NOON, call_ended=NOON - 31 * MINUTE), at(21)),
        (Facts(NOON, bedtime=at(22, 0, 0)), at(20)),
    ],
)
def test_the_page_knows_when_it_may_have_to_change(facts: Facts, expected: datetime) -> None:
    assert next_change(facts, time(4)) == expected


def test_the_turn_of_a_day_that_begins_at_another_hour_is_known_too() -> None:
    assert next_change(Facts(NOON), time(13, 30)) == at(13, 30)


# ---------------------------------------------------------------- in the window


class Seen:
    """The page in the window, as a person has it."""

    def __init__(self, here: Here, application: QApplication) -> None:
        self.theme = Theme(application)
        self.window = MainWindow(self.theme)
        self.elsewhere = QWidget()
        self.window.add_page(self.elsewhere)
        past = Past(self.window, self.theme, here.library, here.remembering, here.clock)
        self.waiting = ""
        around = Around(
            waiting=lambda: self.waiting,
            next_text=lambda: "Posture at 13:00",
            call_ended=lambda: here.call_ended,
        )
        self.wiring = TodayWiring(past, around)
        self.started: list[str] = []
        self.wiring.start_wanted.connect(self.started.append)
        self.window.resize(1120, 760)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def press(self, *keys: Key | str) -> None:
        for key in keys:
            focus: QWidget | None = self.window.focusWidget()
            QTest.keyClick(focus or self.window, key)  # type: ignore[arg-type]  # a character, too
            self.settle()

    def click(self, start: str) -> None:
        buttons = self.wiring.page.findChildren(QAbstractButton)
        (one,) = [each for each in buttons if each.accessibleName().startswith(start)]
        one.click()
        self.settle()

    @property
    def texts(self) -> list[str]:
        labels = self.wiring.page.findChildren(QLabel)
        return [each.text() for each in labels if each.text() and each.isVisible()]

    @property
    def focus(self) -> str:
        return self.window.focusWidget().accessibleName()


See = Callable[[], Seen]


@pytest.fixture
def see(here: Here, qapp: QApplication) -> Iterator[See]:
    opened: list[Seen] = []

    def begin() -> Seen:
        opened.append(Seen(here, qapp))
        return opened[-1]

    yield begin
    for each in opened:
        each.window.close()
        each.window.deleteLater()
        each.theme.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_enter_starts_once_the_page_is_there(see: See) -> None:
    seen = see()
    seen.wiring.show()
    seen.press(Key.Key_Return)
    assert len(seen.started) == 1


def test_a_high_rating_is_kept_and_changes_what_fits_at_once(here: Here, see: See) -> None:
    here.rate(timedelta(hours=4), 4)
    seen = see()
    seen.wiring.show()
    assert not any("rated" in text for text in seen.texts)
    seen.press("6", Key.Key_Return)
    (_, kept) = here.remembering.history.ratings("tension")
    assert (kept.value, kept.at, kept.run) == (6, here.now, "")
    assert "Kept: tension 6. It was 4 this morning." in seen.texts
    assert "You rated tension high just now" in seen.texts
    assert seen.focus == "Start Breathe before a call"
    seen.press(Key.Key_Return)
    assert seen.started == ["before-a-call"]


def test_a_kept_rating_can_be_taken_back(here: Here, see: See) -> None:
    seen = see()
    seen.wiring.show()
    seen.press("8", Key.Key_Return)
    seen.click("Undo")
    assert here.remembering.history.ratings() == ()
    assert not any("Kept" in text or "rated" in text for text in seen.texts)
    QTest.keyClick(seen.wiring.page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert here.remembering.history.ratings() == ()


def test_asking_from_elsewhere_opens_the_page_at_the_numbers(here: Here, see: See) -> None:
    seen = see()
    seen.wiring.ask_now()
    seen.settle()
    assert seen.window.page is seen.wiring.page
    assert seen.focus == "0 of 10"
    seen.press("3", Key.Key_Return)
    assert [each.value for each in here.remembering.history.ratings()] == [3]


def test_what_is_kept_elsewhere_shows_while_the_page_is_seen(here: Here, see: See) -> None:
    seen = see()
    seen.wiring.show()
    seen.settle()
    here.run(timedelta(0))
    here.remembering.changed.emit()
    assert "1 of the last 7 days" in seen.texts


def test_nothing_is_looked_up_while_nobody_sees_the_page(
    here: Here, see: See, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = see()
    seen.wiring.show()
    seen.settle()
    seen.window.show_page(seen.elsewhere)
    assert not seen.wiring._alarm.isActive()
    looked: list[object] = []
    history = here.remembering.history
    real = history.read

    def read(sql: str, values: Sequence[object] = ()) -> list[Row]:
        looked.append(sql)
        return real(sql, values)

    monkeypatch.setattr(history, "read", read)
    here.run(timedelta(0))
    here.remembering.changed.emit()
    seen.settle()
    assert looked == []
    seen.wiring.show()
    assert looked
    assert "1 of the last 7 days" in seen.texts


def test_the_page_turns_with_the_day_by_one_timer(here: Here, see: See) -> None:
    here.run(timedelta(0))
    seen = see()
    seen.wiring.show()
    seen.settle()
    alarm = seen.wiring._alarm
    assert alarm.interval() == round((at(21) - NOON).total_seconds() * 1000)
    here.clock.set_wall(16 * 3600)
    alarm.timeout.emit()
    assert "Tuesday, 3 March" in seen.texts
    assert alarm.isActive()


def test_trouble_and_a_loss_are_told_and_the_loss_once(here: Here, see: See) -> None:
    here.file.write_bytes(b"this was a history once" * 400)
    seen = see()
    seen.wiring.show()
    seen.settle()
    loss = [text for text in seen.texts if str(here.file.parent) in text or "could" in text]
    assert len(loss) == 1
    here.remembering.trouble_changed.emit("Nothing is kept: the disk is full.")
    assert "Nothing is kept: the disk is full." in seen.texts
    here.remembering.trouble_changed.emit("")
    assert "Nothing is kept: the disk is full." not in seen.texts


def test_a_rating_that_cannot_be_written_is_not_said_to_be_kept(here: Here, see: See) -> None:
    here.file.mkdir()  # where the file should be
    seen = see()
    seen.wiring.show()
    seen.press("3", Key.Key_Return)
    assert "Noted: tension 3." in seen.texts
    assert here.remembering.trouble in seen.texts


def test_the_routine_that_waits_and_the_next_reminder_are_asked_for(here: Here, see: See) -> None:
    seen = see()
    seen.waiting = "Body scan is waiting for you at 3:20 of 12:00."
    seen.wiring.show()
    seen.settle()
    assert seen.waiting in seen.texts
    assert "Posture at 13:00" in seen.texts
    seen.waiting = ""
    here.remembering.changed.emit()
    assert not any("waiting" in text for text in seen.texts)


def test_a_card_that_came_before_the_page_has_its_place_on_it(see: See) -> None:
    seen = see()
    card = QLabel("Show this to someone")
    seen.wiring.show_card(card)
    seen.wiring.show()
    seen.settle()
    assert "Show this to someone" in seen.texts
    seen.wiring.show_card(None)
    assert "Show this to someone" not in seen.texts
