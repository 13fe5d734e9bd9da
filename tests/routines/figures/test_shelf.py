import os
from pathlib import Path

from routines.figures.shelf import Shelf
from routines.lookup import Folders
from routines.problems import Message
from tests.routines.figures.bodies import side_source


def put(folder: Path, text: str, name: str = "arm") -> Path:
    path = folder / "figures" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_figure_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, side_source())
    shelf = Shelf(Folders(library=tmp_path))
    figure = shelf.figure("arm")
    assert figure is not None
    assert (figure.id, figure.name) == ("arm", "A")
    assert shelf.figure("arm") is figure


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = put(tmp_path, side_source())
    shelf = Shelf(Folders(library=tmp_path))
    before = shelf.figure("arm")
    path.write_text(side_source().replace("name: A", "name: B"), "utf-8")
    os.utime(path, ns=(1, 1))
    after = shelf.figure("arm")
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("A", "B")
    path.unlink()
    assert shelf.figure("arm") is None


def test_a_broken_figure_is_none_and_its_problems_are_known(tmp_path: Path) -> None:
    put(tmp_path, side_source(loop="{hold: c}"))
    shelf = Shelf(Folders(library=tmp_path))
    assert shelf.figure("arm") is None
    [problem] = shelf.problems("arm")
    assert problem.message is Message.UNKNOWN_POSTURE


def test_what_is_not_there_is_none_without_problems(tmp_path: Path) -> None:
    put(tmp_path, side_source())
    shelf = Shelf(Folders(library=tmp_path / "sub"))
    for name in ("arm", "", "../figures/arm", "/etc/passwd"):
        assert shelf.figure(name) is None
        assert shelf.problems(name) == ()


def test_a_persons_own_figure_takes_the_place_of_ours(tmp_path: Path) -> None:
    ours, own, beside = (tmp_path / name for name in ("ours", "own", "beside"))
    for folder, name in ((ours, "Ours"), (own, "Own"), (beside, "Beside")):
        put(folder, side_source().replace("name: A", f"name: {name}"))
    shelf = Shelf(Folders(user=own, library=ours))
    names = [getattr(shelf.figure("arm", folder), "name", None) for folder in (beside, None)]
    assert names == ["Beside", "Own"]
    put(own, "name: Broken\n")
    assert shelf.figure("arm") is None
