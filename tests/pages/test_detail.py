"""The page of one routine: hints to a routine that plays do not take the room of Start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.look.appearance import Appearance
from desktop.look.theme import Theme
from desktop.pages.routines.cards import broken_figures
from desktop.pages.routines.detail import DetailPage
from routines.catalogue import Entry, load_catalogue
from routines.figures.shelf import Shelf
from routines.lookup import Folders

HINTED = "name: Neck\nsteps:\n  - hold: Neck\n    for: 30s\n    figure: unheard-of\n"
BROKEN = "name: Neck\nsteps:\n  - hlod: Neck\n"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def entry(folder: Path, text: str) -> Entry:
    (folder / "neck.yaml").write_text(text, "utf-8")
    found = load_catalogue(Folders(user=folder)).get("neck")
    assert found is not None
    return found


def whole(page: DetailPage, name: str) -> bool:
    """Whether the button of that name is as high as it wants to be."""
    (button,) = [each for each in page.findChildren(QPushButton) if each.text() == name]
    return button.isVisible() and button.height() >= button.sizeHint().height()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_hints_scroll_with_the_page_and_cut_no_button(
    theme: Theme, tmp_path: Path, scale: float
) -> None:
    theme.choose(Appearance(text_scale=scale))
    page = DetailPage(theme)
    page.show_entry(entry(tmp_path, HINTED), favourite=False)
    page.resize(924, 760)
    page.show()
    QApplication.processEvents()
    assert all(whole(page, name) for name in ("Open the file", "Look again", "Start"))
    assert page.height() == 760
    page.close()
    page.deleteLater()


def test_errors_have_the_whole_page_and_give_it_back(theme: Theme, tmp_path: Path) -> None:
    page = DetailPage(theme)
    page.resize(924, 760)
    page.show()
    page.show_entry(entry(tmp_path, BROKEN), favourite=False)
    QApplication.processEvents()
    assert not page._both.isVisible()
    assert page._problems.height() > 400
    page.show_entry(entry(tmp_path, HINTED), favourite=False)
    QApplication.processEvents()
    assert page._problems.isVisible()
    assert page._both.isVisible()
    assert page._problems.height() < 300
    page.close()
    page.deleteLater()


def test_a_broken_figure_is_named_with_what_to_mend_and_a_way_to_its_file(
    theme: Theme, tmp_path: Path
) -> None:
    figures = tmp_path / "figures"
    figures.mkdir()
    text = "name: S\nview: side\npostures:\n  up: {hip: [0, wide]}\nloop: {hold: up}\n"
    (figures / "unheard-of.yaml").write_text(text, "utf-8")
    found = entry(tmp_path, HINTED)
    page = DetailPage(theme)
    opened: list[object] = []
    page.figure_wanted.connect(opened.append)
    broken = broken_figures(found, Shelf(Folders(user=tmp_path)))
    page.show_entry(found, favourite=False, figures=broken)
    page.resize(924, 760)
    page.show()
    QApplication.processEvents()
    texts = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "The figure unheard-of, line 4: the ring stands in for it" in texts
    assert "It plays. 1 thing could be better:" in texts
    assert whole(page, "Start")
    names = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert "Open the file" not in names, "the routine's own file is in order"
    (button,) = [
        each for each in page.findChildren(QPushButton) if each.text() == "Open the figure's file"
    ]
    button.click()
    assert opened == [figures / "unheard-of.yaml"]
    page.close()
    page.deleteLater()
