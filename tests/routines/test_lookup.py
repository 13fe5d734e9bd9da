"""Opening files: what is no file is a word, never a wait."""

import os
from pathlib import Path

import pytest

from routines.lookup import read_bytes
from routines.problems import Flaw, Message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    found = read_bytes(pipe)
    assert isinstance(found, Flaw)
    assert found.message is Message.CANNOT_READ


def test_a_folder_says_that_it_is_one(tmp_path: Path) -> None:
    found = read_bytes(tmp_path)
    assert isinstance(found, Flaw)
    assert "directory" in found.values["reason"].lower()
