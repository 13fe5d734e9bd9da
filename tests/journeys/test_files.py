"""The person's own files: broken ones beside good ones, mended, deleted, changed under way."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from desktop.keep.paths import routines_folder
from desktop.look.notice import Notice
from desktop.pages.routines.problem_list import ProblemList
from routines.lookup import LIBRARY
from tests.journeys.person import Key, Person

BUILT_IN = len(list(LIBRARY.glob("*.yaml")))
BROKEN = """
    name: My sheet
    steps:
      - hold: Door stretch
        for: 20
      - move: Band row
        rep: 10
"""
MENDED = BROKEN.replace("20", "20s").replace("rep:", "reps:")
HINTS = """
    name: Talks too much
    steps:
      - notice: The back
        for: 2s
        text: Far too many words for the two seconds that this short step of a routine has.
"""


class Editor(QObject):
    """Stands in for the program that the system would open a file in."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def editor() -> Iterator[Editor]:
    editor = Editor()
    QDesktopServices.setUrlHandler("file", editor, "open")  # type: ignore[arg-type]  # it takes text only
    yield editor
    QDesktopServices.unsetUrlHandler("file")


def test_a_broken_file_stands_beside_good_ones_which_still_play(person: Person) -> None:
    person.keep("sheet.yaml", BROKEN)
    person.keep("mended.yaml", MENDED)
    person.begin()
    model = person.app.routines._list.card_model
    card = model.card(model.index(person.cards.index("sheet")))
    assert card is not None
    assert card.name == "My sheet needs a look"
    assert card.problem.startswith("Line 4. ")
    assert card.excerpt == "for: 20"
    assert person.sees(f"{BUILT_IN + 2} to choose from, 2 of them yours")
    for good in ("mended", "morning-yoga"):
        person.go_to_card(good)
        person.press(Key.Key_Return)
        assert person.app.player.playing
        person.press(Key.Key_Escape, Key.Key_Escape)


def test_enter_on_a_broken_file_shows_all_its_problems_with_their_lines(person: Person) -> None:
    path = person.keep("sheet.yaml", BROKEN)
    person.begin()
    person.go_to_card("sheet")
    person.press(Key.Key_Return)
    assert not person.app.player.playing
    assert person.sees("It cannot play yet: 2 things to mend.")
    assert person.sees(str(path))
    for text in ("Line 4", "for: 20", "Line 6", "rep: 10", "reps"):
        assert person.sees(text)
    assert not person.sees("Start")


def test_enter_opens_the_broken_file_in_the_persons_own_editor(
    person: Person, editor: Editor
) -> None:
    path = person.keep("sheet.yaml", BROKEN)
    person.begin()
    person.go_to_card("sheet")
    person.press(Key.Key_Return)
    assert person.button("Open the file").hasFocus()
    person.press(Key.Key_Return)
    assert editor.opened == [str(path)]


def test_the_folder_opens_and_is_made_if_it_is_not_there_yet(
    person: Person, editor: Editor
) -> None:
    person.begin()
    person.click_button("My routines folder")
    (folder,) = editor.opened
    assert Path(folder).is_dir()
    # Nobody tells us whether it can be seen now, so the path is said for a while.
    assert said(person) == f"Opening {folder}"
    (notice,) = person.all(Notice)
    (timer,) = notice.findChildren(QTimer)
    timer.timeout.emit()
    assert said(person) == ""


@pytest.mark.parametrize("way", ["F5", "Look again", "back at the window"])
def test_a_mended_file_plays_after_another_look(person: Person, way: str) -> None:
    path = person.keep("sheet.yaml", BROKEN)
    person.begin()
    person.click_card("sheet")
    assert person.sees("It cannot play yet")
    person.keep(path.name, MENDED)
    match way:
        case "F5":
            person.press(Key.Key_F5)
        case "Look again":
            person.click_button("Look again")
        case _:
            person.go_away_and_back()
    assert not person.sees("It cannot play yet")
    person.click_button("Start")
    assert person.sees("Door stretch")


@pytest.mark.parametrize("on_detail", [True, False])
def test_a_deleted_file_is_gone_after_coming_back(person: Person, on_detail: bool) -> None:
    path = person.keep("sheet.yaml", MENDED)
    person.begin()
    if on_detail:
        person.click_card("sheet")
    path.unlink()
    person.go_away_and_back()
    assert "sheet" not in person.cards
    assert len(person.cards) == BUILT_IN


def test_a_new_file_is_there_after_coming_back(person: Person) -> None:
    person.begin()
    person.keep("sheet.yaml", MENDED)
    person.go_away_and_back()
    assert "sheet" in person.cards


