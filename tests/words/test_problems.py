"""Every message that the reader gives has a sentence, filled with what the reader really gives."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.words.problems import (
    GUESSES,
    TEXTS,
    problem_line,
    problem_text,
    unreadable_text,
)
from routines.catalogue import load_catalogue
from routines.figures.reader import read_figure_file
from routines.figures.shelf import Shelf
from routines.lookup import Folders
from routines.problems import Level, Message, Problem
from routines.reader import Reader
from routines.reminders.reader import read_reminder, read_reminder_file

NEST = "{repeat: 2, steps: ["
HEAD = "name: A\nsteps:\n"


def step(*lines: str) -> bytes:
    """A routine of one step."""
    return (HEAD + "  - " + "\n    ".join(lines) + "\n").encode()


def hold(*lines: str) -> bytes:
    return step("hold: A", *lines)


# For each message, texts that bring it forth; where the reader guesses, also one where it cannot.
SOURCES: dict[Message, list[bytes]] = {
    Message.TOO_LARGE: [b"#" * (256 * 1024 + 1)],
    Message.NOT_TEXT: [b"\x7fELF\x02\x01\x01\x00\x00\x03\x00\x3e\x00"],
    Message.NOT_UTF8: [b"name: Caf\xe9\n"],
    Message.UTF16: [b"\xff\xfen\x00a\x00m\x00e\x00"],
    Message.EMPTY_FILE: [b""],
    Message.FIGURE_ELSEWHERE: [b"name: A\nview: side\npostures: {}\n"],
    Message.NOT_A_ROUTINE: [b"- say: Hello there\n"],
    Message.MISSING_KEY: [b"name: A\n"],
    Message.TAB_INDENT: [b"name: A\nsteps:\n\t- say: B\n"],
    Message.UNPRINTABLE: [b"name: A\x1b[2J\n"],
    Message.NOT_YAML: [b'name: "\\q"\n'],
    Message.YAML_COLON: [hold("for: 5s", "text: Remember: slowly")],
    Message.YAML_QUOTE: [b'name: "A\nsteps:\n  - say: B\n'],
    Message.YAML_INDENT: [b"name: A\nsteps:\n  - say: B\n - say: C\n"],
    Message.YAML_START: [b"name: @home\n"],
    Message.YAML_BRACKET: [b"name: A\ntags: [a, b\nsteps:\n  - say: B\n"],
    Message.TOO_DEEP: [b"[" * 120_000],
    Message.ANCHOR: [b"name: &a A\n"],
    Message.ALIAS: [b"name: *a\n"],
    Message.TAG: [b"name: !a A\n"],
    Message.SECOND_DOCUMENT: [step("say: B") + b"---\nname: C\n"],
    Message.UNKNOWN_KEY: [hold("fro: 5s"), hold("for: 5s", "xyzzy: 1")],
    Message.DUPLICATE_KEY: [b"name: A\nname: B\n"],
    Message.KEY_NOT_HERE: [step("rest: 5s", "tempo: 1-0-1-0")],
    Message.KEY_NEEDS: [step("move: A", "for: 5s", "tempo: 1-0-1-0")],
    Message.KEY_NOT_A_WORD: [b"[a, b]: c\n"],
    Message.WANTS_TEXT: [b"name: [a]\n"],
    Message.WANTS_LIST: [b"name: A\ntags: morning\n", b"name: A\ntags: {a: b}\n"],
    Message.WANTS_KEYS: [hold("for: 5s", "cues: Breathe")],
    Message.EMPTY_VALUE: [b"name:\n"],
    Message.EMPTY_ITEM: [b"name: A\ntags: [a, '']\n"],
    Message.EMPTY_LIST: [b"name: A\nsteps: []\n"],
    Message.TOO_FEW: [step("choose: A", "options: [one]")],
    Message.BAD_VALUE: [b"name: A\nplace: flor\n", b"name: A\nplace: xyzzy\n"],
    Message.BAD_DURATION: [hold("for: 5 minutes"), hold("for: soon")],
    Message.NO_UNIT: [hold("for: 30")],
    Message.NEGATIVE: [hold("for: -5s"), step("move: A", "reps: -3")],
    Message.ZERO: [step("move: A", "reps: 0")],
    Message.OVER_FOUR_HOURS: [hold("for: 900h")],
    Message.COUNT_TOO_LARGE: [step("move: A", "reps: 10000000000")],
    Message.BAD_COUNT: [step("move: A", "reps: 8 times"), step("move: A", "reps: few")],
    Message.BAD_TEMPO: [
        step("move: A", "reps: 8", "tempo: 3/1/3/0"),
        step("move: A", "reps: 8", "tempo: fast"),
    ],
    Message.BAD_PATTERN: [
        step("breathe: A", "breaths: 3", "pattern: 4 / 6"),
        step("breathe: A", "breaths: 3", "pattern: slow"),
    ],
    Message.BAD_NAME: [step("include: other.yaml"), step("include: ../other")],
    Message.NO_VERB: [step("for: 5s")],
    Message.TWO_VERBS: [step("hold: A", "move: B", "for: 5s")],
    Message.NO_LENGTH: [step("move: A")],
    Message.TWO_LENGTHS: [step("move: A", "reps: 3", "for: 5s")],
    Message.BAD_CUE_KEY: [
        hold("for: 5s", "cues: {halfwy: A}"),
        hold("for: 5s", "cues: {xyzzy: A}"),
    ],
    Message.CUE_WITHOUT_PHASE: [hold("for: 5s", "cues: {in: A}")],
    Message.PHASE_ONE_OF: [step("breathe: A", "breaths: 3", "phases: [{in: 2s, out: 2s}]")],
    Message.INCLUDE_NOT_FOUND: [step("include: nowhere")],
    Message.INCLUDE_BROKEN: [step("include: broken")],
    Message.INCLUDE_CYCLE: [step("include: this")],
    Message.TOO_NESTED: [step("repeat: 2", "steps: [" + NEST * 9 + "]}" * 9 + "]")],
    Message.TOO_MANY_STEPS: [step("repeat: 501", "steps: [say: B]")],
    Message.ROUTINE_TOO_LONG: [step("repeat: 3", "steps: [rest: 2h]")],
    Message.TOO_MANY_HELD_BREATHS: [step("breathe: A", "breaths: 9", "pattern: 4-7-8")],
    Message.LONG_BREATH_HOLD: [step("breathe: A", "breaths: 2", "pattern: 4-9-4")],
    Message.TOO_MUCH_TO_SAY: [hold("for: 1s", "text: One two three four five six seven")],
    Message.CUE_AFTER_END: [hold("for: 5s", "cues: {30s: A}")],
    Message.FIGURE_BROKEN: [hold("for: 5s", "figure: broken")],
    Message.FIGURE_NOT_FOUND: [
        hold("for: 5s", "figure: brocken"),
        hold("for: 5s", "figure: xyzzy"),
    ],
    Message.FLOOR_WITHOUT_CAUTIONS: [b"name: A\nplace: floor\nsteps:\n  - say: B\n"],
}


def reminder(*lines: str) -> bytes:
    return ("\n".join(["name: A", "notes: [B]", *lines]) + "\n").encode()


# The same for the messages that only reminder files bring forth.
REMINDERS: dict[Message, list[bytes]] = {
    Message.EMPTY_REMINDER: [b""],
    Message.NOT_A_REMINDER: [b"- every: 1h\n"],
    Message.NO_RHYTHM: [reminder()],
    Message.TWO_RHYTHMS: [reminder("every: 1h", "at: 10:30")],
    Message.TOO_OFTEN: [reminder("every: 10s")],
    Message.BAD_CLOCK: [reminder("at: 7.30"), reminder("at: noon")],
    Message.BAD_HOURS: [
        reminder("every: 1h", "between: 9-17"),
        reminder("every: 1h", "between: 25:00-3"),
    ],
    Message.BAD_EVENT: [reminder("before: meeting")],
    Message.UNKNOWN_OFFER: [reminder("every: 1h", "offer: [nowhere]")],
    Message.NOTE_TOO_LONG: [b"name: A\nevery: 1h\nnotes: [a b c d e f g h i j k l m n o]\n"],
}


JOINTS = (
    "head: [0, 0.93], neck: [0.01, 0.85], chest: [0.01, 0.75], waist: [0, 0.62], hip: [0, 0.53], "
    "shoulder: [0, 0.81], elbow: [0.01, 0.63], hand: [-0.01, 0.46], "
    "knee: [-0.01, 0.285], ankle: [0, 0.04], toe: [-0.12, 0.01]"
)


def figure(change: str = "", *lines: str, loop: str = "hold: up") -> bytes:
    """A figure of one posture, in which ``change`` comes last, and of a second that is like it."""
    postures = f"postures:\n  up: {{{JOINTS}}}\n  down: {{like: up{change and ', '}{change}}}\n"
    head = "name: A\nview: side\n"
    return "\n".join([head + postures + f"loop: {{{loop}}}", *lines, ""]).encode()


ARM = "shoulder: [{0}0.13, 0.81], elbow: [{0}0.16, 0.626], hand: [{0}0.17, 0.456],"
LEG = "knee: [{0}0.08, 0.285], ankle: [{0}0.08, 0.04], toe: [{0}0.10, 0.01],"


def _both(limb: str) -> bytes:
    """A limb of both sides, as it is seen from behind."""
    sides = (("left-", "-"), ("right-", ""))
    texts = (re.sub(r"([a-z]+):", rf" {side}\1:", limb.format(sign)) for side, sign in sides)
    return "".join(texts).encode()


# The same for the messages that only figure files bring forth.
FIGURES: dict[Message, list[bytes]] = {
    Message.EMPTY_FIGURE: [b""],
    Message.NOT_A_FIGURE: [b"- name: A\n"],
    Message.TOO_MANY_POSTURES: [
        b"name: A\nview: side\nloop: {hold: p1}\npostures:\n"
        + b"".join(b"  p%d: {}\n" % number for number in range(65))
    ],
    Message.MUCH_TOO_LARGE: [b"#" * (256 * 1024 + 1)],
    Message.TOO_MANY_PROPS: [figure("", f"props: [{', '.join(['mat'] * 40)}]")],
    Message.JOINTS_OF_SOME: [
        figure("left-blade: [0, 0.7]")
        .replace(b"view: side", b"view: back")
        .replace(b" shoulder: [0, 0.81], elbow: [0.01, 0.63], hand: [-0.01, 0.46],", _both(ARM))
        .replace(b" knee: [-0.01, 0.285], ankle: [0, 0.04], toe: [-0.12, 0.01]", _both(LEG)[:-1])
    ],
    Message.NOT_A_POSTURE: [figure(loop="hold: {up: down}")],
    Message.LOOP_STAYS: [figure(loop="start: up")],
    Message.MISSING_JOINTS: [figure().replace(b"hip: [0, 0.53], ", b"")],
    Message.UNKNOWN_JOINT: [figure("anckle: [0, 0]"), figure("xyzzy: [0, 0]")],
    Message.JOINT_OF_OTHER_VIEW: [figure("left-hand: [0, 0]"), figure("left-blade: [0, 0]")],
    Message.BAD_POINT: [figure("hip: [0,2, 0,53]"), figure("hip: 0.5")],
    Message.BAD_NUMBER: [figure("hip: [.5, 1]"), figure("hip: [nan, 1]")],
    Message.TOO_FAR_OUT: [figure("hip: [100000, 0]")],
    Message.BAD_SHARE: [figure("belly: 2")],
    Message.ZERO_LENGTH: [figure("knee: [0, 0.53]")],
    Message.UNKNOWN_POSTURE: [figure(loop="hold: upp"), figure(loop="hold: xyzzy")],
    Message.LIKE_ITSELF: [figure("", "").replace(b"like: up", b"like: down")],
    Message.UNKNOWN_PROP: [figure("", "props: [matt]"), figure("", "props: [xyzzy]")],
    Message.WRONG_ENDS: [figure("", "props: [band]")],
    Message.NOT_A_PROP: [figure("", "props: [[mat]]")],
    Message.LIMB_CHANGES: [figure("hand: [-0.01, 0.3]")],
    Message.LIMB_UNLIKELY: [figure().replace(b"knee: [-0.01, 0.285]", b"knee: [-0.01, 0.36]")],
    Message.HALF_PAIR: [figure("belly: 1", loop="start: up, in: down, back: up")],
    Message.BELOW_FLOOR: [figure("toe: [-0.12, -0.02]")],
}

ALL = {**SOURCES, **REMINDERS, **FIGURES}


def problems(folder: Path, message: Message) -> Iterator[Problem]:
    """The problems that the texts of ``message`` bring forth, one a text."""
    (folder / "broken.yaml").write_bytes(b"name: A\n")
    (folder / "figures").mkdir(exist_ok=True)
    (folder / "figures" / "broken.yaml").write_bytes(b"name: A\n")
    for source in ALL[message]:
        path = folder / "this.yaml"
        path.write_bytes(source)
        if message in REMINDERS:
            found = read_reminder_file(path, lambda _: False).problems
        elif message in FIGURES:
            found = read_figure_file(path).problems
        else:
            folders = Folders(user=folder)
            found = Reader(folders, Shelf(folders)).read_file(path).problems
        fitting = [each for each in found if each.message is message]
        assert fitting, f"{source[:60]!r} gives {found}"
        yield fitting[0]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_has_a_sentence() -> None:
    assert set(TEXTS) == set(Message)


def test_every_message_is_tried_in_here() -> None:
    elsewhere = {Message.CANNOT_READ, Message.RENAME_TO_YAML}
    elsewhere |= {Message.ROUTINE_ELSEWHERE, Message.SAME_BUT_CASE}
    assert set(ALL) == set(Message) - elsewhere


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.name)
def test_a_sentence_is_filled_with_what_the_reader_gives(message: Message, tmp_path: Path) -> None:
    for problem in problems(tmp_path, message):
        assert placeholders(TEXTS[message]) <= set(problem.values)
        assert "{" not in re.sub(r"`.*?`|\[ and \{", "", problem_text(problem))
        check_style(problem_text(problem))


@pytest.mark.parametrize("message", GUESSES, ids=lambda message: message.name)
def test_what_was_likely_meant_is_named(message: Message, tmp_path: Path) -> None:
    guessed, unclear = problems(tmp_path, message)
    assert guessed.instead
    assert f"`{guessed.instead}`" in problem_text(guessed)
    assert not unclear.instead
    assert problem_text(unclear) == TEXTS[message].format(**shown(unclear))


def shown(problem: Problem) -> dict[str, str]:
    """The values as the sentence shows them, lists in words."""
    values = dict(problem.values)
    if known := values.get("known"):
        words = [f"`{word}`" for word in known.split(", ")]
        values["known"] = (
            ", ".join([*words[:-1], "…"])
            if known.endswith("…")
            else " or ".join([", ".join(words[:-1]), words[-1]])
        )
    return values


def test_a_file_that_cannot_be_opened_has_its_reason(tmp_path: Path) -> None:
    [problem] = Reader().read_file(tmp_path / "nowhere.yaml").problems
    assert problem_text(problem) == "the file cannot be opened: No such file or directory."


def test_a_file_with_the_wrong_ending_is_told_its_name(tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_bytes(step("say: B"))
    [entry] = [each for each in load_catalogue(Folders(user=tmp_path)).entries if each.own]
    assert problem_text(entry.problems[0]).endswith("rename this to `mine.yaml`.")


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (hold("fro: 5s"), "unknown key `fro`: did you mean `for`?"),
        (hold("for: 30"), "`30` has no unit: write `30s` for seconds or `30m` for minutes."),
        (step("move: A"), "how long this `move` lasts is missing: add `reps`, `breaths` or `for`."),
        (step("hold: A"), "how long this `hold` lasts is missing: add `for`."),
        (b"name: A\nplace: flor\n", "`place` cannot be `flor`: did you mean `floor`?"),
        (b"name: A\ntags: morning\n", "`tags` takes a list: write `[morning]`."),
    ],
)
def test_sentences_read_well(source: bytes, sentence: str) -> None:
    found = [problem_text(each) for each in Reader().read_text(source, "this").problems]
    assert sentence in found


def test_a_list_that_was_cut_ends_in_an_ellipsis() -> None:
    values = {"key": "area", "value": "x", "known": "feet, thighs, lower-l…"}
    problem = Problem(1, 1, 1, Level.ERROR, Message.BAD_VALUE, values)
    assert problem_text(problem) == "`area` cannot be `x`: write `feet`, `thighs`, …."


def test_braces_in_what_somebody_typed_are_left_alone() -> None:
    values = {"value": "{0.__class__}"}
    problem = Problem(1, 1, 1, Level.ERROR, Message.BAD_DURATION, values)
    assert problem_text(problem).startswith("`{0.__class__}` is not a length of time")


def test_a_line_names_the_file_as_it_was_given() -> None:
    problem = Problem(3, 7, 1, Level.WARNING, Message.FLOOR_WITHOUT_CAUTIONS, {})
    line = problem_line("./some where/x.yaml", problem)
    assert line.startswith("./some where/x.yaml:3:7: warning: work on the floor")


def check_style(sentence: str) -> None:
    assert sentence[0] == "`" or sentence[0].islower() or sentence[0].isdigit()
    assert sentence.endswith((".", "?"))
    assert "!" not in sentence.replace("begins with !", "")
    assert len(sentence) < 200


def test_a_folder_that_is_closed_is_told_with_the_command_that_opens_it() -> None:
    assert unreadable_text("/my own/routines", "Permission denied") == (
        "/my own/routines cannot be read: Permission denied. "
        "To open it to yourself: `chmod u+rwx '/my own/routines'`"
    )
    assert unreadable_text("/a", "Input/output error") == "/a cannot be read: Input/output error."


def test_an_empty_entry_is_told_by_its_number() -> None:
    source = 'name: A\nevery: 1h\nnotes: [Breathe., "", Stand up.]\n'
    (problem,) = read_reminder(source, "a", lambda _id: True).problems
    assert problem_text(problem) == (
        "entry 2 of `notes` is empty: write what belongs there, or remove it."
    )


@pytest.mark.parametrize(
    "source",
    [
        b"#" * (256 * 1024 + 1),
        b"\x89PNG\r\n\x1a\n\0\0",
        "name: &a A\n",
        "name: *a\n",
        "name: !x A\n",
    ],
)
def test_what_a_reminder_shares_with_routines_is_not_told_as_if_it_were_one(
    source: bytes | str,
) -> None:
    problems = read_reminder(source, "a", lambda _id: True).problems
    text = problem_text(problems[0])
    assert "the routine" not in text
    assert "routines have" not in text
