"""One's own data on the settings page: a real window, a real history, real children."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.changes import Change
from desktop.data_wiring import DataWiring
from desktop.keep.history import backups
from desktop.keep.history.model import Rating, Run
from desktop.keep.history.rows import checked, write
from desktop.keep.history.store import History
from desktop.keep.history.transfer import export_json, import_json
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.look.choice_box import ChoiceBox
from desktop.look.theme import Theme
from desktop.look.time_box import DateBox
from desktop.pages.settings.page import SettingsPage
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.window import MainWindow
from routines.clock import ManualClock
from routines.lookup import Folders
from tests.keep.history.made import NOW, a_rating, a_run, everything, one_of_each, opened

Key = Qt.Key
MORE = 20_000


@dataclass
class There:
    """The settings page in a window, and what can be taken back on it."""

    past: Past
    page: SettingsPage
    wiring: DataWiring
    home: QWidget
    changes: list[Change] = field(default_factory=list)

    @property
    def history(self) -> History:
        return self.past.remembering.history

    def press(self, name: str) -> None:
        self.button(name).setFocus()
        self.keys(Key.Key_Space)

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.past.window.windowHandle(), key)
            look()

    def button(self, name: str) -> QAbstractButton:
        found = [each for each in self.page.findChildren(QPushButton) if each.isVisible()]
        (one,) = [each for each in found if each.text() == name]
        return one

    def sees(self, text: str) -> bool:
        labels = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        return any(text in each.text() for each in labels)

    def take(self, change: Change) -> None:
        self.changes.append(change)

    def drop(self, change: Change) -> None:
        self.changes = [each for each in self.changes if each is not change]

    def take_back(self) -> None:
        self.changes.pop().take_back()

    def leave(self) -> None:
        self.past.window.show_page(self.home)
        look()


def look() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def there(qapp: QApplication, tmp_path: Path) -> Iterator[There]:
    font, clock = QFont(qapp.font()), ManualClock(NOW)
    theme = Theme(qapp)
    window = MainWindow(theme)
    library = Library(Folders(tmp_path), SettingsFile(tmp_path / "settings.json"))
    remembering = Remembering(tmp_path / "data" / "history.sqlite3", clock, lambda: time(4))
    past = Past(window, theme, library, remembering, clock)
    page, home = SettingsPage(clock.now().date(), theme), QWidget()
    for each in (page, home):
        window.add_page(each)
    wiring = DataWiring(past, page)
    there = There(past, page, wiring, home)
    wiring.deleted.connect(there.take)
    wiring.lapsed.connect(there.drop)
    for record in one_of_each():
        remembering.add(record)
    window.resize(1120, 760)
    window.show()
    window.show_page(page)
    window.activateWindow()
    wiring.look()
    look()
    yield there
    there.leave()
    for process in wiring.findChildren(QProcess):
        process.waitForFinished(20_000)
    remembering.close()
    window.hide()
    for thing in (window, theme):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setFont(font)


def wait_to_see(there: There, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: there.sees(text), timeout=20_000)


def add_many(there: There) -> None:
    """More than a second's work."""

    def put(file: sqlite3.Connection) -> None:
        for _ in range(MORE):
            record = a_rating()
            write(file, record, checked(record))

    assert there.history.change(put)


# ---------------------------------------------------------------- what is kept


def test_it_is_told_how_much_is_kept_and_where_but_never_what(there: There) -> None:
    kept = "1 run, 1 rating, 1 journal entry, 1 choice or tick, 1 reminder that came, "
    assert there.sees(f"{kept}1 answer to a safety question, 1 day off.")
    assert there.sees(f"{there.history.path} · ")
    assert there.sees("file in") or there.sees("files in") or there.sees("There is none yet.")
    assert not there.sees("=1+1")


def test_what_is_added_meanwhile_is_counted(there: There, qtbot: QtBot) -> None:
    there.past.remembering.add(a_run())
    wait_to_see(there, qtbot, "2 runs, 1 rating")


def test_copies_are_named_with_the_way_back(there: There, qtbot: QtBot) -> None:
    there.past.clock.advance(86_400)  # type: ignore[attr-defined]  # it stands still
    there.past.remembering.add(a_run())
    wait_to_see(there, qtbot, f"file in {backups.folder_of(there.history.path)}")
    assert there.sees("To go back to a copy: quit Unbrace")


def test_what_cannot_be_kept_is_said(there: There, tmp_path: Path) -> None:
    there.past.remembering.close()
    there.history.path.parent.rename(tmp_path / "away")
    there.history.path.parent.mkdir()
    there.history.path.mkdir()
    there.past.remembering.close()
    there.wiring.look()
    assert there.sees("it is a folder")
    assert not there.sees("1 rating")


