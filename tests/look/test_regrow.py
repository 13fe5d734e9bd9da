"""Space that pages asked for once grows and shrinks with the text."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.look.appearance import Appearance
from desktop.look.regrow import keep_width, regrow
from desktop.look.theme import Theme


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(40, 32, 20, 0)
    column.setSpacing(16)
    column.addWidget(QLabel("a"))
    column.addSpacing(12)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.insertSpacing(0, 26)
    row.addWidget(QLabel("b"))
    row.addStretch(1)
    column.addLayout(row)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.addWidget(QLabel("c"), 0, 0)
    column.addLayout(grid)
    column.addStretch(1)
    return page


def at(layout: QLayout, place: int) -> QLayoutItem:
    item = layout.itemAt(place)
    assert item is not None
    return item


def spaces(page: QWidget) -> list[int]:
    """Every margin, gap and spacer of the page."""
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    row, grid = column.itemAt(2), column.itemAt(3)
    assert isinstance(row, QHBoxLayout)
    assert isinstance(grid, QGridLayout)
    margins = column.contentsMargins()
    return [
        margins.left(),
        margins.top(),
        margins.right(),
        margins.bottom(),
        column.spacing(),
        at(column, 1).sizeHint().height(),
        row.spacing(),
        at(row, 0).sizeHint().width(),
        grid.horizontalSpacing(),
        grid.verticalSpacing(),
    ]


def test_all_space_grows_alike(page: QWidget, qapp: QApplication) -> None:
    before = spaces(page)
    regrow(qapp, 1.0, 2.0)
    assert spaces(page) == [each * 2 for each in before]
    regrow(qapp, 1.0, 2.0)
    assert spaces(page) == [each * 2 for each in before], "told twice is told once"


def test_what_stretches_stretches_still(page: QWidget, qapp: QApplication) -> None:
    regrow(qapp, 1.0, 1.5)
    page.resize(900, 700)
    page.show()
    first = page.findChildren(QLabel)[0]
    assert first.geometry().height() < 100
    column = page.layout()
    assert column is not None
    assert at(column, 4).geometry().height() > 300


def test_there_and_back_is_where_one_was(page: QWidget, theme: Theme) -> None:
    before = spaces(page)
    for percent in (110, 125, 150, 175, 200, 100):
        theme.choose(Appearance(text_scale=percent / 100))
    assert all(abs(now - then) <= 2 for now, then in zip(spaces(page), before, strict=True))


def test_who_sets_a_space_of_their_own_has_the_last_word(page: QWidget, theme: Theme) -> None:
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    theme.changed.connect(lambda: column.setSpacing(theme.sizes.gap(3)))
    theme.choose(Appearance(text_scale=2.0))
    assert column.spacing() == 24


def test_space_that_an_inner_layout_has_from_the_outer_one_grows_once(
    page: QWidget, qapp: QApplication
) -> None:
    inner, outer = QVBoxLayout(), page.layout()
    assert isinstance(outer, QVBoxLayout)
    outer.addLayout(inner)
    assert inner.spacing() == 16
    regrow(qapp, 1.0, 2.0)
    assert (outer.spacing(), inner.spacing()) == (32, 32)


def test_a_width_that_is_kept_follows_the_text(theme: Theme, qtbot: QtBot) -> None:
    field = QLabel("a")
    qtbot.addWidget(field)
    keep_width(field, theme.sizes, least=10, most=50)
    theme.choose(Appearance(text_scale=2.0))
    assert (field.minimumWidth(), field.maximumWidth()) == (80, 400)
    theme.choose(Appearance())
    assert (field.minimumWidth(), field.maximumWidth()) == (40, 200)
