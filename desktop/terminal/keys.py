"""From the bytes that a terminal sends to the keys that were pressed."""

import codecs
import re
from enum import Enum, auto


class Key(Enum):
    """Keys that are no letters."""

    ENTER = auto()
    ESCAPE = auto()
    BACKSPACE = auto()
    CLEAR = auto()  # Ctrl+U: the whole line goes
    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()


Press = Key | str
"""A key, or the character that was typed."""

ESCAPE_SECONDS = 0.05
"""An Escape with nothing behind it for this long is the key itself, not the start of another."""

_ARROWS = {"A": Key.UP, "B": Key.DOWN, "C": Key.RIGHT, "D": Key.LEFT}
_SEQUENCE = re.compile(r"\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-Z\\-~]|O[@-~]|[^\x1b\[O])")
"""An arrow, any other special key, or Alt with a letter."""

_ARROW = re.compile(r"\x1b(?:\[[0-9;]*|O)([A-D])")
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O|\[\[)?")
_CONTROLS = {
    "\r": Key.ENTER,
    "\n": Key.ENTER,
    "\x7f": Key.BACKSPACE,
    "\x08": Key.BACKSPACE,
    "\x15": Key.CLEAR,
    "\x04": Key.ESCAPE,  # Ctrl+D: no more input
}


class KeyReader:
    """Puts keys together from bytes, however they are cut. Never raises."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    @property
    def undecided(self) -> bool:
        """Whether an Escape waits for what may belong to it: see ``ESCAPE_SECONDS``."""
        return bool(self._rest)

    def feed(self, data: bytes) -> list[Press]:
        """The keys that are complete now."""
        text = self._rest + self._decoder.decode(data)
        self._rest = ""
        found: list[Press] = []
        while text:
            if text[0] != "\x1b":
                if (press := _press(text[0])) is not None:
                    found.append(press)
                text = text[1:]
            elif sequence := _SEQUENCE.match(text):
                if arrow := _ARROW.fullmatch(sequence[0]):
                    found.append(_ARROWS[arrow[1]])
                text = text[sequence.end() :]
            elif _BEGUN.fullmatch(text):
                self._rest, text = text, ""
            else:
                found.append(Key.ESCAPE)
                text = text[1:]
        return found

    def flush(self) -> list[Press]:
        """Nothing came behind the Escape: it was the key."""
        begun, self._rest = self._rest, ""
        return [Key.ESCAPE] if begun == "\x1b" else []


def _press(character: str) -> Press | None:
    if character in _CONTROLS:
        return _CONTROLS[character]
    return character if character.isprintable() else None
