"""The journal on paper or in a PDF. Loaded only when somebody wants that."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import translate
from desktop.look.colors import LIGHT
from desktop.pages.journal.shown import ShownCard, ShownDay
from desktop.words.journal import saved_text

_TITLE, _DAY, _TEXT, _SMALL = 18.0, 13.0, 11.0, 9.0  # points
_SHEET = """
QGraphicsView {{ color: {ink}; }}
QToolBar QComboBox, QToolBar QLineEdit {{ min-height: 0; padding: 0 4px; }}
"""
"""Pages are white whatever the theme, and Qt's tool bar is too low for our fields."""


def document_of(days: tuple[ShownDay, ...], font: QFont) -> QTextDocument:
    """All of ``days``, put in as plain text: nothing in it is taken for markup."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(QFont(font.family()))
    cursor = QTextCursor(document)
    _line(cursor, translate("journal", "Journal"), _TITLE, bold=True, first=True)
    for day in days:
        _line(cursor, day.heading, _DAY, bold=True, above=18)
        for card in day.cards:
            _put_card(cursor, card)
    return document


def write_pdf(document: QTextDocument, path: Path) -> str:
    """Write ``document`` to ``path``, only for its owner's eyes; the reason if that fails."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".journal-", suffix=".pdf")
    except OSError as error:
        return error.strerror or str(error)
    os.close(handle)
    try:
        writer = QPdfWriter(name)
        writer.setTitle(translate("journal", "Journal"))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        # Printing a document keeps two centimetres free by itself.
        writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
        document.print_(writer)
        del writer
        if not Path(name).stat().st_size:
            return translate("journal", "the disk may be full")
        Path(name).replace(path)
    except OSError as error:
        return error.strerror or str(error)
    finally:
        Path(name).unlink(missing_ok=True)
    return ""


def show_preview(document: QTextDocument, parent: QWidget) -> QPrintPreviewDialog:
    """Pages as they come out, with the button that prints them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(translate("journal", "Journal"))
    preview = QPrintPreviewDialog(printer, parent)
    preview.setWindowTitle(translate("journal", "Print the journal"))
    preview.setStyleSheet(_SHEET.format(ink=LIGHT.ink))
    preview.paintRequested.connect(document.print_)
    document.setParent(preview)
    preview.finished.connect(preview.deleteLater)
    preview.destroyed.connect(lambda: printer)  # it prints for as long as it is there
    preview.show()
    return preview


def save_as(document: QTextDocument, parent: QWidget, say: Callable[[str], object]) -> QFileDialog:
    """Ask where to, and write it there; ``say`` is told how that went."""
    dialog = QFileDialog(parent, translate("journal", "Save the journal as PDF"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("journal", "PDF files (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(translate("journal", "journal.pdf"))
    document.setParent(dialog)

    def write(file: str) -> None:
        problem = write_pdf(document, Path(file))
        not_saved = translate("journal", "{file} could not be written: {reason}")
        say(not_saved.format(file=file, reason=problem) if problem else saved_text(file))

    dialog.fileSelected.connect(write)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _put_card(cursor: QTextCursor, card: ShownCard) -> None:
    head = f"{card.time}  ·  {card.routine}" if card.routine else card.time
    _line(cursor, head, _SMALL, above=10)
    for text in card.texts:
        if text.prompt:
            _line(cursor, text.prompt, _TEXT, bold=True, above=4)
        _line(cursor, text.text, _TEXT, above=2)
    for line in card.beside:
        _line(cursor, line, _SMALL, above=4)


def _line(
    cursor: QTextCursor,
    text: str,
    points: float,
    *,
    bold: bool = False,
    above: float = 0,
    first: bool = False,
) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    form = QTextCharFormat()
    form.setFontPointSize(points)
    form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block, form)
    cursor.insertText(text, form)
