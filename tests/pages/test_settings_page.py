"""The settings page: each field by keys and mouse, the search, the way back, narrow windows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.look.appearance import Appearance, Contrast, Movement, Scheme
from desktop.look.list_item import ListItem
from desktop.look.theme import Theme
from desktop.look.time_box import DateBox, TimeBox
from desktop.pages.settings.page import SettingsPage
from desktop.pages.settings.values import (
    DRAGGED,
    Fact,
    NoteValue,
    ReminderLink,
    SettingsValues,
    SwitchValue,
)

Key = Qt.Key
TODAY = date(2026, 11, 23)
VALUES = SettingsValues(
    week=(("tue", ("09:00-12:30", "13:30-18:00")), ("sun", ())),
    bedtime="",
    day_start="04:00",
    absences=(("2026-12-24", "2026-12-28"),),
    programs=("obs",),
    calendars=(ListItem("/c.ics", "/c.ics", "/c.ics is not there.", good=False),),
    note=NoteValue("bottom-right", "A", ("A", "B")),
    show_arc=True,
    autostart=SwitchValue(on=False),
    facts=(Fact("Seeing calls", here=False, how="Install libpulse0."),),
    reminders=(ReminderLink("posture", "Posture", "posture shoulders interval"),),
)


class Page:
    """The page as a person has it: shown, with what it has told."""

    def __init__(self, theme: Theme) -> None:
        self.widget = SettingsPage(TODAY, theme)
        self.told: list[tuple[str, Any]] = []
        self.widget.changed.connect(lambda key, value: self.told.append((key, value)))
        self.widget.show_values(VALUES)
        self.widget.resize(860, 700)
        self.widget.show()
        self.widget.activateWindow()
        QApplication.processEvents()

    def named(self, kind: type[QWidget], name: str) -> QWidget:
        found = [each for each in self.widget.findChildren(kind) if each.isVisible()]
        (one,) = [each for each in found if spoken(each) == name]
        return one

    def press(self, name: str) -> None:
        button = self.named(QAbstractButton, name)
        button.setFocus()
        self.keys(Key.Key_Space)

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def search(self, text: str) -> None:
        self.named(QLineEdit, "Search the settings").setText(text)  # type: ignore[attr-defined]  # it is one
        QApplication.processEvents()

    @property
    def texts(self) -> list[str]:
        labels = [each for each in self.widget.findChildren(QLabel) if each.isVisible()]
        return [each.text() for each in labels]


def spoken(widget: QWidget) -> str:
    """Its name; of a combo box, Qt tells the screen reader what is chosen in place of it."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    gone(theme)


@pytest.fixture
def page(theme: Theme) -> Iterator[Page]:
    page = Page(theme)
    yield page
    page.widget.close()
    gone(page.widget)


def gone(thing: QObject) -> None:
    """Nothing is left of it: what stays would be styled anew with each further page."""
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ---------------------------------------------------------------- hours by weekday


def test_hours_are_set_for_a_day_by_the_keyboard_alone(page: Page) -> None:
    page.named(QAbstractButton, "Reminders on Monday").setFocus()
    page.keys(Key.Key_Tab, Key.Key_Space)
    assert page.told[-1] == ("week", (("mon", ("09:00-17:00",)), *VALUES.week))
    page.type("0815")
    page.keys(Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, TimeBox)
    assert spoken(focus) == "Monday to"
    assert page.told[-1][1] == (("mon", ("08:15-17:00",)), *VALUES.week)
    page.keys(Key.Key_Up)
    assert page.told[-1][1] == (("mon", ("08:15-18:00",)), *VALUES.week)


def test_a_day_is_switched_off_and_its_hours_wait(page: Page) -> None:
    page.press("Reminders on Tuesday")
    assert page.told == [("week", (("tue", ()), ("sun", ())))]
    page.press("Reminders on Tuesday")
    assert page.told[-1] == ("week", VALUES.week)


def test_a_range_is_removed_and_the_last_one_leaves_all_day(page: Page) -> None:
    page.press("Remove 09:00–12:30: Tuesday")
    assert page.told[-1][1] == (("tue", ("13:30-18:00",)), ("sun", ()))
    page.press("Remove 13:30–18:00: Tuesday (2)")
    assert page.told[-1][1] == (("sun", ()),)
    assert QApplication.focusWidget() is page.named(QAbstractButton, "Set hours: Tuesday")


