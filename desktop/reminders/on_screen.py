"""What is shown of the reminders: one at a time, in its style, until it is answered."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reminders.bag import NoteBag
from desktop.reminders.parts import Parts, Shown
from desktop.reminders.showing import LATER_CHOICES, SHOWN_FOR, Answer, Showing
from routines.reminders.model import Reminder, Style


class OnScreen(QObject):
    """``answered`` gives what was ``Shown``, the answer and its minutes; then it is gone."""

    answered = Signal(object, Answer, int)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._bags: dict[str, NoteBag] = {}
        self._shown: Shown | None = None
        self._quiet_end = QTimer(self)
        self._quiet_end.setSingleShot(True)
        self._quiet_end.setInterval(round(SHOWN_FOR * 1000))
        self._quiet_end.timeout.connect(self._quiet_ignored)
        for shower in set(parts.showers.values()):
            shower.answered.connect(self._shower_answered)
            shower.vanished.connect(self._vanished)

    @property
    def shown(self) -> Shown | None:
        return self._shown

    def show(self, reminder: Reminder, *, may_snooze: bool, tried: bool = False) -> None:
        """Show it in the place of what is shown. *Later* is offered only where it would help.

        One that is ``tried`` and cannot be put off can only be closed.
        """
        self.clear()
        bag = self._bags.setdefault(reminder.id, NoteBag())
        offer = self._parts.offer(reminder)
        showing = Showing(
            id=reminder.id,
            title=reminder.name,
            text=bag.draw(reminder.notes, self._parts.chance),
            offer_name=offer.label if offer else "",
            figure=reminder.figure or (offer.figure if offer else ""),
            later_choices=LATER_CHOICES if may_snooze else (),
            only_close=tried and not may_snooze,
        )
        self._put(Shown(reminder, showing, reminder.style, offer, tried))

    def clear(self) -> Shown | None:
        """Take away what is shown, without an answer: what that was, if anything."""
        shown = self._forget()
        if shown is not None and shown.style in self._parts.showers:
            self._parts.showers[shown.style].withdraw()
        return shown

    def _put(self, shown: Shown) -> None:
        self._shown = shown
        shower = self._parts.showers.get(shown.style)
        if shower is None:
            self._quiet_end.start()
        else:
            shower.show(shown.showing)

    def _forget(self) -> Shown | None:
        shown, self._shown = self._shown, None
        self._quiet_end.stop()
        return shown

    def _finish(self, answer: Answer, minutes: int = 0) -> None:
        shown = self._forget()
        if shown is not None:
            self.answered.emit(shown, answer, minutes)

    def _shower_answered(self, showing_id: str, answer: Answer, minutes: int) -> None:
        if self._shown is not None and self._shown.showing.id == showing_id:
            self._finish(answer, minutes)

    def _vanished(self, showing_id: str) -> None:
        """The desktop's notification is gone without an answer: the note takes its place."""
        shown = self._shown
        if shown is None or shown.showing.id != showing_id:
            return
        if shown.style is Style.NOTIFICATION and Style.NOTE in self._parts.showers:
            self._put(replace(shown, style=Style.NOTE))
        else:
            self._finish(Answer.IGNORED)

    def _quiet_ignored(self) -> None:
        self._finish(Answer.IGNORED)
