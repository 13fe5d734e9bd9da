"""From bytes to marked nodes: every scalar as it was typed, every node with its place.

PyYAML's constructors are not used: they turn ``1:30`` into 90 and ``no`` into False, and drop
duplicate keys. Its composer is not used either: with libyaml it crashes the process on deeply
nested brackets. The nodes are built here from the parser's events, with a limit on the depth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from routines.findings import MOST_PROBLEMS, Findings, Mark
from routines.problems import Flaw, Message
from routines.source import read_text

_DEEPEST = 40  # levels of YAML; eight nested repeats with their cues need twenty

_TAB_INDENT = re.compile(r"( *)\t[ \t]*[^ \t#]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)  # not frozen: that would double the time it takes to make one
class Scalar:
    """A single value. ``plain`` is True when it was typed without quotes.

    ``broken`` marks one that already has a problem of its own, such as an alias.
    """

    text: str
    mark: Mark
    width: int = 1
    plain: bool = True
    broken: bool = False


@dataclass(slots=True)
class Sequence:
    """A list. ``cut`` says that the text is not whole YAML and ends, for us, inside of it."""

    mark: Mark
    items: "list[Node]" = field(default_factory=list)
    width: int = 1
    cut: bool = False


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file and with every duplicate."""

    mark: Mark
    entries: "list[tuple[Node, Node]]" = field(default_factory=list)
    width: int = 1
    cut: bool = False


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Document:
    """What could be read. ``cut`` says that the text is not whole YAML: nodes may be missing."""

    root: Node | None
    findings: Findings
    cut: bool = False


def read_document(source: bytes | str, too_large: Message = Message.TOO_LARGE) -> Document:
    """The nodes of a YAML text with every problem found on the way. Never raises."""
    text = read_text(source, too_large)
    if text.words is None:
        return Document(None, text.findings, cut=True)
    return _Builder(text.words, text.lines, text.findings).document()


class _Builder:
    """Builds the tree from parser events; what is open stands on a stack."""

    def __init__(self, source: str, lines: list[str], findings: Findings) -> None:
        self._source = source
        self._lines = lines
        self._findings = findings
        self._root: Node | None = None
        self._stack: list[Sequence | Mapping] = []
        self._keys: list[Node | None] = []
        self._cut = False
        self._tabs: dict[int, Mark] = {}

    def document(self) -> Document:
        self._find_tabs()
        try:
            for event in self._events():
                if not self._take(event) or self._findings.full:
                    self._cut = bool(self._stack)
                    break
        except yaml.YAMLError as error:
            self._cut = True
            self._note_yaml_error(error)
        for node in self._stack:
            node.cut = self._cut
        for tab in self._tabs.values():
            self._findings.add(tab, Flaw(Message.TAB_INDENT))
        return Document(self._root, self._findings, self._cut)

    def _events(self) -> Iterator[Any]:
        loader = _Loader(self._source)
        try:
            event = None
            while not isinstance(event, yaml.StreamEndEvent):
                event = loader.get_event()
                yield event
        finally:
            loader.dispose()

    def _find_tabs(self) -> None:
        """Tabs as indent, which YAML refuses with a message that helps nobody."""
        for number, line in enumerate(self._lines, 1):
            if found := _TAB_INDENT.match(line):
                self._tabs[number] = Mark(number, len(found[1]) + 1)
            if len(self._tabs) == MOST_PROBLEMS:
                break

    def _allow_tabs(self, event: Any) -> None:
        """In a text under ``|`` or ``>`` a tab behind the indent is a part of the text."""
        unended = event.end_mark.column > 0  # the file's last line, without a line end
        for line in range(event.start_mark.line + 2, event.end_mark.line + 1 + unended):
            self._tabs.pop(line, None)

    def _take(self, event: Any) -> bool:
        """Whether the events after this one still matter."""
        if isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
            self._findings.add(_mark(event.start_mark), Flaw(Message.SECOND_DOCUMENT))
            return False
        if isinstance(event, yaml.AliasEvent):
            name = event.anchor or ""
            node = Scalar("", _mark(event.start_mark), len(name) + 1, broken=True)
            self._findings.add(node, Flaw(Message.ALIAS, {"name": name}))
            self._place(node)
        elif isinstance(event, yaml.NodeEvent):
            return self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            self._keys.pop()
        return True

    def _take_node(self, event: Any) -> bool:
        mark = _mark(event.start_mark)
        self._refuse_properties(event, mark)
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("|", ">"):
                self._allow_tabs(event)
            self._place(self._scalar(event, mark))
            return True
        opened = Sequence(mark) if isinstance(event, yaml.SequenceStartEvent) else Mapping(mark)
        self._place(opened)
        if len(self._stack) == _DEEPEST:
            self._findings.add(mark, Flaw(Message.TOO_DEEP))
            return False
        self._stack.append(opened)
        self._keys.append(None)
        return True

    def _refuse_properties(self, event: Any, mark: Mark) -> None:
        if event.anchor is not None:
            self._findings.add(mark, Flaw(Message.ANCHOR, {"name": event.anchor}))
        if event.tag is not None:
            self._findings.add(mark, Flaw(Message.TAG, {"tag": event.tag}))

    def _scalar(self, event: Any, mark: Mark) -> Scalar:
        one_line = event.start_mark.line == event.end_mark.line
        end = event.end_mark.column + 1 if one_line else self._line_end(mark.line)
        plain = not event.style
        broken = event.anchor is not None or event.tag is not None
        return Scalar(
            event.value.strip() if plain else event.value,
            mark,
            max(1, end - mark.column),
            plain,
            broken,
        )

    def _line_end(self, line: int) -> int:
        return len(self._line(line)) + 1

    def _place(self, node: Node) -> None:
        """Put ``node`` where the parser is: into the list or mapping that is open."""
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = node
        else:
            parent.entries.append((key, node))
            self._keys[-1] = None

    def _note_yaml_error(self, error: yaml.YAMLError) -> None:
        begun = getattr(error, "context_mark", None)
        mark = getattr(error, "problem_mark", None) or begun
        place = _mark(mark) if mark else Mark(1, 1)
        at_end = not "".join(self._lines[place.line - 1 :])[place.column - 1 :].strip()
        flaw = _yaml_flaw(error, self._line(place.line)[: place.column - 1])
        if begun and (at_end or flaw.message is Message.YAML_START):
            place = _mark(begun)  # what was never closed is mended where it was opened
        if place.line < min(self._tabs, default=place.line + 1):
            self._findings.add(place, flaw)

    def _line(self, line: int) -> str:
        return self._lines[line - 1] if line <= len(self._lines) else ""


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _yaml_flaw(error: yaml.YAMLError, before: str) -> Flaw:
    """The parser's complaint as one of the few mistakes that people really make.

    ``before`` is the line up to the place of the complaint.
    """
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    if "mapping values are not allowed" in problem:
        lone_key = re.fullmatch(r"[ -]*[A-Za-z_]+", before)
        return Flaw(Message.YAML_INDENT if lone_key else Message.YAML_COLON)
    if "cannot start any token" in problem or "anchor" in context or "alias" in context:
        return Flaw(Message.YAML_START)
    if "quoted scalar" in context and "escape" not in problem:
        return Flaw(Message.YAML_QUOTE)
    if "flow" in context:
        return Flaw(Message.YAML_BRACKET)
    if "block" in context or "simple key" in context:
        return Flaw(Message.YAML_INDENT)
    return Flaw(Message.NOT_YAML, {"reason": problem or context or str(error).split("\n")[0]})