# ---------------------------------------------------------------- out and in


def test_everything_is_exported_by_the_keyboard(there: There, tmp_path: Path, qtbot: QtBot) -> None:
    there.press("Export everything …")
    (dialog,) = there.past.window.findChildren(QFileDialog)
    assert not dialog.isModal()
    assert dialog.selectedFiles()[0].endswith("unbrace-2026-03-02.json")
    target = tmp_path / "mine.json"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    there.past.window.activateWindow()
    wait_to_see(there, qtbot, f"7 records exported to {target}")
    other = opened(tmp_path / "other" / "history.sqlite3")
    assert import_json(other, target).taken == 7
    other.close()


def test_tables_go_into_a_new_folder_each_time(there: There, tmp_path: Path, qtbot: QtBot) -> None:
    for name in ("unbrace-2026-03-02", "unbrace-2026-03-02-2"):
        there.wiring.export_tables(str(tmp_path))
        wait_to_see(there, qtbot, f"exported to {tmp_path / name}")
        assert (tmp_path / name / "entry.csv").exists()


def test_an_import_says_how_much_was_new_and_twice_changes_nothing(
    there: There, tmp_path: Path, qtbot: QtBot
) -> None:
    other = opened(tmp_path / "other" / "history.sqlite3")
    other.add(a_run(NOW - timedelta(days=5)))
    export_json(other, tmp_path / "other.json")
    other.close()
    there.wiring.take_in(str(tmp_path / "other.json"))
    wait_to_see(there, qtbot, "1 record of ")
    assert there.sees("is here now. A copy from before lies with the copies.")
    assert there.sees("2 runs, 1 rating")
    there.wiring.take_in(str(tmp_path / "other.json"))
    wait_to_see(there, qtbot, "was here already.")
    assert len(there.history.runs()) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"habits": []}', "it is not what Unbrace exports"),
        (b'{"program": "unbrace", "form', "it is damaged or cut off"),
        (b'{"program": "unbrace", "format": 99}', "it is of a newer version of Unbrace"),
        (None, "it is not a file"),
    ],
)
def test_a_bad_file_is_one_line(
    there: There, tmp_path: Path, qtbot: QtBot, content: bytes | None, reason: str
) -> None:
    file = tmp_path / "given.json"
    file.mkdir() if content is None else file.write_bytes(content)
    there.wiring.take_in(str(file))
    wait_to_see(there, qtbot, f"Nothing was taken from {file}: {reason}")
    assert len(everything(there.history)) == 7
    assert there.button("Import …").isEnabled()


def test_a_place_that_cannot_be_written_is_one_line(
    there: There, tmp_path: Path, qtbot: QtBot
) -> None:
    there.wiring.export(str(tmp_path / "gone" / "mine.json"))
    wait_to_see(there, qtbot, "mine.json could not be written: No such file or directory")


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(
    there: There, tmp_path: Path, qtbot: QtBot
) -> None:
    add_many(there)
    folder = tmp_path / "out"
    folder.mkdir()
    there.button("Export everything …").setFocus()
    there.wiring.export(str(folder / "mine.json"))
    assert there.sees("Exporting: 0\u00a0%")
    assert not there.button("Import …").isEnabled()
    assert not there.button("Delete everything …").isEnabled()
    assert QApplication.focusWidget() is there.button("Cancel")
    qtbot.waitUntil(
        lambda: there.sees("Exporting") and not there.sees(": 0\u00a0%"), timeout=20_000
    )
    there.keys(Key.Key_Space)
    qtbot.waitUntil(lambda: not there.wiring.is_busy, timeout=20_000)
    assert list(folder.iterdir()) == []
    assert not there.sees("Exporting")
    assert there.button("Export everything …").isEnabled()
    assert QApplication.focusWidget() is there.button("Export everything …")


def test_a_helper_that_is_killed_is_told(there: There, tmp_path: Path, qtbot: QtBot) -> None:
    add_many(there)
    there.wiring.export(str(tmp_path / "mine.json"))
    (process,) = there.wiring.findChildren(QProcess)
    process.waitForStarted(20_000)
    os.kill(process.processId(), signal.SIGKILL)
    wait_to_see(there, qtbot, "It could not be done: the helper has ended.")
    assert not (tmp_path / "mine.json").exists()


# ---------------------------------------------------------------- deleting


def choose(there: There, kind: str) -> None:
    (box,) = [each for each in there.page.deleting.findChildren(ChoiceBox) if each.isVisible()]
    box.setCurrentIndex(box.findText(kind))


