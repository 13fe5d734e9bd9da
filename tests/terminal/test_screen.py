import pytest

from desktop.player.scene import Scene, scene_of
from desktop.terminal.answers import Checking, Choosing, Rating, Writing
from desktop.terminal.cells import width_of
from desktop.terminal.screen import PLAIN_SIGNS, Role, key_lines, screen_lines
from routines.clock import ManualClock
from tests.terminal.playing import playback, routine

BREATH = "- breathe: Even breath\n  breaths: 3\n  lead_in: 0s\n  text: In through the nose.\n"
LONG = f"""
- hold: Thread the needle with a name that goes on and on until it has to be wrapped somewhere
  for: 5m
  lead_in: 0s
  text: {"Let the shoulder sink towards the floor. " * 8}
  easier: {"Stay on a chair with your arms crossed and turn. " * 4}
"""


def scene(text: str, seconds: float = 0.0) -> Scene:
    clock = ManualClock()
    playing = playback(text, clock)
    playing.play()
    for _ in range(10):
        clock.advance(seconds / 10)
        playing.tick()
    return scene_of(routine(text), playing)


def texts(shown: Scene, width: int = 80, height: int = 24) -> list[str]:
    return [line.text for line in screen_lines(shown, width, height)]


def test_the_block_says_what_to_do_how_long_and_what_is_next() -> None:
    text = "- hold: Sphinx\n  for: 30s\n  text: Press the forearms down.\n- rest: 10s\n"
    lines = screen_lines(scene(text, 10.0), 60, 24)
    assert [line.text for line in lines] == [
        "",
        "  A routine                                       0:35 left",
        "",
        "  25    ━━━━━━━─────────────────────────────────",
        "",
        "  Sphinx",
        "  Press the forearms down.",
        "",
        "  Next: Rest",
        "  space: pause   enter: done   q: end   ?: keys",
    ]
    assert [line.role for line in lines if "Sphinx" in line.text] == [Role.TITLE]


def test_the_bar_of_a_breath_swells_and_sinks() -> None:
    full = [texts(scene(BREATH, seconds))[3].count("━") for seconds in (0.1, 2.5, 4.9, 7.5, 9.9)]
    assert full == [0, 20, 40, 20, 0]
    assert "Breathing in · breath 1 of 3" in texts(scene(BREATH, 2.5))[5]


def test_words_alone_stand_without_a_title() -> None:
    lines = screen_lines(scene("- say: Ten gentle minutes.\n"), 80, 24)
    assert [line.role for line in lines if "Ten gentle" in line.text] == [Role.TEXT]


@pytest.mark.parametrize("width", [1, 10, 20, 40, 80, 200])
@pytest.mark.parametrize("height", [1, 2, 3, 5, 8, 12, 24])
@pytest.mark.parametrize("text", [BREATH, LONG, "- say: 漢字漢字漢字漢字漢字漢字 漢字\n"])
def test_no_terminal_is_too_small(text: str, width: int, height: int) -> None:
    shown = scene(text, 1.0)
    for lines in (screen_lines(shown, width, height), key_lines(shown, width, height)):
        assert 1 <= len(lines) <= height
        if width > 10:
            assert max(width_of(line.text) for line in lines) < width


def test_where_it_is_low_the_time_and_the_title_stay() -> None:
    lines = texts(scene(LONG, 10.0), 60, 8)
    assert any("4:50" in line for line in lines)
    assert any("Thread the needle" in line for line in lines)


def test_a_long_list_shows_the_entry_that_the_person_is_at() -> None:
    items = tuple(f"thing {number}" for number in range(1, 31))
    shown = scene("- check: Your desk\n  items: [a]\n")
    lines = screen_lines(shown, 60, 10, answer=Checking(items, at=24))
    assert any("thing 25" in line.text for line in lines)
    lines = screen_lines(shown, 60, 10, answer=Choosing(items, at=None))
    assert any("thing 1" in line.text for line in lines)


def test_the_end_of_a_long_text_stays_in_sight() -> None:
    shown = scene("- write: What is on your mind?\n")
    for height in (6, 24):
        lines = screen_lines(shown, 40, height, answer=Writing("word " * 100 + "end"))
        assert any("end_" in line.text for line in lines)


def test_plain_signs_need_no_more_than_ascii() -> None:
    for lines in (
        screen_lines(scene(BREATH, 2.0), 80, 24, signs=PLAIN_SIGNS),
        screen_lines(scene("- rate: How?\n"), 80, 24, answer=Rating(3), signs=PLAIN_SIGNS),
    ):
        assert "".join(line.text for line in lines).replace("·", "").isascii()


def test_what_a_terminal_would_obey_does_not_reach_it() -> None:
    shown = scene('- hold: "A \\u202e B"\n  for: 5s\n  text: "C \\u2066 D"\n')
    assert "\u202e" not in "".join(texts(shown))
    assert "\u2066" not in "".join(texts(shown))
