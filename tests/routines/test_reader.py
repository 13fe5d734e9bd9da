"""Routine files as wholes: what they give, and all that can be wrong with them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routines.duration import total_seconds
from routines.findings import MOST_PROBLEMS
from routines.lookup import LIBRARY, Folders
from routines.model import Timed, played_count
from routines.problems import Level, Message
from routines.reader import Reader
from routines.timeline import timeline_of
from tests.routines.texts import (
    Places,
    errors,
    places,
    read,
    repeat,
    routine,
    steps,
    timed,
    warnings,
)

# ---------------------------------------------------------------- the whole file


def test_a_file_gives_all_that_it_says() -> None:
    read_routine = routine("""
        name: Morning
        about: Ten minutes.
        tags: [yoga, 010]
        place: floor
        needs: [mat, no]
        cautions: [knees, wrists]
        ask: tension
        sources: ["https://example.org"]
        steps:
          - say: Hello.
    """)
    assert read_routine.id == "this"
    assert read_routine.name == "Morning"
    assert read_routine.about == "Ten minutes."
    assert read_routine.tags == ("yoga", "010")
    assert read_routine.place == "floor"
    assert read_routine.needs == ("mat", "no")
    assert read_routine.cautions == ("knees", "wrists")
    assert read_routine.ask == "tension"
    assert read_routine.sources == ("https://example.org",)
    assert len(read_routine.steps) == 1


@pytest.mark.parametrize("name", ["no", "1:30", "010", "~", "null", "2024-01-01", "yes", "4-7-8"])
def test_a_name_is_what_was_typed(name: str) -> None:
    assert routine(f"name: {name}\nsteps: [say: A]\n").name == name


def test_text_is_text_and_never_markup() -> None:
    read_routine = routine('name: "<b>x</b> &amp; **y**"\nsteps: [say: "<i>A</i>"]\n')
    assert read_routine.name == "<b>x</b> &amp; **y**"
    assert isinstance(read_routine.steps[0], Timed)
    assert read_routine.steps[0].title == "<i>A</i>"


def test_a_text_over_several_lines_is_folded_as_yaml_says() -> None:
    read_routine = routine("""
        name: One
          two
        about: |
          First.

          Second.
        steps:
          - say: >
              Third
              fourth.
    """)
    assert read_routine.name == "One two"
    assert read_routine.about == "First.\n\nSecond."
    assert isinstance(read_routine.steps[0], Timed)
    assert read_routine.steps[0].title == "Third fourth."


def test_a_missing_name_and_missing_steps_are_told_on_line_1() -> None:
    assert errors("\n\nabout: x\n") == [
        (1, 1, Message.MISSING_KEY),
        (1, 1, Message.MISSING_KEY),
    ]
    assert [each.values["key"] for each in read("about: x\n").problems] == ["name", "steps"]


@pytest.mark.parametrize(
    ("key", "instead"),
    [
        ("nmae", "name"),
        ("Name", "name"),
        ("abuot", "about"),
        ("caution", "cautions"),
        ("source", "sources"),
        ("default", "defaults"),
        ("zzz", ""),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_one(key: str, instead: str) -> None:
    text = f"name: x\nsteps: [say: A]\n{key}: b\n"
    assert errors(text) == [(3, 1, Message.UNKNOWN_KEY)]
    (problem,) = read(text).problems
    assert problem.instead == instead
    assert problem.values["key"] == key
    assert problem.excerpt == f"{key}: b"
    assert problem.width == len(key)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("place: moon", (1, 8, Message.BAD_VALUE)),
        ("place: Floor", (1, 8, Message.BAD_VALUE)),
        ("ask: happiness", (1, 6, Message.BAD_VALUE)),
        ("cautions: [knees, elbows]", (1, 19, Message.BAD_VALUE)),
        ("cautions: knees", (1, 11, Message.WANTS_LIST)),
        ("tags: yoga", (1, 7, Message.WANTS_LIST)),
        ("tags: {a: b}", (1, 7, Message.WANTS_LIST)),
        ("tags: []", (1, 7, Message.EMPTY_LIST)),
        ("needs: []", (1, 8, Message.EMPTY_LIST)),
        ("sources: []", (1, 10, Message.EMPTY_LIST)),
        ("cautions: []", (1, 11, Message.EMPTY_LIST)),
        ("tags: [a, '', b]", (1, 11, Message.EMPTY_ITEM)),
        ("tags: [a, [b]]", (1, 11, Message.WANTS_TEXT)),
        ("about: [a]", (1, 8, Message.WANTS_TEXT)),
        ("about: {a: b}", (1, 8, Message.WANTS_TEXT)),
        ("about: '  '", (1, 8, Message.EMPTY_VALUE)),
        ("defaults: 5s", (1, 11, Message.WANTS_KEYS)),
        ("defaults: [lead_in]", (1, 11, Message.WANTS_KEYS)),
        ("defaults: {}", (1, 11, Message.EMPTY_VALUE)),
        ("defaults: {speed: 2}", (1, 12, Message.UNKNOWN_KEY)),
        ("defaults: {lead_in: 5}", (1, 21, Message.NO_UNIT)),
        ("defaults: {tempo: fast}", (1, 19, Message.BAD_TEMPO)),
        ("defaults: {tempo: 0-0-0-0}", (1, 19, Message.ZERO)),
        ("defaults: {pattern: 0-0}", (1, 21, Message.ZERO)),
        ("defaults: {halfway: maybe}", (1, 21, Message.BAD_VALUE)),
    ],
)
def test_a_wrong_value_is_told_at_its_place(line: str, place: tuple[int, int, Message]) -> None:
    assert errors(f"{line}\nname: x\nsteps: [say: A]\n") == [place]


@pytest.mark.parametrize(
    ("line", "instead"),
    [("tags: yoga", "[yoga]"), ("place: Flor", "floor"), ("ask: moods", "mood")],
)
def test_a_wrong_value_is_told_with_what_was_meant(line: str, instead: str) -> None:
    (problem,) = read(f"{line}\nname: x\nsteps: [say: A]\n").problems
    assert problem.instead == instead


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("[]", (2, 8, Message.EMPTY_LIST)),
        ("", (2, 7, Message.EMPTY_LIST)),
        ("~", (2, 8, Message.WANTS_LIST)),
        ("Sit down", (2, 8, Message.WANTS_LIST)),
        ("{say: A}", (2, 8, Message.WANTS_LIST)),
        ("[Sit down]", (2, 9, Message.NO_VERB)),
        ("[[say: A]]", (2, 9, Message.NO_VERB)),
        ("[~]", (2, 9, Message.NO_VERB)),
    ],
)
def test_steps_are_a_list_of_steps(value: str, place: tuple[int, int, Message]) -> None:
    assert errors(f"name: x\nsteps: {value}\n") == [place]


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    assert errors("""
        nmae: x
        place: moon
        tags: []
        defaults: {lead_in: 5, switch: -1s}
        steps:
          - hold: A
            for: -5s
          - move: B
            reps: 0
            tempo: fast
          - for: 10s
          - hold: C
            rest: 5s
            for: 1e9h
          - hodl: D
            for: 30
          - breathe: E
            pattern: 0-0
            breaths: many
            lead_in: soon
          - repeat: 2
            steps:
              - notice: F
                area: elbow
              - choose: G
                options: [yes]
    """) == [
        (1, 1, Message.UNKNOWN_KEY),
        (1, 1, Message.MISSING_KEY),
        (2, 8, Message.BAD_VALUE),
        (3, 7, Message.EMPTY_LIST),
        (4, 21, Message.NO_UNIT),
        (4, 32, Message.NEGATIVE),
        (7, 10, Message.NEGATIVE),
        (9, 11, Message.ZERO),
        (10, 12, Message.BAD_TEMPO),
        (11, 5, Message.NO_VERB),
        (13, 5, Message.TWO_VERBS),
        (14, 10, Message.BAD_DURATION),
        (15, 5, Message.UNKNOWN_KEY),
        (16, 10, Message.NO_UNIT),
        (18, 14, Message.ZERO),
        (19, 14, Message.BAD_COUNT),
        (20, 14, Message.BAD_DURATION),
        (23, 9, Message.NO_LENGTH),
        (24, 15, Message.BAD_VALUE),
        (26, 18, Message.TOO_FEW),
    ]


def test_wrong_defaults_are_told_also_where_there_are_no_steps() -> None:
    assert errors("name: x\ndefaults: {tempo: fast}\n") == [
        (1, 1, Message.MISSING_KEY),
        (2, 19, Message.BAD_TEMPO),
    ]


def test_more_errors_than_anyone_reads_are_cut_off() -> None:
    reading = read("name: x\nsteps:\n" + "- foo: bar\n" * 2000)
    assert len(reading.problems) == MOST_PROBLEMS


def test_warnings_never_cut_a_routine_short() -> None:
    step = f"- hold: A\n  for: 5s\n  text: {'word ' * 30}\n  figure: none\n"
    reading = read("name: x\nsteps:\n" + step * (MOST_PROBLEMS - 100))
    assert reading.routine is not None
    assert len(reading.routine.steps) == MOST_PROBLEMS - 100
    assert len(reading.problems) == 2 * (MOST_PROBLEMS - 100)


def test_errors_keep_a_file_from_playing_and_warnings_do_not() -> None:
    text = "name: x\nplace: floor\nsteps: [{say: A, figure: nowhere}]\n"
    assert warnings(text) == [
        (2, 8, Message.FLOOR_WITHOUT_CAUTIONS),
        (3, 26, Message.FIGURE_NOT_FOUND),
    ]
    assert errors(text + "foo: bar\n") == [(4, 1, Message.UNKNOWN_KEY)]


# ---------------------------------------------------------------- defaults


def test_the_built_in_defaults_are_those_of_the_contract() -> None:
    step = timed("- move: A\n  reps: 2\n  sides: left-right\n")
    assert (step.lead_in, step.switch, step.halfway) == (5.0, 5.0, True)
    assert step.length.seconds == 2 * 4
    assert timed("- breathe: A\n  breaths: 3\n").length.seconds == 30
    assert repeat("- repeat: 2\n  steps: [say: A]\n").rest == 0


DEFAULTS = """
    defaults: {lead_in: 1s, switch: 2s, rest: 3s, halfway: no, tempo: 1-0-1-0, pattern: 2-2}
