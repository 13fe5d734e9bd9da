"""What a person typed is shown as they typed it, whatever it is: no markup, no crash, no loss."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QTreeView,
    QWidget,
)

from desktop.player.stage import StripView
from routines.playback import State
from tests.journeys.person import CTRL, Key, Person

MARKUP = "<b>x</b><img src=x> & &amp; &lt;i"
HEBREW = "כתפיים, לאט לאט"
EMOJI = "Cat 🐈‍⬛ and cow 🐄"
LONG = "Long words of a name " * 24 + "!"
ONE_WORD = "x" * 500
KINDS = {"markup": MARKUP, "Hebrew": HEBREW, "emoji": EMOJI, "long": LONG, "one word": ONE_WORD}

# Every field that takes a text. {0} is that text, quoted.
EVERY_FIELD = """
    name: {0}
    about: {0}
    tags: [{0}]
    place: floor
    needs: [{0}]
    cautions: [knees]
    sources: [{0}, "https://example.org/?a=1&b=<b>2"]
    steps:
      - hold: {0}
        for: 60s
        sides: left-right
        text: {0}
        easier: {0}
      - breathe: {0}
        phases: [{{in: 30s, text: {0}}}, {{out: 30s}}]
        breaths: 2
        cues: {{out: {0}}}
      - say: {0}
        for: 60s
      - write: {0}
      - rate: {0}
        as: pain
        text: {0}
      - choose: {0}
        options: [{0}, no]
      - check: {0}
        items: [{0}, Eyes]
      - wait: {0}
"""


def keep(person: Person, text: str) -> None:
    """A routine that says `text` wherever it can."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    person.keep("mine.yaml", EVERY_FIELD.format(quoted))


def walk(person: Person) -> Iterator[str]:
    """Goes through every page and step on which the file's words stand."""
    person.begin()
    person.go_to_card("mine")
    yield "card"
    person.press(Key.Key_Space)
    yield "detail"
    person.press(Key.Key_Return)
    for step in ("lead-in", "hold", "side", "breathe", "out", "say", "write", "rate", "choose"):
        yield step
        match step:
            case "lead-in":
                person.wait(6)
            case "breathe":
                person.wait(36)
            case _:
                person.click_button("Skip")
    yield "check"
    person.click_button("Done")
    yield "wait"
    person.press(Key.Key_Escape)
    yield "finish"


def rich(window: QWidget) -> list[str]:
    """What would take its words for markup."""
    labels = [each for each in window.findChildren(QLabel) if each.text()]
    plain = Qt.TextFormat.PlainText
    return [label.text()[:60] for label in labels if label.textFormat() is not plain]


