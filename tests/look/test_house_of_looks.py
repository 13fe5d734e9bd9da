"""Looks are named in one place: no colour, size of type or corner stands anywhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop

ROOT = Path(desktop.__file__).parent

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
_SHEET = re.compile(r"(?:font-size|border-radius)\s*:\s*[\d.]")
_SIZES = {"setPixelSize", "setPixelSizeF", "setPointSize", "setPointSizeF"}
_CORNERS = {"drawRoundedRect", "addRoundedRect"}
_CORNER_NAME = re.compile(r"_?(?:CORNER|RADIUS)[A-Z_]*")


def named_by_itself(source: str) -> Iterator[str]:
    """What ``source`` names of a look: the word that gave it away, each time."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if found := _COLOR.fullmatch(node.value) or _SHEET.search(node.value):
                yield found[0]
        elif isinstance(node, ast.Call):
            yield from _in_call(node)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and _CORNER_NAME.fullmatch(target.id):
                    yield f"{target.id} = {node.value.value!r}"
        elif (
            isinstance(node, ast.Attribute)
            and node.attr != "transparent"
            and ast.unparse(node.value).endswith("GlobalColor")
        ):
            yield node.attr


def _in_call(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    plain = [each for each in call.args if isinstance(each, ast.Constant)]
    if name == "QColor" and plain and plain[0].value not in ("", 0):
        yield "QColor"
    if name in _SIZES and plain:
        yield name
    # A rectangle may be given as numbers; the radii are the last two.
    if name in _CORNERS and any(each in plain for each in call.args[-2:]):
        yield name


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('ink = "#2b2f2d"', ["#2b2f2d"]),
        ('ink = "#fff"', ["#fff"]),
        ("QColor(20, 17, 8)", ["QColor"]),
        ('QColor("red")', ["QColor"]),
        ("Qt.GlobalColor.red", ["red"]),
        ("font.setPixelSize(14)", ["setPixelSize"]),
        ('"QLabel { font-size: 14px; }"', ["font-size: 1"]),
        ('"QLabel { border-radius: 9px; }"', ["border-radius: 9"]),
        ("painter.drawRoundedRect(box, 12, 12)", ["drawRoundedRect"]),
        ("_RADIUS = 16.0", ["_RADIUS = 16.0"]),
        ("QColor(colors.ink)", []),
        ("QColor()", []),
        ("Qt.GlobalColor.transparent", []),
        ("painter.drawRoundedRect(box, radius, radius)", []),
        ("font.setPixelSize(sizes.body)", []),
        ('"QLabel { font-size: {p.kicker}px; }"', []),
        ('"Line #12 of the file"', []),
    ],
)
def test_the_check_finds_what_it_looks_for_and_nothing_else(source: str, found: list[str]) -> None:
    assert list(named_by_itself(source)) == found


def test_no_look_is_named_outside_of_its_folder() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): set(named_by_itself(path.read_text("utf-8")))
        for path in sorted(ROOT.rglob("*.py"))
        if path.parent != ROOT / "look"
    }
    assert {name: words for name, words in found.items() if words} == {}


def test_the_style_sheet_and_its_fellows_take_corners_and_type_from_the_tokens() -> None:
    for path in sorted((ROOT / "look").glob("*.py")):
        found = _SHEET.findall(path.read_text("utf-8"))
        assert found == [], path.name


def test_areas_that_scroll_are_set_up_in_one_place() -> None:
    made = re.compile(r"= QScrollArea\(|\bclass \w+\(QScrollArea\)")
    files = ROOT.rglob("*.py")
    assert {each.name for each in files if made.search(each.read_text("utf-8"))} == {"scroll.py"}
