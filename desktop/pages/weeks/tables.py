"""What each picture of the page shows, as a table, in words and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.language import translate
from desktop.pages.weeks.shown import OUTCOMES, Day, Hour, KindDone, Practice, Week, WeeksShown
from desktop.past.helped import Helped
from desktop.words.weeks import (
    date_text,
    hour_span,
    kind_name,
    minutes_text,
    off_name,
    outcome_name,
    scale_name,
    strength_word,
    value_text,
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many texts as there are ``heads``."""

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def days_table(days: Sequence[Day]) -> Table:
    """The days that have anything to tell, the newest first."""
    return Table(
        (
            translate("weeks", "Day"),
            translate("weeks", "Practice"),
            translate("weeks", "Marked as"),
            translate("weeks", "Routines"),
        ),
        tuple(
            (
                date_text(each.square.day),
                minutes_text(each.square.minutes) if each.done else "",
                off_name(each.off) if each.off else "",
                ", ".join(name for name, _ in each.done),
            )
            for each in reversed(days)
            if each.done or each.off
        ),
    )


def weeks_table(weeks: Sequence[Week]) -> Table:
    return Table(
        (
            translate("weeks", "Week from"),
            translate("weeks", "Practice"),
            translate("weeks", "Days"),
        ),
        tuple(
            (date_text(each.first), minutes_text(each.minutes), str(each.days))
            for each in reversed(weeks)
        ),
    )


def kinds_table(kinds: Sequence[KindDone]) -> Table:
    return Table(
        (translate("weeks", "Kind"), translate("weeks", "Practice"), translate("weeks", "Days")),
        tuple((kind_name(each.kind), minutes_text(each.minutes), str(each.days)) for each in kinds),
    )


def ratings_table(values: WeeksShown) -> Table:
    """A row a day or week, a column for each scale that was rated at all."""
    rated = [each for each in values.series if each.points]
    cells: dict[date, dict[str, str]] = {}
    for each in rated:
        for point in each.points:
            cells.setdefault(point.day, {})[each.scale] = value_text(point.value)
    first = translate("weeks", "Week from") if values.by_week else translate("weeks", "Day")
    return Table(
        (first, *(scale_name(each.scale) for each in rated)),
        tuple(
            (date_text(day), *(cells[day].get(each.scale, "") for each in rated))
            for day in sorted(cells, reverse=True)
        ),
    )


def pairs_table(helped: Sequence[Helped]) -> Table:
    """Every run that stands behind what is told of before and after."""
    return Table(
        (
            translate("weeks", "Routine"),
            translate("weeks", "Rated"),
            translate("weeks", "Day"),
            translate("weeks", "Before"),
            translate("weeks", "After"),
        ),
        tuple(
            (
                each.name,
                scale_name(each.scale),
                date_text(pair.day),
                str(pair.before),
                str(pair.after),
            )
            for each in helped
            for pair in reversed(each.pairs)
        ),
    )


def hours_table(hours: Sequence[Hour]) -> Table:
    return Table(
        (translate("weeks", "Hour"), *map(outcome_name, OUTCOMES)),
        tuple((hour_span(each.hour), *map(str, each.counts)) for each in hours),
    )


def practices_table(practices: Sequence[Practice]) -> Table:
    return Table(
        (
            translate("weeks", "Routine"),
            translate("weeks", "Strength"),
            translate("weeks", "In words"),
            translate("weeks", "Days in a year"),
        ),
        tuple(
            (
                each.name,
                f"{each.strength.share:.0%}",
                strength_word(each.strength.share),
                str(each.strength.days),
            )
            for each in practices
        ),
    )
