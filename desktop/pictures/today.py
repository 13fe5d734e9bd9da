"""The page Today in its moments: the first day, an ordinary one, an evening, a tense one."""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.destinations import Destination
from desktop.keep.history.model import DayOff, Ending, Off, Rating, Record, Run
from desktop.keep.history.store import History
from desktop.language import translate
from desktop.pages.safety.card import ConcernCard
from desktop.pages.today.page import KEY_LINES, TodayPage
from desktop.past.watch import QUESTIONS, Advice, Concern, Persisting
from desktop.pictures.studio import Set, Studio
from desktop.today_values import earlier_text, known_now, today_shown
from desktop.words.today import kept_text, rated_text

Arrange = Callable[[Studio, Set], None]
Life = Callable[[datetime], Iterator[Record]]

_SINCE_NINE = 3600.0  # seconds in an hour; the studio's clock begins at nine
_SINCE = date(2026, 2, 9)
_AREAS = ("neck", "upper-back")


def _nothing(_now: datetime) -> Iterator[Record]:
    return iter(())


def _week(now: datetime) -> Iterator[Record]:
    for number, (days, minutes) in enumerate(((5, 10), (3, 2), (1, 12))):
        began = now - timedelta(days=days)
        seconds = minutes * 60.0
        yield Run(f"{number:032x}", "body-scan", "Body scan", began, seconds, seconds)
    yield Off("a" * 32, f"{(now - timedelta(days=2)).date()}", DayOff.SICK)


def _tense(now: datetime) -> Iterator[Record]:
    yield from _week(now)
    yield Rating("e" * 32, now - timedelta(hours=4), "tension", 4)
    yield Rating("f" * 32, now, "tension", 6, areas=_AREAS)


def _year(now: datetime) -> Iterator[Record]:
    dice = random.Random(6)
    for day in range(365):
        if dice.random() < 0.6:
            began, seconds = now - timedelta(days=day, hours=1), dice.randrange(60, 900) * 1.0
            ended = Ending.FINISHED
            yield Run(f"{day:032x}", "even-breath", "Even breath", began, seconds, seconds, ended)


def _show(
    life: Life, studio: Studio, scene: Set, *, hours: float = 2, waiting: str = ""
) -> TodayPage:
    """The page ``hours`` after nine."""
    scene.clock.advance(hours * _SINCE_NINE)
    now = scene.clock.now()
    page = TodayPage(studio.theme)
    with TemporaryDirectory(prefix="unbrace-") as folder:
        history = History(Path(folder) / "history.sqlite3", scene.clock)
        for record in life(now):
            history.add(record)
        known = known_now(history, scene.library, now, None)
        page.show_today(today_shown(history, scene.library, known, waiting))
        if life is _tense:
            _say_kept(page, history)
        history.close()
    page.show_next(translate("pictures", "Posture at 9:42"), paused=False)
    window = scene.app.window
    window.add_page(page, keys=KEY_LINES)
    window.show_page(page)
    scene.mark_place(Destination.TODAY)
    page.take_keyboard()
    studio.settle()
    return page


def _say_kept(page: TodayPage, history: History) -> None:
    rating = history.ratings("tension")[-1]
    rated = rated_text(rating.scale, rating.value, rating.areas)
    page.show_kept(kept_text(rated, earlier_text(history, rating), kept=True))


def _seen(life: Life, studio: Studio, scene: Set, *, hours: float = 2, waiting: str = "") -> None:
    _show(life, studio, scene, hours=hours, waiting=waiting)


def _asking(studio: Studio, scene: Set) -> None:
    page = _show(_week, studio, scene, hours=4)
    studio.press(page, Qt.Key.Key_6, "6")
    for button in page.findChildren(QPushButton):
        if button.text() == translate("today", "Where is it?"):
            button.click()
    studio.settle()


def _concerned(studio: Studio, scene: Set) -> None:
    page = _show(_week, studio, scene, hours=4)
    card = ConcernCard(studio.theme)
    card.show_concern(Concern((Persisting("pain", 14, _SINCE),), QUESTIONS, Advice.ASK))
    page.show_card(card)
    studio.settle()


def _troubled(studio: Studio, scene: Set) -> None:
    page = _show(_week, studio, scene, hours=4)
    page.show_trouble("Nothing new is being kept: the disk is full.")
    page.show_loss("A part of what was kept could not be read; 212 of 214 runs were saved.")
    studio.settle()


_LEFT = "Body scan is waiting for you at 3:20 of 12:00."
TODAY: dict[str, Arrange] = {
    "today-first": partial(_seen, _nothing, hours=0),
    "today-ordinary": partial(_seen, _week, hours=4, waiting=_LEFT),
    "today-evening": partial(_seen, _week, hours=12.5),
    "today-tense": partial(_seen, _tense, hours=6),
    "today-year": partial(_seen, _year, hours=4),
    "today-asking": _asking,
    "today-concern": _concerned,
    "today-trouble": _troubled,
}
