"""Reads the postures of a figure file: joints, what is taken ``like`` another, what is guessed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from routines.fields import word_keys
from routines.figures.body import (
    FAR_STEP,
    known_joints,
    needed_joints,
    optional_joints,
)
from routines.figures.grammar import BELLY, LIKE, MOST_POSTURES
from routines.figures.joints import meant_by, unknown_joint
from routines.figures.lengths import all_bones, bone_length, distance, limb_bones, usual_length
from routines.figures.model import ARM, FAR, LEG, Facing, Point, Posture, View
from routines.figures.numbers import read_joint, read_number
from routines.findings import Findings
from routines.nodes import Mapping as MappingNode
from routines.nodes import Node, Scalar
from routines.problems import Flaw, Level, Message, nearest

SHORTEST = 0.001
"""Bones that are shorter have no direction, in body units."""

_FACE = 0.08  # from the middle of the head to what the face looks to
_MOST_CHANGE = 0.03  # of a limb's length between two postures
_MOST_UNUSUAL = 0.25  # by which share a bone may be longer or shorter than in most people
_FLOOR = -0.005
_FAR_LIMBS = (*ARM[1:], *LEG)


@dataclass(slots=True)
class _Draft:
    """One posture as it stands in the file."""

    key: Scalar
    points: dict[str, Point] = field(default_factory=dict)
    depths: dict[str, float] = field(default_factory=dict)
    places: dict[str, Scalar] = field(default_factory=dict)
    meant: set[str] = field(default_factory=set)
    belly: float | None = None
    like: Scalar | None = None
    broken: bool = False


class PostureReader:
    """Reads all postures of one figure."""

    def __init__(self, view: View, facing: Facing, findings: Findings) -> None:
        self._view = view
        self._facing = facing
        self._findings = findings
        self._drafts: dict[str, _Draft] = {}

    def read(self, node: Node) -> tuple[dict[str, Posture], tuple[str, ...]]:
        """The sound postures in the file's order, and the names of all, sound or not."""
        if not isinstance(node, MappingNode):
            return {}, ()
        entries = node.entries
        if len(entries) > MOST_POSTURES:
            values = {"count": str(len(entries)), "most": str(MOST_POSTURES)}
            place = entries[MOST_POSTURES][0]
            self._findings.add(place, Flaw(Message.TOO_MANY_POSTURES, values))
            names = [key.text for key, _ in entries[:MOST_POSTURES] if isinstance(key, Scalar)]
            return {}, tuple(names)
        for key, value in word_keys(node, self._findings):
            self._drafts[key.text] = self._draft(key, value, cut=node.cut)
        self._check_likes()
        whole = {name: self._whole(name) for name in self._drafts}
        self._fill_optional(whole)
        sound = {name: self._posture(name, points) for name, points in whole.items() if points}
        postures = {name: posture for name, posture in sound.items() if posture}
        self._compare(postures)
        self._compare_with_people(postures)
        return postures, tuple(self._drafts)

    def _draft(self, key: Scalar, node: Node, *, cut: bool) -> _Draft:
        draft = _Draft(key, broken=cut)
        if not isinstance(node, MappingNode):
            if not (isinstance(node, Scalar) and node.broken):
                self._findings.add(node, Flaw(Message.WANTS_KEYS, {"key": key.text}))
            draft.broken = True
            return draft
        for name, value in word_keys(node, self._findings):
            if self._findings.full:
                break
            if name.text == LIKE:
                draft.like = self._like(value)
                draft.broken |= draft.like is None
            elif name.text == BELLY:
                draft.belly = self._belly(value)
            elif name.text in known_joints(self._view):
                joint = read_joint(value, name.text, self._findings)
                draft.places[name.text] = name
                draft.broken |= joint is None
                if joint is not None:
                    draft.points[name.text], draft.depths[name.text] = joint
            else:
                flaw = unknown_joint(name.text, self._view, (LIKE, BELLY))
                self._findings.add(name, flaw)
                draft.meant.update(meant_by(flaw))
                draft.broken |= flaw.instead == LIKE
        return draft

    def _like(self, node: Node) -> Scalar | None:
        if isinstance(node, Scalar) and node.text.strip():
            return None if node.broken else node
        self._findings.add(node, Flaw(Message.WANTS_TEXT, {"key": LIKE}))
        return None

    def _belly(self, node: Node) -> float | None:
        if not isinstance(node, Scalar) or node.broken:
            if not isinstance(node, Scalar):
                self._findings.add(node, Flaw(Message.WANTS_TEXT, {"key": BELLY}))
            return None
        if not node.text.strip():
            self._findings.add(node, Flaw(Message.EMPTY_VALUE, {"key": BELLY}))
            return None
        number = read_number(node.text)
        if isinstance(number, Flaw):
            self._findings.add(node, number)
            return None
        if not 0.0 <= number <= 1.0:
            values = {"key": BELLY, "value": node.text}
            self._findings.add(node, Flaw(Message.BAD_SHARE, values))
        return number

    def _check_likes(self) -> None:
        for name, draft in self._drafts.items():
            if draft.like is None:
                continue
            if draft.like.text not in self._drafts:
                flaw = unknown_posture(draft.like.text, self._drafts)
                self._findings.add(draft.like, flaw)
                draft.broken = True
                continue
            chain = [each.key.text for each in self._chain(name)]
            last = self._drafts[chain[-1]].like
            if last is not None and last.text in chain:
                draft.broken = True
                if last.text == name:
                    values = {"chain": " → ".join([*chain, name])}
                    self._findings.add(draft.like, Flaw(Message.LIKE_ITSELF, values))

    def _chain(self, name: str) -> Iterator[_Draft]:
        """The posture and those that it is like, as far as they lead somewhere new."""
        seen: set[str] = set()
        while name in self._drafts and name not in seen:
            seen.add(name)
            draft = self._drafts[name]
            yield draft
            name = draft.like.text if draft.like else ""

    def _whole(self, name: str) -> dict[str, Point] | None:
        """All joints that are given, here or in what it is like; None if some are missing."""
        points: dict[str, Point] = {}
        chain = list(self._chain(name))
        for draft in reversed(chain):
            points |= draft.points
        if any(draft.broken for draft in chain):
            return None  # it has a problem already; what else is missing follows from that
        meant = {joint for draft in chain for joint in draft.meant}
        needed = (joint for joint in needed_joints(self._view) if joint not in points)
        missing = [joint for joint in needed if joint not in meant]
        if missing and chain[0].like is None:  # else the posture that it is like has told it
            values = {"posture": name, "joints": ", ".join(missing)}
            self._findings.add(chain[0].key, Flaw(Message.MISSING_JOINTS, values))
        return None if missing or meant else points

    def _fill_optional(self, whole: Mapping[str, dict[str, Point] | None]) -> None:
        """Guess the far joints and the face; others are given in all postures or in none."""
        given = {joint for points in whole.values() for joint in points or ()}
        for name, points in whole.items():
            if points is None:
                continue
            if self._view is View.SIDE:
                self._add_far(points, self._depths(name))
            if "face" in given or self._view is View.SIDE:
                points.setdefault("face", self._face(points["head"]))
            missing = [
                joint
                for joint in optional_joints(self._view)
                if joint in given and joint not in points
            ]
            if missing:
                values = {"posture": name, "joints": ", ".join(missing)}
                self._findings.add(self._drafts[name].key, Flaw(Message.JOINTS_OF_SOME, values))

    def _depths(self, name: str) -> dict[str, float]:
        """How deep the joints lie that do not lie in the middle plane of their side."""
        depths: dict[str, float] = {}
        for draft in reversed(list(self._chain(name))):
            depths |= draft.depths
        if self._view is View.SIDE:
            for joint in (*ARM, *LEG):
                depths.setdefault(FAR + joint, depths.get(joint, 0.0))
            depths.setdefault("far-pelvis", depths.get("hip", 0.0))
        return {joint: depth for joint, depth in depths.items() if depth}

    def _add_far(self, points: dict[str, Point], depths: Mapping[str, float]) -> None:
        """The far joints that are not given: the near ones moved aside.

        Where only the rest of a far limb is given, it begins where that makes it as long as the
        near one: aside like the others, or in the same place.
        """
        right = FAR_STEP if self._facing is Facing.LEFT else -FAR_STEP

        def aside(point: Point) -> Point:
            return Point(point.x + right, point.y)

        def deep(first: str, second: str) -> float:
            return depths.get(first, 0.0) - depths.get(second, 0.0)

        for base, mid in (("shoulder", "elbow"), ("hip", "knee")):
            near, next_one = points[base], points.get(FAR + mid, aside(points[mid]))
            far = FAR + ("pelvis" if base == "hip" else base)
            length = distance(near, points[mid], deep(base, mid))
            off = [
                abs(distance(at, next_one, deep(far, FAR + mid)) - length)
                for at in (aside(near), near)
            ]
            points.setdefault(far, near if off[1] < off[0] else aside(near))
        for joint in _FAR_LIMBS:
            points.setdefault(FAR + joint, aside(points[joint]))

    def _face(self, head: Point) -> Point:
        if self._view is not View.SIDE:
            return head
        return Point(head.x + (_FACE if self._facing is Facing.RIGHT else -_FACE), head.y)

    def _posture(self, name: str, points: dict[str, Point]) -> Posture | None:
        """The posture, unless a bone of it has no length."""
        sound = True
        for first, second in all_bones(points, self._view):
            if distance(points[first], points[second]) < SHORTEST:
                sound = False
                values = {"posture": name, "first": first, "second": second}
                if self._is_new(name, first, second):
                    place = self._place(name, second, first)
                    self._findings.add(place, Flaw(Message.ZERO_LENGTH, values))
        typed = self._drafts[name].points
        below = [joint for joint, point in typed.items() if point.y < _FLOOR]
        if below:
            place = self._place(name, *below)
            values = {"below": ", ".join(below)}
            self._findings.add(place, Flaw(Message.BELOW_FLOOR, values), Level.WARNING)
        chain = self._chain(name)
        belly = next((draft.belly for draft in chain if draft.belly is not None), 0.0)
        return Posture(name, points, belly, self._depths(name)) if sound else None

    def _is_new(self, name: str, first: str, second: str) -> bool:
        """Whether a bone is told of here, and not in the posture that this one is like.

        Of a far limb that is guessed the near one tells.
        """
        here = self._drafts[name].places
        given = {joint for draft in self._chain(name) for joint in draft.places}
        return first in here or second in here or (first in given) != (second in given)

    def _place(self, name: str, *joints: str) -> Scalar:
        """Where one of the joints is given in the posture; else the posture's own name."""
        draft = self._drafts[name]
        return next((draft.places[each] for each in joints if each in draft.places), draft.key)

    def _compare(self, postures: Mapping[str, Posture]) -> None:
        """Warn of limbs that are longer or shorter than in the figure's first posture."""
        first, *others = postures.values() or [None]
        for other in others:
            if first is None or other is None:
                continue
            for bone in limb_bones(first.joints, self._view):
                before, after = bone_length(first, bone), bone_length(other, bone)
                new = self._is_new(other.name, *bone)
                if new and abs(after / before - 1) > _MOST_CHANGE:
                    values = {
                        "limb": "–".join(bone),
                        "here": f"{after:.3f}",
                        "there": f"{before:.3f}",
                        "posture": first.name,
                    }
                    place = self._place(other.name, bone[1], bone[0])
                    self._findings.add(place, Flaw(Message.LIMB_CHANGES, values), Level.WARNING)

    def _compare_with_people(self, postures: Mapping[str, Posture]) -> None:
        """Warn of limbs that nobody has. The first posture tells, as the others are as it is."""
        first = next(iter(postures.values()), None)
        if first is None:
            return
        given = {joint for draft in self._chain(first.name) for joint in draft.places}
        for bone in limb_bones(first.joints, self._view):
            here, usual = bone_length(first, bone), usual_length(bone)
            guessed = bone[1].startswith(FAR) and not given.intersection(bone)
            if not guessed and abs(here / usual - 1) > _MOST_UNUSUAL:
                values = {"limb": "–".join(bone), "here": f"{here:.3f}", "usual": f"{usual:.3f}"}
                place = self._place(first.name, bone[1], bone[0])
                self._findings.add(place, Flaw(Message.LIMB_UNLIKELY, values), Level.WARNING)


def unknown_posture(name: str, known: Mapping[str, object] | tuple[str, ...]) -> Flaw:
    values = {"posture": name, "known": ", ".join(known)}
    return Flaw(Message.UNKNOWN_POSTURE, values, nearest(name, known))
