"""The journal on paper: plain text only, for its owner's eyes only."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.journal_print import document_of, save_as, show_preview, write_pdf
from desktop.pages.journal.shown import ShownCard, ShownDay, ShownText

ROOT = Path(__file__).parent.parent
TEXT = ShownText("1", "entry of 9:00", "<b>Bold</b> & so on\nnext line", "The <i>thought</i>")
DAYS = (ShownDay("Today", (ShownCard("9:00", (TEXT,), "Calls", ("Helpful? → no",)),)),)


def test_all_of_it_is_there_as_it_was_written(qapp: QGuiApplication) -> None:
    text = document_of(DAYS, qapp.font()).toPlainText()
    assert text.split("\n") == [
        "Journal",
        "Today",
        "9:00  ·  Calls",
        "The <i>thought</i>",
        "<b>Bold</b> & so on",
        "next line",
        "Helpful? → no",
    ]


def test_a_pdf_is_written_whole_and_only_its_owner_reads_it(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    file = tmp_path / "journal.pdf"
    assert write_pdf(document_of(DAYS * 80, qapp.font()), file) == ""
    assert file.read_bytes().startswith(b"%PDF")
    assert file.read_bytes().count(b"/Type /Page\n") > 2
    assert file.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_said_in_words(qapp: QGuiApplication, tmp_path: Path) -> None:
    reason = write_pdf(document_of(DAYS, qapp.font()), tmp_path / "no" / "journal.pdf")
    assert reason == "No such file or directory"


def test_what_is_saved_says_that_it_is_readable(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    said: list[str] = []
    qtbot.addWidget(parent)
    for file, word in ((tmp_path / "a.pdf", "readable"), (tmp_path / "no" / "a.pdf", "written")):
        dialog = save_as(document_of(DAYS, QFont()), parent, said.append)
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(file))
        dialog.reject()
        assert str(file) in said[-1]
        assert word in said[-1]
    assert (tmp_path / "a.pdf").exists()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_preview_shows_pages_and_goes_again(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    preview = show_preview(document_of(DAYS * 80, QFont()), parent)
    (pages,) = preview.findChildren(QPrintPreviewWidget)
    assert pages.pageCount() > 2
    assert "thought" not in preview.windowTitle()
    preview.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_printing_is_loaded_only_when_it_is_used() -> None:
    asks = (
        "import sys; import desktop.journal_wiring, desktop.pages.journal.page;"
        "print([m for m in sys.modules if 'PrintSupport' in m or 'sqlite3' in m])"
    )
    told = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, check=True)
    assert told.stdout.strip() == b"[]"