def test_one_days_hours_are_copied_to_all_weekdays_and_no_further(page: Page) -> None:
    page.press("Add hours: Tuesday")
    page.press("Copy the hours of Tuesday to all weekdays")
    hours = ("09:00-12:30", "13:30-18:00", "19:00-22:00")
    days = ("mon", "tue", "wed", "thu", "fri")
    assert page.told[-1][1] == (*((day, hours) for day in days), ("sun", ()))
    copies = [each for each in page.texts if "Copy" in each]
    assert copies == [], "now they are all alike"


def test_a_range_that_ends_where_it_begins_is_not_kept_and_says_why(page: Page) -> None:
    page.press("Set hours: Monday")
    told = len(page.told)
    page.type("1700")
    page.keys(Key.Key_Return)
    assert len(page.told) == told
    assert "A range cannot end where it begins." in page.texts


def test_hours_that_run_over_midnight_say_so(page: Page) -> None:
    page.search("tuesday")
    assert "over midnight" not in page.texts
    end = page.named(TimeBox, "Tuesday to")
    end.setFocus()
    page.type("0200")
    page.keys(Key.Key_Return)
    assert "over midnight" in page.texts


def test_showing_the_same_again_leaves_the_keyboard_where_it_is(page: Page) -> None:
    page.press("Add hours: Tuesday")
    focus = QApplication.focusWidget()
    key, week = page.told[-1]
    page.widget.show_values(replace(VALUES, **{key: week}))
    assert QApplication.focusWidget() is focus


def test_hours_of_a_file_that_cannot_be_read_stay_until_their_day_is_changed(page: Page) -> None:
    page.widget.show_values(replace(VALUES, week=(("mon", ("9-17",)),)))
    page.press("Reminders on Sunday")
    assert page.told[-1][1] == (("mon", ("9-17",)), ("sun", ()))


# ---------------------------------------------------------------- the day


def test_bedtime_is_set_changed_and_unset(page: Page) -> None:
    page.press("I go to bed at about")
    assert page.told == [("bedtime", "22:30")]
    page.named(TimeBox, "Bedtime").setFocus()
    page.type("2315")
    page.keys(Key.Key_Return)
    assert page.told[-1] == ("bedtime", "23:15")
    page.press("I go to bed at about")
    assert page.told[-1] == ("bedtime", "")


def test_an_arrow_changes_the_minutes_by_five(page: Page) -> None:
    start = page.named(TimeBox, "A day begins at")
    start.setFocus(Qt.FocusReason.TabFocusReason)
    page.keys(Key.Key_Up)
    page.keys(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Up)
    assert page.told == [("day_start", "05:00"), ("day_start", "05:05")]


def test_the_wheel_over_a_time_is_meant_for_the_page(page: Page) -> None:
    box = page.named(TimeBox, "A day begins at")
    place, none = QPointF(box.rect().center()), Qt.KeyboardModifier.NoModifier
    turn, phase = QPoint(0, 120), Qt.ScrollPhase.NoScrollPhase
    at, button = box.mapToGlobal(place), Qt.MouseButton.NoButton
    event = QWheelEvent(place, at, QPoint(), turn, button, none, phase, False)
    QCoreApplication.sendEvent(box, event)
    assert page.told == []


def test_days_away_are_added_and_removed(page: Page) -> None:
    first, last = (
        page.named(DateBox, "Away from"),
        page.named(DateBox, "Away until, that day included"),
    )
    first.setFocus(Qt.FocusReason.TabFocusReason)
    page.type("20270104")
    page.keys(Key.Key_Return)
    assert isinstance(last, DateBox)
    assert last.day == date(2027, 1, 4), "the end comes along"
    page.press("Add these days away")
    both = (*VALUES.absences, ("2027-01-04", "2027-01-04"))
    assert page.told == [("absences", both)]
    page.press("Remove Thu 24 Dec 2026 – Mon 28 Dec 2026 (5 days)")
    assert page.told[-1] == ("absences", both[1:])


def test_an_absence_that_ends_before_it_begins_is_refused(page: Page) -> None:
    last = page.named(DateBox, "Away until, that day included")
    assert isinstance(last, DateBox)
    last.show_day(date(2026, 1, 1))
    page.press("Add these days away")
    assert page.told == []
    assert "The last day lies before the first." in page.texts


# ---------------------------------------------------------------- programs, calendars, note


def test_a_program_is_added_once_and_removed(page: Page) -> None:
    field = "While one of these programs runs: The name of a program, as in obs"
    page.named(QLineEdit, field).setFocus()
    for name in (" zoom ", "obs", ""):
        page.type(name)
        page.keys(Key.Key_Return)
    assert page.told == [("programs", ("obs", "zoom"))]
    page.press("Remove obs")
    assert page.told[-1] == ("programs", ())


