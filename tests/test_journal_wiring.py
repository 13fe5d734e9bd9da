"""The journal in a real window over a real history: keys, drafts, the way back, and silence."""

import logging
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop.journal_wiring import JournalWiring
from desktop.keep.history.model import Entry
from desktop.keep.history.store import History
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.look.keys_sheet import KeysSheet
from desktop.look.theme import Theme
from desktop.pages.journal.page import DRAFT_EVERY, JournalPage
from desktop.pages.journal.paper import Paper
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.window import MainWindow
from routines.clock import ManualClock
from routines.lookup import Folders

Key = Qt.Key
Held = Qt.KeyboardModifier
SECRET = "zwiebelkuchen"


@dataclass
class There:
    """A window with a page of somebody else's, and the journal behind it."""

    past: Past
    wiring: JournalWiring
    home: QWidget

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
        QTest.keyClick(self.past.window.windowHandle(), key, held)
        look()

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        look()

    def keep(self, number: int, text: str, minutes: float | None = None) -> Entry:
        at = self.past.clock.now() - timedelta(minutes=number if minutes is None else minutes)
        entry = Entry(f"{number:032x}", at, at, text)
        assert self.past.remembering.add(entry)
        look()
        return entry

    def show(self) -> None:
        self.wiring.show()
        look()

    @property
    def page(self) -> JournalPage:
        page = self.past.window.page
        assert isinstance(page, JournalPage)
        return page

    @property
    def papers(self) -> list[str]:
        """The texts in the order in which they are seen."""
        found = [each for each in self.page.findChildren(Paper) if each.isVisible()]
        found.sort(key=lambda each: each.mapTo(self.page, each.rect().topLeft()).y())
        return [each.toPlainText() for each in found]

    @property
    def paper(self) -> Paper:
        """The one that has the keyboard."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, Paper)
        return focus

    @property
    def kept(self) -> list[str]:
        return [entry.text for entry in self.past.remembering.history.entries()]

    def button(self, name: str) -> QPushButton:
        found = [each for each in self.page.findChildren(QPushButton) if each.isVisible()]
        (one,) = [each for each in found if name in (each.text(), each.accessibleName())]
        return one

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        look()

    @property
    def field(self) -> QLineEdit:
        (field,) = self.page.findChildren(QLineEdit)
        return field

    def search(self, text: str) -> None:
        field = self.field
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text) if text else QTest.keyClick(field, Key.Key_Backspace)
        QTest.keyClick(field, Key.Key_Return)
        look()

    @property
    def labels(self) -> str:
        found = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        return "\n".join(each.text() for each in found)


def look() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def there(qapp: QApplication, tmp_path: Path) -> Iterator[There]:
    font, clock = QFont(qapp.font()), ManualClock()
    theme = Theme(qapp)
    window = MainWindow(theme)
    library = Library(Folders(tmp_path), SettingsFile(tmp_path / "settings.json"))
    remembering = Remembering(tmp_path / "history.sqlite3", clock, lambda: time(4))
    past = Past(window, theme, library, remembering, clock)
    home = QPushButton("home")
    window.add_page(home)
    window.show_page(home)
    wiring = JournalWiring(past)
    window.resize(1120, 760)
    window.show()
    window.activateWindow()
    look()
    yield There(past, wiring, home)
    window.hide()
    look()
    remembering.close()
    for thing in (window, theme):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setFont(font)


# ---------------------------------------------------------------- reading


def test_an_empty_journal_invites_and_one_key_begins(there: There) -> None:
    there.show()
    assert "Short bursts are enough" in there.labels
    assert QApplication.focusWidget() is there.button("Write")
    there.press(Key.Key_N, Held.ControlModifier)
    there.type("first words")
    there.press(Key.Key_Return, Held.ControlModifier)
    assert there.kept == ["first words"]
    assert there.papers == ["first words"]
    assert there.paper.toPlainText() == "first words"
    assert not there.paper.writing
    assert "Short bursts" not in there.labels


def test_arrows_lead_from_entry_to_entry(there: There) -> None:
    for number, text in enumerate(("newest", "middle", "oldest")):
        there.keep(number, text)
    there.show()
    assert there.papers == ["newest", "middle", "oldest"]
    seen = [there.paper.toPlainText()]
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up):
        there.press(key)
        seen.append(there.paper.toPlainText())
    assert seen == ["newest", "middle", "oldest", "oldest", "middle"]


def test_thousands_of_entries_make_few_widgets_and_can_all_be_reached(there: There) -> None:
    history = there.past.remembering.history
    at = there.past.clock.now()
    entries = [Entry(f"{n:032x}", at - timedelta(hours=n), at, f"text {n}") for n in range(60)]
    for entry in entries:
        history.add(entry)
    there.show()
    seen = [*there.papers]
    assert len(seen) == 25
    for _ in range(2):
        there.click("Earlier entries")
        seen += there.papers
    assert seen == [entry.text for entry in entries]
    assert len(there.page.findChildren(Paper)) < 80
    there.click("Later entries")
    assert there.papers[0] == "text 25"
    assert there.paper.toPlainText() == "text 25"


def test_a_search_marks_what_it_finds_in_plain_text(there: There) -> None:
    there.keep(1, "🙂 <b>Calm</b> sea")
    there.keep(2, "a storm")
    there.show()
    there.press(Key.Key_Slash)
    assert QApplication.focusWidget() is there.field
    there.search("calm <b>")
    assert there.papers == ["🙂 <b>Calm</b> sea"]
    (paper,) = [each for each in there.page.findChildren(Paper) if each.isVisible()]
    marked = [each.cursor.selectedText() for each in paper.extraSelections()]
    assert marked == ["<b>", "Calm"]
    there.search("zebra")
    assert there.papers == []
    assert "Nothing found." in there.labels
    there.press(Key.Key_Escape)
    there.press(Key.Key_Return)
    assert len(there.papers) == 2


def test_what_comes_from_elsewhere_is_shown_while_the_page_is_seen(there: There) -> None:
    there.show()
    there.keep(1, "from a routine")
    assert there.papers == ["from a routine"]


def test_an_entry_is_copied_whole_or_as_far_as_it_is_selected(there: There) -> None:
    text = "long words " * 200
    there.keep(1, text)
    there.show()
    there.press(Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == text
    cursor = there.paper.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    there.paper.setTextCursor(cursor)
    there.press(Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "long"
    there.click("Show all of it")
    assert there.paper.toPlainText() == text


# ---------------------------------------------------------------- writing


def test_an_entry_is_changed_in_place_and_that_is_taken_back(there: There) -> None:
    before = there.keep(1, "old")
    there.show()
    there.past.clock.advance(60)  # type: ignore[attr-defined]  # a clock that is moved by hand
    there.press(Key.Key_Return)
    assert there.paper.writing
    there.type(" and new?")
    there.press(Key.Key_Escape)
    (entry,) = there.past.remembering.history.entries()
    assert (entry.text, entry.at) == ("old and new?", before.at)
    assert entry.changed == there.past.clock.now()
    assert there.paper.toPlainText() == "old and new?"
    assert "Changed: entry of" in there.labels
    there.press(Key.Key_Z, Held.ControlModifier)
    assert there.kept == ["old"]
    assert there.papers == ["old"]
    assert "Changed:" not in there.labels


def test_a_look_without_a_change_changes_nothing(there: There) -> None:
    before = there.keep(1, "old\u00a0words")
    there.show()
    there.press(Key.Key_Return)
    there.press(Key.Key_Escape)
    assert there.past.remembering.history.entries() == (before,)
    assert "Changed:" not in there.labels


def test_typing_is_kept_on_the_way_even_while_the_page_shows_it(there: There) -> None:
    assert DRAFT_EVERY <= 5000
    there.show()
    there.press(Key.Key_N, Held.ControlModifier)
    there.type("half a thou")
    soon = there.page._soon
    assert soon.isActive()
    assert soon.interval() == DRAFT_EVERY
    there.type("ght")
    soon.timeout.emit()
    look()
    assert there.kept == ["half a thought"]
    assert there.paper.writing
    there.type("!")
    there.press(Key.Key_Escape)
    assert there.kept == ["half a thought!"]


def test_what_is_written_is_kept_when_one_goes_elsewhere(there: There) -> None:
    there.show()
    there.press(Key.Key_N, Held.ControlModifier)
    there.type("left alone")
    there.past.window.show_page(there.home)
    assert there.kept == ["left alone"]
    there.wiring.write()
    there.type("closed")
    there.past.window.close()
    assert sorted(there.kept) == ["closed", "left alone"]


def test_an_empty_sheet_leaves_nothing_behind(there: There) -> None:
    there.show()
    there.press(Key.Key_N, Held.ControlModifier)
    there.type("  ")
    there.press(Key.Key_Escape)
    assert there.kept == []
    assert there.papers == []
    assert QApplication.focusWidget() is there.button("Write")


def test_writing_something_new_leaves_the_search(there: There) -> None:
    there.keep(1, "other")
    there.show()
    there.search("zebra")
    there.press(Key.Key_N, Held.ControlModifier)
    there.type("n")
    assert there.papers == ["n", "other"]
    assert there.field.text() == ""
    there.press(Key.Key_Escape)


def test_going_to_the_journal_while_one_writes_there_loses_nothing(there: There) -> None:
    there.keep(1, "old")
    there.show()
    there.press(Key.Key_Return)
    there.type(" and new")
    there.show()
    assert there.kept == there.papers == ["old and new"]
    assert not there.page.writing
    there.press(Key.Key_Z, Held.ControlModifier)
    assert there.kept == ["old"]


def test_a_window_that_comes_back_shows_what_is_new_and_takes_what_is_typed(there: There) -> None:
    there.keep(1, "old")
    there.show()
    there.past.window.hide()
    there.keep(0, "meanwhile")
    there.past.window.show()
    look()
    assert there.papers == ["meanwhile", "old"]
    there.page.take_keyboard()
    paper = there.past.window.focusWidget()  # no window that comes back is active here
    assert isinstance(paper, Paper)
    QTest.keyClick(paper, Key.Key_Return)
    QTest.keyClicks(paper, "!")
    QTest.keyClick(paper, Key.Key_Escape)
    look()
    assert there.kept == ["meanwhile!", "old"]


def test_a_double_click_and_the_menu_let_one_write_copy_and_delete(there: There) -> None:
    entry = there.keep(1, "words")
    there.show()
    QTest.mouseDClick(there.paper.viewport(), Qt.MouseButton.LeftButton)
    assert there.page.writing
    there.click("Done")
    assert there.paper.isReadOnly()
    name = f"Edit, copy or delete the entry of {entry.at.hour}:{entry.at.minute:02}"
    happened: dict[str, Callable[[], bool]] = {
        "Copy": lambda: QGuiApplication.clipboard().text() == "words",
        "Edit": lambda: there.page.writing,
        "Delete": lambda: there.kept == [],
    }
    for action, has_happened in happened.items():
        there.page.finish()
        look()
        there.button(name).setFocus()
        there.press(Key.Key_Space)
        menu = there.page._menu
        assert menu.isVisible()
        (one,) = [each for each in menu.actions() if each.text() == action]
        menu.close()
        one.trigger()
        look()
        assert has_happened()


def test_the_keys_of_the_page_are_listed(there: There) -> None:
    there.keep(1, "words")
    there.show()
    there.press(Key.Key_Question)
    assert there.past.window.findChildren(KeysSheet)


# ---------------------------------------------------------------- printing


def test_what_is_found_is_printed_and_else_all_of_it(
    there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(
        "desktop.journal_print.show_preview",
        lambda document, _page: printed.append(document.toPlainText()),
    )
    for number in range(60):
        there.keep(number, f"text {number}.")
    there.show()
    there.press(Key.Key_P, Held.ControlModifier)
    assert all(f"text {number}." in printed[0] for number in range(60))
    there.search("5.")
    there.press(Key.Key_P, Held.ControlModifier)
    assert printed[1].count("text ") == 6
    there.search("zebra")
    there.press(Key.Key_P, Held.ControlModifier)
    assert len(printed) == 2


# ---------------------------------------------------------------- deleting


def test_what_is_deleted_can_be_had_back_until_the_page_is_left(there: There) -> None:
    for number, text in enumerate(("one", "two", "three")):
        there.keep(number, text)
    there.show()
    there.press(Key.Key_Delete)
    there.press(Key.Key_Delete)
    assert there.kept == there.papers == ["three"]
    assert there.paper.toPlainText() == "three"
    assert "gone once you leave this page; copies made earlier can still" in there.labels
    there.press(Key.Key_Z, Held.ControlModifier)
    assert there.papers == ["two", "three"]
    assert there.paper.toPlainText() == "two"
    there.past.window.show_page(there.home)
    there.show()
    there.press(Key.Key_Z, Held.ControlModifier)
    assert there.kept == ["two", "three"]
    assert "Deleted" not in there.labels


def test_nothing_of_what_was_deleted_is_left_in_the_file_or_in_memory(
    there: There, tmp_path: Path
) -> None:
    there.keep(1, SECRET)
    there.show()
    there.press(Key.Key_Delete)
    there.past.window.show_page(there.home)
    assert SECRET not in [entry.text for entry in there.wiring._known.values()]
    assert not there.wiring._changes.last
    there.past.remembering.close()
    for file in tmp_path.glob("history*"):
        assert SECRET.encode() not in file.read_bytes()


def test_an_entry_that_is_emptied_is_deleted_and_comes_back_with_undo(there: There) -> None:
    there.keep(1, "words")
    there.show()
    there.press(Key.Key_Return)
    there.press(Key.Key_A, Held.ControlModifier)
    there.press(Key.Key_Backspace)
    there.page._soon.timeout.emit()
    assert there.kept == ["words"]  # a kill now loses nothing
    there.press(Key.Key_Escape)
    assert there.kept == []
    there.press(Key.Key_Z, Held.ControlModifier)
    assert there.kept == ["words"]


# ---------------------------------------------------------------- silence


def test_no_word_of_it_is_in_a_log_a_title_or_what_another_page_tells(
    there: There, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    there.show()
    there.press(Key.Key_N, Held.ControlModifier)
    there.type(SECRET)
    there.press(Key.Key_Escape)
    there.search(SECRET)
    there.press(Key.Key_Escape)
    there.press(Key.Key_Return)
    there.page.take_keyboard()
    there.press(Key.Key_Delete)
    there.press(Key.Key_Z, Held.ControlModifier)
    assert there.kept == [SECRET]
    own = set(there.page.findChildren(QWidget))
    for widget in QApplication.allWidgets():
        assert SECRET not in widget.windowTitle()
        assert SECRET not in widget.toolTip()
        if widget not in own:
            assert SECRET not in widget.accessibleName() + widget.accessibleDescription()
            assert SECRET not in (widget.text() if isinstance(widget, QLabel) else "")
    assert SECRET not in caplog.text
    assert SECRET not in "".join(capfd.readouterr())
    for values in (there.wiring._known, there.page._sheets._cards[0].shown):
        assert SECRET not in repr(values)


# ---------------------------------------------------------------- a kill

_TYPES = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.pages.journal import page
page.DRAFT_EVERY = 20
from desktop.journal_wiring import JournalWiring
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.window import MainWindow
from routines.clock import SystemClock
from routines.lookup import Folders
folder, clock = Path(sys.argv[1]), SystemClock()
app = QApplication([])
theme = Theme(app)
window = MainWindow(theme)
library = Library(Folders(folder), SettingsFile(folder / "settings.json"))
remembering = Remembering(folder / "history.sqlite3", clock, lambda: time(4))
wiring = JournalWiring(Past(window, theme, library, remembering, clock))
window.show()
window.activateWindow()
wiring.write()
while QApplication.focusWidget() is None:
    app.processEvents()
QTest.keyClicks(QApplication.focusWidget(), "as far as this")
while not remembering.history.entries():
    app.processEvents()
print("kept", flush=True)
app.exec()
"""


def test_what_was_typed_is_there_after_the_program_was_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _TYPES, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"kept\n"
        child.send_signal(signal.SIGKILL)
    history = History(tmp_path / "history.sqlite3", ManualClock())
    assert [entry.text for entry in history.entries()] == ["as far as this"]
    history.close()
