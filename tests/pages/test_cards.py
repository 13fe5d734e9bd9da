"""What the cards say, in which order they stand, and which of them are shown: plain values."""

from pathlib import Path

import pytest

from desktop.pages.routines.cards import (
    Card,
    Lengths,
    Slice,
    cards_of,
    chosen,
    lengths_text,
    subtitle,
)
from routines.catalogue import load_catalogue
from routines.figures.model import Point, PropKind
from routines.figures.shelf import Shelf
from routines.lookup import LIBRARY, Folders
from tests.routines.texts import plain

NOTICE = "name: {name}\ntags: [{tag}]\nsteps:\n  - notice: The back\n    for: 60s\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Two empty folders: the person's and ours."""
    for name in ("user", "library"):
        (tmp_path / name).mkdir()
    return Folders(tmp_path / "user", tmp_path / "library")


def keep(folder: Path | None, name: str, text: str) -> None:
    assert folder is not None
    (folder / f"{name}.yaml").write_text(plain(text), "utf-8")


def card(folders: Folders, text: str, *favourites: str) -> Card:
    """The card of a file named mine.yaml."""
    keep(folders.user, "mine", text)
    (found,) = cards_of(load_catalogue(folders), favourites)
    return found


def ids(folders: Folders, *favourites: str) -> list[str]:
    return [each.id for each in cards_of(load_catalogue(folders), favourites)]


# ---------------------------------------------------------------- what a card says


def test_a_card_says_how_long_where_and_with_what(folders: Folders) -> None:
    found = card(
        folders,
        """
        name: Mine
        about: Opens the chest.
        place: wall
        needs: [mat, towel]
        steps:
          - hold: Lean
            for: 85s
          - hold: Reach
            for: 85s
        """,
    )
    assert (found.name, found.line) == ("Mine", "3 min · at a wall · mat · towel")
    assert (found.length, found.seconds) == ("3 min", 180)
    assert (found.about, found.own, found.favourite) == ("Opens the chest.", True, False)
    assert not found.broken
    assert found.spoken == "Mine. 3 min · at a wall · mat · towel. Opens the chest."


def test_a_dial_shows_the_steps_around_the_clock(folders: Folders) -> None:
    text = "name: A\nsteps:\n  - hold: B\n    for: 15s\n  - wait: C\n  - rest: 20s\n"
    assert card(folders, text).dial == (
        Slice(0.0, 0.125, work=False),
        Slice(0.125, 0.375, work=True),
        Slice(0.5, 0.5, work=False),
    )


def test_a_routine_without_a_time_has_an_empty_dial(folders: Folders) -> None:
    found = card(folders, "name: A\nsteps:\n  - wait: B\n")
    assert (found.dial, found.seconds) == ((), 0)


def test_a_broken_file_says_its_first_error_with_the_line(folders: Folders) -> None:
    found = card(
        folders,
        """
        name: Mine
        steps:
          - notice: The back
            for: 2s
            text: Far more words than can be said in two seconds, which is only a hint.
          - hold: Lean
            for: 20
            colour: red
        """,
        "mine",
    )
    assert found.broken
    assert found.name == "Mine needs a look"
    assert found.problem.startswith("Line 7. “20” has no unit")
    assert found.excerpt == "for: 20"
    assert (found.line, found.length, found.dial) == ("", "", ())
    assert found.spoken == f"Mine needs a look. {found.problem}. favourite"


def test_a_broken_file_without_a_name_goes_by_that_of_its_file(folders: Folders) -> None:
    assert card(folders, "").name == "mine needs a look"


# ---------------------------------------------------------------- their order


def test_favourites_come_first_then_the_persons_own_then_ours_through_the_day(
    folders: Folders,
) -> None:
    for name, tag in {
        "e": "evening",
        "m": "morning",
        "d": "desk",
        "x": "none",
        "s": "strength",
    }.items():
        keep(folders.library, name, NOTICE.format(name=name, tag=tag))
    keep(folders.user, "own", NOTICE.format(name="Zebra", tag="evening"))
    keep(folders.user, "broken", "name: Yak\n")
    assert ids(folders) == ["own", "broken", "m", "d", "s", "e", "x"]
    assert ids(folders, "x", "e", "gone") == ["e", "x", "own", "broken", "m", "d", "s"]


def test_within_a_part_of_the_day_names_decide_whatever_their_case(folders: Folders) -> None:
    for name in ("banana", "Apple", "cherry"):
        keep(folders.library, name, NOTICE.format(name=name, tag="desk"))
    assert ids(folders) == ["Apple", "banana", "cherry"]


def test_our_own_library_begins_with_the_morning(folders: Folders) -> None:
    assert ids(Folders(folders.user, LIBRARY))[0] == "morning-yoga"


# ---------------------------------------------------------------- which are shown


def some(seconds: float, words: str = "", problem: str = "") -> Card:
    return Card(
        "id", "name", "", "", seconds, "", favourite=False, own=False, problem=problem, words=words
    )


@pytest.mark.parametrize(
    ("seconds", "lengths"),
    [
        (0, Lengths.SHORT),
        (70, Lengths.SHORT),
        (180, Lengths.SHORT),
        (185, Lengths.SHORT),
        (186, Lengths.MIDDLE),
        (300, Lengths.MIDDLE),
        (305, Lengths.MIDDLE),
        (306, Lengths.LONG),
        (14400, Lengths.LONG),
    ],
)
def test_every_length_belongs_to_one_choice_and_to_all(seconds: float, lengths: Lengths) -> None:
    cards = (some(seconds),)
    assert [each for each in Lengths if chosen(cards, "", each)] == [Lengths.ALL, lengths]


