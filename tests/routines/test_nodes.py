"""Hostile and broken texts: each is a clear problem at its place, and nothing raises."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from routines import nodes
from routines.findings import MOST_PROBLEMS
from routines.nodes import Mapping, Scalar, Sequence, read_document
from routines.problems import Message
from routines.reader import Reader
from tests.routines.texts import Places, places, plain

GOOD = "name: x\nsteps:\n  - say: Sit down.\n"

# With libyaml, which is fast, and without it, where PyYAML came without.
LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test with both of PyYAML's parsers."""
    monkeypatch.setattr(nodes, "_Loader", request.param)


def found(source: bytes | str) -> Places:
    reading = Reader().read_text(source, "this")
    assert reading.routine is None
    return places(reading)


# ---------------------------------------------------------------- no text at all


@pytest.mark.parametrize("text", ["", "\n \n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_is_one_problem(text: str) -> None:
    assert found(text) == [(1, 1, Message.EMPTY_FILE)]


@pytest.mark.parametrize("text", ["hello", "- a\n- b\n", "[]", '""', "~", "12"])
def test_a_file_that_is_something_else_is_one_problem(text: str) -> None:
    assert found(text) == [(1, 1, Message.NOT_A_ROUTINE)]


def sized(size: int) -> bytes:
    return GOOD.encode().ljust(size, b"\n")


def test_a_file_of_256_kib_is_read() -> None:
    assert Reader().read_text(sized(256 * 1024), "this").problems == ()


@pytest.mark.parametrize("size", [256 * 1024 + 1, 1024 * 1024])
def test_a_larger_file_is_one_problem(size: int) -> None:
    assert found(sized(size)) == [(1, 1, Message.TOO_LARGE)]


def test_the_size_of_an_unsaved_text_is_counted_as_it_would_be_saved() -> None:
    text = GOOD + "#" + "ü" * (128 * 1024)
    assert len(text) < 256 * 1024
    assert found(text) == found(text.encode()) == [(1, 1, Message.TOO_LARGE)]


@pytest.mark.parametrize(
    "source",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x7fELF\x02\x01\x01\0", b"\0" * 40, bytes(range(256))],
)
def test_a_binary_file_is_one_problem(source: bytes) -> None:
    ((line, column, message),) = found(source)
    assert (line, column) == (1, 1)
    assert message in (Message.NOT_TEXT, Message.UTF16)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_and_without_its_mark_is_told_by_its_name(encoding: str) -> None:
    assert found(GOOD.encode(encoding)) == [(1, 1, Message.UTF16)]


def test_a_byte_that_is_not_utf_8_has_its_place() -> None:
    source = "name: x\nabout: Grüße, Übung\n".encode("latin-1")
    assert found(source) == [(2, 10, Message.NOT_UTF8)]


def test_the_place_behind_other_letters_counts_letters_not_bytes() -> None:
    assert found("name: ÜÜÜ".encode() + b"\xff") == [(1, 10, Message.NOT_UTF8)]


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\x7f", "\x9b", "\ufeff", "\ufffe"])
def test_a_control_character_has_its_place(character: str) -> None:
    text = f"name: x\nsteps:\n  - say: A{character}b\n"
    assert found(text) == [(3, 11, Message.UNPRINTABLE)]
    assert found(text.encode()) == [(3, 11, Message.UNPRINTABLE)]


@pytest.mark.parametrize(
    "escape", [r"\e[31m", r"\a", r"\0", r"\x1b", r"\u009b", r"\r", r"\N", r"\x7f"]
)
def test_a_control_character_written_as_an_escape_has_its_place(escape: str) -> None:
    """A terminal that prints the text would obey it."""
    text = f'name: x\nsteps:\n  - say: "A {escape} b"\n    text: "{escape}!"\n'
    assert found(text) == [(3, 10, Message.UNPRINTABLE), (4, 11, Message.UNPRINTABLE)]


@pytest.mark.parametrize(
    "text",
    [
        'tags: "\\e[2J"\n',
        '"na\\eme": x\n',
        'steps: "\\e[2J"\n',
        'place: "\\e[2Jfloor"\n',
        'steps: [{include: "\\e.yaml"}, {"hol\\ed": A}, {rest: "5 \\e s"}]\n',
        'steps: [{hold: A, for: 5s, cues: {"\\e": x, "5\\es": y}}]\n',
        "? [a]\n: b\n",
        "name: \u202egnp.exe\nname: \u2066\n",
    ],
)
def test_no_problem_carries_what_a_terminal_would_obey(text: str) -> None:
    problems = Reader().read_text(text, "this").problems
    assert problems
    for problem in problems:
        for shown in (problem.instead, problem.excerpt, *problem.values.values()):
            assert shown.isprintable(), problem


# ---------------------------------------------------------------- line ends and marks


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_change_nothing(end: str, mark: str) -> None:
    text = plain("""
        nmae: Grüße
        steps:
          - hold: A
            for: soon
    """)
    source = (mark + text.replace("\n", end)).encode()
    assert found(source) == [
        (1, 1, Message.UNKNOWN_KEY),
        (1, 1, Message.MISSING_KEY),
        (4, 10, Message.BAD_DURATION),
    ]


def test_a_mark_and_crlf_leave_a_good_file_good() -> None:
    source = ("\ufeff" + GOOD.replace("\n", "\r\n")).encode()
    reading = Reader().read_text(source, "this")
    assert reading.problems == ()
    assert reading.routine == Reader().read_text(GOOD, "this").routine


# ---------------------------------------------------------------- tabs


@pytest.mark.usefixtures("loader")
def test_every_tab_that_indents_is_told() -> None:
    text = "name: x\nsteps:\n\t- hold: A\n\t  for: 5s\n  - say: B\n    \ttext: C\n"
    assert found(text) == [
        (3, 1, Message.TAB_INDENT),
        (4, 1, Message.TAB_INDENT),
        (6, 5, Message.TAB_INDENT),
    ]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", ["tags: [a,\n\tb]\n" + GOOD, "about: a\n\tb\n" + GOOD])
def test_a_tab_indents_also_where_yaml_would_not_mind(text: str) -> None:
    assert found(text) == [(2, 1, Message.TAB_INDENT)]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_tab_inside_a_text_is_part_of_it(end: str) -> None:
    text = f"name: x\nsteps: [say: a]\nabout: |\n  One\n  \ttwo\tthree{end}"
    routine = Reader().read_text(text, "this").routine
    assert routine is not None
    assert routine.about == "One\n\ttwo\tthree"


def test_tabs_may_stand_between_words_and_signs() -> None:
    assert Reader().read_text("name:\tx y\t# z\nsteps: [say:\ta]\t\n", "this").problems == ()


@pytest.mark.usefixtures("loader")
def test_a_tab_behind_a_text_is_an_indent_again() -> None:
    assert found("about: |\n  One\n\tname: x\n")[-1] == (3, 1, Message.TAB_INDENT)


# ---------------------------------------------------------------- keys


@pytest.mark.usefixtures("loader")
def test_every_duplicate_key_is_told_with_the_line_of_the_first() -> None:
    text = """
        name: x
        name: y
        steps:
          - hold: A
            for: 10s
            for: 20s
          - say: B
        name: z
    """
    assert found(plain(text)) == [
        (2, 1, Message.DUPLICATE_KEY),
        (6, 5, Message.DUPLICATE_KEY),
        (8, 1, Message.DUPLICATE_KEY),
    ]
    problems = Reader().read_text(plain(text), "this").problems
    assert [each.values["first"] for each in problems] == ["1", "5", "1"]


@pytest.mark.usefixtures("loader")
def test_quotes_do_not_hide_a_duplicate() -> None:
    assert found('name: x\n"name": y\nsteps: [say: a]\n') == [(2, 1, Message.DUPLICATE_KEY)]


@pytest.mark.usefixtures("loader")
def test_a_key_that_is_no_word_is_told() -> None:
    assert found(GOOD + "[a, b]: c\n{d: e}: f\n") == [
        (4, 1, Message.KEY_NOT_A_WORD),
        (5, 1, Message.KEY_NOT_A_WORD),
    ]


# ---------------------------------------------------------------- more than a routine needs


@pytest.mark.usefixtures("loader")
def test_anchors_aliases_and_tags_are_told_wherever_they_stand() -> None:
    text = """
        name: &a x
        about: *a
        tags: !!seq [!!str a, &b c]
        steps: &s
          - say: !custom A
          - *s
          - &d {rest: 5s}
          - &e hold: B
            for: 5s
    """
    assert found(plain(text)) == [
        (1, 7, Message.ANCHOR),
        (2, 8, Message.ALIAS),
        (3, 7, Message.TAG),
        (3, 14, Message.TAG),
        (3, 23, Message.ANCHOR),
        (4, 8, Message.ANCHOR),
        (5, 10, Message.TAG),
        (6, 5, Message.ALIAS),
        (7, 5, Message.ANCHOR),
        (8, 5, Message.ANCHOR),
    ]


@pytest.mark.usefixtures("loader")
def test_an_alias_bomb_does_not_go_off() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nname: n\nsteps: *c\n"
    assert [each for each in found(text) if each[2] is not Message.UNKNOWN_KEY] == [
        (1, 4, Message.ANCHOR),
        (2, 4, Message.ANCHOR),
        (2, 8, Message.ALIAS),
        (2, 12, Message.ALIAS),
        (3, 4, Message.ANCHOR),
        (3, 8, Message.ALIAS),
        (3, 12, Message.ALIAS),
        (5, 8, Message.ALIAS),
    ]


@pytest.mark.usefixtures("loader")
def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert found("<<: {name: y}\n" + GOOD) == [(1, 1, Message.UNKNOWN_KEY)]


@pytest.mark.usefixtures("loader")
def test_a_second_document_is_told_together_with_what_the_first_one_lacks() -> None:
    text = "name: x\nplace: moon\n---\nsteps:\n  - say: A\n"
    assert found(text) == [
        (1, 1, Message.MISSING_KEY),
        (2, 8, Message.BAD_VALUE),
        (3, 1, Message.SECOND_DOCUMENT),
    ]


@pytest.mark.usefixtures("loader")
def test_one_document_may_have_its_marks() -> None:
    assert Reader().read_text(f"%YAML 1.1\n---\n{GOOD}...\n", "this").problems == ()


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[" * 120_000, 41),
        ("[" * 120_000 + "]" * 120_000, 41),
        ("{" * 120_000, 41),
        ("steps: " + "[" * 120_000, 47),
        ("? " * 120_000, 81),
        ("- " * 120_000, 81),
        ("[{a: " * 50_000, 101),
    ],
)
def test_120_000_nested_brackets_are_told_where_it_becomes_too_deep(text: str, column: int) -> None:
    assert found(text)[-1] == (1, column, Message.TOO_DEEP)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("unit", ["*a,", "&a x,", "!b c,"])
def test_no_file_has_more_problems_than_can_be_shown(unit: str) -> None:
    assert len(found(f"steps: [{unit * 5000}]")) < 2 * MOST_PROBLEMS


def test_thousands_of_tabs_are_not_all_told() -> None:
    assert len(found("steps:\n" + "\t- say: a\n" * 5000)) == MOST_PROBLEMS


# ---------------------------------------------------------------- slips of YAML


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: x\nabout: 'never closed\nsteps:\n", (2, 8, Message.YAML_QUOTE)),
        ('name: x\nabout: "never closed\nsteps:\n', (2, 8, Message.YAML_QUOTE)),
        ("name: x\ntags: [a, b\n", (2, 7, Message.YAML_BRACKET)),
        ("name: x\nabout: Remember: slowly\n", (2, 16, Message.YAML_COLON)),
        ("name: x\nsteps:\n- say: a\n   text: b\n", (4, 8, Message.YAML_INDENT)),
        ("name: x\nsteps:\n    - say: a\n  - say: b\n", (4, 3, Message.YAML_INDENT)),
        ("name: x\nsteps:\n  - say: a\n  text: b\n", (4, 3, Message.YAML_INDENT)),
        ("name: x\nabout: @home\n", (2, 8, Message.YAML_START)),
        ("name: x\nabout: `code`\n", (2, 8, Message.YAML_START)),
        ("name: x\nabout: %5\n", (2, 8, Message.YAML_START)),
        ("name: x\nabout: *bold*\n", (2, 8, Message.YAML_START)),
        ("name: x\nabout: & more\n", (2, 8, Message.YAML_START)),
        ("%YAML 2.0\n---\nname: x\n", (1, 1, Message.NOT_YAML)),
    ],
)
def test_a_slip_is_told_where_it_is_mended(text: str, place: tuple[int, int, Message]) -> None:
    assert found(text)[-1] == place


