"""All the pictures there are, by name: ``routines-light``, ``player-exercise-dark@2x``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize

from desktop.language import translate
from desktop.pictures import data, faces, journal, pages, safety, sheets, today, weeks
from desktop.pictures.camera import LOOKS, RATIOS, Look, Stand
from desktop.terminal.refused import Refused
from routines.problems import nearest

_WINDOW = QSize(1120, 760)
_NARROW = QSize(480, 860)
"""As narrow as a window gets."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to take pictures of. ``grows`` is whether a larger text changes it."""

    name: str
    stand: Stand
    grows: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """One file to be; ``at`` is a key of ``RATIOS``."""

    subject: Subject
    look: Look
    at: str

    @property
    def name(self) -> str:
        return f"{self.subject.name}-{self.look.word}{self.at}"

    def answers_to(self, name: str) -> bool:
        """Whether ``name`` is how the picture's begins, in whole words."""
        return self.name.startswith((f"{name}-", f"{name}@"))


def subjects() -> Iterator[Subject]:
    for name, arrange in pages.PAGES.items():
        yield Subject(name, pages.page(arrange, _WINDOW))
    for name in pages.NARROW:
        yield Subject(f"{name}-narrow", pages.page(pages.PAGES[name], _NARROW))
    yield from _of_the_past()
    for name, height in pages.TALL.items():
        size = QSize(_WINDOW.width(), height)
        yield Subject(f"{name}-whole", pages.page(pages.PAGES[name], size))
    for name, arrange in weeks.PAGES.items():
        yield Subject(name, pages.page(arrange, _WINDOW))
    for name in weeks.NARROW:
        yield Subject(f"{name}-narrow", pages.page(weeks.PAGES[name], _NARROW))
    for name, height in weeks.TALL.items():
        size = QSize(_WINDOW.width(), height)
        yield Subject(f"{name}-whole", pages.page(weeks.PAGES[name], size))
    yield from _of_safety()
    for name, moment in faces.MOMENTS.items():
        yield Subject(f"player-{name}", faces.face(moment, _WINDOW))
    for name in faces.NARROW:
        yield Subject(f"player-{name}-narrow", faces.face(faces.MOMENTS[name], _NARROW))
    yield Subject("note", pages.note(choosing=False))
    yield Subject("note-later", pages.note(choosing=True))
    for name in sheets.figure_names():
        yield Subject(f"figure-{name}", sheets.moments(name), grows=False)
    yield Subject("figures", sheets.all_figures, grows=False)


def _of_safety() -> Iterator[Subject]:
    for name, arrange in safety.PAGES.items():
        yield Subject(name, pages.page(arrange, _WINDOW))
    for name in safety.NARROW:
        yield Subject(f"{name}-narrow", pages.page(safety.PAGES[name], _NARROW))
    for name, height in safety.TALL.items():
        size = QSize(_WINDOW.width(), height)
        yield Subject(f"{name}-whole", pages.page(safety.PAGES[name], size))


def _of_the_past() -> Iterator[Subject]:
    """The pages of what was kept, each also in a narrow window."""
    for arranged in (journal.JOURNAL, today.TODAY, data.DATA):
        for name, arrange in arranged.items():
            yield Subject(name, pages.page(arrange, _WINDOW))
            yield Subject(f"{name}-narrow", pages.page(arrange, _NARROW))


def pictures(*, extra: bool) -> list[Picture]:
    """Every picture; ``extra`` ones too where they are wanted."""
    looks = [look for look in LOOKS if extra or not look.extra]
    return [
        Picture(each, look, at)
        for each in subjects()
        for look in looks
        if each.grows or look.appearance.text_scale == 1
        for at in RATIOS
    ]


def chosen(names: Sequence[str], *, extra: bool) -> list[Picture]:
    """The pictures of these names, or all; ``Refused`` where a name has none."""
    found = pictures(extra=extra)
    if not names:
        return found
    everything = pictures(extra=True)
    wanted: set[str] = set()
    for typed in names:
        name = typed.removesuffix(".png")
        # An extra picture that is asked for by name is wanted, whatever else is.
        matches = _matches(name, found) or _matches(name, everything)
        if not matches:
            raise _unknown(name, everything)
        wanted.update(matches)
    return [each for each in everything if each.name in wanted]


def _matches(name: str, found: Sequence[Picture]) -> list[str]:
    """The picture of that very name, else all whose names begin with it."""
    exactly = [each.name for each in found if each.name == name]
    return exactly or [each.name for each in found if each.answers_to(name)]


def _unknown(name: str, found: Sequence[Picture]) -> Refused:
    known = dict.fromkeys(each.subject.name for each in found)
    if guess := nearest(name, known):
        text = translate("pictures", "There is no picture `{name}`: did you mean `{guess}`?")
        return Refused(text.format(name=name, guess=guess))
    text = translate("pictures", "There is no picture `{name}`. There are: {known}.")
    return Refused(text.format(name=name, known=", ".join(known)))
