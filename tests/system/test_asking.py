"""Answers that come once and in time, whoever was asked and whatever goes meanwhile."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.system.asking import (
    Answered,
    Finding,
    Source,
    ask_all,
    ask_program,
    once,
    unknown,
    variant,
)
from desktop.system.bus import NO_ANSWER, Reply


def test_the_first_answer_counts_and_no_other(qtbot: QtBot) -> None:
    owner, answers = QObject(), list[bool | None]()
    answer = once(owner, answers.append, unknown, within=0.05)
    answer(True)
    answer(False)
    other = list[bool | None]()
    once(owner, other.append, unknown, within=0.1)
    qtbot.waitUntil(lambda: other == [None])
    assert answers == [True]


def test_a_late_answer_is_passed_over(qtbot: QtBot) -> None:
    owner, answers = QObject(), list[bool | None]()
    answer = once(owner, answers.append, unknown, within=0.01)
    qtbot.waitUntil(lambda: answers == [None])
    answer(True)
    assert answers == [None]


def test_nobody_is_told_once_the_asker_is_gone(qtbot: QtBot) -> None:
    assert qtbot is not None
    owner, answers = QObject(), list[bool | None]()
    answer = once(owner, answers.append, unknown)
    delete(owner)
    answer(True)
    assert answers == []


def source(name: str, *answers: bool | None) -> Source:
    """One that gives these answers at once; none at all if there are none."""

    def ask(answered: Answered) -> None:
        for answer in answers:
            answered(answer)

    return Source(name, ask)


@pytest.mark.parametrize(
    ("sources", "value", "by"),
    [
        ([source("a", False), source("b", True)], True, ("a", "b")),
        ([source("a", False), source("b", None)], False, ("a",)),
        ([source("a", None)], None, ()),
        ([source("a", True), source("b")], True, ("a",)),
        ([source("a"), source("b")], None, ()),
        ([source("a", False, True)], False, ("a",)),
        ([], None, ()),
    ],
)
def test_one_yes_is_enough_and_who_is_late_does_not_count(
    qtbot: QtBot, sources: list[Source], value: bool | None, by: tuple[str, ...]
) -> None:
    owner, found = QObject(), list[Finding]()
    ask_all(owner, sources, found.append, within=0.1)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [Finding(value, by)]


def test_an_error_of_the_bus_is_no_value() -> None:
    assert variant(Reply((("b", True),))) is True
    for reply in (NO_ANSWER, Reply(()), Reply((True,)), Reply((("b",),)), Reply((1, 2))):
        assert variant(reply) is None


def test_a_program_is_heard_to_its_end_or_until_the_time_is_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, said = QObject(), list[bytes]()
    ask_program(owner, "/bin/echo", ["hallo"], said.append)
    qtbot.waitUntil(lambda: said == [b"hallo\n"])
    monkeypatch.setattr(once, "__defaults__", (0.3,))
    ask_program(owner, "/bin/sh", ["-c", "echo first; exec sleep 60"], said.append)
    qtbot.waitUntil(lambda: said == [b"hallo\n", b"first\n"])
    ask_program(owner, "/no/such/program", [], said.append)
    qtbot.waitUntil(lambda: said[2:] == [b""])


GOING = """
import gc, sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from desktop.system.calls import LinuxCalls
app = QApplication([])
sys.executable = "/bin/true"
answers = []
def wait():
    while not answers:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
for _ in range(100):
    calls = LinuxCalls()
    for _ in range(2):
        calls.ask(answers.append)
        wait()
        answers.clear()
    del calls
    gc.collect()
    app.processEvents()
print("well")
"""


def test_an_asker_that_goes_right_after_its_answer_does_no_harm() -> None:
    """The program that was asked must not take its owner along while it goes itself."""
    done = subprocess.run(
        [sys.executable, "-c", GOING], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "well\n", "")
