"""Reads a routine file: the one door from files to the model.

``Reader`` remembers what it has read, so that a routine included ten times is read once.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from routines import values
from routines.checks import check_breath_holding
from routines.duration import total_seconds
from routines.fields import Fields, read_fields, word_keys
from routines.figures.shelf import Shelf
from routines.findings import Findings, Mark
from routines.grammar import BUILT_IN_DEFAULTS, DEFAULTS, NEEDED, ROUTINE
from routines.lengths import ROUNDING, Defaults
from routines.lookup import Folders, read_bytes
from routines.model import Item, Phase, Routine, played_count
from routines.nodes import Document, Mapping, Scalar, read_document
from routines.problems import Flaw, Level, Message, Problem, has_errors
from routines.steps import DEEPEST, MOST_STEPS, StepReader
from routines.values import LONGEST

_DEPENDS_ON_WAY = (Message.INCLUDE_CYCLE, Message.INCLUDE_BROKEN, Message.TOO_NESTED)
"""Problems that a file may have only because of the files through which it was reached."""


_STEPS = re.compile(r"""^(['"]?)steps\1[ \t]*:(?:[ \t]|$)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: the routine, unless there are errors, and all problems.

    ``name`` is what the file calls itself, also when it cannot be played.
    """

    routine: Routine | None
    problems: tuple[Problem, ...]
    name: str = ""


def is_routine(source: bytes) -> bool:
    """Whether a file is meant to be a routine, going by its keys alone."""
    return _STEPS.search(source.decode("utf-8-sig", "replace").replace("\r", "\n")) is not None


class Reader:
    """Reads routine files, and those that they include.

    ``figures`` makes it read the figures that they name as well, to warn of broken ones; without
    it they only have to be there.
    """

    def __init__(self, folders: Folders | None = None, figures: Shelf | None = None) -> None:
        self._folders = folders or Folders()
        self._figures = figures
        self._read: dict[Path, Reading] = {}
        self._passing: dict[Path, Reading] = {}
        self._open: list[Path] = []

    def read_file(self, path: Path) -> Reading:
        """The routine in ``path``. Never raises: what goes wrong is among the problems."""
        key = path.absolute()
        known = self._read.get(key) or self._passing.get(key)
        if known is not None:
            return known
        source = read_bytes(path)
        if isinstance(source, Flaw):
            reading = _unreadable(source)
        else:
            reading = self.read_text(source, path.stem, key)
        depends = any(problem.message in _DEPENDS_ON_WAY for problem in reading.problems)
        (self._passing if depends else self._read)[key] = reading
        if not self._open:
            self._passing.clear()
        return reading

    def read_text(self, source: bytes | str, routine_id: str, path: Path | None = None) -> Reading:
        """The routine in ``source``. ``path`` says beside which files it would stand."""
        document = read_document(source)
        self._open.append(path or Path(routine_id))
        try:
            routine = _FileReader(self, document, routine_id, path).routine()
        finally:
            self._open.pop()
        problems = document.findings.sorted()
        name = routine.name if routine else ""
        return Reading(None if has_errors(problems) else routine, problems, name)

    def included(self, name: str, beside: Path | None) -> Reading | Flaw:
        """The reading of another routine, named by a file in the folder ``beside``."""
        path = self._folders.routine(name, beside)
        if path is None:
            return Flaw(Message.INCLUDE_NOT_FOUND, {"id": name})
        key = path.absolute()
        if key in self._open:
            chain = [each.stem for each in self._open[self._open.index(key) :]]
            return Flaw(Message.INCLUDE_CYCLE, {"chain": " → ".join([*chain, name])})
        if len(self._open) > DEEPEST:
            return Flaw(Message.TOO_NESTED, {"most": str(DEEPEST)})
        return self.read_file(path)

    def figure_flaw(self, name: str, beside: Path | None) -> Flaw | None:
        """Why the figure ``name`` cannot be shown, if so."""
        missing = self._folders.no_figure(name, beside)
        if missing is not None:
            return missing
        problems = self._figures.problems(name, beside) if self._figures else ()
        first = next((each for each in problems if each.level is Level.ERROR), None)
        if first is None:
            return None
        return Flaw(Message.FIGURE_BROKEN, {"figure": name, "line": str(first.line)})


class _FileReader:
    """Reads one document; lives as long as that takes."""

    def __init__(
        self, reader: Reader, document: Document, routine_id: str, path: Path | None
    ) -> None:
        self._reader = reader
        self._findings = document.findings
        self._document = document
        self._id = routine_id
        self._beside = path.parent if path else None
        self._cautions: list[str] = []
        self._steps_so_far = 0

    def routine(self) -> Routine | None:
        """The routine, complete only if no error has been noted."""
        root, cut = self._document.root, self._document.cut
        if root is None or (isinstance(root, Scalar) and not root.text and root.plain):
            if not cut:
                self._findings.add(Mark(1, 1), Flaw(Message.EMPTY_FILE))
            return None
        if not isinstance(root, Mapping):
            if not cut and not (isinstance(root, Scalar) and root.broken):
                self._findings.add(root, Flaw(Message.NOT_A_ROUTINE))
            return None
        entries = word_keys(root, self._findings)
        keys = {key.text for key, _ in entries}
        if "postures" in keys and "steps" not in keys:
            self._findings.add(Mark(1, 1), Flaw(Message.FIGURE_ELSEWHERE))
            return None
        fields = read_fields(entries, ROUTINE, self._findings)
        for name in NEEDED:
            if name not in fields and not cut:
                self._findings.add(Mark(1, 1), Flaw(Message.MISSING_KEY, {"key": name}))
        return self._routine(fields, cut)

    def _routine(self, fields: Fields, cut: bool) -> Routine:
        steps = StepReader(
            self._findings,
            self._include,
            lambda figure: self._reader.figure_flaw(figure, self._beside),
        )
        defaults = self._defaults(fields)
        items: tuple[Item, ...] = ()
        if "steps" in fields:
            items = steps.items(fields.places["steps"], defaults, cut=cut)
            if not steps.too_many:
                self._check_whole(fields, items)
        cautions = tuple(dict.fromkeys((*fields.texts("cautions"), *self._cautions)))
        told = cautions or "cautions" in fields or cut
        if fields.text("place") == "floor" and not told:
            place = fields.places["place"]
            self._findings.add(place, Flaw(Message.FLOOR_WITHOUT_CAUTIONS), Level.WARNING)
        return Routine(
            id=self._id,
            name=fields.text("name"),
            steps=items,
            about=fields.text("about"),
            tags=fields.texts("tags"),
            place=fields.text("place"),
            needs=fields.texts("needs"),
            cautions=cautions,
            ask=fields.text("ask"),
            sources=fields.texts("sources"),
        )

    def _check_whole(self, fields: Fields, items: tuple[Item, ...]) -> None:
        """The limits on a whole routine. Counted first: the rest may then walk every step."""
        if played_count(items) > MOST_STEPS:
            flaw = Flaw(Message.TOO_MANY_STEPS, {"most": str(MOST_STEPS)})
            self._findings.add(fields.keys["steps"], flaw)
            return
        seconds = total_seconds(items)
        if seconds > LONGEST + ROUNDING:
            flaw = Flaw(Message.ROUTINE_TOO_LONG, {"hours": f"{seconds / 3600:.1f}"})
            self._findings.add(fields.keys["steps"], flaw)
        check_breath_holding(items, self._findings)

    def _defaults(self, fields: Fields) -> Defaults:
        given = Fields()
        node = fields.places.get("defaults")
        if isinstance(node, Mapping):
            given = read_fields(word_keys(node, self._findings), DEFAULTS, self._findings)
        own = _BUILT_IN
        lead_in, switch, rest = (given.number(name) for name in ("lead_in", "switch", "rest"))
        halfway = given.flag("halfway")
        return Defaults(
            lead_in=own.lead_in if lead_in is None else lead_in,
            switch=own.switch if switch is None else switch,
            rest=own.rest if rest is None else rest,
            halfway=own.halfway if halfway is None else halfway,
            tempo=given.phases("tempo") or own.tempo,
            pattern=given.phases("pattern") or own.pattern,
        )

    def _include(self, name: str, place: Scalar) -> tuple[Item, ...]:
        reading = self._reader.included(name, self._beside)
        if isinstance(reading, Flaw):
            self._findings.add(place, reading)
            return ()
        if reading.routine is None:
            self._findings.add(place, self._broken(name, reading.problems))
            return ()
        self._cautions.extend(reading.routine.cautions)
        self._steps_so_far += played_count(reading.routine.steps)
        # Past the limit the file is refused anyway; not copying more keeps that quick.
        return reading.routine.steps if self._steps_so_far <= 2 * MOST_STEPS else ()

    def _broken(self, name: str, problems: tuple[Problem, ...]) -> Flaw:
        first = next(each for each in problems if each.level is Level.ERROR)
        chain = first.values.get("chain", "") if first.message is Message.INCLUDE_CYCLE else ""
        if self._id in chain.split(" → "):
            return Flaw(Message.INCLUDE_CYCLE, {"chain": chain})
        return Flaw(Message.INCLUDE_BROKEN, {"id": name, "line": str(first.line)})


def _unreadable(flaw: Flaw) -> Reading:
    findings = Findings([])
    findings.add(Mark(1, 1), flaw)
    return Reading(None, findings.sorted())


def _built_in() -> Defaults:
    read = BUILT_IN_DEFAULTS
    return Defaults(
        lead_in=_sure(values.read_duration(read["lead_in"], zero=True)),
        switch=_sure(values.read_duration(read["switch"], zero=True)),
        rest=_sure(values.read_duration(read["rest"], zero=True)),
        halfway=read["halfway"] == "yes",
        tempo=_sure_phases(values.read_tempo(read["tempo"])),
        pattern=_sure_phases(values.read_pattern(read["pattern"])),
    )


def _sure(value: float | Flaw) -> float:
    assert isinstance(value, float), "a built-in default is wrong"
    return value


def _sure_phases(value: tuple[Phase, ...] | Flaw) -> tuple[Phase, ...]:
    assert isinstance(value, tuple), "a built-in default is wrong"
    return value


_BUILT_IN = _built_in()
