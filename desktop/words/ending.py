"""What is said at the end of a routine, for the window and the terminal."""

from dataclasses import dataclass

from desktop.language import translate
from desktop.words.times import exact_text
from routines.tally import Progress


@dataclass(frozen=True, slots=True)
class Ending:
    """Three lines, from the largest to the smallest."""

    title: str
    line: str
    note: str


def ending_lines(name: str, progress: Progress, *, finished: bool) -> Ending:
    """Kind words for ``progress`` in the routine ``name``. Part-done counts as part-done."""
    practised = exact_text(progress.practised)
    if progress.practised < 1:
        line = translate("ending", "{name} is here whenever you want it.").format(name=name)
    else:
        text = translate("ending", "{name}: {length} of practice.")
        line = text.format(name=name, length=practised)
    if finished and progress.done >= progress.skipped:
        title = translate("ending", "Done, and well done")
        note = translate("ending", "Take one slow breath before you move on.")
    else:
        title = translate("ending", "That is enough for now")
        note = translate("ending", "Part of a routine counts as part of a routine.")
    return Ending(title, line, note)
