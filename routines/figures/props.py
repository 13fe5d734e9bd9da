"""Reads the props of a figure file, and finds a place for those that are only named."""

from collections.abc import Iterable, Iterator

from routines.figures.body import known_joints
from routines.figures.grammar import ENDS, MOST_PROPS
from routines.figures.joints import unknown_joint
from routines.figures.model import Facing, Point, Posture, Prop, PropKind, View
from routines.figures.numbers import is_point, read_point
from routines.findings import Findings
from routines.nodes import Mapping, Node, Scalar, Sequence
from routines.problems import Flaw, Message, nearest

_EXAMPLES = {
    PropKind.WALL: "{wall: [0.2, 0]}",
    PropKind.CHAIR: "{chair: [0.3, 0.26]}",
    PropKind.DESK: "{desk: [-0.3, 0.42]}",
}
_BANDS = {
    View.SIDE: "{band: [hand, [-0.6, 0.7]]}",
    View.FRONT: "{band: [left-hand, right-hand]}",
    View.BACK: "{band: [left-hand, right-hand]}",
}
_KNOWN = tuple(kind.value for kind in PropKind)
_NO_DEFAULT = (PropKind.BAND,)


class PropReader:
    """Reads the props of one figure."""

    def __init__(self, view: View, findings: Findings) -> None:
        self._view = view
        self._known = known_joints(view)
        self._findings = findings

    def read(self, node: Node) -> tuple[Prop, ...]:
        props: list[Prop] = []
        for item in node.items if isinstance(node, Sequence) else []:
            if self._findings.full:
                break
            props += self._item(item)
            if len(props) > MOST_PROPS:
                values = {"most": str(MOST_PROPS)}
                self._findings.add(item, Flaw(Message.TOO_MANY_PROPS, values))
                break
        return tuple(props)

    def _item(self, node: Node) -> Iterator[Prop]:
        if isinstance(node, Mapping) and node.entries:
            for key, value in node.entries:
                if not self._findings.full:
                    yield from self._placed(key, value)
        elif isinstance(node, Scalar) and node.text.strip():
            kind = self._kind(node)
            if kind in _NO_DEFAULT:
                self._refuse(node, kind)
            elif kind is not None:
                yield Prop(kind)
        else:
            self._findings.add(node, Flaw(Message.NOT_A_PROP))

    def _kind(self, node: Scalar) -> PropKind | None:
        if node.broken:
            return None
        if node.text in _KNOWN:
            return PropKind(node.text)
        values = {"prop": node.text, "known": ", ".join(_KNOWN)}
        flaw = Flaw(Message.UNKNOWN_PROP, values, nearest(node.text, _KNOWN))
        self._findings.add(node, flaw)
        return None

    def _placed(self, key: Node, node: Node) -> Iterator[Prop]:
        if not isinstance(key, Scalar):
            self._findings.add(key, Flaw(Message.NOT_A_PROP))
            return
        kind = self._kind(key)
        if kind is None:
            return
        single = is_point(node) or not isinstance(node, Sequence)
        items = [node] if single or not isinstance(node, Sequence) else node.items
        least, most = ENDS[kind]
        if not least <= len(items) <= most:
            self._refuse(node, kind)
            return
        if any(_is_number(item) for item in items):
            self._refuse(node, kind)
            return
        ends = [self._end(item, kind) for item in items]
        yield Prop(kind, tuple(end for end in ends if end is not None))

    def _end(self, node: Node, kind: PropKind) -> Point | str | None:
        if not isinstance(node, Scalar):
            return read_point(node, kind.value, self._findings)
        if node.broken or node.text in self._known:
            return node.text
        self._findings.add(node, unknown_joint(node.text, self._view))
        return None

    def _refuse(self, node: Node, kind: PropKind) -> None:
        pair = f"{{{kind.value}: [[-0.6, 0], [0.6, 0]]}}"
        example = _BANDS[self._view] if kind is PropKind.BAND else _EXAMPLES.get(kind, pair)
        values = {"prop": kind.value, "ends": example}
        self._findings.add(node, Flaw(Message.WRONG_ENDS, values))


def _is_number(node: Node) -> bool:
    """Whether a lone number or nothing stands where a joint or two numbers belong."""
    return isinstance(node, Scalar) and not node.broken and not node.text[:1].isalpha()


def placed(
    props: Iterable[Prop], postures: Iterable[Posture], start: Posture, facing: Facing
) -> tuple[Prop, ...]:
    """The props, each with ends: those that are only named get a place beside the body."""
    points = [point for posture in postures for point in posture.joints.values()]
    left, right = min(point.x for point in points), max(point.x for point in points)
    low = min(point.y for point in points)
    ahead = -1.0 if facing is Facing.LEFT else 1.0
    behind = right + 0.08 if facing is Facing.LEFT else left - 0.08
    hip, head = start.joints["hip"], start.joints["head"]
    hand = start.joints.get("hand", hip)
    lying = max(0.0, low - 0.06)
    ends: dict[PropKind, tuple[Point | str, ...]] = {
        PropKind.MAT: (Point(left - 0.1, 0.0), Point(right + 0.1, 0.0)),
        PropKind.FLOOR: (Point(left - 0.4, 0.0), Point(right + 0.4, 0.0)),
        PropKind.WALL: (Point(behind, 0.0),),
        PropKind.CHAIR: (Point(hip.x, max(0.0, hip.y - 0.06)),),
        PropKind.DOORWAY: (Point(left - 0.05, 0.0), Point(right + 0.05, 0.0)),
        PropKind.DESK: (Point(hand.x - ahead * 0.08, max(0.0, hand.y - 0.04)),),
        PropKind.CUSHION: (Point(head.x - 0.1, 0.0), Point(head.x + 0.1, 0.0)),
        PropKind.BED: (Point(left - 0.12, lying), Point(right + 0.12, lying)),
    }
    return tuple(prop if prop.ends else Prop(prop.kind, ends[prop.kind]) for prop in props)
