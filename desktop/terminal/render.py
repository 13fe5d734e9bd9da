"""``unbrace render``: a routine as an audio file, to take along."""

import signal
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from desktop.keep.paths import settings_file
from desktop.keep.settings import SettingsFile
from desktop.language import translate
from desktop.sound.messages import EngineVoice, Unheard
from desktop.sound.model import Talk, Wishes
from desktop.sound.rendering import Cannot, Done, Failed, Job, Share, Told
from desktop.sound.tongue import system_language
from desktop.sound.whole import whole_of
from desktop.sound.wishes import wishes_for_file
from desktop.terminal.cells import plain, printable
from desktop.terminal.find import find
from desktop.terminal.output import complain, note
from desktop.terminal.refused import Refused
from desktop.words.fitting import fitting_text
from desktop.words.rendering import done_text, failed_text, missing_texts, pauses_text
from routines.clock import Clock, SystemClock
from routines.fit import fit
from routines.problems import nearest
from routines.timeline import timeline_of

_QUICK = 1.0
"""Seconds before anything is said of how far it is."""

_LINE_EVERY = 0.25  # of the whole, where a line cannot be written over


def render_routine(given: Namespace) -> int:
    """Render what the command line asks for; gives the code to end with."""
    _, routine = find(given.routine)
    if given.minutes is not None:
        fitting = fit(routine, given.minutes * 60)
        routine = fitting.routine
        note(fitting_text(fitting))
    process = _process()
    wishes = _wishes(given, process)
    whole = whole_of(timeline_of(routine), wishes, given.open, system=system_language())
    if whole.pauses:
        note(plain(pauses_text(whole.pauses)))
    job = Job(given.output, whole.seconds, routine.name)
    progress = Progress(SystemClock())
    try:
        with _ended_gently():
            process.render(job, whole.pieces, wishes, progress.take)
    except process.RenderError as error:
        raise _refused(error.failed) from None
    finally:
        progress.wipe()
    for text in missing_texts(progress.unheard, whole, progress.spoken):
        complain(text)
    print(done_text(printable(given.output), whole))
    return 0


class Progress:
    """How far it is, on stderr, once it takes longer than a moment."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began = clock.monotonic()
        self._said = 0.0
        self._is_wiped = True
        self.unheard: list[Unheard] = []
        self.spoken = 0

    def take(self, told: Told) -> None:
        if isinstance(told, Unheard):
            self.unheard.append(told)
        elif isinstance(told, Done):
            self.spoken = told.spoken
        elif isinstance(told, Share) and self._clock.monotonic() - self._began > _QUICK:
            self._say(told.share)

    def wipe(self) -> None:
        """Leave a clean line."""
        if not self._is_wiped:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_wiped = True

    def _say(self, share: float) -> None:
        text = translate("render", "{share} % rendered").format(share=int(share * 100))
        if sys.stderr.isatty():
            print(f"\r{text}", end="", file=sys.stderr, flush=True)
            self._is_wiped = False
        elif share >= self._said + _LINE_EVERY or 0 < self._said < share == 1:
            self._said = share
            print(text, file=sys.stderr, flush=True)


def _process() -> Any:
    """What renders. Only this command needs it, and what it is made of may be missing."""
    try:
        from desktop.sound.process import render as process  # noqa: PLC0415
    except (ImportError, OSError) as error:
        name = getattr(error, "name", None) or str(error)
        raise _refused(Failed(Cannot.LIBRARY, {"package": name})) from error
    return process


def _refused(failed: Failed) -> Refused:
    return Refused(failed_text(replace(failed, values=_printable(failed))))


def _printable(failed: Failed) -> dict[str, str]:
    return {name: printable(value) for name, value in failed.values.items()}


# ---------------------------------------------------------------- how it should sound


def _wishes(given: Namespace, process: Any) -> Wishes:
    """As in the settings, but never mute, and as the options say."""
    wishes = wishes_for_file(SettingsFile(settings_file()).settings)
    if given.no_voice:
        return replace(wishes, talk=Talk.NOTHING)
    if given.voice:
        return _with_voice(wishes, given.voice, process.all_engines())
    if wishes.talk is Talk.NOTHING:
        note(translate("render", "Without voice, as in your settings; --voice brings one."))
    return wishes


def _with_voice(wishes: Wishes, wanted: str, engines: Any) -> Wishes:
    """The engine, or the voice of an engine, that is wanted."""
    if wishes.talk is Talk.NOTHING:
        wishes = replace(wishes, talk=Talk.EVERYTHING)
    here = [engine for engine in engines if engine.is_here()]
    known: list[str] = []
    for engine in here:
        if engine.id == wanted:
            return replace(wishes, engine=engine.id, voice="")
        voices: tuple[EngineVoice, ...] = engine.voices()
        # "en-us+f3" is a voice of espeak-ng in another timbre.
        if wanted.partition("+")[0] in (ids := [voice.id for voice in voices]):
            return replace(wishes, engine=engine.id, voice=wanted)
        known += [engine.id, *ids]
    raise Refused(_no_such_voice(wanted, known, [engine.id for engine in here]))


def _no_such_voice(wanted: str, known: list[str], engines: list[str]) -> str:
    if guess := nearest(wanted, known):
        text = translate("render", "There is no voice `{voice}`: did you mean `{guess}`?")
        return text.format(voice=printable(wanted), guess=guess)
    if not engines:
        return translate("render", "No voice engine is installed: install espeak-ng.")
    text = translate("render", "There is no voice `{voice}`: name one of {engines}.")
    return text.format(voice=printable(wanted), engines=", ".join(engines))


@contextmanager
def _ended_gently() -> Iterator[None]:
    """A request to end takes the half file along, as Ctrl+C does."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [(getattr(signal, name), signal.signal(getattr(signal, name), end)) for name in names]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
