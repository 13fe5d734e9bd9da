"""The timetable of a routine on its page: nothing in it is cut off, however narrow it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.look.theme import Theme
from desktop.pages.routines.timetable import TimetableView
from routines.timeline import timeline_of
from tests.routines.texts import routine

LONG = "Thread the needle with the arm that reaches under the other one as far as it wants to go"
TEXT = f"""
    name: x
    steps:
      - hold: {LONG}
        for: 30s
        lead_in: 5s
      - write: What is on your mind?
        for: 5m
"""
LEAD_IN, HOLD, WRITE = range(3)


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TimetableView]:
    theme = Theme(qapp)
    view = TimetableView(theme)
    view.show_timeline(timeline_of(routine(TEXT)))
    view.show()
    yield view
    for each in (view, theme):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def height(view: TimetableView, row: int) -> int:
    return view.visualRect(view.model().index(row, 1)).height()


def lines(view: TimetableView, row: int) -> int:
    """In how many lines there is room for a row's words."""
    spare = height(view, LEAD_IN) - view.fontMetrics().height()
    return (height(view, row) - spare) // view.fontMetrics().lineSpacing()


def wide(view: TimetableView, width: int, qapp: QApplication) -> None:
    view.resize(width, 500)
    qapp.processEvents()


@pytest.mark.parametrize("width", [380, 500, 900])
def test_a_long_title_gets_all_the_lines_that_it_needs(
    view: TimetableView, qapp: QApplication, width: int
) -> None:
    wide(view, width, qapp)
    needed = view.fontMetrics().horizontalAdvance(LONG) / view.columnWidth(1)
    assert lines(view, HOLD) >= needed
    assert lines(view, HOLD) <= needed + 3
    assert lines(view, LEAD_IN) == 1


def test_a_narrower_view_makes_rows_higher_and_a_wider_one_lower_again(
    view: TimetableView, qapp: QApplication
) -> None:
    seen = []
    for width in (900, 380, 900):
        wide(view, width, qapp)
        seen.append((lines(view, HOLD), view.whole_height()))
    first, narrow, last = seen
    assert narrow > first == last


def test_what_to_do_keeps_half_the_width_and_all_columns_are_in_sight(
    view: TimetableView, qapp: QApplication
) -> None:
    for width in (300, 380, 900):
        wide(view, width, qapp)
        columns = [view.columnWidth(column) for column in range(3)]
        assert columns[1] >= view.viewport().width() * 0.5
        assert sum(columns) == view.viewport().width()


def test_all_of_it_fits_into_its_whole_height(view: TimetableView, qapp: QApplication) -> None:
    wide(view, 380, qapp)
    view.resize(380, view.whole_height())
    qapp.processEvents()
    assert view.verticalScrollBar().maximum() == 0


def test_no_row_is_a_line_too_high_or_too_low_at_any_width(
    view: TimetableView, qapp: QApplication
) -> None:
    """Qt paints the words itself: they end just above the next row, whatever the width."""
    for width in range(380, 640, 4):
        wide(view, width, qapp)
        image = view.viewport().grab(view.visualRect(view.model().index(HOLD, 1))).toImage()
        paper = image.pixelColor(0, 0)
        inked = [
            y
            for y in range(image.height())
            if any(image.pixelColor(x, y) != paper for x in range(image.width()))
        ]
        line = view.fontMetrics().lineSpacing()
        assert image.height() - inked[-1] < line, width
        assert image.height() - inked[-1] > 2, width