"""


def test_the_defaults_of_a_file_hold_for_all_its_steps() -> None:
    step = timed("- move: A\n  reps: 2\n  sides: left-right\n", DEFAULTS)
    assert (step.lead_in, step.switch, step.halfway) == (1.0, 2.0, False)
    assert step.length.seconds == 4
    assert timed("- breathe: A\n  breaths: 3\n", DEFAULTS).length.seconds == 12
    assert timed("- move: A\n  breaths: 3\n", DEFAULTS).length.seconds == 12
    assert repeat("- repeat: 2\n  steps: [say: A]\n", DEFAULTS).rest == 3


def test_a_step_that_says_its_own_wins_over_the_defaults() -> None:
    step = timed(
        """
        - move: A
          reps: 2
          tempo: 4-0-4-0
          lead_in: 0s
          switch: 0s
          halfway: yes
          sides: left-right
        """,
        DEFAULTS,
    )
    assert (step.lead_in, step.switch, step.halfway) == (0.0, 0.0, True)
    assert step.length.seconds == 16
    assert repeat("- repeat: 2\n  rest: 0s\n  steps: [say: A]\n", DEFAULTS).rest == 0


def test_the_first_three_defaults_may_be_nothing() -> None:
    head = "defaults: {lead_in: 0s, switch: 0s, rest: 0s}\n"
    step = timed("- hold: A\n  for: 5s\n  sides: left-right\n", head)
    assert (step.lead_in, step.switch) == (0.0, 0.0)


# ---------------------------------------------------------------- limits


def test_500_steps_are_the_most() -> None:
    assert len(steps("- rest: 1s\n" * 500)) == 500
    assert errors("name: x\nsteps:\n" + "- rest: 1s\n" * 501) == [(503, 3, Message.TOO_MANY_STEPS)]


def rounds(outer: int, inner: int) -> str:
    return (
        f"name: x\nsteps: [{{repeat: {outer}, steps: [{{repeat: {inner}, steps: [rest: 1s]}}]}}]\n"
    )


def test_steps_are_counted_as_often_as_they_are_repeated() -> None:
    assert played_count(routine(rounds(10, 50)).steps) == 500
    for text in (rounds(3, 167), rounds(99999999, 1), rounds(999999999, 999999999)):
        assert errors(text) == [(2, 1, Message.TOO_MANY_STEPS)]


def test_four_hours_are_the_most_in_all() -> None:
    four = "name: x\nsteps:\n" + "- rest: 1h\n" * 4
    assert total_seconds(routine(four).steps) == 4 * 3600
    assert errors(four + "- rest: 1s\n") == [(2, 1, Message.ROUTINE_TOO_LONG)]


def test_both_sides_and_all_rounds_count_towards_the_four_hours() -> None:
    assert errors("name: x\nsteps: [{hold: A, for: 3h, sides: left-right}]\n") == [
        (2, 1, Message.ROUTINE_TOO_LONG)
    ]
    assert errors("name: x\nsteps: [{repeat: 3, rest: 2h, steps: [rest: 1s]}]\n") == [
        (2, 1, Message.ROUTINE_TOO_LONG)
    ]


@pytest.mark.parametrize(
    ("step", "column"),
    [
        ("rest: 4.1h", 10),
        ("say: A, for: 241m", 17),
        ("hold: A, for: 14401s", 18),
        ("move: A, reps: 3601", 19),
        ("move: A, reps: 4, tempo: 3601-0-0-0", 19),
        ("breathe: A, breaths: 1441", 25),
        ("rest: 999:00", 10),
    ],
)
def test_one_step_over_four_hours_is_told_on_its_own_line(step: str, column: int) -> None:
    text = f"name: x\nsteps:\n- {{{step}}}\n"
    assert errors(text) == [(3, column, Message.OVER_FOUR_HOURS)]


def test_four_hours_in_decimals_are_still_four_hours() -> None:
    step = timed("- move: A\n  reps: 24000\n  tempo: 0.1-0.2-0.3-0\n  lead_in: 0s\n")
    assert 4 * 3600 < step.length.seconds < 4 * 3600 + 1e-6


def nested(levels: int) -> str:
    lines = ["name: x", "steps:"]
    for level in range(levels):
        lines += ["  " * level + "- repeat: 1", "  " * level + "  steps:"]
    return "\n".join([*lines, "  " * levels + "- say: A"]) + "\n"


def test_repeats_nest_8_deep() -> None:
    assert played_count(routine(nested(8)).steps) == 1
    assert errors(nested(9)) == [(19, 19, Message.TOO_NESTED)]


def test_the_deepest_step_may_have_all_its_keys() -> None:
    text = nested(8).replace(
        "- say: A", "- {breathe: A, breaths: 3, phases: [{in: 2s}, {out: 2s}]}"
    )
    assert total_seconds(routine(text).steps) == 5 + 12


# ---------------------------------------------------------------- warnings of the file


def test_floor_work_without_cautions_is_warned_of() -> None:
    text = "name: x\nplace: floor\nsteps: [say: A]\n"
    assert warnings(text) == [(2, 8, Message.FLOOR_WITHOUT_CAUTIONS)]
    assert warnings(text + "cautions: [knees]\n") == []
    assert warnings(text.replace("floor", "chair")) == []


def test_a_figure_is_looked_up_beside_the_file_then_with_the_person_then_with_us(
    tmp_path: Path,
) -> None:
    text = "name: x\nsteps: [{say: A, figure: cat}]\n"
    folders = Folders(user=tmp_path / "user", library=tmp_path / "library")
    beside = tmp_path / "here" / "this.yaml"
    assert places(read(text, folders, beside)) == [(2, 26, Message.FIGURE_NOT_FOUND)]
    for place in ("library", "user", "here"):
        figure = tmp_path / place / "figures" / "cat.yaml"
        figure.parent.mkdir(parents=True)
        figure.touch()
        assert places(read(text, folders, beside)) == []
        figure.unlink()


@pytest.mark.parametrize("name", ["../cat", "/cat", "a/b", ".."])
def test_a_figure_is_never_a_path(name: str) -> None:
    text = f"name: x\nsteps: [{{say: A, figure: {name}}}]\n"
    assert errors(text) == [(2, 26, Message.BAD_NAME)]


# ---------------------------------------------------------------- files


def test_a_file_is_named_by_its_stem(tmp_path: Path) -> None:
    path = tmp_path / "my.own.yaml"
    path.write_text("name: x\nsteps: [say: A]\n")
    reading = Reader().read_file(path)
    assert reading.routine is not None
    assert reading.routine.id == "my.own"


@pytest.mark.parametrize("name", ["not-there.yaml", "a-folder.yaml", "\0.yaml", "x" * 300])
def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-folder.yaml").mkdir()
    reading = Reader().read_file(tmp_path / name)
    assert reading.routine is None
    assert places(reading) == [(1, 1, Message.CANNOT_READ)]
    assert reading.problems[0].values["reason"]


BAD_FILES: list[tuple[bytes | str, Places]] = [
    (b"", [(1, 1, Message.EMPTY_FILE)]),
    (b"x" * 1024 * 1024, [(1, 1, Message.TOO_LARGE)]),
    (b"\x89PNG\r\n\x1a\n\0\0", [(1, 1, Message.NOT_TEXT)]),
    ("name: x\n".encode("utf-16"), [(1, 1, Message.UTF16)]),
    ("name: x\n".encode("utf-16-le"), [(1, 1, Message.UTF16)]),
    ("name: x\nsteps:\n\t- say: A\n", [(3, 1, Message.TAB_INDENT)]),
    ("name: x\nsteps: [say: A]\nname: y\n", [(3, 1, Message.DUPLICATE_KEY)]),
    ("name: &a x\nsteps: [*a, *a]\n", []),
    ("name: x\nsteps: " + "[" * 120_000, []),
    ("name: x\nsteps:\n- include: this\n", [(3, 12, Message.INCLUDE_CYCLE)]),
    ("name: x\nsteps:\n- hold: A\n  for: -5s\n", [(4, 8, Message.NEGATIVE)]),
    ("name: x\nsteps:\n- hold: A\n  for: 1e9h\n", [(4, 8, Message.BAD_DURATION)]),
    ("name: x\nsteps:\n- move: A\n  reps: 0\n", [(4, 9, Message.ZERO)]),
    ("name: x\nsteps:\n- move: A\n  reps: 3\n  tempo: fast\n", [(5, 10, Message.BAD_TEMPO)]),
    ("name: x\nsteps:\n- for: 5s\n", [(3, 3, Message.NO_VERB)]),
    ("name: x\nsteps:\n- hold: A\n  notice: B\n  for: 5s\n", [(4, 3, Message.TWO_VERBS)]),
    ("name: x\nsteps:\n- hold: A\n  fro: 5s\n", []),
]


@pytest.mark.parametrize(("content", "expected"), BAD_FILES)
def test_a_bad_file_is_told_and_the_next_one_still_loads(
    tmp_path: Path, content: bytes | str, expected: Places
) -> None:
    reader = Reader(Folders(user=tmp_path))
    bad, good = tmp_path / "this.yaml", tmp_path / "good.yaml"
    bad.write_bytes(content if isinstance(content, bytes) else content.encode())
    good.write_text("name: x\nsteps: [include: morning-yoga]\n")
    reading = reader.read_file(bad)
    assert reading.routine is None
    assert {each.level for each in reading.problems} == {Level.ERROR}
    if expected:
        assert places(reading) == expected
    assert reader.read_file(good).routine is not None


# ---------------------------------------------------------------- slips of the hand

LIBRARY_TEXTS = [path.read_text("utf-8") for path in sorted(LIBRARY.glob("*.yaml"))]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A library file after a few slips: characters and lines lost, doubled, swapped, put in."""
    text = draw(st.sampled_from(LIBRARY_TEXTS))
    for _ in range(draw(st.integers(1, 5))):
        parts = text.splitlines(keepends=True) if draw(st.booleans()) else list(text)
        if len(parts) < 2:
            break
        at, other = draw(st.integers(0, len(parts) - 2)), draw(st.integers(0, len(parts) - 1))
        match draw(st.sampled_from(["delete", "double", "swap", "insert", "move"])):
            case "delete":
                del parts[at]
            case "double":
                parts.insert(at, parts[at])
            case "swap":
                parts[at], parts[at + 1] = parts[at + 1], parts[at]
            case "move":
                parts.insert(at, parts.pop(other))
            case _:
                parts.insert(at, draw(st.sampled_from(["\t", ":", "- ", "'", "0", "\n", "{", "é"])))
        text = "".join(parts)
    return text


@given(mutated())
@settings(max_examples=150)
def test_no_slip_in_a_library_file_makes_the_reader_raise(text: str) -> None:
    reading = Reader().read_text(text, "this")
    broken = any(each.level is Level.ERROR for each in reading.problems)
    assert (reading.routine is None) == broken
    lines = text.count("\n") + 1
    assert all(1 <= each.line <= lines for each in reading.problems)
    if reading.routine is not None:
        timeline = timeline_of(reading.routine)
        assert timeline.seconds == pytest.approx(total_seconds(reading.routine.steps))


@given(st.sampled_from(LIBRARY_TEXTS), st.floats(0, 1))
@settings(max_examples=100)
def test_where_a_file_breaks_off_what_is_missing_is_no_fault_of_the_rest(
    text: str, share: float
) -> None:
    begun = text[: int(len(text) * share)]
    reading = Reader().read_text(begun + "\n'", "this")
    assert reading.routine is None
    assert all(each.line >= begun.count("\n") + 1 for each in reading.problems)
