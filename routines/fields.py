"""From a mapping's nodes to values, by the keys that the grammar declares for it.

Every problem of every key is found here: unknown, twice, empty, of the wrong shape or value.
What the values mean together is the business of ``steps`` and ``reader``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import time
from typing import TypeVar

from routines import values
from routines.findings import Findings, Mark
from routines.grammar import Key, Kind
from routines.model import Phase
from routines.nodes import Mapping, Node, Scalar, Sequence
from routines.problems import Flaw, Message, nearest
from routines.reminders.model import After, Before, Every, Hours
from routines.reminders.times import (
    read_after,
    read_before,
    read_clock,
    read_every,
    read_hours,
)
from routines.source import CONTROL

Single = str | float | int | bool | tuple[Phase, ...] | time | Hours | Every | Before | After
"""What one scalar can mean."""

Value = Single | tuple[Single, ...]
T = TypeVar("T")


@dataclass(slots=True)
class Fields:
    """The values of one mapping. A key with a problem is there, but has no value.

    ``meant`` are the keys that misspelt ones most likely stand for: they have no value either,
    and whoever misses them would say the same thing twice.
    """

    places: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    meant: set[str] = field(default_factory=set)

    def __contains__(self, name: str) -> bool:
        return name in self.keys

    def misses(self, name: str) -> bool:
        """Whether nothing in the mapping was meant to be this key."""
        return name not in self.keys and name not in self.meant

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        value = self.values.get(name)
        return value if isinstance(value, float) else None

    def count(self, name: str) -> int | None:
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool | None:
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def texts(self, name: str) -> tuple[str, ...]:
        return self.all(name, str)

    def phases(self, name: str) -> tuple[Phase, ...]:
        return self.all(name, Phase)

    def all(self, name: str, kind: type[T]) -> tuple[T, ...]:
        """The entries of a list that are of this kind; none where there is no list."""
        value = self.values.get(name)
        if not isinstance(value, tuple):
            return ()
        return tuple(each for each in value if isinstance(each, kind))

    def one(self, name: str, kind: type[T]) -> T | None:
        """The value, if it is there and of this kind."""
        value = self.values.get(name)
        return value if isinstance(value, kind) else None


def word_keys(mapping: Mapping, findings: Findings) -> list[tuple[Scalar, Node]]:
    """The entries whose keys are words, each once; the others become problems."""
    entries: list[tuple[Scalar, Node]] = []
    first: dict[str, Mark] = {}
    for key, value in mapping.entries:
        if findings.full:
            break
        if not isinstance(key, Scalar):
            findings.add(key, Flaw(Message.KEY_NOT_A_WORD))
        elif key.broken and not key.text:
            continue  # an alias; a key with an anchor or a tag still is that key
        elif key.text in first:
            line = str(first[key.text].line)
            findings.add(key, Flaw(Message.DUPLICATE_KEY, {"key": key.text, "first": line}))
        else:
            first[key.text] = key.mark
            entries.append((key, value))
    return entries


def read_fields(
    entries: Iterable[tuple[Scalar, Node]],
    keys: Iterable[Key],
    findings: Findings,
    unknown: Callable[[Scalar], Flaw] | None = None,
) -> Fields:
    """Read ``entries`` by their ``keys``. ``unknown`` words the problem of any other key."""
    fields = Fields()
    known = {key.name: key for key in keys}
    for name, node in entries:
        if findings.full:
            break
        if name.text not in known:
            flaw = unknown(name) if unknown else unknown_key(name.text, known)
            findings.add(name, flaw)
            fields.meant.add(flaw.instead)
            continue
        fields.keys[name.text] = name
        fields.places[name.text] = node
        value = _read(node, known[name.text], findings)
        if value is not None:
            fields.values[name.text] = value
    return fields


def unknown_key(name: str, known: Iterable[str]) -> Flaw:
    known = tuple(known)
    values = {"key": name, "known": ", ".join(known)}
    return Flaw(Message.UNKNOWN_KEY, values, nearest(name, known))


def _read(node: Node, key: Key, findings: Findings) -> Value | None:
    if key.kind in _LISTS:
        return _list(node, key, findings)
    if key.kind in (Kind.STEPS, Kind.PHASES, Kind.PROPS):
        items_of(node, key.name, findings)
        return None
    if key.kind in (Kind.CUES, Kind.DEFAULTS, Kind.POSTURES, Kind.LOOP):
        entries_of(node, key.name, findings)
        return None
    return _scalar(node, key, findings)


def items_of(node: Node, key: str, findings: Findings) -> list[Node] | None:
    """The entries of a list. None, with a problem noted, for anything else."""
    if isinstance(node, Sequence):
        if not node.items and not node.cut:
            findings.add(node, Flaw(Message.EMPTY_LIST, {"key": key}))
        return node.items
    if isinstance(node, Scalar) and node.broken:
        return None
    if isinstance(node, Scalar) and not node.text.strip():
        findings.add(node, Flaw(Message.EMPTY_LIST, {"key": key}))
        return None
    instead = f"[{node.text}]" if isinstance(node, Scalar) and "\n" not in node.text else ""
    findings.add(node, Flaw(Message.WANTS_LIST, {"key": key}, instead))
    return None


def entries_of(node: Node, key: str, findings: Findings) -> Mapping | None:
    """The entries of a mapping. None, with a problem noted, for anything else."""
    if isinstance(node, Mapping):
        if not node.entries and not node.cut:
            findings.add(node, Flaw(Message.EMPTY_VALUE, {"key": key}))
        return node
    if not (isinstance(node, Scalar) and node.broken):
        empty = isinstance(node, Scalar) and not node.text.strip()
        findings.add(node, Flaw(Message.EMPTY_VALUE if empty else Message.WANTS_KEYS, {"key": key}))
    return None


def _list(node: Node, key: Key, findings: Findings) -> tuple[Single, ...] | None:
    if key.kind in _SINGLE and isinstance(node, Scalar) and "," not in node.text:
        value = _scalar(node, key, findings)
        return None if value is None else (value,)
    items = items_of(node, key.name, findings)
    if items is None:
        return None
    if 0 < len(items) < key.least:
        values = {"key": key.name, "least": str(key.least)}
        findings.add(node, Flaw(Message.TOO_FEW, values))
    found = (
        _scalar(item, key, findings, number)
        for number, item in enumerate(items, start=1)
        if not findings.full
    )
    return tuple(value for value in found if value is not None)


def _scalar(node: Node, key: Key, findings: Findings, number: int = 0) -> Single | None:
    """The value of one scalar; ``number`` is its place in a list, from 1, if it stands in one."""
    if not isinstance(node, Scalar):
        findings.add(node, Flaw(Message.WANTS_TEXT, {"key": key.name}))
        return None
    if node.broken:
        return None
    if not node.text.strip():
        item = {"key": key.name, "number": str(number)}
        empty = Flaw(Message.EMPTY_VALUE, {"key": key.name})
        findings.add(node, Flaw(Message.EMPTY_ITEM, item) if number else empty)
        return None
    if bad := CONTROL.search(node.text):
        # An escape in a quoted text; a terminal would obey it.
        findings.add(node, Flaw(Message.UNPRINTABLE, {"code": f"U+{ord(bad[0]):04X}"}))
        return None
    one = Key(key.name, _LISTS.get(key.kind, key.kind), key.help, key.values, key.zero)
    value = read_value(node.text, one)
    if isinstance(value, Flaw):
        findings.add(node, value)
        return None
    return value


def read_value(text: str, key: Key) -> Single | Flaw:
    """One scalar by the kind of its key; ``text`` is as typed and not empty."""
    read = _SCALARS.get(key.kind)
    return text.strip() if read is None else read(text, key)


_LISTS = {
    Kind.TEXTS: Kind.TEXT,
    Kind.CHOICES: Kind.CHOICE,
    Kind.IDS: Kind.ID,
    Kind.CLOCKS: Kind.CLOCK,
    Kind.HOURS_LIST: Kind.HOURS,
}
"""What the entries of each kind of list are."""

_SINGLE = (Kind.CLOCKS, Kind.HOURS_LIST)
"""Lists of which a single entry may stand without brackets, as in ``at: 10:30``."""

_SCALARS: dict[Kind, Callable[[str, Key], Single | Flaw]] = {
    Kind.DURATION: lambda text, key: values.read_duration(text, zero=key.zero),
    Kind.COUNT: lambda text, key: values.read_count(text, key.name),
    Kind.TEMPO: lambda text, _: values.read_tempo(text),
    Kind.PATTERN: lambda text, _: values.read_pattern(text),
    Kind.YES_NO: lambda text, key: values.read_yes_no(text, key.name),
    Kind.CHOICE: lambda text, key: values.read_choice(text, key.name, key.values),
    Kind.ID: lambda text, _: values.read_id(text),
    Kind.CLOCK: lambda text, _: read_clock(text),
    Kind.HOURS: lambda text, _: read_hours(text),
    Kind.EVERY: lambda text, _: read_every(text),
    Kind.BEFORE: lambda text, _: read_before(text),
    Kind.AFTER: lambda text, _: read_after(text),
}
"""How one scalar of each kind is read; any other kind is plain text."""