def test_the_check_for_rich_text_can_fail(person: Person) -> None:
    person.begin()
    QLabel("<b>x</b>", person.app.window)
    assert rich(person.app.window) == ["<b>x</b>"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_is_shown_as_it_was_typed(person: Person, kind: str) -> None:
    text = KINDS[kind].strip()
    keep(person, text)
    without = [page for page in walk(person) if rich(person.app.window) or not shows(person, text)]
    assert without == ["card"], "which paints its name; see below"


def shows(person: Person, text: str) -> bool:
    """Whether it is read somewhere, in a label as it is, on its own or with other words."""
    return any(text in each for each in person.texts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_window_keeps_its_size_whatever_it_shows(person: Person, kind: str) -> None:
    keep(person, KINDS[kind])
    wide = {person.app.window.width() for _ in walk(person)}
    assert wide == {1120}


@pytest.mark.parametrize("kind", ["long", "one word"])
def test_a_long_text_pushes_nothing_else_out_of_sight(person: Person, kind: str) -> None:
    keep(person, KINDS[kind])
    for _page in walk(person):
        for area in person.all(QScrollArea):
            inner = area.widget()
            assert inner is not None
            assert inner.width() <= area.viewport().width()
        left = person.app.view._top._left
        assert not left.isVisible() or left.width() >= left.sizeHint().width()


def test_lists_give_the_text_as_it_is_and_have_no_rich_items(person: Person) -> None:
    keep(person, MARKUP)
    person.begin()
    model = person.app.routines._list.card_model
    assert MARKUP in [model.index(row).data() for row in range(model.rowCount())]
    person.click_card("mine")
    table = person.one(QTreeView).model()
    everything = [table.index(row, 1).data() for row in range(table.rowCount())]
    listed = [text for text in everything if text not in ("Get ready", "Change sides")]
    assert listed == [f"{MARKUP}, left side", f"{MARKUP}, right side", *[MARKUP] * 7]


def test_tool_tips_say_it_as_it_is(person: Person) -> None:
    keep(person, MARKUP)
    person.begin()
    model = person.app.routines._list.card_model
    tips = [str(model.index(person.cards.index("mine")).data(Qt.ItemDataRole.ToolTipRole))]
    person.click_card("mine")
    tips += [button.toolTip() for button in person.all(QAbstractButton) if button.toolTip()]
    document = QTextDocument()
    read = []
    for tip in tips:
        assert tip.startswith("<qt>"), "so that Qt does not guess"
        document.setHtml(tip)
        read.append(document.toPlainText())
    assert read == [MARKUP, "https://example.org/?a=1&b=<b>2"]


def test_an_ampersand_never_becomes_a_key_of_its_own(person: Person) -> None:
    keep(person, "Up & down")
    for _page in walk(person):
        for button in person.all(QAbstractButton):
            assert button.shortcut().isEmpty(), button.text()
        for label in person.all(QLabel):
            assert label.buddy() is None


def test_a_long_name_on_a_card_is_cut_not_spilt(person: Person) -> None:
    """Outside of the card nothing is painted: the pixels there are as without the name."""
    pictures = []
    for text in (LONG, ONE_WORD, "Short"):
        keep(person, text)
        person.begin()
        view, rect = person._card("mine")
        image = view.viewport().grab(rect.adjusted(0, 0, 20, 20)).toImage()
        pictures.append([edge(image, rect.width() + 4), edge(image, rect.width() + 14)])
    assert pictures[0] == pictures[1] == pictures[2]


def edge(image: QImage, x: int) -> list[str]:
    return [image.pixelColor(x, y).name() for y in range(image.height() - 20)]


def test_what_is_pasted_into_a_text_stays_plain(person: Person) -> None:
    keep(person, "Mine")
    person.begin()
    person.go_to_card("mine")
    person.press(Key.Key_Return)
    while not person.all(QPlainTextEdit):
        person.click_button("Skip")
    person.paper.insertPlainText(MARKUP)
    person.press(Key.Key_Return, modifier=CTRL)
    person.click_button("Back")
    assert person.paper.toPlainText() == MARKUP


def test_a_search_finds_other_scripts_and_shows_what_was_sought(person: Person) -> None:
    keep(person, HEBREW)
    person.begin()
    person.app.routines._search.setText("לאט")
    assert person.cards == ["mine"]
    person.app.routines._search.setText(MARKUP)
    person.look()
    assert person.sees(f"No routine for “{MARKUP}” here.")
    assert rich(person.app.window) == []


def test_problems_quote_what_was_typed_as_it_is(person: Person) -> None:
    person.keep(
        "bad.yaml", f"name: Bad\n<b>x</b>: 1\nsteps:\n  - hold: {MARKUP}\n    for: <i>5</i>\n"
    )
    person.begin()
    person.click_card("bad")
    assert person.sees("<b>x</b>")
    assert person.sees("for: <i>5</i>")
    assert rich(person.app.window) == []


def test_a_choice_of_minutes_shows_no_markup_either(person: Person) -> None:
    person.begin()
    person.click_card("morning-yoga")
    (box,) = person.all(QComboBox)
    assert [box.itemText(index) for index in (0, 3)] == ["As written: 10 min", "I have 5 min"]


# ---------------------------------------------------------------- very short, very long


def test_a_routine_of_only_open_steps_goes_at_the_persons_pace(person: Person) -> None:
    person.keep("open.yaml", "name: Open\nsteps:\n  - wait: One.\n  - wait: Two.\n")
    person.begin()
    person.go_to_card("open")
    person.press(Key.Key_Space)
    assert person.sees("Open")
    person.press(Key.Key_Return)
    strip = person.one(StripView)
    assert [rect.width() for rect in strip._rects] == pytest.approx([(strip.width() - 4) / 2] * 2)
    person.wait(3600)
    assert person.sees("One.")
    assert not any("left" in text for text in person.texts), "there is no time to be left"
    person.press(Key.Key_Return)
    assert person.sees("Two.")
    person.press(Key.Key_Return)
    assert person.sees("Done, and well done")
    assert person.sees("Open is here whenever you want it.")


def test_a_routine_of_five_hundred_steps_is_shown_played_and_left(person: Person) -> None:
    steps = "".join(f"  - hold: Step {number}\n    for: 10s\n" for number in range(500))
    person.keep("many.yaml", f"name: Many\nsteps:\n{steps}")
    person.begin()
    person.go_to_card("many")
    person.press(Key.Key_Space)
    person.press(Key.Key_Return)
    assert person.sees("2:05:00 left")
    strip = person.one(StripView)
    assert len(strip._rects) == 1000
    assert strip._rects[-1].right() == pytest.approx(strip.width())
    person.press(*[Key.Key_Right] * 20)
    assert person.sees("Step 20")
    person.wait(15 * 5)
    assert person.sees("Step 25")
    person.app.player.go_to_part(999)
    person.wait(14)
    assert person.sees("Step 499")
    assert person.state() is State.PLAYING
    person.wait(1)
    assert person.sees("That is enough") or person.sees("Done")