def test_a_file_that_breaks_while_it_plays_plays_on(person: Person) -> None:
    person.keep("sheet.yaml", MENDED)
    person.begin()
    person.go_to_card("sheet")
    person.press(Key.Key_Return)
    person.wait(6)
    person.keep("sheet.yaml", BROKEN)
    person.go_away_and_back()
    assert person.sees("Door stretch")
    person.wait(100)
    assert person.sees("Done, and well done")


def test_hints_are_shown_and_the_routine_plays(person: Person) -> None:
    person.keep("talks.yaml", HINTS)
    person.begin()
    person.click_card("talks")
    assert person.sees("It plays. 1 thing could be better:")
    assert person.sees("Line 5, a hint")
    person.click_button("Start")
    assert person.sees("The back")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x" * 1_000_000,
        bytes(range(256)),
        "name: A\n".encode("utf-16"),
        b"[" * 120_000,
        b"a: &a [x]\nb: [*a, *a]\n",
        b"name: A\nsteps:\n\t- say: B\n",
        b"name: A\nname: B\nsteps:\n  - include: bad\n",
    ],
    ids=["empty", "1 MB", "binary", "UTF-16", "brackets", "aliases", "tabs", "cycle"],
)
def test_no_content_is_fatal_or_hides_the_others(person: Person, content: bytes) -> None:
    (person.folder / "bad.yaml").write_bytes(content)
    person.keep("sheet.yaml", MENDED)
    person.begin()
    person.click_card("bad")
    assert person.sees("It cannot play yet")
    assert person.one(ProblemList).isVisible()
    person.press(Key.Key_Escape)
    person.go_to_card("sheet")
    person.press(Key.Key_Return)
    assert person.sees("Door stretch")


def test_a_name_that_is_not_utf_8_can_be_starred_and_played(person: Person) -> None:
    coffee = os.fsdecode(b"caf\xe9")
    person.keep("before.yaml", "name: Beforehand\nsteps:\n  - say: Wait.\n")
    person.keep(f"{coffee}.yaml", "name: Coffee\nsteps:\n  - say: Sip.\n")
    person.begin()
    assert person.cards[0] == "before"
    person.click_star(coffee)
    assert person.cards[0] == coffee
    person.press(Key.Key_Home, Key.Key_Return)
    assert person.sees("Sip.")
    person.begin()
    assert person.cards[0] == coffee


def test_a_person_without_a_folder_gets_the_library(person: Person) -> None:
    person.folder.rmdir()
    person.begin()
    assert len(person.cards) == BUILT_IN


def test_a_folder_that_cannot_be_read_is_said(person: Person) -> None:
    person.folder.rmdir()
    person.folder.write_text("not a folder", "utf-8")
    person.begin()
    assert person.sees("cannot be read: Not a directory")
    assert len(person.cards) == BUILT_IN


# ---------------------------------------------------------------- where nothing opens them


def said(person: Person) -> str:
    """What stands in the bar above the page, if it can be selected."""
    found = [each for bar in person.all(Notice) for each in bar.findChildren(QLabel)]
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    return "".join(each.text() for each in found if each.textInteractionFlags() & selectable)


def test_where_no_program_shows_folders_the_page_says_where_the_folder_is(
    person: Person,
) -> None:
    person.begin()
    person.click_button("My routines folder")
    assert said(person).endswith(f"Your files belong in {routines_folder()}")
    assert routines_folder().is_dir()
    person.click_button("Close")
    assert said(person) == ""


def test_a_folder_that_cannot_be_made_is_told_with_the_reason(person: Person) -> None:
    routines_folder().parent.parent.mkdir(parents=True, exist_ok=True)
    routines_folder().parent.write_text("in the way", "utf-8")
    person.begin()
    person.click_button("My routines folder")
    assert said(person) == f"The folder {routines_folder()} cannot be made: Not a directory"


def test_where_no_program_opens_a_file_the_page_says_which_it_is(person: Person) -> None:
    path = person.keep("broken.yaml", "name: Broken\n")
    person.begin()
    person.click_card("broken")
    person.click_button("Open the file")
    assert said(person) == f"No program here opens the file. It is {path}"
    person.click_button("All routines")
    assert said(person) == ""


def test_a_file_that_breaks_under_way_keeps_its_last_good_version(person: Person) -> None:
    person.keep("sheet.yaml", MENDED)
    person.begin()
    person.keep("sheet.yaml", BROKEN)
    person.app._look_for_changes()
    model = person.app.routines._list.card_model
    card = model.card(model.index(person.cards.index("sheet")))
    assert card is not None
    assert not card.broken
    assert card.about == "Last good version: line 4 needs a look"
    person.go_to_card("sheet")
    person.press(Key.Key_Return)
    assert person.app.player.playing