def test_a_calendar_says_how_it_stands_and_can_be_typed_or_chosen(page: Page) -> None:
    assert "/c.ics is not there." in page.texts
    page.named(QLineEdit, "Calendars: A path to an .ics file or a folder").setFocus()
    page.type("~/a, b.ics")
    page.press("Add to “Calendars”")
    assert page.told == [("calendars", ("/c.ics", "~/a, b.ics"))]
    page.press("Choose a folder …")
    (dialog,) = page.widget.findChildren(QFileDialog)
    assert not dialog.isModal()
    assert page.widget.isEnabled()
    dialog.fileSelected.emit("/mine/calendars")
    dialog.close()
    assert page.told[-1] == ("calendars", ("/c.ics", "/mine/calendars"))


def test_a_corner_and_a_monitor_are_chosen(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.widget.corner_chosen) as corner:
        page.press("Top left")
    with qtbot.waitSignal(page.widget.monitor_chosen) as monitor:
        page.named(QComboBox, "Monitor of the note").setFocus()
        page.keys(Key.Key_Down)
    assert (corner.args, monitor.args) == (["top-left"], ["B"])


def test_one_monitor_is_no_choice_and_a_dragged_note_says_so(page: Page) -> None:
    note = NoteValue(DRAGGED, "", ("A",), was_dragged=True)
    page.widget.show_values(replace(VALUES, note=note))
    assert "On which monitor" not in page.texts
    dragged = page.named(QAbstractButton, "Where I dragged it")
    assert isinstance(dragged, QAbstractButton)
    assert dragged.isChecked()


# ---------------------------------------------------------------- the look


@pytest.mark.parametrize(
    ("chip", "told"),
    [
        ("Colours: Dark", ("scheme", Scheme.DARK)),
        ("Contrast: High", ("contrast", Contrast.HIGH)),
        ("Size of text: 150 %", ("text_scale", 1.5)),
        ("Motion: Reduced", ("movement", Movement.REDUCED)),
    ],
)
def test_a_look_is_chosen(page: Page, chip: str, told: tuple[str, object]) -> None:
    page.press(chip)
    assert page.told == [told]
    page.widget.show_values(replace(VALUES, look=Appearance(**{told[0]: told[1]})))  # type: ignore[arg-type]  # each key has its own type
    assert checked(page, chip)
    page.widget.show_values(VALUES)
    assert not checked(page, chip)


def checked(page: Page, name: str) -> bool:
    chip = page.named(QAbstractButton, name)
    assert isinstance(chip, QAbstractButton)
    return chip.isChecked()


def test_arrow_keys_go_from_size_to_size_and_each_shows_at_once(page: Page) -> None:
    page.named(QAbstractButton, "Size of text: 100 %").setFocus()
    page.keys(Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert page.told == [("text_scale", 1.15), ("text_scale", 1.3), ("text_scale", 1.15)]


def test_a_size_that_is_not_offered_shows_as_the_nearest(page: Page) -> None:
    page.widget.show_values(replace(VALUES, look=Appearance(text_scale=1.45)))
    assert checked(page, "Size of text: 150 %")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("dark", "Colours"),
        ("large", "Size of text"),
        ("contrast", "Contrast"),
        ("motion", "Motion"),
        ("animation", "Motion"),
    ],
)
def test_the_search_finds_a_look_by_the_word_one_has_for_it(
    page: Page, word: str, name: str
) -> None:
    page.search(word)
    assert {"Look", name} <= set(page.texts)
    assert "Bedtime" not in page.texts


def test_what_was_pressed_stays_in_sight_when_everything_grows(page: Page, theme: Theme) -> None:
    page.widget.changed.connect(lambda key, value: theme.choose(Appearance(**{key: value})))
    page.press("Size of text: 200 %")
    QTest.qWait(0)
    QApplication.processEvents()
    chip = page.named(QAbstractButton, "Size of text: 200 %")
    (area,) = page.widget.findChildren(QScrollArea)
    seen = area.viewport().rect()
    place = QRect(chip.mapTo(area.viewport(), QPoint()), chip.size())
    assert theme.sizes.scale == 2.0
    theme.choose(Appearance())
    assert seen.contains(place)


# ---------------------------------------------------------------- the program, search, undo


def test_the_switches_tell_what_is_wanted(page: Page, qtbot: QtBot) -> None:
    page.press("Show the time to the next reminder as an arc")
    assert page.told == [("show_arc", False)]
    with qtbot.waitSignal(page.widget.autostart_switched) as switched:
        page.press("Start in the tray when I log in")
    assert switched.args == [True]


