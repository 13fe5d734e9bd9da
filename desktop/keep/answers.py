"""What was answered in a run before it was cut off, for its player to show again. No Qt in here."""

from collections.abc import Mapping
from uuid import UUID, uuid5

from desktop.keep.history.model import Run
from desktop.keep.history.store import History
from routines.model import Open, Verb
from routines.timeline import Timeline

Answer = str | int | tuple[int, ...] | None
"""Words, a number, or the numbers of what was ticked; None for nothing."""


def answer_id(run: str, name: str) -> str:
    """The same for the same question of the same run: an answer replaces the one before."""
    return uuid5(UUID(run), name).hex


def answers_of(history: History, run: Run, timeline: Timeline) -> dict[int, Answer]:
    """By stop, what is kept of the answers in ``run``, but for what is asked no more."""
    given: dict[str, Answer | tuple[str, ...]] = {}
    given.update((each.id, each.text) for each in history.entries() if each.run == run.id)
    ratings = history.ratings(since=run.began)
    given.update((each.id, each.value) for each in ratings if each.run == run.id)
    answers = history.answers(run.routine, since=run.began)
    given.update((each.id, each.answers) for each in answers if each.run == run.id)
    return {
        segment.stop: answer
        for segment in timeline.segments
        if isinstance(segment.step, Open)
        and (answer := _answer(segment.step, given, answer_id(run.id, f"stop:{segment.stop}")))
        is not None
    }


def _answer(step: Open, given: Mapping[str, Answer | tuple[str, ...]], own: str) -> Answer:
    """As the face of ``step`` takes it: the number of a choice, not its words."""
    found = given.get(own)
    match step.verb:
        case Verb.CHOOSE if isinstance(found, tuple):
            return next((step.choices.index(each) for each in found if each in step.choices), None)
        case Verb.CHECK if isinstance(found, tuple):
            return tuple(step.items.index(each) for each in found if each in step.items) or None
        case Verb.WRITE | Verb.RATE if isinstance(found, (str, int)):
            return found
        case _:
            return None
