"""What became of each reminder that came, for the history."""

from uuid import uuid4

from PySide6.QtCore import QObject

from desktop.remembering import Remembering
from desktop.reminders.service import ReminderService
from desktop.reminders.showing import Answer
from routines.clock import Clock


class Outcomes(QObject):
    """Listens to the reminders. The history is loaded with the first answer, not before."""

    def __init__(self, service: ReminderService, remembering: Remembering, clock: Clock) -> None:
        super().__init__(service)
        self._remembering = remembering
        self._clock = clock
        service.answered.connect(self._keep)

    def _keep(self, reminder: str, answer: Answer) -> None:
        from desktop.keep.history.model import Did, Outcome  # noqa: PLC0415 - see the class

        did = {
            Answer.START: Did.STARTED,
            Answer.LATER: Did.LATER,
            Answer.SKIP: Did.SKIPPED,
            Answer.NOT_TODAY: Did.NOT_TODAY,
            Answer.IGNORED: Did.IGNORED,
        }[answer]
        self._remembering.add(Outcome(uuid4().hex, self._clock.now(), reminder, did))
