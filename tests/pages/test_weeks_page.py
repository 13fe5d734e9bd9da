"""The page of the weeks: the year by keys and mouse, tables, what is shown, pictures to keep."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLabel,
    QScrollArea,
    QWidget,
)

import desktop
from desktop.look.theme import Theme
from desktop.pages.weeks.card import Card
from desktop.pages.weeks.page import WeeksPage
from desktop.pages.weeks.picture import Picture
from desktop.pages.weeks.shown import Range
from tests.pages.weeks_past import TODAY, Past

Key = Qt.Key


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    past = Past(tmp_path / "history.sqlite3")
    yield past
    past.history.close()


class Page:
    """The page as a person has it: shown, with what it has told."""

    def __init__(self, theme: Theme, past: Past) -> None:
        self.past = past
        self.widget = WeeksPage(theme)
        self.told: list[Any] = []
        for signal in (
            self.widget.range_chosen,
            self.widget.off_wanted,
            self.widget.picture_wanted,
            self.widget.undo_wanted,
        ):
            signal.connect(lambda *what: self.told.append(what))
        self.widget.resize(880, 900)
        self.widget.show()
        self.widget.activateWindow()
        self.show()

    def show(self, span: Range = Range.THREE_MONTHS) -> None:
        self.widget.show_values(self.past.shown(span))
        look()

    def named(self, name: str) -> QAbstractButton:
        buttons = self.widget.findChildren(QAbstractButton)
        (one,) = [
            each
            for each in buttons
            if each.isVisible() and name in (each.accessibleName(), each.text())
        ]
        return one

    def press(self, name: str) -> None:
        button = self.named(name)
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        look()

    @property
    def texts(self) -> list[str]:
        labels = [each for each in self.widget.findChildren(QLabel) if each.isVisible()]
        return [each.text() for each in labels]

    def table(self, card: Card) -> list[list[str]]:
        table = card.table
        cells = [
            [table.item(row, column) for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]
        return [[cell.text() if cell is not None else "" for cell in row] for row in cells]


def look() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def page(qapp: QApplication, past: Past) -> Iterator[Page]:
    style, font = qapp.styleSheet(), qapp.font()
    theme = Theme(qapp)
    past.life()
    page = Page(theme, past)
    yield page
    page.widget.hide()
    page.widget.deleteLater()
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet(style)
    qapp.setFont(font)


# The year


def test_the_keyboard_begins_at_today_and_walks_by_days_and_weeks(page: Page) -> None:
    page.widget.take_keyboard()
    year = page.widget.year.map
    assert year.hasFocus()
    steps = (
        (Key.Key_Up, 1),
        (Key.Key_Left, 8),
        (Key.Key_Down, 7),
        (Key.Key_PageUp, 35),
        (Key.Key_Right, 28),
        (Key.Key_End, 0),
        (Key.Key_Home, 52 * 7 + 3),
        (Key.Key_Left, 52 * 7 + 3),
    )
    for key, days_ago in steps:
        QTest.keyClick(year, key)
        assert year.chosen is not None
        assert year.chosen.square.day == TODAY - timedelta(days=days_ago), key


def test_a_chosen_day_says_its_minutes_and_routines_also_to_a_screen_reader(page: Page) -> None:
    year = page.widget.year.map
    QTest.keyClick(year, Key.Key_Up)
    assert "Wednesday, 4 March 2026" in page.texts
    (words,) = [text for text in page.texts if text.startswith("18 min: ")]
    assert "Scan (12 min)" in words
    assert "Band <b>rows</b> (6 min)" in words
    interface = QAccessible.queryAccessibleInterface(year)
    name = interface.text(QAccessible.Text.Name)
    assert name.startswith("Wednesday, 4 March 2026. 18 min: ")


def test_a_click_on_a_square_chooses_its_day_at_every_width(page: Page) -> None:
    year = page.widget.year.map
    for width in (880, 420):
        page.widget.resize(width, 900)
        look()
        for days_ago in (0, 1, 200, 366):
            day = TODAY - timedelta(days=days_ago)
            point = year.box_of(day).center().toPoint()
            QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=point)
            assert year.chosen is not None
            assert year.chosen.square.day == day
    assert year.day_at(QPointF(0, 0)) is None


def test_a_day_is_marked_as_sick_and_the_mark_taken_back(page: Page) -> None:
    year = page.widget.year.map
    year.choose(TODAY - timedelta(days=2))
    page.press("Sick: Tuesday, 3 March 2026")
    year.choose(TODAY - timedelta(days=3))
    look()
    assert page.named("Sick: Monday, 2 March 2026").isChecked()
    page.press("Sick: Monday, 2 March 2026")
    assert page.told == [(date(2026, 3, 3), "sick"), (date(2026, 3, 2), "")]


def test_the_chosen_day_stays_when_something_new_is_kept(page: Page) -> None:
    year = page.widget.year.map
    year.choose(TODAY - timedelta(days=5))
    page.past.run(5, "Yoga", 10, "yoga")
    page.show()
    assert year.chosen is not None
    assert year.chosen.square.day == TODAY - timedelta(days=5)
    assert "Yoga (10 min)." in page.texts


# What is told


def test_before_and_after_is_told_without_a_cause(page: Page) -> None:
    rows = page.widget.helped
    view = rows.parts()[0]
    assert view.accessibleDescription() == "Scan · Tension: before 6, after 4 · 4 times"
    assert any("It tells what was, not why" in text for text in page.texts)


def test_other_scales_are_switched_on_and_each_has_a_look_of_its_own(page: Page) -> None:
    def drawn() -> set[str]:
        figure = page.widget.ratings.plot.figure
        return {line.scale for line in figure.lines} if figure is not None else set()

    assert drawn() == {"tension", "anxiety"}
    page.press("Show Sleep")
    page.press("Show Tension")
    assert drawn() == {"anxiety", "sleep"}
    assert "Of mood and sleep more is better; of the others, less." in page.texts
    for scale in ("Sleep", "Anxiety"):
        page.press(f"Show {scale}")
    assert drawn() == set()
    assert "Choose what to see." in page.texts


def test_a_range_is_chosen_by_keys(page: Page) -> None:
    (box,) = page.widget.findChildren(QComboBox)
    assert box.currentText() == "The last 3 months"
    QTest.keyClick(box, Key.Key_Down)
    assert page.told == [(Range.YEAR,)]


def test_nothing_takes_the_wheel_over_a_plot_from_the_page(page: Page) -> None:
    (area,) = page.widget.findChildren(QScrollArea)
    plot = page.widget.ratings.plot
    area.ensureWidgetVisible(plot)
    look()
    widget = page.widget.childAt(plot.mapTo(page.widget, plot.rect().center()))
    while widget is not area.viewport():
        assert widget is not None
        assert not takes_wheel(widget)
        widget = widget.parentWidget()
    assert takes_wheel(area.viewport())


def takes_wheel(widget: QWidget) -> bool:
    place = QPointF(widget.rect().center())
    button, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase, turn = Qt.ScrollPhase.NoScrollPhase, QPoint(0, -120)
    at = widget.mapToGlobal(place)
    event = QWheelEvent(place, at, QPoint(), turn, button, none, phase, False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_an_empty_page_says_how_to_begin_and_shows_no_plot(
    qapp: QApplication, page: Page, tmp_path: Path
) -> None:
    assert qapp is not None
    empty = Past(tmp_path / "empty.sqlite3")
    page.widget.show_values(empty.shown())
    look()
    empty.history.close()
    assert "Nothing to look back on yet" in page.texts
    assert not page.widget.year.isVisible()
    page.widget.take_keyboard()


def test_one_day_has_no_bars_of_weeks_and_nothing_before_and_after(
    page: Page, tmp_path: Path
) -> None:
    one = Past(tmp_path / "one.sqlite3")
    one.run(0, "Scan", 12, "relaxation")
    page.widget.show_values(one.shown())
    look()
    one.history.close()
    assert page.widget.minutes.plot.figure is None
    assert page.texts.count("12 min on 1 day.") == 2
    assert "All of it: Relaxation." in page.texts
    assert not page.widget.kinds.parts()[0].isVisible()
    assert not page.named("Show as a table: Practice by week").isHidden()
    saves = [
        each.accessibleName()
        for each in page.widget.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName().startswith("Save as picture")
    ]
    assert "Save as picture: Practice by week" not in saves
    assert "Save as picture: The last year, day by day" in saves


# Tables and pictures


def test_a_table_says_what_the_plot_draws_and_is_walked_by_keys(page: Page) -> None:
    page.press("Show as a table: Reminders by hour")
    card = page.widget.hours
    assert page.table(card) == [
        ["10:00–11:00", "2", "1", "1", "0", "1"],
        ["15:00–16:00", "0", "0", "0", "1", "0"],
    ]
    card.table.setFocus()
    QTest.keyClick(card.table, Key.Key_Down)
    QTest.keyClick(card.table, Key.Key_Right)
    assert (card.table.currentRow(), card.table.currentColumn()) == (1, 1)
    QTest.keyClick(card.table, Key.Key_Tab)
    assert not card.table.hasFocus()
    page.press("Hide the table: Reminders by hour")
    assert not card.table.isVisible()


def test_an_open_table_follows_what_is_new(page: Page) -> None:
    page.press("Show as a table: Kinds of practice")
    assert page.table(page.widget.kinds)[-1] == ["Strength", "6 min", "1"]
    page.past.run(0, "Yoga", 60, "yoga")
    page.show()
    assert page.table(page.widget.kinds)[0] == ["Yoga", "1 h", "1"]


def test_each_card_is_kept_as_svg_without_pixels_and_as_png(page: Page) -> None:
    saves = [
        each
        for each in page.widget.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Save as picture")
    ]
    assert len(saves) == 7
    for button in saves:
        button.click()
    names = [name for name, _ in page.told]
    assert len(set(names)) == 7
    for name, picture in page.told:
        assert isinstance(picture, Picture)
        svg = picture.as_svg()
        assert QSvgRenderer(QByteArray(svg)).isValid(), name
        assert b"<image" not in svg, name
        png = QImage.fromData(picture.as_png())
        assert len({png.pixel(x, png.height() - 60) for x in range(0, png.width(), 2)}) > 1, name


# The library that draws


def test_only_one_module_knows_the_plotting_library() -> None:
    root = Path(desktop.__file__).parent
    knowing = []
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if any(name.split(".")[0] == "pyqtgraph" for name in names):
                knowing.append(path.relative_to(root).as_posix())
    assert knowing == ["pages/weeks/plots.py"]


def test_the_plotting_library_is_loaded_with_the_first_plot_and_not_before() -> None:
    code = (
        "import sys, desktop.weeks_wiring, desktop.pages.weeks.page, desktop.weeks_values;"
        "print(sorted({'pyqtgraph', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(desktop.__file__).parent.parent,
    )
    assert done.stdout == "[]\n"


def test_a_plot_answers_to_no_mouse_and_no_keyboard(page: Page) -> None:
    plots = page.widget.findChildren(QGraphicsView)
    assert len(plots) == 3
    for plot in plots:
        assert plot.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        assert plot.focusPolicy() is Qt.FocusPolicy.NoFocus
