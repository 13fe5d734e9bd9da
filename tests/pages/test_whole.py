"""The pages in the whole window: what lasts and what does not, the way back, the keys."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.keep.paths import reminders_folder, settings_file
from desktop.look.keys_sheet import KeysSheet
from desktop.look.time_box import DateBox
from tests.pages.whole import Whole, look

Key = Qt.Key
Start = Callable[[], Whole]
OWN = 'name: "{name}"\nevery: 1h\nnotes: ["Hi."]\n'


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    """Opens the program, for a test that has set the stage."""
    opened: list[Whole] = []

    def begin() -> Whole:
        opened.append(Whole(qapp))
        return opened[-1]

    yield begin
    for each in opened:
        each.quit()


def newer_file() -> Path:
    """Settings of a version that this one does not know: they are never written over."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"version": 99}))
    return file


# ---------------------------------------------------------------- what lasts


def test_a_change_that_cannot_be_kept_says_so_where_it_is_made(start: Start) -> None:
    file = newer_file()
    whole = start()
    whole.go_to("Settings")
    whole.click(whole.one(QCheckBox, "Reminders on Sunday"))
    reason = f"It holds until you quit: {file} is of a newer version of Unbrace."
    assert f"Changed: hours of the reminders. {reason}" in whole.texts
    assert whole.one(QPushButton, "Undo: hours of the reminders").isEnabled()
    whole.go_to("Reminders")
    whole.click(whole.one(QCheckBox, "Posture"))
    assert f"Changed: Posture. {reason}" in whole.texts


def test_a_change_that_is_kept_says_no_more_than_that(start: Start) -> None:
    whole = start()
    whole.go_to("Reminders")
    whole.click(whole.one(QCheckBox, "Posture"))
    assert "Changed: Posture." in whole.texts


def test_a_switch_of_the_system_that_cannot_be_turned_has_nothing_to_take_back(
    start: Start, own_home: Path
) -> None:
    (own_home / "config" / "autostart").write_text("a file where a folder belongs")
    whole = start()
    whole.go_to("Settings")
    switch = whole.one(QCheckBox, "Start in the tray when I log in")
    whole.click(switch)
    assert not switch.isChecked()
    assert not any(text.startswith("Changed") for text in whole.texts)
    assert any(text.startswith("Starting at login could not") for text in whole.texts)


