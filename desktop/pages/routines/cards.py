"""What a card says, and which cards are shown: plain values, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from desktop.figures.shown import ShownFigure, still
from desktop.language import translate
from desktop.words.problems import problem_text, quoted
from desktop.words.steps import place_text, whole_length_text
from routines.catalogue import Catalogue, Entry
from routines.figures.shelf import BrokenFigure, Shelf
from routines.model import Routine, Timed, Verb
from routines.problems import Level, Problem, has_errors
from routines.timeline import SegmentKind, Timeline, timeline_of


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a routine for the dial on its card, as shares of the whole."""

    begin: float
    share: float
    work: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One routine as it stands among the others.

    ``line`` is length, place and needs. A broken one has ``problem`` and ``excerpt`` in their
    place. ``words`` is what a search looks through. ``seconds`` is 0 while it cannot be read.
    ``shown`` is the figure that says most of it, of those that are there. ``mend`` is a word about
    one that is broken.
    """

    id: str
    name: str
    line: str
    about: str
    seconds: float
    length: str
    favourite: bool
    own: bool
    dial: tuple[Slice, ...] = ()
    problem: str = ""
    excerpt: str = ""
    words: str = ""
    shown: ShownFigure | None = field(default=None, hash=False)
    mend: str = ""

    @property
    def broken(self) -> bool:
        return bool(self.problem)

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        parts = [self.name, self.problem or self.line, self.mend, self.about]
        if self.favourite:
            parts.append(translate("routines", "favourite"))
        return ". ".join(part for part in parts if part)


class Lengths(Enum):
    """The choices of the length filter."""

    ALL = auto()
    SHORT = auto()
    MIDDLE = auto()
    LONG = auto()


_DAY = ("morning", "desk", "in-the-moment", "strength", "evening")
_BOUNDS = {
    Lengths.SHORT: (0.0, 180.0),
    Lengths.MIDDLE: (180.0, 300.0),
    Lengths.LONG: (300.0, float("inf")),
}
_SLACK = 5.0  # seconds; a routine of 2 minutes and 1 second is one of 2 minutes


def lengths_text(lengths: Lengths) -> str:
    return {
        Lengths.ALL: translate("routines", "All"),
        Lengths.SHORT: translate("routines", "Up to 3 min"),
        Lengths.MIDDLE: translate("routines", "3 to 5 min"),
        Lengths.LONG: translate("routines", "Over 5 min"),
    }[lengths]


def cards_of(
    catalogue: Catalogue, favourites: Iterable[str], shelf: Shelf | None = None
) -> tuple[Card, ...]:
    """All cards: favourites first, then the person's own, then ours through the day."""
    loved = set(favourites)
    entries = sorted(catalogue.entries, key=lambda each: (each.id not in loved, *_rank(each)))
    return tuple(_card(entry, entry.id in loved, shelf) for entry in entries)


def _rank(entry: Entry) -> tuple[bool, int, int, str]:
    """Through the day; within a part of it first those whose tags begin with it."""
    tags = entry.routine.tags if entry.routine else ()
    part_of_day = next((index for index, tag in enumerate(_DAY) if tag in tags), len(_DAY))
    place = tags.index(_DAY[part_of_day]) if part_of_day < len(_DAY) else 0
    return (not entry.own, part_of_day, place, entry.name.casefold())


def chosen(cards: Iterable[Card], search: str, lengths: Lengths) -> tuple[Card, ...]:
    """The cards that match every word of ``search`` and the length. Broken ones have no length."""
    words = search.casefold().split()
    return tuple(
        card
        for card in cards
        if all(word in card.words for word in words) and _has_length(card, lengths)
    )


def subtitle(cards: tuple[Card, ...]) -> str:
    """How many there are, and how many of them are the person's own."""
    own = sum(card.own for card in cards)
    text = translate("routines", "%n to choose from", len(cards))
    if own:
        text += translate("routines", ", %n of them yours", own)
    return text


