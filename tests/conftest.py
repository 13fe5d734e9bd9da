"""What holds for every test: no real screen, no real home, nothing left over.

Tests that need a real X display start a `tests.desk.Desk` and run the program in it as a child.
"""

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt, and whatever the person's own desktop says.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"

import hypothesis
import pytest

from tests.tidy import leftovers

# Two busy cores make any deadline flaky. CI repeats the same examples, a desk looks for new ones.
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home for each test: no test reads or writes the person's own files.

    It has a short path, since a local socket's path may not be longer than about 100 characters.
    """
    home = Path(tempfile.mkdtemp(prefix="unbrace-"))
    for variable, folder in {
        "HOME": ".",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "run",
    }.items():
        (home / folder).mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(home / folder))
    yield home
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """Fails a test that leaves a thread running or a window open (give windows to `qtbot`)."""
    before = set(threading.enumerate())
    yield
    assert leftovers(before) == []
