"""Scores of routines that stand in a test or in the library, and what is heard of them."""

from dataclasses import dataclass

from desktop.sound.model import Bell, Ring, Say, Score, Wishes
from desktop.sound.score import score_of_routine
from desktop.sound.telling import seconds_of
from routines.catalogue import load_entry
from routines.lookup import Folders
from routines.timeline import Timeline, timeline_of
from tests.routines.texts import read

USUAL = Wishes()


@dataclass(frozen=True)
class Sounded:
    """A bell's word, or a sentence in its quotes, and when it begins and ends."""

    at: float
    what: str
    end: float


def score(
    steps: str, wishes: Wishes = USUAL, *, head: str = "", open_seconds: float = 0.0
) -> Score:
    """The score of a routine of these steps; a warning, as of too many words, is no matter."""
    found = read(f"name: x\n{head}steps:\n{steps}").routine
    assert found is not None
    return score_of_routine(timeline_of(found), wishes, open_seconds=open_seconds)


def library_timeline(name: str) -> Timeline:
    entry = load_entry(Folders(), name)
    assert entry is not None
    assert entry.routine is not None
    return timeline_of(entry.routine)


def heard(found: Score, wishes: Wishes = USUAL) -> list[Sounded]:
    """The cue log: bells, and of each sentence the longest form for which there is time."""
    log = []
    for event in found:
        if isinstance(event, Ring):
            log.append(Sounded(event.at, event.bell.value, event.at))
        elif isinstance(event, Say):
            for text in (event.text, *event.shorter):
                end = event.at + seconds_of(text, wishes)
                if end <= event.until:
                    log.append(Sounded(event.at, f'"{text}"', end))
                    break
    return log


def said(found: Score) -> list[str]:
    """The sentences as they are meant to be, whether or not there is time for all of each."""
    return [event.text for event in found if isinstance(event, Say)]


def rung(found: Score, bell: Bell) -> list[float]:
    return [event.at for event in found if isinstance(event, Ring) and event.bell is bell]