def test_a_day_is_deleted_only_after_a_question_and_comes_back(there: There, qtbot: QtBot) -> None:
    there.press("Delete this day …")
    assert there.sees("This deletes 1 run, 1 rating, 1 journal entry,")
    assert there.sees("all that is kept of Monday, 2 March 2026.")
    assert there.sees("The last seven daily copies")
    assert QApplication.focusWidget() is there.button("Keep")
    assert "2 March" in there.button("Delete").accessibleDescription()
    before = everything(there.history)
    there.keys(Key.Key_Tab, Key.Key_Space)
    qtbot.waitUntil(lambda: bool(there.changes), timeout=20_000)
    assert len(everything(there.history)) == 1
    assert there.changes[-1].said == "6 records deleted: Monday, 2 March 2026."
    assert QApplication.focusWidget() is there.button("Delete this day …")
    there.take_back()
    wait_to_see(there, qtbot, "6 records put back.")
    assert everything(there.history) == before


@pytest.mark.parametrize("way", ["Esc", "Keep", "another day"])
def test_the_question_can_be_left(there: There, way: str) -> None:
    there.press("Delete this day …")
    if way == "another day":
        (box,) = there.page.deleting.findChildren(DateBox)
        box.setFocus()
        there.keys(Key.Key_Down)
    else:
        there.keys(Key.Key_Escape if way == "Esc" else Key.Key_Space)
        assert QApplication.focusWidget() is there.button("Delete this day …")
    assert not there.sees("This deletes")
    assert len(everything(there.history)) == 7


def test_a_day_without_anything_says_so_and_asks_nothing(there: There) -> None:
    (box,) = there.page.deleting.findChildren(DateBox)
    box.show_day(NOW.date() - timedelta(days=40))
    there.press("Delete this day …")
    assert there.sees("Nothing is kept of Wednesday, 21 January 2026.")
    assert not there.sees("This deletes")


def test_a_kind_is_deleted_and_the_others_stay(there: There, qtbot: QtBot) -> None:
    choose(there, "Journal entries")
    there.press("Delete this kind …")
    assert there.sees("This deletes 1 journal entry: all there are.")
    there.press("Delete")
    qtbot.waitUntil(lambda: bool(there.changes), timeout=20_000)
    assert there.history.entries() == ()
    assert len(everything(there.history)) == 6
    choose(there, "Journal entries")
    there.press("Delete this kind …")
    assert there.sees("Nothing of that kind is kept.")


def test_two_deletions_come_back_one_by_one(there: There, qtbot: QtBot) -> None:
    for kind in ("Ratings", "Runs of routines"):
        before = len(there.changes)
        choose(there, kind)
        there.press("Delete this kind …")
        there.press("Delete")
        with qtbot.waitSignal(there.wiring.deleted, timeout=20_000):
            pass
        assert len(there.changes) == before + 1
    there.take_back()
    qtbot.waitUntil(lambda: len(there.history.runs()) == 1, timeout=20_000)
    assert there.history.ratings() == ()
    there.take_back()
    qtbot.waitUntil(lambda: len(there.history.ratings()) == 1, timeout=20_000)


def test_what_was_deleted_cannot_come_back_once_the_page_is_left(
    there: There, qtbot: QtBot
) -> None:
    choose(there, "Ratings")
    there.press("Delete this kind …")
    there.press("Delete")
    qtbot.waitUntil(lambda: bool(there.changes), timeout=20_000)
    there.leave()
    assert there.changes == []
    qtbot.waitUntil(lambda: not there.wiring.findChildren(QProcess), timeout=20_000)
    assert there.history.ratings() == ()


def test_everything_goes_with_its_copies_and_without_a_way_back(there: There, qtbot: QtBot) -> None:
    there.past.clock.advance(86_400)  # type: ignore[attr-defined]  # it stands still
    there.past.remembering.add(a_run())
    assert backups.all_of(there.history.path)
    there.press("Delete everything …")
    assert there.sees("and every copy. It cannot be undone.")
    there.press("Delete")
    wait_to_see(there, qtbot, "8 records deleted: everything.")
    assert everything(there.history) == ()
    assert backups.all_of(there.history.path) == ()
    assert there.changes == []
    assert there.sees("Nothing yet.")


def test_where_nothing_can_be_written_what_waits_is_deleted_or_exported_here(
    there: There, tmp_path: Path, qtbot: QtBot
) -> None:
    path = there.history.path
    there.past.remembering.close()
    path.rename(tmp_path / "away")
    path.mkdir()
    there.past.remembering.add(a_rating())
    there.past.remembering.add(a_run())
    there.wiring.export(str(tmp_path / "mine.json"))
    wait_to_see(there, qtbot, f"Nothing can be exported. {path}: it is a folder")
    there.wiring.delete("rating")
    wait_to_see(there, qtbot, "it is a folder")
    assert there.history.ratings() == ()
    assert [type(each) for each in everything(there.history)] == [Run]
    assert Rating not in [type(each) for each in everything(there.history)]
