"""Reading the two small tables inside a step: its cues, and the phases of its breath."""

from routines.fields import entries_of, read_fields, word_keys
from routines.findings import Findings
from routines.grammar import CUE_PHASES, PHASE_KEYS, Key, Kind
from routines.model import Cue, Cycles, Halfway, Phase, PhaseName, Span
from routines.nodes import Mapping, Node, Scalar
from routines.problems import Flaw, Message, nearest
from routines.values import read_duration

PlacedCue = tuple[Cue, Scalar]
"""A cue with the node of its words, for the checks that come later."""

_CUE_TEXT = Key("cues", Kind.TEXT, "")
_PHASE_PARTS = (
    *(Key(name, Kind.DURATION, "") for name in PHASE_KEYS),
    Key("text", Kind.TEXT, ""),
)


def cues_of(node: Node, findings: Findings) -> list[PlacedCue]:
    """The cues of a step, in the order of the file. Their phases are checked separately."""
    found: list[PlacedCue] = []
    if not isinstance(node, Mapping):
        return found
    for key, value in word_keys(node, findings):
        when = _moment(key.text)
        if isinstance(when, Flaw):
            findings.add(key, when)
        fields = read_fields([(Scalar("cues", key.mark), value)], [_CUE_TEXT], findings)
        if not isinstance(when, Flaw) and fields.text("cues") and isinstance(value, Scalar):
            found.append((Cue(when, fields.text("cues")), value))
    return found


def _moment(key: str) -> float | Halfway | PhaseName | Flaw:
    if key == Halfway.HALFWAY.value:
        return Halfway.HALFWAY
    if key in CUE_PHASES:
        return PhaseName(key)
    if not any(letter in "0123456789" for letter in key):
        known = (Halfway.HALFWAY.value, *CUE_PHASES)
        return Flaw(Message.BAD_CUE_KEY, {"key": key}, nearest(key, known))
    return read_duration(key, zero=True)


def check_cue_phases(cues: Node, length: Span | Cycles | None, findings: Findings) -> None:
    """A cue for a phase that the step does not have would never be heard."""
    if not isinstance(cues, Mapping) or length is None:
        return
    has = {phase.name.value for phase in length.phases} if isinstance(length, Cycles) else set()
    for key, _ in cues.entries:
        if isinstance(key, Scalar) and key.text in CUE_PHASES and key.text not in has:
            findings.add(key, Flaw(Message.CUE_WITHOUT_PHASE, {"key": key.text}))


def phases_of(node: Node, findings: Findings) -> tuple[Phase, ...]:
    """The parts of one breath, from a list such as ``[{in: 2s}, {in: 1s}, {out: 6s}]``."""
    if not isinstance(node, (Scalar, Mapping)):
        return tuple(phase for item in node.items if (phase := _phase(item, findings)) is not None)
    return ()


def _phase(node: Node, findings: Findings) -> Phase | None:
    mapping = entries_of(node, "phases", findings)
    if mapping is None:
        return None
    fields = read_fields(word_keys(mapping, findings), _PHASE_PARTS, findings)
    names = [name for name in fields.keys if name in PHASE_KEYS]
    if len(names) != 1:
        findings.add(fields.keys[names[1]] if names else node, Flaw(Message.PHASE_ONE_OF))
        return None
    seconds = fields.number(names[0])
    return None if seconds is None else Phase(PhaseName(names[0]), seconds, fields.text("text"))
