"""Word of each saving of a reminder file, however a program saves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.reminders.own_files import OwnFiles


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    assert qtbot is not None
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_it_tells_of_a_file_that_comes_changes_is_replaced_and_goes(
    tmp_path: Path, owner: QObject, qtbot: QtBot
) -> None:
    files = OwnFiles(tmp_path, owner)
    path, new = tmp_path / "mine.yaml", tmp_path / ".mine.yaml.new"

    def replace(text: str) -> None:
        new.write_text(text, "utf-8")
        new.replace(path)

    for happen in (
        lambda: path.write_text("name: One", "utf-8"),
        lambda: path.write_text("name: Two", "utf-8"),  # in place
        lambda: replace("name: Three"),
        lambda: path.write_text("name: Four", "utf-8"),  # the one that has come instead
        path.unlink,
    ):
        with qtbot.waitSignal(files.changed, timeout=5000):
            happen()
    files.close()


def test_it_waits_for_a_folder_that_is_not_there_yet(
    tmp_path: Path, owner: QObject, qtbot: QtBot
) -> None:
    folder = tmp_path / "unbrace" / "reminders"
    files = OwnFiles(folder, owner)
    with qtbot.waitSignal(files.changed, timeout=5000):
        folder.parent.mkdir()
    with qtbot.waitSignal(files.changed, timeout=5000):
        folder.mkdir()
    with qtbot.waitSignal(files.changed, timeout=5000):
        (folder / "mine.yaml").write_text("name: One", "utf-8")
    files.close()


def test_without_a_place_for_the_folder_it_watches_nothing(tmp_path: Path, owner: QObject) -> None:
    files = OwnFiles(tmp_path / "no" / "such" / "place", owner)
    assert files._watcher.directories() == []
    files.close()
