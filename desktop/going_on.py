"""Whether and how to offer a routine that was left before its end. No Qt in here."""

from desktop.keep.unfinished import Unfinished
from desktop.language import translate
from desktop.words.times import clock_text
from routines.catalogue import Entry
from routines.fit import fit
from routines.timeline import timeline_of


def still_fits(found: Unfinished, entry: Entry) -> bool:
    """Whether the routine is still the one that was left: files change."""
    routine = entry.routine
    if routine is None:
        return False
    if found.minutes:
        routine = fit(routine, found.minutes * 60).routine
    timeline = timeline_of(routine)
    if abs(timeline.seconds - found.length) >= 1 or not 0 <= found.part < len(timeline.segments):
        return False
    # At the very end there is nothing to go on with, unless a question waits there.
    left = found.elapsed < timeline.seconds or timeline.segments[-1].is_open
    return left and (found.elapsed > 0 or found.part > 0)


def not_kept_text(reason: str) -> str:
    """Said while it plays on, and as the farewell."""
    text = translate("library", "Your place in the routine is not being kept: {reason}")
    return text.format(reason=reason)


def offer_text(name: str, found: Unfinished) -> str:
    """The offer, with the place where there is a length to measure it by."""
    if found.length < 1:
        return translate("library", "{name} is waiting for you.").format(name=name)
    text = translate("library", "{name} is waiting for you at {place} of {length}.")
    place, length = clock_text(found.elapsed), clock_text(found.length)
    return text.format(name=name, place=place, length=length)
