"""The journal in its moments: empty, few, many, searching and writing."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.destinations import Destination
from desktop.journal_values import days_of, read_stretch
from desktop.keep.history.model import Answered, Entry, Kind, Record
from desktop.keep.history.store import History
from desktop.pages.journal.page import JournalPage
from desktop.pages.journal.shown import ShownJournal, ShownText, words_of
from desktop.pictures.studio import Set, Studio
from desktop.words.journal import deleted_text, entry_name

Arrange = Callable[[Studio, Set], None]

_SINCE_MORNING = 6 * 3600.0  # seconds
_THOUGHT = "thought-check"
_NAMES = {_THOUGHT: "Is this thought helpful?", "wind-down": "Wind-down before bed"}
_ANSWERS = (
    ("The thought, in one sentence", "If the call goes badly, they will regret hiring me."),
    ("What would you tell a friend who thought this?", "One call is one call. You know the work."),
    ("One fairer line", "I can say what I know, and say when I do not know."),
)
_LISTS = (
    "Reply to Ana about Thursday. Water the tomatoes. Ask for the longer desk.",
    "Shoulders by my ears all morning; I only saw it when the kettle clicked. Three slow breaths.",
    "Tomorrow: bank letter before ten, call the physio, nothing else before lunch.",
    "Slept at once. The list helped, or the long walk did.",
)


def _few(now: Set) -> Iterator[Record]:
    at = now.clock.now() - timedelta(hours=1)
    run = "a" * 32
    for number, (prompt, text) in enumerate(_ANSWERS):
        when = at + timedelta(minutes=number)
        yield Entry(f"{number:032x}", when, when, text, prompt, _THOUGHT, run)
    yield Answered(
        "b" * 32, at, Kind.CHOICE, "Is this thought helpful?", ("not really",), _THOUGHT, run
    )
    evening = at - timedelta(hours=10)
    what = "What is still on your mind for tomorrow? Be specific."
    yield Entry("c" * 32, evening, evening, _LISTS[2], what, "wind-down")


def _many(now: Set) -> Iterator[Record]:
    yield from _few(now)
    for day in range(1, 365):
        at = now.clock.now() - timedelta(days=day, minutes=day * 37 % 400)
        text = _LISTS[day % len(_LISTS)]
        yield Entry(f"{1000 + day:032x}", at, at, " ".join([text] * (1 + day % 9 * (day % 5 == 0))))


def _show(
    records: Callable[[Set], Iterator[Record]], search: str, studio: Studio, scene: Set
) -> JournalPage:
    """The page with what the history gives for it."""
    scene.clock.advance(_SINCE_MORNING)
    words = words_of(search)
    with TemporaryDirectory(prefix="unbrace-") as folder:
        history = History(Path(folder) / "history.sqlite3", scene.clock)
        for record in records(scene):
            history.add(record)
        stretch = read_stretch(history, words, None)
        days = days_of(history, stretch.entries, lambda entry: _NAMES[entry.routine])
        history.close()
    page = JournalPage(studio.theme)
    scene.app.window.add_page(page)
    scene.app.window.show_page(page)
    scene.mark_place(Destination.JOURNAL)
    page.show_journal(ShownJournal(days, words, earlier=stretch.next is not None))
    page.take_keyboard()
    studio.settle()
    return page


def _nothing(_scene: Set) -> Iterator[Record]:
    return iter(())


def _seen(
    records: Callable[[Set], Iterator[Record]], studio: Studio, scene: Set, *, search: str = ""
) -> None:
    _show(records, search, studio, scene)


def _deleted(studio: Studio, scene: Set) -> None:
    page = _show(_few, "", studio, scene)
    page.show_change(deleted_text(entry_name(scene.clock.now())), "entry")


def _editing(studio: Studio, scene: Set) -> None:
    page = _show(_few, "", studio, scene)
    page.write_on(f"{0:032x}")
    studio.settle()


def _new(studio: Studio, scene: Set) -> None:
    page = _show(_few, "", studio, scene)
    page.write_new(ShownText("d" * 32, "entry of 15:00", ""), "15:00")
    studio.settle()


JOURNAL: dict[str, Arrange] = {
    "journal-empty": partial(_seen, _nothing),
    "journal-few": partial(_seen, _few),
    "journal-many": partial(_seen, _many),
    "journal-search": partial(_seen, _many, search="three slow"),
    "journal-search-nothing": partial(_seen, _few, search="zebra"),
    "journal-editing": _editing,
    "journal-new": _new,
    "journal-deleted": _deleted,
}