class Windows(QObject):
    """Everything that was shown as a window of its own."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.shown: list[QObject] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self.shown += [watched] if watched.isWindow() else []
        return False


@pytest.mark.parametrize("page", ["Reminders", "Settings"])
def test_no_part_of_a_page_is_a_window_for_a_moment(
    start: Start, page: str, qapp: QApplication
) -> None:
    whole = start()
    windows = Windows(qapp)
    whole.go_to(page)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


# ---------------------------------------------------------------- the way back


@pytest.mark.parametrize(
    ("page", "control", "change"),
    [
        ("Reminders", "Posture", "Posture"),
        ("Settings", "Reminders on Sunday", "hours of the reminders"),
    ],
)
def test_the_keyboard_goes_back_to_what_was_changed(
    start: Start, page: str, control: str, change: str
) -> None:
    whole = start()
    whole.go_to(page)
    switch = whole.one(QCheckBox, control)
    was_on = switch.isChecked()
    switch.setFocus()
    whole.keys(Key.Key_Space)
    whole.one(QPushButton, f"Undo: {change}").setFocus()
    whole.keys(Key.Key_Space)
    assert switch.isChecked() is was_on
    assert whole.focus == control


def test_nothing_moves_when_the_way_back_is_offered(start: Start) -> None:
    whole = start()
    whole.go_to("Reminders")
    page = whole.window.page
    assert page is not None
    (area,) = [each for each in page.findChildren(QScrollArea) if each.isVisible()]
    before = area.geometry()
    whole.click(whole.one(QCheckBox, "After a long call"))
    assert whole.one(QPushButton, "Undo: After a long call").isVisible()
    assert area.geometry() == before


# ---------------------------------------------------------------- what was lost


def test_settings_that_could_not_be_read_are_told_of_once_with_their_path(start: Start) -> None:
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{no")
    whole = start()
    aside = file.with_name("settings.json.damaged-1")
    assert aside.exists()
    assert any(text.endswith(f"is kept as {aside}") for text in whole.texts)
    whole.click(whole.one(QPushButton, "Close"))
    whole.window.close()
    whole.front.show()
    look()
    assert not any(str(aside) in text for text in whole.texts)


# ---------------------------------------------------------------- keys and folders


@pytest.mark.parametrize(
    ("page", "has", "has_not"),
    [
        ("Routines", "start it", "take the last change back"),
        ("Reminders", "take the last change back", "start it"),
        ("Settings", "take the last change back", "start it"),
    ],
)
def test_a_question_mark_lists_the_keys_of_the_page_that_is_shown(
    start: Start, page: str, has: str, has_not: str
) -> None:
    whole = start()
    whole.go_to(page)
    whole.window.show_keys()
    look()
    assert has in whole.texts
    assert has_not not in whole.texts
    (sheet,) = [each for each in whole.window.findChildren(KeysSheet) if each.isVisible()]
    (area,) = sheet.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0  # all of it is in sight


@pytest.mark.parametrize("keys", ["/", "Ctrl+F"])
def test_the_search_of_the_settings_is_reached_and_cleared_by_keys(start: Start, keys: str) -> None:
    whole = start()
    whole.go_to("Settings")
    if keys == "/":
        whole.keys(Key.Key_Slash)
    else:
        QTest.keyClick(whole.window.windowHandle(), Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert whole.focus == "Search the settings"
    search = whole.one(QLineEdit, "Search the settings")
    QTest.keyClicks(search, "dark")
    whole.keys(Key.Key_Escape)
    assert search.text() == ""
    assert whole.focus == "Search the settings"


def test_the_folder_of_the_reminders_is_made_and_its_path_is_said(start: Start) -> None:
    whole = start()
    whole.go_to("Reminders")
    whole.click(whole.one(QPushButton, "My reminders folder"))
    assert reminders_folder().is_dir()
    assert any(str(reminders_folder()) in text for text in whole.texts)


def test_a_narrow_window_says_what_is_next_and_pauses_too(start: Start) -> None:
    whole = start()
    whole.window.resize(500, 560)
    look()
    whole.click(whole.one(QPushButton, "Pause or resume the reminders"))
    assert whole.inside.companion.service.paused_until is not None
    assert any(text.startswith("Paused until") for text in whole.texts)


# ---------------------------------------------------------------- fields


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Reminders", "How After a long call shows itself"),
        ("Settings", "A day begins at"),
        ("Settings", "Away from"),
    ],
)
def test_the_wheel_over_a_field_neither_changes_it_nor_takes_the_keyboard(
    start: Start, page: str, name: str
) -> None:
    whole = start()
    whole.go_to(page)
    if page == "Settings":
        whole.one(QLineEdit, "Search the settings").setText("your day")
        look()
    (field,) = [
        each
        for kind in (QComboBox, QAbstractSpinBox)
        for each in whole.window.findChildren(kind)
        if each.accessibleName() == name
    ]
    before = whole.focus, said_in(field)
    turn_wheel(field)
    assert (whole.focus, said_in(field)) == before
    assert not field.hasFocus()
    # By this, Qt decides about the keyboard for a wheel that is really turned.
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus


def said_in(field: QWidget) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()  # type: ignore[attr-defined]  # of a spin box


def turn_wheel(widget: QWidget) -> None:
    """As from the system: Qt moves the keyboard before the widget hears of it."""
    window = widget.window().windowHandle()
    at = QPointF(widget.mapTo(widget.window(), widget.rect().center()))
    event = QWheelEvent(
        at,
        QPointF(window.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window, event)
    look()


def test_a_list_that_drops_down_shows_all_of_its_entries(start: Start) -> None:
    whole = start()
    whole.go_to("Reminders")
    (styles,) = [
        each
        for each in whole.window.findChildren(QComboBox)
        if each.accessibleName() == "How After a long call shows itself"
    ]
    styles.showPopup()
    look()
    view = styles.view()
    model = styles.model()
    rows = [view.visualRect(model.index(row, 0)) for row in range(styles.count())]
    assert len(rows) == 3
    assert all(view.viewport().rect().contains(row) for row in rows)
    assert view.window().height() - sum(row.height() for row in rows) <= 4  # and no white strips
    styles.hidePopup()


def test_days_away_need_no_more_keys_than_they_have_parts(start: Start) -> None:
    whole = start()
    whole.go_to("Settings")
    whole.one(QLineEdit, "Search the settings").setText("vacation")
    look()
    (first,) = [each for each in whole.window.findChildren(DateBox) if "from" in spoken(each)]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    whole.keys(Key.Key_Tab)
    assert whole.focus == "Away until, that day included"
    whole.keys(Key.Key_Tab)
    assert whole.focus == "Add these days away"
    assert whole.inside.library.settings.absences == ()
    QTest.keyClick(whole.window.windowHandle(), Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    whole.keys(Key.Key_Up, Key.Key_Return)  # Enter in the last date adds too
    assert len(whole.inside.library.settings.absences) == 1


def spoken(widget: QWidget) -> str:
    return widget.accessibleName()


def test_examples_in_a_field_are_not_cut(start: Start) -> None:
    whole = start()
    whole.go_to("Settings")
    for edit in whole.window.findChildren(QLineEdit):
        if edit.placeholderText():
            words = edit.fontMetrics().horizontalAdvance(edit.placeholderText())
            assert edit.contentsRect().width() > words + 8, edit.placeholderText()


def test_a_name_stands_beside_its_box_whichever_way_it_runs(start: Start) -> None:
    folder = reminders_folder()
    folder.mkdir(parents=True)
    (folder / "rtl.yaml").write_text(OWN.format(name="תזכורת"), "utf-8")
    (folder / "long.yaml").write_text(OWN.format(name="W" * 600), "utf-8")
    whole = start()
    whole.go_to("Reminders")
    (hebrew,) = [each for each in whole.window.findChildren(QLabel) if each.text() == "תזכורת"]
    assert ink(hebrew).left() < 20
    (long,) = [each for each in whole.window.findChildren(QLabel) if each.text() == "W" * 600]
    whole_word = ink(long)
    end = ink(long, QRect(whole_word.right() - 3, 0, 4, long.height()))
    assert end.height() < whole_word.height() / 2  # the last dot of "…", and no half of a letter


def ink(label: QLabel, part: QRect | None = None) -> QRect:
    """What is painted in ``part`` of a label."""
    image = label.grab().toImage()
    paper = image.pixel(0, 0)
    found = QRect()
    part = (part or image.rect()).intersected(image.rect())
    for x in range(part.left(), part.right() + 1):
        for y in range(part.top(), part.bottom() + 1):
            if image.pixel(x, y) != paper:
                found |= QRect(x, y, 1, 1)
    return found


# ---------------------------------------------------------------- a pause until a moment


def choose_until(whole: Whole) -> None:
    whole.go_to("Reminders")
    whole.click(whole.one(QPushButton, "Pause the reminders"))
    (menu,) = [each for each in whole.window.findChildren(QMenu) if each.isVisible()]
    (until,) = [each for each in menu.actions() if each.text() == "Until a date and time …"]
    menu.close()
    until.trigger()
    look()


def test_reminders_pause_until_a_date_and_time_by_keys_alone(start: Start) -> None:
    whole = start()
    choose_until(whole)
    assert whole.focus == "Pause until this day"
    day = whole.clock.now().date() + timedelta(days=3)
    whole.keys(*(Key(ord(figure)) for figure in f"{day:%Y%m%d}"))
    whole.keys(Key.Key_Tab)
    assert whole.focus == "Pause until this time"
    whole.keys(*(Key(ord(figure)) for figure in "1430"))
    whole.keys(Key.Key_Return)
    until = whole.inside.companion.service.paused_until
    assert until is not None
    assert until.astimezone() == datetime.combine(day, time(14, 30)).astimezone()
    assert whole.focus == "Pause the reminders"
    assert f"Paused until {day}, 14:30" in whole.texts


def test_a_moment_that_has_passed_is_refused_and_the_choice_can_be_left(start: Start) -> None:
    whole = start()
    choose_until(whole)
    whole.keys(*(Key(ord(figure)) for figure in "20200101"))
    whole.click(whole.one(QPushButton, "Pause until then"))
    assert whole.inside.companion.service.paused_until is None
    assert "That is no time ahead." in whole.texts
    whole.click(whole.one(QPushButton, "Leave it"))
    assert "That is no time ahead." not in whole.texts
    assert "Pause until" not in whole.texts
