"""What the player's tests of figures have in common."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.look.colors import LIGHT
from desktop.look.theme import Theme
from routines.figures.shelf import Shelf
from routines.lookup import Folders
from tests.player.nodding import NOD


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    folder = tmp_path / "figures"
    folder.mkdir()
    (folder / "nod.yaml").write_text(NOD, encoding="utf-8")
    return Shelf(Folders(user=tmp_path, library=tmp_path / "none"))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    found = Theme(qapp)
    found.use(LIGHT)
    yield found
    found.deleteLater()
