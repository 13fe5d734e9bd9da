"""The table of the article's practices names what there is, and all that there is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.destinations import Destination
from routines.lookup import LIBRARY
from routines.reminders.catalogue import BUILT_IN

TABLE = (Path(__file__).parent.parent / "docs" / "article.md").read_text("utf-8")
ROUTINES = {path.stem for path in LIBRARY.glob("*.yaml")}
REMINDERS = {path.stem for path in BUILT_IN.glob("*.yaml")}


def rows(text: str, heading: str) -> Iterator[dict[str, str]]:
    """The rows of the table below a heading, by the words above their columns."""
    part = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    head, _line, *below = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    for cells in below:
        yield dict(zip(head, cells, strict=True))


def ids(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


PRACTICES = [
    *rows(TABLE, "Practices of the article"),
    *rows(TABLE, "What goes with them"),
]
LESS = list(rows(TABLE, "Where we say less than the article"))


def named(column: str) -> set[str]:
    return {each for row in PRACTICES for each in ids(row[column])}


def test_every_routine_that_it_names_is_there_and_every_routine_is_named() -> None:
    assert named("Routines") == ROUTINES


def test_every_reminder_that_it_names_is_there_and_every_reminder_is_named() -> None:
    assert named("Reminders") == REMINDERS


def test_every_page_that_it_names_is_at_the_side_of_the_window() -> None:
    pages = {row["Pages"] for row in PRACTICES if row["Pages"]}
    assert pages <= {each.shown for each in Destination}


def test_every_practice_leads_somewhere() -> None:
    assert len(PRACTICES) > 30
    assert [
        row for row in PRACTICES if not (row["Routines"] + row["Reminders"] + row["Pages"])
    ] == []


def test_an_id_stands_nowhere_but_in_its_column() -> None:
    everywhere = set(re.findall(r"`([\w-]+)`", TABLE)) - {"like-this"}
    assert everywhere <= named("Routines") | named("Reminders")


@pytest.mark.parametrize("what", ["Turmeric", "Omega-3", "mattress", "pillow"])
def test_what_we_leave_out_is_told_with_its_reason(what: str) -> None:
    (row,) = [row for row in LESS if what in next(iter(row.values()))]
    assert row["What we say"]
    assert row["Why"]


def test_every_place_where_we_say_less_has_an_address_or_says_that_none_was_read() -> None:
    for row in LESS:
        address = re.fullmatch(r"\[[^]]+\]\(https?://[\w.-]+/\S+\)", row["Source"])
        assert address or row["Source"] == "none read", row


@pytest.mark.parametrize("word", ["turmeric", "curcumin", "omega", "mattress"])
def test_no_routine_and_no_reminder_speaks_of_what_we_leave_out(word: str) -> None:
    for path in [*LIBRARY.glob("*.yaml"), *BUILT_IN.glob("*.yaml")]:
        lines = path.read_text("utf-8").casefold().splitlines()
        spoken = [line for line in lines if "http" not in line and not line.startswith("#")]
        assert not any(word in line for line in spoken), path.stem


def test_the_rows_of_a_table_are_read() -> None:
    text = (
        "## One\n\n| A | B |\n| --- | --- |\n| x | `y`, `z` |\n\n## Two\n| A |\n| --- |\n| no |\n"
    )
    (row,) = rows(text, "One")
    assert (row["A"], ids(row["B"])) == ("x", ["y", "z"])
