"""``unbrace list``: every routine in a line, those that need a look among them."""

from desktop.language import translate
from desktop.terminal.cells import pad, plain, printable, width_of
from desktop.terminal.find import folders, unreadable
from desktop.terminal.output import complain
from desktop.words.steps import place_text, whole_length_text
from routines.catalogue import Catalogue, Entry, load_catalogue
from routines.problems import Level
from routines.timeline import timeline_of


def list_routines() -> int:
    """Print all routines; gives the code to end with."""
    catalogue = load_catalogue(folders())
    print("\n".join(listing(catalogue)))
    complain(*unreadable(catalogue))
    return 0


def listing(catalogue: Catalogue) -> list[str]:
    """Name, length, place and id of every routine, in columns."""
    rows = [_row(entry) for entry in catalogue.entries]
    widths = [max((width_of(row[column]) for row in rows), default=0) for column in range(4)]
    return [_line(row, widths) for row in rows]


def _row(entry: Entry) -> tuple[str, str, str, str]:
    if entry.routine is None:
        errors = sum(problem.level is Level.ERROR for problem in entry.problems)
        looks = translate("list", "needs a look: %n error(s)", errors)
        return (printable(entry.name), "", looks, printable(entry.id))
    place = place_text(entry.routine.place) if entry.routine.place else ""
    length = whole_length_text(timeline_of(entry.routine))
    return (plain(entry.name), length, place, printable(entry.id))


def _line(row: tuple[str, str, str, str], widths: list[int]) -> str:
    cells = [
        pad(cell, width, right=number == 1)
        for number, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
