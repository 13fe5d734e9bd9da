import pytest

from desktop.words.steps import whole_length_text
from routines.catalogue import load_catalogue
from routines.lookup import LIBRARY, Folders
from routines.timeline import timeline_of


@pytest.mark.parametrize(
    ("routine", "text"),
    [
        ("morning-yoga", "10 min"),
        ("tomorrows-list", "about 5 min"),
        ("desk-check", "in your own time"),
        ("wind-down", "about 16 min"),
    ],
)
def test_a_length_tells_what_one_can_expect_not_what_has_a_clock(routine: str, text: str) -> None:
    entry = load_catalogue(Folders(library=LIBRARY)).get(routine)
    assert entry is not None
    assert entry.routine is not None
    assert whole_length_text(timeline_of(entry.routine)) == text
