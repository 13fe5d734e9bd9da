"""From the nodes of ``steps:`` to the steps of the model."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from routines.checks import check_speech
from routines.cue_reader import PlacedCue, check_cue_phases, cues_of
from routines.fields import Fields, read_fields, unknown_key, word_keys
from routines.findings import Findings
from routines.grammar import (
    COMMON,
    VERBS,
    VERBS_WITH_HALFWAY,
    VERBS_WITH_LEAD_IN,
    VerbRule,
)
from routines.lengths import Defaults, length_of
from routines.model import Cue, Cycles, Halfway, Item, Open, Repeat, Side, Span, Timed, Verb
from routines.nodes import Mapping, Node, Scalar
from routines.problems import Flaw, Level, Message, nearest

DEEPEST = 8
MOST_STEPS = 500
_SIDES = {"left-right": (Side.LEFT, Side.RIGHT), "right-left": (Side.RIGHT, Side.LEFT)}
_VERBS = {verb.value: verb for verb in Verb}
_OPEN = (Verb.WRITE, Verb.RATE, Verb.CHOOSE, Verb.CHECK, Verb.WAIT)

Include = Callable[[str, Scalar], tuple[Item, ...]]
"""Gives the steps of another routine, or none and notes the problem at the node."""
Entries = list[tuple[Scalar, Node]]
_T = TypeVar("_T")


class StepReader:
    """Reads the steps of one file."""

    def __init__(
        self, findings: Findings, include: Include, figure_flaw: Callable[[str], Flaw | None]
    ) -> None:
        self._findings = findings
        self._include = include
        self._figure_flaw = figure_flaw
        self._count = 0
        self.too_many = False

    def items(
        self, node: Node, defaults: Defaults, *, depth: int = 0, cut: bool = False
    ) -> tuple[Item, ...]:
        """The steps of a list. ``cut`` says that the file breaks off somewhere in the last."""
        if isinstance(node, (Scalar, Mapping)):
            return ()
        found: list[Item] = []
        for item in node.items:
            if self.too_many or self._findings.full:
                break
            found.extend(self._item(item, defaults, depth, cut and item is node.items[-1]))
        return tuple(found)

    def _item(self, node: Node, defaults: Defaults, depth: int, cut: bool) -> tuple[Item, ...]:
        if not isinstance(node, Mapping):
            if not (isinstance(node, Scalar) and node.broken):
                self._findings.add(node, _no_verb())
            return ()
        verb, entries = self._verb(node, word_keys(node, self._findings), cut)
        if verb is None:
            return ()
        rule = VERBS[verb]
        keys = (rule.own, *rule.lengths, *rule.keys, *COMMON)
        known = tuple(key.name for key in keys)
        fields = read_fields(
            entries, keys, self._findings, lambda key: _foreign_key(key.text, rule, known)
        )
        for name in rule.needed:
            if fields.misses(name) and not cut:
                self._findings.add(node, Flaw(Message.MISSING_KEY, {"key": name}))
        if verb is Verb.REPEAT:
            return self._repeat(fields, node, defaults, depth, cut)
        if verb is Verb.INCLUDE:
            return self._included(fields)
        self._count_step(node)
        if verb in _OPEN:
            return (self._open(rule, fields, node),)
        return self._timed(rule, fields, node, defaults, cut)

    def _count_step(self, node: Mapping) -> None:
        self._count += 1
        if self._count > MOST_STEPS:
            self.too_many = True
            flaw = Flaw(Message.TOO_MANY_STEPS, {"most": str(MOST_STEPS)})
            self._findings.add(node, flaw)

    def _verb(self, node: Mapping, entries: Entries, cut: bool) -> tuple[Verb | None, Entries]:
        """The verb of a step, with the entries that still have to be read.

        A second verb is noted and left out. A misspelt one is noted and taken for what it was
        meant to be, so that the rest of its step is read too.
        """
        verbs = [key for key, _ in entries if key.text in _VERBS]
        if any(key.text == "repeat" for key in verbs):
            verbs = [key for key in verbs if key.text != "rest"]
        if verbs:
            for other in verbs[1:]:
                values = {"first": verbs[0].text, "second": other.text}
                self._findings.add(other, Flaw(Message.TWO_VERBS, values))
            left = [entry for entry in entries if entry[0] not in verbs[1:]]
            return _VERBS[verbs[0].text], left
        for entry in entries:
            if guess := _misspelt_verb(entry[0].text):
                self._findings.add(entry[0], unknown_key(entry[0].text, _VERBS))
                return guess, [each for each in entries if each is not entry]
        if not cut:
            self._findings.add(node, _no_verb())
        return None, entries

    def _timed(
        self, rule: VerbRule, fields: Fields, node: Mapping, defaults: Defaults, cut: bool
    ) -> tuple[Timed, ...]:
        verb = rule.verb
        length = length_of(rule, fields, defaults, self._findings, cut=cut)
        cues = self._cues(fields, length)
        if length is None:
            return ()
        lead_in, halfway, switch = (
            fields.number("lead_in"),
            fields.flag("halfway"),
            fields.number("switch"),
        )
        step = Timed(
            line=node.mark.line,
            verb=verb,
            title="" if verb is Verb.REST else fields.text(verb.value),
            text=fields.text("text"),
            say_instead=fields.text("say_instead") or None,
            cues=tuple(cue for cue, _ in cues),
            lead_in=_default(lead_in, defaults.lead_in if verb in VERBS_WITH_LEAD_IN else 0.0),
            halfway=_default(halfway, defaults.halfway and verb in VERBS_WITH_HALFWAY),
            fixed=bool(fields.flag("fixed")),
            dim=bool(fields.flag("dim")),
            figure=self._figure(fields),
            length=length,
            sides=_SIDES.get(fields.text("sides"), ()),
            switch=_default(switch, defaults.switch),
            area=fields.text("area"),
            easier=fields.text("easier"),
        )
        self._check_speech(step, fields, cues)
        return (step,)

    def _cues(self, fields: Fields, length: Span | Cycles | None) -> list[PlacedCue]:
        if "cues" not in fields:
            return []
        check_cue_phases(fields.places["cues"], length, self._findings)
        return cues_of(fields.places["cues"], self._findings)

    def _check_speech(self, step: Timed, fields: Fields, cues: list[PlacedCue]) -> None:
        name = next((key for key in ("say_instead", "text") if fields.text(key)), None)
        if step.verb is Verb.SAY and "for" in fields and "say" in fields:
            name = name or "say"
        place = fields.places[name] if name else None
        words = fields.text(name) if name else ""
        check_speech(place, words, cues, step, self._findings)

    def _figure(self, fields: Fields) -> str:
        figure = fields.text("figure")
        flaw = self._figure_flaw(figure) if figure else None
        if flaw is not None:
            self._findings.add(fields.places["figure"], flaw, Level.WARNING)
        return figure

    def _open(self, rule: VerbRule, fields: Fields, node: Mapping) -> Open:
        if "cues" in fields:
            check_cue_phases(fields.places["cues"], Span(0.0), self._findings)
        return Open(
            line=node.mark.line,
            verb=rule.verb,
            title=fields.text(rule.verb.value),
            text=fields.text("text"),
            say_instead=fields.text("say_instead") or None,
            cues=tuple(cue for cue, _ in self._cues(fields, None)),
            lead_in=fields.number("lead_in") or 0.0,
            fixed=bool(fields.flag("fixed")),
            dim=bool(fields.flag("dim")),
            suggested=fields.number("for"),
            keep=fields.text("keep") == "journal",
            scale=fields.text("as"),
            choices=fields.texts("options"),
            items=fields.texts("items"),
        )

    def _repeat(
        self, fields: Fields, node: Mapping, defaults: Defaults, depth: int, cut: bool
    ) -> tuple[Item, ...]:
        if depth == DEEPEST:
            self._findings.add(node, Flaw(Message.TOO_NESTED, {"most": str(DEEPEST)}))
            return ()
        inner = replace(
            defaults,
            lead_in=_default(fields.number("lead_in"), defaults.lead_in),
            halfway=_default(fields.flag("halfway"), defaults.halfway),
        )
        if "steps" not in fields:
            return ()
        steps = self.items(fields.places["steps"], inner, depth=depth + 1, cut=cut)
        count = fields.count("repeat")
        if count is None or not steps:
            return ()
        given = self._given(fields)
        return (
            Repeat(
                line=node.mark.line,
                count=count,
                steps=tuple(given(step) for step in steps),
                rest=_default(fields.number("rest"), defaults.rest),
                fixed=bool(fields.flag("fixed")),
            ),
        )

    def _included(self, fields: Fields) -> tuple[Item, ...]:
        place = fields.places.get("include")
        if not fields.text("include") or not isinstance(place, Scalar):
            return ()
        given = self._given(fields)
        lead_in, halfway = fields.number("lead_in"), fields.flag("halfway")

        def timing(step: Timed) -> Timed:
            if step.verb in VERBS_WITH_LEAD_IN and lead_in is not None:
                step = replace(step, lead_in=lead_in)
            if step.verb in VERBS_WITH_HALFWAY and halfway is not None:
                step = replace(step, halfway=halfway)
            return step

        steps = self._include(fields.text("include"), place)
        return tuple(_placed(given(step), place.mark.line, timing) for step in steps)

    def _given(self, fields: Fields) -> Callable[[Item], Item]:
        """What stands on a group holds for each step inside that does not say its own."""
        cues = tuple(cue for cue, _ in self._cues(fields, None))
        text, say_instead = fields.text("text"), fields.text("say_instead") or None
        fixed, dim = bool(fields.flag("fixed")), bool(fields.flag("dim"))

        def give(item: Item) -> Item:
            if isinstance(item, Repeat):
                inner = tuple(give(step) for step in item.steps)
                return replace(item, steps=inner, fixed=item.fixed or fixed)
            return replace(
                item,
                text=item.text or text,
                say_instead=item.say_instead or (None if item.text else say_instead),
                cues=item.cues or _fitting(cues, item),
                fixed=item.fixed or fixed,
                dim=item.dim or dim,
            )

        return give


def _placed(item: Item, line: int, timing: Callable[[Timed], Timed]) -> Item:
    """``item`` as it stands in the including file: on the line of its include."""
    if isinstance(item, Repeat):
        steps = tuple(_placed(step, line, timing) for step in item.steps)
        return replace(item, line=line, steps=steps)
    item = replace(item, line=line)
    return timing(item) if isinstance(item, Timed) else item


def _fitting(cues: tuple[Cue, ...], step: Timed | Open) -> tuple[Cue, ...]:
    """Those of a group's cues whose moment comes in ``step``."""
    if not isinstance(step, Timed):
        return ()
    has: set[object] = {Halfway.HALFWAY}
    if isinstance(step.length, Cycles):
        has |= {phase.name for phase in step.length.phases}
    return tuple(
        cue
        for cue in cues
        if cue.when in has or (isinstance(cue.when, float) and cue.when < step.length.seconds)
    )


def _default(value: _T | None, otherwise: _T) -> _T:
    return otherwise if value is None else value


def _no_verb() -> Flaw:
    return Flaw(Message.NO_VERB, {"known": ", ".join(_VERBS)})


def _misspelt_verb(word: str) -> Verb | None:
    if word in {key.name for key in COMMON} or any(
        word == key.name for rule in VERBS.values() for key in (*rule.lengths, *rule.keys)
    ):
        return None
    return _VERBS.get(nearest(word, _VERBS))


def _foreign_key(name: str, rule: VerbRule, known: tuple[str, ...]) -> Flaw:
    """A key that belongs to other verbs is told apart from one that nobody knows."""
    others = {key.name for each in VERBS.values() for key in (*each.lengths, *each.keys)}
    if name in others:
        return Flaw(Message.KEY_NOT_HERE, {"key": name, "verb": rule.verb.value})
    return unknown_key(name, known)
