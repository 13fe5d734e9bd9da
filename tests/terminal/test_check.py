import json
import os
from pathlib import Path

import pytest

from desktop.terminal.check import check
from tests.terminal.program import run

HEAD = "name: A\nsteps:\n"
BAD = {
    "empty": b"",
    "large": b"#" * 1024 * 1024,
    "binary": bytes(range(256)) * 20,
    "utf-16": "name: A\nsteps:\n  - rest: 5s\n".encode("utf-16"),
    "tabs": (HEAD + "\t- rest: 5s\n").encode(),
    "duplicate keys": (HEAD + "  - rest: 5s\nname: B\n").encode(),
    "alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "brackets": b"[" * 120_000,
    "include cycle": (HEAD + "  - include: include cycle\n").encode(),
    "negative": (HEAD + "  - hold: A\n    for: -5s\n").encode(),
    "endless": (HEAD + "  - hold: A\n    for: 1e9h\n").encode(),
    "no reps": (HEAD + "  - move: A\n    reps: 0\n").encode(),
    "tempo": (HEAD + "  - move: A\n    reps: 3\n    tempo: fast\n").encode(),
    "no verb": (HEAD + "  - for: 5s\n").encode(),
    "two verbs": (HEAD + "  - hold: A\n    move: B\n    for: 5s\n").encode(),
    "misspelt": (HEAD + "  - hold: A\n    for: 5s\n    txet: B\n").encode(),
}
LINES = {"tabs": 3, "duplicate keys": 4, "include cycle": 3, "negative": 4, "endless": 4}
LINES |= {"no reps": 4, "tempo": 5, "no verb": 3, "two verbs": 4, "misspelt": 5}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a file in it that is good."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(HEAD + "  - rest: 5s\n", "utf-8")
    return tmp_path


def write(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def found(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines that name a place, without the excerpts."""
    return [line for line in capsys.readouterr().out.splitlines() if line[:1] != " "]


@pytest.mark.parametrize("name", BAD)
def test_bad_files_get_a_line_of_their_own_and_no_traceback(name: str, folder: Path) -> None:
    (folder / f"{name}.yaml").write_bytes(BAD[name])
    done = run("check", f"{name}.yaml", "good.yaml", cwd=folder)
    lines = [line for line in done.stdout.splitlines() if line[:1] != " "]
    assert done.returncode == 1
    assert lines[0].startswith(f"{name}.yaml:{LINES.get(name, 1)}:")
    assert all(line.startswith(f"{name}.yaml:") for line in lines)
    assert " error: " in lines[0]
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("2 files: ")


@pytest.mark.usefixtures("folder")
def test_a_good_file_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(["good.yaml"], as_json=False) == 0
    assert capsys.readouterr() == ("", "1 file, nothing to mend\n")


def test_warnings_are_no_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "floor.yaml", "name: A", "place: floor", "steps: [{rest: 5s}]")
    assert check(["floor.yaml"], as_json=False) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("floor.yaml:2:8: warning: ")
    assert shown.err == "1 file: 0 errors, 1 warning\n"


def test_the_place_is_shown_below_the_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.yaml", "name: A", "steps:", "  - hlod: Sphinx", "    for: 30s")
    check(["./a.yaml"], as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        "./a.yaml:3:5: error: unknown key `hlod`: did you mean `hold`?",
        "      - hlod: Sphinx",
        "        ^^^^",
    ]


@pytest.mark.parametrize(
    ("line", "shown", "mark"),
    [
        ("name: 漢字 @x: y", "    name: 漢字 @x: y", "                 ^"),
        ("name: a\t@x: y", "    name: a @x: y", "              ^"),
        (f"name: {'word ' * 20}: y", None, None),
        (f"name: {'word ' * 60}: y", None, None),
    ],
    ids=["wide letters", "tab", "long", "very long"],
)
def test_the_sign_stands_under_its_letter(
    line: str, shown: str | None, mark: str | None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.yaml", line)
    check(["a.yaml"], as_json=False)
    out = capsys.readouterr().out.splitlines()
    assert "needs quotes" in out[0]
    assert max(map(len, out[1:])) < 140
    if shown:
        assert out[1:3] == [shown, mark]


def test_a_folder_gives_all_its_files_in_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("b.yaml", "a.yaml", "figures/f.yaml", "sub/c.yaml", "sub/deep/d.yml"):
        write(folder / name, "name: A")
    for name in (".hidden.yaml", ".git/g.yaml", "notes.txt"):
        write(folder / name, "name: A")
    assert check(["."], as_json=False) == 1
    names = [line.split(":")[0] for line in found(capsys) if "error" in line]
    assert list(dict.fromkeys(names)) == [
        "./a.yaml",
        "./b.yaml",
        "./figures/f.yaml",
        "./sub/c.yaml",
        "./sub/deep/d.yml",
    ]


def test_files_are_named_as_they_were_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "sub" / "a.yaml", "name: A")
    given = ["sub", "sub/", "sub/a.yaml", "./sub/../sub/a.yaml", str(folder / "sub")]
    check(given, as_json=False)
    assert [line.split(":")[0] for line in found(capsys)] == [
        "sub/a.yaml",
        "sub/a.yaml",
        "sub/a.yaml",
        "./sub/../sub/a.yaml",
        str(folder / "sub/a.yaml"),
    ]


def test_what_cannot_be_opened_does_not_stop_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.yaml", "name: A")
    assert check(["nowhere.yaml", "a.yaml"], as_json=False) == 2
    shown = capsys.readouterr()
    assert shown.out.startswith("a.yaml:1:1: error: `steps` is missing")
    assert shown.err.startswith(
        "unbrace: nowhere.yaml cannot be opened: No such file or directory\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_file_or_folder_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "a.yaml", "name: A")
    (folder / "a.yaml").chmod(0)
    assert check(["a.yaml"], as_json=False) == 2
    assert "Permission denied" in capsys.readouterr().err
    (folder / "closed").mkdir(mode=0)
    assert check(["closed"], as_json=False) == 2
    assert "closed cannot be opened: Permission denied" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a" * 300, "a" * 5000, "no/such/folder/"])
def test_an_impossible_name_is_a_file_that_is_not_there(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check([name], as_json=False) == 2
    assert capsys.readouterr().err.endswith("\nno file was checked\n")


def test_a_pipe_in_a_folder_is_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert check(["."], as_json=False) == 0


def test_a_file_with_the_wrong_ending_is_checked_and_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "mine.yml", "name: A", "steps: [{rest: 5s}]")
    assert check(["mine.yml"], as_json=False) == 0
    [line] = found(capsys)
    assert line.startswith("mine.yml:1:1: warning: ")
    assert line.endswith("rename this to `mine.yaml`.")


def test_a_name_that_a_terminal_would_obey_is_shown_without_harm(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a\x1b[2J\n.yaml", "name: A")
    assert check(["."], as_json=False) == 1
    assert found(capsys)[0].startswith("./a\ufffd[2J\ufffd.yaml:1:1: error: ")


def test_json_holds_all_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "a.yaml", "name: A", "steps:", "  - hlod: Sphinx", "    for: 30s")
    write(folder / "b.yaml", "name: A", "place: floor", "steps: [{rest: 5s}]")
    assert check(["a.yaml", "b.yaml", "good.yaml", "nowhere.yaml"], as_json=True) == 2
    shown = capsys.readouterr()
    answer = json.loads(shown.out)
    assert {key: answer[key] for key in ("files", "errors", "warnings")} == {
        "files": 3,
        "errors": 1,
        "warnings": 1,
    }
    assert answer["problems"][0] == {
        "file": "a.yaml",
        "line": 3,
        "column": 5,
        "level": "error",
        "id": "unknown_key",
        "message": "unknown key `hlod`: did you mean `hold`?",
        "instead": "hold",
        "excerpt": "  - hlod: Sphinx",
    }
    assert answer["problems"][1]["level"] == "warning"
    assert answer["problems"][1]["instead"] is None
    assert shown.err == "unbrace: nowhere.yaml cannot be opened: No such file or directory\n"


@pytest.mark.usefixtures("folder")
def test_json_of_nothing_wrong_is_still_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(["good.yaml"], as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "files": 1,
        "errors": 0,
        "warnings": 0,
        "problems": [],
    }


def test_the_built_in_routines_are_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([str(Path(__file__).parents[2] / "routines" / "library")], as_json=False) == 0
    assert capsys.readouterr().out == ""


def test_reminders_are_known_by_their_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "reminders" / "a.yaml", "name: A", "every: 1h")
    assert check(["."], as_json=False) == 1
    missing = "`notes` is missing: add a line that begins with `notes:`."
    assert found(capsys) == [f"./reminders/a.yaml:1:1: error: {missing}"]


def test_reminders_are_known_by_what_is_in_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.yaml", "name: A", "every: 10s", "notes: [B]", "offer: [good, bad]")
    assert check(["a.yaml"], as_json=False) == 1
    assert found(capsys) == [
        "a.yaml:2:8: error: `10s` is too often to be kind: write `5m` or more.",
        "a.yaml:4:15: error: there is no routine with the id `bad`: check the name, or remove it.",
    ]


JOINTS = (
    *("head: [0, 0.93]", "neck: [0.01, 0.85]", "chest: [0.01, 0.75]", "waist: [0, 0.62]"),
    *("hip: [0, 0.53]", "shoulder: [0, 0.81]", "elbow: [0.01, 0.63]", "hand: [-0.01, 0.46]"),
    *("knee: [-0.01, 0.285]", "ankle: [0, 0.04]", "toe: [-0.12, 0.01]"),
)
FIGURE = ("name: A", "view: side", "postures:", "  up:", *(f"    {joint}" for joint in JOINTS))


def test_figures_are_known_by_their_folder_or_by_their_keys(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "figures" / "a.yaml", "name: A")
    write(folder / "b.yaml", *FIGURE, "loop: {hold: upp}")
    assert check(["figures/a.yaml", "b.yaml"], as_json=False) == 1
    lines = found(capsys)
    assert "figures/a.yaml:1:1: error: `view` is missing: add a line that begins with `view:`." in (
        lines
    )
    assert lines[-1] == "b.yaml:16:14: error: there is no posture `upp`: did you mean `up`?"


def test_what_lies_where_nobody_looks_is_told_where_it_belongs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "nod.yaml", *FIGURE, "loop: {hold: up}")
    write(folder / "figures" / "nod.yaml", *FIGURE, "loop: {hold: up}")
    write(folder / "figures" / "walk.yaml", "name: A", "steps: [{rest: 5s}]")
    assert check(["."], as_json=False) == 0
    routine, figure = found(capsys)
    assert routine.startswith("./figures/walk.yaml:1:1: warning: this is a routine, and ")
    assert routine.endswith(": move it out, into the folder above.")
    assert figure.startswith("./nod.yaml:1:1: warning: this is a figure, and ")
    assert figure.endswith(": move it into the one beside your routines.")


def test_a_figure_that_is_played_as_a_routine_is_told_so(folder: Path) -> None:
    write(folder / "nod.yaml", *FIGURE, "loop: {hold: up}")
    done = run("play", "nod.yaml", "--text", cwd=folder)
    assert done.returncode == 1
    assert "nod.yaml:1:1: error: this is a figure, and " in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_names_that_differ_in_capitals_alone_are_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("nod", "Nod"):
        write(folder / "figures" / f"{name}.yaml", *FIGURE, "loop: {hold: up}")
    assert check(["figures"], as_json=False) == 0
    [line] = found(capsys)
    assert line.startswith("figures/nod.yaml:1:1: warning: on other computers this is the same ")
    assert "`Nod.yaml`" in line


def test_a_routine_is_warned_of_its_broken_figure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "figures" / "up.yaml", *FIGURE, "loop: {hold: upp}")
    write(folder / "a.yaml", "name: A", "steps: [{hold: B, for: 9s, figure: up}]")
    assert check(["a.yaml"], as_json=False) == 0
    [line] = found(capsys)
    sentence = "the figure `up` cannot be shown, so the ring stands in: mend its line 16."
    assert line == f"a.yaml:2:36: warning: {sentence}"
    write(folder / "figures" / "up.yaml", *FIGURE, "loop: {hold: up}")
    assert check(["a.yaml", "figures"], as_json=False) == 0
    assert found(capsys) == []
