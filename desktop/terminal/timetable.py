"""``unbrace timetable``: what a routine does when, for people and for programs."""

import shutil
from typing import NamedTuple

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.terminal.cells import pad, plain, width_of, wrap
from desktop.terminal.find import find
from desktop.terminal.output import note, say_json
from desktop.words.cautions import caution_text
from desktop.words.fitting import fitting_text
from desktop.words.steps import amount_text, place_text, title_of
from desktop.words.times import clock_text, exact_text
from routines.fit import fit
from routines.model import Cycles, Open, Routine, Side, Timed, Verb
from routines.timeline import Segment, SegmentKind, Timeline, timeline_of

_WIDEST = 100
_NARROWEST = 40
_SIDES = {
    Side.LEFT: QT_TRANSLATE_NOOP("timetable", "left"),
    Side.RIGHT: QT_TRANSLATE_NOOP("timetable", "right"),
}


class _Row(NamedTuple):
    """A line of the table, in texts."""

    start: str
    length: str
    what: str
    side: str
    round: str


def timetable(argument: str, *, minutes: float | None, as_json: bool) -> int:
    """Print the timetable of a routine, fitted to ``minutes`` if given; gives the exit code."""
    _, routine = find(argument)
    fitted = ""
    if minutes is not None:
        fitting = fit(routine, minutes * 60)
        routine, fitted = fitting.routine, fitting_text(fitting)
    if as_json:
        say_json(as_values(routine))
        note(*([fitted] if fitted else []))
    else:
        width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
        print("\n".join(lines(routine, fitted, width)))
    return 0


# ---------------------------------------------------------------- for programs


def as_values(routine: Routine) -> dict[str, object]:
    """The timetable as ``--json`` prints it: the file's own words, seconds to the millisecond."""
    timeline = timeline_of(routine)
    return {
        "id": routine.id,
        "name": routine.name,
        "seconds": round(timeline.seconds, 3),
        "open_steps": timeline.open_steps,
        "segments": [
            _segment_values(timeline, index, segment)
            for index, segment in enumerate(timeline.segments)
        ],
    }


def _segment_values(timeline: Timeline, index: int, segment: Segment) -> dict[str, object]:
    coming = timeline.coming(index)
    return {
        "start": round(segment.start, 3),
        "seconds": None if segment.is_open else round(segment.seconds, 3),
        "kind": segment.kind.value,
        "title": _own_title(segment.step),
        "side": segment.side.value if segment.side else None,
        "rep": _count(segment),
        "round": segment.round.number if segment.round else None,
        "next": _own_title(coming.step) if coming else None,
    }


def _own_title(step: Timed | Open) -> str:
    return "Rest" if step.verb is Verb.REST else step.title


def _count(segment: Segment) -> int | None:
    """How many reps or breaths the segment is made of, if it is."""
    step = segment.step
    if segment.kind is not SegmentKind.WORK or not isinstance(step, Timed):
        return None
    return step.length.count if isinstance(step.length, Cycles) else None


# ---------------------------------------------------------------- for people


def lines(routine: Routine, fitted: str, width: int) -> list[str]:
    """The timetable with what to know before it and behind it, in ``width`` cells."""
    timeline = timeline_of(routine)
    return [
        *_head(routine, width),
        "",
        *_table(timeline, width),
        "",
        *wrap(_total(timeline), width),
        *wrap(fitted, width),
        *_behind(routine, width),
    ]


def _head(routine: Routine, width: int) -> list[str]:
    facts = [place_text(routine.place)] if routine.place else []
    facts += [plain(each) for each in routine.needs]
    return [
        *wrap(routine.name, width),
        *wrap(routine.about, width),
        *wrap(" · ".join(facts), width),
    ]


def _table(timeline: Timeline, width: int) -> list[str]:
    head = _Row(
        translate("timetable", "Start"),
        translate("timetable", "Length"),
        translate("timetable", "What to do"),
        translate("timetable", "Side"),
        translate("timetable", "Round"),
    )
    return _columns([head, *(_row(segment) for segment in timeline.segments)], width)


def _row(segment: Segment) -> _Row:
    return _Row(
        start=clock_text(round(segment.start)),
        length=translate("timetable", "open") if segment.is_open else exact_text(segment.seconds),
        what=_what(segment),
        side=translate("timetable", _SIDES[segment.side]) if segment.side else "",
        round=f"{segment.round.number}/{segment.round.of}" if segment.round else "",
    )


def _what(segment: Segment) -> str:
    if segment.kind is SegmentKind.LEAD_IN:
        return "· " + translate("timetable", "get ready")
    if segment.kind is SegmentKind.SWITCH:
        return "· " + translate("timetable", "change sides")
    title = plain(title_of(segment.step))
    if segment.is_open or _count(segment) is not None:
        return f"{title} ({amount_text(segment)})"
    return title


def _columns(rows: list[_Row], width: int) -> list[str]:
    """The rows aligned; what to do is wrapped, and columns with nothing in them are left out."""
    start, length = (max(width_of(row[column]) for row in rows) for column in (0, 1))
    kept = [column for column in (3, 4) if any(row[column] for row in rows[1:])]
    ends = [max(width_of(row[column]) for row in rows) for column in kept]
    middle = max(10, width - start - length - sum(ends) - 2 * (2 + len(ends)))
    lines = []
    for row in rows:
        first, *more = wrap(row.what, middle) or [""]
        cells = [pad(row.start, start, right=True), pad(row.length, length, right=True)]
        cells.append(pad(first, middle))
        cells += [pad(row[column], end) for column, end in zip(kept, ends, strict=True)]
        lines.append("  ".join(cells).rstrip())
        lines += [" " * (start + length + 4) + each for each in more]
    return lines


def _total(timeline: Timeline) -> str:
    whole = exact_text(timeline.seconds)
    if not timeline.open_steps:
        return translate("timetable", "{length} in all.").format(length=whole)
    steps = translate("timetable", "%n step(s)", timeline.open_steps)
    text = translate("timetable", "{length} in all, and {steps} that you end yourself.")
    return text.format(length=whole, steps=steps)


def _behind(routine: Routine, width: int) -> list[str]:
    """Who should take care, and where it comes from."""
    found = []
    if routine.cautions:
        found += ["", translate("timetable", "Take care")]
        for caution in routine.cautions:
            found += _bulleted(caution_text(caution), width)
    if routine.sources:
        found += ["", translate("timetable", "Sources")]
        # An address is not wrapped: it would no longer be one.
        found += [f"- {plain(source)}" for source in routine.sources]
    return found


def _bulleted(text: str, width: int) -> list[str]:
    first, *more = wrap(text, width - 2) or [""]
    return [f"- {first}", *(f"  {each}" for each in more)]