@pytest.mark.usefixtures("loader")
def test_an_unknown_escape_is_no_unclosed_quote() -> None:
    ((line, _, message),) = found('name: "C:\\quiet"\n')
    assert (line, message) == (1, Message.NOT_YAML)


@pytest.mark.usefixtures("loader")
def test_what_stands_before_a_slip_is_checked_all_the_same() -> None:
    text = """
        nmae: x
        steps:
          - hold: A
            for: -5s
          - sya: B
          - move: C
            text: "never closed
    """
    assert found(plain(text)) == [
        (1, 1, Message.UNKNOWN_KEY),
        (4, 10, Message.NEGATIVE),
        (5, 5, Message.UNKNOWN_KEY),
        (7, 11, Message.YAML_QUOTE),
    ]


# ---------------------------------------------------------------- as typed

TYPED = (
    *("no", "on", "off", "yes", "y", "~", "null", "true", "1:30", "010", "0x1F", "0o17", "1_000"),
    *("4-7-8", "1e3", ".inf", ".nan", "2024-01-01", "2024-01-01 10:00:00", "+5", "-5", "5.0"),
    *("1:30:00", "=", "<<", "٣٠", "a#b"),
)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("typed", TYPED)
def test_every_scalar_is_read_as_typed(typed: str) -> None:
    source = f"{typed}: {typed}\nlist: [{typed}, '{typed}']\n"
    root = read_document(source).root
    assert isinstance(root, Mapping)
    (key, value), (_, items) = root.entries
    assert isinstance(key, Scalar)
    assert isinstance(value, Scalar)
    assert isinstance(items, Sequence)
    assert key.text == value.text == typed
    assert [item.text for item in items.items if isinstance(item, Scalar)] == [typed, typed]


