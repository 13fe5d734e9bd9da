"""Reads figure files, with the routine reader's nodes, fields and problems."""

import re
from dataclasses import dataclass
from pathlib import Path

from routines.fields import Fields, read_fields, unknown_key, word_keys
from routines.figures.grammar import FIGURE, MOST_POSTURES, NEEDED, PHASES, START
from routines.figures.model import Facing, Figure, Loop, Posture, Prop, View
from routines.figures.postures import PostureReader, unknown_posture
from routines.figures.props import PropReader, placed
from routines.findings import Findings, Mark
from routines.lookup import read_bytes
from routines.model import PhaseName, Side
from routines.nodes import Document, Mapping, Node, Scalar, Sequence, read_document
from routines.problems import Flaw, Level, Message, Problem, has_errors


@dataclass(frozen=True, slots=True)
class FigureReading:
    """The figure, unless there are errors, all problems, and what the file calls itself."""

    figure: Figure | None
    problems: tuple[Problem, ...]
    name: str = ""


_PARTNERS = {
    PhaseName.THERE: PhaseName.BACK,
    PhaseName.BACK: PhaseName.THERE,
    PhaseName.IN: PhaseName.OUT,
    PhaseName.OUT: PhaseName.IN,
}
_KEY = re.compile(r"""^(['"]?)(\w+)\1[ \t]*:(?:[ \t]|$)""", re.MULTILINE)


def is_figure(source: bytes) -> bool:
    """Whether a file is meant to be a figure, going by its keys alone."""
    text = source.decode("utf-8-sig", errors="replace").replace("\r", "\n")
    keys = {found[2] for found in _KEY.finditer(text)}
    return "postures" in keys and "steps" not in keys


def read_figure_file(path: Path) -> FigureReading:
    """The figure in ``path``. Never raises: what goes wrong is among the problems."""
    source = read_bytes(path)
    if isinstance(source, Flaw):
        findings = Findings([])
        findings.add(Mark(1, 1), source)
        return FigureReading(None, findings.sorted())
    return read_figure(source, path.stem)


def read_figure(source: bytes | str, figure_id: str) -> FigureReading:
    """The figure in ``source``. Never raises: what goes wrong is among the problems."""
    document = read_document(source, too_large=Message.MUCH_TOO_LARGE)
    root, findings = document.root, document.findings
    if not isinstance(root, Mapping):
        if not document.cut and not (isinstance(root, Scalar) and root.broken):
            _refuse(root, findings)
        return FigureReading(None, findings.sorted())
    fields = read_fields(word_keys(root, findings), FIGURE, findings)
    figure = _FigureReader(document, fields).figure(figure_id)
    problems = findings.sorted()
    return FigureReading(None if has_errors(problems) else figure, problems, fields.text("name"))


def _refuse(root: Node | None, findings: Findings) -> None:
    if root is None or (isinstance(root, Scalar) and not root.text and root.plain):
        findings.add(Mark(1, 1), Flaw(Message.EMPTY_FIGURE))
    else:
        findings.add(root, Flaw(Message.NOT_A_FIGURE))


