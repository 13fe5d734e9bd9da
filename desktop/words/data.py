"""One's own data in words: how much there is, what would go, what has come of it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.words.weeks import day_text

_NAMES = {
    "run": QT_TRANSLATE_NOOP("data", "Runs of routines"),
    "rating": QT_TRANSLATE_NOOP("data", "Ratings"),
    "entry": QT_TRANSLATE_NOOP("data", "Journal entries"),
    "answer": QT_TRANSLATE_NOOP("data", "Choices and ticks in routines"),
    "outcome": QT_TRANSLATE_NOOP("data", "What became of reminders"),
    "noted": QT_TRANSLATE_NOOP("data", "Answers to the safety questions"),
    "off": QT_TRANSLATE_NOOP("data", "Days off"),
}
_NUMBERS = {
    "run": QT_TRANSLATE_NOOP("data", "%n run(s)"),
    "rating": QT_TRANSLATE_NOOP("data", "%n rating(s)"),
    "answer": QT_TRANSLATE_NOOP("data", "%n choice(s) or tick(s)"),
    "outcome": QT_TRANSLATE_NOOP("data", "%n reminder(s) that came"),
    "noted": QT_TRANSLATE_NOOP("data", "%n answer(s) to a safety question"),
    "off": QT_TRANSLATE_NOOP("data", "%n day(s) off"),
}
_BESIDE = {
    "run": QT_TRANSLATE_NOOP("data", "Ratings and texts of these runs stay."),
    "noted": QT_TRANSLATE_NOOP("data", "The questions can be asked again then."),
    "off": QT_TRANSLATE_NOOP("data", "These days count as days without practice then."),
}
KINDS = tuple(_NAMES)
"""The words of the kinds, in the order in which they are named."""


def kind_name(kind: str) -> str:
    return translate("data", _NAMES[kind])


def numbers_text(numbers: Mapping[str, int]) -> str:
    """``"2 runs, 1 rating"``, by the words of the kinds; empty if there is nothing."""
    return ", ".join(_number_text(kind, numbers[kind]) for kind in KINDS if numbers.get(kind))


def _number_text(kind: str, number: int) -> str:
    if kind == "entry":
        if number == 1:
            return translate("data", "1 journal entry")
        return translate("data", "{number} journal entries").format(number=number)
    return translate("data", _NUMBERS[kind], number)


def kept_text(numbers: Mapping[str, int]) -> str:
    return _sentence(numbers_text(numbers) or translate("data", "Nothing yet"))


def place_text(path: Path, size: int) -> str:
    return translate("data", "{file} · {size}").format(file=path, size=size_text(size))


def size_text(size: int) -> str:
    """A number of bytes as file managers show it."""
    if size < 1_000_000:
        return translate("data", "{number} kB").format(number=max(1, round(size / 1000)))
    return translate("data", "{number} MB").format(number=f"{size / 1e6:.1f}".removesuffix(".0"))


# ---------------------------------------------------------------- copies


def copies_text(number: int, folder: Path) -> str:
    made = translate(
        "data", "Before the first change of a day a copy is made; the last seven are kept."
    )
    if not number:
        return f"{made} {translate('data', 'There is none yet.')}"
    here = translate("data", "%n file(s) in {folder}", number)
    return f"{made} {here.format(folder=folder)}"


def way_back_text(path: Path) -> str:
    text = translate(
        "data",
        "To go back to a copy: quit Unbrace, put the copy in the place of {file}, under that very "
        "name, and delete {log} if it is there.",
    )
    return text.format(file=path, log=f"{path.name}-wal")


# ---------------------------------------------------------------- deleting


def nothing_text(what: date | str) -> str:
    if isinstance(what, date):
        return translate("data", "Nothing is kept of {day}.").format(day=day_text(what))
    return translate("data", "Nothing of that kind is kept.")


def doomed_text(what: date | str, numbers: Mapping[str, int]) -> str:
    """What would go, and what stays of it; ``what`` is a day, a kind's word or ``everything``."""
    found = numbers_text(numbers)
    if isinstance(what, date):
        goes = translate("data", "This deletes {numbers}: all that is kept of {day}.")
        return f"{goes.format(numbers=found, day=day_text(what))} {_copies_stay()}"
    if what in _NAMES:
        goes = translate("data", "This deletes {numbers}: all there are.").format(numbers=found)
        beside = translate("data", _BESIDE[what]) if what in _BESIDE else ""
        return " ".join(each for each in (goes, beside, _copies_stay()) if each)
    goes = translate("data", "This deletes {numbers}, and every copy. It cannot be undone.")
    none = translate("data", "This deletes every copy. It cannot be undone.")
    stay = translate("data", "Settings, your own routines and files that you exported stay.")
    return f"{goes.format(numbers=found) if found else none} {stay}"


def _copies_stay() -> str:
    return translate(
        "data",
        "It can be undone until you leave this page. The last seven daily copies, and those "
        "from before an import, still hold it; newer ones take their place day by day.",
    )


def deleted_text(what: date | str, number: int) -> str:
    """For the line that takes it back."""
    text = translate("data", "%n record(s) deleted: {what}.", number)
    return text.format(what=doomed_name(what))


def doomed_name(what: date | str) -> str:
    if isinstance(what, date):
        return day_text(what)
    return kind_name(what) if what in _NAMES else translate("data", "everything")


def put_back_text(number: int) -> str:
    return translate("data", "%n record(s) put back.", number)


# ---------------------------------------------------------------- out and in


def exported_text(number: int, path: Path) -> str:
    text = translate("data", "%n record(s) exported to {path}", number)
    return text.format(path=path)


def imported_text(number: int, path: Path) -> str:
    if not number:
        return translate("data", "All of {path} was here already.").format(path=path)
    text = translate("data", "%n record(s) of {path} were new or newer, and are here now.", number)
    if number == 1:
        text = translate("data", "1 record of {path} was new or newer, and is here now.")
    return text.format(path=path)


def way_back_from_import_text() -> str:
    return translate("data", "A copy from before lies with the copies.")


def _sentence(text: str) -> str:
    return f"{text}."
