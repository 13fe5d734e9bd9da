"""The commands of the control channel, carried out: what is answered in words and in values."""

import shlex
from collections.abc import Callable
from datetime import date, datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from desktop.control.messages import Command, Request, Response
from desktop.language import translate
from desktop.library import Library
from desktop.reminders.parts import Shown
from desktop.reminders.showing import Answer
from desktop.words.reminding import coming_text, paused_text
from desktop.words.times import clock_text
from routines.clock import Clock

if TYPE_CHECKING:
    from desktop.companion import Companion

MOST_MINUTES = 240.0
_DATE = len("2026-12-28")
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
        left = self._left_text()
        self._companion.play_wanted.emit(request)
        return Response(done=True, message=left)

    def _left_text(self) -> str:
        """What plays now and is left for something else; empty if nothing does."""
        playing = self._companion.playing
        if playing is None:
            return ""
        # One place is kept at most, and it will be that of what comes now.
        text = translate("control", "{name} was playing at {place}: its place is not kept.")
        return text.format(name=playing.name, place=clock_text(self._companion.elapsed()))

    def _status(self, _request: Request) -> Response:
        now, service, playing = self._clock.now(), self._companion.service, self._companion.playing
        coming, paused, shown = service.coming(), service.paused_until, service.shown
        values: dict[str, object] = {
            "next": None
            if coming is None
            else {"reminder": coming.reminder.id, "seconds": ceil(coming.seconds)},
            "paused_until": None if paused is None else paused.isoformat(),
            "held_by": sorted(hold.name.lower() for hold in service.held_by),
            "shown": None if shown is None else shown.reminder.id,
            "not_today": sorted(each.id for each in service.not_today),
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
            message = translate(
                "control", "That is no time ahead: write 30m, 1h, tomorrow, or a date to come."
            )
            return Response(done=False, message=message)
        self._companion.service.pause(until)
        return self._kept(paused_text(until, now))

    def _kept(self, message: str) -> Response:
        """It is done; and where that will be forgotten at the next start, so is said."""
        if reason := self._companion.unkept:
            text = translate("control", "{done}, but this cannot be kept: {reason}")
            message = text.format(done=message.rstrip("."), reason=reason)
        return Response(done=True, message=message)

    def _until(self, request: Request, now: datetime) -> datetime | None:
        seconds = request.number("seconds")
        if seconds is not None:
            return now + timedelta(seconds=max(0.0, min(seconds, 366 * 86400.0)))
        word = request.text("until")
        if word == "tomorrow":
            return self._companion.plan().next_day(now)
        try:
            if len(word) == _DATE:
                return self._companion.plan().day_begin(date.fromisoformat(word))
            until = datetime.fromisoformat(word)
            return until.astimezone() if until.tzinfo is None else until
        except (ValueError, OverflowError):  # no date, or one beyond what the clock can tell
            return None

    def _resume(self, request: Request) -> Response:
        if name := request.text("name"):
            return self._resume_today(name)
        self._companion.service.resume()
        message = translate("control", "Reminders come again.")
        if resting := self._companion.service.not_today:
            known = ", ".join(sorted(each.id for each in resting))
            text = translate(
                "control",
                "Not today, by your answer: {known}. `unbrace resume NAME` takes it back.",
            )
            message = f"{message} {text.format(known=known)}"
        return self._kept(message)

    def _resume_today(self, name: str) -> Response:
        """Take back a *Not today*."""
        if self._companion.service.let_come_today(name):
            text = translate("control", "{name} may come again today.")
            return self._kept(text.format(name=name))
        text = translate("control", "{name} was not told to stay away today.")
        return Response(done=False, message=text.format(name=name))

    def _remind(self, request: Request) -> Response:
        name = request.text("name")
        if self._companion.try_now(name):
            return Response(done=True, message=translate("control", "There it is."))
        entries = self._library.reminders
        if (broken := next((each for each in entries if each.id == name), None)) is not None:
            message = translate("control", "{name} has a mistake in its file: `{command}`")
            command = f"unbrace check {shlex.quote(str(broken.path))}"
            return Response(done=False, message=message.format(name=name, command=command))
        known = ", ".join(sorted(each.id for each in entries if each.reminder is not None))
        message = translate("control", "There is no reminder {name}. There are: {known}.")
        return Response(done=False, message=message.format(name=name, known=known))

    def _answer(self, request: Request) -> Response:
        answer = ANSWERS.get(request.text("answer"))
        if answer is None:
            message = translate("control", "Answer with one of these: {known}.")
            return Response(done=False, message=message.format(known=", ".join(ANSWERS)))
        minutes = round(max(1.0, min(request.number("minutes") or 5.0, MOST_MINUTES)))
        shown = self._companion.service.shown
        if shown is None:
            return self._answer_told(answer)
        if refusal := _refusal(answer, shown):
            return Response(done=False, message=refusal)
        self._companion.service.answer(answer, minutes)
        return self._kept(_outcome(answer, shown, minutes))

    def _answer_told(self, answer: Answer) -> Response:
        """Nothing is shown but, perhaps, a word of the program's own, which can be closed."""
        if answer is Answer.SKIP and self._companion.untell():
            return Response(done=True, message=translate("control", "Good."))
        message = translate("control", "Nothing is shown.")
        if self._companion.is_telling:
            message = translate(
                "control", "What is shown is no reminder: `unbrace answer skip` closes it."
            )
        return Response(done=False, message=message)

    def _quit(self, _request: Request) -> Response:
        self._companion.quit_wanted.emit()
        return Response(done=True, message=translate("control", "Until soon."))


def _refusal(answer: Answer, shown: Shown) -> str:
    """Why an answer cannot be given to what is shown; empty if it can."""
    if answer is Answer.START and shown.offer is None:
        return translate("control", "It offers nothing to start.")
    if shown.showing.only_close and answer in (Answer.LATER, Answer.NOT_TODAY):
        return translate(
            "control", "It does not come by itself just now: `unbrace answer skip` closes it."
        )
    if answer is Answer.LATER and not shown.showing.later_choices:
        return translate("control", "It has been put off often enough: skip, or not-today.")
    return ""


def _outcome(answer: Answer, shown: Shown, minutes: int) -> str:
    """What an answer has brought about."""
    if answer is Answer.LATER:
        return translate("control", "Again in %n minute(s).", minutes)
    if answer is Answer.NOT_TODAY:
        text = translate("control", "Not again today. To take that back: `unbrace resume {name}`")
        return text.format(name=shown.reminder.id)
    return translate("control", "Good.")
