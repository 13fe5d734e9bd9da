"""``unbrace check``: every problem of every file, with its place and what to write instead."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.language import translate
from desktop.terminal.cells import printable, width_of
from desktop.terminal.find import cannot_open, folders, is_folder
from desktop.terminal.kinds import FIGURES, REMINDERS, alike, kind_of, misplaced
from desktop.terminal.output import complain, note, say_json
from desktop.words.problems import level_word, problem_line, problem_text
from routines.figures.reader import read_figure_file
from routines.figures.shelf import Shelf
from routines.problems import Level, Message, Problem
from routines.reader import Reader
from routines.reminders.reader import read_reminder_file

_INDENT = "    "
_AROUND = 60  # characters of an endless line, before and behind the place that is meant


@dataclass(slots=True)
class _Found:
    """What came of all files. ``closed`` are those that could not be opened."""

    files: int = 0
    closed: list[str] = field(default_factory=list)
    problems: list[tuple[str, Problem]] = field(default_factory=list)

    def count(self, level: Level) -> int:
        return sum(problem.level is level for _, problem in self.problems)

    @property
    def code(self) -> int:
        if self.closed:
            return 2
        return 1 if self.count(Level.ERROR) else 0


def check(paths: Iterable[str], *, as_json: bool) -> int:
    """Check files and folders and print what is wrong; gives the code to end with."""
    found = _Found()
    reader = Reader(folders(), Shelf(folders()))
    for given in dict.fromkeys(paths):
        _check_path(given, reader, found)
    complain(*found.closed)
    if as_json:
        say_json(_as_json(found))
    else:
        for path, problem in found.problems:
            print("\n".join([problem_line(printable(path), problem), *_excerpt(problem)]))
        note(_summary(found))
    return found.code


def _check_path(given: str, reader: Reader, found: _Found) -> None:
    if not is_folder(Path(given)):
        _check_file(given, reader, found)
        return
    names = list(_files_in(given, found))
    same = alike(names)
    for name in names:
        path = f"{given.rstrip('/')}/{name}"
        if name in same:
            found.problems.append((path, same[name]))
        _check_file(path, reader, found)


def _files_in(folder: str, found: _Found) -> Iterator[str]:
    """The files that can be checked below ``folder``, sorted, by their place in it."""

    def refused(error: OSError) -> None:
        reason = error.strerror or str(error)
        found.closed.append(cannot_open(str(error.filename), reason))

    names = []
    for here, inside, files in os.walk(folder, onerror=refused):
        inside[:] = [name for name in inside if name[0] != "."]
        names += [
            (Path(here) / name).relative_to(folder).as_posix()
            for name in files
            if name.endswith((".yaml", ".yml")) and name[0] != "." and not _waits(Path(here) / name)
        ]
    return iter(sorted(names))


def _waits(path: Path) -> bool:
    """Whether it is a pipe or the like, which one does not want to read by accident."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def _check_file(path: str, reader: Reader, found: _Found) -> None:
    problems = _problems(Path(path), reader)
    if problems and problems[0].message is Message.CANNOT_READ:
        found.closed.append(cannot_open(path, problems[0].values["reason"]))
        return
    found.files += 1
    if path.endswith(".yml"):
        found.problems.append((path, _misnamed(Path(path))))
    found.problems += [(path, problem) for problem in problems]


def _problems(path: Path, reader: Reader) -> tuple[Problem, ...]:
    kind = kind_of(path)
    if kind == FIGURES:
        return (*misplaced(path, kind), *read_figure_file(path).problems)
    if kind != REMINDERS:
        return (*misplaced(path, kind), *reader.read_file(path).problems)
    beside = path.absolute().parent
    return read_reminder_file(
        path,
        lambda name: folders().routine(name, beside) is not None,
        lambda name: folders().no_figure(name, beside),
    ).problems


def _misnamed(path: Path) -> Problem:
    values = {"name": printable(f"{path.stem}.yaml")}
    message = Message.RENAME_TO_YAML
    return Problem(1, 1, 1, Level.WARNING, message, values, instead=values["name"])


def _excerpt(problem: Problem) -> list[str]:
    """The person's own line, and below it a sign at the place that is meant."""
    if not problem.excerpt.strip() or problem.message is Message.NOT_TEXT:
        return []
    start = max(0, problem.column - 1 - _AROUND)
    end = problem.column - 1 + _AROUND
    line, before = problem.excerpt[start:end], problem.excerpt[start : problem.column - 1]
    if problem.column > len(problem.excerpt) + 1:  # the excerpt was cut before the place
        return [_INDENT + problem.excerpt[: 2 * _AROUND].expandtabs(4)]
    dots = "…" if start else ""
    indent = " " * width_of(dots + before.expandtabs(4))
    marked = problem.excerpt[problem.column - 1 : min(end, problem.column - 1 + problem.width)]
    caret = "^" * max(1, width_of(marked.rstrip()))
    behind = "…" if end < len(problem.excerpt) else ""
    return [_INDENT + dots + line.expandtabs(4) + behind, _INDENT + indent + caret]


def _summary(found: _Found) -> str:
    if not found.files:
        return translate("check", "no file was checked")
    files = translate("check", "%n file(s)", found.files)
    errors, warnings = found.count(Level.ERROR), found.count(Level.WARNING)
    if not errors and not warnings:
        return translate("check", "{files}, nothing to mend").format(files=files)
    text = translate("check", "{files}: {errors}, {warnings}")
    return text.format(
        files=files,
        errors=translate("check", "%n error(s)", errors),
        warnings=translate("check", "%n warning(s)", warnings),
    )


def _as_json(found: _Found) -> dict[str, object]:
    return {
        "files": found.files,
        "errors": found.count(Level.ERROR),
        "warnings": found.count(Level.WARNING),
        "problems": [
            {
                "file": path,
                "line": problem.line,
                "column": problem.column,
                "level": level_word(problem),
                "id": problem.message.name.lower(),
                "message": problem_text(problem),
                "instead": problem.instead or None,
                "excerpt": problem.excerpt,
            }
            for path, problem in found.problems
        ],
    }
