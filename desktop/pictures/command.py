"""``unbrace pictures FOLDER``: take the pictures and say how far it is."""

# ruff: noqa: PLC0415 - Qt is loaded only in the empty home, and where there is a folder

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.language import translate
from desktop.pictures.folder import make_ready, put
from desktop.pictures.home import empty_home
from desktop.system import display
from desktop.terminal.cells import printable
from desktop.terminal.output import note
from desktop.terminal.refused import Refused
from routines.clock import Clock, SystemClock

if TYPE_CHECKING:
    from desktop.pictures.subjects import Picture

_EVERY = 1.0
"""Seconds between two words about how far it is."""


def take_pictures(folder: str, only: Sequence[str] = (), *, extra: bool = False) -> int:
    """Write the pictures into ``folder``; gives the code to end with."""
    if not folder.strip():
        raise Refused(translate("pictures", "Give the folder that the pictures go to."))
    target = Path(folder)
    progress = _Progress(SystemClock())
    with empty_home() as home:
        if (line := display.missing()) is not None:
            raise Refused(line)
        from desktop.pictures.subjects import chosen

        wanted = chosen(only, extra=extra)
        make_ready(target)
        for number, (name, data) in enumerate(_taken(home, wanted)):
            put(target / f"{name}.png", data)
            progress.tell(number + 1, len(wanted))
    text = translate("pictures", "%n picture(s) in {folder}", len(wanted))
    print(text.format(folder=printable(folder)))
    return 0


def _taken(home: Path, wanted: "Sequence[Picture]") -> "Iterator[tuple[str, bytes]]":
    """Each picture as a file. What is to be seen is arranged once for all its ratios."""
    from PySide6.QtWidgets import QApplication

    from desktop.pictures.camera import RATIOS, png_of
    from desktop.pictures.studio import Studio

    application = QApplication(["unbrace"])
    application.setApplicationName("Unbrace")
    studio = Studio(application, home)
    together = itertools.groupby(wanted, key=lambda each: (each.subject, each.look))
    for (subject, look), pictures in together:
        studio.theme.choose(look.appearance)
        with subject.stand(studio) as camera:
            for picture in pictures:
                yield picture.name, png_of(camera(RATIOS[picture.at]))


class _Progress:
    """Says now and then how many there are; nothing where all is done in a moment."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._told = clock.monotonic()

    def tell(self, number: int, whole: int) -> None:
        now = self._clock.monotonic()
        if now - self._told >= _EVERY and number < whole:
            self._told = now
            text = translate("pictures", "{number} of {whole} pictures")
            note(text.format(number=number, whole=whole))
