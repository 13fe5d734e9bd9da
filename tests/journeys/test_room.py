"""Room for everything: small windows, wide ones, and large text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QTreeView,
    QWidget,
)

from desktop.player.stage import StageView
from desktop.player.words import WordsView
from tests.journeys.person import Key, Person

SMALLEST = (0, 0)
SIZES = [SMALLEST, (500, 1000), (900, 480), (1120, 760), (1920, 1080)]

QUESTIONS = """
    name: Questions
    steps:
      - hold: Sphinx, with quite a long name of a pose that people like
        for: 10s
        sides: left-right
        text: Press the forearms down and lift the breastbone.
      - rate: How tight is it between the shoulder blades now?
        as: tension
      - choose: Is this thought helpful?
        options: ["Yes, and I should like to come back to it tomorrow", not really, no]
      - check: Your desk, from the feet up
        items: ["Feet flat on the floor, or on a rest if they do not reach it", Eyes]
"""
STEPS = """
    name: Steps
    defaults: {lead_in: 5s}
    steps:
      - hold: Sphinx
        for: 5s
        text: Press the forearms down.
        cues:
          2s: And breathe, long and slow, in and out again, as if there were nothing else to do.
      - rest: 5s
      - move: Wall angels
        reps: 2
        text: Slide up, slide down, and keep the back of the hands at the wall all the time.
      - hold: Child's pose, knees wide
        for: 60s
"""
LONG = """
    name: Long
    steps:
      - hold: Thread the needle with both arms
        for: 30s
        lead_in: 0s
        sides: left-right
        text: >
          Let the shoulder sink towards the floor and breathe into the space between the blades.
          If the neck is not at ease, put a folded towel under the head. Stay with the breath,
          slow in and slower out, and let each out-breath take a little more of the weight.
        easier: Stay on a chair, arms crossed in front of the chest, and turn to one side.