def _has_length(card: Card, lengths: Lengths) -> bool:
    if lengths is Lengths.ALL or card.broken:
        return lengths is Lengths.ALL
    least, most = _BOUNDS[lengths]
    return least + _SLACK < card.seconds <= most + _SLACK or (
        lengths is Lengths.SHORT and card.seconds <= most + _SLACK
    )


def _card(entry: Entry, favourite: bool, shelf: Shelf | None) -> Card:
    if entry.routine is None:
        return _broken_card(entry, favourite)
    routine = entry.routine
    timeline = timeline_of(routine)
    length = whole_length_text(timeline)
    parts = (routine.name, routine.about, entry.id, routine.place, *routine.tags, *routine.needs)
    return Card(
        id=entry.id,
        name=routine.name,
        line=" · ".join((length, *place_and_needs(routine))),
        about=_last_good_text(entry) if has_errors(entry.problems) else routine.about,
        seconds=timeline.seconds,
        length=length,
        favourite=favourite,
        own=entry.own,
        dial=_dial(timeline),
        words=" ".join(parts).casefold(),
        shown=chief_figure(entry, timeline, shelf),
        mend=_mend_text(broken_figures(entry, shelf)) if shelf is not None else "",
    )


def broken_figures(entry: Entry, shelf: Shelf) -> tuple[BrokenFigure, ...]:
    """Figures that a routine names, whose files have to be mended before they can be shown."""
    if entry.routine is None:
        return ()
    segments = timeline_of(entry.routine).segments
    names = [each.step.figure for each in segments if each.step.figure]
    return shelf.broken(names, entry.path.parent)


def _mend_text(figures: tuple[BrokenFigure, ...]) -> str:
    """Of the first one: the page of the routine tells of each."""
    if not figures:
        return ""
    return translate("routines", "The figure {name} needs a look").format(name=figures[0].name)


def chief_figure(entry: Entry, timeline: Timeline, shelf: Shelf | None) -> ShownFigure | None:
    """The figure that it shows longest, at best one that stands still, as it does on the card.

    One moment of a movement looks much like that of another, but a posture that is held, or that
    one is told to come into, is as it is seen here. A warm-up says little of what follows: only
    where two last alike, the first counts.
    """
    if shelf is None:
        return None
    lasts: dict[str, tuple[float, float]] = {}
    for segment in timeline.segments:
        if name := segment.step.figure:
            moves = isinstance(segment.step, Timed) and segment.step.verb is Verb.MOVE
            still_for, shown_for = lasts.get(name, (0.0, 0.0))
            seconds = segment.seconds
            lasts[name] = (still_for + (0.0 if moves else seconds), shown_for + seconds)
    names = sorted(lasts, key=lambda name: lasts[name], reverse=True)
    found = (shelf.figure(name, entry.path.parent) for name in names)
    figure = next((each for each in found if each is not None), None)
    return still(figure) if figure is not None else None


def _last_good_text(entry: Entry) -> str:
    text = translate("routines", "Last good version: line {line} needs a look")
    return text.format(line=first_error(entry.problems).line)


def place_and_needs(routine: Routine) -> tuple[str, ...]:
    place = (place_text(routine.place),) if routine.place else ()
    return (*place, *routine.needs)


def _broken_card(entry: Entry, favourite: bool) -> Card:
    problem = first_error(entry.problems)
    text = translate("routines", "Line {line}. {problem}")
    return Card(
        id=entry.id,
        name=translate("routines", "{name} needs a look").format(name=entry.name),
        line="",
        about="",
        seconds=0.0,
        length="",
        favourite=favourite,
        own=entry.own,
        problem=text.format(line=problem.line, problem=quoted(problem_text(problem))),
        excerpt=problem.excerpt.strip(),
        words=f"{entry.name} {entry.id}".casefold(),
    )


def first_error(problems: tuple[Problem, ...]) -> Problem:
    return next(problem for problem in problems if problem.level is Level.ERROR)


def _dial(timeline: Timeline) -> tuple[Slice, ...]:
    whole = timeline.seconds or 1.0
    return tuple(
        Slice(each.start / whole, each.seconds / whole, each.kind is SegmentKind.WORK)
        for each in timeline.segments
        if each.seconds
    )
