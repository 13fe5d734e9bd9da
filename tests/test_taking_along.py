"""The page to take along as a PDF, read back by another program."""

import resource
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPageSize

from desktop.look.ink import Ink
from desktop.past.along import Along, Usual, Written
from desktop.pictures.safety import YEAR
from desktop.taking_along import document_of, paper, pdf_of, save_pdf

DAY = date(2026, 3, 2)

pytestmark = pytest.mark.usefixtures("qapp")


def text_of(pdf: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return told.stdout


def pages_of(pdf: Path, folder: Path) -> list[QImage]:
    subprocess.run(["pdftoppm", "-r", "40", "-png", str(pdf), str(folder / "page")], check=True)
    return [QImage(str(each)) for each in sorted(folder.glob("page*.png"))]


def test_what_is_seen_is_what_is_saved(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    assert save_pdf(YEAR, str(pdf)) == ""
    seen = document_of(YEAR, Ink(size=15, on_paper=False)).toPlainText()
    words = [each for each in seen.split() if each not in "•\ufdd0\ufdd1"]
    saved = text_of(pdf)
    assert [each for each in words if each not in saved] == []
    assert "The review at four." in saved
    assert "upper back: named on 41 days" in saved


def test_it_is_one_page_on_white_paper_with_room_around(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    save_pdf(YEAR, str(pdf))
    (page,) = pages_of(pdf, tmp_path)
    white = {
        page.pixelColor(x, y).lightness() for x in range(20) for y in range(page.height() // 2)
    }
    assert white == {255}
    dark = sum(
        page.pixelColor(x, y).lightness() < 128
        for x in range(page.width())
        for y in range(page.height())
    )
    assert dark > 500


def test_what_was_written_runs_over_to_more_pages_and_nothing_is_lost(tmp_path: Path) -> None:
    written = tuple(
        Written(DAY - timedelta(days=number), "", f"Entry-{number} " + "word " * 120)
        for number in range(30)
    )
    pdf = tmp_path / "a.pdf"
    save_pdf(Along(day=DAY, written=written), str(pdf))
    assert len(pages_of(pdf, tmp_path)) > 2
    text = text_of(pdf)
    assert all(f"Entry-{number} " in text for number in range(30))


def test_what_a_person_wrote_is_no_markup(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    save_pdf(Along(day=DAY, written=(Written(DAY, "<h1>Why?</h1>", "a <b>b</b> &amp;"),)), str(pdf))
    text = text_of(pdf)
    assert "<h1>Why?</h1>" in text
    assert "a <b>b</b> &amp;" in text


def test_an_empty_page_has_lines_to_write_on() -> None:
    seen = document_of(Along(day=DAY), Ink()).toPlainText()
    assert "Nothing was rated in this time." in seen
    assert seen.count("\u00a0") + seen.count("\n ") >= 7


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    save_pdf(YEAR, str(pdf))
    assert pdf.stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_stays_whole_if_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    there = tmp_path / "folder.pdf"
    there.mkdir()
    assert save_pdf(YEAR, str(there)) != ""
    assert list(tmp_path.iterdir()) == [there]


def test_the_paper_is_that_of_the_country() -> None:
    assert paper("US") is QPageSize.PageSizeId.Letter
    assert paper("DE") is QPageSize.PageSizeId.A4


def test_the_same_page_twice_differs_in_no_word() -> None:
    usual = (Usual("pain", 3, DAY, DAY, 4.5, 7),)
    first = pdf_of(Along(day=DAY, usual=usual))
    assert first.startswith(b"%PDF")
    assert len(pdf_of(Along(day=DAY, usual=usual))) == pytest.approx(len(first), rel=0.01)


def test_a_disk_that_is_full_leaves_the_older_file_as_it_was(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"older")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))  # as much as the disk has
    try:
        reason = save_pdf(YEAR, str(pdf))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert reason != ""
    assert pdf.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [pdf]
