"""From a mapping's nodes to values, by the keys that the grammar declares for it.

Every problem of every key is found here: unknown, twice, empty, of the wrong shape or value.
What the values mean together is the business of ``steps`` and ``reader``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from routines import values
from routines.findings import Findings, Mark
from routines.grammar import Key, Kind
from routines.model import Phase
from routines.nodes import Mapping, Node, Scalar, Sequence
from routines.problems import Flaw, Message, nearest
from routines.source import CONTROL

Value = str | float | int | bool | tuple[str, ...] | tuple[Phase, ...]


@dataclass(slots=True)
class Fields:
    """The values of one mapping. A key with a problem is there, but has no value."""

    places: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.keys

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
        value = self.values.get(name)
        if not isinstance(value, tuple):
            return ()
        return tuple(each for each in value if isinstance(each, str))

    def phases(self, name: str) -> tuple[Phase, ...]:
        value = self.values.get(name)
        if not isinstance(value, tuple):
            return ()
        return tuple(each for each in value if isinstance(each, Phase))


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
    if key.kind in (Kind.TEXTS, Kind.CHOICES):
        return _texts(node, key, findings)
    if key.kind in (Kind.STEPS, Kind.PHASES):
        items_of(node, key.name, findings)
        return None
    if key.kind in (Kind.CUES, Kind.DEFAULTS):
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


def _texts(node: Node, key: Key, findings: Findings) -> tuple[str, ...] | None:
    items = items_of(node, key.name, findings)
    if items is None:
        return None
    if 0 < len(items) < key.least:
        values = {"key": key.name, "least": str(key.least)}
        findings.add(node, Flaw(Message.TOO_FEW, values))
    one = Key(key.name, Kind.CHOICE if key.values else Kind.TEXT, key.help, key.values)
    found = (_scalar(item, one, findings) for item in items if not findings.full)
    return tuple(text for text in found if isinstance(text, str))


def _scalar(node: Node, key: Key, findings: Findings) -> Value | None:
    if not isinstance(node, Scalar):
        findings.add(node, Flaw(Message.WANTS_TEXT, {"key": key.name}))
        return None
    if node.broken:
        return None
    if not node.text.strip():
        findings.add(node, Flaw(Message.EMPTY_VALUE, {"key": key.name}))
        return None
    if bad := CONTROL.search(node.text):
        # An escape in a quoted text; a terminal would obey it.
        findings.add(node, Flaw(Message.UNPRINTABLE, {"code": f"U+{ord(bad[0]):04X}"}))
        return None
    value = read_value(node.text, key)
    if isinstance(value, Flaw):
        findings.add(node, value)
        return None
    return value


def read_value(text: str, key: Key) -> Value | Flaw:
    """One scalar by the kind of its key; ``text`` is as typed and not empty."""
    match key.kind:
        case Kind.DURATION:
            return values.read_duration(text, zero=key.zero)
        case Kind.COUNT:
            return values.read_count(text, key.name)
        case Kind.TEMPO:
            return values.read_tempo(text)
        case Kind.PATTERN:
            return values.read_pattern(text)
        case Kind.YES_NO:
            return values.read_yes_no(text, key.name)
        case Kind.CHOICE:
            return values.read_choice(text, key.name, key.values)
        case Kind.ID:
            return values.read_id(text)
        case _:
            return text.strip()
