"""Text in the cells of a terminal, where some characters take two and some none."""

import unicodedata

_JOINERS = "\u200c\u200d"
_WIDE = "WF"
_INVISIBLE = ("Mn", "Me", "Cf")


def plain(text: str) -> str:
    """``text`` on one line, and without anything that a terminal would obey."""
    kept = (each if each.isprintable() or each in _JOINERS else " " for each in text)
    return " ".join("".join(kept).split())


def printable(text: str) -> str:
    """``text`` as it is, with a sign for anything that a terminal would obey or cannot show."""
    return "".join(each if each.isprintable() else "\ufffd" for each in text)


def width_of(text: str) -> int:
    """How many cells ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(each) for each in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with an ellipsis where something is missing."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    return _head(text, width - 1)[0].rstrip() + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """``text`` with spaces up to ``width`` cells, before it if it stands on the right."""
    space = " " * max(0, width - width_of(text))
    return space + text if right else text + space


def wrap(text: str, width: int) -> list[str]:
    """The words of ``text`` in lines of at most ``width`` cells; longer words are broken."""
    width = max(2, width)  # a wide character must fit
    lines: list[str] = []
    line = ""
    for word in plain(text).split():
        rest = word
        if line and width_of(line) + 1 + width_of(rest) <= width:
            line = f"{line} {rest}"
            continue
        if line:
            lines.append(line)
        while width_of(rest) > width:
            head, rest = _head(rest, width)
            lines.append(head)
        line = rest
    return [*lines, line] if line else lines


def _head(text: str, width: int) -> tuple[str, str]:
    """As much of ``text`` as fits, with the marks that belong to its last letter, and the rest."""
    used = 0
    for index, character in enumerate(text):
        used += _width(character)
        if used > width:
            return text[:index], text[index:]
    return text, ""
