import json

import pytest

from desktop.terminal.cells import width_of
from desktop.terminal.timetable import as_values, lines
from routines.model import Routine
from tests.terminal.playing import routine
from tests.terminal.program import run

MIXED = """
- say: Hello there, and welcome.
- hold: "Thread: the needle"
  for: 30s
  sides: left-right
- move: Wall angels
  reps: 8
  tempo: 3-1-3-0
- breathe: Even breath
  breaths: 3
- rest: 20s
- write: What is on your mind?
  for: 5m
- repeat: 2
  rest: 10s
  steps:
    - notice: Upper back
      for: 20s
"""


@pytest.fixture
def mixed() -> Routine:
    return routine(MIXED)


def segments(values: dict[str, object]) -> list[dict[str, object]]:
    found = values["segments"]
    assert isinstance(found, list)
    return found


def test_programs_get_the_shape_that_was_promised(mixed: Routine) -> None:
    values = as_values(mixed)
    assert list(values) == ["id", "name", "seconds", "open_steps", "segments"]
    keys = ["start", "seconds", "kind", "title", "side", "rep", "round", "next"]
    assert all(list(each) == keys for each in segments(values))
    assert (values["id"], values["name"], values["open_steps"]) == ("this", "A routine", 1)


def test_segments_tile_the_whole(mixed: Routine) -> None:
    values = as_values(mixed)
    now = 0.0
    for each in segments(values):
        assert each["start"] == pytest.approx(now)
        assert each["seconds"] is None or isinstance(each["seconds"], float)
        now += each["seconds"] or 0.0
    assert values["seconds"] == pytest.approx(now)


def test_kinds_sides_reps_rounds_and_what_is_next(mixed: Routine) -> None:
    rows = [
        (each["kind"], each["title"], each["side"], each["rep"], each["round"], each["next"])
        for each in segments(as_values(mixed))
    ]
    needle, angels, breath = "Thread: the needle", "Wall angels", "Even breath"
    question, back = "What is on your mind?", "Upper back"
    assert rows == [
        ("work", "Hello there, and welcome.", None, None, None, needle),
        ("lead_in", needle, "left", None, None, needle),
        ("work", needle, "left", None, None, needle),
        ("switch", needle, "right", None, None, needle),
        ("work", needle, "right", None, None, angels),
        ("lead_in", angels, None, None, None, angels),
        ("work", angels, None, 8, None, breath),
        ("lead_in", breath, None, None, None, breath),
        ("work", breath, None, 3, None, "Rest"),
        ("rest", "Rest", None, None, None, question),
        ("open", question, None, None, None, back),
        ("work", back, None, None, 1, "Rest"),
        ("rest", "Rest", None, None, 1, back),
        ("work", back, None, None, 2, None),
    ]


def test_numbers_are_rounded_to_thousandths() -> None:
    values = as_values(routine("- rest: 0.1s\n- rest: 0.2s\n- rest: 1s\n"))
    assert [each["start"] for each in segments(values)] == [0.0, 0.1, 0.3]


def test_people_get_a_table(mixed: Routine) -> None:
    assert lines(mixed, "", 60) == [
        "A routine",
        "",
        "Start  Length  What to do                       Side   Round",
        " 0:00     3 s  Hello there, and welcome.",
        " 0:03     5 s  · get ready                      left",
        " 0:08    30 s  Thread: the needle               left",
        " 0:38     5 s  · change sides                   right",
        " 0:43    30 s  Thread: the needle               right",
        " 1:13     5 s  · get ready",
        " 1:18    56 s  Wall angels (8 reps)",
        " 2:14     5 s  · get ready",
        " 2:19    30 s  Even breath (3 breaths)",
        " 2:49    20 s  Rest",
        " 3:09    open  What is on your mind? (about 5",
        "               min, you end it)",
        " 3:09    20 s  Upper back                              1/2",
        " 3:29    10 s  Rest                                    1/2",
        " 3:39    20 s  Upper back                              2/2",
        "",
        "3 min 59 s in all, and 1 step that you end yourself.",
    ]


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_asked_for(width: int, mixed: Routine) -> None:
    assert max(width_of(line) for line in lines(mixed, "Left out: A.", width)) <= width


def test_columns_with_nothing_in_them_are_left_out() -> None:
    assert lines(routine("- rest: 5s\n"), "", 60)[2] == "Start  Length  What to do"


def test_cautions_and_sources_stand_below() -> None:
    done = run("timetable", "morning-yoga")
    below = done.stdout.split("10 min in all.")[1]
    assert "\nTake care\n- Knees: " in below
    assert "\nSources\n- https://" in below


def test_fitting_is_said_beside_the_json() -> None:
    done = run("timetable", "morning-yoga", "--minutes", "3", "--json")
    values = json.loads(done.stdout)
    assert values["seconds"] == pytest.approx(180.0, abs=1.0)
    assert "Left out: " in done.stderr
    assert done.returncode == 0