class _FigureReader:
    """Reads one document's fields; lives as long as that takes."""

    def __init__(self, document: Document, fields: Fields) -> None:
        self._findings = document.findings
        self._cut = document.cut
        self._fields = fields
        view, facing = fields.text("view"), fields.text("facing")
        self._view = View(view) if view else None
        self._facing = Facing(facing) if facing else Facing.LEFT

    def figure(self, figure_id: str) -> Figure | None:
        """The figure, whole only if no error has been noted."""
        fields = self._fields
        for name in NEEDED:
            if name not in fields and not self._cut:
                self._findings.add(Mark(1, 1), Flaw(Message.MISSING_KEY, {"key": name}))
        if "facing" in fields and self._view not in (None, View.SIDE):
            values = {"key": "facing", "needed": "view: side"}
            self._findings.add(fields.keys["facing"], Flaw(Message.KEY_NEEDS, values))
        if self._view is None:
            return None  # which joints there are depends on it
        postures, names = self._postures(self._view)
        loop = self._loop(postures, names)
        props = self._props(self._view)
        if loop is None or has_errors(self._findings.sorted()):
            return None
        side = fields.text("side")
        return Figure(
            id=figure_id,
            name=fields.text("name"),
            view=self._view,
            loop=loop,
            postures=postures,
            props=placed(props, postures.values(), loop.start, self._facing),
            facing=self._facing,
            side=Side(side) if side else Side.LEFT,
            about=fields.text("about"),
        )

    def _postures(self, view: View) -> tuple[dict[str, Posture], tuple[str, ...]]:
        node = self._fields.places.get("postures")
        reader = PostureReader(view, self._facing, self._findings)
        return ({}, ()) if node is None else reader.read(node)

    def _props(self, view: View) -> tuple[Prop, ...]:
        node = self._fields.places.get("props")
        return () if node is None else PropReader(view, self._findings).read(node)

    def _loop(self, postures: dict[str, Posture], names: tuple[str, ...]) -> Loop | None:
        """The loop; None where the file has none, or where it names what is not there."""
        node = self._fields.places.get("loop")
        if not isinstance(node, Mapping):
            return None
        ways: dict[PhaseName, tuple[Posture, ...]] = {}
        start: tuple[Posture, ...] = ()
        for key, value in word_keys(node, self._findings):
            if self._findings.full:
                break
            if key.text != START and key.text not in PHASES:
                self._findings.add(key, unknown_key(key.text, (START, *PHASES)))
                continue
            way = self._way(key.text, value, postures, names)
            if key.text != START:
                ways[PhaseName(key.text)] = way
            elif isinstance(value, Sequence):
                self._findings.add(value, Flaw(Message.WANTS_TEXT, {"key": START}))
            else:
                start = way
        begin = start[0] if start else _start_of(ways)
        named = any(isinstance(key, Scalar) and key.text == START for key, _ in node.entries)
        if begin is None and not named and ways and all(ways.values()):
            values = {"key": next(iter(ways)).value, "needed": START}
            self._findings.add(node.entries[0][0], Flaw(Message.KEY_NEEDS, values))
        if begin is None:
            return None
        if not has_errors(self._findings.sorted()):
            self._warn(node, begin, ways)
        return Loop(begin, ways)

    def _warn(
        self, node: Mapping, begin: Posture, ways: dict[PhaseName, tuple[Posture, ...]]
    ) -> None:
        """Of a loop that can be shown and is hardly meant so."""
        if not _moves(begin, ways):
            flaw = Flaw(Message.LOOP_STAYS, {"posture": begin.name})
            self._findings.add(self._fields.keys["loop"], flaw, Level.WARNING)
        elif (half := _half_of_pair(ways)) is not None:
            keys = (key for key, _ in node.entries if isinstance(key, Scalar))
            place = next((key for key in keys if key.text == half[0].value), node)
            values = {"key": half[0].value, "needed": half[1].value}
            self._findings.add(place, Flaw(Message.HALF_PAIR, values), Level.WARNING)

    def _way(
        self, key: str, node: Node, postures: dict[str, Posture], names: tuple[str, ...]
    ) -> tuple[Posture, ...]:
        """The postures that a phase passes through; problems with them are noted."""
        items = node.items if isinstance(node, Sequence) else [node]
        if not items and not self._cut:
            self._findings.add(node, Flaw(Message.EMPTY_LIST, {"key": key}))
        if len(items) > MOST_POSTURES:
            values = {"count": str(len(items)), "most": str(MOST_POSTURES)}
            self._findings.add(items[MOST_POSTURES], Flaw(Message.TOO_MANY_POSTURES, values))
            return ()
        found: list[Posture] = []
        for item in items:
            if not isinstance(item, Scalar):
                self._findings.add(item, Flaw(Message.NOT_A_POSTURE, {"key": key}))
            elif not item.text.strip() and not item.broken:
                self._findings.add(item, Flaw(Message.EMPTY_VALUE, {"key": key}))
            elif item.text in postures:
                found.append(postures[item.text])
            elif names and item.text not in names and not item.broken and not self._cut:
                self._findings.add(item, unknown_posture(item.text, names))
        return tuple(found)


def _moves(start: Posture, ways: dict[PhaseName, tuple[Posture, ...]]) -> bool:
    """Whether any way leads elsewhere. A hold may stay where it is: that is what it is for."""
    if PhaseName.HOLD in ways:
        return True
    postures = (posture for way in ways.values() for posture in way)
    return any((each.joints, each.belly) != (start.joints, start.belly) for each in postures)


def _half_of_pair(
    ways: dict[PhaseName, tuple[Posture, ...]],
) -> tuple[PhaseName, PhaseName] | None:
    """A phase without the one that belongs to it, and that one; None if there is none such.

    The breath that moves what is held needs only its way in.
    """
    for name in ways:
        partner = _PARTNERS.get(name)
        breathes = name is PhaseName.IN and PhaseName.HOLD in ways
        if partner is not None and partner not in ways and not breathes:
            return name, partner
    return None


def _start_of(ways: dict[PhaseName, tuple[Posture, ...]]) -> Posture | None:
    """Where a loop begins that does not say: where its way back ends, or in what it holds."""
    for phase in (PhaseName.BACK, PhaseName.OUT, PhaseName.HOLD):
        if ways.get(phase):
            return ways[phase][-1]
    return None
