"""The examples in the documents are read as they stand."""

import re
from pathlib import Path

import pytest

from routines.figures.reader import read_figure
from routines.lookup import Folders
from routines.reader import Reader
from routines.reminders.reader import read_reminder

ROOT = Path(__file__).parent.parent


def examples(document: str) -> list[str]:
    text = (ROOT / document).read_text("utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def test_the_figure_can_be_drawn() -> None:
    (figure,) = examples("docs/figures.md")
    reading = read_figure(figure, "nod")
    assert reading.problems == ()
    assert reading.figure is not None


def test_the_routine_and_the_reminder_can_be_used() -> None:
    routine, reminder = examples("README.md")
    read = Reader(Folders()).read_text(routine, "sheet")
    assert read.problems == ()
    assert read.routine is not None
    note = read_reminder(reminder, "look", lambda name: name == "even-breath")
    assert note.problems == ()


@pytest.mark.parametrize(
    "document", ["README.md", "ARCHITECTURE.md", "docs/figures.md", "docs/article.md"]
)
def test_what_a_document_links_to_is_there(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", path.read_text("utf-8"))
    missing = [link for link in links if not (path.parent / link).exists()]
    assert missing == []
