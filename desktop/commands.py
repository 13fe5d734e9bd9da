"""The commands of the control channel, carried out: what is answered in words and in values."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.control.messages import Command, Request, Response
from desktop.language import translate
from desktop.library import Library
from desktop.reminders.showing import Answer
from desktop.words.reminding import coming_text, paused_text
from routines.clock import Clock

if TYPE_CHECKING:
    from desktop.companion import Companion

MOST_MINUTES = 240.0
ANSWERS = {
    "start": Answer.START,
    "later": Answer.LATER,
    "skip": Answer.SKIP,
    "not-today": Answer.NOT_TODAY,
}


class Commands:
    """Asks the companion for what is wanted. Nobody's mistake is more than an answer."""

    def __init__(self, companion: "Companion", clock: Clock, library: Library) -> None:
        self._companion = companion
        self._clock = clock
        self._library = library

    def handle(self, request: Request) -> Response:
        """Carry out a command from the channel."""
        handlers: dict[Command, Callable[[Request], Response]] = {
            Command.SHOW: self._show,
            Command.PLAY: self._play,
            Command.STATUS: self._status,
            Command.PAUSE: self._pause,
            Command.RESUME: self._resume,
            Command.REMIND: self._remind,
            Command.ANSWER: self._answer,
            Command.QUIT: self._quit,
        }
        return handlers[request.command](request)

    def _show(self, _request: Request) -> Response:
        self._companion.show_wanted.emit()
        return Response(done=True)

    def _play(self, request: Request) -> Response:
        entry = self._library.entry_of_file(request.text("path"))
        if entry is None or entry.routine is None:
            return Response(done=False, message=translate("control", "There is no such routine."))
        self._companion.play_wanted.emit(request)
        return Response(done=True)

    def _status(self, _request: Request) -> Response:
        now, service, playing = self._clock.now(), self._companion.service, self._companion.playing
        coming, paused, shown = service.coming(), service.paused_until, service.shown
        values: dict[str, object] = {
            "next": None
            if coming is None
            else {"reminder": coming.reminder.id, "seconds": round(coming.seconds)},
            "paused_until": None if paused is None else paused.isoformat(),
            "held_by": sorted(hold.name.lower() for hold in service.held_by),
            "shown": None if shown is None else shown.reminder.id,
            "playing": None if playing is None else playing.name,
        }
        message = paused_text(paused, now) or coming_text(coming, now)
        return Response(
            done=True, message=message or translate("control", "No reminder ahead."), values=values
        )

    def _pause(self, request: Request) -> Response:
        now = self._clock.now()
        until = self._until(request, now)
        if until is None or until <= now:
            message = translate("control", "That is no time ahead: write 30m, 1h or tomorrow.")
            return Response(done=False, message=message)
        self._companion.service.pause(until)
        return Response(done=True, message=paused_text(until, now))

    def _until(self, request: Request, now: datetime) -> datetime | None:
        seconds = request.number("seconds")
        if seconds is not None:
            return now + timedelta(seconds=max(0.0, min(seconds, 366 * 86400.0)))
        word = request.text("until")
        if word == "tomorrow":
            return self._companion.plan().next_day(now)
        try:
            until = datetime.fromisoformat(word)
            return until.astimezone() if until.tzinfo is None else until
        except (ValueError, OverflowError):  # no date, or one beyond what the clock can tell
            return None

    def _resume(self, _request: Request) -> Response:
        self._companion.service.resume()
        return Response(done=True, message=translate("control", "Reminders come again."))

    def _remind(self, request: Request) -> Response:
        name = request.text("name")
        if self._companion.try_now(name):
            return Response(done=True, message=translate("control", "There it is."))
        known = ", ".join(entry.id for entry in self._library.reminders)
        message = translate("control", "There is no reminder {name}. There are: {known}.")
        return Response(done=False, message=message.format(name=name, known=known))

    def _answer(self, request: Request) -> Response:
        answer = ANSWERS.get(request.text("answer"))
        if answer is None:
            message = translate("control", "Answer with one of these: {known}.")
            return Response(done=False, message=message.format(known=", ".join(ANSWERS)))
        service, minutes = self._companion.service, request.number("minutes")
        if answer is Answer.LATER and service.shown and not service.shown.showing.later_choices:
            message = translate("control", "It has been put off often enough: skip, or not-today.")
            return Response(done=False, message=message)
        if not service.answer(answer, round(max(1.0, min(minutes or 5.0, MOST_MINUTES)))):
            return Response(done=False, message=translate("control", "Nothing is shown."))
        return Response(done=True, message=translate("control", "Good."))

    def _quit(self, _request: Request) -> Response:
        self._companion.quit_wanted.emit()
        return Response(done=True, message=translate("control", "Until soon."))
