"""The format as declared: complete, explained, and what the contract says it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from routines.grammar import (
    BUILT_IN_DEFAULTS,
    COMMON,
    DEFAULTS,
    NEEDED,
    ROUTINE,
    VERBS,
    Key,
    Kind,
)
from routines.lookup import Folders
from routines.model import Verb
from routines.problems import Message
from routines.reader import Reader
from tests.routines.texts import errors, places, plain, read

EVERY_KEY = (
    *ROUTINE,
    *DEFAULTS,
    *COMMON,
    *(key for rule in VERBS.values() for key in (rule.own, *rule.lengths, *rule.keys)),
)
ANY = {"text", "say_instead", "cues", "lead_in", "halfway", "fixed", "dim"}
SIDED = {"sides", "switch", "figure", "easier"}

# The table of the contract: the lengths of which a step has one, and its other keys.
TABLE: dict[str, tuple[set[str], set[str]]] = {
    "hold": ({"for"}, SIDED),
    "move": ({"reps", "breaths", "for"}, SIDED | {"tempo", "pattern"}),
    "breathe": ({"breaths", "for"}, {"pattern", "phases", "most", "figure"}),
    "notice": ({"for"}, {"area", "figure"}),
    "say": (set(), {"for", "figure"}),
    "rest": (set(), set()),
    "repeat": (set(), {"steps", "rest"}),
    "include": (set(), set()),
    "write": (set(), {"for", "keep"}),
    "rate": (set(), {"as"}),
    "choose": (set(), {"options"}),
    "check": (set(), {"items"}),
    "wait": (set(), set()),
}

# A whole step of each verb, on one line, and an example of each key beside it.
STEPS = {
    "hold": "hold: A, for: 10s",
    "move": "move: A, reps: 4",
    "breathe": "breathe: A, breaths: 3",
    "notice": "notice: A, for: 10s",
    "say": "say: A",
    "rest": "rest: 10s",
    "repeat": "repeat: 2, steps: [say: A]",
    "include": "include: other",
    "write": "write: A",
    "rate": "rate: A",
    "choose": "choose: A, options: [b, c]",
    "check": "check: A, items: [b]",
    "wait": "wait: A",
}
EXAMPLES = {
    "text": "B",
    "say_instead": "B",
    "cues": "{halfway: B}",
    "lead_in": "0s",
    "halfway": "no",
    "fixed": "yes",
    "dim": "yes",
    "sides": "left-right",
    "switch": "2s, sides: right-left",
    "figure": "cat",
    "easier": "B",
    "tempo": "2-1-2-0",
    "pattern": "4-4",
    "phases": "[{in: 2s}, {out: 2s}]",
    "most": "8",
    "area": "neck",
    "rest": "5s",
    "for": "10s",
    "reps": "4",
    "breaths": "4",
    "steps": "[say: B]",
    "keep": "journal",
    "as": "pain",
    "options": "[b, c]",
    "items": "[b]",
}


def test_every_verb_has_a_rule_of_its_own_name() -> None:
    assert set(VERBS) == set(Verb)
    for verb, rule in VERBS.items():
        assert rule.verb is verb
        assert rule.own.name == verb.value


@pytest.mark.parametrize("key", EVERY_KEY, ids=lambda key: key.name)
def test_every_key_has_its_help_and_its_values(key: Key) -> None:
    assert key.help.endswith((".", ")")), key
    assert bool(key.values) == (key.kind in (Kind.CHOICE, Kind.CHOICES))


@pytest.mark.parametrize("verb", Verb, ids=lambda verb: verb.value)
def test_every_verb_has_the_keys_of_the_contract(verb: Verb) -> None:
    lengths, keys = TABLE[verb.value]
    assert {key.name for key in VERBS[verb].lengths} == lengths
    assert {key.name for key in VERBS[verb].keys} == keys


def test_the_keys_of_a_file_and_of_its_defaults_are_those_of_the_contract() -> None:
    assert {key.name for key in COMMON} == ANY
    assert {key.name for key in ROUTINE} == {
        *("name", "about", "tags", "place", "needs", "cautions", "ask", "sources"),
        *("defaults", "steps"),
    }
    assert NEEDED == ("name", "steps")
    assert {key.name for key in DEFAULTS} == set(BUILT_IN_DEFAULTS)
    assert {key.name for key in DEFAULTS if key.zero} == {"lead_in", "switch", "rest"}


def folder_with_another(tmp_path: Path) -> Folders:
    (tmp_path / "other.yaml").write_text("name: o\nsteps: [say: O]\n")
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "cat.yaml").touch()
    return Folders(library=tmp_path)


@pytest.mark.parametrize(
    ("verb", "name"),
    [(verb, name) for verb in TABLE for name in EXAMPLES if f"{name}:" not in STEPS[verb]],
)
def test_a_key_is_read_beside_its_verbs_and_refused_beside_all_others(
    verb: str, name: str, tmp_path: Path
) -> None:
    lengths, others = TABLE[verb]
    if name in lengths:
        step = f"{verb}: A, {name}: {EXAMPLES[name]}"
    else:
        step = f"{STEPS[verb]}, {name}: {EXAMPLES[name]}"
    if name == "pattern" and verb == "move":
        step = step.replace("reps", "breaths")
    reading = read(f"name: x\nsteps:\n  - {{{step}}}\n", folder_with_another(tmp_path))
    if name in lengths | others | ANY:
        assert places(reading) == []
    elif name == "rest":
        assert places(reading) == [(3, 8 + len(STEPS[verb]), Message.TWO_VERBS)]
    else:
        assert reading.problems[0].message is Message.KEY_NOT_HERE
        assert reading.problems[0].column == 8 + len(STEPS[verb])


def without_values() -> Iterator[tuple[str, int]]:
    """For each key of the format a text in which it has no value, and the line where it stands."""
    for key in ROUTINE:
        yield f"{key.name}:\n", 1
    for key in DEFAULTS:
        yield f"defaults:\n  {key.name}:\n", 2
    for rule in VERBS.values():
        yield f"steps:\n- {rule.own.name}:\n", 2
        for key in (*rule.lengths, *rule.keys, *COMMON):
            yield f"steps:\n- {rule.own.name}: 5s\n  {key.name}:\n", 3


@pytest.mark.parametrize(("text", "line"), list(without_values()))
def test_no_key_may_stand_without_a_value(text: str, line: int) -> None:
    empty = {Message.EMPTY_VALUE, Message.EMPTY_LIST}
    assert {message for at, _, message in errors(text) if at == line} & empty


DESIGN_EXAMPLE = """
    name: Morning yoga for the upper back
    about: Ten minutes that open the chest and wake the mid-back.
    tags: [morning, yoga]
    place: floor                 # floor | chair | standing | wall | bed | anywhere
    needs: [mat]
    cautions: [knees, wrists, pregnancy, osteoporosis]   # keys of the shared safety texts
    ask: tension                 # offer a 0-10 rating before and after; always skippable
    sources: ["https://..."]
    defaults: {lead_in: 5s, switch: 5s, halfway: yes}
    steps:
      - say: Ten gentle minutes. Stop anything that hurts.
      - move: Cat-cow
        breaths: 6
        pattern: 4-4
        cues:
          in: Let the belly drop, lift the chest
          out: Push the floor away and round
        figure: cat-cow
      - hold: Thread the needle
        for: 30s
        sides: left-right        # each side gets the full 30 s, with `switch` between
        text: Let the shoulder sink; breathe into the space between the blades.
        easier: Stay on a chair, arms crossed, and turn.
        figure: thread-the-needle
      - move: Wall angels
        reps: 8
        tempo: 3-1-3-0           # there, pause, back, pause
        figure: wall-angel
      - breathe: Even breath
        pattern: 5-5             # in-out | in-hold-out | in-hold-out-hold
        for: 2m                  # rounded up to whole breaths
      - breathe: Physiological sigh
        phases: [{in: 2s}, {in: 1s, text: more}, {out: 6s}]
        breaths: 3
      - notice: Upper back, between the blades
        area: upper-back
        for: 90s
        text: Notice what is there. Nothing to fix.
        cues:
          30s: If it is tight, let the out-breath reach it.
      - rest: 30s
      - repeat: 2
        rest: 45s
        steps:
          - move: Band row
            reps: 12
            tempo: 2-1-2-0
            figure: band-row
      - write: What is still on your mind for tomorrow? Be specific.
        for: 5m                  # a suggestion; the person ends it
        keep: journal            # journal | nothing
      - rate: Tension between the shoulder blades
        as: tension              # tension | anxiety | pain | mood | sleep
      - choose: Is this thought helpful?
        options: [yes, not really, no]
      - check: Your desk, from the feet up
        items: [Feet flat or on a rest, Shoulders hang, Screen at eye level]
      - wait: Press Enter when you are lying down.
      - include: before-a-call   # another routine's steps, by id
"""


def test_the_example_of_the_contract_reads_without_a_problem(tmp_path: Path) -> None:
    figures = tmp_path / "figures"
    figures.mkdir()
    for name in ("cat-cow", "thread-the-needle", "wall-angel", "band-row"):
        (figures / f"{name}.yaml").touch()
    reading = Reader(Folders(user=tmp_path)).read_text(plain(DESIGN_EXAMPLE), "example")
    assert places(reading) == []
    assert reading.routine is not None
    assert [step.verb.value for step in reading.routine.steps if not hasattr(step, "count")][
        :7
    ] == [*("say", "move", "hold", "move", "breathe", "breathe", "notice")]
