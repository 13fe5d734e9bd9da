"""The player at twice the size of text: all of it is there, whole, in small windows too."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.look.appearance import Appearance
from desktop.look.theme import Theme
from desktop.player.figures import FiguresOnShelf
from desktop.player.player import Player
from desktop.player.view import PlayerView
from routines.catalogue import load_catalogue
from routines.clock import ManualClock
from routines.figures.shelf import Shelf
from routines.lookup import Folders
from routines.model import Routine
from tests.routines.texts import read

LARGE = [(1280, 800), (1120, 760), (900, 640)]
SMALL = (480, 640)
RATE = "name: Mine\nsteps:\n  - rate: How tight is it now?\n    as: tension\n"

Open = Callable[[Routine, tuple[int, int], float], PlayerView]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    theme.choose(Appearance(text_scale=2.0))
    yield theme
    theme.choose(Appearance())
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(theme, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_view(qapp: QApplication, theme: Theme) -> Iterator[Open]:
    """Opens a player of a size at a second of a routine."""
    made: list[tuple[PlayerView, Player]] = []

    def make(routine: Routine, size: tuple[int, int], seconds: float) -> PlayerView:
        clock = ManualClock()
        player = Player(clock)
        view = PlayerView(player, theme)
        made.append((view, player))
        view.resize(*size)
        view.show()
        shelf = Shelf(Folders())
        player.load(routine, figures=FiguresOnShelf(shelf, None, lambda: True))
        view.begin({}, keeps=False)
        player.play()
        while seconds > 0:
            clock.advance(min(4.0, seconds))
            player.beat()
            seconds -= 4.0
        for _ in range(5):
            qapp.processEvents()
        assert (view.width(), view.height()) == size, "nothing asks for more"
        return view

    yield make
    for view, player in made:
        player.end()
        view.close()
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ours(name: str) -> Routine:
    entry = load_catalogue(Folders()).get(name)
    assert entry is not None
    assert entry.routine is not None
    return entry.routine


def place(view: PlayerView, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(view, widget.rect().topLeft()), widget.size())


def shown(view: PlayerView, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in view.findChildren(kind) if each.isVisible()]


def assert_whole(view: PlayerView) -> None:
    buttons = {each: place(view, each) for each in shown(view, QPushButton)}
    for button, lies in buttons.items():
        assert view.rect().contains(lies), button.accessibleName()
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
        others = [each for each in buttons if each is not button]
        assert not any(lies.intersects(buttons[each]) for each in others)
    for label in shown(view, QLabel):
        assert isinstance(label, QLabel)
        wanted = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= wanted, label.text()
        assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()


@pytest.mark.parametrize("size", LARGE)
def test_a_figure_its_words_its_ring_and_what_is_next_are_all_in_sight(
    open_view: Open, size: tuple[int, int]
) -> None:
    view = open_view(ours("morning-yoga"), size, 50)
    middle = view._middle
    assert_whole(view)
    assert middle._ring.isVisible()
    assert any(each.isVisible() for each in (middle._ring._next, middle.words._next))
    assert middle.words.verticalScrollBar().maximum() == 0
    assert not place(view, middle.words).intersects(place(view, middle._ring))
    assert not place(view, middle.stage).intersects(place(view, middle._ring))


def test_in_a_small_window_the_ring_is_beside_the_figure_and_buttons_are_icons(
    open_view: Open,
) -> None:
    view = open_view(ours("morning-yoga"), SMALL, 50)
    middle = view._middle
    assert_whole(view)
    stage, ring = place(view, middle.stage), place(view, middle._ring)
    assert stage.right() < ring.left()
    assert place(view, middle.words).top() > max(stage.bottom(), ring.bottom())
    names = {each.accessibleName() for each in shown(view, QPushButton)}
    top = {"M sound on", "Show the keys"}
    assert names == top | {"End here", "Back", "Pause", "Skip"}
    assert all(each.toolTip() for each in shown(view, QPushButton))


@pytest.mark.parametrize("size", [*LARGE, SMALL])
def test_every_number_of_a_rating_is_in_the_width(open_view: Open, size: tuple[int, int]) -> None:
    routine = read(RATE).routine
    assert routine is not None
    view = open_view(routine, size, 1)
    port = place(view, view._middle.words.viewport())
    numbers = [each for each in shown(view, QPushButton) if each.property("role") == "number"]
    assert len(numbers) == 11
    assert all(place(view, each).right() <= port.right() for each in numbers)


def test_the_title_is_where_it_was_when_a_figure_comes_or_goes(open_view: Open) -> None:
    view = open_view(ours("morning-yoga"), (1120, 760), 1)
    seen = {place(view, view._middle.words._kicker).top()}
    for _ in range(8):
        view._player.next()
        QApplication.processEvents()
        seen.add(place(view, view._middle.words._kicker).top())
    assert len(seen) == 1


def test_while_it_is_paused_another_size_of_window_is_taken_up_at_once(open_view: Open) -> None:
    view = open_view(ours("morning-yoga"), SMALL, 50)
    view._player.pause()
    for size in (LARGE[0], SMALL, LARGE[2]):
        view.resize(*size)
        for _ in range(3):
            QApplication.processEvents()
        assert_whole(view)
        middle = view._middle
        ring = middle._ring
        assert ring._ring.width() == min(ring.width(), ring.height())
        assert not place(view, ring).intersects(place(view, middle.stage))
        fits = middle.words.verticalScrollBar().maximum() == 0
        assert fits or size == SMALL


def kicker(view: PlayerView) -> tuple[str, str]:
    """What is seen of it, and what is heard."""
    label = view._middle.words._kicker
    assert label.isVisible()
    spoken = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
    return label.text(), spoken


def test_what_the_disk_says_is_not_said_beside_it_but_still_heard(open_view: Open) -> None:
    routine = ours("even-breath")
    large = open_view(routine, (1120, 760), 60)
    assert kicker(large) == ("", "Breathing out · breath 3 of 18")
    large._player.pause()
    assert kicker(large) == ("Paused", "Paused · breath 3 of 18")


def test_a_disk_too_small_for_words_leaves_them_to_the_line_beside_it(open_view: Open) -> None:
    small = open_view(ours("even-breath"), (900, 640), 60)
    assert kicker(small) == ("Breathing out · breath 3 of 18",) * 2


EVERY = [(1280, 800), (640, 480), (420, 700)]
LARGEST = 0.8  # of the title: as large as what is next may be


def pixels(label: QWidget) -> int:
    return label.fontInfo().pixelSize()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", EVERY)
@pytest.mark.parametrize("second", [2, 50])
def test_nothing_is_written_larger_than_what_is_now(
    open_view: Open, theme: Theme, size: tuple[int, int], scale: float, second: int
) -> None:
    theme.choose(Appearance(text_scale=scale))
    view = open_view(ours("morning-yoga"), size, second)
    words, ring = view._middle.words, view._middle._ring
    title = words._title if words._title.isVisible() else words._words
    assert title.isVisible()
    for label in (words._kicker, words._text, words._easier, words._next, ring._next):
        assert pixels(label) < pixels(title) or not label.isVisible(), label.text()
    for label in (words._next, ring._next):
        assert pixels(label) <= LARGEST * pixels(title) + 1 or not label.isVisible()


@pytest.mark.parametrize(("size", "share"), [((1280, 800), 0.5), ((1920, 1080), 0.5)])
def test_a_figure_has_most_of_the_width_where_there_is_much(
    open_view: Open, theme: Theme, size: tuple[int, int], share: float
) -> None:
    theme.choose(Appearance())
    middle = open_view(ours("morning-yoga"), size, 50)._middle
    assert middle.stage.width() > share * middle.width()
    assert middle.words.width() < middle.stage.width()


def test_in_a_narrow_window_the_ring_is_small_beside_its_figure(
    open_view: Open, theme: Theme
) -> None:
    for scale in (1.0, 2.0):
        theme.choose(Appearance(text_scale=scale))
        middle = open_view(ours("morning-yoga"), (420, 700), 50)._middle
        assert middle._ring.width() < middle.stage.width() / 2.5
        assert middle.stage.height() > 0.3 * middle.height()


def test_a_long_name_of_what_is_next_is_cut_but_told_whole(open_view: Open) -> None:
    view = open_view(ours("morning-yoga"), (640, 480), 50)
    assert_whole(view)
    words, ring = view._middle.words, view._middle._ring
    shown_in = [each._next for each in (words, ring) if each._next.text()]
    scene = view._player.scene()
    assert scene is not None
    assert [each.accessibleName() for each in shown_in] == [scene.next]
    assert shown_in[0].text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert shown_in[0].toolTip() == scene.next


def test_words_that_go_on_below_fade_and_those_that_end_do_not(open_view: Open) -> None:
    view = open_view(ours("morning-yoga"), (640, 480), 50)
    words = view._middle.words
    bar = words.verticalScrollBar()
    assert bar.maximum() > 0
    assert words._fade.isVisible()
    bar.setValue(bar.maximum())
    assert not words._fade.isVisible()
    view.resize(1280, 800)
    for _ in range(3):
        QApplication.processEvents()
    assert not words._fade.isVisible()
