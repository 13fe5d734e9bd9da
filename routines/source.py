"""From bytes to text: what is no text, no UTF-8 or too large is refused here, with a word why."""

import re
from dataclasses import dataclass

from routines.findings import Findings, Mark
from routines.problems import Flaw, Message

MOST_BYTES = 256 * 1024

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# Named one by one: all but those, as a class of half a million, takes 11 ms to compile.
_BAD = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
UNPRINTABLE = re.compile(f"[{_BAD}]")
CONTROL = re.compile(f"[{_BAD}\r\x85]")
"""What no value may contain. Typed line ends have become ``\\n`` there; others are escapes."""

_EXCERPT = 2000


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a file, None if it was refused, and its lines as YAML counts them."""

    words: str | None
    lines: list[str]
    findings: Findings


def read_text(source: bytes | str, too_large: Message = Message.TOO_LARGE) -> Text:
    """``source`` as text, or the problem that keeps it from being read.

    ``too_large`` words the one of its size: what helps is not the same for all kinds of files.
    """
    if _size(source) > MOST_BYTES:
        flaw = Flaw(too_large, {"most": str(MOST_BYTES // 1024)})
        return _refused(_as_text(source[:_EXCERPT]), 0, flaw)
    if isinstance(source, bytes):
        decoded = _decode(source)
        if isinstance(decoded, Text):
            return decoded
        source = decoded
    source = source.removeprefix("\ufeff")
    if bad := UNPRINTABLE.search(source):
        binary = bad[0] == "\0"
        code = f"U+{ord(bad[0]):04X}"
        flaw = Flaw(Message.NOT_TEXT) if binary else Flaw(Message.UNPRINTABLE, {"code": code})
        return _refused(source, bad.start(), flaw)
    lines = _BREAK.split(source)
    return Text(source, lines, Findings(lines))


def _size(source: bytes | str) -> int:
    return len(source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source)


def _decode(source: bytes) -> str | Text:
    if source.startswith((b"\xff\xfe", b"\xfe\xff")) or _alternates(source):
        return _refused("", 0, Flaw(Message.UTF16))
    if b"\0" in source:
        return _refused(_as_text(source), 0, Flaw(Message.NOT_TEXT))
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        return _refused(_as_text(source), len(before), Flaw(Message.NOT_UTF8))


def _alternates(source: bytes) -> bool:
    """Whether every other byte is zero, as in UTF-16 without a mark at its start."""
    zeros = sorted(half.count(0) / max(1, len(half)) for half in (source[::2], source[1::2]))
    return zeros[0] < 0.1 and zeros[1] > 0.7


def _as_text(source: bytes | str) -> str:
    return source if isinstance(source, str) else source.decode("utf-8", "replace")


def _refused(source: str, index: int, flaw: Flaw) -> Text:
    lines = _BREAK.split(source)
    before = _BREAK.split(source[:index])
    findings = Findings(lines)
    findings.add(Mark(len(before), len(before[-1]) + 1), flaw)
    return Text(None, lines, findings)