"""


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """The person has chosen text of twice the usual size for the whole system."""
    usual, large = qapp.font(), QFont(qapp.font())
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def place(person: Person, widget: QWidget) -> QRect:
    """Where a widget lies in the window."""
    return QRect(widget.mapTo(person.app.window, widget.rect().topLeft()), widget.size())


def cramped(person: Person) -> list[str]:
    """The buttons that are cut, that stick out of their page or lie on another."""
    page = person.app.window.page
    assert page is not None
    scrolled = {
        button: area
        for area in person.all(QScrollArea)
        for button in area.findChildren(QPushButton)
        if button.isVisible()
    }
    buttons = [each for each in person.all(QPushButton) if page.isAncestorOf(each)]
    places = {each: place(person, each) for each in buttons if each not in scrolled}
    found = [each for each in buttons if each.width() < each.minimumSizeHint().width()]
    found += [each for each in places if not place(person, page).contains(places[each])]
    # What is too low is scrolled to, what is too wide is not.
    found += [
        each
        for each, area in scrolled.items()
        if place(person, each).right() > place(person, area.viewport()).right()
    ]
    found += [
        each
        for each in places
        if any(places[each].intersects(places[other]) for other in places if other is not each)
    ]
    return [each.text() or each.accessibleName() for each in found]


def walk(person: Person) -> Iterator[str]:
    """Goes through all pages and steps."""
    yield "routines"
    person.press(Key.Key_Space)
    yield "detail"
    person.press(Key.Key_Return)
    for step in ("hold", "side", "rate", "choose", "check"):
        yield step
        person.click_button("End here" if step == "check" else "Skip")
    yield "finish"


def test_the_check_for_cramped_buttons_can_fail(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Return)
    assert cramped(person) == []
    skip = person.button("Skip")
    skip.resize(skip.minimumSizeHint().width() - 1, skip.height())
    assert cramped(person) == ["Skip"]
    skip.move(skip.x() - 40, skip.y())
    assert "Pause" in cramped(person)


@pytest.mark.parametrize("size", SIZES)
def test_no_button_is_ever_cut_or_covered(person: Person, size: tuple[int, int]) -> None:
    person.keep("questions.yaml", QUESTIONS)
    person.begin(*size)
    person.go_to_card("questions")
    found = {page: buttons for page in walk(person) if (buttons := cramped(person))}
    assert found == {}


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("size", [SMALLEST, (1366, 768)])
def test_nor_with_text_of_twice_the_size(person: Person, size: tuple[int, int]) -> None:
    test_no_button_is_ever_cut_or_covered(person, size)


def test_the_offer_to_go_on_has_room_in_the_smallest_window(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Return)
    person.wait(30)
    person.begin(*SMALLEST)
    assert person.sees("is waiting for you")
    assert cramped(person) == []


def test_a_long_answer_wraps_and_is_shown_whole(person: Person) -> None:
    words = "word " * 60
    person.keep(
        "long.yaml",
        f"""
        name: Long
        steps:
          - choose: Well?
            options: [{words}, no]
          - check: Well?
            items: [{words}, no]
    """,
    )
    person.begin(*SMALLEST)
    person.go_to_card("long")
    person.press(Key.Key_Return)
    for _ in range(2):
        view = person.one(WordsView)
        inner = view.widget()
        assert inner is not None
        assert inner.width() <= view.viewport().width()
        for label in person.labels(words.strip()):
            assert label.height() >= label.heightForWidth(label.width())
            assert label.heightForWidth(label.width()) > 5 * label.fontMetrics().lineSpacing()
        person.click_button("Done")


def test_narrow_and_tall_the_words_stand_under_the_stage(person: Person) -> None:
    person.begin(1400, 700)
    person.press(Key.Key_Return)
    for size, beside in (((1400, 700), True), ((600, 1000), False), ((1400, 700), True)):
        person.app.window.resize(*size)
        person.look()
        stage, words = (place(person, person.one(kind)) for kind in (StageView, WordsView))
        assert (stage.right() < words.left()) == beside
        assert (stage.bottom() < words.top()) != beside
        assert min(stage.width(), stage.height()) >= 180


def test_narrow_and_tall_the_timetable_stands_under_the_rest(person: Person) -> None:
    person.begin(1400, 700)
    person.press(Key.Key_Space)
    for size, beside in (((1400, 700), True), ((600, 1000), False)):
        person.app.window.resize(*size)
        person.look()
        start, table = place(person, person.button("Start")), place(person, person.one(QTreeView))
        assert (start.right() < table.left()) == beside
        assert (start.bottom() < table.top()) != beside


def test_the_side_lies_flat_in_a_narrow_window_and_gives_way_to_the_player(person: Person) -> None:
    def sides() -> list[QFrame]:
        return [each for each in person.all(QFrame) if each.property("role") in ("side", "flat")]

    person.begin(1120, 760)
    (side,) = sides()
    assert side.height() > side.width()
    person.app.window.resize(600, 760)
    person.look()
    assert sides() == [side]
    assert side.height() < 120 < side.width()
    person.app.window.resize(1120, 760)
    person.look()
    assert side.height() > side.width()
    person.press(Key.Key_Return)
    assert sides() == []
    person.press(Key.Key_Escape, Key.Key_Escape)
    assert len(sides()) == 1


def test_the_window_has_the_size_it_was_left_with(person: Person) -> None:
    person.begin()
    person.app.window.resize(703, 611)
    person.look()
    person.quit()
    person.begin(resize=False)
    assert (person.app.window.width(), person.app.window.height()) == (703, 611)


# ---------------------------------------------------------------- words in their place


def title_of(person: Person) -> tuple[int, int]:
    """Where the title's line begins."""
    found = [each for each in person.all(QLabel) if each.property("role") == "display"]
    (title,) = [each for each in found if person.one(WordsView).isAncestorOf(each)]
    at = place(person, title)
    return at.x(), at.y()


def test_the_title_stays_where_it_is_from_line_to_line_and_step_to_step(person: Person) -> None:
    person.keep("steps.yaml", STEPS)
    person.begin()
    person.go_to_card("steps")
    person.press(Key.Key_Return)
    seen = {title_of(person)}
    for _ in range(9):
        person.wait(4)
        seen.add(title_of(person))
    assert not person.app.player.playing or person.app.player.stop == 3
    assert len(seen) == 1


@pytest.mark.parametrize("size", [(500, 640), (620, 500), (1120, 760)])
def test_a_long_text_takes_the_room_of_the_stage_before_it_is_cut(
    person: Person, size: tuple[int, int]
) -> None:
    person.keep("long.yaml", LONG)
    person.begin(*size)
    person.go_to_card("long")
    person.press(Key.Key_Return)
    assert person.one(WordsView).verticalScrollBar().maximum() == 0
    assert person.one(StageView).height() > 60


def test_what_finds_no_room_is_reached_by_the_page_keys(person: Person) -> None:
    person.keep("long.yaml", LONG.replace("Let the", "Let the shoulder sink, slowly. " * 40))
    person.begin(500, 480)
    person.go_to_card("long")
    person.press(Key.Key_Return)
    bar = person.one(WordsView).verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(20):
        person.press(Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    person.press(Key.Key_PageUp)
    assert bar.value() < bar.maximum()
