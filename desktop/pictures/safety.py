"""When to see someone, from fixed data: the page, before the first routine, the quiet card, and
the page to take along.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.destinations import Destination
from desktop.look.scroll import scrolling
from desktop.pages.safety.along import AlongPage
from desktop.pages.safety.card import ConcernCard
from desktop.pages.safety.first import FirstPage
from desktop.pages.safety.page import SafetyPage
from desktop.pages.safety.shown import Help
from desktop.past.along import Along, Done, Place, Reply, Usual, Written
from desktop.past.helped import Helped, Pair
from desktop.past.watch import QUESTIONS, Advice, Concern, Persisting
from desktop.pictures.studio import Set, Studio
from desktop.safety_wiring import ink_of
from desktop.taking_along import document_of
from desktop.words.help_lines import help_lines

Arrange = Callable[[Studio, Set], None]
_TODAY = date(2026, 3, 2)
_SINCE = date(2025, 12, 2)


def _help() -> Help:
    return Help(help_lines("GB"), "GB", "Dr Ahmed, 020 7946 0123")


def _page(studio: Studio, scene: Set) -> None:
    page = SafetyPage(studio.theme)
    page.show_help(_help())
    _show(scene, page)
    page.take_keyboard()


def _elsewhere(studio: Studio, scene: Set) -> None:
    page = SafetyPage(studio.theme)
    page.show_help(Help(country="elsewhere"))
    _show(scene, page)
    page.take_keyboard()


def _first(studio: Studio, scene: Set) -> None:
    page = FirstPage(studio.theme)
    page.show_help(_help())
    _show(scene, page, alone=True)
    page.take_keyboard()


def _card(advice: Advice, questions: tuple[str, ...]) -> Arrange:
    def arrange(studio: Studio, scene: Set) -> None:
        card = ConcernCard(studio.theme)
        rated = Persisting("pain", 14, _TODAY - timedelta(days=20))
        page = QWidget()
        gap = studio.theme.sizes.gap
        column = QVBoxLayout(page)
        column.setContentsMargins(gap(10), gap(8), gap(10), gap(8))
        column.addWidget(card)
        column.addStretch(1)
        card.show_concern(Concern((rated,), questions, advice))
        _show(scene, scrolling(page))

    return arrange


def _along(content: Along) -> Arrange:
    def arrange(studio: Studio, scene: Set) -> None:
        page = AlongPage(studio.theme)
        page.show_document(document_of(content, ink_of(studio.theme)))
        _show(scene, page)
        page.take_keyboard()

    return arrange


def _show(scene: Set, page: QWidget, *, alone: bool = False) -> None:
    scene.app.window.add_page(page, alone=alone)
    scene.app.window.show_page(page)
    if not alone:
        scene.mark_place(Destination.SAFETY)


def _pairs(routine: str, scale: str, before: int, after: int, count: int) -> Helped:
    pairs = tuple(
        Pair(routine, routine, scale, _TODAY - timedelta(days=day), before, after)
        for day in range(count)
    )
    return Helped(routine, routine, scale, before, after, pairs)


YEAR = Along(
    day=_TODAY,
    since=_SINCE,
    usual=(
        Usual("tension", 71, _SINCE, _TODAY, 5.5, 9),
        Usual("pain", 44, date(2025, 12, 11), _TODAY, 4, 7),
        Usual("sleep", 23, date(2026, 1, 8), date(2026, 2, 27), 6, 9),
    ),
    persisting=(Persisting("pain", 14, _TODAY - timedelta(days=20)),),
    places=(Place("upper-back", 41), Place("neck", 18), Place("shoulders", 9)),
    done=(
        Done("Morning yoga for the upper back", 36, (_pairs("morning", "tension", 6, 4, 31),)),
        Done("Before a call", 17),
        Done("Body scan", 9, (_pairs("scan", "tension", 6, 4, 9),)),
    ),
    replies=(Reply("night", "no", date(2026, 2, 26)), Reply("rest", "yes", date(2026, 2, 26))),
    written=(
        Written(
            date(2026, 2, 20),
            "What was on your mind?",
            "The review at four. My shoulders were at my ears before it had begun.",
        ),
    ),
)
DAY = Along(day=_TODAY, usual=(Usual("tension", 1, _TODAY, _TODAY, 6, 6),))

PAGES: dict[str, Arrange] = {
    "safety": _page,
    "safety-elsewhere": _elsewhere,
    "safety-first": _first,
    "concern": _card(Advice.ASK, QUESTIONS),
    "concern-soon": _card(Advice.SHOW_SOON, ()),
    "along": _along(YEAR),
    "along-day": _along(DAY),
    "along-empty": _along(Along(day=_TODAY)),
}
NARROW = ("safety", "safety-first", "concern", "along")
TALL = {"safety": 1900, "along": 1700}
