"""Finding a routine: search, filter by length, favourites."""

import json

from PySide6.QtWidgets import QLineEdit

from tests.journeys.person import CTRL, Key, Person

SHORT = "name: {name}\nsteps:\n  - notice: The back\n    for: {length}\n"


def test_the_search_looks_through_names_places_and_tags_word_by_word(person: Person) -> None:
    person.begin()
    everything = person.cards
    person.press(Key.Key_Slash)
    person.write("yoga MORNING")
    assert person.cards == ["morning-yoga", "morning-yoga-5", "chest-yoga", "cat-cow"]
    person.press(Key.Key_Escape)
    assert person.cards == everything
    person.press(Key.Key_F, modifier=CTRL)
    person.write("chair")
    assert person.cards
    assert set(person.cards) < set(everything)


def test_enter_in_the_search_leads_to_the_first_card_and_again_starts_it(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Slash)
    person.write("wall angels")
    person.press(Key.Key_Return)
    assert person.sees("Search") or person.cards == ["wall-angels"]
    person.press(Key.Key_Return)
    assert person.app.player.routine is not None
    assert person.app.player.routine.id == "wall-angels"


def test_down_leads_from_the_search_to_the_first_card(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Slash)
    person.write("wall angels")
    person.press(Key.Key_Down, Key.Key_Return)
    assert person.app.player.routine is not None
    assert person.app.player.routine.id == "wall-angels"


def test_a_slash_can_be_searched_for(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Slash)
    person.write("a/b")
    assert person.one(QLineEdit).text() == "a/b"


def test_an_empty_search_says_so_and_shows_all_again(person: Person) -> None:
    person.begin()
    everything = person.cards
    person.click(person.one(QLineEdit))
    person.write("qigong")
    assert person.cards == []
    assert person.sees("No routine for “qigong” here.")
    person.click_button("Show all routines")
    assert person.cards == everything
    assert person.one(QLineEdit).text() == ""
    person.press(Key.Key_Return)
    assert person.app.player.playing, "the keyboard is back on the cards"


def test_enter_in_an_empty_search_does_no_harm(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Slash)
    person.write("qigong")
    person.press(Key.Key_Return)
    assert person.sees("No routine for “qigong” here.")
    assert not person.app.player.playing


def test_the_filter_shows_the_routines_of_a_length(person: Person) -> None:
    lengths = {"one": "60s", "three": "3m", "four": "4m", "five": "5m", "six": "6m"}
    for name, length in lengths.items():
        person.keep(f"{name}.yaml", SHORT.format(name=name, length=length))
    person.keep("broken.yaml", "name: Broken\n")
    person.begin()
    own = {"one", "three", "four", "five", "six", "broken"}
    found = {}
    for chip in ("Up to 3 min", "3 to 5 min", "Over 5 min", "All"):
        person.click_button(chip)
        found[chip] = own & set(person.cards)
    assert found == {
        "Up to 3 min": {"one", "three"},
        "3 to 5 min": {"four", "five"},
        "Over 5 min": {"six"},
        "All": own,
    }


def test_search_and_filter_hold_at_once_and_nothing_found_names_the_reason(person: Person) -> None:
    person.begin()
    person.click_button("Up to 3 min")
    person.press(Key.Key_Slash)
    person.write("band rows")
    assert person.sees("No routine for “band rows” here.")
    person.click_button("Show all routines")
    assert person.button("All").isChecked()
    assert "band-rows" in person.cards


def test_a_star_click_makes_a_favourite_that_comes_first_and_is_remembered(person: Person) -> None:
    person.begin()
    assert person.cards[0] != "body-scan"
    person.click_star("body-scan")
    assert person.cards[0] == "body-scan"
    assert json.loads(person.settings.read_text("utf-8"))["favourites"] == ["body-scan"]
    person.begin()
    assert person.cards[0] == "body-scan"
    person.click_star("body-scan")
    assert person.cards[0] != "body-scan"
    person.begin()
    assert person.cards[0] != "body-scan"


def test_a_star_click_opens_nothing(person: Person) -> None:
    person.begin()
    person.click_star("morning-yoga")
    assert person.app.window.page is person.app.routines


def test_a_press_on_one_card_let_go_on_another_is_no_click(person: Person) -> None:
    person.begin()
    first, second = (person._card(person.cards[row])[1].center() for row in (0, 1))
    viewport = person.app.routines._list.viewport()
    person.drag(viewport, first, second)
    assert not person.sees("Start")
    person.drag(viewport, first, first)
    assert person.sees("Start")


def test_s_and_the_asterisk_star_the_card_and_the_keyboard_stays_on_it(person: Person) -> None:
    person.begin()
    person.go_to_card("wall-angels")
    person.press(Key.Key_S)
    assert person.cards[0] == "wall-angels"
    person.press(Key.Key_Asterisk)
    assert person.cards[0] != "wall-angels"
    person.press(Key.Key_Return)
    assert person.app.player.routine is not None
    assert person.app.player.routine.id == "wall-angels"


def test_the_star_of_the_detail_does_the_same(person: Person) -> None:
    person.begin()
    person.click_card("even-breath")
    person.click_button("Make it a favourite")
    assert person.button("Favourite").isVisible()
    person.press(Key.Key_Escape)
    assert person.cards[0] == "even-breath"


def test_favourites_that_cannot_be_kept_hold_for_now_and_that_is_said(person: Person) -> None:
    person.settings = person.folder / "not-a-folder" / "settings.json"
    person.keep("not-a-folder", "")
    person.begin()
    person.click_star("body-scan")
    assert person.cards[0] == "body-scan"
    assert person.sees("What you change holds until you quit: ")


def test_a_favourite_whose_file_is_gone_does_no_harm(person: Person) -> None:
    path = person.keep("mine.yaml", SHORT.format(name="Mine", length="60s"))
    person.begin()
    person.click_star("mine")
    path.unlink()
    person.begin()
    assert "mine" not in person.cards
    person.click_star("body-scan")
    kept = json.loads(person.settings.read_text("utf-8"))["favourites"]
    assert kept == ["mine", "body-scan"], "it may come back"
