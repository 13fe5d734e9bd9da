"""What becomes of the answers: shown again in their run, kept where that was said, else nowhere."""

from tests.journeys.evening import CHECK, CHOOSE, RATE, WAIT
from tests.journeys.person import CTRL, Key, Person

NOT_KEPT = "Only for now: what you enter here is not kept."
KEPT = "Kept on this computer only."


def answer_everything(person: Person) -> None:
    person.write("boss")
    person.press(Key.Key_Return, modifier=CTRL)
    person.press(Key.Key_6, Key.Key_Return, Key.Key_2, Key.Key_1, Key.Key_Return)
    assert person.app.player.stop == WAIT


def answers(person: Person) -> list[object]:
    """Goes back from the waiting step to the first and gathers what stands there."""
    found: list[object] = []
    for step in (CHECK, CHOOSE, RATE):
        person.click_button("Back")
        assert person.app.player.stop == step
        found.append(person.checked)
    person.click_button("Back")
    return [*found, person.paper.toPlainText()]


def test_answers_survive_stepping_back_and_forth(evening: Person) -> None:
    answer_everything(evening)
    given = [["Feet flat"], ["not really"], ["6 of 10"], "boss"]
    assert answers(evening) == given
    evening.skip_to(WAIT)
    assert answers(evening) == given


def test_answers_are_gone_in_the_next_run(evening: Person) -> None:
    person = evening
    answer_everything(person)
    person.press(Key.Key_Escape)
    person.click_button("Once more")
    assert person.paper.toPlainText() == ""
    person.skip_to(WAIT)
    assert answers(person) == [[], [], [], ""]


def test_going_on_after_an_end_finds_the_words_still_there(evening: Person) -> None:
    person = evening
    person.write("half a thought")
    person.press(Key.Key_Escape)
    assert person.sees("That is enough for now")
    person.click_button("Go on where I was")
    assert person.paper.toPlainText() == "half a thought"


def test_every_face_says_what_becomes_of_its_answer(evening: Person) -> None:
    assert evening.sees(NOT_KEPT), "the file does not say that it goes into the journal"
    for step in (RATE, CHOOSE, CHECK):
        evening.skip_to(step)
        assert evening.sees(KEPT)
    evening.skip_to(WAIT)
    assert not evening.sees(KEPT)


def test_what_is_not_for_the_journal_reaches_no_file(evening: Person) -> None:
    evening.write("xyzzy")
    evening.press(Key.Key_Return, modifier=CTRL)
    home = evening.folder.parent
    evening.quit()
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert len(kept) >= 4, "the routine, the settings, the place and the history"
    assert not any(b"xyzzy" in text for text in kept)


def test_what_was_answered_stays_in_sight_on_the_later_questions(evening: Person) -> None:
    evening.write("boss")
    assert not evening.sees("boss"), "it stands in the sheet alone"
    evening.press(Key.Key_Return, modifier=CTRL)
    assert evening.sees("boss")
    evening.press(Key.Key_6, Key.Key_Return)
    assert evening.sees("boss")
    evening.press(Key.Key_2)
    assert evening.sees("Does it help? not really")
    evening.click_button("Back")
    assert not evening.sees("Does it help? not really"), "that one is asked here"
