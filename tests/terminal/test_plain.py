from dataclasses import replace

from desktop.terminal.plain import opening_line, plain_lines, play_plainly
from routines.clock import ManualClock
from routines.playback import State
from tests.terminal.playing import playback, routine

MIXED = """
- say: Hello there
- move: Cat-cow
  breaths: 2
  pattern: 4-4
  cues: {in: Belly sinks}
  easier: Pad the knees.
- hold: Thread the needle
  for: 40s
  sides: left-right
  text: Let the shoulder sink.
  cues: {halfway: Still breathing, 30s: Nearly there}
- choose: Is this thought helpful?
  options: [yes, no]
- check: Your desk
  items: [Feet flat, Shoulders hang]
- rest: 20s
"""


def played(text: str, speed: float = 1.0) -> list[tuple[float, str]]:
    """What is said, and how many seconds after the start."""
    clock = ManualClock()
    playing = playback(text, clock, speed)
    began = clock.monotonic()
    said: list[tuple[float, str]] = []
    waits = 0

    def wait(seconds: float) -> None:
        nonlocal waits
        waits += 1
        assert waits < 10_000, "it goes on for ever"
        clock.advance(seconds)

    def say(line: str) -> None:
        said.append((round(clock.monotonic() - began, 1), line))

    play_plainly(playing, say, wait, speed)
    assert playing.state is State.FINISHED
    return said


def test_each_thing_to_do_is_a_line_said_before_its_lead_in() -> None:
    assert played(MIXED) == [
        (0.0, " 0:00  Hello there."),
        (
            3.0,
            " 0:08  Cat-cow, 2 breaths. In 4 s (Belly sinks), out 4 s. Easier: Pad the knees.",
        ),
        (24.0, " 0:29  Thread the needle, left side, 40 s. Let the shoulder sink."),
        (49.0, " 0:49  Still breathing."),
        (59.0, " 0:59  Nearly there."),
        (69.0, " 1:14  Thread the needle, right side, 40 s."),
        (94.0, " 1:34  Still breathing."),
        (104.0, " 1:44  Nearly there."),
        (114.0, " 1:54  Is this thought helpful? Yes / no."),
        (114.0, " 1:54  Your desk. Feet flat. Shoulders hang."),
        (114.0, " 1:54  Rest, 20 s."),
    ]


def test_open_steps_hold_nothing_up() -> None:
    assert [when for when, _ in played("- wait: For me\n- write: Words\n- rate: How?\n")] == [
        0.0
    ] * 3


def test_speed_leaves_out_nothing() -> None:
    slow, fast = played(MIXED), played(MIXED, 100.0)
    assert [line for _, line in fast] == [line for _, line in slow]
    assert fast[-1][0] < 2.0


def test_the_times_are_those_of_the_timeline() -> None:
    lines = plain_lines(playback(MIXED, ManualClock()).timeline)
    assert sorted(lines) == list(lines)


def test_a_long_step_is_looked_after_often_enough() -> None:
    """Nobody looks for longer than the playback takes for a suspend."""
    clock = ManualClock()
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        clock.advance(seconds)

    play_plainly(playback("- notice: A\n  for: 10m\n", clock), lambda _: None, wait, 1.0)
    assert max(waits) < 10.0
    assert sum(waits) == 600.0
    assert len(waits) < 200


def test_rounds_are_numbered_and_explained_once() -> None:
    said = played("- repeat: 2\n  steps:\n  - hold: A\n    for: 5s\n    text: Slowly.\n")
    assert [line for _, line in said] == [
        " 0:05  A, 5 s, round 1 of 2. Slowly.",
        " 0:15  A, 5 s, round 2 of 2.",
    ]


def test_the_opening_says_what_to_have_ready() -> None:
    yoga = replace(routine("- rest: 10m\n"), place="wall", needs=("mat", "band"))
    assert opening_line(yoga, 600.0) == "A routine · 10 min · at a wall · mat · band"


def test_nothing_that_a_terminal_would_obey_is_said() -> None:
    said = played('- say: "A \\u202e B"\n')
    assert "\u202e" not in said[0][1]
