"""Chosen programs: real ones, and processes that are made up where a real one is hard to have."""

import os
import shutil
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.system.programs import Programs
from tests.desk import Desk, wait_for
from tests.system.conftest import Start


def ask(programs: Programs, qtbot: QtBot, *names: str) -> bool | None:
    answers: list[bool | None] = []
    programs.use(names)
    programs.ask(answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers))
    assert len(answers) == 1
    return answers[0]


def test_a_running_program_is_seen_until_it_ends(
    desk: Desk, start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    name = f"a-meeting-with-a-long-name-{os.getpid()}"
    program = shutil.copy(shutil.which("sleep") or "/bin/sleep", tmp_path / name)
    programs = Programs()
    assert programs.works().here
    assert ask(programs, qtbot, name) is False
    process = start(program, "60")
    wait_for(lambda: name in Path(f"/proc/{process.pid}/cmdline").read_text())
    assert ask(programs, qtbot, "something-else", f" {name.upper()} ") is True
    assert ask(programs, qtbot, name[:15]) is False, "the kernel's cut name is not its name"
    desk.end(process)
    assert ask(programs, qtbot, name) is False


def test_a_script_is_seen_by_its_own_name(
    desk: Desk, start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    name = f"slides-{os.getpid()}"
    script = tmp_path / name
    script.write_text("import signal; print('on', flush=True); signal.pause()")
    process = start(sys.executable, script)
    wait_for(lambda: "on" in desk.log(process))
    assert ask(Programs(), qtbot, name) is True
    desk.end(process)
    assert ask(Programs(), qtbot, name) is False


def test_no_names_ask_for_nothing(qtbot: QtBot) -> None:
    assert ask(Programs(), qtbot) is False
    assert ask(Programs(), qtbot, "", "  ") is False


def test_where_none_can_be_seen_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    programs = Programs(tmp_path / "none")
    assert ask(programs, qtbot, "anything") is None
    assert not programs.works().here


def test_a_process_that_ends_while_it_is_looked_at_is_passed_over(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "1").mkdir()
    second = tmp_path / "2"
    second.mkdir()
    (second / "comm").write_bytes(b"\xff\xfe\n")
    (second / "cmdline").write_bytes(b"")
    third = tmp_path / "3"
    third.mkdir()
    (third / "comm").write_text("game\n")
    (third / "cmdline").write_text("game: in full swing\0")
    programs = Programs(tmp_path)
    assert ask(programs, qtbot, "game") is True
    assert ask(programs, qtbot, "other") is False
