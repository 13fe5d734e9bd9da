import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.player.faces.asking import AskView
from desktop.words.rating import QUESTIONS
from routines.grammar import SCALES

KEYS = [getattr(Qt.Key, f"Key_{digit}") for digit in range(10)]


class Asked:
    """A view that asks, and what came of it."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, scale: str = "tension") -> None:
        self.view = AskView(Theme(qapp))
        self.rated: list[int] = []
        self.passed: list[bool] = []
        self.declined: list[bool] = []
        self.view.rated.connect(self.rated.append)
        self.view.passed.connect(lambda: self.passed.append(True))
        self.view.declined.connect(lambda: self.declined.append(True))
        qtbot.addWidget(self.view)
        self.view.resize(800, 600)
        self.view.show()
        self.view.ask("Morning yoga", scale)

    def press(self, *keys: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.view, key, modifier)

    def settle(self) -> None:
        """The moment in which it can be corrected is over."""
        assert self.view._soon.isActive()
        self.view._soon.timeout.emit()


@pytest.fixture
def asked(qtbot: QtBot, qapp: QApplication) -> Asked:
    return Asked(qtbot, qapp)


@pytest.mark.parametrize("digit", range(10))
def test_one_key_answers(asked: Asked, digit: int) -> None:
    asked.press(KEYS[digit])
    assert asked.rated == []
    asked.settle()
    assert asked.rated == [digit]


def test_a_second_zero_is_ten(asked: Asked) -> None:
    asked.press(Qt.Key.Key_0, Qt.Key.Key_0)
    asked.settle()
    assert asked.rated == [10]


def test_a_zero_after_one_is_ten(asked: Asked) -> None:
    asked.press(Qt.Key.Key_1, Qt.Key.Key_0)
    asked.settle()
    assert asked.rated == [10]


def test_zero_with_shift_is_ten_where_that_types_a_bracket(asked: Asked) -> None:
    asked.press(Qt.Key.Key_ParenRight, shift=True)
    asked.settle()
    assert asked.rated == [10]


def test_another_key_in_time_corrects_it(asked: Asked) -> None:
    asked.press(Qt.Key.Key_7, Qt.Key.Key_5)
    asked.settle()
    assert asked.rated == [5]


def test_enter_does_not_wait(asked: Asked) -> None:
    asked.press(Qt.Key.Key_7, Qt.Key.Key_Return)
    assert asked.rated == [7]
    assert not asked.view._soon.isActive()


def test_enter_without_a_number_begins_without_one(asked: Asked) -> None:
    asked.press(Qt.Key.Key_Return)
    assert (asked.rated, asked.passed, asked.declined) == ([], [True], [])


def test_escape_leaves_it_for_today_even_after_a_number(asked: Asked) -> None:
    asked.press(Qt.Key.Key_7, Qt.Key.Key_Escape)
    assert (asked.rated, asked.declined) == ([], [True])
    assert not asked.view._soon.isActive()


def test_the_next_question_begins_without_the_last_answer(asked: Asked) -> None:
    asked.press(Qt.Key.Key_7)
    asked.settle()
    asked.view.ask("Body scan", "anxiety")
    asked.press(Qt.Key.Key_Return)
    assert asked.passed == [True]


def test_what_is_hidden_in_the_meantime_answers_nothing(asked: Asked) -> None:
    asked.press(Qt.Key.Key_7)
    asked.view.hide()
    asked.settle()
    assert asked.rated == []


def test_every_scale_of_the_format_has_a_question() -> None:
    assert set(QUESTIONS) == set(SCALES)
