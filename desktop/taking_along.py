"""The page to take along: one document, seen in the window and saved as a PDF.

Loaded only when somebody wants it. All text goes in as it is, never as markup.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QBuffer, QDate, QFileDevice, QIODevice, QLocale, QMarginsF, QSaveFile
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.language import translate
from desktop.look.ink import Ink
from desktop.past.along import Along
from desktop.words import along as words
from desktop.words.concern import answer_text, question_text

_BLANK_LINES = 7
_TITLE, _HEADING, _SMALL = 1.7, 1.15, 0.85  # of the text's size
_LETTER = ("US", "CA", "MX", "PH", "CL", "CO")
"""Where paper is sold as Letter."""


def document_of(along: Along, ink: Ink) -> QTextDocument:
    """The whole page."""
    sheet = _Sheet(ink)
    _write_top(sheet, along)
    _write_rated(sheet, along)
    _write_done(sheet, along)
    _write_replies(sheet, along)
    sheet.heading(translate("along", "In my own words"))
    sheet.text(
        translate("along", "Since when, how it began, what eases it, and what I want to ask:"),
        soft=True,
    )
    sheet.blank_lines(_BLANK_LINES)
    _write_written(sheet, along)
    return sheet.document


def save_pdf(along: Along, path: str) -> str:
    """Put the page into the file at ``path``, whole or not at all; the reason if that cannot be."""
    data = pdf_of(along)
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return file.errorString()
    own = QFileDevice.Permission
    file.setPermissions(own.ReadOwner | own.WriteOwner)
    if file.write(data) != len(data) or not file.commit():
        return file.errorString()
    return ""


def pdf_of(along: Along) -> bytes:
    """The page as a PDF, on the paper of the country."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(words.title())
    writer.setCreator("Unbrace")
    writer.setPageSize(QPageSize(paper(QLocale.territoryToCode(QLocale().territory()))))
    # The document leaves room around itself.
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    document_of(along, Ink()).print_(writer)
    del writer  # only now is it all written
    return bytes(buffer.data().data())


def paper(territory: str) -> QPageSize.PageSizeId:
    """What is sold there; ``territory`` is an ISO 3166 code."""
    sizes = QPageSize.PageSizeId
    return sizes.Letter if territory in _LETTER else sizes.A4


def date_text(day: date) -> str:
    """A day as it is written in the person's country, with its year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


# ---------------------------------------------------------------- parts


def _write_top(sheet: "_Sheet", along: Along) -> None:
    sheet.text(words.title(), size=_TITLE, bold=True)
    since = date_text(along.since) if along.since else ""
    sheet.text(words.made_text(date_text(along.day), since), soft=True)
    sheet.text(words.footing(), soft=True, size=_SMALL)


def _write_rated(sheet: "_Sheet", along: Along) -> None:
    sheet.heading(translate("along", "What was rated"))
    if along.usual:
        rows = [words.usual_row(each, date_text(each.first)) for each in along.usual]
        sheet.table(words.usual_header(), rows)
    else:
        sheet.text(translate("along", "Nothing was rated in this time."))
    for each in along.persisting:
        sheet.text(words.persisting_text(each))
    if along.places:
        sheet.heading(translate("along", "Where"))
        sheet.points(map(words.place_text, along.places))


def _write_done(sheet: "_Sheet", along: Along) -> None:
    if not along.done:
        return
    sheet.heading(translate("along", "What was done"))
    sheet.table(words.done_header(), [words.done_row(each) for each in along.done])
    if any(each.helped for each in along.done):
        sheet.text(words.no_cause(), soft=True, size=_SMALL)


def _write_replies(sheet: "_Sheet", along: Along) -> None:
    if not along.replies:
        return
    sheet.heading(translate("along", "Answers to questions"))
    text = translate("along", "{question} {answer} ({day})")
    sheet.points(
        text.format(
            question=question_text(each.question),
            answer=answer_text(each.answer),
            day=date_text(each.day),
        )
        for each in along.replies
    )


def _write_written(sheet: "_Sheet", along: Along) -> None:
    if not along.written:
        return
    sheet.heading(translate("along", "From what I wrote"))
    for each in along.written:
        sheet.text(" · ".join(filter(None, (date_text(each.day), each.prompt))), soft=True)
        sheet.text(each.text)


# ---------------------------------------------------------------- writing


class _Sheet:
    """Writes headings, texts, points, tables and blank lines into one document."""

    def __init__(self, ink: Ink) -> None:
        self.document = QTextDocument()
        self._ink = ink
        self._cursor = QTextCursor(self.document)
        self._is_begun = False
        font = QFont(ink.family) if ink.family else QFont()
        if ink.on_paper:
            font.setPointSizeF(ink.size)
        else:
            font.setPixelSize(round(ink.size))
        self.document.setDefaultFont(font)

    def text(self, text: str, *, size: float = 1.0, bold: bool = False, soft: bool = False) -> None:
        self._block(self._above(0.35))
        self._cursor.insertText(text, self._letters(size, bold=bold, soft=soft))

    def heading(self, text: str) -> None:
        block = self._above(1.3)
        block.setHeadingLevel(2)
        self._block(block)
        self._cursor.insertText(text, self._letters(_HEADING, bold=True))

    def points(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.text(f"•  {text}")

    def blank_lines(self, count: int) -> None:
        """Lines to write on by hand."""
        for _ in range(count):
            block = self._above(0.7)
            whole = QTextLength(QTextLength.Type.PercentageLength, 100)
            block.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
            self._block(block)
            self._cursor.insertText("\u00a0", self._letters(1.0))

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self._block(self._above(0.2))
        layout = QTextTableFormat()
        layout.setHeaderRowCount(1)
        layout.setCellPadding(self._ink.size * 0.3)
        layout.setCellSpacing(0)
        layout.setBorder(1)
        layout.setBorderCollapse(True)
        layout.setBorderBrush(QBrush(QColor(self._ink.line)))
        layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(len(rows) + 1, len(header), layout)
        for down, row in enumerate((header, *rows)):
            for across, text in enumerate(row):
                cell = table.cellAt(down, across).firstCursorPosition()
                cell.insertText(text, self._letters(1.0, bold=not down))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _above(self, lines: float) -> QTextBlockFormat:
        """A paragraph with room of so many lines above it."""
        block = QTextBlockFormat()
        block.setTopMargin(self._ink.size * lines)
        return block

    def _block(self, block: QTextBlockFormat) -> None:
        if self._is_begun:
            self._cursor.insertBlock(block, QTextCharFormat())
        else:
            self._cursor.setBlockFormat(block)
        self._is_begun = True

    def _letters(self, size: float, *, bold: bool = False, soft: bool = False) -> QTextCharFormat:
        letters = QTextCharFormat()
        font = QFont(self.document.defaultFont())
        if self._ink.on_paper:
            font.setPointSizeF(self._ink.size * size)
        else:
            font.setPixelSize(round(self._ink.size * size))
        font.setBold(bold)
        letters.setFont(font)
        letters.setForeground(QColor(self._ink.soft if soft else self._ink.text))
        return letters
