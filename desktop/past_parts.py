"""What the pages about the past stand on, in one value."""

from dataclasses import dataclass

from desktop.library import Library
from desktop.look.theme import Theme
from desktop.remembering import Remembering
from desktop.window import MainWindow
from routines.clock import Clock


@dataclass(frozen=True, slots=True)
class Past:
    """Window and look to show them in, the history and the library to fill them from."""

    window: MainWindow
    theme: Theme
    library: Library
    remembering: Remembering
    clock: Clock