def test_what_depends_on_something_else_is_not_said_to_work(page: Page) -> None:
    page.widget.show_facts((Fact("Starting", here=True, how="It depends.", sure=False),))
    assert "?  Starting: may work here" in page.texts
    assert "It depends." in page.texts


def test_what_works_is_said_anew_when_it_is_known(page: Page) -> None:
    assert "–  Seeing calls: not here" in page.texts
    page.widget.show_facts((Fact("Seeing calls", here=True, how="PulseAudio tells it."),))
    assert {"✓  Seeing calls: works here", "PulseAudio tells it."} <= set(page.texts)
    assert "Install libpulse0." not in page.texts


def test_what_is_said_anew_leaves_the_keyboard_on_a_link_that_was_found(page: Page) -> None:
    page.search("posture")
    link = page.named(QAbstractButton, "The reminder “Posture” ▸")
    link.setFocus()
    page.widget.show_facts(VALUES.facts)
    page.widget.show_values(VALUES)
    assert QApplication.focusWidget() is link


def test_a_search_leaves_what_has_all_its_words(page: Page) -> None:
    page.search("BED")
    assert "Bedtime" in page.texts
    assert "Days away" not in page.texts
    page.search("reminders tuesday")
    assert "Tuesday" in page.texts
    assert "Monday" not in page.texts
    page.search("libpulse0")
    assert "Install libpulse0." in page.texts
    page.search("qigong")
    assert "No setting of that name." in page.texts
    page.search("")
    assert {"Bedtime", "Monday", "On which monitor"} <= set(page.texts)
    assert "Among the reminders" not in page.texts


def test_a_search_leads_to_the_reminder_that_it_finds(page: Page, qtbot: QtBot) -> None:
    page.search("shoulders")
    with qtbot.waitSignal(page.widget.reminder_wanted) as wanted:
        page.press("The reminder “Posture” ▸")
    assert wanted.args == ["posture"]


def test_a_change_can_be_taken_back_while_its_line_is_there(page: Page, qtbot: QtBot) -> None:
    page.widget.show_change("bedtime")
    assert "Changed: bedtime." in page.texts
    with qtbot.waitSignal(page.widget.undo_wanted):
        page.press("Undo: bedtime")
    with qtbot.waitSignal(page.widget.undo_wanted):
        QTest.keyClick(page.widget, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.widget.show_change("")
    assert "Changed: ." not in page.texts


# ---------------------------------------------------------------- names and room


def test_everything_one_can_act_on_has_a_name_of_its_own(page: Page) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QSlider, TimeBox, DateBox)
    acting = [
        each
        for kind in kinds
        for each in page.widget.findChildren(kind)
        if each.isVisible() and each.objectName() != "qt_spinbox_lineedit"
    ]
    names = [spoken(each) for each in acting]
    assert all(names)
    assert len(names) > 30
    assert [name for name in set(names) if names.count(name) > 1] == []


@pytest.mark.parametrize("width", [480, 640, 860])
def test_nothing_is_cut_off_at_the_side(page: Page, width: int) -> None:
    page.widget.show_change("days away")
    page.widget.resize(width, 700)
    for _ in range(3):
        QApplication.processEvents()
    assert page.widget.width() == width
    (area,) = page.widget.findChildren(QScrollArea)
    inner = area.widget()
    assert inner is not None
    assert inner.width() <= area.viewport().width()
    for label in inner.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


# ---------------------------------------------------------------- one's own data


def test_asking_before_and_after_is_switched(page: Page) -> None:
    page.press("Ask how it is before and after a routine")
    assert page.told == [("ask_ratings", False)]
    page.widget.show_values(replace(VALUES, ask_ratings=False))
    page.press("Ask how it is before and after a routine")
    assert page.told[-1] == ("ask_ratings", True)


@pytest.mark.parametrize("words", ["backup", "csv", "erase day", "journal entries", "privacy"])
def test_ones_own_data_is_found(page: Page, words: str) -> None:
    page.search(words)
    assert "No setting of that name." not in page.texts
    assert {"Your data", "Delete what is kept"} & set(page.texts)
    page.search("")


def test_a_change_with_a_sentence_of_its_own_says_that(page: Page) -> None:
    page.widget.show_change("ratings", said="2 records deleted: Ratings.")
    assert "2 records deleted: Ratings." in page.texts
    assert page.named(QAbstractButton, "Undo: ratings").isVisible()
    page.widget.show_change("")
    assert "2 records deleted: Ratings." not in page.texts
