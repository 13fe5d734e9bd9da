"""Numbers and points as people type them into figures: plain decimals, never ``nan`` or ``1e9``."""

import re

from routines.figures.grammar import FARTHEST
from routines.figures.model import Point
from routines.findings import Findings
from routines.nodes import Node, Scalar, Sequence
from routines.problems import Flaw, Message

_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_WHOLE = re.compile(r"-?[0-9]{1,6}")
_LOOSE = re.compile(r"([-+\u2212\u2013]?)\s*([0-9]{0,6})(?:[.,]([0-9]{1,6}))?")


def is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None


def read_number(text: str) -> float | Flaw:
    """A decimal such as ``0.53`` or ``-0.2``, in the limits of any picture."""
    if not is_number(text):
        return Flaw(Message.BAD_NUMBER, {"value": text}, _meant(text.strip()))
    number = float(text)
    if abs(number) > FARTHEST:
        return Flaw(Message.TOO_FAR_OUT, {"value": text, "most": f"{FARTHEST:g}"})
    return number + 0.0  # "-0" is 0


def _meant(text: str) -> str:
    """``.5``, ``+0.5`` or ``0,5`` as the number that it is elsewhere."""
    found = _LOOSE.fullmatch(text)
    if not found or not (found[2] or found[3]):
        return ""
    sign = "" if found[1] in ("", "+") else "-"
    return f"{sign}{found[2] or '0'}" + (f".{found[3]}" if found[3] else "")


def _meant_point(parts: list[str]) -> str:
    """``[0,2, 0,53]`` as the two decimals that it is where a comma stands for the point."""
    if len(parts) != 4 or not all(_WHOLE.fullmatch(part) for part in parts):
        return ""
    right, tenths, up, more = parts
    if "-" in tenths + more:
        return ""
    return f"[{right}.{tenths}, {up}.{more}]"


def is_point(node: Node) -> bool:
    """Whether somebody meant two numbers by it, well written or not; joints begin with letters."""
    items = node.items if isinstance(node, Sequence) else []
    scalars = [each for each in items if isinstance(each, Scalar)]
    return len(scalars) == len(items) and any(not each.text[:1].isalpha() for each in scalars)


def read_point(node: Node, key: str, findings: Findings) -> Point | None:
    """A point, or None with the problem noted."""
    values = _numbers(node, key, findings, most=2)
    return None if values is None else Point(*values)


def read_joint(node: Node, key: str, findings: Findings) -> tuple[Point, float] | None:
    """A joint's point and its depth, which may be left out; None with the problem noted."""
    values = _numbers(node, key, findings, most=3)
    return None if values is None else (Point(*values[:2]), sum(values[2:]))


def _numbers(node: Node, key: str, findings: Findings, most: int) -> list[float] | None:
    """From two to ``most`` numbers, or None with the problem noted."""
    if isinstance(node, Scalar) and node.broken:
        return None
    items = node.items if isinstance(node, Sequence) else []
    numbers = [item for item in items if isinstance(item, Scalar)]
    if not 2 <= len(items) <= most or len(numbers) != len(items):
        if not (isinstance(node, Sequence) and node.cut):
            meant = _meant_point([each.text for each in numbers])
            findings.add(node, Flaw(Message.BAD_POINT, {"key": key}, meant))
        return None
    values = [_number_of(each, findings) for each in numbers]
    sound = [value for value in values if value is not None]
    return sound if len(sound) == len(values) else None


def _number_of(node: Scalar, findings: Findings) -> float | None:
    number = None if node.broken else read_number(node.text)
    if isinstance(number, Flaw):
        findings.add(node, number)
        return None
    return number