@pytest.mark.usefixtures("loader")
def test_nodes_know_where_they_begin_and_how_wide_they_are() -> None:
    root = read_document('name:  Grüße  # x\ntags: [a, "b c"]\n').root
    assert isinstance(root, Mapping)
    (_, name), (_, tags) = root.entries
    assert isinstance(name, Scalar)
    assert isinstance(tags, Sequence)
    assert (name.mark.line, name.mark.column, name.width) == (1, 8, 5)
    assert [(each.mark.column, each.width) for each in tags.items] == [(8, 1), (11, 5)]


# ---------------------------------------------------------------- anything at all

YAML_SIGNS = st.text(
    alphabet="-?:,[]{}#&*!|>'\"%@` \n\t\r\\abn0~.=<\x85\u2028\ufeff\x1bé", max_size=60
)
LINES = st.lists(
    st.sampled_from(
        [
            *("name: x", "steps:", "- say: a", "  - hold: b", "    for: 5s", "- repeat: 2"),
            *("  steps: [say: c]", "\t- x", "- &a *a", "---", "...", "%TAG ! x", "? [a]", ": b"),
            *("about: |", "  'it", '"x', "}", "]", "- include: this", "cues: {in: a}", ""),
        ]
    ),
    max_size=12,
).map("\n".join)


def check_anything(source: bytes | str) -> None:
    reading = Reader().read_text(source, "this")
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")
    assert (reading.routine is None) == any(each.level.name == "ERROR" for each in reading.problems)
    for problem in reading.problems:
        assert 1 <= problem.line <= len(text) + 1
        assert 1 <= problem.column <= len(text) + 2
        assert problem.width >= 1


@given(st.text() | YAML_SIGNS | LINES)
@example("- \u2028? ")
@example('"\\ud800"')
@example("\ud800")
@example("!<tag:yaml.org,2002:map> {}")
def test_no_text_makes_the_reader_raise(text: str) -> None:
    for each in LOADERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(nodes, "_Loader", each)
            check_anything(text)


@given(st.binary(max_size=200) | YAML_SIGNS.map(lambda text: text.encode()))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example(b"a\0")
def test_no_bytes_make_the_reader_raise(source: bytes) -> None:
    check_anything(source)


def test_the_fast_parser_is_used_where_it_is_there() -> None:
    used: Any = nodes._Loader
    assert used is yaml.CSafeLoader