def test_a_broken_one_has_no_length_and_stands_under_all() -> None:
    broken = (some(0, problem="Line 1."),)
    assert [each for each in Lengths if chosen(broken, "", each)] == [Lengths.ALL]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", True),
        ("  ", True),
        ("yoga", True),
        ("YOGA morning", True),
        ("  morn   yo ", True),
        ("straße", True),
        ("STRASSE", True),
        ("yoga evening", False),
        ("yogamorning", False),
    ],
)
def test_every_word_of_a_search_must_be_there(search: str, found: bool) -> None:
    cards = (some(60, words="Morning yoga in der Straße".casefold()),)
    assert bool(chosen(cards, search, Lengths.ALL)) == found


def test_a_search_looks_at_name_about_place_tags_needs_and_id(folders: Folders) -> None:
    text = "name: N1\nabout: A2\nplace: wall\ntags: [t3]\nneeds: [d4]\nsteps:\n  - say: S5.\n"
    cards = (card(folders, text),)
    for word in ("n1", "a2", "wall", "t3", "d4", "mine"):
        assert chosen(cards, word, Lengths.ALL)
    assert not chosen(cards, "s5", Lengths.ALL)


def test_those_chosen_keep_their_order() -> None:
    cards = tuple(some(seconds) for seconds in (70, 400, 60, 50))
    assert [each.seconds for each in chosen(cards, "", Lengths.SHORT)] == [70, 60, 50]


# ---------------------------------------------------------------- words around them


def test_the_line_above_counts_them_and_which_are_the_persons_own(folders: Folders) -> None:
    assert subtitle(()) == "0 to choose from"
    keep(folders.library, "ours", NOTICE.format(name="O", tag="x"))
    assert subtitle(cards_of(load_catalogue(folders), ())) == "1 to choose from"
    keep(folders.user, "mine", "")
    assert subtitle(cards_of(load_catalogue(folders), ())) == "2 to choose from, 1 of them yours"


def test_every_choice_of_length_has_words_of_its_own() -> None:
    assert len({lengths_text(each) for each in Lengths}) == len(Lengths)


def test_a_card_shows_the_figure_that_lasts_longest_of_those_that_are_there(
    folders: Folders,
) -> None:
    assert folders.user is not None
    (folders.user / "figures").mkdir()
    here = "hip: [0, 0.5], waist: [0, 0.6], chest: [0, 0.7], neck: [0, 0.82], head: [0, 0.92]"
    arm = "shoulder: [0, 0.8], elbow: [0, 0.62], hand: [0, 0.46]"
    leg = "knee: [0, 0.28], ankle: [0, 0.04], toe: [-0.1, 0.01]"
    source = f"name: S\nview: side\npostures:\n  up: {{{here}, {arm}, {leg}}}\nloop: {{hold: up}}\n"
    (folders.user / "figures" / "mine.yaml").write_text(source, encoding="utf-8")
    other = source.replace("hip: [0, 0.5]", "hip: [0, 0.51]")
    (folders.user / "figures" / "other.yaml").write_text(other, encoding="utf-8")
    steps = (("gone", 60), ("other", 10), ("mine", 8), ("mine", 8))
    text = "name: R\nsteps:\n" + "".join(
        f"  - hold: A\n    for: {seconds}s\n    figure: {name}\n" for name, seconds in steps
    )
    (folders.user / "r.yaml").write_text(text, encoding="utf-8")
    (card,) = cards_of(load_catalogue(folders), (), Shelf(folders))
    assert card.shown is not None
    assert card.shown.pose.joints["hip"] == Point(0.0, 0.5)
    (plain_card,) = cards_of(load_catalogue(folders), ())
    assert plain_card.shown is None
    assert hash(card) == hash(plain_card)


BROKEN_FIGURE = "name: S\nview: side\npostures:\n  up: {hip: [0, wide]}\nloop: {hold: up}\n"
WITH_FIGURE = """
    name: Mine
    about: Opens the chest.
    steps:
      - hold: A
        for: 30s
        figure: bent
"""


def test_a_card_says_that_a_figure_of_ones_own_is_broken_and_only_then(folders: Folders) -> None:
    found = card(folders, WITH_FIGURE)
    keep(folders.user, "mine", WITH_FIGURE)
    assert folders.user is not None
    (folders.user / "figures").mkdir()
    shelf = Shelf(folders)
    for text, mend in (
        (BROKEN_FIGURE, "The figure bent needs a look"),
        ((LIBRARY / "figures" / "sitting-tall.yaml").read_text("utf-8"), ""),
    ):
        (folders.user / "figures" / "bent.yaml").write_text(text, "utf-8")
        (found,) = cards_of(load_catalogue(folders), (), shelf)
        assert found.mend == mend
        assert (mend in found.spoken.split(". ")) is bool(mend)
        assert not found.broken


def test_a_card_of_ours_shows_a_posture_rather_than_a_movement_and_few_look_alike() -> None:
    cards = cards_of(load_catalogue(Folders(library=LIBRARY)), (), Shelf(None))
    shown = {each.id: each.shown.pose for each in cards if each.shown is not None}
    assert len({repr(pose) for pose in shown.values()}) >= 15
    resets = ("hourly-reset", "hourly-reset-wall", "hourly-reset-chair", "hourly-reset-walk")
    for alike in (resets, ("before-a-call", "scapular-retractions", "wall-angels")):
        assert len({repr(shown[each]) for each in alike}) == len(alike)
    assert any(prop.kind is PropKind.DOORWAY for prop in shown["hourly-reset"].props)
    assert any(prop.kind is PropKind.DESK for prop in shown["before-a-call"].props)
