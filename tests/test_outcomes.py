from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.keep.history.model import Did
from desktop.outcomes import Outcomes
from desktop.remembering import Remembering
from desktop.reminders.showing import Answer
from routines.clock import ManualClock


class Service(QObject):
    """As much of the reminders as is listened to."""

    answered = Signal(str, Answer)


@pytest.fixture
def remembering(qapp: object, tmp_path: Path) -> Iterator[Remembering]:
    assert qapp
    made = Remembering(tmp_path / "history.sqlite3", ManualClock(), lambda: time(4))
    yield made
    made.close()


@pytest.mark.parametrize("answer", Answer)
def test_each_answer_is_kept_for_what_it_was(remembering: Remembering, answer: Answer) -> None:
    service, clock = Service(), ManualClock()
    Outcomes(service, remembering, clock)  # type: ignore[arg-type]  # only its signal is used
    clock.advance(60)
    service.answered.emit("posture", answer)
    (outcome,) = remembering.history.outcomes()
    expected = {"START": Did.STARTED, "SKIP": Did.SKIPPED}.get(answer.name)
    assert outcome.did is (expected or Did[answer.name])
    assert (outcome.reminder, outcome.at) == ("posture", clock.now())


def test_two_answers_are_two(remembering: Remembering) -> None:
    service = Service()
    Outcomes(service, remembering, ManualClock())  # type: ignore[arg-type]  # see above
    service.answered.emit("posture", Answer.LATER)
    service.answered.emit("posture", Answer.START)
    assert [each.did for each in remembering.history.outcomes()].count(Did.LATER) == 1
    assert len(remembering.history.outcomes()) == 2
