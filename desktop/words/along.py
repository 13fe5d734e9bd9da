"""What the page to take along says: what was noted, and that it was only noted."""

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.past.along import Done, Place, Usual
from desktop.past.helped import Helped
from desktop.past.watch import DAYS, LEAST, Persisting
from desktop.words.steps import area_text

_SCALES = {
    "tension": QT_TRANSLATE_NOOP("along", "Tension"),
    "anxiety": QT_TRANSLATE_NOOP("along", "Anxiety"),
    "pain": QT_TRANSLATE_NOOP("along", "Pain"),
    "mood": QT_TRANSLATE_NOOP("along", "Mood (10 is best)"),
    "sleep": QT_TRANSLATE_NOOP("along", "Sleep (10 is best)"),
}
_PERSISTING = {
    "pain": QT_TRANSLATE_NOOP(
        "along", "Pain was rated {least} or more on {count} of the last {days} days."
    ),
    "tension": QT_TRANSLATE_NOOP(
        "along", "Tension was rated {least} or more on {count} of the last {days} days."
    ),
}


def title() -> str:
    return translate("along", "A page to take along")


def made_text(day: str, since: str) -> str:
    """``since`` is empty where the page goes back to the beginning."""
    if since:
        text = translate("along", "Made on {day}, from what was noted since {since}.")
        return text.format(day=day, since=since)
    return translate("along", "Made on {day}, from all that was noted.").format(day=day)


def footing() -> str:
    return translate(
        "along",
        "These are a person's own ratings from 0 to 10, put together by the program Unbrace. "
        "They are no measurement and no diagnosis.",
    )


def scale_text(scale: str) -> str:
    return translate("along", _SCALES.get(scale, scale))


def number_text(value: float) -> str:
    """A rating, or a middle of several: "5", "5.5"."""
    return f"{value:.1f}".removesuffix(".0")


def usual_header() -> tuple[str, ...]:
    return (
        translate("along", "What"),
        translate("along", "Days rated"),
        translate("along", "On a usual day"),
        translate("along", "Most"),
        translate("along", "First rated"),
    )


def usual_row(each: Usual, first: str) -> tuple[str, ...]:
    numbers = (str(each.days), number_text(each.middle), str(each.highest))
    return (scale_text(each.scale), *numbers, first)


def persisting_text(each: Persisting) -> str:
    text = translate("along", _PERSISTING[each.scale])
    return text.format(least=LEAST[each.scale], count=each.days, days=DAYS)


def place_text(place: Place) -> str:
    """As in "upper back: named on 12 days"."""
    text = translate("along", "{area}: named on %n day(s)", place.days)
    return text.format(area=area_text(place.area))


def done_header() -> tuple[str, ...]:
    return (
        translate("along", "Routine"),
        translate("along", "Days done"),
        translate("along", "Rated before and after"),
    )


def done_row(each: Done) -> tuple[str, ...]:
    rated = "\n".join(map(helped_text, each.helped)) or "–"
    return (each.name, str(each.days), rated)


def helped_text(each: Helped) -> str:
    """As in "Tension: 6 before, 4 after (9 times)", the middle one of each."""
    text = translate("along", "{scale}: {before} before, {after} after (%n time(s))", each.times)
    return text.format(
        scale=scale_text(each.scale),
        before=number_text(each.before),
        after=number_text(each.after),
    )


def no_cause() -> str:
    return translate(
        "along",
        "Before and after are the middle ones of the ratings beside a routine. They do not tell "
        "what a change came from.",
    )
