"""No text in the program diagnoses or promises: a list of turns of phrase that would.

It reads all that the code translates, every built-in routine and reminder, and the pages that a
person reads beside the program. What a list of words cannot see, people who read have to.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
LIBRARY = ROOT / "routines" / "library"
READ_BESIDE = ("README.md", "CHANGELOG.md", "docs")

DIAGNOSES = {
    "says what one has": r"\byou(?:r back| probably| may| might)?(?:'ve| have| has| got| suffer)"
    r"(?: from)?(?: an?| the)? (?:\w+ ){0,2}?(?:\w+itis|\w+algia|\w+osis|disorder|syndrome|hernia"
    r"|depression|slipped|pinched)\b",
    "says what pain is": r"\b(?:your|this|the|it|that) ?(?:pain|ache|tension|tightness)? "
    r"(?:is|are|comes? from|is caused by|means) (?:just |only |really |probably |your )*"
    r"(?:anxiety|stress|harmless|nothing(?! more|\w)|in your head|muscular|posture|a pinched"
    r"|cancer)",
    "calls it harmless": r"\b(?:harmless|nothing to worry about|no need to see a doctor"
    r"|you(?:'re| are) fine|you do(?:n't| not) need a doctor)\b",
    "names a cause": r"\b(?:caused by|because of|due to) (?:your )?(?:anxiety|stress|posture)\b",
    "diagnoses": r"\bdiagnos\w*",
}
PROMISES = {
    "will heal": r"\b(?:will|going to|shall) (?:\w+ )?(?:cure|heal|fix|relieve|eliminate|remove"
    r"|ease|reduce|lower|stop|end|prevent|improve|help|calm|relax|feel better|go away|get better"
    r"|make you)\b",
    "heals": r"\b(?:cures?|heals?|treats?|eliminates?|prevents?|relieves?)"
    r" (?:\w+ ){0,2}?(?:pain|ache|anxiety|tension|stress|panic|depression|insomnia|injur\w+)\b",
    "fixes a body": r"\bfix(?:es)? (?:your |the )?(?:back|posture|spine|neck|shoulders?|pain)\b",
    "guarantees": r"\bguarante\w+|\bpromis(?:e|es|ed)\b",
    "is proven": r"\b(?:clinically|scientifically|medically) |\b(?:is|are|been) proven\b"
    r"|\bproven to\b|\b(?:doctors?|experts?|science) (?:recommend|approve|prove|say)\w*",
    "is without risk": r"\b(?:no side effects?|completely safe|perfectly safe|safe for (?:everyone"
    r"|everybody|all)|always works?|works for (?:everyone|everybody|all)|miracle|once and for all"
    r"|pain[- ]free)\b",
    "cures for good": r"\b(?:rid of|relief|better|eased?|free|pain|tension)\b[^.]{0,30} for good\b",
}
PATTERNS = {
    name: re.compile(pattern, re.IGNORECASE) for name, pattern in (DIAGNOSES | PROMISES).items()
}

ALLOWED = (
    # It says of itself that it does not.
    r"no measurement and no diagnosis",
    r"is no medical device, diagnoses nothing",
)
ALLOW = re.compile("|".join(ALLOWED))


def faults(text: str) -> list[str]:
    """What the text does that it must not, each with the words that do it."""
    text = " ".join(text.split()).replace("’", "'")
    left = ALLOW.sub(" ", text)
    return [
        f"{name}: {found[0]}" for name, rule in PATTERNS.items() if (found := rule.search(left))
    ]


# ---------------------------------------------------------------- what a person reads


def translated(source: str) -> Iterator[str]:
    """Every text that a module translates, now or later, parts joined."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).split(".")[-1]
            if name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
                text = node.args[1]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


def scalars(source: str) -> Iterator[str]:
    """Every text of a YAML file but its addresses."""
    for event in yaml.parse(source, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent) and not event.value.startswith("http"):
            yield event.value


def paragraphs(source: str) -> Iterator[str]:
    yield from re.split(r"\n\s*\n", source)


def all_texts() -> Iterator[tuple[Path, str]]:
    for folder in ("desktop", "routines"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from ((path, each) for each in translated(path.read_text("utf-8")))
    for path in sorted([*LIBRARY.rglob("*.yaml"), *(ROOT / "desktop").rglob("*.yaml")]):
        yield from ((path, each) for each in scalars(path.read_text("utf-8")))
    for name in READ_BESIDE:
        place = ROOT / name
        for path in sorted(place.rglob("*.md")) if place.is_dir() else [place]:
            yield from ((path, each) for each in paragraphs(path.read_text("utf-8")))


def test_no_text_in_the_program_diagnoses_or_promises() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {fault}: {' '.join(text.split())[:160]}"
        for path, text in all_texts()
        for fault in faults(text)
    ]
    assert found == []


def test_texts_of_every_kind_are_read() -> None:
    texts = list(all_texts())
    kinds = {(path.parts[len(ROOT.parts)], path.suffix) for path, _text in texts}
    assert {("desktop", ".py"), ("desktop", ".yaml"), ("routines", ".yaml")} <= kinds
    assert {path.name for path, _text in texts} >= {
        "safety.py",
        "concern.py",
        "cautions.py",
        "body-scan.yaml",
        "posture.yaml",
        "README.md",
    }
    assert len(texts) > 1000


def test_nothing_is_allowed_that_nobody_says() -> None:
    texts = [" ".join(text.split()) for _path, text in all_texts()]
    assert [each for each in ALLOWED if not any(re.search(each, text) for text in texts)] == []


# ---------------------------------------------------------------- that it can fail


@pytest.mark.parametrize(
    "sentence",
    [
        "This will heal your back.",
        "Ten minutes will really help with the pain.",
        "Breathing treats anxiety.",
        "It cures upper back pain.",
        "You have tendinitis.",
        "You probably have a pinched nerve or spondylosis.",
        "Your pain is anxiety.",
        "Your pain is just stress.",
        "This tension comes from your posture.",
        "It is harmless.",
        "You do not need a doctor.",
        "Pain there is caused by stress.",
        "Your diagnosis: tension.",
        "Better sleep, guaranteed.",
        "We promise that it helps.",
        "This is proven to work.",
        "Clinically tested.",
        "Doctors recommend it.",
        "It always works.",
        "A pain-free back.",
        "Fix your posture in a week.",
        "Gone once and for all.",
        "Rid of tension for good.",
        "This will make you calm.",
    ],
)
def test_a_planted_sentence_is_found(sentence: str) -> None:
    assert len(faults(sentence)) >= 1


def test_a_sentence_planted_in_the_code_or_a_file_is_found() -> None:
    code = 'translate("x", "Wall angels will "\n    "heal your back.")'
    late = 'X = QT_TRANSLATE_NOOP("x", "Your pain is\\nanxiety.")'
    file = "name: Rows\nsteps:\n  - say: >-\n      It cures\n      back pain.\n"
    for texts in (translated(code), translated(late), scalars(file)):
        assert [fault for text in texts for fault in faults(text)] != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Breathing out slowly can ease tension.",
        "Most pain in the upper back is not serious, and can improve with time.",
        "Tension can show up as muscle aches.",
        "Unbrace cannot tell what your pain is.",
        "They are no measurement and no diagnosis.",
        "If you have had cancer, have osteoporosis, or have a weak immune system.",
        "The file will be read again.",
    ],
)
def test_careful_sentences_are_left_alone(sentence: str) -> None:
    assert faults(sentence) == []
