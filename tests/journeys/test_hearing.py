"""Sound and voice by their keys, and the small signs of them."""

import json

import pytest

from desktop.player.keys import KEY_LINES
from desktop.sound.model import Talk
from routines.playback import State
from tests.journeys.person import Key, Person
from tests.sound.loudspeaker import SilentLoudspeaker


@pytest.fixture
def speaker() -> SilentLoudspeaker:
    return SilentLoudspeaker()


@pytest.fixture
def listening(person: Person, speaker: SilentLoudspeaker) -> Person:
    person.find_loudspeaker = lambda: speaker
    person.begin()
    person.press(Key.Key_Return, Key.Key_V)
    return person


def sentences(person: Person, speaker: SilentLoudspeaker) -> list[str]:
    found = speaker.coming(person.clock.monotonic())
    return [what for _, what in found if " " in what]


def test_m_silences_it_and_brings_it_back(listening: Person, speaker: SilentLoudspeaker) -> None:
    assert listening.sees("M sound on")
    assert speaker.pieces
    listening.press(Key.Key_M)
    assert speaker.pieces == []
    assert listening.sees("M sound off")
    assert not listening.sees("V voice"), "there is nothing to choose in silence"
    listening.wait(3)
    assert speaker.pieces == []
    listening.press(Key.Key_M)
    assert speaker.pieces
    assert listening.state() is State.PLAYING


def test_v_goes_from_everything_to_names_to_nothing(
    listening: Person, speaker: SilentLoudspeaker
) -> None:
    everything = sentences(listening, speaker)
    listening.press(Key.Key_V)
    assert listening.sees("V names only")
    names = sentences(listening, speaker)
    assert 0 < len(" ".join(names)) < len(" ".join(everything))
    listening.press(Key.Key_V)
    assert listening.sees("V voice off")
    assert sentences(listening, speaker) == []
    assert speaker.pieces, "the bells go on"
    listening.press(Key.Key_V)
    assert listening.sees("V voice on")
    assert sentences(listening, speaker) == everything


def test_until_somebody_asks_for_a_voice_there_is_none_but_it_is_offered(
    person: Person, speaker: SilentLoudspeaker
) -> None:
    person.find_loudspeaker = lambda: speaker
    person.begin()
    person.press(Key.Key_Return)
    assert person.sees("V for a voice")
    assert speaker.pieces, "the bells are there"
    assert sentences(person, speaker) == []
    person.press(Key.Key_V)
    assert person.sees("V voice on")
    assert sentences(person, speaker)
    person.press(Key.Key_V, Key.Key_V)
    assert person.sees("V voice off"), "it is not offered again"


def test_a_click_does_the_same_and_the_keyboard_stays(listening: Person) -> None:
    listening.click_button("M sound on")
    listening.click_button("M sound off")
    listening.click_button("V voice on")
    assert listening.sees("V names only")
    listening.press(Key.Key_Space)
    assert listening.state() is State.PAUSED


def test_asking_for_the_voice_ends_the_silence(listening: Person) -> None:
    listening.press(Key.Key_M, Key.Key_V)
    assert listening.sees("M sound on")


def test_it_is_remembered_the_next_time(person: Person, listening: Person) -> None:
    listening.press(Key.Key_V, Key.Key_M)
    person.quit()
    kept = json.loads(person.settings.read_text("utf-8"))
    assert (kept["mute"], kept["talk"]) == (True, Talk.NAMES.value)
    made: list[SilentLoudspeaker] = []

    def find() -> SilentLoudspeaker:
        made.append(SilentLoudspeaker())
        return made[-1]

    person.find_loudspeaker = find
    person.begin()
    person.go_to_card("even-breath")
    person.press(Key.Key_Return)
    assert person.sees("M sound off")
    assert made == [], "nothing of sound is loaded in silence"
    person.press(Key.Key_M)
    assert len(made) == 1
    assert made[0].pieces


def test_a_pause_is_silence_and_the_end_too(listening: Person, speaker: SilentLoudspeaker) -> None:
    listening.press(Key.Key_Space)
    assert speaker.pieces == []
    listening.press(Key.Key_Space)
    assert speaker.pieces
    listening.press(Key.Key_Escape)
    assert speaker.pieces == []


def test_letters_in_a_text_are_letters(person: Person, speaker: SilentLoudspeaker) -> None:
    person.find_loudspeaker = lambda: speaker
    person.keep("note.yaml", "name: Note\nsteps:\n  - write: What now?\n")
    person.begin()
    person.go_to_card("note")
    person.press(Key.Key_Return)
    person.write("mv")
    assert person.paper.toPlainText() == "mv"
    assert person.sees("M sound on")


def test_where_no_voice_keeps_up_none_is_offered(
    person: Person, speaker: SilentLoudspeaker
) -> None:
    person.find_loudspeaker = lambda: speaker
    person.begin()
    person.app.set_speed(8.0)
    person.press(Key.Key_Return, Key.Key_V)
    assert person.sees("M sound on")
    assert not person.sees("V voice")
    assert not person.sees("V for a voice")
    assert speaker.pieces, "the bells are there"
    person.press(Key.Key_Escape, Key.Key_Escape)
    person.app.set_speed(1.0)
    person.press(Key.Key_Return)
    assert person.sees("V for a voice"), "the key was for nothing, and nothing was changed by it"


def test_the_sheet_lists_both_keys() -> None:
    assert {"M", "V"} <= {line.key for line in KEY_LINES}
