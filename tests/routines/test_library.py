"""The routines that come with the program: without a problem, and as long as they promise."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from routines.checks import excess_of_breaths
from routines.duration import total_seconds
from routines.figures.model import Figure, Point
from routines.figures.motion import pose_at, still_pose
from routines.figures.shelf import Shelf
from routines.fit import fit
from routines.lookup import LIBRARY, Folders
from routines.model import Cycles, Open, PhaseName, Routine, Span, Timed, Verb, leaves
from routines.reader import Reader
from routines.timeline import SegmentKind, timeline_of
from tests.routines.texts import places

# What an `about` begins with says how long the routine takes.
_TO_TEN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
NUMBERS = {word: number for number, word in enumerate(_TO_TEN, 1)} | {
    "a": 1, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
LENGTH = re.compile(
    rf"(?:about )?({'|'.join(NUMBERS)})( and a half)?(?: [\w-]+)? (second|minute)s?\b",
    re.IGNORECASE,
)
OWN_PACE = "in your own time"

# The one tag of these, or several, by which a routine stands in a collection, and its kind.
COLLECTIONS = {"morning", "desk", "in-the-moment", "evening", "strength"}
KINDS = {"yoga", "mobility", "strength", "breath", "relaxation", "mind", "check"}
FURTHER = {"after-a-call"}

# A routine for the body promises nothing about the body.
CLAIMS = re.compile(
    r"\b(heal|cure|diagnos|guarantee|therap|treat(s|ment)|medic(ine|al)|prescri|proven|relieves?"
    r"|fix(es)? your|get rid of|eliminat|detox|miracle|toxin)",
    re.IGNORECASE,
)

FILES = sorted(LIBRARY.glob("*.yaml"))


def routine(path: Path) -> Routine:
    read = Reader().read_file(path).routine
    assert read is not None
    return read


def texts(read: Routine) -> list[str]:
    """All words that a person gets to read or hear."""
    found = [read.name, read.about, *read.needs, *read.tags]
    for step in leaves(read.steps):
        found += [step.title, step.text, step.say_instead or "", *(cue.text for cue in step.cues)]
        if isinstance(step, Timed):
            found.append(step.easier)
            if isinstance(step.length, Cycles):
                found += [phase.text for phase in step.length.phases]
    return found


def promised(about: str) -> float | None:
    """The seconds that an ``about`` begins with; None if it gives none."""
    found = LENGTH.match(about)
    if found is None:
        return None
    number = NUMBERS[found[1].casefold()] + (0.5 if found[2] else 0.0)
    return number * (60.0 if found[3].casefold() == "minute" else 1.0)


def is_bodily(read: Routine) -> bool:
    """Whether the body is moved, held, felt or breathed; else it is all words and questions."""
    bodily = (Verb.HOLD, Verb.MOVE, Verb.BREATHE, Verb.NOTICE)
    return any(step.verb in bodily for step in leaves(read.steps))


@pytest.mark.parametrize(
    ("about", "seconds"),
    [
        ("Ten gentle minutes for the back.", 600),
        ("Four and a half minutes of rowing.", 270),
        ("Seventy seconds before something hard.", 70),
        ("A minute of nothing.", 60),
        ("In your own time.", None),
    ],
)
def test_the_length_in_words_is_understood(about: str, seconds: float | None) -> None:
    assert promised(about) == seconds


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestFile:
    def test_it_has_neither_errors_nor_warnings(self, path: Path) -> None:
        assert places(Reader().read_file(path)) == []

    def test_its_about_says_how_long_it_takes(self, path: Path) -> None:
        """Open steps wait for the person, so that only what has a clock can be promised."""
        read = routine(path)
        seconds = promised(read.about)
        if any(isinstance(step, Open) for step in leaves(read.steps)):
            assert OWN_PACE in read.about.casefold()
        else:
            assert seconds == pytest.approx(total_seconds(read.steps), rel=0.05)

    def test_its_tags_say_its_kind_and_no_others_are_made_up(self, path: Path) -> None:
        read = routine(path)
        tags = set(read.tags)
        assert tags & KINDS
        assert tags <= COLLECTIONS | KINDS | FURTHER
        # Nobody is offered a held breath unasked; all else is in a collection.
        assert bool(tags & COLLECTIONS) == ("breath-holding" not in read.cautions)

    def test_it_says_where_it_comes_from_and_where_it_is_done(self, path: Path) -> None:
        read = routine(path)
        assert read.about
        assert read.place
        assert read.tags
        assert read.cautions or not is_bodily(read)
        assert read.sources
        assert all(re.fullmatch(r"https?://[\w.-]+/\S+", each) for each in read.sources)
        assert len(set(read.sources)) == len(read.sources)

    def test_it_claims_nothing_about_health(self, path: Path) -> None:
        assert [text for text in texts(routine(path)) if CLAIMS.search(text)] == []

    def test_movement_may_be_done_more_gently(self, path: Path) -> None:
        for step in leaves(routine(path).steps):
            if isinstance(step, Timed) and step.verb.value in ("hold", "move"):
                assert step.easier, step.title
                assert step.text or step.cues, step.title

    def test_a_breath_is_held_only_with_its_caution_and_no_longer_than_taught(
        self, path: Path
    ) -> None:
        read = routine(path)
        assert excess_of_breaths(read.steps) == 0
        holds = any(
            phase.name is PhaseName.HOLD
            for step in leaves(read.steps)
            if isinstance(step, Timed) and isinstance(step.length, Cycles)
            for phase in step.length.phases
        )
        assert holds == ("breath-holding" in read.cautions)
        if holds:
            first = next(leaves(read.steps))
            assert first.fixed
            assert "leave the holds out" in first.title

    def test_it_can_be_laid_out_and_fitted(self, path: Path) -> None:
        read = routine(path)
        assert timeline_of(read).seconds == pytest.approx(total_seconds(read.steps))
        assert fit(read, 60).routine.steps

    def test_its_words_of_warning_are_never_left_out(self, path: Path) -> None:
        """Whoever has little time still hears when to stop."""
        read = routine(path)
        first = next(leaves(read.steps))
        assert first in list(leaves(fit(read, 30).routine.steps)) or not first.fixed

    def test_it_begins_with_a_comment_on_its_doses(self, path: Path) -> None:
        head = path.read_text("utf-8").splitlines()[:2]
        assert all(line.startswith("# ") for line in head)
        assert "ot reviewed by a clinician" in head[1]


@pytest.mark.parametrize(
    "text", ["This will heal you.", "A cure", "guaranteed", "It treats anxiety", "Proven to work"]
)
def test_the_check_for_claims_can_fail(text: str) -> None:
    assert CLAIMS.search(text)


# Figures


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_exercise_shows_a_figure_that_is_there(path: Path) -> None:
    shelf = Shelf(Folders())
    for step in leaves(routine(path).steps):
        if step.verb in (Verb.HOLD, Verb.MOVE):
            assert shelf.figure(step.figure, path.parent) is not None, f"{path.stem}: {step.title}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_figure_moves_in_the_phases_of_its_step(path: Path) -> None:
    shelf = Shelf(Folders())
    for segment in timeline_of(routine(path)).segments:
        step = segment.step
        figure = shelf.figure(step.figure, path.parent)
        if figure is None or step.verb not in (Verb.HOLD, Verb.MOVE):
            continue
        if segment.kind is SegmentKind.WORK:
            begin, middle = pose_at(figure, segment, 0.0), pose_at(figure, segment, _reach(step))
            assert begin.joints != middle.joints, f"{path.stem}: {step.title}"


def _reach(step: Timed | Open) -> float:
    """Seconds until a step has gone as far as it goes: its first phase, or the way into a hold.

    A movement that has only a length goes there in about two seconds, and is back in four.
    """
    length = step.length if isinstance(step, Timed) else Span(0.0)
    if isinstance(length, Cycles):
        return length.phases[0].seconds
    return 2.0 if step.verb is Verb.MOVE else length.seconds / 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_side_that_is_told_is_the_side_that_is_shown(path: Path) -> None:
    read = routine(path)
    for step in leaves(read.steps):
        if isinstance(step, Timed) and step.sides:
            figure = Shelf(Folders()).figure(step.figure, path.parent)
            assert figure is not None
            segments = [each for each in timeline_of(read).segments if each.step is step]
            shown = {
                each.side: pose_at(figure, each, _reach(step))
                for each in segments
                if each.kind is SegmentKind.WORK
            }
            assert shown[figure.side].joints == shown_alone(figure)
            other = next(pose for side, pose in shown.items() if side is not figure.side)
            assert other.joints != shown_alone(figure)


def shown_alone(figure: Figure) -> Mapping[str, Point]:
    return still_pose(figure).joints
